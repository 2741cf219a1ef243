#include "output/commit.h"

#include <algorithm>
#include <cassert>
#include <optional>

#include "base/parallel.h"
#include "formats/compression.h"
#include "formats/hash.h"
#include "io/clock.h"
#include "io/files.h"
#include "io/folders.h"
#include "io/paths.h"
#include "io/stamp.h"
#include "output/in_place.h"
#include "output/spare.h"
#include "output/survey.h"

namespace vitrine::output {
namespace {

/// The digest of a file's bytes.
Result<Digest> digest_of_file(const std::string& file) {
    hash::Stream stream;
    if (const Outcome read = io::read_parts(file, [&](std::string_view part) { stream.add(part); }); !read) return read.failure();
    return stream.digest();
}

/// From what a compressed file is made beside the bytes of its original.
Digest method_of(Compression how) { return hash::Inputs().add(static_cast<int>(how)).add(compression::method()).digest(); }

/// What is known of one row's file.
struct Step {
    const WrittenFile* earlier = nullptr;  ///< as the last commit left it
    std::vector<std::size_t> compressed;   ///< the rows that are this file, compressed
    bool intact = false;
    bool changed = false;
    Reason reason = Reason::none;
    std::optional<Failure> failure;
};

class Commit {
public:
    Commit(const Claim& claim, const plan::Plan& plan, const plan::Keys& keys, const MakePage& make_page, const Watcher& watcher, std::size_t jobs)
        : claim_(claim),
          output_(claim.output()),
          plan_(plan),
          keys_(keys),
          make_page_(make_page),
          watcher_(watcher),
          jobs_(jobs),
          spare_(claim.state(), claim.output(), paths_) {}

    Result<Committed> run() {
        if (const Outcome loaded = load(); !loaded) return loaded.failure();
        watcher_.step("render");
        Outcome outcome = decide();
        watcher_.step("place");
        if (outcome) outcome = look_around();
        if (outcome) outcome = put_in_place();
        if (outcome) {
            spare_.tidy();
            drop_other_manifests(claim_.state(), {output_, spare_.folder()});
            return std::move(result_);
        }
        spare_.abandon();
        return outcome.failure();
    }

private:
    Outcome load() {
        for (const plan::Row& row : plan_.rows) paths_.push_back(row.path);
        auto manifest = load_manifest(claim_.state(), output_);
        if (!manifest) return manifest.failure();
        is_known_ = manifest->has_value();
        earlier_ = is_known_ ? std::move(**manifest) : recovered_manifest(claim_.state(), output_, paths_);
        const std::vector<bool> intact = intact_files(output_, earlier_, jobs_);
        steps_.resize(plan_.rows.size());
        next_.shared = keys_.shared;
        next_.files.resize(plan_.rows.size());
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            next_.files[i] = {paths_[i], keys_.rows[i], {}, {}};
            if (const WrittenFile* file = earlier_.find(paths_[i]); file != nullptr) {
                steps_[i].earlier = file;
                steps_[i].intact = intact[static_cast<std::size_t>(file - earlier_.files.data())];
            }
        }
        for (std::size_t i = 0; i < steps_.size(); ++i)
            if (const auto* compressed = std::get_if<plan::CompressedFile>(&plan_.rows[i].subject)) step_of(compressed->original).compressed.push_back(i);
        for (const WrittenFile& file : earlier_.files)
            if (!std::binary_search(paths_.begin(), paths_.end(), file.path)) result_.removed.push_back(file.path);
        return done();
    }

    Step& step_of(const std::string& path) {
        const auto row = std::lower_bound(paths_.begin(), paths_.end(), path);
        assert(row != paths_.end() && *row == path);
        return steps_[static_cast<std::size_t>(row - paths_.begin())];
    }

    /// Finds out for each row whether its file must be written, and writes it to the spare copy. What is compressed follows its original,
    /// whose bytes are at hand then.
    Outcome decide() {
        parallel_for(steps_.size(), jobs_, [&](std::size_t i) {
            if (std::holds_alternative<plan::CompressedFile>(plan_.rows[i].subject)) return;
            std::optional<std::string> bytes;
            Outcome decided = decide_row(i, bytes);
            watcher_.row();
            for (const std::size_t compressed : steps_[i].compressed) {
                if (decided) decided = decide_compressed(compressed, i, bytes);
                watcher_.row();
            }
            if (!decided) steps_[i].failure = decided.failure();
        });
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            if (steps_[i].failure) return *steps_[i].failure;
            if (steps_[i].changed) result_.changes.push_back({paths_[i], plan_.rows[i].origin, steps_[i].reason});
        }
        result_.counts = {result_.changes.size(), steps_.size() - result_.changes.size(), result_.removed.size()};
        return done();
    }

