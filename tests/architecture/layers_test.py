"""The layers of docs/architecture.md, held by reading every #include below src/."""

import re
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src"

# What each layer may include besides itself.
LAYERS = {
    "base": set(),
    "io": {"base"},
    "formats": {"base"},
    "model": {"base"},
    "content": {"base", "io", "formats", "model"},
    "plan": {"base", "formats", "model"},
    "render": {"base", "formats", "model", "plan"},
    "output": {"base", "io", "formats", "plan"},
    "check": {"base", "formats", "model"},
    "build": {"base", "io", "formats", "model", "content", "plan", "render", "output"},
    "scaffold": {"base", "io", "formats", "model", "content"},
    "import": {"base", "io", "formats", "model", "scaffold"},
    "snapshot": {"base", "io", "formats", "model", "content", "plan", "output", "build"},
}
LAYERS["serve"] = LAYERS["build"] | {"build"}
LAYERS["cli"] = set(LAYERS)

# Each library by how its headers begin. The standard library and the system's own headers are no libraries.
LIBRARIES = ["boost/filesystem", "boost/asio", "boost/beast", "toml++/", "cmark", "kainjow/", "CLI/", "nlohmann/", "xxhash", "utf8proc", "mimalloc", "libical/", "libxml/", "zlib", "brotli/", "iconv", "archive", "openssl/"]
SYSTEM = re.compile(r"^(sys/|spawn\.h|unistd\.h|fcntl\.h|signal\.h|dirent\.h|poll\.h|sched\.h|linux/)")
STANDARD = re.compile(r"^[a-z_0-9]+$")

INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]', re.MULTILINE)


def includes():
    """Every #include below src/: the file, its layer, `file:line`, the kind of quotes, and what is included."""
    for file in sorted(SOURCE.rglob("*")):
        if file.suffix not in (".cpp", ".h", ".c"):
            continue
        text = file.read_text()
        path = file.relative_to(SOURCE)
        for match in INCLUDE.finditer(text):
            line = text.count("\n", 0, match.start(2)) + 1
            yield path, path.parts[0], f"src/{path}:{line}", match[1], match[2]


def library_of(header):
    return next((library for library in LIBRARIES if header.startswith(library)), None)


class Layers(unittest.TestCase):
    def assert_none(self, offences, rule):
        if offences:
            self.fail("\n".join(["", *offences, rule]))

    def test_known_layers(self):
        """Every folder of src/ is a layer with a place in the order."""
        folders = {path.name for path in SOURCE.iterdir() if path.is_dir()}
        self.assert_none(sorted(folders - set(LAYERS)), "these folders have no rule in tests/architecture/layers_test.py")
        self.assert_none([path.name for path in SOURCE.iterdir() if path.is_file()], "a source file lies in the folder of its layer")

    def test_layers_point_down(self):
        """Includes only ever point down."""
        offences = []
        for _, layer, place, quotes, header in includes():
            target = header.split("/")[0]
            if quotes == '"' and target != layer and target not in LAYERS.get(layer, set()):
                offences.append(f"{place}: {layer} includes {header}; it may use {', '.join(sorted(LAYERS.get(layer, set()))) or 'nothing'}")
        self.assert_none(offences, "a layer includes only those below it")

    def test_own_headers_exist(self):
        """Includes in quotes are the project's own, written from src/."""
        offences = [f"{place}: {header}" for _, _, place, quotes, header in includes() if quotes == '"' and not (SOURCE / header).exists()]
        self.assert_none(offences, 'write "layer/file.h" for the project\'s own headers and <…> for others')

    def test_libraries_live_low(self):
        """Third-party headers are included in formats/, io/ and cli/arguments.cpp alone, and never in a header."""
        offences = []
        for path, layer, place, _, header in includes():
            library = library_of(header)
            allowed = path.suffix == ".cpp" and (layer in ("formats", "io") or (library == "CLI/" and str(path) == "cli/arguments.cpp"))
            if library and not allowed:
                offences.append(f"{place}: {header}")
        self.assert_none(offences, "libraries are adapted in the .cpp files of formats/ and io/; CLI11 in cli/arguments.cpp")

    def test_one_place_for_each_library(self):
        """Each library is included in one file."""
        users = {}
        for path, _, _, _, header in includes():
            if library_of(header):
                users.setdefault(library_of(header), set()).add(f"src/{path}")
        offences = [f"{library} in {', '.join(sorted(files))}" for library, files in sorted(users.items()) if len(files) > 1]
        self.assert_none(offences, "heavy headers are compiled once, and a library is replaced in one place")

    def test_no_unknown_library(self):
        """No library is used that this test does not know."""
        offences = [
            f"{place}: <{header}>"
            for _, _, place, quotes, header in includes()
            if quotes == "<" and not library_of(header) and not STANDARD.match(header) and not SYSTEM.match(header)
        ]
        self.assert_none(offences, "add the library to tests/architecture/layers_test.py, CMakeLists.txt and scripts/lib.sh")

    def test_system_headers(self):
        """Disk, processes and the clock are reached in io/ alone, the terminal also in cli/."""
        standard = {"filesystem", "fstream"}
        offences = []
        for _, layer, place, quotes, header in includes():
            outside = SYSTEM.match(header) or header in standard
            if quotes == "<" and outside and layer not in ("io", "cli"):
                offences.append(f"{place}: <{header}>")
        self.assert_none(offences, "only io/ (and cli/ for the terminal) may touch the machine")


if __name__ == "__main__":
    unittest.main()
