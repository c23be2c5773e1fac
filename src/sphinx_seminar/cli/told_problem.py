"""A problem as ``sphinx-seminar check`` tells it: to people, to programs, and on pull requests."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, get_args

from ..model.problem import NOTES, Problem
from ..report import one_line

Format = Literal["text", "json", "github"]
FORMATS: tuple[Format, ...] = get_args(Format)


@dataclass(frozen=True, slots=True)
class ToldProblem:
    """What a build would tell in one line."""

    file: str
    """Relative to the sources where it is in their folder."""
    line: int
    type: str
    """Its name in ``suppress_warnings``."""
    message: str
    note: bool = False
    """Whether it is a note, which fails no build."""

    @property
    def text(self) -> str:
        """The line as a build prints it."""
        level = "NOTE" if self.note else "WARNING"
        return f"{self.file}:{self.line}: {level}: {self.message} [{self.type}]"


def told_problem(problem: Problem) -> ToldProblem:
    """A problem as a build would tell it."""
    source, kind, message = problem.source, f"seminar.{problem.kind}", one_line(problem.message)
    return ToldProblem(source.path, source.line or 1, kind, message, problem.kind in NOTES)


def as_json(problems: Iterable[ToldProblem]) -> str:
    """One object with all problems."""
    told = {"problems": [asdict(problem) for problem in problems]}
    return json.dumps(told, ensure_ascii=False, indent=2)


def as_github(problems: Iterable[ToldProblem], source: Path) -> Iterator[str]:
    """A workflow command a problem, which GitHub shows at the line in a pull request.

    GitHub looks for files from the root of the repository on.
    """
    root = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    for problem in problems:
        path = source / problem.file
        file = path.relative_to(root).as_posix() if path.is_relative_to(root) else problem.file
        command = "notice" if problem.note else "error"
        facts = {"file": file, "line": str(problem.line), "title": problem.type}
        written = ",".join(f"{key}={_property(value)}" for key, value in facts.items())
        yield f"::{command} {written}::{_data(problem.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
