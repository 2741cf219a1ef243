"""`vitrine new`: a response that is still to be written."""

import shutil

from program import MINIMAL, ProgramTest


class New(ProgramTest):
    def setUp(self):
        super().setUp()
        self.site = self.folder / "site"
        shutil.copytree(MINIMAL, self.site)

    def new(self, *arguments, status=0):
        return self.run_vitrine("new", "--site", self.site, *arguments, status=status)

    def test_draft(self):
        """A new response is a draft that builds and shows nothing, and its deadline is worked out."""
        result = self.new("Fraud: an inspection of how it is recorded", "--published", "2024-02-01")
        self.assertEqual(result.stdout, "content/inspections/fraud-2024.md is a draft with every key explained.\n"
                                        "The report is of 1 February 2024: the response must be public by 27 March 2024, day 56.\n")
        self.build(self.site, self.folder / "public")
        self.assertFalse((self.folder / "public/inspections/fraud-2024").exists())

    def test_old_report(self):
        """A report from before the rule of 56 days has no last day."""
        self.assertIn("there is no last day for the response", self.new("Fraud", "--published", "2014-09-04").stdout)

    def test_never_overwritten(self):
        """A response that is there is never overwritten, wherever its file lies."""
        folder = self.site / "content/inspections/2024/fraud-2024"
        folder.mkdir(parents=True)
        (folder / "index.md").write_text("mine")
        refused = self.new("Fraud", "--published", "2024-02-01", status=1)
        self.assertIn("there is a response with the id `fraud-2024` already: content/inspections/2024/fraud-2024/index.md", refused.stderr)
        self.new("Fraud", "--published", "2024-02-01", "--id", "fraud-second-visit-2024")

    def test_wrong_words(self):
        """A day that is none, an id that is none and a title without words are refused, and nothing is written."""
        before = sorted(self.site.rglob("*"))
        self.assertIn("is no day", self.new("Fraud", "--published", "1 February 2024", status=2).stderr)
        self.assertIn("lower-case letters", self.new("Fraud", "--published", "2024-02-01", "--id", "Fraud 2024", status=2).stderr)
        self.assertIn("the title is empty", self.new(" ", "--published", "2024-02-01", status=2).stderr)
        self.assertEqual(before, sorted(self.site.rglob("*")))
