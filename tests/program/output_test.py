"""What a build leaves in the output folder and what it leaves alone."""

import shutil

from program import CLOCK, MINIMAL, ProgramTest, files_below

RESPONSE = "content/inspections/custody-2024.md"


class Output(ProgramTest):
    def setUp(self):
        super().setUp()
        self.site, self.out = self.folder / "site", self.folder / "out"
        shutil.copytree(MINIMAL, self.site)
        self.build(self.site, self.out)

    def test_removes_what_it_no_longer_declares(self):
        """A page whose source is gone is removed, with its folder."""
        self.assertTrue((self.out / "about/index.html").exists())
        (self.site / "content/about.md").unlink()
        self.build(self.site, self.out)
        self.assertFalse((self.out / "about").exists())

    def test_never_touches_files_of_others(self):
        """A file that vitrine did not write stays, in folders that vitrine removes too."""
        (self.out / "by-hand.txt").write_text("mine")
        (self.out / "about/by-hand.txt").write_text("mine")
        (self.site / "content/about.md").unlink()
        self.build(self.site, self.out)
        self.assertEqual((self.out / "by-hand.txt").read_text(), "mine")
        self.assertEqual((self.out / "about/by-hand.txt").read_text(), "mine")
        self.assertFalse((self.out / "about/index.html").exists())

    def test_does_not_overwrite_files_of_others(self):
        """A page is not written over a file that vitrine did not write."""
        (self.site / "content/privacy.md").write_text('+++\ntitle = "Privacy"\n+++\n\nNothing.\n')
        (self.out / "privacy").mkdir()
        (self.out / "privacy/index.html").write_text("mine")
        result = self.run_vitrine("build", self.site, "--output", self.out, "--at", CLOCK, status=3)
        self.assertIn("privacy/index.html", result.stderr)
        self.assertEqual((self.out / "privacy/index.html").read_text(), "mine")

    def test_same_build_writes_nothing(self):
        """Building the same again does not write a file anew."""
        times = {path: path.stat().st_mtime_ns for path in self.out.rglob("*") if path.is_file()}
        self.build(self.site, self.out)
        pages = {path for path in times if path.suffix in (".html", ".css", ".svg")}
        self.assertEqual([], [str(path) for path in pages if path.stat().st_mtime_ns != times[path]])

    def test_repairs_what_was_changed(self):
        """A page that somebody edited in the output is made right by the next build."""
        before = files_below(self.out)
        (self.out / "about/index.html").write_text("edited")
        (self.out / "index.html").unlink()
        self.build(self.site, self.out)
        self.assertEqual(before, files_below(self.out))

    def test_new_build_equals_old(self):
        """An output that grew over several builds is the same as one built at once."""
        response = self.site / RESPONSE
        (self.site / "content/privacy.md").write_text('+++\ntitle = "Privacy"\n+++\n\nNothing.\n')
        self.build(self.site, self.out)
        (self.site / "content/privacy.md").unlink()
        response.write_text(response.read_text().replace("Custody services", "Custody"))
        self.build(self.site, self.out)
        self.build(self.site, self.folder / "fresh")
        self.assert_same_files(self.folder / "fresh", self.out)

    def test_default_output(self):
        """Without --output the site goes to public/ beside site.toml."""
        self.run_vitrine("build", self.site, "--at", CLOCK)
        self.assert_same_files(self.out, self.site / "public")

    def test_found_from_within(self):
        """A build that is started in a folder of the site finds the site."""
        self.run_vitrine("build", "--output", self.folder / "within", "--at", CLOCK, cwd=self.site / "content/inspections")
        self.assert_same_files(self.out, self.folder / "within")

    def test_check_writes_nothing(self):
        """`check` writes nothing."""
        before = files_below(self.site)
        self.run_vitrine("check", self.site)
        self.assertEqual(before, files_below(self.site))

    def test_disk_trouble(self):
        """An output that cannot be written is a failure of the machine, said in a sentence."""
        (self.folder / "file").write_text("in the way")
        result = self.run_vitrine("build", self.site, "--output", self.folder / "file", "--at", CLOCK, status=3)
        self.assertIn(str(self.folder / "file"), result.stderr)
        self.assertEqual((self.folder / "file").read_text(), "in the way")

    def test_attachments(self):
        """A file beside a response is published beside its page, byte for byte."""
        folder = self.site / "content/inspections/peel"
        folder.mkdir()
        shutil.move(self.site / RESPONSE, folder / "index.md")
        letter = bytes(range(256)) * 300
        (folder / "letter.pdf").write_bytes(letter)
        self.build(self.site, self.out)
        self.assertEqual((self.out / "inspections/peel/letter.pdf").read_bytes(), letter)
