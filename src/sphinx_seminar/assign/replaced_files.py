"""Files whose content is replaced as a whole: a killed run leaves the old one or the new one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

_END = ".new"


class NotReplaced(ValueError):
    """A file that stays as it was; says why."""


@dataclass(frozen=True, slots=True)
class NewContent:
    """What a file held when it was read, and what it is to hold."""

    old: bytes
    new: bytes


def replace_files(files: Mapping[Path, NewContent]) -> None:
    """Write each file beside itself, and move all over once all are whole and on the disk.

    Permissions, owner and attributes stay; so does a symbolic link, which is followed. Another
    hard link keeps the old content: a backup that is made of such links must.

    Raises:
        NotReplaced: one cannot be written, or has been changed since it was read. Then none is
            replaced; only where a move itself fails are those before it.
    """
    staged: dict[Path, Path] = {}
    try:
        for name, content in files.items():
            path = Path(os.path.realpath(name))
            try:
                _refuse_changed(path, content.old)
                if not path.stat().st_mode & 0o222:
                    raise NotReplaced(f"{name.name} is write-protected; make it writable")
                staged[path] = _written_beside(path, content.new)
            except OSError as error:
                raise NotReplaced(f"{name.name} can't be written: {error.strerror}") from None
        for name, content in files.items():
            path = Path(os.path.realpath(name))
            try:
                _refuse_changed(path, content.old)
                staged[path].replace(path)
            except OSError as error:
                raise NotReplaced(f"{name.name} can't be replaced: {error.strerror}") from None
            _sync_folder(path.parent)
    finally:
        for beside in staged.values():
            beside.unlink(missing_ok=True)
    for path in staged:
        _forget_killed(path)


def _refuse_changed(path: Path, old: bytes) -> None:
    if path.read_bytes() != old:
        raise NotReplaced(f"{path.name} has changed since it was read; run this again")


def _written_beside(path: Path, content: bytes) -> Path:
    """A file in the same folder, so that it can be moved over, with all that *path* has."""
    before = path.stat()
    # pathlib would take signs such as * in the name of the file as they are; so does tempfile.
    with NamedTemporaryFile(
        dir=path.parent, prefix=f".{path.name}.", suffix=_END, delete=False
    ) as file:
        beside = Path(file.name)
        try:
            file.write(content)
            file.flush()
            # Only root gives files away, but everybody to a group of their own; not on Windows.
            for owner in (-1, before.st_uid):
                with suppress(OSError, AttributeError):
                    os.chown(beside, owner, before.st_gid)
            shutil.copystat(path, beside)
            os.utime(beside)  # it is new, though all else is as it was
            os.fsync(file.fileno())
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    return beside


def _sync_folder(folder: Path) -> None:
    """The move itself reaches the disk, where the system has a way to ask for it."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _forget_killed(path: Path) -> None:
    """Remove what runs before have left beside the file as they were killed: names are in it."""
    start = f".{path.name}."
    for other in path.parent.iterdir():
        if other.name.startswith(start) and other.name.endswith(_END):
            with suppress(OSError):
                other.unlink()
