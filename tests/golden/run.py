#!/usr/bin/env python3
"""Runs the golden sites: vitrine on small sites, compared with all that it should print and write.

    VITRINE=build/dev/vitrine tests/golden/run.py [--update] [FILTER]

A case is a folder GROUP/CASE. Its name begins with `fail_` if and only if the program's exit status is not 0.
    site/          the site
    base           the name of a site in _base/ over which site/ is laid
    append         lines PATH TIMES TEXT: more text at the end of a file of the site, for faults too long to keep here
    command        arguments of vitrine; without it: build {site} --output {out} --at 2026-06-30
    status         exit status; without it 1 for fail_ cases and 0 for the others
    stdout stderr  exactly what is printed; without them nothing
    expected/      exactly the files that are written; or expected.list: their names alone. Fingerprints of assets are left open
    compared       patterns of the files of expected/ where it is about these alone
    never          lines that must not occur in any written file
A run that fails finds an output that was built before, and must leave it as it was. No run may change its site.
--update writes stdout, stderr, status, and expected where it exists, anew.
"""

import difflib
import fnmatch
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

GOLDEN = Path(__file__).resolve().parent
CODES = GOLDEN.parent.parent / "src/base/codes.cpp"
KNOWN = {"site", "base", "append", "command", "status", "stdout", "stderr", "expected", "expected.list", "compared", "never"}
DEFAULT_COMMAND = "build {site} --output {out} --at 2026-06-30"
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


