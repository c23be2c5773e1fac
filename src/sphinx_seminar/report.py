"""The one way to warn."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from sphinx.util import logging

from .model.problem import Problem, Source

logger = logging.getLogger(__name__)


def report(problems: Iterable[Problem], srcdir: str | os.PathLike[str]) -> None:
    """Warn of each problem, with file and line, as type ``seminar.<kind>``.

    Paths of problems are relative to *srcdir*, or absolute.
    """
    for problem in problems:
        logger.warning(
            "%s",
            problem.message,
            type="seminar",
            subtype=problem.kind,
            location=_location(problem.source, srcdir),
        )


def _location(source: Source, srcdir: str | os.PathLike[str]) -> str:
    path = Path(srcdir, source.path)
    # Sphinx takes a location without a line for the name of a document, and adds ".rst".
    return f"{path}:{source.line or 1}"
