"""A course.yml as it was read, without the files that it names."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.course import Course
from ..model.problem import Problem, Source


@dataclass(frozen=True, slots=True)
class LoadedCourse:
    """A course, and what is wrong with its file."""

    course: Course
    problems: tuple[Problem, ...]
    """In the order of the file's lines."""
    id_source: Source | None = None
    """Where its ``id`` is written; None where it has none."""
