#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/site.h"
#include "model/snapshot.h"

namespace vitrine::snapshot {

enum class ChangeKind : std::uint8_t { added, removed, changed, withdrawn };

/// `added`.
[[nodiscard]] std::string_view word_for(ChangeKind kind);

/// A fact of the record that says something else. One of both may be empty: it was not there.
struct FieldChange {
    std::string label;  ///< "Response published"
    std::string before, after;

    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

/// A part of a response: a section of its text by its heading, a recommendation by its number.
struct PartChange {
    std::string name;
    ChangeKind kind = ChangeKind::changed;
    std::vector<FieldChange> fields;  ///< of a recommendation that is in both

    friend bool operator==(const PartChange&, const PartChange&) = default;
};

struct ResponseChange {
    std::string id;
    std::string title;  ///< the later one where there are two
    ChangeKind kind = ChangeKind::changed;
    std::vector<FieldChange> fields;          ///< in the order of the form
    std::vector<PartChange> sections;         ///< in the order of the later text, then those that are gone
    std::vector<PartChange> recommendations;  ///< likewise
};

/// A page or file of the sources, by its path.
struct FileChange {
    std::string path;
    ChangeKind kind = ChangeKind::changed;

    friend bool operator==(const FileChange&, const FileChange&) = default;
};

/// How two states of a site's record differ.
struct Difference {
    std::vector<ResponseChange> responses;  ///< sorted by id
    std::vector<FileChange> files;          ///< everything but responses, sorted by path

    [[nodiscard]] bool nothing() const { return responses.empty() && files.empty(); }
    [[nodiscard]] SnapshotChanges counts() const;
};

/// One of two states: the site, and the digests of its source files by their paths.
struct State {
    const Site& site;
    const std::map<std::string, std::string>& files;
};

/// Compares the records, not the pages: what an auditor asks for. A change that makes no difference to what is recorded (the order
/// of keys, a comment) is none; a response of which only such things changed is not listed.
[[nodiscard]] Difference compare(const State& before, const State& after);

}  // namespace vitrine::snapshot
