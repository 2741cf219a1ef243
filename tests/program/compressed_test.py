"""Compressed copies beside the pages: that others can unpack them, and that they keep in step with their originals."""

import gzip
import shutil
import subprocess
import unittest

from program import MINIMAL, ProgramTest, files_below

ORIGINALS = (".html", ".css", ".svg", ".csv", ".json", ".xml")
MADE_BY_VITRINE = (".html", "data/", "feed.", "sitemap.")


def unpacked_by_node(path):
    """The bytes of a Brotli file, unpacked by a program that has its own way of doing it."""
    script = "process.stdout.write(require('zlib').brotliDecompressSync(require('fs').readFileSync(process.argv[1])))"
    return subprocess.run(["node", "-e", script, str(path)], capture_output=True, check=True, timeout=60).stdout


class Compressed(ProgramTest):
    def setUp(self):
        super().setUp()
        self.site, self.out = self.folder / "site", self.folder / "out"
        shutil.copytree(MINIMAL, self.site)
        self.set_hosting('compress = ["gzip", "brotli"]')
        (self.site / "content/calls.csv").write_text("month,calls\n" + "2024-07,1204\n" * 100)
        (self.site / "content/few.csv").write_text("month,calls\n")
        self.build(self.site, self.out)

    def set_hosting(self, line):
        text = (MINIMAL / "site.toml").read_text()
        (self.site / "site.toml").write_text(f"{text}\n[hosting]\n{line}\n")

    def assert_in_step(self):
        files = files_below(self.out)
        for name, data in files.items():
            if name.endswith(".gz"):
                self.assertEqual(gzip.decompress(data), files[name[:-3]], name)
        return files

    def test_which(self):
        """Every page, what vitrine makes for programs, and every longer text has compressed copies, and nothing else has."""
        files = files_below(self.out)
        packed = {name for name in files if name.endswith(".gz")}
        is_redirect = lambda data: b'http-equiv="refresh"' in data
        is_made = lambda name: any(part in name for part in MADE_BY_VITRINE)
        wanted = {name for name, data in files.items()
                  if name.endswith(ORIGINALS) and (len(data) >= 1024 or is_made(name)) and not is_redirect(data)}
        self.assertIn("calls.csv", wanted)
        self.assertNotIn("few.csv.gz", files)
        self.assertEqual(packed, {f"{name}.gz" for name in wanted})
        self.assertEqual({name for name in files if name.endswith(".br")}, {f"{name}.br" for name in wanted})

    def test_unpacked(self):
        """Other programs unpack them to the bytes of their originals."""
        files = self.assert_in_step()
        if shutil.which("node") is None:
            raise unittest.SkipTest("node is not installed")
        for name in ("index.html", "calls.csv"):
            self.assertEqual(unpacked_by_node(self.out / f"{name}.br"), files[name])

    def test_follow(self):
        """After an edit the copies are those of the new bytes, as in a build made at once; the copies of what did not change keep their time."""
        kept = (self.out / "calls.csv.gz").stat().st_mtime_ns
        about = self.site / "content/about.md"
        about.write_text(about.read_text() + "\nOne sentence more.\n")
        said = self.build(self.site, self.out, "--explain").stdout
        self.assertIn("written out/about/index.html.gz: content/about.md changed\n", said)
        self.assertNotIn("calls.csv", said)
        self.assertEqual((self.out / "calls.csv.gz").stat().st_mtime_ns, kept)
        self.assert_in_step()
        self.build(self.site, self.folder / "fresh")
        self.assert_same_files(self.folder / "fresh", self.out)

    def test_nothing_changed(self):
        """A build that has nothing to do compresses nothing."""
        self.assertEqual(self.build(self.site, self.out, "--explain", "--quiet").stdout, "")

    def test_repaired(self):
        """A copy that somebody changed is put right."""
        before = files_below(self.out)
        (self.out / "index.html.br").write_bytes(b"")
        (self.out / "about/index.html.gz").unlink()
        self.build(self.site, self.out)
        self.assertEqual(files_below(self.out), before)

    def test_taken_away(self):
        """Where they are no longer asked for they are removed."""
        self.set_hosting('files = ["apache"]')
        self.build(self.site, self.out)
        self.assertEqual([name for name in files_below(self.out) if name.endswith((".gz", ".br"))], [])

    def test_memory_lost(self):
        """Without `.vitrine` the old style sheet and the copies of a page that is gone are known as vitrine's, and removed."""
        (self.site / "content/about.md").unlink()
        assets = self.site / "themes/default/assets"
        assets.mkdir(parents=True)
        (assets / "style.css").write_text("body { color: black }\n")
        shutil.rmtree(self.folder / ".vitrine")
        self.assertEqual(self.build(self.site, self.out).stderr, "")
        self.build(self.site, self.folder / "fresh")
        self.assert_same_files(self.folder / "fresh", self.out)
