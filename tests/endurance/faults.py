"""For every N: the Nth file operation of a build fails, or the build is killed at it.

Operations that only read cannot change what a kill leaves behind, so kills are tried at changes alone.
"""

import errno
import math
import random
import shutil
import time

import samples
import tree
from inject import Fault, Injector, without_exchange
from program import Place, ending
from sources import Sources

SECONDS_EACH = 1.6  # of a test in the short form
FEWEST = {"changes": 30, "reads": 30}  # operations of a build of the sample; fewer mean that the library does not see them


class Trial:
    """A site in two states, and builds from the old one to the new one in which something fails."""

    def __init__(self, context, findings, fault, form, jobs):
        self.first, self.one_by_one = form == FIRST, form == ONE_BY_ONE
        self.program = without_exchange(context.program) if self.one_by_one else context.program
        self.findings, self.fault, self.jobs = findings, fault, jobs
        self.place = Place(context.folder, "faults")
        self.injector = Injector(context.folder)
        self.sources = Sources(self.place.site)
        states = samples.old_and_new(context.seed, 12)
        self.files = {name: state.files() for name, state in zip(("old", "new"), states)}
        self.trees = {name: self.clean_tree(context, name) for name in ("old", "new")}

    def clean_tree(self, context, name):
        self.sources.write(self.files[name])
        outcome, found = self.program.clean(self.place.site, context.folder)
        if outcome.status != 0:
            raise RuntimeError(f"the sample does not build: {outcome}")
        return found

    def begin_again(self):
        """An output that was never there; or, for a rebuild, one that holds the old site."""
        shutil.rmtree(self.place.beside)
        self.place.beside.mkdir()
        if not self.first:
            self.build("old")

    def build(self, name):
        self.sources.write(self.files[name])
        return self.program.build(self.place.site, self.place.output, jobs=self.jobs)

    def go_back(self):
        """Back to where every attempt starts, in the way of an author: the content is what it was, and is built."""
        if self.first:
            self.begin_again()
        elif self.build("old").status != 0 or not tree.same(self.trees["old"], self.place.public()):
            self.begin_again()

    def attempt(self, number):
        """The build with the fault, and everything that is wrong afterwards."""
        self.go_back()
        self.sources.write(self.files["new"])
        outcome, counts = self.injector.build(self.program, self.place, self.fault, number, self.jobs)
        if counts.fired:
            faults = self.wrong_with(outcome) + self.wrong_with_next()
            if faults:
                self.findings.add(f"{self.fault.name} at operation {number}, {counts.what}:", faults)
        return counts

    def wrong_with(self, outcome):
        killed = self.fault.kill and outcome.status == -9
        faults = [] if killed else outcome.faults(allowed=(0, 3))
        found = self.place.public()
        if self.one_by_one and outcome.status != 0:
            return faults + self.neither_old_nor_new(found)
        if outcome.status == 0 or not (self.is_before(found) or tree.same(self.trees["new"], found)):
            faults += self.unlike(found, outcome)
        return faults

    def is_before(self, found):
        """Whether nothing has changed yet."""
        return not (found.files or found.folders) if self.first else tree.same(self.trees["old"], found)

    def neither_old_nor_new(self, found):
        """Files that are not whole, or are in both sites and missing."""
        old, new = self.trees["old"].files, self.trees["new"].files
        rows = [f"{path} is neither the old file nor the new one" for path, entry in found.files.items()
                if entry.data not in [site[path].data for site in (old, new) if path in site]]
        return rows + [f"{path} is missing, but it is in both sites" for path in old.keys() & new.keys() if path not in found.files]

    def unlike(self, found, outcome):
        rows = tree.differences(self.trees["new"], found)
        if not rows:
            return []
        wanted = "the new site" if outcome.status == 0 else "nothing nor the whole site" if self.first else "the old site nor the new one"
        how = "is not" if outcome.status == 0 else "holds neither"
        to_old = len(tree.differences(self.trees["old"], found))
        apart = f"{len(rows)} differences from the new" + ("" if self.first else f", {to_old} from the old")
        return [f"after {ending(outcome.status or 0)}, public/ {how} {wanted} ({apart}): {'; '.join(tree.some(rows, 3))}"]

    def wrong_with_next(self):
        """The same build again, when nothing fails any more."""
        outcome = self.program.build(self.place.site, self.place.output, jobs=self.jobs)
        faults = [f"the next build: {fault}" for fault in outcome.faults()]
        rows = tree.differences(self.trees["new"], self.place.public())
        faults += [f"the next build does not leave the new site: {'; '.join(tree.some(rows, 3))}"] if rows else []
        if self.one_by_one:  # a second copy that is whole may lie there until a build has something to write
            self.build("old")
        left = self.size_of_state() - self.usual_state
        faults += [f"{left} files or folders too many are left in .vitrine/"] if left > 2 else []
        return faults + self.place.litter()

    def size_of_state(self):
        state = tree.snapshot(self.place.state)
        return len(state.files) + len(state.folders)

    def rehearse(self):
        """A build in which nothing fails: how many operations it has, and how long an attempt takes."""
        begin = time.monotonic()
        self.go_back()
        self.sources.write(self.files["new"])
        outcome, counts = self.injector.build(self.program, self.place, self.fault, 0, self.jobs)
        if outcome.status != 0 or counts.counted < FEWEST[self.fault.kind]:
            self.findings.add(f"the library saw {counts.counted} operations of a build that ended with {outcome}")
        self.usual_state = self.size_of_state()
        return counts.counted, 1.3 * (time.monotonic() - begin)


