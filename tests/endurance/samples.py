"""Sites to begin with."""

import copy
import random
from datetime import date, timedelta

from office import Config, Office, Page, Recommendation, Response, Theme

SUBJECTS = ["custody", "vetting", "fraud", "roads", "crime-data", "domestic-abuse", "call-handling", "rural-crime", "search-powers"]
TAGS = ["custody", "domestic-abuse", "governance", "mental-health", "technology", "victims", "workforce"]
WORDS = """the force records officers supervisors each month victims reports calls plan review district Carrowby Eastmoor often late
well clear training evidence custody suite risk assessment shared with partners in most cases although some were incomplete""".split()
STATUSES = ["not-started", "in-progress", "complete", "not-accepted", None]
EPOCH = date(2018, 1, 10)


def words(chance, count):
    text = " ".join(chance.choice(WORDS) for _ in range(count))
    return text[0].upper() + text[1:]


def paragraph(chance):
    return words(chance, chance.randint(8, 60)) + "."


def some_bytes(chance, most=3000):
    return chance.randbytes(chance.choice([0, 1, 40, chance.randint(2, most)]))


def recommendation(chance, number, day):
    item = Recommendation(str(number), paragraph(chance), day + timedelta(chance.choice([90, 400])), chance.choice(STATUSES))
    if chance.random() < 0.3:
        item.updates.append((day + timedelta(200), paragraph(chance)))
    return item


def response(chance, office):
    """A new response of an office, with any of what a response can have."""
    number = office.number()
    day = EPOCH + timedelta(chance.randrange(3000))
    item = Response(number, f"{chance.choice(SUBJECTS)}-{number}", words(chance, 5), day, chance.choice([20, 54, 55, 56, 90]))
    item.own_folder = chance.random() < 0.4
    item.tags = chance.sample(TAGS, chance.randint(0, 3))
    item.findings = [paragraph(chance) for _ in range(chance.randint(1, 4))]
    item.recommendations = [recommendation(chance, i + 1, day) for i in range(chance.randint(0, 3))]
    earlier = [other.key for other in office.responses]
    item.follows = chance.sample(earlier, 1) if earlier and chance.random() < 0.3 else []
    item.links = chance.sample(earlier, 1) if earlier and chance.random() < 0.3 else []
    if chance.random() < 0.4:
        item.attachments["action-plan.pdf"] = some_bytes(chance)
    if chance.random() < 0.2:
        item.aliases = [f"/old/{number}/"]
    if chance.random() < 0.15:
        item.programme, item.grades = "peel", [("Investigating crime", "good"), ("Custody", "adequate")]
    return item


def office(seed, responses):
    """A site with so many responses."""
    chance = random.Random(f"office {seed}")
    made = Office(Config(labels={"mental-health": "Mental health"}))
    made.theme = Theme({"footer": "Northshire"}, {"logo.svg": b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"})
    made.pages = [Page("about", "About this site", paragraph(chance)), Page("privacy", "Privacy", paragraph(chance), aliases=["/legal.html"])]
    made.loose = {"files/map.pdf": some_bytes(chance), "files/plan": b"One file.\n"}
    for _ in range(responses):
        made.responses.append(response(chance, made))
    return made


def old_and_new(seed, responses, page_size=4):
    """Two states of a site: between them files and folders come and go, change, and take each other's place."""
    chance = random.Random(f"states {seed}")
    old = office(seed, responses)
    old.config.page_size = page_size
    for i, item in enumerate(old.responses[:3]):
        item.attachments |= {"action-plan.pdf": chance.randbytes(70_000 if i == 0 else 900), "letter.pdf": b"Dear all\n"}
        item.tags = [*item.tags[:1], *["seldom"][:i]]
    new = copy.deepcopy(old)
    first, second, third, fourth = new.responses[:4]
    first.title, first.attachments["action-plan.pdf"] = "Another title", chance.randbytes(70_000)
    second.name, second.tags = f"renamed-{second.key}", ["often"]
    third.attachments["map.png"], third.tags = b"\x89PNG", []
    del third.attachments["letter.pdf"]
    fourth.findings = [paragraph(chance)]
    gone = new.responses.pop().key
    for item in new.responses:
        item.follows, item.links = ([key for key in keys if key != gone] for keys in (item.follows, item.links))
    new.responses += [response(chance, new) for _ in range(2)]
    new.pages[1:] = [Page("contact/us", "Contact", paragraph(chance), aliases=["/legal.html"])]
    new.loose = {"files/plan/part.txt": b"A file in what was a file.\n", "files/map.pdf/new.txt": b"And another.\n", "robots.txt": b"\n"}
    old.loose |= {"files/turn/deep/down.txt": b"Down.\n"}
    new.loose |= {"files/turn": b"A file in place of a folder.\n"}
    return old, new
