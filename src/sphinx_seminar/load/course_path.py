"""Files that a course file names: they stand in the course's folder, and nowhere else."""

from __future__ import annotations

from pathlib import Path

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
        raise ValueError(f"no file is at {quoted(name)}; write a path relative to this file")
    return path.resolve()
