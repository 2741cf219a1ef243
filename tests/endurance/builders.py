"""Several builds at once on one output."""

import os
import random
import shutil

import samples
import tree
from program import Outcome, Place, text_of
from sources import Sources

CLOCKS = ["2026-05-01", "2026-06-30", "2026-07-20", "2026-08-15"]
BUSY = "another build"


class Crew:
    """A site that looks different at each of four moments, and builds of it at those moments."""

    def __init__(self, context, findings):
        self.program, self.findings = context.program, findings
        self.place = Place(context.folder, "builders")
        office = samples.office(context.seed, 40)
        for item, clock in zip(office.responses, CLOCKS[1:]):
            item.embargo = samples.date.fromisoformat(clock) - samples.timedelta(5)
            item.attachments["letter.pdf"] = clock.encode()
        for item in office.responses:
            item.follows = []  # naming one under embargo is a warning, and these tests are about the one sentence on stderr
        Sources(self.place.site).write(office.files())
        self.trees = {clock: self.clean_tree(context, clock) for clock in CLOCKS}
        if any(tree.same(self.trees[a], self.trees[b]) for a in CLOCKS for b in CLOCKS if a < b):
            raise RuntimeError("the sites of two moments are the same, so that nobody could tell who built")

    def clean_tree(self, context, clock):
        outcome, found = self.program.clean(self.place.site, context.folder, clock)
        if outcome.status != 0:
            raise RuntimeError(f"the sample does not build: {outcome}")
        return found

    def build_at_once(self, clocks):
        """Starts a build for each of the clocks, without waiting; returns how each ended."""
        started = [self.program.start(self.place.site, self.place.output, clock) for clock in clocks]
        ends = []
        for process in started:
            stdout, stderr = process.communicate(timeout=120)
            ends.append(Outcome(process.returncode, text_of(stdout), text_of(stderr)))
        return ends

    def round(self, number, clocks):
        """One round; whether all was well."""
        ends = self.build_at_once(clocks)
        rows = [f"the build at {clock}: {fault}" for clock, end in zip(clocks, ends) for fault in faults_of(end)]
        done = [clock for clock, end in zip(clocks, ends) if end.status == 0]
        if not done:
            rows.append("none of them built the site")
        rows += self.unlike(done if done else clocks)
        rows += self.wrong_with_next(clocks[0])
        if rows:
            self.findings.add(f"round {number}, {len(clocks)} builds:", rows)
        return not rows, len(done)

    def unlike(self, clocks):
        """A phrase unless public/ is the tree of one of these clocks."""
        found = self.place.public()
        if any(tree.same(self.trees[clock], found) for clock in clocks):
            return []
        rows = min((tree.differences(self.trees[clock], found) for clock in clocks), key=len)
        return [f"public/ is what none of them makes; the nearest has {len(rows)} differences: {'; '.join(tree.some(rows, 3))}"]

    def wrong_with_next(self, clock):
        outcome = self.program.build(self.place.site, self.place.output, clock)
        rows = outcome.faults() + tree.some(tree.differences(self.trees[clock], self.place.public())) + self.place.litter()
        return [f"the next build: {row}" for row in rows]

    def clear(self):
        shutil.rmtree(self.place.beside)
        os.mkdir(self.place.beside)


def faults_of(end):
    """A build may do its work, or say in a sentence that another one is at it."""
    if end.status == 3 and not end.faults(allowed=(3,)):
        return [] if BUSY in end.stderr else [f"exit 3, but not for the other build: {end.stderr.strip()}"]
    return end.faults()


def test(builds, first):
    def rounds(context, findings):
        crew = Crew(context, findings)
        chance = random.Random(f"{context.seed} {builds} {first}")
        count, done = context.pick(15, 150), 0
        for number in range(1, count + 1):
            if first:
                crew.clear()
            well, ended = crew.round(number, chance.sample(CLOCKS, builds))
            done += ended
            if not well:
                crew.clear()
        findings.note(f"{count} rounds, {done} of {count * builds} builds wrote the site")
    return rounds


TESTS = [
    ("Two builds at once leave the site of one of them, and say so", test(2, first=False)),
    ("Four builds at once leave the site of one of them, and say so", test(4, first=False)),
    ("Two first builds at once leave the site of one of them, and say so", test(2, first=True)),
    ("Four first builds at once leave the site of one of them, and say so", test(4, first=True)),
]
