"""A site as values that can be edited, and its files. Every name and finding is invented."""

import json
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from program import PROJECT

DEFAULT_TEMPLATES = PROJECT / "themes/default/templates"
RESPONSES = "content/inspections"


def toml(value):
    """A value as TOML writes it."""
    if isinstance(value, (date, bool)):
        return str(value).lower()
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def rows_of(**values):
    """Lines of TOML, without the keys that have no value."""
    return [f"{key} = {toml(value)}" for key, value in values.items() if value not in (None, [], "")]


@dataclass
class Recommendation:
    number: str
    text: str
    due: date | None = None
    status: str | None = None
    updates: list = field(default_factory=list)

    def lines(self):
        lines = ["", "[[recommendations]]", *rows_of(number=self.number, kind="recommendation", text=self.text, due=self.due,
                                                   addressed_to=["chief-constable"], status=self.status)]
        for day, text in self.updates:
            lines += ["", "[[recommendations.updates]]", *rows_of(date=day, text=text)]
        return lines


@dataclass
class Response:
    """A response. `key` never changes; by it others refer to it, whatever it is called."""
    key: int
    name: str
    title: str
    published: date
    answered_after: int = 40
    own_folder: bool = False
    id: str | None = None
    short_title: str | None = None
    tags: list = field(default_factory=list)
    follows: list = field(default_factory=list)
    aliases: list = field(default_factory=list)
    status: str = "published"
    embargo: date | None = None
    programme: str | None = None
    grades: list = field(default_factory=list)
    recommendations: list = field(default_factory=list)
    updates: list = field(default_factory=list)
    findings: list = field(default_factory=list)
    links: list = field(default_factory=list)
    attachments: dict = field(default_factory=dict)

    @property
    def file(self):
        return f"{self.name}/index.md" if self.own_folder else f"{self.name}.md"

    @property
    def address(self):
        return self.id or self.name

    @property
    def is_linkable(self):
        """Whether a public page may link here at any time."""
        return self.status == "published" and self.embargo is None

    def front_matter(self, office):
        ids = [other.address for other in office.responses if other.key in self.follows]
        lines = ["+++", *rows_of(title=self.title, short_title=self.short_title, id=self.id, report_published=self.published,
                                 response_published=self.published + timedelta(self.answered_after), types=["force-specific"],
                                 force_quoted="yes", tags=self.tags, follows=ids, aliases=self.aliases, programme=self.programme,
                                 embargo_until=self.embargo and datetime.combine(self.embargo, time(0, 1)))]
        if self.status != "published":
            lines += rows_of(status=self.status)
        if self.status == "withdrawn":
            lines += rows_of(withdrawn_reason="It named a witness.")
        lines += ["", "[commissioner]", *rows_of(name="Judith Amblecote", role="pcc")]
        for area, grade in self.grades:
            lines += ["", "[[grades]]", *rows_of(area=area, grade=grade)]
        for day, text in self.updates:
            lines += ["", "[[updates]]", *rows_of(date=day, text=text)]
        return lines + [line for item in self.recommendations for line in item.lines()] + ["+++", ""]

    def body(self, office):
        lines = ["## Executive summary", "", f"Inspectors came to Northshire in {self.published.year}.", "", "## Findings", ""]
        for paragraph in self.findings:
            lines += [paragraph, ""]
        up = "../" if self.own_folder else ""
        for other in office.responses:
            if other.key in self.links and other.is_linkable:
                lines += [f"See [an earlier report]({up}{other.file}#findings).", ""]
        if self.status != "withdrawn":
            lines += [f"There is [a document]({name})." for name in sorted(self.published_names()) if "action-plan" in name] + [""]
        return lines + ["## PCC response", "", "I accept the findings."]

    def published_names(self):
        """The files beside the response, as they are called from the folder of its text."""
        return [name if self.own_folder else f"{self.name}-{name}" for name in self.attachments]

    def files(self, office):
        text = "\n".join(self.front_matter(office) + self.body(office)) + "\n"
        folder = f"{RESPONSES}/{self.name}/" if self.own_folder else f"{RESPONSES}/{self.name}-"
        return {f"{RESPONSES}/{self.file}": text.encode()} | {folder + name: data for name, data in self.attachments.items()}


@dataclass
class Page:
    """A page that is no response. `link` is the key of a response that it links to."""
    path: str
    title: str
    text: str
    menu: str | None = None
    order: int | None = None
    status: str | None = None
    aliases: list = field(default_factory=list)
    link: int | None = None

    def files(self, office):
        lines = ["+++", *rows_of(title=self.title, menu=self.menu, order=self.order, status=self.status, aliases=self.aliases), "+++", ""]
        lines += ["## Who we are", "", self.text]
        up = "../" * self.path.count("/")
        for other in office.responses:
            if other.key == self.link and other.is_linkable:
                lines += ["", f"[A report]({up}inspections/{other.file})"]
        return {f"content/{self.path}.md": ("\n".join(lines) + "\n").encode()}


@dataclass
class Config:
    title: str = "Responses to inspections of Northshire Police"
    base_url: str = "https://inspections.northshire.example/"
    theme: str = "northshire"
    page_size: int = 4
    links: str = "folder"
    licence: str | None = "Open Government Licence v3.0"
    email: str | None = "responses@northshire.example"
    labels: dict = field(default_factory=dict)
    hosts: list = field(default_factory=list)
    compress: list = field(default_factory=list)

    def files(self):
        lines = rows_of(title=self.title, base_url=self.base_url, theme=self.theme, page_size=self.page_size, links=self.links)
        lines += ["", "[office]", *rows_of(name="Office of the Police and Crime Commissioner for Northshire", email=self.email,
                                           force="Northshire Police")]
        if self.licence:
            lines += ["", "[licence]", *rows_of(name=self.licence)]
        if self.hosts or self.compress:
            lines += ["", "[hosting]", *rows_of(files=self.hosts, compress=self.compress)]
        if self.labels:
            lines += ["", "[tags]", *rows_of(**self.labels)]
        return {"site.toml": ("\n".join(lines) + "\n").encode()}


@dataclass
class Theme:
    """What lies in themes/northshire: words added to templates of the default theme, and assets."""
    additions: dict = field(default_factory=dict)
    assets: dict = field(default_factory=dict)

    def template(self, name):
        text = (DEFAULT_TEMPLATES / f"{name}.mustache").read_text(encoding="utf-8")
        addition = f"<p class=\"own\">{self.additions[name]}</p>"
        return text.replace("</body>", f"{addition}\n</body>") if "</body>" in text else f"{text}\n{addition}\n"

    def files(self):
        templates = {f"templates/{name}.mustache": self.template(name).encode() for name in self.additions}
        assets = {f"assets/{name}": data for name, data in self.assets.items()}
        # The folder is there however little is in it: the site names this theme.
        return {f"themes/northshire/{path}": data for path, data in (templates | assets | {"NOTES.txt": b"Ours.\n"}).items()}


@dataclass
class Office:
    """A whole site. `loose` are files below content/ that belong to no response."""
    config: Config = field(default_factory=Config)
    theme: Theme = field(default_factory=Theme)
    responses: list = field(default_factory=list)
    pages: list = field(default_factory=list)
    loose: dict = field(default_factory=dict)
    at: str = "2026-06-30"
    made: int = 0

    def number(self):
        """A number that was not used before."""
        self.made += 1
        return self.made

    def files(self):
        """Every file of the site, path to bytes."""
        files = self.config.files() | self.theme.files() | {f"content/{path}": data for path, data in self.loose.items()}
        for part in [*self.responses, *self.pages]:
            files |= part.files(self)
        return files
