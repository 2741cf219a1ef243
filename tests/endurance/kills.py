"""Builds that are killed at any instant, and readers who read while builds run."""

import os
import random
import shutil
import signal
import statistics
import threading
import time

from pair import Pair
from program import ending, shown

RESPONSES = 150
PAGE_SIZE = 25


def usual_duration(pair):
    """Of a build from one state to the other, in seconds."""
    times = []
    for i in range(6):
        pair.turn(Pair.NAMES[i % 2])
        begin = time.monotonic()
        pair.build()
        times.append(time.monotonic() - begin)
    return statistics.median(times)


def kill_after(pair, seconds):
    """Starts a build and kills it with all that it started. Returns its status."""
    process = pair.program.start(pair.place.site, pair.place.output, start_new_session=True)
    time.sleep(seconds)
    try:
        os.killpg(process.pid, signal.SIGKILL)  # it was not waited for yet, so the number is still its own
    except ProcessLookupError:
        pass
    _, stderr = process.communicate()
    return process.returncode, stderr.decode("utf-8", "replace")


def start_again(pair, name):
    """An output that is as it should be, after one that was not."""
    shutil.rmtree(pair.place.beside)
    pair.place.beside.mkdir()
    pair.turn(name)
    pair.build()


def test_kills(context, findings):
    pair = Pair(context, findings, RESPONSES, PAGE_SIZE)
    chance = random.Random(context.seed)
    duration = usual_duration(pair)
    kills, ended = context.pick(20, 200), 0
    for i in range(kills):
        name = Pair.NAMES[i % 2]
        pair.turn(name)
        seconds = chance.uniform(0, 1.05 * duration)
        status, stderr = kill_after(pair, seconds)
        ended += status == 0
        when = f"kill {i + 1}, after {1000 * seconds:.1f} ms"
        if status not in (0, -signal.SIGKILL):
            findings.add(f"{when}: {ending(status)}; stderr: {shown(stderr)}")
        well = pair.check_whole(when)
        if not well or chance.random() < 0.7:  # else the next one is killed on top of this one
            well = pair.check_build(name, when) and well
        if not well:
            start_again(pair, name)
    findings.note(f"{kills} kills within {1000 * duration:.0f} ms; {ended} builds had ended before")


class Reader(threading.Thread):
    """Reads files of public/ by their paths, one after the other, as a web server does."""

    def __init__(self, pair, seed):
        super().__init__()
        self.public, self.trees = str(pair.place.output), [pair.trees[name] for name in Pair.NAMES]
        self.paths = sorted(set().union(*(found.files for found in self.trees)))
        self.chance = random.Random(seed)
        self.stopped = threading.Event()
        self.reads, self.missing, self.faults = 0, 0, []

    def run(self):
        while not self.stopped.is_set():
            fault = self.read(self.chance.choice(self.paths))
            self.reads += 1
            if fault:
                self.faults.append(fault)

    def read(self, path):
        """Opens and reads a file; what is wrong with what it holds, or with its not being there."""
        whole = [found.files[path].data for found in self.trees if path in found.files]
        try:
            with open(os.path.join(self.public, path), "rb", buffering=0) as file:
                data = file.read()
        except OSError as error:
            self.missing += 1
            return f"{path}: {error.strerror}, but it is in both sites" if len(whole) == 2 else None
        if data in whole:
            return None
        return f"{path}: {len(data)} bytes that are neither the old file nor the new one"


def test_readers(context, findings):
    pair = Pair(context, findings, RESPONSES, PAGE_SIZE)
    pair.turn("new")
    pair.build()
    reader = Reader(pair, context.seed)
    reader.start()
    builds, end = 0, time.monotonic() + context.pick(4, 60)
    try:
        while time.monotonic() < end:
            pair.turn(Pair.NAMES[builds % 2])
            builds += 1
            for fault in pair.build().faults():
                findings.add(f"build {builds}: {fault}")
    finally:
        reader.stopped.set()
        reader.join()
    for fault in reader.faults:
        findings.add(fault)
    findings.note(f"{reader.reads:,} reads during {builds} builds, {reader.missing:,} of files that one of the sites lacks")


TESTS = [
    ("A build that is killed at any instant leaves the old site or the new one, and the next one is as a clean one", test_kills),
    ("Who reads while a site is built gets whole files, and each that is in the old site and the new", test_readers),
]
