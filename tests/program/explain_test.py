"""What a build says of itself: why it wrote a file, where the time went, what it left alone, how far it is."""

import os
import pty
import re
import shutil
import signal
import subprocess
import time

from program import CLOCK, MINIMAL, PROGRAM, ProgramTest

RESPONSE = "content/inspections/custody-2024.md"
PAGE = "inspections/custody-2024/index.html"


class Explain(ProgramTest):
    def setUp(self):
        super().setUp()
        self.site, self.out = self.folder / "site", self.folder / "out"
        shutil.copytree(MINIMAL, self.site)

    def reasons(self, *arguments, at=CLOCK):
        """Each file that a build names, with what it says of it."""
        result = self.run_vitrine("build", self.site, "--output", self.out, "--at", at, "--explain", "--quiet", *arguments)
        lines = [re.fullmatch(r"(written|removed) out/(\S+): (.+)", line) for line in result.stdout.splitlines()]
        self.assertNotIn(None, lines, result.stdout)
        return {line[2]: (line[1], line[3]) for line in lines}

    def edit(self, name, old, new):
        path = self.site / name
        text = path.read_text()
        self.assertIn(old, text)
        path.write_text(text.replace(old, new))

    def test_first_build(self):
        """The first build writes every file, for nothing is known of an earlier one."""
        reasons = self.reasons()
        self.assertEqual(set(reasons), {str(path.relative_to(self.out)) for path in self.out.rglob("*") if path.is_file()})
        self.assertEqual(set(reasons.values()), {("written", "nothing is known of an earlier build")})

    def test_nothing_changed(self):
        """A build that writes nothing has nothing to explain."""
        self.reasons()
        self.assertEqual(self.reasons(), {})

    def test_edited_text(self):
        """A sentence changed in a response's text: its page is written because of that file, and no list is."""
        self.edit(RESPONSE, "three custody suites.", "three custody suites. " + "They spoke to detained people and staff. " * 20)
        self.reasons()
        self.edit(RESPONSE, "I accept the findings.", "I accept all the findings.")
        self.assertEqual(self.reasons(), {PAGE: ("written", f"{RESPONSE} changed")})

    def test_edited_title(self):
        """A title changed: its page is written because of that file, the lists because of what they list."""
        self.reasons()
        self.edit(RESPONSE, "Custody services", "Custody suites")
        reasons = self.reasons()
        self.assertEqual(reasons.pop(PAGE), ("written", f"{RESPONSE} changed"))
        self.assertIn("index.html", reasons)
        self.assertEqual(set(reasons.values()), {("written", "something that it lists or links to changed")})

    def test_settings(self):
        """A setting changed that every page shows: every page is written because of site.toml."""
        self.reasons()
        self.edit("site.toml", "Northshire", "Southshire")
        reasons = self.reasons()
        self.assertIn(PAGE, reasons)
        self.assertEqual(set(reasons.values()), {("written", "site.toml or a page in the menus changed")})

    def test_theme(self):
        """A template of the site's own: the pages are written because of the theme."""
        self.reasons()
        templates = self.site / "themes/default/templates"
        templates.mkdir(parents=True)
        (templates / "not-found.mustache").write_text("<p>There is no such page.</p>")
        self.assertEqual(self.reasons(), {"404.html": ("written", "the theme changed")})

    def test_recent_responses(self):
        """Where a theme lists the newest responses on every page, another title is on every page, as in a build made at once."""
        templates = self.site / "themes/default/templates"
        templates.mkdir(parents=True)
        (templates / "footer.mustache").write_text("{{#site.recent}}{{#items}}<a href=\"{{root}}{{url}}\">{{title}}</a>{{/items}}{{/site.recent}}")
        pages = {name for name in self.reasons() if name.endswith(".html")}
        self.edit(RESPONSE, "Custody services", "Custody suites")
        self.assertEqual({path for path in self.reasons() if path.endswith(".html")}, pages)
        self.assertIn('<a href="../inspections/custody-2024/">Custody suites in Northshire</a>', (self.out / "about/index.html").read_text())
        self.build(self.site, self.folder / "fresh")
        self.assert_same_files(self.folder / "fresh", self.out)

    def test_removed_and_new(self):
        """A renamed response: its new page is new, and its old page is removed because the site has no such file any more."""
        self.reasons()
        (self.site / RESPONSE).rename(self.site / "content/inspections/custody.md")
        reasons = self.reasons()
        self.assertEqual(reasons["inspections/custody/index.html"], ("written", "it is new"))
        self.assertEqual(reasons[PAGE], ("removed", "the site has no such file any more"))

    def test_altered(self):
        """A page that somebody edited in the output is written because of that."""
        self.reasons()
        (self.out / PAGE).write_text("edited")
        self.assertEqual(self.reasons(), {PAGE: ("written", "somebody changed or removed the file")})

    def test_another_day(self):
        """A recommendation falls due: the pages that say how things stand are written because another day has come."""
        self.edit(RESPONSE, "no_recommendations = true\n", "")
        self.edit(RESPONSE, 'role = "pcc"\n', """role = "pcc"

[[recommendations]]
number = "1"
kind = "recommendation"
text = "The force should record each search."
addressed_to = ["chief-constable"]
due = 2026-06-30
pcc_action = "proposed"
pcc_explanation = "I will publish the number of searches."
status = "in-progress"
""")
        self.reasons()
        self.assertEqual({reason for _, reason in self.reasons(at="2026-07-01").values()},
                         {"it says how things stand, and another day has come"})


