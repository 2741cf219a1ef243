"""Writing a site's files as people and their programs do."""

import os
import random

LONG_AGO = 1_000_000_000


class Sources:
    """The files of a site on the disk. Only what differs is written."""

    def __init__(self, folder):
        self.folder = str(folder)
        self.there = {}

    def write(self, files, chance=None):
        """Makes the folder hold exactly these files. `chance` chooses how each is written; else it is written in place."""
        for path in self.there.keys() - files.keys():
            self.remove(path)
        for path, data in files.items():
            if self.there.get(path) != data:
                self.write_one(path, data, chance)
        self.there = dict(files)

    def remove(self, path):
        full = os.path.join(self.folder, path)
        os.unlink(full)
        folder = os.path.dirname(full)
        while folder != self.folder and not os.listdir(folder):
            os.rmdir(folder)
            folder = os.path.dirname(folder)

    def write_one(self, path, data, chance):
        full = os.path.join(self.folder, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        write_like_people(full, data, chance or random.Random(0), [] if chance else ["in place"])


def write_like_people(path, data, chance, ways=()):
    """Writes a file in place, or in another's place; with the time of now, of the file that was there, or of long ago."""
    way = chance.choice(list(ways) or ["in place", "in place", "replaced", "replaced", "same time", "same time, replaced", "old time"])
    before = os.stat(path) if os.path.exists(path) else None
    target = path if way in ("in place", "same time") else path + "~"
    with open(target, "wb") as file:
        file.write(data)
    if way.startswith("same time") and before:
        os.utime(target, ns=(before.st_atime_ns, before.st_mtime_ns))
    if way == "old time":
        os.utime(target, (LONG_AGO, LONG_AGO))
    if target != path:
        os.replace(target, path)
    return way
