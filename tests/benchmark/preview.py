#!/usr/bin/env python3
"""How soon the preview shows an edit, and how many requests it answers.

    tests/benchmark/preview.py CORPUS [--edits N] [--in FOLDER]

CORPUS is a folder of responses. Edits are writes to files of it, one after the other; the time runs from just before the write to the
arrival of the event at an open stream. First the words of a response are edited, then its title, which many pages show, and the
style sheet. Requests are counted with wrk, where it is installed, for a page of about 20 KB.
"""

import argparse
import http.client
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAM = os.environ.get("VITRINE", HERE.parents[1] / "build/release/vitrine")


class Preview:
    def __init__(self, site):
        self.begin = time.monotonic()
        self.process = subprocess.Popen([PROGRAM, "serve", str(site), "--at", "2026-06-30"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        self.seconds = time.monotonic() - self.begin
        self.port = int(re.search(r":(\d+)/", line)[1])
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", "/.vitrine/events")
        self.stream = connection.getresponse()
        self.event()

    def event(self):
        """Waits for the next event."""
        while not (line := self.stream.fp.readline()).startswith(b"data: "):
            if not line:
                sys.exit("the preview closed its stream")

    def processor_seconds(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def megabytes(self):
        return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{self.process.pid}/status").read_text())[1]) / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()


def race(preview, name, count, edit):
    times = []
    before = preview.processor_seconds()
    for number in range(count):
        path, text = edit(number)
        time.sleep(0.1)
        begin = time.monotonic()
        path.write_text(text)
        preview.event()
        times.append((time.monotonic() - begin) * 1000)
    processor = (preview.processor_seconds() - before) * 1000 / count
    print(f"{name}: median {statistics.median(times):.1f} ms, fastest {min(times):.1f}, slowest {max(times):.1f}; {processor:.0f} ms of processor time each")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--edits", type=int, default=20)
    parser.add_argument("--in", dest="folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        site = Path(folder) / "site"
        shutil.copytree(HERE / "site", site)
        responses = site / "content/inspections"
        responses.mkdir(parents=True)
        for source in options.corpus.glob("*.md"):
            shutil.copy(source, responses)
        files = sorted(responses.iterdir())
        chance = random.Random(1)
        preview = Preview(site)
        print(f"{len(files)} responses: first page after {preview.seconds:.2f} s, {preview.megabytes():.0f} MB")

        def words(number):
            path = chance.choice(files)
            return path, path.read_text().rstrip("\n") + f"\n\nEdit {number}.\n"

        def title(number):
            path = chance.choice(files)
            return path, re.sub(r'(?m)^title = "', f'title = "Edit {number}: ', path.read_text(), count=1)

        styles = site / "themes/default/assets"
        styles.mkdir(parents=True, exist_ok=True)
        (styles / "custom.css").write_text("p { color: red }")
        preview.event()
        race(preview, "words", options.edits, words)
        race(preview, "title", options.edits, title)
        race(preview, "style", options.edits, lambda number: (styles / "custom.css", f"p {{ margin: {number}px }}"))
        print(f"{preview.megabytes():.0f} MB after {3 * options.edits} edits")
        if shutil.which("wrk"):
            connection = http.client.HTTPConnection("127.0.0.1", preview.port)
            sizes = {}
            for path in files[:60]:
                connection.request("GET", f"/inspections/{path.stem}/")
                sizes[f"/inspections/{path.stem}/"] = len(connection.getresponse().read())
            page = min(sizes, key=lambda one: abs(sizes[one] - 20_000))
            before = preview.processor_seconds()
            run = subprocess.run(["wrk", "-t1", "-c32", "-d5s", f"http://127.0.0.1:{preview.port}{page}"], capture_output=True, text=True)
            used = preview.processor_seconds() - before
            count = int(re.search(r"(\d+) requests in", run.stdout)[1])
            print(f"a page of {sizes[page]} bytes: {re.search(r'Requests/sec: *([0-9.]+)', run.stdout)[1]} requests a second, {count / used:.0f} for each second of the preview's processor time")
        preview.stop()


if __name__ == "__main__":
    main()
