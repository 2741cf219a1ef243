"""The same input and clock give the same bytes, whatever the machine is like."""

import shutil

from program import PROJECT, ProgramTest

EXAMPLE = ("site.toml", "content", "themes")


class Reproducible(ProgramTest):
    def copy_example(self, name, backwards=False):
        """A copy of the example whose files were made in another order."""
        site = self.folder / name
        site.mkdir()
        files = sorted(path for part in EXAMPLE for path in [PROJECT / part, *(PROJECT / part).rglob("*")] if path.is_file())
        for file in reversed(files) if backwards else files:
            copy = site / file.relative_to(PROJECT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
        return site

    def setUp(self):
        super().setUp()
        self.build(PROJECT, self.folder / "plain", "--jobs", "1")

    def test_jobs(self):
        """Eight threads write the same bytes as one, each time."""
        for attempt in range(3):
            self.build(PROJECT, self.folder / f"parallel-{attempt}", "--jobs", "8")
            self.assert_same_files(self.folder / "plain", self.folder / f"parallel-{attempt}")

    def test_locale_and_zone(self):
        """Locale and time zone change nothing."""
        self.build(PROJECT, self.folder / "abroad", LC_ALL="cy_GB.UTF-8", LANG="tr_TR.UTF-8", TZ="Pacific/Auckland")
        self.assert_same_files(self.folder / "plain", self.folder / "abroad")

    def test_folder(self):
        """The folder of the site and the order of its files on the disk change nothing."""
        self.build(self.copy_example("élsewhere on disk", backwards=True), self.folder / "moved")
        self.assert_same_files(self.folder / "plain", self.folder / "moved")

    def test_source_date_epoch(self):
        """SOURCE_DATE_EPOCH is the clock when --at is not given."""
        self.run_vitrine("build", PROJECT, "--output", self.folder / "epoch", SOURCE_DATE_EPOCH="1782774000")  # 2026-06-30 in the UK
        self.assert_same_files(self.folder / "plain", self.folder / "epoch")
