"""The one way to tell of problems: most are warnings, some are notes."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable
from pathlib import Path

from sphinx.util import logging

from .model.problem import NOTES, Problem, Source, folded

logger = logging.getLogger(__name__)

_LONGEST = 800


def report(
    problems: Iterable[Problem],
    srcdir: str | os.PathLike[str],
    suppressed: Container[str] = (),
) -> None:
    """Warn of each problem, with file and line, as type ``seminar.<kind>``.

    Those of one cause take three lines at the most. What is no reason to fail a build is a note,
    which ``-W`` does not count. Sphinx drops warnings by ``suppress_warnings``, but not notes:
    callers that may have some pass it as *suppressed*. Paths of problems are relative to *srcdir*,
    or absolute. Each record of the log has its problem.
    """
    for problem in folded(p for p in problems if not _is_suppressed(p, suppressed)):
        if problem.kind in NOTES:
            kind = f"seminar.{problem.kind}"
            text = f"NOTE: {one_line(problem.message)} [{kind}]"
            location = _location(problem.source, srcdir)
            logger.info("%s", text, location=location, extra={"problem": problem})
            continue
        logger.warning(
            "%s",
            one_line(problem.message),
            type="seminar",
            subtype=problem.kind,
            location=_location(problem.source, srcdir),
            extra={"problem": problem},
        )


def _is_suppressed(problem: Problem, suppressed: Container[str]) -> bool:
    names = (f"seminar.{problem.kind}", "seminar", "seminar.*")
    return any(name in suppressed for name in names)


def one_line(message: str) -> str:
    """*message* as a terminal may show it: no control character, and not without end.

    It quotes what is in a page, which may be anything.
    """
    if len(message) > _LONGEST:
        message = f"{message[: _LONGEST // 2]} … {message[-_LONGEST // 4 :]}"
    if message.isprintable():
        return message
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in message)


def _location(source: Source, srcdir: str | os.PathLike[str]) -> str:
    path = Path(srcdir, source.path)
    # Sphinx takes a location without a line for the name of a document, and adds ".rst".
    return f"{path}:{source.line or 1}"
