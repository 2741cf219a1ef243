"""What the tests of the whole program share: the program, sites to build, and what a build left on the disk."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(os.environ.get("VITRINE", PROJECT / "build/release/vitrine"))
MINIMAL = PROJECT / "tests/golden/_base/minimal"
SHARED = Path(os.environ.get("VITRINE_SHARED", PROJECT.parent / "shared"))
CLOCK = "2026-06-30"


def files_below(folder):
    """Every file of a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(Path(folder).rglob("*")) if path.is_file()}


class ProgramTest(unittest.TestCase):
    """A test with a folder of its own, which is removed afterwards."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="vitrine-test-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_vitrine(self, *arguments, status=0, cwd=None, **environment):
        """Runs the program with a clean environment, and fails unless it ends with that status."""
        base = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
        result = subprocess.run([PROGRAM, *map(str, arguments)], cwd=cwd or self.folder, env=base | environment,
                                stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600)
        self.assertEqual(result.returncode, status, f"{' '.join(map(str, arguments))}\n{result.stderr[-4000:]}")
        return result

    def build(self, site, output, *arguments, **keywords):
        return self.run_vitrine("build", site, "--output", output, "--at", CLOCK, *arguments, **keywords)

    def assert_same_files(self, one, other):
        """Fails with the names of the files that differ, not with their bytes."""
        one, other = files_below(one), files_below(other)
        self.assertEqual(sorted(one), sorted(other))
        self.assertEqual([], [name for name in one if one[name] != other[name]])
