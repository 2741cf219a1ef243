"""Edits of responses. Each takes a source of chance and the office, and returns what it did, or nothing if it could not."""

from datetime import date, timedelta

import samples
from samples import STATUSES, TAGS, paragraph, some_bytes, words

EMBARGOES = [date(2026, 5, 20), date(2026, 7, 3), date(2026, 7, 20), date(2026, 9, 1)]


def one(chance, office):
    return chance.choice(office.responses)


def change_body(chance, office):
    item = one(chance, office)
    item.findings[chance.randrange(len(item.findings))] = paragraph(chance)
    return f"body of {item.name}"


def change_one_letter(chance, office):
    """The file keeps its size."""
    item = one(chance, office)
    text = item.findings[0]
    item.findings[0] = chance.choice([letter for letter in "ABCDE" if letter != text[0]]) + text[1:]
    return f"one letter of {item.name}"


def change_title(chance, office):
    item = one(chance, office)
    item.title = words(chance, 4)
    item.short_title = chance.choice([None, None, words(chance, 2)])
    return f"title of {item.name}"


def change_tags(chance, office):
    item = one(chance, office)
    item.tags = chance.sample([*TAGS, f"rare-{chance.randrange(4)}"], chance.randint(0, 3))
    return f"tags of {item.name}: {item.tags}"


def change_dates(chance, office):
    item = one(chance, office)
    item.published = samples.EPOCH + timedelta(chance.randrange(3000))
    item.answered_after = chance.choice([20, 54, 55, 56, 90])
    return f"dates of {item.name}"


def change_recommendations(chance, office):
    item = one(chance, office)
    done = chance.choice(["status", "status", "add", "remove", "history"])
    if done == "add" or not item.recommendations:
        numbers = {int(row.number) for row in item.recommendations}
        item.recommendations.append(samples.recommendation(chance, max(numbers, default=0) + 1, item.published))
        return f"recommendation added to {item.name}"
    row = chance.choice(item.recommendations)
    if done == "remove":
        item.recommendations.remove(row)
    elif done == "status":
        row.status = chance.choice([status for status in STATUSES if status != row.status])
    else:
        row.updates.append((item.published + timedelta(chance.randrange(500)), paragraph(chance)))
    return f"recommendation {row.number} of {item.name}: {done}"


def change_history(chance, office):
    item = one(chance, office)
    item.updates.append((item.published + timedelta(chance.randrange(400)), paragraph(chance)))
    return f"an update of {item.name}"


def change_grades(chance, office):
    item = one(chance, office)
    item.programme = chance.choice([None, "peel", "custody"])
    item.grades = [(area, chance.choice(["good", "adequate", "inadequate"])) for area in ("Custody", "Victims")] if item.programme else []
    return f"programme of {item.name}: {item.programme}"


def change_follows(chance, office):
    """A response follows only ones that were made before it, so never itself."""
    item = one(chance, office)
    earlier = [other.key for other in office.responses if other.key < item.key]
    item.follows = chance.sample(earlier, min(len(earlier), chance.randint(0, 2)))
    return f"{item.name} follows {item.follows}"


def change_links(chance, office):
    item = one(chance, office)
    item.links = chance.sample([other.key for other in office.responses if other is not item], chance.randint(0, 2))
    return f"{item.name} links to {item.links}"


def change_embargo(chance, office):
    item = one(chance, office)
    item.embargo = chance.choice([day for day in [None, None, *EMBARGOES] if day != item.embargo] or [None])
    return f"embargo of {item.name}: {item.embargo}"


def change_status(chance, office):
    item = one(chance, office)
    item.status = chance.choice([status for status in ("published", "draft", "withdrawn") if status != item.status])
    return f"status of {item.name}: {item.status}"


def publish_all(chance, office):
    """So that drafts do not pile up over a long run."""
    for item in office.responses:
        item.status, item.embargo = "published", None
    return "all drafts and embargoes lifted"


def add_response(chance, office):
    if len(office.responses) > 22:
        return None
    item = samples.response(chance, office)
    office.responses.append(item)
    return f"{item.name} added"


def remove_response(chance, office):
    if len(office.responses) < 8:
        return None
    gone = one(chance, office)
    office.responses.remove(gone)
    for item in [*office.responses]:
        item.follows = [key for key in item.follows if key != gone.key]
        item.links = [key for key in item.links if key != gone.key]
    return f"{gone.name} removed"


def rename_response(chance, office):
    """Another file name, and with it another address unless the response has an id."""
    item = one(chance, office)
    before = item.name
    if chance.random() < 0.3 and item.id is None:
        item.id = before if all(other.address != before or other is item for other in office.responses) else None
    item.name = f"{chance.choice(samples.SUBJECTS)}-{office.number()}"
    return f"{before} renamed to {item.name}"


def move_response(chance, office):
    item = one(chance, office)
    item.own_folder = not item.own_folder
    return f"{item.name} {'into' if item.own_folder else 'out of'} a folder of its own"


def change_id(chance, office):
    item = one(chance, office)
    item.id = None if item.id else f"{chance.choice(samples.SUBJECTS)}-{office.number()}"
    return f"id of {item.name}: {item.id}"


def swap_addresses(chance, office):
    """Two responses change places: every path stays and holds something else."""
    a, b = chance.sample(office.responses, 2)
    a.id, b.id = b.address, a.address
    return f"ids of {a.name} and {b.name} swapped"


def change_aliases(chance, office):
    item = one(chance, office)
    number = office.number()
    item.aliases = [] if item.aliases else [chance.choice([f"/old/{number}/", f"/old/page-{number}.html", f"/news/{number}/report.html"])]
    return f"aliases of {item.name}: {item.aliases}"


def change_attachment(chance, office):
    item = one(chance, office)
    name = chance.choice(["action-plan.pdf", "letter.pdf", "figures.csv"])
    if name in item.attachments and chance.random() < 0.4:
        del item.attachments[name]
        return f"{name} of {item.name} removed"
    same_size = len(item.attachments.get(name, b"")) if chance.random() < 0.5 else 0
    item.attachments[name] = chance.randbytes(same_size) if same_size else some_bytes(chance)
    return f"{name} of {item.name} written{', of the same size' if same_size else ''}"


EDITS = [
    change_body, change_body, change_one_letter, change_title, change_tags, change_dates, change_recommendations, change_recommendations,
    change_history, change_grades, change_follows, change_links, change_embargo, change_embargo, change_status, publish_all, add_response,
    remove_response, rename_response, move_response, change_id, swap_addresses, change_aliases, change_attachment, change_attachment,
]
