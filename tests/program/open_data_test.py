"""The open data as programs of others read it: Python's csv and json, a JSON Schema validator, and the pages of the same site."""

import csv
import io
import json
import random
import re
import statistics
import unittest
from collections import Counter, defaultdict
from datetime import date

from program import PROJECT, ProgramTest

try:
    import jsonschema
except ImportError:
    jsonschema = None

TABLES = ["inspections", "recommendations", "grades", "timeliness"]
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

RESPONSE = """+++
title = {title}
report_published = 2024-07-19
response_published = 2024-09-13
late_reason = {late_reason}
types = ["national"]
force_quoted = "yes"
partners = {partners}
[commissioner]
name = {name}
role = "pcc"
[[grades]]
area = {area}
grade = "good"
+++

Text.
"""


def read_csv(path):
    """The rows of a CSV file, each by the names of its columns."""
    text = path.read_bytes().decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def cell_of(value):
    """A value of JSON as its cell in CSV."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return cell_of("|".join(element.replace("|", "¦") for element in value))
    if isinstance(value, str) and value.startswith(FORMULA):
        return "'" + value
    return str(value)


def fits(value, datatype):
    """Whether a value of a cell has a datatype of CSV on the Web."""
    if isinstance(datatype, dict):
        return re.fullmatch(datatype["format"], value) is not None
    if datatype == "date":
        return date.fromisoformat(value).isoformat() == value
    patterns = {"integer": r"-?\d+", "boolean": "true|false", "anyURI": r"https?://\S+", "string": "(?s).+"}
    return re.fullmatch(patterns[datatype], value) is not None


class OpenData(ProgramTest):
    def built(self, site=PROJECT):
        self.build(site, self.folder / "out", "--quiet")
        self.data = self.folder / "out/data"

    def page(self, path):
        return (self.folder / "out" / path / "index.html").read_text()

    def metadata(self, table):
        """What the metadata says of a table, and the names of the columns of all tables that it describes."""
        whole = json.loads((self.data / f"{table}.csv-metadata.json").read_text())
        return next(each for each in whole.get("tables", [whole]) if each["url"] == f"{table}.csv")

    def test_form_of_csv(self):
        """The CSV files are UTF-8 without a mark, with CRLF, a header, and quotation marks only where they are needed."""
        self.built()
        for table in TABLES:
            text = (self.data / f"{table}.csv").read_bytes().decode("utf-8")
            rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
            self.assertFalse(text.startswith("\ufeff"))
            self.assertEqual({len(rows[0])}, {len(row) for row in rows})
            again = io.StringIO()
            csv.writer(again).writerows(rows)
            self.assertEqual(again.getvalue(), text)

    def test_register(self):
        """recommendations.csv has as many rows of each status as the register counts."""
        self.built()
        counted = Counter(row["status"] or "not-recorded" for row in read_csv(self.data / "recommendations.csv"))
        table = re.search(r'<table class="overview">.*?</table>', self.page("recommendations"), re.S)[0]
        shown = re.findall(r'class="status status-([a-z-]+)".*?<td>([\d,]+)</td>', table, re.S)
        self.assertGreater(len(shown), 3)
        self.assertEqual({status: int(count.replace(",", "")) for status, count in shown}, counted)

    def test_timeline(self):
        """timeliness.csv has the figures of the timeline's table."""
        self.built()
        table = re.search(r'<table class="stacked figures-table">.*?</table>', self.page("timeline"), re.S)[0]
        shown = []
        for row in re.findall(r"<tr>\s*<th scope=\"row\">.*?</tr>", table, re.S):
            cells = re.findall(r"<t[hd][^>]*>(?:<a [^>]*>)?([^<]*)", row)
            shown.append([cell.replace("–", "").replace(",", "") for cell in cells])
        rows = read_csv(self.data / "timeliness.csv")
        self.assertGreater(len(rows), 5)
        self.assertEqual([[row[name] for name in ("year", "reports", "responses", "median_days", "in_time", "late")] for row in rows], shown)

    def test_timeliness_from_inspections(self):
        """Whoever counts the rows of inspections.csv arrives at timeliness.csv."""
        self.built()
        years = defaultdict(lambda: [0, 0, 0, 0, []])
        for row in read_csv(self.data / "inspections.csv"):
            if row["status"] != "published":
                continue
            year = years[row["report_published"][:4]]
            year[0] += 1
            year[2] += row["timeliness"] == "in-time"
            year[3] += row["timeliness"] == "late"
            if row["response_published"]:
                years[row["response_published"][:4]][1] += 1
            if row["response_day"]:
                year[4].append(int(row["response_day"]))
        expected = {year: [*map(str, counts), str(-int(-statistics.median(days) // 1)) if days else ""] for year, (*counts, days) in years.items()}
        found = {row["year"]: [row[name] for name in ("reports", "responses", "in_time", "late", "median_days")]
                 for row in read_csv(self.data / "timeliness.csv")}
        self.assertEqual(expected, found)

    def test_counts_of_inspections(self):
        """The items that inspections.csv counts are those that recommendations.csv lists."""
        self.built()
        kinds = {"recommendations": "recommendation", "areas_for_improvement": "area-for-improvement",
                 "causes_of_concern": "cause-of-concern", "accelerated_causes_of_concern": "accelerated-cause-of-concern"}
        listed = read_csv(self.data / "recommendations.csv")
        for row in read_csv(self.data / "inspections.csv"):
            own = [item for item in listed if item["inspection"] == row["id"]]
            for column, kind in kinds.items():
                self.assertEqual(int(row[column] or 0), sum(item["kind"] == kind for item in own), (row["id"], column))
            self.assertEqual(int(row["open_items"] or 0), sum(item["open"] == "true" for item in own), row["id"])

    def test_json_is_csv(self):
        """The JSON files have the rows of the CSV files, cell by cell."""
        self.built()
        for table in TABLES:
            rows = json.loads((self.data / f"{table}.json").read_text())
            self.assertEqual([{name: cell_of(value) for name, value in row.items()} for row in rows], read_csv(self.data / f"{table}.csv"), table)

    @unittest.skipUnless(jsonschema, "there is no python3-jsonschema")
    def test_json_schema(self):
        """The JSON files are what their schemas say, and a row that is spoiled is not."""
        self.built()
        for table in TABLES:
            schema = json.loads((self.data / f"{table}.schema.json").read_text())
            rows = json.loads((self.data / f"{table}.json").read_text())
            jsonschema.Draft202012Validator.check_schema(schema)
            validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
            self.assertEqual([], [error.message for error in validator.iter_errors(rows)][:3], table)
            for name in rows[0]:
                self.assertFalse(validator.is_valid([{**rows[0], name: {"no": "value"}}]), f"{table}: {name}")
                self.assertFalse(validator.is_valid([{other: value for other, value in rows[0].items() if other != name}]), f"{table}: {name}")

    def test_csv_metadata(self):
        """The CSV files are what their metadata says: columns, datatypes, what is required, keys and references."""
        self.built()
        for table in TABLES:
            described, rows = self.metadata(table)["tableSchema"], read_csv(self.data / f"{table}.csv")
            columns = described["columns"]
            self.assertEqual([column["titles"][0] for column in columns], list(rows[0]))
            self.assertEqual([column["name"] for column in columns], list(rows[0]))
            for row in rows:
                for column in columns:
                    value = row[column["name"]]
                    values = value.split(column["separator"]) if "separator" in column and value else [value] * bool(value)
                    self.assertTrue(values or not column.get("required"), (table, column["name"]))
                    for each in values:
                        self.assertTrue(fits(each, column["datatype"]), (table, column["name"], each))
            key = described["primaryKey"] if isinstance(described["primaryKey"], list) else [described["primaryKey"]]
            self.assertEqual(len(rows), len({tuple(row[name] for name in key) for row in rows}), table)
            for foreign in described.get("foreignKeys", []):
                target = self.data / foreign["reference"]["resource"]
                known = {row[foreign["reference"]["columnReference"]] for row in read_csv(target)}
                self.assertLessEqual({row[foreign["columnReference"]] for row in rows}, known)

    def test_every_address(self):
        """Each address in the data leads to a page, and each anchor to a place on it."""
        self.built()
        base = "https://inspections.northshire.example/"
        for table in ("inspections", "recommendations"):
            for row in read_csv(self.data / f"{table}.csv"):
                path, _, anchor = row["url"].removeprefix(base).partition("#")
                page = self.page(path)
                if anchor:
                    self.assertIn(f'id="{anchor}"', page)

    def test_any_text(self):
        """Whatever stands in a text comes out of CSV and JSON as it went in, but for the apostrophe before what looks like a formula."""
        chance = random.Random(7)
        pieces = ["=", "+", "-", "@", "'", '"', ",", ";", "|", "¦", "\\", "&", "<b>", "ŷ", "🚔", "日本", "a", "Word", " ", "=cmd()", "1", "\u00a0", "\u2028"]
        text = lambda: chance.choice(pieces).strip() + "".join(chance.choices(pieces, k=chance.randrange(8))) + "."
        written = {}
        for number in range(60):
            facts = {name: text() for name in ("title", "late_reason", "name", "area")} | {"partners": [text() for _ in range(chance.randrange(1, 4))]}
            written[f"r{number}"] = facts
            path = self.folder / f"site/content/inspections/r{number}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(RESPONSE.format(**{name: json.dumps(value, ensure_ascii=False) for name, value in facts.items()}))
        (self.folder / "site/site.toml").write_text('title = "Texts"\nbase_url = "https://texts.example/"\n')
        self.built(self.folder / "site")
        rows = {row["id"]: row for row in json.loads((self.data / "inspections.json").read_text())}
        areas = {row["inspection"]: row["area"] for row in json.loads((self.data / "grades.json").read_text())}
        found = {key: {"title": row["title"], "late_reason": row["late_reason"], "name": row["commissioner"], "area": areas[key], "partners": row["partners"]}
                 for key, row in rows.items()}
        self.assertEqual(written, found)
        for table in TABLES:
            expected = [{name: cell_of(value) for name, value in row.items()} for row in json.loads((self.data / f"{table}.json").read_text())]
            self.assertEqual(expected, read_csv(self.data / f"{table}.csv"), table)
        cells = [cell for row in read_csv(self.data / "inspections.csv") for cell in row.values()]
        self.assertEqual([], [cell for cell in cells if cell.startswith(FORMULA)])
        self.assertGreater(sum(cell.startswith("'=") for cell in cells), 3)

    def test_explained(self):
        """The page about the data links every file and explains every column; the footer of each page leads there."""
        self.built()
        page = self.page("data")
        for path in self.data.iterdir():
            if path.name != "index.html":
                self.assertIn(f'href="../data/{path.name}"', page)
        for table in TABLES:
            for column in self.metadata(table)["tableSchema"]["columns"]:
                self.assertIn(f"<code>{column['name']}</code>", page)
        for path in ("", "timeline", "inspections/custody-2021"):
            self.assertIn('data/">Open data</a>', self.page(path))


if __name__ == "__main__":
    unittest.main()
