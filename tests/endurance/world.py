"""A site that is edited step by step and built after each step; and what every build has to hold."""

import copy
import os
import random
import re
import shutil
import tempfile
from dataclasses import dataclass, field

import edits_output
import edits_responses
import edits_site
import samples
import tree
from program import Place
from sources import Sources

BROKEN = {
    "content/broken.md": b"No front matter.\n",
    "content/inspections/broken.md": b'+++\ntitle = "Without the rest"\n+++\n\n## Findings\n',
    "content/timeline.md": b'+++\ntitle = "A place that is taken"\n+++\n\nWords.\n',
    "content/linking.md": b'+++\ntitle = "Links"\n+++\n\n[Nowhere](no-such-page.md)\n',
    "site.toml": b'title = "Northshire"\nbase_url = "https://a.example/"\nwrong = 1\n',
    "themes/northshire/templates/page.mustache": b"<h1>{{tilte}}</h1>\n",
}


@dataclass
class Verdict:
    """What a step did, and every way in which its build was not as it should be."""
    did: list
    tree: list = field(default_factory=list)
    touched: list = field(default_factory=list)
    foreign: list = field(default_factory=list)
    after_error: list = field(default_factory=list)


class World:
    """Everything follows from the seed and the steps that are taken, so that a history can be replayed with fewer of them."""

    def __init__(self, program, below, seed):
        self.program, self.seed = program, seed
        self.folder = tempfile.mkdtemp(prefix="world-", dir=below)
        self.place = Place(self.folder, "site")
        self.sources = Sources(self.place.site)
        self.office = samples.office(seed, 12)
        self.foreign, self.unnamed, self.empty_folders = {}, {}, set()
        self.sources.write(self.office.files())
        self.first = self.build(1)

    def close(self):
        shutil.rmtree(self.folder)

    def build(self, jobs):
        return self.program.build(self.place.site, self.place.output, self.office.at, jobs)

    def forget_below(self, folder):
        """The foreign files of a folder are gone with it."""
        for path in [path for path in self.foreign if not folder or path.startswith(folder + "/")]:
            del self.foreign[path]
            self.unnamed.pop(path, None)

    def step(self, number, check=True):
        """One step: a few edits and a build."""
        chance = random.Random(f"{self.seed} {number}")
        if chance.random() < 0.05:
            return self.built([edits_output.delete_state(chance, self)], chance, check)
        did = self.edit(chance)
        broken = self.broken(chance) if chance.random() < 0.1 else {}
        after_error = []
        if broken:
            self.sources.write(self.office.files() | broken, chance)
            after_error = self.check_refused(chance, broken)
            did.append(f"for one build, an error in {', '.join(broken)}")
        self.sources.write(self.office.files(), chance)
        verdict = self.built(did, chance, check)
        verdict.after_error = after_error
        return verdict

    def edit(self, chance):
        """Mostly one edit, at times several."""
        did = []
        for _ in range(chance.choice([1, 1, 1, 1, 2, 3])):
            which = chance.random()
            if which < 0.5:
                did.append(self.edit_sources(chance, edits_responses.EDITS))
            elif which < 0.8:
                did.append(self.edit_sources(chance, edits_site.EDITS))
            else:
                known = edits_output.SELDOM if chance.random() < 0.04 else edits_output.EDITS
                did.append(chance.choice(known)(chance, self) if self.place.output.exists() else None)
        return [words for words in did if words] or ["nothing"]

    def edit_sources(self, chance, known):
        """An edit; it is taken back if two responses would have one address."""
        before = copy.deepcopy(self.office)
        did = chance.choice(known)(chance, self.office)
        addresses = [item.address for item in self.office.responses]
        if len(set(addresses)) < len(addresses):
            self.office = before
            return None
        return did

    def broken(self, chance):
        path = chance.choice(sorted(BROKEN))
        if path.startswith("themes") and self.office.config.theme != "northshire":
            path = "content/broken.md"
        return {path: BROKEN[path]}

    def check_refused(self, chance, broken):
        """A build with an error in the content: exit 1, and nothing in public/ changes."""
        before = self.place.public()
        outcome = self.build(chance.randint(1, 4))
        rows = outcome.faults(allowed=(1,))
        rows += tree.differences(before, self.place.public()) + tree.touched(before, self.place.public())
        return [f"with an error in {path}: {row}" for path in broken for row in rows]

    def built(self, did, chance, check):
        """Builds into the same output, and checks that against a clean build of the same."""
        before = self.place.public()
        outcome = self.build(chance.choice([1, 2, 3, 8]))
        verdict = Verdict(did)
        if not check:
            self.unnamed.clear()
            return verdict
        after = self.place.public()
        clean, fresh = self.program.clean(self.place.site, self.folder, self.office.at, chance.choice([1, 2, 4]))
        if clean.status != 0:
            raise RuntimeError(f"after {did} there is no clean build, which is a fault of these tests: {clean}")
        verdict.tree = outcome.faults() + self.unlike(fresh, after) + self.place.litter()
        verdict.touched = tree.touched(before, after)
        verdict.foreign = self.foreign_faults(after, outcome)
        return verdict

    def unlike(self, fresh, after):
        """How the output differs from a clean one, foreign files and folders aside."""
        spare = set().union(*(tree.folders_above(path) | {path} for path in self.empty_folders))
        theirs = {path: after.files[path].data for path in self.foreign if path in after.files}
        expected = tree.with_files(fresh, theirs)
        return tree.differences(expected, after, spare | self.folders_of_foreign())

    def folders_of_foreign(self):
        return set().union(*(tree.folders_above(path) for path in self.foreign))

    def foreign_faults(self, after, outcome):
        rows = [f"the foreign file {path} was removed" for path in self.foreign if path not in after.files]
        rows += [f"the foreign file {path} was changed" for path, data in self.foreign.items()
                 if path in after.files and after.files[path].data != data]
        said = outcome.stdout + outcome.stderr
        for path in self.foreign:
            token = re.search(r"by-hand-\d+", path).group()
            times = len(re.findall(rf"{token}(?!\d)", said))
            if times > 1 or (times == 0 and path in self.unnamed):
                rows.append(f"the foreign file {path} was named {times} times by the {'first' if path in self.unnamed else 'a later'} build")
        self.unnamed.clear()
        return rows