class Said(ProgramTest):
    def test_foreign_files_once(self):
        """A file that vitrine did not make is named by the first build that sees it, and by no later one."""
        self.build(MINIMAL, self.folder / "out")
        (self.folder / "out/by-hand.txt").write_text("mine")
        (self.folder / "out/letters").mkdir()
        (self.folder / "out/letters/one.txt").write_text("mine")
        said = "out/by-hand.txt was not made by vitrine, and stays\nout/letters was not made by vitrine, and stays\n"
        self.assertEqual(self.build(MINIMAL, self.folder / "out").stderr, said)
        self.assertEqual(self.build(MINIMAL, self.folder / "out").stderr, "")
        (self.folder / "out/more.txt").write_text("mine")
        self.assertEqual(self.build(MINIMAL, self.folder / "out").stderr, "out/more.txt was not made by vitrine, and stays\n")

    def test_timings(self):
        """The time of each step is said in the order of the steps, and together they are no more than the whole."""
        said = self.build(MINIMAL, self.folder / "out", "--timings").stdout.splitlines()
        steps = dict(line.removesuffix(" s").split(" ") for line in said[:-1])
        self.assertEqual(list(steps), ["read", "plan", "compare", "render", "place", "remember"])
        whole = float(re.search(r"in (\d+\.\d\d) s$", said[-1])[1])
        rounding = 0.005 * (len(steps) + 1)
        self.assertLessEqual(sum(map(float, steps.values())), whole + rounding)

    def test_summary(self):
        """The last line counts pages and files."""
        first, second = (self.build(MINIMAL, self.folder / "out").stdout for _ in range(2))
        files = sum(path.is_file() for path in (self.folder / "out").rglob("*"))
        self.assertRegex(first, rf"^out/: \d+ pages; {files} files written, 0 unchanged, 0 removed in \d+\.\d\d s\n$")
        self.assertRegex(second, rf"^out/: \d+ pages; 0 files written, {files} unchanged, 0 removed in \d+\.\d\d s\n$")


class ProgressLine(ProgramTest):
    def said_on_terminal(self, *arguments):
        """What a build prints on a terminal when the machine leaves it waiting for more than half a second."""
        site = self.folder / "site"
        shutil.copytree(MINIMAL, site)
        for number in range(2000):  # so that it is not done before it is stopped
            shutil.copy(site / RESPONSE, site / f"content/inspections/custody-{number}.md")
        terminal, end = pty.openpty()
        with subprocess.Popen([PROGRAM, "build", str(site), "--output", "out", "--at", CLOCK, *arguments], cwd=self.folder,
                              stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=end) as process:
            os.close(end)
            for _ in range(8):  # it may not have begun yet at the first, nor have seen the clock since
                process.send_signal(signal.SIGSTOP)
                time.sleep(0.3)
                process.send_signal(signal.SIGCONT)
                time.sleep(0.005)
            said = b""
            try:
                while part := os.read(terminal, 4096):
                    said += part
            except OSError:  # how a terminal says that nobody writes to it any more
                pass
        os.close(terminal)
        self.assertEqual(process.returncode, 0)
        return said.decode()

    def test_on_a_terminal(self):
        """A slow build says how far it is in one line, which is gone at the end."""
        said = self.said_on_terminal()
        self.assertRegex(said, r"^(\r\x1b\[K(read|made) [\d,]+ of [\d,]+ files)+\r\x1b\[K$")

    def test_quiet(self):
        """With --quiet there is no such line."""
        self.assertEqual(self.said_on_terminal("--quiet"), "")

    def test_not_on_a_terminal(self):
        """Where messages go to a file there is no such line."""
        self.assertEqual(self.build(MINIMAL, self.folder / "out").stderr, "")
