"""Dated archives of a site: that others can check them, that nothing is changed unseen, and that hostile ones do no harm."""

import gzip
import hashlib
import io
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import tarfile
import time
import unittest
import zipfile

from program import CLOCK, MINIMAL, PROGRAM, PROJECT, SHARED, ProgramTest, files_below

RESPONSE = """+++
title = "{title}"
report_published = 2024-07-19
response_published = 2024-09-10
types = ["national"]
force_quoted = "no"
no_recommendations = true
{more}
[commissioner]
name = "Judith Amblecote"
role = "pcc"
+++

## PCC response

{text}
"""


def response(title, text="We agree.", more=""):
    return RESPONSE.format(title=title, text=text, more=more)


def read_info(bag):
    lines = (bag / "bag-info.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines)


class SnapshotTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.site = self.folder / "site"
        shutil.copytree(MINIMAL, self.site)
        inspections = self.site / "content/inspections"
        (inspections / "secret.md").write_text(response("A draft", "Sekrit words.", 'status = "draft"'))
        (inspections / "secret.pdf").write_text("Sekrit file")
        (inspections / "later.md").write_text(response("Under embargo", "Sekrit words.", "embargo_until = 2030-01-01T00:01:00"))
        (inspections / "gone.md").write_text(response("Gone", "Sekrit words.", 'status = "withdrawn"\nwithdrawn_reason = "It named somebody."'))
        (inspections / "gone.pdf").write_text("Sekrit file")

    def create(self, output, *arguments, site=None, **keywords):
        return self.run_vitrine("snapshot", "create", site or self.site, "--output", output, "--at", CLOCK, *arguments, **keywords)

    def create_afresh(self, output, *arguments, **keywords):
        return self.create(output, "--build-afresh", *arguments, **keywords)

    def verify(self, path, *arguments, **keywords):
        return self.run_vitrine("snapshot", "verify", path, *arguments, **keywords)

    def bag(self, name="bag"):
        """A snapshot in a folder."""
        self.create_afresh(self.folder / name)
        return self.folder / name


class Creation(SnapshotTest):
    def test_stock_tools_agree(self):
        """What the README says to type checks the payload and the rest, and finds all of it."""
        bag = self.bag()
        for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
            subprocess.run(["sha256sum", "-c", "--quiet", "--strict", manifest], cwd=bag, check=True, timeout=60)
        for manifest in ("manifest-sha512.txt", "tagmanifest-sha512.txt"):
            subprocess.run(["sha512sum", "-c", "--quiet", "--strict", manifest], cwd=bag, check=True, timeout=60)
        listed = len((bag / "manifest-sha256.txt").read_text().splitlines())
        self.assertEqual(listed, len(files_below(bag / "data")))
        self.assertTrue(read_info(bag)["Payload-Oxum"].endswith(f".{listed}"))

    def test_digests(self):
        """The digests of the snapshot and of the site are those that the commands in the README print."""
        bag = self.bag()
        whole = hashlib.sha256((bag / "tagmanifest-sha256.txt").read_bytes()).hexdigest()
        self.assertIn(f'digest = "{whole}"', (self.site / "snapshots.toml").read_text())
        lines = [line for line in (bag / "manifest-sha256.txt").read_bytes().splitlines(True) if b"  data/site/" in line]
        self.assertEqual(read_info(bag)["Vitrine-Site-Digest"], "sha256:" + hashlib.sha256(b"".join(lines)).hexdigest())

    def test_second_opinion(self):
        """An independent checker finds the folder and both kinds of archive valid."""
        checker = SHARED / "audit/archive-check.sh"
        if not checker.exists():
            raise unittest.SkipTest(f"{checker} is not there")
        for name in ("bag", "bag.tar.gz", "bag.zip"):
            site = self.folder / f"site-{name}"
            shutil.copytree(self.site, site)
            self.create_afresh(self.folder / name, site=site)
            result = subprocess.run([checker, "--bag", self.folder / name], capture_output=True, text=True, timeout=120)
            self.assertEqual(result.returncode, 0, result.stdout)

    def test_nothing_hidden(self):
        """No word and no name of a draft, of what is under embargo, or of the text of a withdrawn response is in it; they are counted."""
        bag = self.bag()
        for name, data in files_below(bag).items():
            self.assertNotIn(b"Sekrit", data, name)
            self.assertNotIn(b"embargo_until", data, name)
            self.assertNotRegex(name, "secret|later|gone.pdf")
        self.assertEqual(read_info(bag)["Vitrine-Left-Out"], "1 draft, 1 response under embargo and 2 other files that are not public")
        self.assertIn("It named somebody.", (bag / "data/site/inspections/gone/index.html").read_text())

    def test_same_bytes(self):
        """Time zone, locale, umask, jobs, and the place of the site make no difference, packed or not."""
        for name in ("bag.tar.gz", "bag.zip", "bag"):
            results = []
            for place, zone, jobs in (("one", "Asia/Tokyo", 1), ("elsewhere/two", "America/New_York", 4)):
                site = self.folder / place / name / "site"
                shutil.copytree(self.site, site)
                (site / "content/inspections/Plân.txt").write_text("A name with a circumflex\n")
                self.create_afresh(self.folder / place / name / name, "--jobs", jobs, site=site, TZ=zone, LC_ALL="C" if jobs == 1 else "C.UTF-8")
                made = self.folder / place / name / name
                results.append(files_below(made) if made.is_dir() else made.read_bytes())
            self.assertTrue(results[0] == results[1], name)

    def test_opens_from_disk(self):
        """Every link between pages of the archived site leads to a file, and every page says when it was archived and where it lives."""
        site = self.bag() / "data/site"
        pages = sorted(site.rglob("*.html"))
        self.assertGreater(len(pages), 5)
        for page in pages:
            text = page.read_text()
            self.assertIn("Archived on", text, page)
            self.assertIn('href="https://', text, page)
            for address in re.findall(r'(?:href|src)="(?!https?:|mailto:|#|data:)([^"#]+)', text):
                self.assertTrue((page.parent / address).resolve().is_file(), f"{page}: {address}")

    def test_public_says_nothing(self):
        """The living site has no such note."""
        self.build(self.site, self.folder / "public")
        for name, data in files_below(self.folder / "public").items():
            self.assertNotIn(b"Archived on", data, name)

    def test_never_replaced(self):
        """A snapshot that is there stays as it is, and a name in the register is not used again."""
        bag = self.bag()
        before = files_below(bag)
        self.assertIn("it is there already", self.create_afresh(bag, status=3).stderr)
        self.assertEqual(files_below(bag), before)
        shutil.rmtree(bag)
        self.assertIn("snapshots.toml lists a snapshot of that name", self.create_afresh(bag, status=3).stderr)

    def test_usual_place(self):
        """Without --output it lies in snapshots/, named by the day and the force."""
        self.run_vitrine("snapshot", "create", self.site, "--build-afresh", "--at", CLOCK)
        names = [path.name for path in (self.site / "snapshots").iterdir()]
        self.assertEqual(len(names), 1)
        self.assertRegex(names[0], r"^2026-06-30-[a-z-]+\.zip$")
        self.verify(self.site / "snapshots" / names[0])

    def test_theme_without_note(self):
        """A theme of the site's own that does not show the note is refused, and mended with one line."""
        templates = self.site / "themes/default/templates"
        templates.mkdir(parents=True)
        text = (PROJECT / "themes/default/templates/layout.mustache").read_text(encoding="utf-8")
        (templates / "layout.mustache").write_text(text.replace("{{> archived}}", ""))
        self.build(self.site, self.folder / "public")
        self.assertIn("[template/no-archive-note]", self.create_afresh(self.folder / "bag", status=1).stderr)
        self.assertFalse((self.folder / "bag").exists())
        (templates / "layout.mustache").write_text(text)
        self.bag()


class Truth(SnapshotTest):
    def setUp(self):
        super().setUp()
        self.run_vitrine("build", self.site, "--at", CLOCK)

    def test_as_built(self):
        """What stands in public/ is what would be built, so it is archived."""
        self.create(self.folder / "bag")
        self.verify(self.folder / "bag")

    def test_differs(self):
        """A file of public/ that somebody edited is named, and nothing is made."""
        page = self.site / "public/index.html"
        page.write_text(page.read_text().replace("<h1>", "<h1>Not "))
        said = self.create(self.folder / "bag", status=1).stderr
        self.assertIn("1 file differs, index.html", said)
        self.assertIn(f"vitrine build {self.site} --at {CLOCK}", said)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["site"])
        self.create_afresh(self.folder / "bag")

    def test_stale(self):
        """Sources that were edited after the build are not archived as if they had been public."""
        (self.site / "content/inspections/new.md").write_text(response("New"))
        self.assertRegex(self.create(self.folder / "bag", status=1).stderr, r"\d+ files differ, .* and \d+ more")
        (self.site / "content/inspections/new.md").unlink()
        self.create(self.folder / "bag")

    def test_left_over(self):
        """A page that vitrine made and the site no longer has differs too; what others put there is named and left out."""
        (self.site / "public/CNAME").write_text("example.org\n")
        said = self.create(self.folder / "bag").stderr
        self.assertIn("1 file in the output that vitrine did not make is not archived: CNAME", said)
        self.run_vitrine("build", self.site, "--at", CLOCK)
        (self.site / "content/about.md").unlink()
        self.assertRegex(self.create(self.folder / "other", status=1).stderr, r"files differ.*about/index\.html")

    def test_not_built(self):
        """Without public/ there is nothing to be true to."""
        shutil.rmtree(self.site / "public")
        self.assertIn("there is no public/", self.create(self.folder / "bag", status=1).stderr)

    def test_errors(self):
        """Sources with errors are never archived."""
        (self.site / "content/inspections/new.md").write_text(response("New").replace("2024-09-10", "soon"))
        for arguments in ((), ("--build-afresh",)):
            self.assertIn("no snapshot was made", self.create(self.folder / "bag", *arguments, status=1).stderr)
        self.assertFalse((self.folder / "bag").exists())


