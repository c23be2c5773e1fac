"""Finds and loads every course.yml of a site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.util.matching import get_matching_files

from ..model.problem import Problem, Source
from ..paths import COURSE_FILE
from .near_course_file import NEAR_NAMES, near_course_files

if TYPE_CHECKING:
    from ..today import Today
    from .loaded_file import LoadedFile


def load_course_files(app: Sphinx, today: Today) -> tuple[dict[str, LoadedFile], list[Problem]]:
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
    from .one_course import load_one_course

    courses: dict[str, LoadedFile] = {}
    ids: dict[str, list[tuple[str, Source | None]]] = {}
    for path in found:
        loaded = load_one_course(app, path, today)
        courses[posixpath.dirname(path)] = loaded.file
        problems += loaded.problems
        if loaded.file.course.id:
            ids.setdefault(loaded.file.course.id, []).append((path, loaded.id_source))
    problems += _ids_used_twice(ids)
    return courses, problems


def _ids_used_twice(ids: Mapping[str, Sequence[tuple[str, Source | None]]]) -> Iterator[Problem]:
    """By id, the courses that have it, each with the line that states it, if any does."""
    for name, courses in ids.items():
        for number, (path, source) in enumerate(courses):
            others = [other for other, _source in courses if other != path]
            is_first = number == 0 and any(source for _path, source in courses[1:])
            if not others or source is None or is_first:
                continue
            text = (
                f"'id: {name}' is that of {others[0]} too, and calendars tell courses by it; "
                "write another one, with the term in it"
            )
            yield Problem("course", text, source)
