"""The preview, over HTTP: what it shows, how it follows edits, whom it refuses, and that it leaves nothing behind."""

import gzip
import http.client
import json
import os
import queue
import re
import shutil
import signal
import socket
import statistics
import subprocess
import threading
import time
import unittest

from program import CLOCK, MINIMAL, PROGRAM, ProgramTest, files_below

RESPONSE = """+++
title = "{title}"
report_published = {published}
types = ["national"]
force_quoted = "no"
{more}
no_recommendations = true

[commissioner]
name = "Judith Amblecote"
role = "pcc"
+++

## Executive summary

{text}
"""


class Events:
    """An event stream, read by a thread of its own."""

    def __init__(self, port, headers=()):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.connection.request("GET", "/.vitrine/events", headers=dict(headers))
        self.answer = self.connection.getresponse()
        self.arrived = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        try:
            while line := self.answer.fp.readline():
                if line.startswith(b"data: "):
                    self.arrived.put((time.monotonic(), json.loads(line[6:])))
        except (OSError, ValueError, AttributeError):
            pass

    def next(self, timeout=20):
        """The next state, and when it came."""
        return self.arrived.get(timeout=timeout)

    def until(self, holds, timeout=20):
        end = time.monotonic() + timeout
        while True:
            state = self.next(max(0.01, end - time.monotonic()))[1]
            if holds(state):
                return state

    def close(self):
        self.connection.close()


