"""Files that a course file names: they are in the course's folder, and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

from ..model.nearest import nearest
from .fault import quoted
from .path_inside import is_file, is_inside


def file_in(folder: Path, name: str, what: str) -> Path:
    """The path of the file *name* in *folder*, links followed; *what* is what it is, in a word.

    Raises:
        ValueError: it is outside of the folder, or there is no such file; says what to do.
    """
    path = folder / name
    if not is_inside(path, folder):
        raise ValueError(
            f"{quoted(name)} is outside of the course's folder; move the {what} into it"
        )
    if not is_file(path):
        raise ValueError(f"no file is at {quoted(name)}; {_instead(path, folder)}")
    return path.resolve()


def _instead(path: Path, folder: Path) -> str:
    """What to write: the file beside it that is almost so named, such as ``Signups.csv``."""
    try:
        siblings = sorted(found.name for found in path.parent.iterdir() if found.is_file())
    except OSError:
        siblings = []
    match = nearest(path.name, siblings)
    if match is None or not is_inside(path.parent / match, folder):
        return "write a path relative to this file"
    meant = Path(os.path.normpath(path.parent / match)).relative_to(os.path.normpath(folder))
    return f"{quoted(meant.as_posix())} is there: write that, or rename it"
