#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "output/manifest.h"
#include "output/survey.h"

namespace vitrine::output {

/// The other copy of an output: the tree in which the next state of the site is put together, out of readers' sight,
/// until it takes the output's place in one step. The output then becomes the spare copy, so that the next build has to do
/// only what changed since.
///
/// Files that both copies have are one file with two names (hard links): a file is therefore never written to in place.
class Spare {
public:
    /// Nothing is read or written yet. `planned` are the paths of the site that is being made, sorted; what is not among them
    /// is cleared away before the first is written. It and `output` must live as long as this.
    Spare(const std::string& state, const std::string& output, const std::vector<std::string>& planned);

    [[nodiscard]] const std::string& folder() const { return folder_; }

    /// Writes a planned file. May be called from several threads at once.
    Outcome write(const std::string& path, std::string_view bytes);
    /// The same with the bytes of another file.
    Outcome copy(const std::string& path, const std::string& from);

    /// Takes over from the output what has not changed, and what is foreign there. `files` are those of the whole site; the
    /// ones that `changed` names were written, the others stand in the output with the stamps that they have here. Fills
    /// in the stamps, and notes what the copy holds.
    Outcome complete(Manifest& next, const std::vector<bool>& changed, const std::vector<Foreign>& foreign, std::size_t jobs);

    /// Removes a copy that was begun and did not take the output's place: it is of no use, and may be what filled the disk.
    void abandon();

    /// Removes a copy of which nobody knows what it holds.
    void tidy() const;

private:
    Outcome begin();
    Outcome clear();
    Outcome take_over(WrittenFile& file, bool& touched);
    Outcome take_over_foreign(const Foreign& entry);
    void stamp_folders(Manifest& next, const std::vector<bool>& touched, const std::vector<Foreign>& foreign, std::size_t jobs) const;

    std::string state_;
    std::string folder_;
    const std::string& output_;
    const std::vector<std::string>& planned_;
    Manifest earlier_;  ///< of this copy
    std::vector<std::string> cleared_;  ///< paths that were removed from it
    std::once_flag begin_once_;
    bool begun_ = false;
    std::optional<Failure> failure_;
};

}  // namespace vitrine::output
