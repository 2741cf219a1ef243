"""The site as real web servers serve it, told how by the files that `[hosting]` asks for: at the root of a host and below it."""

import gzip
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path
from urllib.parse import quote, urlsplit

from program import CLOCK, MINIMAL, PROGRAM
from servers import Apache, BareApache, Caddy, Nginx, program

#: Old addresses, each with the address without its slash or a file's; in no language of a host do all of these characters mean themselves.
MOVED = ["/old/about/", "/old/about.html", "/old/with space (1)/", "/old/p\u00e2ge/", "/old/a$b{2}[d]*+^|/", "/old/${HOME}/{path}/", "/old/a\"b'c`/",
         "/old/100%/", "/old/a&b=c;d,e@f!~/", "/old/.hidden/"]
HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "cross-origin",
    "access-control-allow-origin": "*",
}
FOR_EVER = "public, max-age=31536000, immutable"
TEXT = "Calls answered in time, by month and by district. " * 40


def lay_out(site, base):
    """The site that all servers serve: with old addresses, and files whose names are hard to quote."""
    shutil.copytree(MINIMAL, site)
    config = site / "site.toml"
    config.write_text(config.read_text().replace("https://inspections.northshire.example/", f"https://www.northshire.example{base}") +
                      '\n[hosting]\nfiles = ["apache", "nginx", "caddy", "netlify", "github-pages", "s3"]\ncompress = ["gzip", "brotli"]\n')
    about = site / "content/about.md"
    aliases = ", ".join("'''" + alias + "'''" for alias in MOVED)
    about.write_text(about.read_text().replace("+++\n", f"+++\naliases = [{aliases}]\n", 1))
    files = site / "content/files"
    files.mkdir()
    for name in ("calls.csv", "Calls by m\u00f4nth (1).csv", "100% of calls.csv", "calls.txt", "calls.json", "drawing.svg", "small.csv"):
        (files / name).write_text("few" if name == "small.csv" else TEXT)
    for name in ("report.pdf", "archive.tar.gz"):
        (files / name).write_bytes(gzip.compress(TEXT.encode(), mtime=0))