class Verification(SnapshotTest):
    def test_any_flipped_byte(self):
        """One changed byte anywhere in a bag is found, whichever file it is in."""
        bag = self.bag()
        chance = random.Random(20260630)
        files = sorted(files_below(bag))
        tags = [name for name in files if not name.startswith("data/")]
        tried = 0
        for name in tags * 6 + chance.sample(files, 20):
            path = bag / name
            data = path.read_bytes()
            if not data:
                continue
            at = chance.randrange(len(data))
            changed = bytearray(data)
            changed[at] ^= chance.choice((0x01, 0x20, 0x80, 0x07))
            path.write_bytes(changed)
            result = subprocess.run([PROGRAM, "snapshot", "verify", bag], capture_output=True, text=True, timeout=60)
            self.assertEqual(result.returncode, 1, f"{name}, byte {at}: {data[at]:#x} became {changed[at]:#x}")
            path.write_bytes(data)
            tried += 1
        self.assertGreater(tried, 50)
        self.verify(bag)

    def test_all_at_once(self):
        """What is missing, added, changed and malformed is found in one run."""
        bag = self.bag()
        (bag / "data/site/robots.txt").unlink()
        (bag / "data/site/added.txt").write_text("x")
        (bag / "data/site/index.html").write_text("x")
        (bag / "bagit.txt").write_text("BagIt-Version: 7\nTag-File-Character-Encoding: UTF-8\n")
        said = self.verify(bag, status=1).stderr
        for line in ("data/site/robots.txt: error: ", "data/site/added.txt: error: ", "data/site/index.html: error: ", "bagit.txt:1:1: error: "):
            self.assertIn(line, said)

    def test_damaged_archive(self):
        """An archive that was cut short is called damaged, not valid and not a failure of the machine."""
        for name in ("bag.tar.gz", "bag.zip"):
            self.create_afresh(self.folder / name)
            data = (self.folder / name).read_bytes()
            (self.folder / name).write_bytes(data[: len(data) * 2 // 3])
            self.assertIn("[bag/malformed]", self.verify(self.folder / name, status=1).stderr)

    def test_nothing_there(self):
        """A path that leads nowhere is a wrong command line."""
        self.assertIn("there is no bag at", self.verify(self.folder / "nothing", status=2).stderr)


class Restoration(SnapshotTest):
    def test_same_site(self):
        """The sources come back byte for byte and make the same site, of folders and of both kinds of archive."""
        for name in ("bag", "bag.tar.gz", "bag.zip"):
            site = self.folder / f"site-{name}"
            shutil.copytree(self.site, site)
            (site / "content/e\u0301.txt").write_text("A name in two parts\n")
            self.run_vitrine("build", site, "--at", CLOCK)
            self.create(self.folder / name, site=site)
            back = self.folder / f"back-{name}"
            self.run_vitrine("snapshot", "restore", self.folder / name, back)
            for path, data in files_below(back).items():
                original = (site / path).read_bytes()
                self.assertTrue(original.startswith(data) if path.endswith("gone.md") else original == data, path)
            self.assertEqual((back / ".vitrine/public/published").read_bytes(), (site / ".vitrine/public/published").read_bytes())
            self.create_afresh(self.folder / f"again-{name}", site=back)
            self.verify(self.folder / f"again-{name}")
            digests = [re.search('site_digest = "(.*)"', (folder / "snapshots.toml").read_text())[1] for folder in (site, back)]
            self.assertEqual(digests[0], digests[1])

    def test_not_empty(self):
        """A folder with something in it is left alone."""
        bag = self.bag()
        (self.folder / "full").mkdir()
        (self.folder / "full/mine.txt").write_text("mine")
        self.assertIn("not empty", self.run_vitrine("snapshot", "restore", bag, self.folder / "full", status=3).stderr)
        self.assertEqual(files_below(self.folder / "full"), {"mine.txt": b"mine"})

    def test_not_valid(self):
        """Nothing comes back from a snapshot that was changed."""
        bag = self.bag()
        (bag / "data/sources/site.toml").write_text("title = 'Other'\n")
        self.run_vitrine("snapshot", "restore", bag, self.folder / "back", status=1)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["bag", "site"])


class Chain(SnapshotTest):
    def test_followed(self):
        """Each names the one before; one that was made anew in place of another is found, wherever it lies."""
        self.create_afresh(self.folder / "first")
        self.create_afresh(self.folder / "second.zip")
        self.create_afresh(self.folder / "third")
        self.assertIn("it follows second.zip and first, unchanged since", self.verify(self.folder / "third").stdout)
        kept = self.folder / "kept"
        shutil.move(self.folder / "first", kept)
        self.assertIn("first came before and is not here", self.verify(self.folder / "third").stdout)
        self.assertIn("it follows second.zip and kept", self.verify(self.folder / "third", "--previous", kept).stdout)
        other = self.folder / "other-site"
        shutil.copytree(MINIMAL, other)
        self.create_afresh(self.folder / "first", site=other)
        self.verify(self.folder / "first")
        self.assertIn("[bag/not-authentic]", self.verify(self.folder / "third", status=1).stderr)

    def test_listed_on_the_site(self):
        """The site lists its snapshots with what changed since the one before."""
        self.create_afresh(self.folder / "first")
        (self.site / "content/inspections/new.md").write_text(response("New"))
        self.create_afresh(self.folder / "second")
        self.build(self.site, self.folder / "public")
        page = (self.folder / "public/archive/index.html").read_text()
        self.assertLess(page.index("second, "), page.index("first, "))
        self.assertIn("1 response added", page)
        self.assertIn("The first copy", page)
        self.assertIn(">Archive</a>", (self.folder / "public/index.html").read_text())


class Differences(SnapshotTest):
    def setUp(self):
        super().setUp()
        path = self.site / "content/inspections"
        (path / "stays.md").write_text(response("Stays"))
        (path / "moves.md").write_text(response("Moves"))
        (path / "goes.md").write_text(response("Goes"))
        (path / "fades.md").write_text(response("Fades"))
        self.create_afresh(self.folder / "a")
        (path / "moves.md").write_text(response("Moves", "We do not agree.", 'short_title = "Moved"').replace(
            "no_recommendations = true", "").replace("+++\n\n##", '[[recommendations]]\nnumber = "1"\nkind = "recommendation"\ntext = "Do it."\n'
            'addressed_to = ["pcc"]\npcc_action = "taken"\npcc_explanation = "Done."\nstatus = "complete"\n+++\n\n##'))
        (path / "goes.md").unlink()
        (path / "comes.md").write_text(response("Comes"))
        (path / "fades.md").write_text(response("Fades", more='status = "withdrawn"\nwithdrawn_reason = "Wrong."'))
        (path / "stays.md").write_text(response("Stays", more="# nothing that is recorded\n"))
        (self.site / "content/new.md").write_text('+++\ntitle = "New"\n+++\n\nWords.\n')
        self.create_afresh(self.folder / "b.zip")

    def test_text(self):
        """What an auditor asks for: responses added, removed, withdrawn and changed, and what of them."""
        said = self.run_vitrine("snapshot", "diff", self.folder / "a", self.folder / "b.zip").stdout
        for line in ("added comes: Comes\n", "removed goes: Goes\n", "withdrawn fades: Fades\n", "changed moves: Moves\n",
                     "    Short title: Moved (new)\n", "    Recommendations: none were made (gone)\n", "    section PCC response changed\n",
                     "    recommendation 1 added\n", "added content/new.md\n"):
            self.assertIn(line, said)
        self.assertNotIn("stays", said)

    def test_other_forms(self):
        """The same as JSON and as a page."""
        found = json.loads(self.run_vitrine("snapshot", "diff", self.folder / "a", self.folder / "b.zip", "--format", "json").stdout)
        self.assertEqual([(r["id"], r["change"]) for r in found["responses"]],
                         [("comes", "added"), ("fades", "withdrawn"), ("goes", "removed"), ("moves", "changed")])
        page = self.run_vitrine("snapshot", "diff", self.folder / "a", self.folder / "b.zip", "--format", "html").stdout
        self.assertIn("<h2>Moves</h2>", page)
        self.assertIn("<td>Moved</td>", page)

    def test_same(self):
        """Between a snapshot and itself nothing changed."""
        self.assertIn("nothing changed", self.run_vitrine("snapshot", "diff", self.folder / "a", self.folder / "a").stdout)


class Interruption(SnapshotTest):
    def finished(self):
        """What looks like a snapshot in the folder."""
        return [path.name for path in self.folder.iterdir() if path.name not in ("site", "small") and not path.name.startswith(".")]

    def test_killed(self):
        """Killed at any moment, it leaves nothing that looks finished, and the next run succeeds."""
        for step in range(8):
            target = self.folder / ("bag.zip" if step % 2 else "bag")
            process = subprocess.Popen([PROGRAM, "snapshot", "create", self.site, "--output", target, "--build-afresh", "--at", CLOCK],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(0.004 * (step + 1))
            process.send_signal(signal.SIGKILL)
            killed = process.wait() != 0
            if killed:
                left = self.finished()
                for name in left:
                    self.verify(self.folder / name)
            for name in self.finished():
                path = self.folder / name
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            (self.site / "snapshots.toml").unlink(missing_ok=True)
        self.create_afresh(self.folder / "bag")
        self.verify(self.folder / "bag")

    def test_full_disk(self):
        """When files cannot grow any more it says so, leaves nothing behind, and does not touch the register."""
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        result = subprocess.run([PROGRAM, "snapshot", "create", self.site, "--output", self.folder / "bag.zip", "--build-afresh", "--at", CLOCK],
                                preexec_fn=limit, capture_output=True, text=True, timeout=60)
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertIn("cannot write", result.stderr)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["site"])
        self.assertFalse((self.site / "snapshots.toml").exists())


class Hostile(SnapshotTest):
    """Archives that others made to do harm. Nothing of them is written, whatever is asked."""

    def refused(self, path, *words):
        """Verifying and restoring refuse it with a sentence, and write nothing anywhere."""
        before = sorted(files_below(self.folder))
        for arguments in (("verify", path), ("restore", path, self.folder / "back"), ("diff", path, path)):
            said = self.run_vitrine("snapshot", *arguments, status=1, TMPDIR=str(self.folder)).stderr
            for word in words:
                self.assertIn(word, said)
        self.assertEqual(sorted(files_below(self.folder)), before)

    def tar(self, *members):
        """A tar.gz with a bag's first file and these members: (name, type, link or data)."""
        path = self.folder / "hostile.tar.gz"
        with tarfile.open(path, "w:gz") as tar:
            for name, kind, content in (("bag/bagit.txt", tarfile.REGTYPE, b"x"), *members):
                info = tarfile.TarInfo(name)
                info.type = kind
                if isinstance(content, bytes):
                    info.size = len(content)
                else:
                    info.linkname = content
                tar.addfile(info, io.BytesIO(content) if isinstance(content, bytes) else None)
        return path

    def test_paths_that_leave(self):
        """Paths up, absolute ones, and those that mean something else elsewhere."""
        for name in ("bag/../../evil", "../evil", "/tmp/evil", "~/evil", "bag/data/./x", "\\\\server\\evil", "C:\\evil"):
            self.refused(self.tar((name, tarfile.REGTYPE, b"evil")), "[bag/unsafe]")

    def test_links_and_devices(self):
        """Links of both kinds, devices and pipes."""
        for kind, target in ((tarfile.SYMTYPE, "/etc/passwd"), (tarfile.LNKTYPE, "bag/bagit.txt"), (tarfile.CHRTYPE, ""), (tarfile.BLKTYPE, ""), (tarfile.FIFOTYPE, "")):
            self.refused(self.tar(("bag/data/x", kind, target)), "[bag/unsafe]", "bag/data/x")
        self.refused(self.tar(("bag/data", tarfile.SYMTYPE, "/tmp"), ("bag/data/x", tarfile.REGTYPE, b"x")), "is a link")

    def test_duplicates(self):
        """Two entries with one path, and two that some file system takes for one."""
        self.refused(self.tar(("bag/data/x", tarfile.REGTYPE, b"1"), ("bag/data/x", tarfile.REGTYPE, b"2")), "occurs twice")
        self.refused(self.tar(("bag/data/x", tarfile.REGTYPE, b"1"), ("bag/data/X", tarfile.REGTYPE, b"2")), "case or form")
        path = self.folder / "hostile.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("bag/bagit.txt", "x")
            archive.writestr("bag/data/é", "1")
            archive.writestr("bag/data/e\u0301", "2")
        self.refused(path, "[bag/unsafe]")

    def test_zip_link(self):
        """A link in a zip."""
        path = self.folder / "hostile.zip"
        with zipfile.ZipFile(path, "w") as archive:
            info = zipfile.ZipInfo("bag/data/x")
            info.create_system, info.external_attr = 3, 0o120777 << 16
            archive.writestr(info, "/etc/passwd")
        self.refused(path, "is a link")

    def test_bomb(self):
        """What unpacks to thousands of times its size is given up soon, with little memory and nothing on the disk."""
        path = self.folder / "bomb.tar.gz"
        size = 3_000_000_000
        with gzip.open(path, "wb", compresslevel=9) as out:
            info = tarfile.TarInfo("bag/data/zeros")
            info.size = size
            out.write(info.tobuf())
            for _ in range(size // 50_000_000):
                out.write(bytes(50_000_000))
        with open(self.folder / "said", "w+") as said:
            process = subprocess.Popen([PROGRAM, "snapshot", "verify", path], stdout=subprocess.DEVNULL, stderr=said)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            self.assertEqual(process.returncode, 1)
            said.seek(0)
            self.assertIn("unpacks to more than 200 times", said.read())
        self.assertLess(used.ru_maxrss, 1_000_000 if "dev" in PROGRAM else 150_000)

    def test_not_one_folder(self):
        """What lies beside the bag's folder is no part of a bag."""
        self.refused(self.tar(("other/x", tarfile.REGTYPE, b"x")), "one folder that holds a bag")

    def test_link_in_a_folder(self):
        """A link in a bag that is a folder."""
        bag = self.bag()
        (bag / "data/site/link").symlink_to("/etc/passwd")
        self.assertIn("is a link", self.verify(bag, status=1).stderr)


if __name__ == "__main__":
    unittest.main()
