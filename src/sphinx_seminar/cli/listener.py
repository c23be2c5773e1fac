"""Hears the problems of courses among all that Sphinx says while it reads a site."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.logging import (
    NAMESPACE,
    InfoLogRecordTranslator,
    WarningSuppressor,
    is_suppressed_warning,
)

from ..domain import SeminarDomain
from ..model.nearest import nearest
from ..model.problem import Problem
from ..report import one_line
from .told_problem import ToldProblem, told_problem

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_LOCATION = re.compile(r"(?P<file>.+?)(?::(?P<line>\d*))?")
# What docutils and MyST say of a directive that they can't read, in which a session may be lost.
_QUOTED_NAME = re.compile(
    r"(?:(?P<unknown>Unknown directive type)|Error in)?[: ]*"
    r"[\"'](?P<name>(?:seminar:)?[\w-]+)[\"']"
)
_FENCE = re.compile(r"\s*(:{3,}|`{3,}|~{3,})\{")
_ANY_DIRECTIVE = re.compile(r"(?:[:`~]{3}\{|\.\. )(?:seminar:)?([\w-]+)")


@dataclass
class Listener:
    """Collects the problems of a site: ours, and those that keep a directive of ours from us."""

    source: Path
    _found: list[ToldProblem] = field(default_factory=list)

    @property
    def problems(self) -> tuple[ToldProblem, ...]:
        """Warnings, and then notes."""
        return tuple(sorted(self._found, key=lambda problem: problem.note))

    @contextmanager
    def ours(self) -> Iterator[None]:
        """Hear what we say ourselves.

        To be begun before Sphinx starts, which loads courses at once. Sphinx takes the handlers of
        its own logger away, so this one is on a child of that.
        """
        logger = logging.getLogger(f"{NAMESPACE}.{__name__.partition('.')[0]}.report")
        handler = _Handler(self._hear_ours)
        logger.addHandler(handler)
        try:
            yield
        finally:
            logger.removeHandler(handler)

    @contextmanager
    def others(self, app: Sphinx) -> Iterator[None]:
        """Hear what docutils and MyST say of our directives; leave out what conf.py suppresses."""
        logger = logging.getLogger(NAMESPACE)
        handler = _Handler(self._hear_others)
        handler.setLevel(logging.WARNING)
        handler.addFilter(WarningSuppressor(app))
        handler.addFilter(InfoLogRecordTranslator(app))
        logger.addHandler(handler)
        try:
            yield
        finally:
            logger.removeHandler(handler)
            suppressed = app.config.suppress_warnings
            self._found = [
                problem
                for problem in self._found
                if problem.note or not is_suppressed_warning(*_parts(problem.type), suppressed)
            ]

    def _hear_ours(self, record: logging.LogRecord) -> None:
        problem = getattr(record, "problem", None)
        if isinstance(problem, Problem):
            told = told_problem(problem)
            self._found.append(replace(told, file=self._path(told.file)))

    def _hear_others(self, record: logging.LogRecord) -> None:
        if hasattr(record, "problem"):
            return
        kind = ".".join(str(getattr(record, name, "")) for name in ("type", "subtype"))
        # Sphinx writes the line before the text, and the type behind it where conf.py wants that.
        message = one_line(logging.LogRecord.getMessage(record).removesuffix(f" [{kind}]"))
        where = _LOCATION.fullmatch(str(getattr(record, "location", None) or "conf.py"))
        assert where
        line = int(where["line"] or 1)
        if not _is_of_ours(message) and not _is_around_ours(
            message, Path(self.source, where["file"]), line
        ):
            return
        told = ToldProblem(self._path(where["file"]), line, kind.strip("."), message)
        if told not in self._found:  # Sphinx holds some records back, and sends them once more
            self._found.append(told)

    def _path(self, written: str) -> str:
        path = Path(self.source, written)
        inside = path.is_relative_to(self.source)
        return (path.relative_to(self.source) if inside else path).as_posix()


class _Handler(logging.Handler):
    """Hands each record to a function."""

    def __init__(self, hear: Callable[[logging.LogRecord], None]) -> None:
        super().__init__()
        self._hear = hear

    def emit(self, record: logging.LogRecord) -> None:
        self._hear(record)


def _is_of_ours(message: str) -> bool:
    match = _QUOTED_NAME.match(message)
    if match is None:
        return False
    name = match["name"].removeprefix("seminar:")
    known = SeminarDomain.directives
    return name in known or (match["unknown"] is not None and nearest(name, known) is not None)


def _is_around_ours(message: str, path: Path, line: int) -> bool:
    """Whether a directive that nobody knows has one of ours in it, which is lost with it."""
    match = _QUOTED_NAME.match(message)
    if match is None or match["unknown"] is None:
        return False
    inside = message[match.end() :]  # docutils quotes all of it, and MyST nothing
    try:
        lines = path.read_text("utf-8", "replace").splitlines()[line - 1 :]
    except OSError:
        lines = []
    if lines and (fence := _FENCE.match(lines[0])):
        closing = (n for n, text in enumerate(lines) if n and text.strip() == fence[1])
        inside = "\n".join(lines[1 : next(closing, None)])
    return any(name in SeminarDomain.directives for name in _ANY_DIRECTIVE.findall(inside))


def _parts(kind: str) -> tuple[str, str]:
    first, _, second = kind.partition(".")
    return first, second