class Serve(ProgramTest):
    def setUp(self):
        super().setUp()
        self.site = self.folder / "site"
        shutil.copytree(MINIMAL, self.site)
        self.inspections = self.site / "content/inspections"
        self.inspections.mkdir(parents=True, exist_ok=True)
        self.write("shown-2024", "Shown", "2024-01-15", "response_published = 2024-02-20")

    def write(self, name, title, published, more="", text="Inspectors looked."):
        path = self.inspections / f"{name}.md"
        path.write_text(RESPONSE.format(title=title, published=published, more=more, text=text))
        return path

    def start(self, *arguments, at=CLOCK, site=None, environment=None):
        """Starts a preview on a free port; it is stopped at the end of the test."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        clock = ("--at", at) if at else ()
        self.log = self.folder / f"log-{port}"
        process = subprocess.Popen([PROGRAM, "serve", str(site or self.site), "--port", str(port), *clock, *map(str, arguments)], cwd=self.folder,
                                   env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"} | (environment or {}),
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.log.open("w"), text=True)
        self.addCleanup(self.stop, process)
        line = process.stdout.readline()
        self.assertRegex(line, r"^Preview at http://127\.0\.0\.1:\d+/", self.log.read_text())
        self.port = port
        self.process = process
        return process

    def stop(self, process):
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        status = process.wait(timeout=30)
        process.stdout.close()
        return status

    def ask(self, path, method="GET", status=200, port=None, **headers):
        """The answer to one request: its fields and its bytes."""
        connection = http.client.HTTPConnection("127.0.0.1", port or self.port, timeout=30)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        self.assertEqual(answer.status, status, f"{method} {path}: {body[:300]!r}")
        return answer, body

    def text(self, path, **keywords):
        return self.ask(path, **keywords)[1].decode()

    def raw(self, data, timeout=30):
        """What comes back for these very bytes, until the server closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as connection:
            connection.sendall(data)
            answer = b""
            try:
                while part := connection.recv(65536):
                    answer += part
            except ConnectionResetError:
                pass
            return answer

    # What it shows

    def test_marks(self):
        """Drafts and embargoed responses are shown and marked, on their pages and in every list; the public form has none of them."""
        self.write("draft-2026", "Secret draft", "2026-05-01", 'status = "draft"\ntags = ["custody"]')
        self.write("embargo-2026", "Secret embargo", "2026-05-02", 'response_published = 2026-06-01\nembargo_until = 2026-12-01T00:01:00\ntags = ["custody"]')
        self.start()
        embargo = "Embargoed until 1 December 2026 at 00:01"
        for page in ("/", "/tags/custody/", "/timeline/2026/", "/site-map/"):
            html = self.text(page)
            for title, mark in (("Secret draft", "Draft, not public"), ("Secret embargo", embargo)):
                self.assertRegex(html, rf'(?s){title}</a>(?:(?!</li>).)*<span class="preview-mark">{mark}</span>', page)
            self.assertNotRegex(html, r'(?s)>Shown</a>(?:(?!</li>).)*preview-mark', page)
            self.assertIn("Preview, as at 30 June 2026, 00:00", html)
        self.assertIn(f'<span class="preview-mark">{embargo}</span>', self.text("/inspections/embargo-2026/"))
        self.assertIn("<strong>Draft, not public</strong></p></vitrine-preview>", self.text("/inspections/draft-2026/"))
        self.assertNotIn("preview-mark", self.text("/inspections/shown-2024/"))
        self.assertIn(f"<title>[{embargo}] Secret embargo</title>", self.text("/feed.xml"))
        self.start("--as-public")
        for page in ("/", "/timeline/2024/", "/site-map/", "/feed.xml", "/data/inspections.csv", "/sitemap.xml"):
            self.assertNotIn("Secret", self.text(page))
        self.ask("/inspections/draft-2026/", status=404)

    def test_marks_with_another_theme(self):
        """A theme whose templates know nothing of marks has the bar that says so."""
        templates = self.site / "themes/default/templates"
        templates.mkdir(parents=True)
        (templates / "response.mustache").write_text("<h1>{{title}}</h1>\n")
        (templates / "layout.mustache").write_text("<html><body>{{> content}}</body></html>\n")
        self.write("draft-2026", "Secret draft", "2026-05-01", 'status = "draft"')
        self.start()
        html = self.text("/inspections/draft-2026/")
        self.assertIn("<h1>Secret draft</h1>", html)
        self.assertIn("<strong>Draft, not public</strong>", html)
        self.assertIn("/.vitrine/preview.js", html)

    def test_as_public(self):
        """What the public would get is, but for the preview's script, byte for byte what a build makes."""
        (self.inspections / "shown-2024.pdf").write_bytes(bytes(range(256)) * 2000)
        toml = self.site / "site.toml"
        toml.write_text(toml.read_text() + '\n[hosting]\ncompress = ["gzip"]\nfiles = ["netlify"]\n')
        self.write("draft-2026", "Secret draft", "2026-05-01", 'status = "draft"')
        self.build(self.site, self.folder / "public")
        self.start("--as-public")
        built = files_below(self.folder / "public")
        self.assertIn("_headers", built)
        for path, wanted in built.items():
            got = self.ask("/" + path, status=200)[1]
            if path.endswith(".html"):
                got = re.sub(rb'<link rel="stylesheet" href="/\.vitrine/preview\.css" data-vitrine-preview>\n<script src="/\.vitrine/preview\.js" [^>]* defer></script>\n', b"", got)
                got = got.replace(b"; script-src 'self'; connect-src 'self'", b"")
            self.assertEqual(got, wanted, path)

    def test_clock(self):
        """At another time, what was under embargo is public."""
        self.write("embargo-2026", "Waiting", "2026-05-02", "response_published = 2026-06-01\nembargo_until = 2026-12-01T00:01:00")
        self.start("--as-public", at="2026-12-01T00:00:59Z")
        self.ask("/inspections/embargo-2026/", status=404)
        self.start("--as-public", at="2026-12-01T00:01:00Z")
        self.ask("/inspections/embargo-2026/")

    def test_embargo_ends(self):
        """When an embargo ends, the page loses its mark by itself."""
        soon = time.gmtime(time.time() + 4 + 3600 * is_summer_time())
        self.write("embargo-2026", "Waiting", "2020-05-02", f"response_published = 2020-06-01\nembargo_until = {time.strftime('%Y-%m-%dT%H:%M:%S', soon)}")
        self.start(at=None)
        events = Events(self.port)
        first = events.next()[1]["site"]
        self.assertIn("preview-mark", self.text("/inspections/embargo-2026/"))
        events.until(lambda state: state["site"] != first)
        self.assertNotIn("preview-mark", self.text("/inspections/embargo-2026/"))

    def test_nothing_is_written(self):
        """A preview writes nothing, and a build beside it changes nothing for it."""
        before = files_below(self.site)
        self.start()
        for page in ("/", "/inspections/shown-2024/", "/nowhere"):
            self.ask(page, status=404 if page == "/nowhere" else 200)
        self.assertEqual(files_below(self.site), before)
        events = Events(self.port)
        events.next()
        self.build(self.site, self.site / "public")
        self.build(self.site, self.site / "public", "--strict")
        with self.assertRaises(queue.Empty):
            events.next(timeout=1)

    # Addresses

    def test_addresses(self):
        """Addresses are those of a web host: folders end in a slash, old ones lead on, what is not there is the site's own page."""
        self.write("moved-2024", "Moved", "2024-03-01", 'response_published = 2024-04-01\naliases = ["/old/page/"]')
        self.start()
        self.assertEqual(self.ask("/inspections/shown-2024?x=1", status=301)[0].getheader("Location"), "/inspections/shown-2024/?x=1")
        self.assertIn("../../inspections/moved-2024/", self.text("/old/page/"))
        answer, body = self.ask("/nowhere/at/all/", status=404)
        self.assertIn("text/html", answer.getheader("Content-Type"))
        self.assertIn(b'data-page-kind="not-found"', body)
        self.ask("//inspections/", status=404)
        self.ask("/_hosting/nginx.conf", status=404)
        for path, kind in (("/", "text/html; charset=utf-8"), ("/feed.xml", "application/xml"), ("/robots.txt", "text/plain; charset=utf-8"), ("/data/inspections.csv", "text/csv; charset=utf-8")):
            answer = self.ask(path, "HEAD")[0]
            self.assertEqual(answer.getheader("Content-Type"), kind)
            self.assertEqual(answer.getheader("X-Content-Type-Options"), "nosniff")
            self.assertEqual(answer.getheader("Cache-Control"), "no-store")

    def test_below_a_folder(self):
        """A site that will lie in a folder of its host lies there in the preview too."""
        toml = self.site / "site.toml"
        toml.write_text(re.sub(r'base_url = .*', 'base_url = "https://example.org/police/inspections/"', toml.read_text()))
        self.start()
        self.assertEqual(self.ask("/", status=302)[0].getheader("Location"), "/police/inspections/")
        self.assertEqual(self.ask("/police/inspections", status=301)[0].getheader("Location"), "/police/inspections/")
        self.text("/police/inspections/inspections/shown-2024/")
        self.assertIn("not-found", self.text("/inspections/shown-2024/", status=404))
        self.assertEqual(self.ask("/police/inspections/tags", status=301)[0].getheader("Location"), "/police/inspections/tags/")

    def test_parts_and_copies(self):
        """A client asks for a part of a file, or whether it has changed."""
        data = bytes(range(256)) * 5000
        (self.inspections / "shown-2024.pdf").write_bytes(data)
        self.start()
        path = "/inspections/shown-2024/shown-2024.pdf"
        answer, body = self.ask(path)
        self.assertEqual(body, data)
        tag = answer.getheader("ETag")
        self.assertEqual(self.ask(path, status=304, If_None_Match=tag)[1], b"")
        answer, body = self.ask(path, status=206, Range="bytes=1000-1003")
        self.assertEqual((body, answer.getheader("Content-Range")), (data[1000:1004], f"bytes 1000-1003/{len(data)}"))
        self.assertEqual(self.ask(path, status=206, Range="bytes=-3")[1], data[-3:])
        answer, body = self.ask(path, status=416, Range=f"bytes={len(data)}-")
        self.assertEqual((body, answer.getheader("Content-Range")), (b"", f"bytes */{len(data)}"))
        self.assertEqual(self.ask(path, status=200, Range="bytes=0-3", If_Range='"other"')[1], data)
        self.assertEqual(self.ask(path, status=200, Range="bytes=0-1,4-5")[1], data)
        page = self.ask("/")[0].getheader("ETag")
        self.ask("/", status=304, If_None_Match=page)
        self.assertEqual(self.ask("/", status=206, Range="bytes=0-8")[1], b"<!DOCTYPE")

    # Whom it refuses

    def test_strangers(self):
        """Requests under another name, or from a page of another site, are refused, on event streams too."""
        self.start()
        own = f"localhost:{self.port}"
        self.ask("/", Host=own, Origin=f"http://{own}")
        for path in ("/", "/.vitrine/events", "/feed.xml"):
            self.ask(path, status=403, Host=f"evil.example:{self.port}")
            self.ask(path, status=403, Host="localhost")
            self.ask(path, status=403, Origin="http://evil.example")
            self.ask(path, status=403, Origin="null")
            self.ask(path, status=403, Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors")
        self.ask("/", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate")
        for head in (b"GET / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: %b\r\nHost: evil.example\r\n\r\n" % own.encode(),
                     b"GET http://evil.example/ HTTP/1.1\r\nHost: %b\r\n\r\n" % own.encode()):
            self.assertRegex(self.raw(head.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")), rb"^HTTP/1.1 403 ")

    def test_methods(self):
        """A preview can only be read."""
        self.start()
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"):
            self.assertEqual(self.ask("/", method, status=405)[0].getheader("Allow"), "GET, HEAD")
        self.assertEqual(self.ask("/", "HEAD")[1], b"")

    def test_hostile_paths(self):
        """No path leads out of the site."""
        (self.folder / "secret.txt").write_text("secret")
        (self.site / "content/link.txt").symlink_to(self.folder / "secret.txt")
        (self.site / "content/good.txt").symlink_to("../site.toml")
        self.start()
        own = b"Host: localhost:%d\r\nConnection: close\r\n\r\n" % self.port
        for path in ("/../site.toml", "/..%2fsite.toml", "/%2e%2e/site.toml", "/%252e%252e/site.toml", "/inspections/../../site.toml", "/..\\site.toml", "/%5c..%5csite.toml", "/index.html%00.txt",
                     "/site.toml", "/content/index.md", "//etc/passwd", "/etc/passwd", "/.vitrine/../site.toml", "/.vitrine/", "/.vitrine/preview.js/", "/" + "a" * 5000, "/link.txt", "*", "site.toml"):
            answer = self.raw(b"GET %b HTTP/1.1\r\n" % path.encode() + own)
            self.assertRegex(answer, rb"^HTTP/1.1 (400|404|414) ", path)
            self.assertNotIn(b"base_url", answer)
            self.assertNotIn(b"\r\n\r\nsecret", answer)
        self.assertIn("base_url", self.text("/good.txt"))

    def test_garbage(self):
        """What is no request is refused, and the next one answered."""
        self.start()
        for garbage, status in ((b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n", 400), (b"GET\r\n\r\n", 400), (b"GET / HTTP/9.9\r\n\r\n", 505), (b"GET / HTTP/1.1\r\nHost localhost\r\n\r\n", 400),
                                (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 100_000 + b"\r\n\r\n", 431), (b"GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n", 400),
                                (b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000000000\r\n\r\n", 413)):
            self.assertRegex(self.raw(garbage), rb"^HTTP/1.1 %d " % status, garbage[:60])
            self.ask("/")

    # How it follows edits

    def test_edits(self):
        """Edits of content, templates, styles, settings and attachments are shown at once, however they are saved."""
        self.start()
        events = Events(self.port)
        states = {events.next()[1]["site"]}
        page = self.inspections / "shown-2024.md"

        def changed(path, wanted, edit):
            edit()
            state = events.until(lambda state: state["site"] not in states)
            states.add(state["site"])
            self.assertEqual(state["problems"], "")
            deadline = time.monotonic() + 5
            while wanted not in (text := self.text(path)) and time.monotonic() < deadline:
                time.sleep(0.02)
            self.assertIn(wanted, text)

        def by_rename(file, text):
            file.with_name("4913.tmp").write_text(text)
            file.with_name("4913.tmp").rename(file)

        changed("/inspections/shown-2024/", "looked twice", lambda: page.write_text(page.read_text().replace("looked", "looked twice")))
        changed("/inspections/shown-2024/", "by a rename", lambda: by_rename(page, page.read_text().replace("looked twice", "by a rename")))
        changed("/", "Another title", lambda: (self.site / "site.toml").write_text((self.site / "site.toml").read_text().replace('title = "', 'title = "Another title ')))
        changed("/inspections/added-2024/", "Added", lambda: self.write("added-2024", "Added", "2024-02-01", "response_published = 2024-03-01"))
        changed("/inspections/shown-2024/", "shown-2024.pdf", lambda: (self.inspections / "shown-2024.pdf").write_bytes(b"%PDF"))
        changed("/inspections/shown-2024/", "(PDF, 5 KB)", lambda: (self.inspections / "shown-2024.pdf").write_bytes(b"%PDF" + b"x" * 4996))
        themes = self.site / "themes/default"
        changed("/", "assets/style.", lambda: (themes / "assets").mkdir(parents=True) or (themes / "assets/style.css").write_text("p { color: red }"))
        self.assertEqual(self.text("/" + re.search(r'href="\./(assets/style\.[0-9a-f]+\.css)"', self.text("/"))[1]), "p { color: red }")
        (themes / "templates").mkdir()
        changed("/inspections/shown-2024/", "<h1>Mine</h1>", lambda: (themes / "templates/response.mustache").write_text("<h1>Mine</h1>"))
        changed("/", "Deep", lambda: shutil.copytree(self.inspections, self.inspections / "new/deep", dirs_exist_ok=True) and [f.unlink() for f in (self.inspections / "new/deep").iterdir()]
                and self.write("new/deep/deep-2024", "Deep", "2024-02-02", "response_published = 2024-03-01"))
        (self.inspections / "added-2024.md").unlink()
        # The edit before this one may still be told of in a second step.
        events.until(lambda state: "added-2024" not in self.text("/"))
        self.ask("/inspections/added-2024/", status=404)

    def test_words_and_more(self):
        """After edits of words, of facts and of both in any order, every page is what a preview started anew shows."""
        for n in range(4):
            self.write(f"r{n}", f"Title {n}", f"2024-03-0{n + 1}", 'response_published = 2024-04-01\ntags = ["custody"]', text=f"See [the next](r{(n + 1) % 4}.md#executive-summary).")
        self.start()
        events = Events(self.port)
        states = [events.next()[1]["site"]]
        edits = [("r1", "See", "Now see"), ("r1", "Now see", "Then see"), ("r2", "See", "![](none.png) see"), ("r2", "![](none.png) see", "Once see"), ("r3", 'title = "', 'title = "Other '),
                 ("r0", "See [the next](r1.md#executive-summary)", "No link"), ("r0", "No link", "Back to [two](r2.md)"), ("r1", "Then", "At last"),
                 ("r2", "## Executive summary", "## Findings"), ("r1", "r2.md#executive-summary", "r2.md#findings"), ("r3", 'tags = ["custody"]', 'tags = ["roads"]'), ("r3", "See", "End: see")]
        for name, old, new in edits:
            path = self.inspections / f"{name}.md"
            text = path.read_text()
            self.assertIn(old, text)
            temporary = path.with_name(f"{name}.md.part")
            temporary.write_text(text.replace(old, new))
            temporary.rename(path)
            time.sleep(0.3)
        while not events.arrived.empty():
            state = events.next()[1]
        self.assertEqual(state["problems"], "")
        pages = ["/", "/site-map/", "/tags/custody/", "/tags/roads/", "/feed.xml", "/data/inspections.csv", "/recommendations/", *(f"/inspections/r{n}/" for n in range(4))]
        followed = {page: re.sub(r'data-vitrine-preview="[^"]*"', "", self.text(page)) for page in pages}
        self.start()
        for page in pages:
            self.assertEqual(followed[page], re.sub(r'data-vitrine-preview="[^"]*"', "", self.text(page)), page)

    def test_checkout(self):
        """Many files at once, as a version control program replaces them, end in the state that a build would make."""
        for n in range(60):
            self.write(f"r{n}", f"Title {n}", "2024-02-01", "response_published = 2024-03-01")
        self.start("--as-public")
        events = Events(self.port)
        events.next()
        for n in range(60):
            (self.inspections / f"r{n}.md").unlink()
            if n % 3:
                self.write(f"r{n}", f"Other {n}", "2024-02-01", "response_published = 2024-03-01")
        self.write("last", "Last of all", "2024-02-01", "response_published = 2024-03-01")
        deadline = time.monotonic() + 20
        while "Last of all" not in self.text("/site-map/") and time.monotonic() < deadline:
            time.sleep(0.05)
        self.build(self.site, self.folder / "public")
        self.assertEqual(sorted(re.findall(r">(Title \d+|Other \d+)<", self.text("/site-map/"))),
                         sorted(re.findall(r">(Title \d+|Other \d+)<", (self.folder / "public/site-map/index.html").read_text())))

    def test_errors(self):
        """A fault leaves the last good site, with the problems as a build prints them; mended, they are gone."""
        self.start()
        events = Events(self.port)
        first = events.next()[1]
        self.assertEqual((first["problems"], first["summary"]), ("", ""))
        page = self.inspections / "shown-2024.md"
        good = page.read_text()
        page.write_text(good.replace("types =", "typs ="))
        state = events.until(lambda state: state["problems"])
        build = self.run_vitrine("build", self.site, "--output", self.folder / "public", "--at", CLOCK, status=1)
        *problems, _ = build.stderr.splitlines(keepends=True)
        self.assertEqual(state["problems"], "".join(problems))
        self.assertEqual(state["site"], first["site"])
        self.assertIn("Inspectors looked", self.text("/inspections/shown-2024/"))
        late = Events(self.port)
        self.assertEqual(late.next()[1]["problems"], state["problems"])
        self.assertIn(state["problems"], self.log.read_text())
        self.assertIn("the preview stays as it was", self.log.read_text())
        page.write_text(good.replace("Inspectors looked", "Mended"))
        self.assertEqual(events.until(lambda state: not state["problems"])["summary"], "")
        self.assertIn("Mended", self.text("/inspections/shown-2024/"))
        (self.site / "site.toml").rename(self.site / "site.toml.away")
        self.assertIn("site.toml", events.until(lambda state: state["problems"])["problems"])
        (self.site / "site.toml.away").rename(self.site / "site.toml")
        events.until(lambda state: not state["problems"])

    def test_errors_from_the_start(self):
        """A site that never was without faults says which, and is there once they are mended."""
        page = self.inspections / "shown-2024.md"
        good = page.read_text()
        page.write_text(good.replace("types =", "typs ="))
        self.start()
        html = self.text("/", status=503)
        self.assertIn("unknown key `typs`", html)
        events = Events(self.port)
        self.assertEqual(events.next()[1]["site"], "")
        page.write_text(good)
        events.until(lambda state: state["site"])
        self.text("/inspections/shown-2024/")

    # How it starts and ends

    def test_start_and_end(self):
        """It stops at Ctrl-C and when it is told to end, and says what is wrong when its port is taken."""
        for how in (signal.SIGINT, signal.SIGTERM):
            process = self.start()
            process.send_signal(how)
            self.assertEqual(process.wait(timeout=10), 0)
        self.start()
        taken = self.run_vitrine("serve", self.site, "--port", self.port, status=3)
        self.assertIn("--port", taken.stderr)
        self.run_vitrine("serve", self.site, "--port", "0", status=2)
        self.run_vitrine("serve", self.site, "--host", "example.org", status=2)

    def test_default_port(self):
        """Without a port, several previews of one site each find a free one."""
        lines = []
        for _ in range(2):
            process = subprocess.Popen([PROGRAM, "serve", str(self.site), "--at", CLOCK], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            self.addCleanup(self.stop, process)
            lines.append(process.stdout.readline())
        ports = [int(re.search(r":(\d+)/", line)[1]) for line in lines]
        self.assertNotEqual(*ports)
        for port in ports:
            self.ask("/", port=port)

    # What it bears

    def test_many_clients(self):
        """Two hundred open pages and as many idle connections are served, and all hear of an edit."""
        self.start()
        streams = [Events(self.port) for _ in range(200)]
        states = {stream.next()[1]["site"] for stream in streams}
        self.assertEqual(len(states), 1)
        idle = []
        for _ in range(200):
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
            connection.request("GET", "/")
            connection.getresponse().read()
            idle.append(connection)
        page = self.inspections / "shown-2024.md"
        page.write_text(page.read_text().replace("looked", "looked again"))
        for stream in streams:
            stream.until(lambda state: state["site"] not in states)
            stream.close()
        for connection in idle:
            connection.request("GET", "/inspections/shown-2024/")
            self.assertIn(b"looked again", connection.getresponse().read())
            connection.close()

    def test_slow_clients(self):
        """A client that never ends its request is given up; others do not wait for it."""
        self.start()
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as slow:
            begin = time.monotonic()
            slow.sendall(b"GET / HTTP/1.1\r\n")
            closed = False
            while not closed and time.monotonic() < begin + 25:
                self.ask("/")
                try:
                    slow.sendall(b"X: y\r\n")
                    slow.settimeout(0.5)
                    closed = slow.recv(100) == b""
                except TimeoutError:
                    continue
                except OSError:
                    closed = True
            self.assertTrue(closed)

    def test_many_edits(self):
        """A thousand edits leave no memory and no open file behind."""
        self.start()
        events = Events(self.port)
        events.next()
        page = self.inspections / "shown-2024.md"
        text = page.read_text()

        def edit(n):
            page.write_text(text.replace("looked", f"looked {n} times" if n % 10 else "looked [at](nowhere.md)"))
            # An edit that nobody waited for may be told of together with the next, or once more after it.
            if n % 10:
                events.until(lambda state: not state["problems"] and f"looked {n} times" in self.text("/inspections/shown-2024/"))

        def usage():
            status = open(f"/proc/{self.process.pid}/status").read()
            return int(re.search(r"VmRSS:\s+(\d+)", status)[1]), len(os.listdir(f"/proc/{self.process.pid}/fd"))

        for n in range(1, 101):
            edit(n)
        memory, files = usage()
        for n in range(101, 1101):
            edit(n)
        more_memory, more_files = usage()
        self.assertLessEqual(more_files, files + 1)
        self.assertLess(more_memory, memory + 4096, "kilobytes")


def is_summer_time():
    """Whether clocks in the United Kingdom are an hour ahead of UTC now."""
    import zoneinfo
    import datetime
    try:
        return datetime.datetime.now(zoneinfo.ZoneInfo("Europe/London")).dst() != datetime.timedelta(0)
    except zoneinfo.ZoneInfoNotFoundError:
        raise unittest.SkipTest("skipped: this machine knows no time zones")


if __name__ == "__main__":
    unittest.main()
