"""Writes the files of a new course, and never over one that is there."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ..model.listed import listed
from .scaffold import NewFile


class Refused(ValueError):
    """Nothing can be written."""


def refuse_overwriting(files: Iterable[NewFile], folder: Path) -> None:
    """Raise `Refused` where one of *files* is in *folder* already, or *folder* is a file."""
    if folder.exists() and not folder.is_dir():
        raise Refused(f"{folder} is a file; name a folder")
    there = [file.path for file in files if (folder / file.path).exists()]
    if there:
        raise Refused(
            f"nothing is overwritten, and {folder} has {listed(there)}; name another folder, or "
            "move what is there away"
        )


def write_files(files: Iterable[NewFile], folder: Path) -> None:
    """Write *files* into *folder*, all or none. Raises `Refused` where one cannot be."""
    written: list[Path] = []
    made: list[Path] = []
    for file in files:
        path = folder / file.path
        try:
            made = [*(parent for parent in path.parents if not parent.exists()), *made]
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as stream:
                written.append(path)
                stream.write(file.content)
        except OSError as error:
            _take_back(written, made)
            raise Refused(f"{path}: the file can't be written: {error.strerror}") from None


def _take_back(files: Iterable[Path], folders: Iterable[Path]) -> None:
    """Remove what was written and made: with a part of it there, the command would not begin."""
    for path in files:
        with suppress(OSError):
            path.unlink()
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()
