"""What the tests found, and what they run in."""

from dataclasses import dataclass, field
from pathlib import Path

from program import Program


class Skip(Exception):
    """This machine lacks something that a test needs."""


@dataclass
class Context:
    """What every test gets."""
    program: Program
    folder: Path
    long: bool
    seed: int

    def pick(self, short, long):
        return long if self.long else short


@dataclass
class Findings:
    """The faults that one test found."""
    rows: list = field(default_factory=list)
    notes: list = field(default_factory=list)

    def add(self, what, details=()):
        """A fault, in a line, with the lines that explain it."""
        self.rows.append([what, *(f"    {row}" for row in details)])

    def note(self, words):
        """Something worth a line that is no fault: how much was tried."""
        self.notes.append(words)

    def lines(self, most):
        """The first faults in full, and how many more there are."""
        lines = [line for rows in self.rows[:most] for line in rows]
        return lines + ([f"… and {len(self.rows) - most} more of this"] if len(self.rows) > most else [])
