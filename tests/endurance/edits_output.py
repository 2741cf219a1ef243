"""What others do to the output and to the program's state. Each edit returns what it did, or nothing if it could not.

Foreign files have names that no site has, so that they never stand where a page belongs.
"""

import os
import shutil

import tree
from sources import write_like_people


def written(world):
    """The files that vitrine wrote."""
    return sorted(path for path in world.place.public().files if path not in world.foreign)


def planned(chance, world):
    """One of them."""
    paths = written(world)
    return chance.choice(paths) if paths else None


def some_folder(chance, world):
    """The output itself or a folder of vitrine's, but not one that turns into a file. What comes into a folder of somebody else's is
    not named: the folder was."""
    folders = sorted({folder for path in written(world) for folder in tree.folders_above(path) if not folder.startswith("files")})
    return chance.choice(["", "", *folders])


def put_foreign_file(chance, world):
    folder, number = some_folder(chance, world), world.office.number()
    name = chance.choice([f"by-hand-{number}.txt", f".by-hand-{number}", f"by-hand-{number}/notes/of ours.txt", f"by-hand-{number}.html"])
    path = os.path.join(folder, name)
    data = chance.randbytes(chance.choice([0, 30]))
    full = world.place.output / path
    full.parent.mkdir(parents=True, exist_ok=True)
    full.write_bytes(data)
    world.foreign[path] = data
    world.unnamed[path] = f"by-hand-{number}"
    return f"foreign file {path}"


def put_foreign_link(chance, world):
    path = os.path.join(some_folder(chance, world), f"by-hand-{world.office.number()}")
    os.symlink("somewhere/else", world.place.output / path)
    world.foreign[path] = b"-> somewhere/else"
    world.unnamed[path] = os.path.basename(path)
    return f"foreign link {path}"


def take_foreign_file(chance, world):
    if not world.foreign:
        return None
    path = chance.choice(sorted(world.foreign))
    os.unlink(world.place.output / path)
    del world.foreign[path]
    world.unnamed.pop(path, None)
    # A folder that vitrine left for its sake is nobody's from now on: it may stay or go.
    world.empty_folders.add(os.path.dirname(path))
    folder = os.path.dirname(world.place.output / path)
    while "by-hand" in folder and not os.listdir(folder):
        os.rmdir(folder)
        folder = os.path.dirname(folder)
    return f"foreign file {path} taken away"


def put_empty_folder(chance, world):
    path = os.path.join(some_folder(chance, world), f"by-hand-{world.office.number()}", "empty")
    os.makedirs(world.place.output / path)
    world.empty_folders.add(path)
    return f"empty folder {path}"


def damage_file(chance, world):
    path = planned(chance, world)
    if path is None:
        return None
    full = world.place.output / path
    data = full.read_bytes()
    other = chance.choice([b"", b"Damaged.\n", data + b"\n", data[:-1], bytes([data[0] ^ 1]) + data[1:] if data else b"x"])
    way = write_like_people(str(full), other, chance)
    return f"{path} overwritten ({way}, {len(data)} to {len(other)} bytes)"


def delete_file(chance, world):
    path = planned(chance, world)
    if path is None:
        return None
    os.unlink(world.place.output / path)
    return f"{path} deleted from public/"


def touch_file(chance, world):
    path = planned(chance, world)
    if path is None:
        return None
    os.utime(world.place.output / path, (1_500_000_000, chance.choice([1_500_000_000, 1_900_000_000])))
    return f"{path} got another time"


def replace_by_link(chance, world):
    path = planned(chance, world)
    if path is None:
        return None
    full = world.place.output / path
    full.rename(world.place.folder / "moved")
    os.symlink(world.place.folder / "moved", full)
    return f"{path} replaced by a link to its bytes"


def delete_folder(chance, world):
    folder = some_folder(chance, world)
    if not folder:
        return None
    shutil.rmtree(world.place.output / folder)
    world.forget_below(folder)
    return f"folder {folder}/ deleted from public/"


def delete_output(_chance, world):
    shutil.rmtree(world.place.output, ignore_errors=True)
    world.forget_below("")
    return "public/ deleted"


def delete_state(_chance, world):
    """Deleted with nothing else: without its state nobody can tell a page of the last build from a file of others."""
    shutil.rmtree(world.place.state, ignore_errors=True)
    return ".vitrine/ deleted"


EDITS = [
    put_foreign_file, put_foreign_file, put_foreign_link, take_foreign_file, put_empty_folder, damage_file, damage_file, delete_file, touch_file,
    replace_by_link, delete_folder,
]
SELDOM = [delete_output]
