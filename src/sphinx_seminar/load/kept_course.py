"""What a course.yml was read into, kept beside the doctrees until the file changes.

An unchanged file is then neither parsed nor checked: to import what does so takes longer than all
else that a small course costs. What is kept is never the truth: what is old, broken, or of another
version of this package or of Python is as if it were not there.
"""

from __future__ import annotations

import hashlib
import pickle
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ..code_state import code_state
from ..model.course import Course
from ..replaced_file import replace_at_once
from .loaded_course import LoadedCourse

_DIGEST = hashlib.sha256().digest_size
_LARGEST = 1_000_000
"""Bytes; a larger file is refused, and nothing is gained by keeping it."""
_CODE = ("load", "model")

FileStates = dict[str, tuple[int, int] | None]


def load_kept_course(path: Path, shown_path: str, folder: Path) -> LoadedCourse:
    """The course of the file at *path*, as of `load_course`; *folder* holds what is kept.

    Only a course without a problem is kept, so that problems are found anew in each build.
    """
    digest = _digest(path, shown_path)
    kept = folder / f"seminar-course-{hashlib.sha256(shown_path.encode()).hexdigest()[:16]}.pickle"
    if digest and (found := _kept(kept, digest, path.parent)):
        return found
    from .course_file import load_course

    loaded = load_course(path, shown_path)
    # Its author may have saved it meanwhile.
    if digest and not loaded.problems and digest == _digest(path, shown_path):
        _keep(kept, digest, loaded, path.parent)
    return loaded


def _digest(path: Path, shown_path: str) -> bytes:
    """Of all that the course is made from, but for the files that it names.

    Empty for a file that can't be read or is too large, of which `load_course` says so.
    """
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return b""
        found = hashlib.sha256(path.read_bytes())
    except OSError:
        return b""
    found.update(repr((shown_path, sys.version, code_state(_CODE))).encode())
    return found.digest()


def _kept(kept: Path, digest: bytes, folder: Path) -> LoadedCourse | None:
    try:
        content = kept.read_bytes()
    except OSError:
        return None
    payload = content[2 * _DIGEST :]
    if content[: 2 * _DIGEST] != digest + hashlib.sha256(payload).digest():
        return None
    # It is whole, and of this code. As Sphinx's own environment, it is trusted to be of a build.
    try:
        states: FileStates
        loaded: LoadedCourse
        states, loaded = pickle.loads(payload)  # noqa: S301
    except Exception:  # such as a zone that this machine does not have
        return None
    if states != _states(loaded.course, folder):
        return None
    if loaded.bibliography is not None:
        from .bibliography import is_as_read  # few courses have one

        if not is_as_read(loaded.bibliography, folder):
            return None
    return loaded


def _keep(kept: Path, digest: bytes, loaded: LoadedCourse, folder: Path) -> None:
    states = _states(loaded.course, folder)
    if None in states.values():
        return  # it was there when it was checked
    payload = pickle.dumps((states, loaded))
    # Where it cannot be written, the next build takes longer, and nothing else.
    with suppress(OSError):
        replace_at_once(kept, digest + hashlib.sha256(payload).digest() + payload)


def _states(course: Course, folder: Path) -> FileStates:
    """When each file that the course names was changed, and its size: checks look at them.

    The content of those of a bibliography is kept as well, so that they are compared by it, too.
    """
    return {name: _state(folder / name) for name in _names(course)}


def _names(course: Course) -> Iterator[str]:
    yield from (person.photo for person in course.staff if person.photo)
    yield from course.bibliography
    yield from (name for name in (course.presenting.signups, course.presenting.students) if name)


def _state(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size
