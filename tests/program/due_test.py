"""What the office owes: the table, the same as JSON, the calendar, and what is said when not all could be read."""

import json
import shutil

from program import CLOCK, MINIMAL, ProgramTest

ROADS = """+++
title = "Roads policing"
report_published = 2026-05-30
types = ["national"]
force_quoted = "no"
status = "draft"
no_recommendations = true

[chief_officer]
name = "Marcus Edgeley"
role = "Chief Constable"
invited = 2026-06-02

[commissioner]
name = "Judith Amblecote"
role = "pcc"
+++

## Executive summary

Inspectors looked at roads.
"""


class Due(ProgramTest):
    def setUp(self):
        super().setUp()
        self.site = self.folder / "site"
        shutil.copytree(MINIMAL, self.site)
        (self.site / "content/inspections/roads-2026.md").write_text(ROADS)

    def due(self, *arguments, status=0, at=CLOCK):
        return self.run_vitrine("due", self.site, "--at", at, *arguments, status=status)

    def test_table(self):
        """Each duty on a line: its day, in how many days that is, what it is, of which response, in which file."""
        self.assertEqual(self.due().stdout, (
            "2026-07-24  in 24 days  chief officer’s comments  Roads policing  content/inspections/roads-2026.md\n"
            "2026-07-24  in 24 days  response                  Roads policing  content/inspections/roads-2026.md\n"
            "0 overdue and 2 due within 90 days or without a date, as at 30 June 2026\n"))

    def test_the_days(self):
        """The last lawful day is today, the next is a day overdue."""
        for at, words in {"2026-07-23": "in 1 day ", "2026-07-24": "today ", "2026-07-25": "1 day overdue "}.items():
            self.assertIn(f"2026-07-24  {words}", self.due(at=at).stdout)

    def test_within(self):
        """What is further away is left out of the list, and what is overdue never is."""
        self.assertEqual(self.due("--within", "23").stdout, "nothing is due within 23 days, as at 30 June 2026\n")
        self.assertIn("2026-07-24  200 days overdue", self.due("--within", "0", at="2027-02-09").stdout)

    def test_json(self):
        """Each duty is an object on a line, with its place; without a page it has no address."""
        rows = [json.loads(line) for line in self.due("--format", "json").stdout.splitlines()]
        self.assertEqual(rows[1], {"due": "2026-07-24", "days": 24, "kind": "response", "id": "roads-2026", "part": "response",
                                   "title": "Roads policing", "url": None, "path": "content/inspections/roads-2026.md", "line": 1})

    def test_calendar(self):
        """The calendar holds all that has a day, also what is too far away for the list, and is the same at the same moment."""
        first, again = self.folder / "due.ics", self.folder / "again.ics"
        self.due("--within", "1", "--ics", first)
        self.due("--ics", again)
        self.assertEqual(first.read_bytes(), again.read_bytes())
        self.assertEqual(first.read_bytes().count(b"BEGIN:VEVENT\r\n"), 2)
        self.assertIn(b"UID:roads-2026/response@", first.read_bytes())

    def test_calendar_in_the_place_of_a_folder(self):
        """A calendar that cannot take its place leaves nothing beside it."""
        (self.folder / "due.ics").mkdir()
        self.assertIn("due.ics: Is a directory", self.due("--ics", self.folder / "due.ics", status=3).stderr)
        self.assertEqual([], list(self.folder.glob("*.new")))

    def test_strict(self):
        """With --strict a warning ends with status 1, after the list."""
        path = self.site / "content/inspections/roads-2026.md"
        path.write_text(ROADS.replace('force_quoted = "no"', 'force_quoted = "unknown"'))
        self.assertEqual(self.due("--strict", status=1).stdout, self.due().stdout)

    def test_items_by_their_kind(self):
        """An item of a report is called what it is."""
        path = self.site / "content/inspections/roads-2026.md"
        path.write_text(ROADS.replace("no_recommendations = true\n", "").replace("\n+++\n\n##", """

[[recommendations]]
number = "3a"
kind = "area-for-improvement"
text = "The force should train its staff."
due = 2026-07-01
status = "in-progress"
+++

##"""))
        self.assertIn("2026-07-01  in 1 day    area for improvement 3a ", self.due().stdout)

    def test_calendar_that_cannot_be_written(self):
        """A folder that is not there can be made, a file in the place of one cannot: that is said, with status 3."""
        (self.folder / "file").write_text("mine")
        result = self.due("--ics", self.folder / "file/due.ics", status=3)
        self.assertIn("file/due.ics", result.stderr)

    def test_faulty_content(self):
        """With an error in a file the rest is still listed, the error is shown, and the status is 1."""
        (self.site / "content/inspections/broken.md").write_text("+++\ntitle = 1\n+++\n")
        result = self.due(status=1)
        self.assertIn("roads-2026.md", result.stdout)
        self.assertIn("content/inspections/broken.md:2:9: error:", result.stderr)
        self.assertTrue(result.stderr.endswith("what stands there may be missing from the list\n"), result.stderr)

    def test_writes_nothing(self):
        """Without --ics nothing is written anywhere."""
        before = sorted(self.folder.rglob("*"))
        self.due()
        self.assertEqual(before, sorted(self.folder.rglob("*")))
