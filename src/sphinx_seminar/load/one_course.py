"""Loads a course.yml with the files that it names, in the language of the site."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, replace
from pathlib import Path

from sphinx.application import Sphinx

from ..model.course import Course
from ..model.problem import HARMLESS, Problem, Source
from ..today import Today
from .kept_course import load_kept_course
from .loaded_file import LoadedFile
from .path_inside import is_inside
from .photos import find_photos
from .translated_course import in_language_of_site


@dataclass(frozen=True, slots=True)
class OneCourse:
    """A course, and what is wrong in its files."""

    file: LoadedFile
    problems: tuple[Problem, ...]
    id_source: Source | None = None
    """The line that states its id."""


def load_one_course(app: Sphinx, path: str, today: Today) -> OneCourse:
    """The course of a course.yml; *path* is relative to the sources."""
    srcdir, folder = Path(app.srcdir), posixpath.dirname(path)
    if not is_inside(srcdir / path, srcdir):
        text = "the file is outside of the folder of the sources; put it here, not a link to it"
        problem = Problem("course", text, Source(path))
        return OneCourse(LoadedFile(Course(dates_known=False), broken=True), (problem,))
    loaded = load_kept_course(srcdir / path, path, Path(app.doctreedir))
    wrong = [problem for problem in loaded.problems if problem.kind != "stale"]
    # What is wrong in a file that it names is reported there, and not on every page.
    own = (problem for problem in wrong if problem.source.path == path)
    is_broken = any(problem.kind not in HARMLESS for problem in own)
    course, problems = in_language_of_site(loaded.course, path, app)
    course = replace(course, language=app.config.language or "en")
    term = course.term
    is_over = term is not None and term.end < today(course.zone)
    told = [*problems, *(wrong if is_over else loaded.problems)]
    file = LoadedFile(
        course,
        is_broken,
        photos=find_photos(course, folder, srcdir),
        bibliography=loaded.bibliography,
    )
    if course.presenting.signups or course.presenting.students:
        from .signups import load_signups

        signups = load_signups(srcdir / folder, course.presenting, folder)
        is_short = bool(course.presenting.signups) and signups.sheet is None
        broken = is_broken or is_short
        file = replace(file, broken=broken, sheet=signups.sheet, roster=signups.roster)
        told += signups.problems
    return OneCourse(file, tuple(told), loaded.id_source)
