"""The files that ``sphinx-seminar import`` reads, and those that another command is for."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..model.listed import listed
from .written_files import Refused

_COURSE = "course.yml"
_MODULES = "_modules"
_OURS = re.compile(rb"^[ \t]*(?::{3,}|`{3,})\{(?:seminar:)?(?:schedule|session)\}", re.MULTILINE)
_FEW = 3


def source_files(sources: Iterable[str]) -> Iterator[Path]:
    """The files that the command line names, those of a folder of modules each by itself.

    Raises `Refused` where another folder is named.
    """
    for source in sources:
        path = Path(source)
        if not path.is_dir():
            yield path
            continue
        if (path / _COURSE).is_file():
            refuse_own_course(path / _COURSE, b"")
        found = sorted(path.glob("*.md"))
        if path.resolve().name == _MODULES and found:
            yield from found
            continue
        inside = sorted(path.glob(f"{_MODULES}/*.md")) or found
        names = listed(shlex.quote(str(one)) for one in inside[:_FEW])
        such = f", such as {names}" if names else ""
        raise Refused(f"{source} is a folder; name the files that list the sessions{such}")


def refuse_own_course(path: Path, content: bytes) -> None:
    """Raise `Refused` where a file is of a course of ours, which has a command of its own."""
    folder = path.resolve().parent
    if path.name != _COURSE and not ((folder / _COURSE).is_file() and _OURS.search(content)):
        return
    site = next((one for one in [folder, *folder.parents] if (one / "conf.py").is_file()), None)
    if path.name == _COURSE and site is None:
        raise Refused(
            f"{path} is of sphinx-seminar already; to make a course of it, run: "
            f"sphinx-seminar init FOLDER --from {shlex.quote(str(path))}"
        )
    command = f"sphinx-seminar term {shlex.quote(str(folder if site is None else site))}"
    if site is None or site == folder:
        command += " --archive last-term"
    else:
        inner = folder.relative_to(site).as_posix()
        command += f" --course {shlex.quote(inner)} --into next-term"
    raise Refused(f"{path} is of a course of sphinx-seminar; for its next term, run: {command}")
