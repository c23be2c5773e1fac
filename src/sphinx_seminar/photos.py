"""The photos of the staff, which course.yml names and pages show."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.environment import BuildEnvironment

from .domain import SeminarDomain
from .load.path_inside import is_file, is_inside

if TYPE_CHECKING:
    from .model.course import Person
    from .plan.planned_course import PlannedCourse


def photo_path(planned: PlannedCourse, person: Person, srcdir: Path) -> str | None:
    """The path of a photo relative to the sources; None where there is none."""
    if person.photo is None or planned.folder is None:
        return None
    path = posixpath.normpath(posixpath.join(planned.folder, person.photo))
    inside = is_inside(Path(srcdir, path), Path(srcdir, planned.folder))
    return path if inside and is_file(Path(srcdir, path)) else None


def photo_state(planned: PlannedCourse, person: Person, srcdir: Path) -> tuple[int, int] | None:
    """What changes with a photo's content; None where there is none."""
    path = photo_path(planned, person, srcdir)
    if path is None:
        return None
    state = Path(srcdir, path).stat()
    return state.st_mtime_ns, state.st_size


def add_photos(domain: SeminarDomain, env: BuildEnvironment) -> None:
    """Let the builders copy the photos that pages show.

    Images are else collected when a page is read, and what stands in course.yml is not known then.
    """
    for docname, facts in domain.documents.items():
        for view in facts.views:
            planned = domain.planned(docname, view.course) if view.view == "staff" else None
            for person in planned.course.staff if planned else ():
                assert planned is not None
                if path := photo_path(planned, person, Path(env.srcdir)):
                    env.images.add_file(docname, path)
