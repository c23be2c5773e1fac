"""The photos that course.yml names."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.course import Course
from .path_inside import is_file, is_inside

if TYPE_CHECKING:
    from ..model.photo import Photo


def find_photos(course: Course, folder: str, srcdir: Path) -> dict[str, Photo]:
    """Those that are in the course's *folder* (relative to *srcdir*), by the path in course.yml."""
    found = {}
    for person in course.staff:
        if person.photo is None:
            continue
        path = posixpath.normpath(posixpath.join(folder, person.photo))
        if is_inside(Path(srcdir, path), Path(srcdir, folder)) and is_file(Path(srcdir, path)):
            from ..model.photo import Photo  # few courses have photos

            state = Path(srcdir, path).stat()
            found[person.photo] = Photo(path, state.st_mtime_ns, state.st_size)
    return found
