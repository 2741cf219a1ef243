#include "snapshot/pack.h"

#include "io/files.h"
#include "io/open_files.h"
#include "io/paths.h"
#include "io/walk.h"

namespace vitrine::snapshot {
namespace {

Outcome add_file(archive::Writer& writer, const std::string& file, const std::string& path, std::uint64_t size) {
    if (Outcome begun = writer.begin_file(path, size); !begun) return begun;
    Outcome added = done();
    const Outcome read = io::read_parts(file, [&](std::string_view part) {
        if (added) added = writer.add(part);
    });
    return read ? added : read;
}

}  // namespace

Outcome pack(const std::string& folder, const std::string& name, archive::Kind kind, Instant time, const std::string& file) {
    const auto entries = io::walk_everything(folder);
    if (!entries) return entries.failure();
    auto out = io::NewFile::create(file);
    if (!out) return out.failure();
    auto writer = archive::Writer::create(kind, time, [&](std::string_view part) { return out->append(part); });
    if (!writer) return writer.failure();
    if (Outcome added = writer->add_folder(name); !added) return added;
    for (const io::TreeEntry& entry : *entries) {
        const std::string path = name + "/" + entry.path;
        Outcome added = entry.kind == io::TreeEntry::Kind::folder
                            ? writer->add_folder(path)
                            : add_file(*writer, io::join(folder, entry.path), path, entry.size);
        if (!added) return added;
    }
    if (Outcome closed = writer->close(); !closed) return closed;
    return out->close();
}

}  // namespace vitrine::snapshot
