"""Finds and loads every course.yml of a site."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.util.matching import get_matching_files

from ..model.problem import HARMLESS, Problem, Source
from ..paths import COURSE_FILE
from ..today import today
from .near_course_file import NEAR_NAMES, near_course_files

if TYPE_CHECKING:
    from .loaded_file import LoadedFile


def load_course_files(app: Sphinx) -> tuple[dict[str, LoadedFile], list[Problem]]:
    """Every course by its folder, and what is wrong in the files.

    What Sphinx leaves out of its search for documents is not looked at.
    """
    excluded = (
        *app.config.exclude_patterns,
        *app.config.templates_path,
        *app.builder.get_asset_paths(),
    )
    named = list(get_matching_files(app.srcdir, NEAR_NAMES, excluded))
    found = sorted(path for path in named if posixpath.basename(path) == COURSE_FILE)
    folders = [posixpath.dirname(path) for path in found]
    problems = list(near_course_files(named, folders, COURSE_FILE, Path(app.srcdir)))
    if not found:
        return {}, problems
    # Here, as a site without a course.yml must not wait for the YAML parser.
    from ..model.course import Course
    from .course_file import load_course
    from .loaded_file import LoadedFile
    from .path_inside import is_inside
    from .photos import find_photos
    from .translated_course import in_language_of_site

    courses: dict[str, LoadedFile] = {}
    ids: dict[str, str] = {}
    for path in found:
        folder = posixpath.dirname(path)
        if not is_inside(Path(app.srcdir, path), Path(app.srcdir)):
            text = "the file is outside of the folder of the sources; put it here, not a link to it"
            problems.append(Problem("course", text, Source(path)))
            courses[folder] = LoadedFile(Course(dates_known=False), broken=True)
            continue
        loaded = load_course(Path(app.srcdir, path), path)
        term = loaded.course.term
        is_over = term is not None and term.end < today(loaded.course.zone)
        wrong = [problem for problem in loaded.problems if problem.kind != "stale"]
        broken = any(problem.kind not in HARMLESS for problem in wrong)
        course, wrong_words = in_language_of_site(loaded.course, path, app)
        problems += wrong_words
        course = replace(course, language=app.config.language or "en")
        photos = find_photos(course, folder, Path(app.srcdir))
        courses[folder] = LoadedFile(course, broken, photos=photos)
        problems += wrong if is_over else loaded.problems
        if loaded.id_source and course.id in ids:
            text = (
                f"'id: {course.id}' is that of {ids[course.id]} too, and calendars tell courses "
                "by it; write another one, with the term in it"
            )
            problems.append(Problem("course", text, loaded.id_source))
        ids.setdefault(course.id, path)
        if course.presenting.signups or course.presenting.students:
            from .signups import load_signups

            signups = load_signups(Path(app.srcdir, folder), course.presenting, folder)
            is_short = bool(course.presenting.signups) and signups.sheet is None
            courses[folder] = LoadedFile(
                course, broken or is_short, signups.sheet, signups.roster, photos
            )
            problems += signups.problems
    return courses, problems
