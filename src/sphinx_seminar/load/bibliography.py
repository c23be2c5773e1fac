"""The files that ``bibliography`` names, into the entries of a course."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.bibliography import BibEntry, Bibliography
from ..model.problem import Problem, Source
from .course_path import file_in
from .fault import Fault, quoted

if TYPE_CHECKING:
    from .bib_entry import RawEntry
    from .course_entries import CourseEntries

_MISSING = "pybtex, which reads it, is not installed; run pip install 'sphinx-seminar[bibtex]'"
Problems = list[Problem]


def check_bibliography(entries: CourseEntries, folder: Path) -> Iterator[Fault]:
    """Why files that ``bibliography`` names can't be read, said where it names them."""
    names = entries.entry.bibliography
    if not names:
        return
    at = entries.path_of(("bibliography",))
    for name in names:
        try:
            file_in(folder, name, "file")
        except ValueError as error:
            yield Fault(at, str(error), "bibliography")
    if not _has_pybtex():
        yield Fault(at, _MISSING, "bibliography")


def load_bibliography(
    folder: Path, names: Sequence[str], shown_folder: str
) -> tuple[Bibliography, Problems]:
    """The entries of the files in *folder*, which its author knows as *shown_folder*.

    Nothing is raised: what can't be read is left out, and is among the problems unless
    `check_bibliography` tells it.
    """
    if not _has_pybtex():
        return Bibliography(tuple(names), is_whole=False), []
    from .bib_file import MAX_BYTES, NotBib, read_bib

    problems: Problems = []
    raws: list[tuple[str, RawEntry]] = []
    digests: dict[str, bytes] = {}
    is_whole = True
    for name in dict.fromkeys(posixpath.normpath(name) for name in names):
        shown = posixpath.join(shown_folder, name)
        try:
            with file_in(folder, name, "file").open("rb") as stream:
                content = stream.read(MAX_BYTES + 1)
            found, outside = read_bib(content)
        except NotBib as error:
            problems.append(Problem("bibliography", str(error), Source(shown, error.line)))
            is_whole = False
        except OSError as error:
            text = f"the file can't be read: {error.strerror}"
            problems.append(Problem("bibliography", text, Source(shown)))
            is_whole = False
        except ValueError:  # told where course.yml names it
            is_whole = False
        else:
            digests[name] = _digest(content)
            raws += [(shown, raw) for raw in found]
            problems += [
                _problem(shown, line, f"what begins here {text}") for line, text in outside
            ]
    entries, broken = _entries(raws, problems)
    return Bibliography(tuple(names), entries, broken, is_whole, digests), problems


def is_as_read(bibliography: Bibliography, folder: Path) -> bool:
    """Whether its files in *folder* still hold what they held when it was loaded.

    Where pybtex is not installed any more, they are not read.
    """
    try:
        return _has_pybtex() and all(
            _digest(Path(folder, name).read_bytes()) == digest
            for name, digest in bibliography.digests.items()
        )
    except OSError:
        return False


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def _entries(
    raws: Iterable[tuple[str, RawEntry]], problems: Problems
) -> tuple[dict[str, BibEntry], dict[str, int]]:
    from .bib_entry import entry_of

    seen: dict[str, str] = {}
    entries: dict[str, BibEntry] = {}
    broken: dict[str, int] = {}
    for path, raw in raws:
        key = raw.key.casefold()
        if key in seen:
            text = f"the key {quoted(raw.key)} is that of {seen[key]} too, which holds"
            problems.append(_problem(path, raw.line, f"{text}; give this entry another one"))
            continue
        seen[key] = f"{path}:{raw.line}"
        if entry := entry_of(raw):
            entries[key] = entry
        else:
            broken[key] = raw.line
        problems += [
            _problem(path, raw.line, f"the entry {quoted(raw.key)} {fault}")
            for fault in dict.fromkeys(raw.faults)
        ]
    return entries, broken


def _problem(path: str, line: int, text: str) -> Problem:
    return Problem("bibliography", text, Source(path, line))


def _has_pybtex() -> bool:
    """Whether the extra is installed; to ask takes less than to import it."""
    from importlib.util import find_spec

    return find_spec("pybtex") is not None
