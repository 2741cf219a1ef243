#!/usr/bin/env python3
"""Endurance: what becomes of public/ when disks fail, builds are killed, several build at once, and content is edited for years.

    VITRINE=build/release/vitrine tests/endurance/run.py            the short form, about a minute and a half
    VITRINE=build/release/vitrine tests/endurance/run.py --long     the long form: every operation, 200 kills, 3,000 edits
    tests/endurance/run.py [--long] [--seed N] [--all] [--in FOLDER] [--list] [WHAT...]

    faults      the Nth file operation fails, the disk is full from the Nth on, or the build is killed at the Nth
    kills       builds are killed at random instants; readers read while builds run
    edits       after random edits a build leaves what a clean build makes (--edits N: how many edits)
    builders    several builds at once on one output

WHAT is one of these names, or a part of a test's name. --seed repeats a run; the seed of a run stands in its first line.
--in says where the sites are made: by default in memory (/dev/shm) where there is such a folder. The program has to load
shared libraries, and must not be linked with a sanitizer: `faults` stands between it and the C library.
Of each test the first findings are printed, with --all every one. The last line says how many tests passed, failed and were skipped.
"""

import argparse
import os
import random
import sys
import tempfile
import time
import traceback
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

import builders
import edits
import faults
import kills
from findings import Context, Findings, Skip
from program import PROJECT, Program

GROUPS = {"faults": faults.TESTS, "kills": kills.TESTS, "edits": edits.TESTS, "builders": builders.TESTS}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", metavar="WHAT")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--all", action="store_true", help="print every finding")
    parser.add_argument("--edits", type=int, help="how many edits `edits` makes")
    parser.add_argument("--in", dest="within", metavar="FOLDER", default="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
    parser.add_argument("--list", action="store_true", help="print the tests' names and run none")
    return parser.parse_args()


def chosen(what):
    """The tests to run: group, name, function."""
    tests = [(group, name, test) for group, rows in GROUPS.items() for name, test in rows]
    wanted = [word.lower() for word in what]
    return [row for row in tests if not wanted or any(word == row[0] or word in row[1].lower() for word in wanted)]


def run_test(context, test):
    """Runs one test in a folder of its own: what it found, and why it was skipped if it was."""
    findings = Findings()
    with tempfile.TemporaryDirectory(prefix="vitrine-endurance-", dir=context.folder, ignore_cleanup_errors=True) as folder:
        own = Context(context.program, Path(folder).resolve(), context.long, context.seed)
        try:
            test(own, findings)
        except Skip as reason:
            return findings, str(reason)
        except Exception:  # the other tests are to run all the same
            findings.add("the test itself broke off", traceback.format_exc().splitlines())
    return findings, None


def report(group, name, findings, skipped, seconds, most):
    verdict = "skipped" if skipped else "FAILED" if findings.rows else "passed"
    print(f"{verdict} {group}: {name} ({'; '.join([*findings.notes, f'{seconds:.1f} s'])})")
    for line in [skipped] if skipped else findings.lines(most):
        print(f"    {line}")
    sys.stdout.flush()


def main():
    options = arguments()
    tests = chosen(options.what)
    if options.list:
        print(*(f"{group}: {name}" for group, name, _ in tests), sep="\n")
        return 0
    edits.WANTED = options.edits
    context = Context(Program(PROGRAM), options.within, options.long, options.seed)
    print(f"{PROGRAM}, seed {options.seed}, the {'long' if options.long else 'short'} form")
    failed = skips = 0
    for group, name, test in tests:
        begin = time.monotonic()
        findings, skipped = run_test(context, test)
        report(group, name, findings, skipped, time.monotonic() - begin, 10_000 if options.all else 4)
        failed += bool(findings.rows) and not skipped
        skips += bool(skipped)
    print(f"{len(tests) - failed - skips} passed, {failed} failed, {skips} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    PROGRAM = os.path.abspath(os.environ.get("VITRINE", PROJECT / "build/release/vitrine"))
    if not os.access(PROGRAM, os.X_OK):
        sys.exit(f"{PROGRAM} is not there: build it, or name it in VITRINE")
    sys.exit(main())
