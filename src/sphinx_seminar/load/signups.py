"""The files that ``presenting`` names: the sign-up sheet and the roster."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ..model.presenting import Presenting
from ..model.problem import Problem, Source
from ..model.roster import Roster
from ..model.signup import SignupSheet
from .course_path import file_in
from .csv_file import MAX_BYTES, CsvFile, NotCsv, read_csv
from .roster_file import read_roster
from .signups_file import read_signups

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LoadedSignups:
    """What is beside a course file about who presents."""

    sheet: SignupSheet | None = None
    roster: Roster | None = None
    problems: tuple[Problem, ...] = ()


def load_signups(folder: Path, presenting: Presenting, shown_folder: str) -> LoadedSignups:
    """The sheet and the roster of the course in *folder*, known to its author as *shown_folder*.

    Nothing is raised: what cannot be read is None, and is among the problems.
    """
    problems: list[Problem] = []

    def load(
        name: str | None, what: str, read: Callable[[CsvFile, str], tuple[T, Sequence[Problem]]]
    ) -> T | None:
        if name is None:
            return None
        path = posixpath.join(shown_folder, posixpath.normpath(name))
        try:
            file = file_in(folder, name, what)
        except ValueError:
            return None  # told where course.yml names it
        try:
            with file.open("rb") as stream:
                content = stream.read(MAX_BYTES + 1)
            loaded, found = read(read_csv(content), path)
        except NotCsv as error:
            problems.append(Problem("signups", str(error), Source(path, error.line)))
            return None
        except OSError as error:
            text = f"the file can't be read: {error.strerror}"
            problems.append(Problem("signups", text, Source(path)))
            return None
        problems.extend(found)
        return loaded

    # Without roles, which is reported as a problem of course.yml, no column means anything.
    sheet = load(
        presenting.signups if presenting.roles else None,
        "sheet",
        lambda file, path: read_signups(file, presenting.roles, path),
    )
    roster = load(presenting.students, "roster", read_roster)
    return LoadedSignups(sheet, roster, tuple(problems))
