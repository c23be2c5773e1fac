"""What a course.yml was read into, kept beside the doctrees until the file changes.

An unchanged file is then neither parsed nor checked: to import what does so takes longer than all
else that a small course costs. What is kept is never the truth: what is old, broken, or of another
version of this package or of Python is as if it were not there.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ..model.course import Course
from .loaded_course import LoadedCourse

_DIGEST = hashlib.sha256().digest_size
_LARGEST = 1_000_000
"""Bytes; a larger file is refused, and nothing is gained by keeping it."""
_CODE = (Path(__file__).parent, Path(__file__).parents[1] / "model")


def load_kept_course(path: Path, shown_path: str, folder: Path) -> LoadedCourse:
    """The course of the file at *path*, as of `load_course`; *folder* holds what is kept.

    Only a course of which there is nothing to say is kept, so that problems are found anew.
    """
    digest = _digest(path, shown_path)
    kept = folder / f"seminar-course-{hashlib.sha256(shown_path.encode()).hexdigest()[:16]}.pickle"
    if digest and (course := _kept(kept, digest, path.parent)):
        return course
    from .course_file import load_course

    loaded = load_course(path, shown_path)
    if digest and not loaded.problems:
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
    found.update(repr((shown_path, sys.version)).encode())
    for folder in _CODE:
        with os.scandir(folder) as entries:
            files = sorted((entry.name, entry.stat().st_mtime_ns) for entry in entries)
        found.update(repr(files).encode())
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
        files, loaded = pickle.loads(payload)  # noqa: S301
    except Exception:  # such as a zone that this machine does not have
        return None
    return loaded if files == _named_files(loaded.course, folder) else None


def _keep(kept: Path, digest: bytes, loaded: LoadedCourse, folder: Path) -> None:
    payload = pickle.dumps((_named_files(loaded.course, folder), loaded))
    partial = kept.with_name(f"{kept.name}.{os.getpid()}")
    # Where it cannot be written, the next build takes longer, and nothing else.
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(digest + hashlib.sha256(payload).digest() + payload)
        partial.replace(kept)


def _named_files(course: Course, folder: Path) -> dict[str, tuple[int, int] | None]:
    """The state of each file that the course names: checks look at them."""
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
