"""A course.yml as it was read, with its bibliography, and without the other files that it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.course import Course
from ..model.problem import Problem, Source

if TYPE_CHECKING:
    from ..model.bibliography import Bibliography


@dataclass(frozen=True, slots=True)
class LoadedCourse:
    """A course, and what is wrong with its file."""

    course: Course
    problems: tuple[Problem, ...]
    """In the order of the file's lines."""
    id_source: Source | None = None
    """Where its ``id`` is written; None where it has none."""
    bibliography: Bibliography | None = None
    """The entries of the files that it names; None where it names none."""
