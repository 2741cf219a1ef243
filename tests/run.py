#!/usr/bin/env python3
"""Runs the *_test.py files of one folder; the last line says how many tests passed, failed and were skipped.

    tests/run.py FOLDER [FILTER]

FILTER is a part of a test's name. The name of a test is the sentence at its top.
"""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "support"))
sys.dont_write_bytecode = True


def tests_in(suite):
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            yield from tests_in(item)
        else:
            yield item


def main(folder, wanted=""):
    found = tests_in(unittest.TestLoader().discover(folder, pattern="*_test.py"))
    suite = unittest.TestSuite(test for test in found if wanted.lower() in f"{test.id()} {test.shortDescription()}".lower())
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=0, descriptions=True).run(suite)
    # A test that fails for several of its cases is one failed test.
    failed = len({getattr(test, "test_case", test).id() for test, _ in result.failures + result.errors})
    skipped = len(result.skipped)
    print(f"{result.testsRun - failed - skipped} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
