"""`vitrine import`: documents of offices become drafts that build, and no word of them is lost or made up."""

import collections
import re
import shutil
import subprocess
import tomllib
import unittest
import zipfile
from pathlib import Path

from program import SHARED, ProgramTest

DOCUMENTS = Path(__file__).resolve().parent / "documents"
CHROMIUM = shutil.which("chromium")
SITE = """title = "Responses to inspections of Northshire Police"
base_url = "https://inspections.northshire.example/"

[office]
name = "Office of the Police and Crime Commissioner for Northshire"
force = "Northshire Police"

[[people]]
name = "Nadira Osei-Whitlock"
role = "Police and Crime Commissioner"
from = 2022-04-01
to = 2023-11-19

[tags]
closed = true
roads-policing = "Roads policing"
custody = "Custody"
"""


def need(*programs):
    for program in programs:
        if shutil.which(program) is None:
            raise unittest.SkipTest(f"{program} is not installed")


def words_in(text):
    """The words and numbers of a text, whatever marks stand around them."""
    return collections.Counter(re.findall(r"[^\W_]+", text.replace("’", "'").replace("\\", "")))


class ImportTest(ProgramTest):
    def setUp(self):
        super().setUp()
        need("pandoc")
        self.site = self.folder / "site"
        self.site.mkdir()
        (self.site / "site.toml").write_text(SITE)

    def converted(self, name, ending):
        """A document of the folder of documents in another format."""
        file = self.folder / f"{Path(name).stem}.{ending}"
        source = DOCUMENTS / name
        if ending == source.suffix[1:]:
            shutil.copy(source, file)
        elif ending == "pdf":
            need("chromium", "pdftotext")
            page = self.folder / f"{Path(name).stem}-for-pdf.html"
            subprocess.run(["pandoc", "--standalone", "--metadata", "title= ", source, "--output", page], check=True, capture_output=True)
            subprocess.run([CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={file}", page],
                           check=True, capture_output=True, timeout=120)
        elif ending == "txt":
            subprocess.run(["pandoc", "--to", "plain", source, "--output", file], check=True)
        else:
            subprocess.run(["pandoc", source, "--output", file], check=True)
        return file

    def imported(self, *files, status=0, **environment):
        return self.run_vitrine("import", "--site", self.site, *files, status=status, **environment)

    def response(self, identifier):
        """The front matter of a response, and its body."""
        text = (self.site / f"content/inspections/{identifier}.md").read_text()
        _, front_matter, body = text.split("+++\n", 2)
        return tomllib.loads(front_matter), body

    def assert_builds(self):
        self.build(self.site, self.folder / "public")

    def assert_nothing_lost(self, source, identifier, report):
        """Every word of the document stands in the result or in the report."""
        text = subprocess.run(["pandoc", "--to", "plain", "--wrap=none", source], check=True, capture_output=True, text=True).stdout
        result = (self.site / f"content/inspections/{identifier}.md").read_text()
        self.assertEqual(words_in(text) - (words_in(result) + words_in(report)), collections.Counter())


class Form(ImportTest):
    def assert_form(self, ending):
        file = self.converted("form.md", ending)
        report = self.imported(file).stdout
        fields, body = self.response("out-of-hours-2024")
        self.assertEqual(fields["title"], "Out of Hours: an inspection of how forces answer the telephone at night")
        self.assertEqual(fields["report_published"].isoformat(), "2024-07-19")
        self.assertEqual(fields["sent_to_hmicfrs"].isoformat(), "2024-08-30")
        self.assertEqual((fields["types"], fields["force_quoted"]), (["follow-up", "national"], "yes"))
        self.assertEqual(fields["chief_officer"], {"name": "Rhiannon Ketteridge", "role": "Temporary Deputy Chief Constable", "outcome": "comments"})
        self.assertEqual(fields["commissioner"], {"name": "Judith Amblecote", "role": "pcc"})
        self.assertEqual(re.findall(r"^## (.*)$", body, re.MULTILINE), ["Executive summary", "Findings", "Force response", "PCC response"])
        # A PDF of a browser draws its bullets, so that they are no text.
        self.assertRegex(body, r"(?m)^(- )?nobody wrote down when the caller was promised a visit\.$")
        self.assertEqual(fields["status"], "draft")
        self.assert_builds()
        return fields, report

    def assert_recommendations(self, fields):
        first, second = fields["recommendations"]
        self.assertEqual(first["text"], "By 31 January 2025, chief constables should record each promise of a visit.")
        self.assertEqual((first["number"], first["due"].isoformat(), first["addressed_to"]), ("1", "2025-01-31", ["chief-constable"]))
        self.assertEqual(first["force_action"], "The record is part of the system since 1 August.")
        self.assertEqual(first["pcc_explanation"], "I will look at the figures each quarter.")
        self.assertEqual((second["addressed_to"], second["pcc_explanation"]), (["home-office", "college"], "I have written to both."))

    def test_word(self):
        """The form as a Word file becomes a draft with its ticks, its speakers, its sections and its recommendations."""
        fields, report = self.assert_form("docx")
        self.assert_recommendations(fields)
        self.assert_nothing_lost(self.folder / "form.docx", "out-of-hours-2024", report)

    def test_libreoffice(self):
        """The form of LibreOffice becomes the same draft as that of Word."""
        fields, report = self.assert_form("odt")
        self.assert_recommendations(fields)
        self.assert_nothing_lost(self.folder / "form.odt", "out-of-hours-2024", report)

    def test_markdown(self):
        """The form as Markdown becomes the same draft."""
        fields, report = self.assert_form("md")
        self.assert_recommendations(fields)
        self.assert_nothing_lost(self.folder / "form.md", "out-of-hours-2024", report)

    def test_pdf(self):
        """The form as a PDF becomes a draft with its title, its dates, its speakers and its sections."""
        fields, report = self.assert_form("pdf")
        self.assert_recommendations(fields)
        text = subprocess.run(["pdftotext", self.folder / "form.pdf", "-"], check=True, capture_output=True, text=True).stdout
        result = (self.site / "content/inspections/out-of-hours-2024.md").read_text()
        self.assertEqual(words_in(text) - (words_in(result) + words_in(report)), collections.Counter())

    def test_lost_ticks(self):
        """Choices without ticks are unknown, and the file says what to do."""
        source = DOCUMENTS / "form.md"
        file = self.folder / "form.md"
        file.write_text(source.read_text().replace("☐", "").replace("☒", ""))
        self.imported(file)
        fields, _ = self.response("out-of-hours-2024")
        self.assertEqual((fields["types"], fields["force_quoted"]), (["unknown"], "unknown"))
        text = (self.site / "content/inspections/out-of-hours-2024.md").read_text()
        self.assertIn("# To do: decide which kinds of inspection it was", text)
        self.assertIn("# To do: decide whether Northshire Police is quoted in the report", text)
        self.assert_builds()

    def test_welsh(self):
        """The form in Welsh is read like the English one."""
        file = self.converted("ffurflen.md", "docx")
        report = self.imported(file).stdout
        fields, body = self.response("dalfa-2022")
        self.assertEqual(fields["report_published"].isoformat(), "2022-03-03")
        self.assertEqual((fields["types"], fields["force_quoted"]), (["partner"], "yes"))
        self.assertEqual((fields["chief_officer"]["name"], fields["commissioner"]["name"]), ("Ruth Silverdale", "Nadira Osei-Whitlock"))
        self.assertEqual(len(re.findall(r"^## ", body, re.MULTILINE)), 4)
        self.assert_nothing_lost(file, "dalfa-2022", report)
        self.assert_builds()


class OtherShapes(ImportTest):
    def test_letter(self):
        """A letter to the Home Secretary gives its subject, its dates, who signed, and what it answers."""
        file = self.converted("letter.md", "docx")
        report = self.imported(file).stdout
        fields, _ = self.response("lost-and-found-2023")
        self.assertEqual(fields["title"], "Lost and Found – how forces look after property")
        self.assertEqual((fields["report_published"].isoformat(), fields["sent_to_home_secretary"].isoformat()), ("2023-08-24", "2023-10-11"))
        self.assertEqual(fields["commissioner"], {"name": "Nadira Osei-Whitlock", "role": "pcc"})
        first, second = fields["recommendations"]
        self.assertIn("Eleven bicycles", first["pcc_explanation"])
        self.assertEqual((second["kind"], second["text"]), ("area-for-improvement", "The force does not tell owners when an item is ready."))
        self.assert_nothing_lost(file, "lost-and-found-2023", report)
        self.assert_builds()

    def test_statement(self):
        """A statement on a web page comes without the page around it, which the report names."""
        file = self.converted("statement.html", "html")
        report = self.imported(file).stdout
        fields, body = self.response("behind-the-wheel-2022")
        self.assertEqual(fields["report_published"].isoformat(), "2022-12-05")
        self.assertEqual(fields["tags"], ["roads-policing"])
        self.assertEqual(fields["chief_officer"]["name"], "Marcus Edgeley")
        self.assertIn("| Carrowby | 14 | 28 |", body)
        self.assertIn("[The report](<https://reports.inspectorate.example/behind-the-wheel/>)", body)
        for words in ("cookies", "Home", "Assize House", "A patrol car in the snow"):
            self.assertNotIn(words, body)
            self.assertIn(words, report)
        self.assert_nothing_lost(file, "behind-the-wheel-2022", report)
        self.assert_builds()

    def test_marks(self):
        """What would mean something in Markdown is shown as it was written."""
        self.imported(self.converted("statement.html", "html"))
        self.build(self.site, self.folder / "public")
        draft = self.site / "content/inspections/behind-the-wheel-2022.md"
        draft.write_text(draft.read_text().replace('"draft"', '"published"').replace("+++\n", "+++\nresponse_published = 2023-01-09\n", 1))
        self.build(self.site, self.folder / "public")
        page = (self.folder / "public/inspections/behind-the-wheel-2022/index.html").read_text()
        self.assertIn("Five_under_score and 2*3*4 &amp; [brackets] stay as they are.", page)

    def test_no_roster(self):
        """Who answered is never made up: the roster's name is to be confirmed, and where there is none the file asks for it."""
        (self.folder / "a.txt").write_text("Executive summary\n\nNothing is said of anybody.\n")
        self.imported(self.folder / "a.txt")
        text = next((self.site / "content/inspections").glob("*.md")).read_text()
        for wanted in ("To do: write who answers.", "To do: write the title", "To do: write the day on which the report was published"):
            self.assertIn(wanted, text)
        self.assert_builds()


class Files(ImportTest):
    def test_existing(self):
        """A response that is there stays as it is, unless it is told otherwise; the same document gives the same bytes."""
        file = self.converted("form.md", "docx")
        self.imported(file)
        path = self.site / "content/inspections/out-of-hours-2024.md"
        first = path.read_bytes()
        self.assertIn("as it would be", self.imported(file).stdout)
        path.write_bytes(first.replace(b'"draft"', b'"published"'))
        refused = self.imported(file, status=1)
        self.assertIn("1 line would be other", refused.stderr)
        self.assertIn(b'"published"', path.read_bytes())
        self.imported("--force", file)
        self.assertEqual(path.read_bytes(), first)

    def test_batch(self):
        """A bad document stops nobody: the others are imported, and a table says what became of each."""
        bad = self.folder / "bad.docx"
        bad.write_bytes(b"PK\x03\x04 and no more")
        result = self.imported(bad, self.converted("form.md", "docx"), self.converted("letter.md", "odt"), status=1)
        self.assertEqual(len(list((self.site / "content/inspections").glob("*.md"))), 2)
        table = result.stdout.splitlines()[-3:]
        self.assertEqual([line.split()[0] for line in table], ["failed", "ok", "ok"])

    def test_missing_program(self):
        """A program that is not installed is named with the command that installs it."""
        result = self.imported(self.converted("form.md", "docx"), status=3, PATH="/nowhere")
        self.assertIn("needs pandoc, which is not installed: sudo apt install pandoc", result.stderr)


class Hostile(ImportTest):
    def assert_refused(self, name, data, sentence):
        file = self.folder / name
        if data is not None:
            file.write_bytes(data)
        good = self.converted("letter.md", "md")
        result = self.imported(file, good, status=1)
        self.assertIn(sentence, result.stderr)
        self.assertIn("ok      ", result.stdout)

    def test_nul(self):
        """NUL bytes are no text."""
        self.assert_refused("nul.txt", b"Executive summary\n\0\0\0", "it holds NUL bytes")

    def test_empty(self):
        """An empty file is said to be empty."""
        self.assert_refused("empty.docx", b"", "it is empty")

    def test_kind(self):
        """A kind that cannot be read is named with those that can."""
        self.assert_refused("sheet.xlsx", b"PK", "its name does not end in .docx, .odt, .pdf, .html, .md or .txt")

    def test_huge(self):
        """A file of 500 MB is not read."""
        with open(self.folder / "huge.pdf", "wb") as file:
            file.truncate(500 << 20)
        self.assert_refused("huge.pdf", None, "it is larger than 50 MB")

    def test_truncated(self):
        """A Word file that was cut off is refused with what pandoc says."""
        whole = self.converted("form.md", "docx").read_bytes()
        self.assert_refused("cut.docx", whole[: len(whole) // 2], "pandoc could not read it")

    def test_bomb(self):
        """A Word file that unpacks to gigabytes is given up."""
        bomb = self.folder / "bomb.docx"
        with zipfile.ZipFile(self.converted("letter.md", "docx")) as good, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry in good.namelist():
                data = good.read(entry)
                if entry != "word/document.xml":
                    archive.writestr(entry, data)
                    continue
                # In parts: this process shall not need the memory that the program is kept from.
                begin, end = data.split(b"<w:body>", 1)
                with archive.open(entry, "w", force_zip64=True) as part:
                    part.write(begin + b"<w:body>")
                    for _ in range(200):
                        part.write(b"<w:p><w:r><w:t>bomb</w:t></w:r></w:p>" * 100_000)
                    part.write(end)
        self.assert_refused("bomb.docx", None, "bomb.docx: ")

    def test_scan(self):
        """A PDF of pictures is said to be a scan."""
        need("pdftotext")
        objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"]
        data, places = b"%PDF-1.4\n", []
        for number, content in enumerate(objects, 1):
            places.append(len(data))
            data += b"%d 0 obj%s endobj\n" % (number, content)
        start = len(data)
        data += b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
        data += b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start
        self.assert_refused("scan.pdf", data, "its pages are pictures without text")

    def test_password(self):
        """A PDF with a password is said to have one."""
        need("qpdf", "pdftotext")
        plain = self.converted("letter.md", "pdf")
        subprocess.run(["qpdf", "--encrypt", "secret", "owner", "256", "--", plain, self.folder / "locked.pdf"], check=True)
        self.assert_refused("locked.pdf", None, "it is protected by a password")

    def test_encoding(self):
        """Text of an old Windows keeps its quotation marks and dashes."""
        text = "Executive summary\n\nThe report says “never” – we say ‘seldom’…\n"
        (self.folder / "old.txt").write_bytes(text.encode("cp1252"))
        self.imported(self.folder / "old.txt")
        self.assertIn("The report says “never” – we say ‘seldom’…", next((self.site / "content/inspections").glob("*.md")).read_text())


@unittest.skipUnless((SHARED / "seed").is_dir(), "there is no shared/seed beside the project")
class Seed(ImportTest):
    def test_seed(self):
        """The first real response comes over with its title, its date, both speakers, unknown ticks, and every sentence."""
        source = SHARED / "seed/core-business-2014-response.md"
        shutil.copy(SHARED / "seed/site/site.toml", self.site)
        report = self.imported(source).stdout
        fields, body = self.response("core-business-2014")
        # What a person made of the same document.
        _, front_matter, _ = (SHARED / "seed/site/content/inspections/core-business-2014.md").read_text().split("+++\n", 2)
        by_hand = tomllib.loads(front_matter)
        for key in ("title", "report_published", "types", "force_quoted", "chief_officer", "commissioner"):
            self.assertEqual(fields[key], by_hand[key], key)
        self.assertTrue(fields["tags"])
        self.assertLessEqual(set(fields["tags"]), set(by_hand["tags"]))
        self.assertEqual(re.findall(r"^## (.*)$", body, re.MULTILINE), ["Executive summary", "Findings", "Force response", "PCC response"])
        self.assert_nothing_lost(source, "core-business-2014", report)
        self.assert_builds()