    [[nodiscard]] Reason reason_to_make(const Step& step, const plan::RowKey& key) const {
        if (!is_known_) return Reason::nothing_known;
        if (step.earlier == nullptr) return Reason::new_file;
        if (keys_.shared.program != earlier_.shared.program) return Reason::program;
        if (keys_.shared.settings != earlier_.shared.settings) return Reason::settings;
        if (keys_.shared.theme != earlier_.shared.theme) return Reason::theme;
        if (keys_.shared.day != earlier_.shared.day) return Reason::day;
        if (key.source != step.earlier->key.source) return Reason::source;
        if (key.others != step.earlier->key.others) return Reason::others;
        return step.intact ? Reason::none : Reason::altered;
    }

    /// `bytes` are the file's, if they had to be made.
    Outcome decide_row(std::size_t i, std::optional<std::string>& bytes) {
        Step& step = steps_[i];
        WrittenFile& file = next_.files[i];
        const auto* copied = std::get_if<plan::CopiedFile>(&plan_.rows[i].subject);
        step.reason = reason_to_make(step, file.key);
        // What all pages were made from is nothing to a file that is copied.
        const bool same_copy = copied != nullptr && step.earlier != nullptr && step.intact && step.earlier->key == file.key;
        if (step.reason == Reason::none || same_copy) {
            file.bytes = step.earlier->bytes;
            file.known = step.earlier->known;
            return done();
        }
        return copied != nullptr ? decide_copy(copied->file, step, file) : decide_page(i, step, file, bytes);
    }

    Outcome decide_page(std::size_t i, Step& step, WrittenFile& file, std::optional<std::string>& bytes) {
        auto page = make_page_(i);
        if (!page) return page.failure();
        bytes = std::move(*page);
        file.bytes = hash::digest_of(*bytes);
        if (keeps(step, file)) return done();
        return spare_.write(file.path, *bytes);
    }

    /// A file that is made of another's bytes alone, whatever those were made of.
    Outcome decide_compressed(std::size_t i, std::size_t original, std::optional<std::string>& bytes) {
        Step& step = steps_[i];
        WrittenFile& file = next_.files[i];
        const Compression how = std::get<plan::CompressedFile>(plan_.rows[i].subject).how;
        file.key = {next_.files[original].bytes, method_of(how)};
        if (step.intact && step.earlier->key == file.key) {
            file.bytes = step.earlier->bytes;
            file.known = step.earlier->known;
            return done();
        }
        step.reason = steps_[original].changed ? steps_[original].reason : reason_to_make(step, file.key);
        if (!bytes) {
            auto read = read_original(original);
            if (!read) return read.failure();
            bytes = std::move(*read);
        }
        const std::string compressed = how == Compression::gzip ? compression::gzip(*bytes) : compression::brotli(*bytes);
        file.bytes = hash::digest_of(compressed);
        if (keeps(step, file)) return done();
        return spare_.write(file.path, compressed);
    }

    /// The bytes of a file that was copied, or has not changed.
    [[nodiscard]] Result<std::string> read_original(std::size_t i) const {
        const auto* copied = std::get_if<plan::CopiedFile>(&plan_.rows[i].subject);
        return io::read_file(copied != nullptr && steps_[i].changed ? copied->file : io::join(output_, paths_[i]));
    }

    Outcome decide_copy(const std::string& source, Step& step, WrittenFile& file) {
        const auto digest = digest_of_file(source);
        if (!digest) return digest.failure();
        file.bytes = *digest;
        if (keeps(step, file)) return done();
        return spare_.copy(file.path, source);
    }

    /// Whether the file in the output has these bytes already.
    bool keeps(Step& step, WrittenFile& file) const {
        if (step.intact && step.earlier->bytes == file.bytes) {
            file.known = step.earlier->known;
            return true;
        }
        step.changed = true;
        if (step.earlier == nullptr || step.intact) return false;
        // Touched by somebody, or of unknown history: only its bytes tell.
        const std::string path = io::join(output_, file.path);
        const std::int64_t now = io::now_in_nanoseconds();
        const auto stamp = io::stamp_of_file(path);
        if (!stamp) return false;
        const auto present = digest_of_file(path);
        if (!present || *present != file.bytes) return false;
        file.known = known_at(now, stamp);
        step.changed = false;
        return true;
    }

