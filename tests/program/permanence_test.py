"""An address that was public leads somewhere for ever: what is said when it does not, and how it is settled."""

import shutil

from program import CLOCK, MINIMAL, ProgramTest

RESPONSE = "content/inspections/custody-2024.md"
GONE = "content/inspections: warning: the response `custody-2024` was on the site, and its address now leads nowhere [response/vanished]"


RECOMMENDATION = """
[[recommendations]]
number = "1"
kind = "recommendation"
text = "Search with reason."
"""


class Permanence(ProgramTest):
    def setUp(self):
        super().setUp()
        self.site = self.folder / "site"
        shutil.copytree(MINIMAL, self.site)
        self.build_site()
        self.response = self.site / RESPONSE

    def build_site(self, at=CLOCK):
        return self.run_vitrine("build", self.site, "--at", at)

    def rename(self):
        self.response = self.response.rename(self.site / "content/inspections/custody.md")

    def add(self, line):
        self.response.write_text(self.response.read_text().replace('role = "pcc"\n', 'role = "pcc"\n', 1).replace("tags =", f"{line}\ntags =", 1))

    def test_said_at_every_build(self):
        """A response whose file was renamed is named by each build, not only by the first, and the build goes on."""
        self.rename()
        for _ in range(2):
            self.assertIn(GONE, self.build_site().stderr)
        self.assertTrue((self.site / "public/inspections/custody/index.html").exists())

    def test_error_of_check(self):
        """For `check` it is an error."""
        self.rename()
        result = self.run_vitrine("check", self.site, "--at", CLOCK, status=1)
        self.assertIn(GONE.replace("warning", "error"), result.stderr)

    def test_check_of_another_output(self):
        """`check --output` looks at the record of that output, and no other; it makes nothing there."""
        other = self.folder / "elsewhere"
        self.run_vitrine("build", self.site, "--output", other, "--at", CLOCK)
        shutil.rmtree(self.site / ".vitrine")
        self.rename()
        self.assertEqual(self.run_vitrine("check", self.site, "--at", CLOCK).stderr, "")
        result = self.run_vitrine("check", self.site, "--output", other, "--at", CLOCK, status=1)
        self.assertIn("was on the site, and its address now leads nowhere", result.stderr)
        nowhere = self.folder / "nowhere"
        self.run_vitrine("check", self.site, "--output", nowhere, "--at", CLOCK)
        self.assertFalse(nowhere.exists())

    def test_alias_settles_it(self):
        """An alias of another response at the old address settles it."""
        self.rename()
        self.add('aliases = ["/inspections/custody-2024/"]')
        self.assertEqual(self.build_site().stderr, "")

    def test_withdrawal_settles_it(self):
        """A tombstone is something."""
        self.add('status = "withdrawn"\nwithdrawn_reason = "It named a witness."')
        self.assertEqual(self.build_site().stderr, "")

    def recommend(self, items):
        text = self.response.read_text().replace("no_recommendations = true\n", "")
        self.response.write_text(text.replace("\n+++\n", items + "\n+++\n", 1))

    def test_recommendation(self):
        """A recommendation that is no longer listed is named with its page, an error for `check`, until it is back."""
        without = self.response.read_text()
        self.recommend(RECOMMENDATION)
        self.build_site()
        listed = self.response.read_text()
        self.response.write_text(without)
        gone = f"{RESPONSE}: warning: the place `#recommendation-1` was on this page, and the recommendation is not in its list any more"
        self.assertIn(gone, self.build_site().stderr)
        self.assertIn(gone.replace("warning", "error"), self.run_vitrine("check", self.site, "--at", CLOCK, status=1).stderr)
        self.response.write_text(listed)
        self.assertEqual(self.build_site().stderr, "")

    def test_recommendation_of_a_withdrawn_response(self):
        """A tombstone lists no recommendations, and need not."""
        self.recommend(RECOMMENDATION)
        self.build_site()
        self.add('status = "withdrawn"\nwithdrawn_reason = "It named a witness."')
        self.assertEqual(self.build_site().stderr, "")

    def test_draft(self):
        """A response that was public and is a draft now has vanished too."""
        self.add('status = "draft"')
        self.assertIn(GONE, self.build_site().stderr)

    def test_taken_off_the_record(self):
        """Who takes the id out of the record is not told again."""
        self.rename()
        (self.site / ".vitrine/public/published").write_text("custody\n")
        self.assertEqual(self.build_site().stderr, "")

    def test_next_embargo(self):
        """A build says when the next embargo ends and how many responses open then, until they are open."""
        for number, until in enumerate(["2026-12-01T00:01:00", "2026-12-01T00:01:00", "2027-01-01T09:30:00"]):
            text = self.response.read_text().replace("tags =", f"embargo_until = {until}\ntags =", 1)
            (self.site / f"content/inspections/embargoed-{number}.md").write_text(text)
        self.assertIn("2 responses open on 1 December 2026 at 00:01: build again then\n", self.build_site().stdout)
        self.assertIn("1 response opens on 1 January 2027 at 09:30: build again then\n", self.build_site(at="2026-12-01T00:01:00Z").stdout)
        self.assertNotIn("build again", self.build_site(at="2027-01-01T09:30:00Z").stdout)
