#!/usr/bin/env python3
"""How long builds take, compared with copying the site that they make. scripts/bench runs it.

    tests/benchmark/run.py CORPUS [--runs N] [--in FOLDER]

CORPUS is a folder of responses. Each round makes the same builds one after the other: a first one, a copy of its output, nothing
changed, one response edited twice, the stylesheet edited, a template edited, and a first build with a theme whose every page lists
200 responses. After the edits the output has to be, byte for byte, what a first build makes of the same sources.

The table says the medians. Outputs are removed at the end only: creating files is slow for a while after many were removed.
"""

import argparse
import filecmp
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
CLOCK = "2026-06-30"


@dataclass
class Cost:
    """What one run of a program took."""
    seconds: float
    processor: float  # seconds, of which:
    kernel: float
    megabytes: float  # the most memory it had


def measured(command):
    os.sync()
    begin = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}")
    return Cost(seconds, used.ru_utime + used.ru_stime, used.ru_stime, used.ru_maxrss / 1024)


class Site:
    """A site of the corpus, which is edited by replacing files, as editors do."""

    def __init__(self, corpus, folder):
        self.root = folder / "site"
        shutil.copytree(HERE / "site", self.root)
        self.responses = self.root / "content/inspections"
        self.responses.mkdir(parents=True)
        for source in sorted(corpus.glob("*.md")):
            shutil.copy(source, self.responses / source.name)
        self.names = sorted(path.name for path in self.responses.iterdir())
        self.theme = self.root / "themes/default"

    def replace(self, path, text):
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(path.name + "~")
        fresh.write_text(text)
        fresh.replace(path)

    def edit_response(self, share, number):
        """Another title and another sentence in the response that stands at that share of the list."""
        path = self.responses / self.names[int(share * (len(self.names) - 1))]
        text = path.read_text()
        begin = text.index('title = "') + len('title = "')
        self.replace(path, f"{text[:begin]}Revision {number}: {text[begin:]}\nRevised {number} times.\n")

    def edit_stylesheet(self, number):
        self.replace(self.theme / "assets/custom.css", f":root {{ --accent: #4a19{number:02x}; }}\n")

    def edit_template(self, number):
        shipped = PROJECT / "themes/default/templates/footer.mustache"
        self.replace(self.theme / "templates/footer.mustache", f"{shipped.read_text()}<p>Version {number} of this footer.</p>\n")


class Round:
    """The builds of one round. Each has outputs of its own."""

    def __init__(self, program, site, folder, number):
        self.program, self.site, self.number, self.folder = program, site, number, folder
        self.output = folder / f"{number}/public"
        self.output.parent.mkdir()

    def build(self, output, *options):
        return measured([self.program, "build", self.site.root, "--output", output, "--at", CLOCK, "--quiet", *options])

    def costs(self):
        self.site.edit_stylesheet(2 * self.number)
        self.site.edit_template(2 * self.number)
        yield "first build", self.build(self.output)
        yield "`cp -r` of its output", measured(["cp", "-r", self.output, self.output.with_name("copy")])
        yield "nothing changed", self.build(self.output)
        self.site.edit_response(0.5, self.number)
        yield "one response edited, the first time", self.build(self.output)
        self.site.edit_response(0.6, self.number)
        yield "one response edited, later", self.build(self.output)
        self.site.edit_stylesheet(2 * self.number + 1)
        yield "stylesheet edited", self.build(self.output)
        self.site.edit_template(2 * self.number + 1)
        yield "a template edited", self.build(self.output)
        fresh = self.output.with_name("fresh")
        self.build(fresh)
        check_same(fresh, self.output)
        yield "first build, 200 responses listed on each page", self.build(self.output.with_name("recent"), "--theme", "recent")


def check_same(one, other):
    """Ends the run unless two folders hold the same files."""
    names = [sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()) for folder in (one, other)]
    if names[0] != names[1]:
        sys.exit(f"{one} and {other} do not hold the same files")
    _, different, unread = filecmp.cmpfiles(one, other, names[0], shallow=False)
    if different or unread:
        sys.exit(f"{one} and {other} differ: {', '.join((different + unread)[:5])}")


def size_of(folder):
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return f"{len(sizes):,} files, {sum(sizes) / 1e6:.0f} MB"


def table(costs, responses):
    rows = ["| build | wall s | processor s | of it kernel | peak MB | to `cp -r` |", "|---|---|---|---|---|---|"]
    copy = statistics.median(cost.seconds for cost in costs["`cp -r` of its output"])
    for name, some in costs.items():
        wall, processor, kernel, memory = (statistics.median(getattr(cost, what) for cost in some)
                                           for what in ("seconds", "processor", "kernel", "megabytes"))
        rows.append(f"| {name} | {wall:.2f} | {processor:.2f} | {kernel:.2f} | {memory:.0f} | {wall / copy:.2f} |")
    first = costs["first build"]
    per_page = 1024 * statistics.median(cost.megabytes for cost in first) / responses
    return "\n".join([*rows, "", f"Memory of the first build: {per_page:.1f} KB for each response."])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--in", dest="within", metavar="FOLDER")
    options = parser.parse_args()
    program = os.path.abspath(os.environ.get("VITRINE", PROJECT / "build/release/vitrine"))
    with tempfile.TemporaryDirectory(prefix="vitrine-benchmark-", dir=options.within) as name:
        folder = Path(name)
        site = Site(options.corpus, folder)
        costs = {}
        for number in range(1, options.runs + 1):
            for build, cost in Round(program, site, folder, number).costs():
                costs.setdefault(build, []).append(cost)
        print(f"{len(site.names):,} responses, {size_of(folder / '1/public')}; {options.runs} rounds, medians; "
              f"{os.cpu_count()} processors, {platform.system()} {platform.release()}\n")
        print(table(costs, len(site.names)))


if __name__ == "__main__":
    main()
