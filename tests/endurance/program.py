"""Running vitrine, and what it said."""

import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import tree

PROJECT = Path(__file__).resolve().parents[2]
CLOCK = "2026-06-30"
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
TIMEOUT = 120  # seconds; a build of the largest site here takes a tenth of one


@dataclass
class Outcome:
    """How a run ended. The status is negative after a signal, and None if it had to be stopped."""
    status: int | None
    stdout: str
    stderr: str

    def faults(self, allowed=(0,)):
        """What is wrong with how it ended: another status, or an exit with 3 that is not one sentence."""
        if self.status is None:
            return [f"it did not end within {TIMEOUT} s"]
        if self.status not in allowed:
            return [f"{ending(self.status)}; stderr: {shown(self.stderr)}"]
        lines = self.stderr.splitlines()
        if self.status == 3 and (len(lines) != 1 or not lines[0].startswith("vitrine: ") or len(lines[0]) < 20):
            return [f"exit 3 without exactly one sentence that begins with `vitrine: `; stderr: {shown(self.stderr)}"]
        return []


def ending(status):
    return f"signal {-status}" if status < 0 else f"exit {status}"


def shown(text):
    return repr(text[-600:]) if text else "nothing"


class Program:
    """The program under test."""

    def __init__(self, path, environment=None):
        self.path, self.environment = str(path), ENVIRONMENT | (environment or {})

    def command(self, site, output, at=CLOCK, jobs=2):
        return [self.path, "build", str(site), "--output", str(output), "--at", at, "--jobs", str(jobs)]

    def start(self, site, output, at=CLOCK, jobs=2, **keywords):
        """Starts a build and does not wait for it."""
        return subprocess.Popen(self.command(site, output, at, jobs), env=self.environment, cwd="/", stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, **keywords)

    def build(self, site, output, at=CLOCK, jobs=2, environment=None):
        try:
            result = subprocess.run(self.command(site, output, at, jobs), env=self.environment | (environment or {}), cwd="/",
                                    stdin=subprocess.DEVNULL, capture_output=True, timeout=TIMEOUT)
        except subprocess.TimeoutExpired as expired:
            return Outcome(None, text_of(expired.stdout), text_of(expired.stderr))
        return Outcome(result.returncode, text_of(result.stdout), text_of(result.stderr))

    def clean(self, site, below, at=CLOCK, jobs=1):
        """A build to a folder that was never there, without any state: what went wrong, and the tree."""
        output = os.path.join(tempfile.mkdtemp(prefix="clean-", dir=below), "public")
        outcome = self.build(site, output, at, jobs)
        return outcome, tree.snapshot(output)


def text_of(data):
    return (data or b"").decode("utf-8", "backslashreplace")


class Place:
    """A folder with a site in site/, and its output, which stands in a folder of its own with the program's state."""

    def __init__(self, below, name):
        self.folder = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=below))
        self.site = self.folder / "site"
        self.site.mkdir()
        self.beside = self.folder / "www"
        self.beside.mkdir()
        self.output = self.beside / "public"
        self.state = self.beside / ".vitrine"

    def public(self):
        return tree.snapshot(self.output)

    def litter(self):
        """What stands beside the output and is not the program's state."""
        return [f"{name} was left beside public/" for name in sorted(os.listdir(self.beside)) if name not in ("public", ".vitrine")]
