"""The first real response: an office's own document, which stands beside the project and not in it."""

import html
import json
import re
import unittest
from html.parser import HTMLParser

from program import SHARED, ProgramTest

SITE = SHARED / "seed/site"
SOURCE = SITE / "content/inspections/core-business-2014.md"


class Words(HTMLParser):
    """The text of a page."""

    def __init__(self):
        super().__init__()
        self.text = ""

    def handle_data(self, data):
        self.text += data


def plain(text):
    return " ".join(text.split())


def sentences(markdown):
    """Each sentence of a document that has headings, lists, emphasis and quotations at most."""
    body = markdown.split("+++", 2)[2]
    for block in re.split(r"\n\s*\n|\n(?=- )", body):
        words = plain(re.sub(r"^(#+|-|>|\d+\.) ", "", block.strip()))
        yield from (part for part in re.split(r"(?<=[.;:?!]) ", re.sub(r"[*_`]|\\(?=\W)", "", words)) if part)


@unittest.skipUnless(SITE.is_dir(), "there is no shared/seed beside the project")
class Seed(ProgramTest):
    def test_every_sentence(self):
        """Every sentence of the real response stands on its page."""
        self.build(SITE, self.folder / "out")
        page = Words()
        page.feed((self.folder / "out/inspections/core-business-2014/index.html").read_text())
        text = re.sub(r"[*_`]", "", plain(html.unescape(page.text)))
        found = list(sentences(SOURCE.read_text()))
        self.assertGreater(len(found), 40)
        self.assertEqual([], [sentence for sentence in found if sentence not in text])

    def test_undecided_ticks(self):
        """The two ticks that nobody decided are warned about, and nothing else is."""
        result = self.build(SITE, self.folder / "out", "--format", "json")
        warnings = [json.loads(line) for line in result.stderr.splitlines() if line.startswith("{")]
        self.assertEqual([("warning", "response/undecided")] * 2, [(warning["severity"], warning["code"]) for warning in warnings])
        lines = SOURCE.read_text().splitlines()
        self.assertEqual(["types", "force_quoted"], [lines[warning["line"] - 1].split(" ")[0] for warning in warnings])
