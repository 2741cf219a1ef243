"""The program as `cmake --install` leaves it. VITRINE names the installed one."""

from program import MINIMAL, PROGRAM, PROJECT, ProgramTest


class Installed(ProgramTest):
    def test_builds_the_example(self):
        """The installed program finds its default theme and builds the example as the compiled one does."""
        self.build(PROJECT, self.folder / "by-installed", cwd="/")
        self.assertTrue((self.folder / "by-installed/index.html").exists())
        self.assertTrue(list((self.folder / "by-installed/assets").glob("*.css")))

    def test_from_a_link(self):
        """The installed program finds its theme when it is called through a link."""
        link = self.folder / "vitrine"
        link.symlink_to(PROGRAM)
        self.run_vitrine("build", MINIMAL, "--output", self.folder / "out")

    def test_version(self):
        """The installed program tells its version."""
        self.assertRegex(self.run_vitrine("--version").stdout, r"\d+\.\d+\.\d+")
