"""``sphinx-seminar check --sheet``: what another sign-up sheet would break, by the rules of a site.

The other sheet is data: it is read, and nothing else of where it comes from.
"""

from __future__ import annotations

import posixpath
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sphinx.util.logging import is_suppressed_warning

from ..load.csv_file import MAX_BYTES, NotCsv, read_csv
from ..load.loaded_file import LoadedFile
from ..load.signups_file import read_signups
from ..model.problem import Problem, Source, folded
from ..plan.courses import Courses
from ..plan.planned_course import PlannedCourse
from ..plan.planning import plan
from ..report import one_line
from .shown_slot import shown_day, shown_title
from .site import LoadedSite, load_site
from .source_folder import NoSite
from .told_problem import Format, ToldProblem, as_github, as_json, told_problem

_COMMAND = "sphinx-seminar check"
_LINE = re.compile(r"(?<=\.csv):\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Read:
    """A course with one of the two sheets."""

    planned: PlannedCourse
    problems: Sequence[Problem]
    is_read: bool
    """Whether anything of the sheet is known: else it says nothing of who gave up what."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """Somebody in a slot, as far as a name is shown."""

    session: str
    paper: str
    role: str
    name: str
    key: str
    """What tells the person from others; it is not shown."""


def check_sheet(srcdir: str, sheet: str, folder: str | None, form: Format = "text") -> int:
    """Print which slots change with the sheet in another file, and what that breaks.

    Returns 0 where nothing is broken that holds now, 1 where something is, 2 where nothing can be
    checked.
    """
    try:
        with Path(sheet).open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
        site = load_site(srcdir)
        planned = _course(site, folder)
    except NoSite as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(f"{sheet}: the file can't be read: {error.strerror}")
    place = site.courses.loaded[planned.folder or ""]
    path = _path(planned)
    # The sheet of the site is read in the same way, so that what is wrong with it now is known.
    now, then = (
        _read(site, planned, place, text, path)
        for text in ((site.source / path).read_bytes() if place.sheet else None, content)
    )
    told = [*_broken(site, now, then)]
    if form == "json":
        _print(as_json(told))
    elif form == "github":
        for line in as_github(told, site.source):
            _print(line)
    else:
        for line in _lines(now, then, path, told):
            _print(line)
    return 1 if any(not problem.note for problem in told) else 0


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _refuse(message: str) -> int:
    sys.stderr.write(f"{_COMMAND}: {message}\n")
    return 2


def _course(site: LoadedSite, folder: str | None) -> PlannedCourse:
    """The course whose sheet it is. Raises `NoSite`."""
    planned = site.course_of_sheet(folder)
    if planned is None:
        raise NoSite("no course.yml of this site names a sheet; write presenting: signups there")
    if not planned.course.presenting.signups:
        raise NoSite(f"{planned.file} names no sheet; write presenting: signups there")
    return planned


def _path(planned: PlannedCourse) -> str:
    """The path of the sheet, below the sources."""
    signups = planned.course.presenting.signups
    assert signups
    return posixpath.join(planned.folder or "", posixpath.normpath(signups))


def _read(
    site: LoadedSite,
    planned: PlannedCourse,
    loaded: LoadedFile,
    content: bytes | None,
    path: str,
) -> _Read:
    """The course as it is planned with the sheet *content*; without one where that is None."""
    folder = planned.folder or ""
    problems: list[Problem] = []
    sheet = None
    try:
        if content is not None:
            roles = planned.course.presenting.roles
            sheet, found = read_signups(read_csv(content), roles, path)
            problems += found
    except NotCsv as error:
        problems.append(Problem("signups", str(error), Source(path, error.line)))
    courses = Courses(loaded={**site.courses.loaded, folder: replace(loaded, sheet=sheet)})
    problems += plan(courses, site.documents, site.order)
    is_read = sheet is not None and (sheet.is_whole or bool(sheet.rows))
    return _Read(courses.planned[folder], problems, is_read)


def _broken(site: LoadedSite, now: _Read, then: _Read) -> Iterator[ToldProblem]:
    """What is wrong with the other sheet alone: warnings first, and then notes."""
    known = Counter(map(_key, now.problems))
    new: list[Problem] = []
    for problem in then.problems:
        if known[_key(problem)]:
            known[_key(problem)] -= 1
        elif not is_suppressed_warning("seminar", problem.kind, site.suppressed):
            new.append(problem)
    # What is missing and not due yet is reported, too: it may have been given up by mistake.
    lacking = {_words(rule.message) for rule in now.planned.presenting.unmet_rules}
    told = {problem.message for problem in new}
    for rule in then.planned.presenting.unmet_rules:
        text = f"{rule.message} ({rule.rule})"
        if rule.missing and text not in told and _words(rule.message) not in lacking:
            new.append(Problem("open", text, rule.source))
    yield from sorted(map(told_problem, folded(new)), key=lambda problem: problem.note)


def _key(problem: Problem) -> tuple[str, str, str]:
    return problem.kind, problem.source.path, _words(problem.message)


def _words(message: str) -> str:
    """A message without the lines of the sheet, which shift with each row."""
    return _LINE.sub("", message)


def _lines(now: _Read, then: _Read, path: str, problems: Sequence[ToldProblem]) -> Iterator[str]:
    before, after = Counter(_slots(now.planned)), Counter(_slots(then.planned))
    if not then.is_read:
        before = after = Counter[_Slot]()
    taken, given_up = list((after - before).elements()), list((before - after).elements())
    count = len(taken) + len(given_up)
    changes = f"{count} {'change' if count == 1 else 'changes'}"
    yield f"{path}: {changes if then.is_read else 'the other sheet is not read'}"
    for mark, read, slots in (("given up", now, given_up), ("taken", then, taken)):
        for slot in slots:
            session = read.planned.presenting.sessions[slot.session]
            title = shown_title(session.title, slot.paper)
            name = f": {slot.name}" if slot.name else ""
            told = f"{shown_day(session.day):<14}  {title}: {slot.role}{name}"
            yield f"  {mark:<8}  {one_line(told)}"
    yield from (problem.text for problem in problems)
    broken = sum(not problem.note for problem in problems)
    yield f"it breaks what holds now: {broken}" if broken else "it breaks nothing that holds now"


def _slots(planned: PlannedCourse) -> Iterator[_Slot]:
    presenting = planned.presenting
    for slot in presenting.slots:
        for taker in slot.takers:
            shown = presenting.names.show(taker)
            key = taker.key or taker.note or ""
            yield _Slot(slot.session, slot.paper, slot.role, shown, key)