class Built:
    """The site at one base, built once for all servers."""
    made = {}

    @classmethod
    def at(cls, base):
        if base not in cls.made:
            folder = Path(tempfile.mkdtemp(prefix="vitrine-hosts-"))
            unittest.addModuleCleanup(shutil.rmtree, folder)
            folder.chmod(0o755)  # a server may have a user of its own
            lay_out(folder / "site", base)
            root = folder / "root"
            (root / base.strip("/")).mkdir(parents=True)
            result = subprocess.run([PROGRAM, "build", folder / "site", "--output", root / base.strip("/"), "--at", CLOCK, "--quiet"],
                                    stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
            assert result.returncode == 0, result.stderr
            cls.made[base] = root
        return cls.made[base]


class HostTest(unittest.TestCase):
    """A server that runs while the tests of a class run."""
    kind = None
    base = "/"

    @classmethod
    def setUpClass(cls):
        cls.server = None
        if program(cls.kind.name) is None:
            return
        cls.root = Built.at(cls.base)
        scratch = Path(tempfile.mkdtemp(prefix="vitrine-server-"))
        cls.addClassCleanup(shutil.rmtree, scratch)
        scratch.chmod(0o777)
        cls.server = cls.kind(cls.root, cls.base, scratch)
        cls.addClassCleanup(cls.server.stop)

    def setUp(self):
        if self.server is None:
            self.skipTest(f"{self.kind.name} is not installed")

    @property
    def site(self):
        return self.root / self.base.strip("/")

    def asset(self, pattern):
        return next(path.name for path in sorted((self.site / "assets").glob(pattern)) if path.suffix not in (".gz", ".br"))

    def assert_headers(self, answer):
        found = {name: answer.headers.get(name) for name in HEADERS}
        self.assertEqual(found, HEADERS)
        policy = answer.headers["content-security-policy"]
        self.assertIn("default-src 'none'", policy)
        self.assertIn("frame-ancestors 'none'", policy)
        self.assertNotIn("unsafe", policy)
        self.assertEqual(answer.headers.get("strict-transport-security"), "max-age=31536000" if self.base == "/" else None)
        self.assertIn("camera=()", answer.headers["permissions-policy"])


class Everything:
    """What every server that is told how should do."""

    def test_types(self):
        """Every kind of file has its type, and texts of ours their charset."""
        wanted = {"": "text/html; charset=utf-8", "about/": "text/html; charset=utf-8", f"assets/{self.asset('style.*.css')}": "text/css; charset=utf-8",
                  f"assets/{self.asset('icon.*.svg')}": "image/svg+xml", "files/calls.csv": "text/csv; charset=utf-8", "files/report.pdf": "application/pdf",
                  "files/calls.txt": "text/plain; charset=utf-8", "files/calls.json": "application/json", "robots.txt": "text/plain; charset=utf-8",
                  "files/" + quote("Calls by m\u00f4nth (1).csv"): "text/csv; charset=utf-8", "files/" + quote("100% of calls.csv"): "text/csv; charset=utf-8"}
        answers = {path: self.server.get(path) for path in wanted}
        self.assertEqual({path: answer.status for path, answer in answers.items()}, dict.fromkeys(wanted, 200))
        self.assertEqual({path: answer.headers.get("content-type") for path, answer in answers.items()}, wanted)
        self.assertEqual([path for path, answer in answers.items() if "content-encoding" in answer.headers], [])

    def test_bytes(self):
        """A file comes as it is, also one whose name is hard to quote, and an archive is not unpacked on the way."""
        for name in ("Calls by m\u00f4nth (1).csv", "100% of calls.csv", "archive.tar.gz", "report.pdf"):
            answer = self.server.get("files/" + quote(name), Accept_Encoding="gzip, br")
            with self.subTest(name):
                self.assertEqual(answer.status, 200)
                if name.endswith(("gz", "pdf")):
                    self.assertNotIn("content-encoding", answer.headers)
                    self.assertEqual(answer.body, (self.site / "files" / name).read_bytes())

    def test_headers(self):
        """Every answer carries the headers that keep readers safe: pages, files, old addresses, and where there is nothing."""
        for path in ("", "about/", "files/report.pdf", f"assets/{self.asset('style.*.css')}", "old/about/", "no/such/page"):
            with self.subTest(path):
                self.assert_headers(self.server.get(path))

    def test_caching(self):
        """What never changes under its address may be kept for ever; of all else the browser asks each time."""
        for path in (f"assets/{self.asset('style.*.css')}", f"assets/{self.asset('icon.*.svg')}"):
            for coding in ("identity", "gzip", "br"):
                with self.subTest(path, coding=coding):
                    self.assertEqual(self.server.get(path, Accept_Encoding=coding).headers.get("cache-control"), FOR_EVER)
        for path in ("", "about/", "files/calls.csv", "assets/style.0123456789abcdef.css", "robots.txt"):
            with self.subTest(path):
                self.assertEqual(self.server.get(path).headers.get("cache-control"), "no-cache")

    def test_unchanged(self):
        """A browser that has the page already is told so in a few bytes."""
        first = self.server.get("about/", Accept_Encoding="br")
        again = self.server.get("about/", Accept_Encoding="br", If_None_Match=first.headers["etag"])
        self.assertEqual((again.status, again.body), (304, b""))

    def test_old_addresses(self):
        """An old address leads to the page in one step and for good, with a slash at its end or without one."""
        for alias in MOVED:
            path = alias[1:]
            asked = [path, path[:-1], path + "index.html"] if path.endswith("/") else [path]
            for address in asked:
                with self.subTest(address):
                    answer = self.server.get(quote(address))
                    self.assertEqual(answer.status, 301)
                    target = urlsplit(answer.headers["location"])
                    self.assertIn(target.netloc, ("", f"127.0.0.1:{self.server.port}"))
                    self.assertEqual(target.path, self.base + "about/")

    def test_beside_old_addresses(self):
        """An address that only begins or ends like an old one leads nowhere."""
        for address in ("old/about/more/", "old/aboutx.html", "old/aboutXhtml", "older/about/", "more/old/about/", "old/aab/"):
            with self.subTest(address):
                self.assertEqual(self.server.get(address).status, 404)

    def test_nothing_there(self):
        """Where there is no page, the site's own page says so, with the status 404."""
        for path in ("nothing", "no/such/deep/page/", "files/nothing.csv", "assets/nothing.css", "inspections/nothing/"):
            with self.subTest(path):
                answer = self.server.get(path)
                self.assertEqual(answer.status, 404)
                self.assertEqual(answer.headers["content-type"], "text/html; charset=utf-8")
                self.assertEqual(answer.body, (self.site / "404.html").read_bytes())

    def test_folders(self):
        """A folder's address without its slash leads to the one with it."""
        for path in ("about", "inspections/custody-2024"):
            with self.subTest(path):
                answer = self.server.get(path)
                self.assertIn(answer.status, (301, 308))
                self.assertTrue(answer.headers["location"].endswith(f"{self.base}{path}/"), answer.headers["location"])

    def test_compressed(self):
        """Who can unpack them gets the compressed files, smallest first, with the type of the original."""
        style = f"assets/{self.asset('style.*.css')}"
        for path, file in (("about/", "about/index.html"), ("", "index.html"), (style, style), ("files/calls.csv", "files/calls.csv")):
            for asked, coding, suffix in (("gzip", "gzip", ".gz"), ("br", "br", ".br"), ("gzip, deflate, br", "br", ".br"), ("br;q=0, gzip;q=0.5", "gzip", ".gz")):
                with self.subTest(path, asked=asked):
                    answer = self.server.get(path, Accept_Encoding=asked)
                    self.assertEqual(answer.status, 200)
                    self.assertEqual(answer.headers.get("content-encoding"), coding)
                    self.assertEqual(answer.body, (self.site / (file + suffix)).read_bytes())
                    self.assertEqual(answer.headers.get("content-type"), self.server.get(path).headers["content-type"])
                    self.assertIn("Accept-Encoding", answer.headers.get("vary", ""))
        self.assertEqual(gzip.decompress(self.server.get("about/", Accept_Encoding="gzip").body), (self.site / "about/index.html").read_bytes())

    def test_not_compressed(self):
        """Who cannot unpack gets the originals, and caches are told that others get something else."""
        for headers in ({}, {"Accept_Encoding": "identity"}, {"Accept_Encoding": "brotli, xgzip"}):
            answer = self.server.get("about/", **headers)
            with self.subTest(headers):
                self.assertNotIn("content-encoding", answer.headers)
                self.assertEqual(answer.body, (self.site / "about/index.html").read_bytes())
                self.assertIn("Accept-Encoding", answer.headers.get("vary", ""))

    def test_hidden(self):
        """What is there for the host alone is shown to nobody."""
        for path in ("_hosting/nginx.conf", "_hosting/Caddyfile", "_hosting/s3-website.json", "_hosting/", ".htaccess"):
            with self.subTest(path):
                self.assertIn(self.server.get(path).status, (403, 404))


class ApacheAtTheRoot(Everything, HostTest):
    kind = Apache


class ApacheBelow(Everything, HostTest):
    kind, base = Apache, "/transparency/inspections/"


class NginxAtTheRoot(Everything, HostTest):
    kind = Nginx


class NginxBelow(Everything, HostTest):
    kind, base = Nginx, "/transparency/inspections/"


class CaddyAtTheRoot(Everything, HostTest):
    kind = Caddy


class CaddyBelow(Everything, HostTest):
    kind, base = Caddy, "/transparency/inspections/"


class ApacheWithoutModules(HostTest):
    kind = BareApache

    def test_serves(self):
        """An Apache without any of the modules still serves the pages, and old addresses by the pages that stand there."""
        for path in ("", "about/", "old/about/"):
            with self.subTest(path):
                self.assertEqual(self.server.get(path).status, 200)
        self.assertEqual(self.server.get("nothing").body, (self.site / "404.html").read_bytes())
