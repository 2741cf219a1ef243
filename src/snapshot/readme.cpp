#include "snapshot/readme.h"

#include "base/text.h"

namespace vitrine::snapshot {
namespace {

constexpr std::string_view contents = R"(
What is in this folder

  data/site/      the website as its readers saw it. Open data/site/index.html in any
                  browser: it needs no network, no web server and no special program.
                  data/site/data/ has the facts as CSV and JSON.
  data/sources/   the text files from which the website was made, as the office wrote them,
                  and the files that were published with them. Nothing that was not
                  public is among them. Of a response that was withdrawn, only the facts
                  at its head are kept, and not its text.
  bag-info.txt    whose site this is, when it was archived, and under which licence
  manifest-*.txt  a checksum for each file in data/
  tagmanifest-*.txt  a checksum for each of the other files here

This is a "bag" as RFC 8493 (The BagIt File Packaging Format, version 1.0) describes it.
Any program for BagIt can check it.

How to check it with the commands of your system

Open a terminal in this folder.

  Linux    sha256sum -c --quiet manifest-sha256.txt
           sha256sum -c --quiet tagmanifest-sha256.txt
  macOS    shasum -a 256 -c manifest-sha256.txt
           shasum -a 256 -c tagmanifest-sha256.txt

Every line that does not end in OK names a file that was changed or is missing. A file
whose name has a percent sign is listed with %25 in its place, which BagIt asks for; these
commands do not know that and call it missing. They do not notice added files either: as
many files must lie in data/ as Payload-Oxum in bag-info.txt says behind its point.

  sha256sum tagmanifest-sha256.txt

prints the digest of the whole snapshot. The office publishes it on its site, and the next
snapshot names it in its bag-info.txt, so that none can be replaced unseen.

  grep '  data/site/' manifest-sha256.txt | sha256sum

prints the digest of the website alone: Vitrine-Site-Digest in bag-info.txt.
)";

}  // namespace

std::string readme_text(const Description& description, const Snapshot& snapshot) {
    const SiteConfig& config = description.config;
    return config.title + "\n" + config.office.name + "\n\nArchived copy of " + config.base_url + "\nas it was on " +
           long_date(uk_date(description.now)) + ": " + counted(snapshot.files, "file", "files") + ", " +
           grouped(static_cast<std::size_t>(snapshot.size)) + " bytes.\n" + std::string(contents);
}

}  // namespace vitrine::snapshot
