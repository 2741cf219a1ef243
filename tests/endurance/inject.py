"""Builds whose file operations fail: compiles faults.cpp and runs the program with it."""

import errno
import functools
import os
import shutil
import struct
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from findings import Skip
from program import Program

SOURCE = Path(__file__).resolve().parent / "faults.cpp"


@dataclass(frozen=True)
class Fault:
    """What happens to the Nth operation of a kind."""
    kind: str
    error: int = errno.EIO
    full_disk: bool = False
    kill: bool = False

    @property
    def name(self):
        if self.kill:
            return "killed"
        return "disk full" if self.full_disk else errno.errorcode[self.error]

    def environment(self, number):
        """`number` 0 counts only."""
        words = {"KIND": self.kind, "ERRNO": self.error, "AT": number, "STICKY": self.full_disk, "SHORT": self.full_disk, "KILL": self.kill}
        return {f"VITRINE_FAULT_{key}": str(int(value) if isinstance(value, bool) else value) for key, value in words.items() if value}


@dataclass
class Counts:
    """What the library saw: operations, the number of the first that failed (0: none), and which that was."""
    counted: int
    fired: int
    what: str


@functools.cache
def compiled():
    """The library, compiled once for all tests; the folder that is returned with it goes when the program ends."""
    compiler = shutil.which("g++")
    if compiler is None:
        raise Skip("there is no g++ to compile faults.cpp")
    folder = tempfile.TemporaryDirectory(prefix="vitrine-faults-")
    library = Path(folder.name) / "faults.so"
    subprocess.run([compiler, "-std=c++17", "-O1", "-shared", "-fPIC", "-o", library, SOURCE, "-ldl"], check=True)
    return library, folder


def without_exchange(program):
    """The same program where two folders cannot change places: files are replaced one by one."""
    return Program(program.path, {"LD_PRELOAD": str(compiled()[0]), "VITRINE_FAULT_NO_EXCHANGE": "1"})


class Injector:
    """The library at work on one site. What it counts stands in a file in `folder`, outside that site."""

    def __init__(self, folder):
        self.library, _ = compiled()
        self.counts = Path(folder) / "counts"

    def build(self, program, place, fault, number, jobs):
        """One build in which that operation fails: how it ended, and what the library saw."""
        self.counts.unlink(missing_ok=True)
        environment = fault.environment(number) | {
            "LD_PRELOAD": str(self.library),
            "VITRINE_FAULT_UNDER": os.path.realpath(place.folder),
            "VITRINE_FAULT_COUNT": str(self.counts),
        }
        outcome = program.build(place.site, place.output, jobs=jobs, environment=environment)
        return outcome, self.read_counts()

    def read_counts(self):
        if not self.counts.exists():
            return Counts(0, 0, "")
        data = self.counts.read_bytes()
        counted, fired = struct.unpack_from("<QQ", data)
        return Counts(counted, fired, data[16:].split(b"\0")[0].decode("utf-8", "replace"))