def run_program(arguments, folder):
    """Runs vitrine in a folder with nothing inherited; returns status, stdout, stderr, all with steady words."""
    result = subprocess.run([PROGRAM, *arguments], cwd=folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
    return result.returncode, steady(result.stdout, folder), steady(result.stderr, folder)


def steady(output, folder):
    """Output without what differs from run to run: the temporary folder and measured times."""
    text = output.decode("utf-8", "backslashreplace").replace(f"{folder}/", "")
    return re.sub(r"\b\d[\d,]*(\.\d+)? (ms|s)\b", "{time}", text)


def files_below(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def written_files(folder):
    """What the program wrote, without what differs with every edit of the default theme's style: the fingerprints of assets."""
    fingerprint = rb"(?<=assets/)(style|custom|icon)\.[0-9a-f]{16}\."
    without = lambda data: re.sub(fingerprint, rb"\1.{fingerprint}.", data)
    return {without(path.encode()).decode(): without(data) for path, data in files_below(folder).items()}


def lay_out(case, folder):
    """Makes the case's site in `folder`."""
    site = folder / "site"
    site.mkdir()
    if (case / "base").exists():
        shutil.copytree(GOLDEN / "_base" / (case / "base").read_text().strip(), site, dirs_exist_ok=True)
    if (case / "site").exists():
        shutil.copytree(case / "site", site, dirs_exist_ok=True)
    if (case / "append").exists():
        for line in (case / "append").read_text().splitlines():
            path, times, text = line.split(" ", 2)
            with open(site / path, "a", encoding="utf-8") as file:
                file.write(text.replace("\\n", "\n") * int(times))


def lines_of(data):
    return data.decode("utf-8", "backslashreplace").splitlines() if isinstance(data, bytes) else data.splitlines()


def difference(name, expected, found):
    """How two texts differ, for a person; empty when they are equal."""
    if expected == found:
        return []
    rows = list(difflib.unified_diff(lines_of(expected), lines_of(found), f"{name} expected", f"{name} found", lineterm=""))
    return rows[:60] + ([f"… {len(rows) - 60} lines more"] if len(rows) > 60 else []) or [f"{name} differs in its line ends or bytes"]


def tree_difference(expected, found):
    problems = [f"{path} is missing" for path in expected if path not in found]
    problems += [f"{path} should not be there" for path in found if path not in expected]
    for path in sorted(expected.keys() & found.keys()):
        problems += difference(path, expected[path], found[path])
    return problems


def misplaced_files(case):
    problems = [f"nothing uses the file {entry.name}" for entry in case.iterdir() if entry.name not in KNOWN]
    if not {"site", "base", "command"} & {entry.name for entry in case.iterdir()}:
        problems.append("there is neither site/ nor base nor command")
    if (case / "expected").exists() and (case / "expected.list").exists():
        problems.append("there are both expected/ and expected.list")
    return problems


def compared_files(case, files):
    """Those of the files that the case is about."""
    if not (case / "compared").exists():
        return files
    patterns = (case / "compared").read_text().split()
    return {path: data for path, data in files.items() if any(fnmatch.fnmatch(path, pattern) for pattern in patterns)}


class Run:
    """One run of a case: what the program printed and wrote, and what it should not have touched."""

    def __init__(self, case, folder, earlier_build):
        lay_out(case, folder)
        if case.name.startswith("fail_"):
            shutil.copytree(earlier_build, folder, dirs_exist_ok=True)
        before = files_below(folder)
        command = (case / "command").read_text().strip() if (case / "command").exists() else DEFAULT_COMMAND
        arguments = [word.format(site="site", out="out") for word in shlex.split(command)]
        self.status, self.stdout, self.stderr = run_program(arguments, folder)
        self.files = written_files(folder / "out")
        after = files_below(folder)
        if self.status == 0:
            after = {path: data for path, data in after.items() if path in before}
        self.problems = [f"changed by the run: {row}" for row in tree_difference(before, after)]


def expected_status(case):
    if (case / "status").exists():
        return int((case / "status").read_text())
    return 1 if case.name.startswith("fail_") else 0


def compare(case, run):
    """Every way in which the run is not what the case expects."""
    problems = []
    if run.status != expected_status(case):
        problems.append(f"exit status {run.status} in place of {expected_status(case)}")
    for name, found in (("stderr", run.stderr), ("stdout", run.stdout)):
        file = case / name
        problems += difference(name, file.read_text(encoding="utf-8") if file.exists() else "", found)
    if (case / "expected").exists():
        problems += tree_difference(files_below(case / "expected"), compared_files(case, run.files))
    if (case / "expected.list").exists():
        problems += difference("expected.list", (case / "expected.list").read_text(), "".join(f"{path}\n" for path in run.files))
    return problems


def write_or_remove(file, text):
    if text:
        file.write_text(text, encoding="utf-8")
    else:
        file.unlink(missing_ok=True)


def update(case, run):
    """Makes the case expect what the run gave, but for crashes."""
    if run.status not in (0, 1, 2, 3):
        return
    write_or_remove(case / "stderr", run.stderr)
    write_or_remove(case / "stdout", run.stdout)
    usual = 1 if case.name.startswith("fail_") else 0
    write_or_remove(case / "status", "" if run.status == usual else f"{run.status}\n")
    if (case / "expected.list").exists():
        (case / "expected.list").write_text("".join(f"{path}\n" for path in run.files))
    if (case / "expected").exists():
        shutil.rmtree(case / "expected")
        for path, data in compared_files(case, run.files).items():
            (case / "expected" / path).parent.mkdir(parents=True, exist_ok=True)
            (case / "expected" / path).write_bytes(data)


def check(case, earlier_build, rewrite):
    """Runs one case; returns its problems."""
    problems = misplaced_files(case)
    try:
        with tempfile.TemporaryDirectory(prefix="vitrine-golden-") as folder:
            run = Run(case, Path(folder), earlier_build)
    except (OSError, subprocess.TimeoutExpired, ValueError) as error:
        return problems + [str(error)]
    if rewrite:
        update(case, run)
    problems += compare(case, run) + run.problems
    if (run.status != 0) != case.name.startswith("fail_"):
        problems.append("the name should begin with fail_" if run.status != 0 else "the name should not begin with fail_")
    if (case / "never").exists():
        for text in (case / "never").read_text(encoding="utf-8").splitlines():
            problems += [f"`{text}` stands in {path}" for path, data in run.files.items() if text.encode() in data or text in path]
    return problems


def unseen_codes(cases):
    """The codes of diagnostics that no case produces."""
    seen = "".join((case / "stderr").read_text(encoding="utf-8") for case in cases if (case / "stderr").exists())
    return [code for code in re.findall(r'CodeInfo\{Code::\w+, "([^"]+)"', CODES.read_text()) if f"[{code}]" not in seen]


def all_cases():
    groups = sorted(entry for entry in GOLDEN.iterdir() if entry.is_dir() and not entry.name.startswith("_"))
    return [case for group in groups for case in sorted(group.iterdir())]


def make_earlier_build(folder):
    """What lies beside the site before a run that fails: an output that the program built, with a file that is not its own."""
    shutil.copytree(GOLDEN / "_base" / "minimal", folder / "site")
    status, _, errors = run_program(["build", "site", "--output", "out", "--at", "2026-06-30"], folder)
    if status != 0:
        sys.exit(f"tests/golden/_base/minimal does not build:\n{errors}")
    shutil.rmtree(folder / "site")
    (folder / "out/by-hand.txt").write_text("Not made by vitrine.\n")


def main():
    arguments = sys.argv[1:]
    rewrite = "--update" in arguments
    wanted = "".join(argument for argument in arguments if argument != "--update")
    cases = [case for case in all_cases() if wanted in str(case.relative_to(GOLDEN))]
    failed = 0
    with tempfile.TemporaryDirectory(prefix="vitrine-golden-") as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        if cases:
            make_earlier_build(Path(folder))
        for case, problems in zip(cases, pool.map(lambda case: check(case, folder, rewrite), cases)):
            failed += bool(problems)
            if problems:
                print(f"FAILED {case.relative_to(GOLDEN)}", *problems, "", sep="\n    ")
    missing = [] if wanted else unseen_codes(cases)
    if missing:
        print("FAILED every code of src/base/codes.cpp has a case that produces it", *missing, "", sep="\n    ")
    count = len(cases) + (not wanted)
    failed += bool(missing)
    print(f"{count - failed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    PROGRAM = os.path.abspath(os.environ.get("VITRINE", "build/dev/vitrine"))
    if not os.access(PROGRAM, os.X_OK):
        sys.exit(f"{PROGRAM} is not there: build it, or name it in VITRINE")
    sys.exit(main())