def numbers(chance, count, most):
    """One number of each of `most` parts of 1 to `count`; all of them if there are no more."""
    if count <= most:
        return list(range(1, count + 1))
    parts = [math.ceil(i * count / most) for i in range(most + 1)]
    return [chance.randint(low + 1, high) for low, high in zip(parts, parts[1:])]


def run(context, findings, fault, form, jobs=1):
    trial = Trial(context, findings, fault, form, jobs)
    trial.begin_again()
    count, seconds = trial.rehearse()
    findings.note(f"{count} operations")
    if not context.long:
        chosen = numbers(random.Random(context.seed), count, max(5, int(SECONDS_EACH / seconds)))
        findings.note(f"{len(chosen)} tried")
        for number in chosen:
            trial.attempt(number)
        return
    number = 1
    while trial.attempt(number).fired:
        number += 1
    findings.note("each tried")


def test(fault, form):
    """A test with one thread, so that the Nth operation is always the same; in the long form with four, too."""
    def both(context, findings):
        run(context, findings, fault, form)
        if context.long:
            run(context, findings, fault, form, jobs=4)
    return both


# Which build it is: one over an earlier site, one where there was none, or one over an earlier site where two folders cannot
# change places, so that the site is replaced file by file.
REBUILD, FIRST, ONE_BY_ONE = range(3)


CHANGES, READS = Fault("changes"), Fault("reads")
FULL = Fault("changes", errno.ENOSPC, full_disk=True)
READ_ONLY = Fault("changes", errno.EACCES)
KILLED = Fault("changes", kill=True)

TESTS = [
    ("When a change on the disk fails, the site is the old one or the new one", test(CHANGES, REBUILD)),
    ("When a file may not be changed, the site is the old one or the new one", test(READ_ONLY, REBUILD)),
    ("When the disk is full from some moment on, the site is the old one or the new one", test(FULL, REBUILD)),
    ("When a file or folder cannot be read, the site is the old one or the new one", test(READS, REBUILD)),
    ("When a build is killed at any change, the site is the old one or the new one", test(KILLED, REBUILD)),
    ("When a change fails in the first build, there is no site or a whole one", test(CHANGES, FIRST)),
    ("When the disk is full in the first build, there is no site or a whole one", test(FULL, FIRST)),
    ("When something cannot be read in the first build, there is no site or a whole one", test(READS, FIRST)),
    ("When the first build is killed at any change, there is no site or a whole one", test(KILLED, FIRST)),
    ("Where folders cannot change places and a change fails, each file is the old one or the new one", test(CHANGES, ONE_BY_ONE)),
    ("Where folders cannot change places and the disk is full, each file is the old one or the new one", test(FULL, ONE_BY_ONE)),
    ("Where folders cannot change places and a build is killed, each file is the old one or the new one", test(KILLED, ONE_BY_ONE)),
]