    Outcome look_around() {
        const std::vector<std::string> folders = folders_of(next_.files);
        auto survey = survey_output(output_, earlier_, folders, jobs_);
        if (!survey) return survey.failure();
        survey_ = std::move(*survey);
        for (const Foreign& entry : survey_.foreign) {
            if (const Outcome free = check_free(entry); !free) return free;
            next_.foreign.push_back(entry.path);
        }
        std::set_difference(next_.foreign.begin(), next_.foreign.end(), earlier_.foreign.begin(), earlier_.foreign.end(),
                            std::back_inserter(result_.foreign));
        return done();
    }

    /// The row that something at a path is in the way of: one at that path, one that needs a folder there, or one that is to
    /// take the place of a folder above it.
    [[nodiscard]] std::optional<std::size_t> row_stopped_by(const std::string& path) const {
        const auto below = std::lower_bound(paths_.begin(), paths_.end(), path + "/");
        if (below != paths_.end() && below->starts_with(path + "/")) return static_cast<std::size_t>(below - paths_.begin());
        for (std::size_t end = path.size(); end != std::string::npos && end > 0; end = path.rfind('/', end - 1)) {
            const auto row = std::lower_bound(paths_.begin(), paths_.end(), path.substr(0, end));
            if (row != paths_.end() && *row == path.substr(0, end)) return static_cast<std::size_t>(row - paths_.begin());
        }
        return std::nullopt;
    }

    /// Fails when something foreign is in the way of a row.
    [[nodiscard]] Outcome check_free(const Foreign& entry) const {
        const auto row = row_stopped_by(entry.path);
        if (!row) return done();
        const std::string& path = paths_[*row];
        return Failure{"cannot write " + io::join(output_, path) + ": a " + (entry.is_folder ? "folder" : "file") +
                       " that vitrine did not write stands " + (path == entry.path ? "there" : "at " + io::join(output_, entry.path)) +
                       "; move it away, or rename " + plan_.rows[*row].origin};
    }

    Outcome put_in_place() {
        if (result_.changes.empty() && result_.removed.empty() && io::is_folder(output_)) return note_unchanged();
        std::vector<bool> changed;
        for (const Step& step : steps_) changed.push_back(step.changed);
        if (!can_exchange()) return replaced_in_place(changed);
        if (Outcome complete = spare_.complete(next_, changed, survey_.foreign, jobs_); !complete) return complete;
        if (!io::exists(output_)) return io::replace(spare_.folder(), output_);
        // The output becomes the spare copy, with what is foreign in it.
        if (is_known_ && earlier_.foreign != next_.foreign) {
            earlier_.foreign = next_.foreign;
            if (Outcome noted = save_manifest(claim_.state(), output_, earlier_); !noted) return noted;
        }
        const auto exchanged = io::exchange_folders(spare_.folder(), output_);
        if (!exchanged) return exchanged.failure();
        return *exchanged ? done() : replaced_in_place(changed);
    }

    Outcome replaced_in_place(const std::vector<bool>& changed) {
        Outcome replaced = replace_in_place(claim_, spare_.folder(), earlier_, next_, changed);
        spare_.abandon();
        return replaced;
    }

    /// An output that is a mount point lies on another file system than its state.
    [[nodiscard]] bool can_exchange() const { return !io::exists(output_) || io::on_one_file_system(output_, claim_.state()); }

    /// Nothing is to be done; what was learned of files and folders saves the next build from looking again.
    Outcome note_unchanged() {
        next_.folders = std::move(survey_.folders);
        return is_known_ && next_ == earlier_ ? done() : save_manifest(claim_.state(), output_, next_);
    }

    const Claim& claim_;
    const std::string& output_;
    const plan::Plan& plan_;
    const plan::Keys& keys_;
    const MakePage& make_page_;
    const Watcher& watcher_;
    std::size_t jobs_;
    std::vector<std::string> paths_;  ///< of the rows
    Spare spare_;
    bool is_known_ = false;           ///< whether the last commit left a manifest
    Manifest earlier_;
    Manifest next_;
    std::vector<Step> steps_;
    Survey survey_;
    Committed result_;
};

}  // namespace

Result<Committed> commit_output(const Claim& claim, const plan::Plan& plan, const plan::Keys& keys, const MakePage& make_page,
                                const Watcher& watcher, std::size_t jobs) {
    return Commit(claim, plan, keys, make_page, watcher, jobs).run();
}

}  // namespace vitrine::output
