"""What is in a folder, and how two folders differ."""

import os
from dataclasses import dataclass, field
from pathlib import PurePosixPath


@dataclass(frozen=True)
class Entry:
    """A file: its bytes, and by what a copying program knows that it is the same one."""
    data: bytes
    inode: int
    time: int


@dataclass
class Tree:
    """A folder with everything below it. Links are files that hold where they lead."""
    files: dict = field(default_factory=dict)
    folders: set = field(default_factory=set)
    exists: bool = False

    def bytes_of_all(self):
        return {path: entry.data for path, entry in self.files.items()}


def entry_of(path):
    status = os.lstat(path)
    if os.path.islink(path):
        data = b"-> " + os.fsencode(os.readlink(path))
    else:
        with open(path, "rb") as file:
            data = file.read()
    return Entry(data, status.st_ino, status.st_mtime_ns)


def snapshot(folder):
    """Everything below a folder; an empty tree if it is not there."""
    tree = Tree(exists=os.path.isdir(folder))
    waiting = [""] if tree.exists else []
    while waiting:
        below = waiting.pop()
        with os.scandir(os.path.join(folder, below)) as entries:
            for entry in entries:
                name = f"{below}/{entry.name}" if below else entry.name
                if entry.is_dir(follow_symlinks=False):
                    tree.folders.add(name)
                    waiting.append(name)
                else:
                    tree.files[name] = entry_of(entry.path)
    return tree


def folders_above(path):
    """The folders in which a path lies, relative to the same root."""
    return {str(parent) for parent in PurePosixPath(path).parents} - {"."}


def differences(expected, found, spare_folders=()):
    """In what `found` is not `expected`, a phrase for each file or folder. Spare folders may be there or not."""
    rows = [f"{path} is missing" for path in expected.files if path not in found.files]
    rows += [f"{path} should not be there" for path in found.files if path not in expected.files]
    for path in expected.files.keys() & found.files.keys():
        if expected.files[path].data != found.files[path].data:
            rows.append(difference_of_bytes(path, expected.files[path].data, found.files[path].data))
    rows += [f"the folder {path}/ should not be there" for path in found.folders - expected.folders - set(spare_folders)]
    rows += [f"the folder {path}/ is missing" for path in expected.folders - found.folders]
    return sorted(rows)


def difference_of_bytes(path, expected, found):
    if not found:
        return f"{path} is empty"
    at = next((i for i, (a, b) in enumerate(zip(expected, found)) if a != b), min(len(expected), len(found)))
    return f"{path} differs at byte {at} ({len(found)} bytes in place of {len(expected)})"


def same(one, other):
    return one.folders == other.folders and one.bytes_of_all() == other.bytes_of_all()


def touched(before, after):
    """The files that kept their bytes, but neither their inode nor their time."""
    both = [path for path in before.files.keys() & after.files.keys() if before.files[path].data == after.files[path].data]
    rows = [f"{path} has a new inode" for path in both if before.files[path].inode != after.files[path].inode]
    rows += [f"{path} has a new time" for path in both if before.files[path].time != after.files[path].time]
    return sorted(rows)


def with_files(tree, extra):
    """A tree with more files laid into it, path to bytes."""
    files = tree.files | {path: Entry(data, 0, 0) for path, data in extra.items()}
    folders = set(tree.folders).union(*(folders_above(path) for path in extra))
    return Tree(files, folders, True)


def some(rows, most=6):
    """The first of many, for a person."""
    return [*rows[:most], *([f"… and {len(rows) - most} more"] if len(rows) > most else [])]
