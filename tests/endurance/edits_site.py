"""Edits of all that is no response: settings, pages, other files, the theme, the clock."""

from samples import TAGS, paragraph, some_bytes, words
from office import Page

CLOCKS = ["2026-05-01", "2026-06-30", "2026-07-01", "2026-07-03", "2026-07-02T23:01:30Z", "2026-07-02T23:00:30Z", "2026-07-21", "2026-12-24"]
TEMPLATES = ["layout", "response", "index", "tag", "footer", "page", "redirect", "entries", "recommendations", "timeline-year", "not-found"]
PLACES = ["about", "privacy", "contact", "about/people", "about/people/panel", "help"]


def change_page(chance, office):
    page = chance.choice(office.pages)
    page.text = paragraph(chance)
    return f"text of {page.path}.md"


def change_menu(chance, office):
    page = chance.choice(office.pages)
    page.title, page.menu, page.order = words(chance, 2), chance.choice([None, "header", "footer", "none"]), chance.choice([None, -1, 2, 7])
    return f"menu of {page.path}.md: {page.menu}, {page.order}"


def change_page_state(chance, office):
    page = chance.choice(office.pages)
    page.status = None if page.status else "draft"
    return f"status of {page.path}.md: {page.status}"


def change_page_link(chance, office):
    page = chance.choice(office.pages)
    page.link = chance.choice([None, *(item.key for item in office.responses)])
    return f"{page.path}.md links to {page.link}"


def add_or_remove_page(chance, office):
    path = chance.choice(PLACES)
    there = [page for page in office.pages if page.path == path]
    if there and len(office.pages) > 1:
        office.pages.remove(there[0])
        return f"{path}.md removed"
    if not there:
        office.pages.append(Page(path, words(chance, 2), paragraph(chance), aliases=chance.choice([[], [f"/legal-{office.number()}.html"]])))
        return f"{path}.md added"
    return None


def change_introduction(chance, office):
    there = "index.md" in office.loose
    if there and chance.random() < 0.5:
        del office.loose["index.md"]
        return "index.md removed"
    office.loose["index.md"] = f'+++\ntitle = "{words(chance, 3)}"\n+++\n\n{paragraph(chance)}\n'.encode()
    return "index.md written"


def change_settings(chance, office):
    config = office.config
    key = chance.choice(["title", "base_url", "page_size", "links", "licence", "email", "theme", "hosts", "compress"])
    values = {
        "title": [words(chance, 3)], "base_url": ["https://a.example/", "https://a.example/below/", "https://b.example/"],
        "page_size": [2, 3, 5, 50], "links": ["folder", "file"], "licence": [None, "Open Government Licence v3.0", "All rights reserved"],
        "email": [None, "office@northshire.example"], "theme": ["northshire", "default"],
        "hosts": [[], ["apache", "nginx", "caddy"], ["s3", "netlify"], ["cloudflare-pages", "nginx"]], "compress": [[], ["gzip"], ["gzip", "brotli"]],
    }[key]
    setattr(config, key, chance.choice([value for value in values if value != getattr(config, key)]))
    return f"{key} = {getattr(config, key)!r}"


def change_labels(chance, office):
    tag = chance.choice(TAGS)
    if office.config.labels.pop(tag, None) is None:
        office.config.labels[tag] = words(chance, 2)
    return f"label of {tag}: {office.config.labels.get(tag)}"


def change_loose_file(chance, office):
    name = chance.choice(["files/map.pdf", "files/terms.txt", "downloads/form.odt"])
    if name in office.loose and chance.random() < 0.4:
        del office.loose[name]
        return f"{name} removed"
    office.loose[name] = some_bytes(chance)
    return f"{name} written"


def turn_file_to_folder(chance, office):
    """One path is a file, then a folder, then a file again."""
    was_file = office.loose.pop("files/plan", None) is not None
    office.loose.pop("files/plan/part.txt", None)
    office.loose["files/plan/part.txt" if was_file else "files/plan"] = some_bytes(chance)
    return f"files/plan becomes a {'folder' if was_file else 'file'}"


def change_template(chance, office):
    name, additions = chance.choice(TEMPLATES), office.theme.additions
    if name in additions and chance.random() < 0.5:
        del additions[name]
        return f"template {name} removed"
    additions[name] = words(chance, 3)
    return f"template {name} written"


def change_stylesheet(chance, office):
    name, assets = chance.choice(["custom.css", "custom.css", "style.css"]), office.theme.assets
    if name in assets and chance.random() < 0.4:
        del assets[name]
        return f"{name} removed"
    assets[name] = f":root {{ --accent: #{chance.randrange(10 ** 6):06} }}\n".encode()
    return f"{name} written"


def change_asset(chance, office):
    name, assets = chance.choice(["logo.svg", "icon.svg", "fonts/text.woff2", "deep/er/mark.png"]), office.theme.assets
    if name in assets and chance.random() < 0.4:
        del assets[name]
        return f"asset {name} removed"
    assets[name] = some_bytes(chance)
    return f"asset {name} written"


def move_clock(chance, office):
    office.at = chance.choice([clock for clock in CLOCKS if clock != office.at])
    return f"--at {office.at}"


def change_nothing(_chance, _office):
    return "nothing"


EDITS = [
    change_page, change_menu, change_page_state, change_page_link, add_or_remove_page, add_or_remove_page, change_introduction, change_settings,
    change_settings, change_labels, change_loose_file, turn_file_to_folder, change_template, change_template, change_stylesheet, change_asset,
    move_clock, move_clock, move_clock, change_nothing,
]
