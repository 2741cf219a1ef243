"""After any sequence of edits, a build leaves what a clean build of the same sources makes."""

import functools
import random
import shutil
import tempfile
import time

import samples
import tree
from findings import Findings
from inject import without_exchange
from program import Place
from sources import Sources
from world import World

STEPS_EACH = 60  # of one site; then another one begins
MINIMISE_SECONDS = 12
WANTED = None  # how many edits, if somebody said so


class Property:
    """The findings of one run, by what they are about."""

    def __init__(self, program, folder, seed, steps):
        self.program, self.folder = program, folder
        self.about = {kind: Findings() for kind in ("tree", "touched", "foreign", "after_error")}
        self.taken, world = 0, 0
        while self.taken < steps:
            self.sequence(f"{seed}.{world}", min(STEPS_EACH, steps - self.taken))
            world += 1
        for findings in self.about.values():
            findings.note(f"{self.taken:,} edits of {world} sites")

    def sequence(self, seed, steps):
        """The steps of one site, up to the first that leaves a wrong tree."""
        world = World(self.program, self.folder, seed)
        done = []
        if world.first.status != 0:
            raise RuntimeError(f"the sample {seed} does not build: {world.first}")
        for number in range(steps):
            verdict = world.step(number)
            done.append(verdict.did)
            self.taken += 1
            self.keep(seed, number, done, verdict)
            if verdict.tree:
                break
        world.close()

    def keep(self, seed, number, done, verdict):
        where = f"site {seed}, step {number}"
        for kind in ("touched", "foreign", "after_error"):
            rows = getattr(verdict, kind)
            if rows:
                self.about[kind].add(f"{where} ({'; '.join(verdict.did)}):", tree.some(rows))
        if verdict.tree:
            details = [*tree.some(verdict.tree), *self.story(seed, number, done)]
            self.about["tree"].add(f"{where} ({'; '.join(verdict.did)}) leaves another tree than a clean build:", details)

    def story(self, seed, number, done):
        """What led to a wrong tree: the fewest steps that do, if they are soon found; else the last ones."""
        fewest = self.fewest(seed, number) if len(self.about["tree"].rows) < 3 else None
        if fewest is None:
            return [f"step {i}: {'; '.join(did)}" for i, did in list(enumerate(done))[-8:]]
        return ["These steps are enough:"] + [f"step {i}: {'; '.join(done[i])}" for i in fewest]

    def fewest(self, seed, last):
        """The numbers of few steps that end in a wrong tree; none if that takes too long or never happens again."""
        end = time.monotonic() + MINIMISE_SECONDS
        length = 1
        while not self.goes_wrong(seed, range(max(0, last + 1 - length), last + 1)):
            if length > last or time.monotonic() > end:
                return None
            length *= 2
        return self.without_idle_steps(seed, list(range(max(0, last + 1 - length), last + 1)), end)

    def without_idle_steps(self, seed, steps, end):
        """Leaves out what can be left out: halves first, then quarters, at last single steps."""
        size = len(steps) // 2
        while size > 0 and time.monotonic() < end:
            for begin in range(0, len(steps) - 1, size):
                fewer = steps[:begin] + steps[min(begin + size, len(steps) - 1):]
                if len(fewer) < len(steps) and time.monotonic() < end and self.goes_wrong(seed, fewer):
                    steps = fewer
                    break
            else:
                size //= 2
        return steps

    def goes_wrong(self, seed, steps):
        world = World(self.program, self.folder, seed)
        try:
            for number in steps[:-1]:
                world.step(number, check=False)
            return bool(world.step(steps[-1]).tree)
        except (OSError, RuntimeError):  # with other steps before it, this one may be impossible
            return False
        finally:
            world.close()


def test_one_by_one(context, findings):
    """The same property where two folders cannot change places: files are replaced one by one."""
    found = Property(without_exchange(context.program), str(context.folder), context.seed + 1, context.pick(60, 600))
    for about in found.about.values():
        findings.rows += about.rows
    findings.notes = found.about["tree"].notes


@functools.cache
def run(program, folder, seed, steps):
    own = tempfile.mkdtemp(prefix="vitrine-edits-", dir=folder)
    try:
        return Property(program, own, seed, steps)
    finally:
        shutil.rmtree(own, ignore_errors=True)


def test(kind):
    """One of the tests of the property. The edits are made once for all of them."""
    def look(context, findings):
        found = run(context.program, str(context.folder.parent), context.seed, WANTED or context.pick(150, 3000)).about[kind]
        findings.rows, findings.notes = found.rows, found.notes
    return look


def test_lost_state(context, findings):
    """The state is lost and a page goes before the next build: the page must not stay online unnoticed."""
    place, office = Place(context.folder, "lost"), samples.office(context.seed, 8)
    sources = Sources(place.site)
    sources.write(office.files())
    context.program.build(place.site, place.output)
    shutil.rmtree(place.state, ignore_errors=True)
    followed = {key for item in office.responses for key in item.follows}
    gone = random.Random(context.seed).choice([item for item in office.responses if item.key not in followed])
    office.responses.remove(gone)
    sources.write(office.files())
    outcome = context.program.build(place.site, place.output)
    for fault in outcome.faults():
        findings.add(fault)
    path = f"inspections/{gone.address}"
    if outcome.status == 0 and (place.output / path).exists() and path not in outcome.stdout + outcome.stderr:
        findings.add(f"{path}/ is no longer in the site, stays in public/, and nothing is said of it")


TESTS = [
    ("After any edits, a build leaves what a clean build makes", test("tree")),
    ("A file that a build need not change keeps its inode and its time", test("touched")),
    ("Files that vitrine did not write stay as they are, and are named once", test("foreign")),
    ("A build with an error in the content changes nothing in public/", test("after_error")),
    ("Where folders cannot change places, all this is so too", test_one_by_one),
    ("When the state is lost and a page goes, its file goes too or is named", test_lost_state),
]
