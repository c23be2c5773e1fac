"""How a course's problems are shown: one line each, as in a build's log."""

from __future__ import annotations

from sphinx_seminar.load.loaded_course import LoadedCourse


def messages(loaded: LoadedCourse) -> list[str]:
    """The problems with their lines, such as ``3: end: …``."""
    return [f"{problem.source.line}: {problem.message}" for problem in loaded.problems]
