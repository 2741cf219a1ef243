"""A site in two states, the trees that clean builds make of them, and one output that goes from one to the other."""

import samples
import tree
from program import Place
from sources import Sources


class Pair:
    NAMES = ("old", "new")

    def __init__(self, context, findings, responses, page_size):
        self.program, self.findings = context.program, findings
        self.place = Place(context.folder, "pair")
        self.sources = Sources(self.place.site)
        states = samples.old_and_new(context.seed, responses, page_size)
        self.files = {name: state.files() for name, state in zip(self.NAMES, states)}
        self.trees = {}
        for name in self.NAMES:
            self.sources.write(self.files[name])
            outcome, self.trees[name] = self.program.clean(self.place.site, context.folder)
            if outcome.status != 0:
                raise RuntimeError(f"the sample does not build: {outcome}")

    def turn(self, name):
        """Makes the content that state."""
        self.sources.write(self.files[name])

    def build(self, jobs=2):
        return self.program.build(self.place.site, self.place.output, jobs=jobs)

    def check_whole(self, when):
        """A finding unless public/ is one of the two trees."""
        found = self.place.public()
        if any(tree.same(self.trees[name], found) for name in self.NAMES):
            return True
        apart = {name: tree.differences(self.trees[name], found) for name in self.NAMES}
        self.findings.add(f"{when}: public/ is neither the old site nor the new one",
                          [f"from the {name} one: {len(rows)} differences: {'; '.join(tree.some(rows, 3))}" for name, rows in apart.items()])
        return False

    def check_build(self, name, when):
        """Builds; a finding unless that ends well and leaves what a clean build of that state makes."""
        outcome = self.build()
        rows = outcome.faults() + self.place.litter()
        rows += tree.some(tree.differences(self.trees[name], self.place.public()))
        if rows:
            self.findings.add(f"{when}: the next build is not as a clean one", rows)
        return not rows
