#include "formats/mustache_program.h"
#include "formats/mustache_syntax.h"

namespace vitrine::mustache {
namespace {

/// Finds the longest chain of different files that include one another.
class Chains {
public:
    explicit Chains(const std::vector<File>& files) : files_(files), states_(files.size()) {}

    /// How many files the longest chain below a file has. Files that include themselves count once: their data ends them.
    std::size_t length(std::size_t file) {
        State& state = states_[file];
        if (state.progress == Progress::known) return state.length;
        state.progress = Progress::in_work;
        for (const Inclusion& inclusion : files_[file].inclusions) {
            if (states_[inclusion.file].progress == Progress::in_work) continue;
            const std::size_t through = 1 + length(inclusion.file);
            if (through <= state.length) continue;
            state.length = through;
            state.longest = &inclusion;
        }
        state.progress = Progress::known;
        return state.length;
    }

    /// Reports the place on the longest chain of the template that is one too deep, if there is one.
    void report(Diagnostics& diagnostics) {
        if (files_.empty() || length(0) <= deepest_nesting) return;
        std::size_t file = 0;
        for (std::size_t depth = 0; depth < deepest_nesting; ++depth) file = states_[file].longest->file;
        report_too_deep(files_[file], states_[file].longest->name, diagnostics);
    }

private:
    enum class Progress : std::uint8_t { none, in_work, known };

    struct State {
        Progress progress = Progress::none;
        std::size_t length = 0;
        const Inclusion* longest = nullptr;  ///< the first step of the longest chain
    };

    const std::vector<File>& files_;
    std::vector<State> states_;
};

/// Finds files that include themselves, perhaps through others, with no section on the way that could end it.
class Loops {
public:
    Loops(const std::vector<File>& files, Diagnostics& diagnostics)
        : files_(files), diagnostics_(diagnostics), states_(files.size(), Progress::none) {}

    void report() {
        for (std::size_t file = 0; file < files_.size(); ++file) visit(file);
    }

private:
    enum class Progress : std::uint8_t { none, in_work, done };

    void visit(std::size_t file) {
        if (states_[file] != Progress::none) return;
        states_[file] = Progress::in_work;
        for (const Inclusion& inclusion : files_[file].inclusions) {
            if (!inclusion.always) continue;
            if (states_[inclusion.file] == Progress::in_work) report_here(files_[file], inclusion);
            visit(inclusion.file);
        }
        states_[file] = Progress::done;
    }

    void report_here(const File& file, const Inclusion& inclusion) {
        mustache::report(diagnostics_, Code::template_depth, *file.source, inclusion.name,
                         quoted(files_[inclusion.file].name) + " includes itself without end",
                         "put this in a section that is not always entered");
    }

    const std::vector<File>& files_;
    Diagnostics& diagnostics_;
    std::vector<Progress> states_;
};

}  // namespace

void report_too_deep(const File& file, Span name, Diagnostics& diagnostics) {
    report(diagnostics, Code::template_depth, *file.source, name,
           "partials are included more than " + std::to_string(deepest_nesting) + " deep here",
           "let the template include some of them itself");
}

void check_nesting(const std::vector<File>& files, Diagnostics& diagnostics) {
    Chains(files).report(diagnostics);
    Loops(files, diagnostics).report();
}

}  // namespace vitrine::mustache
