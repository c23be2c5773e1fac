"""``sphinx-seminar assign``: fills the open slots of a course's sign-up sheet."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ..assign.from_course import CourseProblem, NobodyOfThatName, course_problem
from ..assign.problem import AssignProblem
from ..assign.progress import Progress
from ..assign.replaced_files import NewContent, NotReplaced, replace_files
from ..assign.sheet import Change, EditableSheet, NotWritable
from ..assign.sheet_text import without_rows
from ..load.course_path import file_in
from ..load.csv_file import NotCsv, read_csv
from ..load.roster_file import read_roster
from ..load.signups_file import read_signups
from ..model.problem import Source
from ..model.roster import Student
from ..model.slot import Slot, Taker
from ..plan.planned_course import PlannedCourse
from ..today import today
from .shown_slot import shown_day, shown_title
from .site import LoadedSite, load_site
from .source_folder import NoSite

if TYPE_CHECKING:  # it imports OR-Tools, which may be missing
    from ..assign.solver import Solution

_COMMAND = "sphinx-seminar assign"
_NO_SOLVER = (
    "OR-Tools, which solves this, is not installed; run: pip install 'sphinx-seminar[assign]'"
)


@dataclass(frozen=True, slots=True)
class AssignOptions:
    """What the command line asks for."""

    srcdir: str
    course: str | None
    seed: int
    drop: Sequence[str]
    write: bool


class _Refused(ValueError):
    """Nothing can be assigned."""


def assign(options: AssignOptions) -> int:
    """Print who gets which slot, and with ``--write`` write the sheet.

    Returns 0 where all slots are filled, 1 where some stay open or there is no solution, 2 where
    nothing can be assigned.
    """
    try:
        if find_spec("ortools") is None:
            raise _Refused(_NO_SOLVER)
        site = load_site(options.srcdir)
        planned = _course(site, options.course)
        _tell_problems(site, planned)
        return _assign(site, planned, options)
    except (_Refused, NoSite, NobodyOfThatName, NotReplaced, NotWritable) as error:
        _tell(str(error))
        return 2


def _assign(site: LoadedSite, planned: PlannedCourse, options: AssignOptions) -> int:
    own = planned.presenting
    assert own.roster
    path = _path(site, planned, planned.course.presenting.signups, "sheet")
    content = path.read_bytes()
    _refuse_changed(content, planned)
    sheet = EditableSheet(content, planned.course.presenting, own.written_rows, own.roster)
    asked = course_problem(planned, today(planned.course.zone), options.drop, sheet.has_cell)
    if asked.problems:
        for problem in asked.problems:
            sys.stderr.write(f"{problem.source}: {problem.message}\n")
        raise _Refused("correct the roster, then assign again")
    _tell_beside(asked, planned)
    solution = _solved(asked.problem, options.seed)
    if solution is None:
        return 1
    changes = list(_changes(asked, solution))
    files = {path: NewContent(content, sheet.change(changes))} if changes else {}
    # Whom the sheet still names stays in the roster: a build would tell that they are not in it.
    gone = [student for student, left in _dropped(asked, planned) if left is None]
    if gone:
        roster = _path(site, planned, planned.course.presenting.students, "roster")
        text = roster.read_bytes()
        _refuse_changed_roster(text, planned)
        files[roster] = NewContent(text, without_rows(text, [_source(who).line for who in gone]))
    for line in _lines(changes, asked, planned):
        _print(line)
    for student in gone:
        _print(f"- {_source(student)}: {student.name}")
    _print(_load(asked.problem, solution))
    if files and options.write:
        _write(files, site)
    elif files:
        _print("nothing is written yet; add --write to do so")
    return 1 if asked.left_open else 0


def _write(files: Mapping[Path, NewContent], site: LoadedSite) -> None:
    replace_files(files)
    names = [path.relative_to(site.source).as_posix() for path in files]
    _print(f"written to {' and '.join(names)}")


def _refuse_changed(content: bytes, planned: PlannedCourse) -> None:
    """Raise `_Refused` where the sheet is another one than that whose rows are known by line."""
    known = planned.presenting.sheet
    assert known
    with suppress(NotCsv):
        roles = planned.course.presenting.roles
        if read_signups(read_csv(content), roles, known.source.path)[0] == known:
            return
    raise _Refused(f"{known.source.path} has changed since it was read; run this again")


def _refuse_changed_roster(content: bytes, planned: PlannedCourse) -> None:
    known, path = planned.presenting.roster, planned.course.presenting.students
    assert known
    assert path
    with suppress(NotCsv):
        if read_roster(read_csv(content), _source(known.students[0]).path)[0] == known:
            return
    raise _Refused(f"{path} has changed since it was read; run this again")


def _source(student: Student) -> Source:
    assert student.source
    return student.source


def _dropped(asked: CourseProblem, planned: PlannedCourse) -> Iterator[tuple[Student, Slot | None]]:
    """The students of the roster who are dropped, each with a slot that they keep, if any.

    That is one of a session that is over or cancelled, or that has no cell in the sheet.
    """
    own = planned.presenting
    assert own.roster
    cancelled = [slot for slot in own.slots if not own.sessions[slot.session].held]
    left: dict[str, Slot] = {}
    for slot in (*asked.problem.slots, *cancelled):
        for taker in slot.takers:
            left.setdefault(taker.key, slot)
    for student in own.roster.students:
        if student.key not in asked.problem.by_key:
            yield student, left.get(student.key)


def _course(site: LoadedSite, folder: str | None) -> PlannedCourse:
    """The course that is meant, with a sheet and a roster."""
    planned = site.course_of_sheet(folder) or next(iter(site.courses.planned.values()), None)
    if planned is None:
        raise _Refused(f"{site.source.name}: no course.yml is there, and it names the sheet")
    _refuse_unready(site, planned)
    return planned


def _refuse_unready(site: LoadedSite, planned: PlannedCourse) -> None:
    presenting, own = planned.course.presenting, planned.presenting
    if site.courses.loaded[planned.folder or ""].broken:
        # A rule that cannot be read is of the same type as one that does not hold yet.
        _tell_problems(site, planned, mended=())
        raise _Refused(f"{planned.file} has problems; correct them, then assign again")
    if presenting.signups is None:
        raise _Refused(
            f"{planned.file} names no sheet; write 'signups: signups.csv' under presenting"
        )
    if presenting.students is None:
        raise _Refused(
            f"{planned.file} names no roster; write 'students: students.csv' under presenting"
        )
    if own.sheet is None or own.roster is None or not own.sheet.rows or not own.roster.students:
        _tell_problems(site, planned)
        name = presenting.students if own.sheet and own.sheet.rows else presenting.signups
        raise _Refused(f"{name} can't be used; correct it, then assign again")


def _path(site: LoadedSite, planned: PlannedCourse, name: str | None, what: str) -> Path:
    assert name
    return file_in(site.source / (planned.folder or ""), name, what)


def _solved(problem: AssignProblem, seed: int) -> Solution | None:
    """The solution; where there is none, what conflicts and what would solve it is printed."""
    with Progress(_COMMAND) as progress:
        progress.step("loading the solver")
        from ..assign.conflict import core_conflict, find_conflicts
        from ..assign.relaxation import fewest_changes, first_look
        from ..assign.solver import solve
        from ..assign.told_conflict import told

        progress.step("counting")
        rows, missed = first_look(problem)
        if not missed.amounts:
            solution = solve(problem, seed, progress.step)
            if solution.status == "solved":
                return solution
            if solution.status == "unknown":
                _print("no assignment was found in the time given, and none was ruled out")
                return None
        progress.step("looking for the fewest changes")
        relaxation = fewest_changes(rows, missed)
        if relaxation is None:
            conflicts = [core_conflict(problem)]
        else:
            conflicts = find_conflicts(relaxation, progress.step)
        lines = told(conflicts, relaxation, problem)
    for line in lines:
        _print(line)
    return None


def _changes(asked: CourseProblem, solution: Solution) -> Iterator[Change]:
    for number, slot in enumerate(asked.problem.slots):
        gone = tuple(dict.fromkeys(taker.key for n, taker in asked.dropped if n == number))
        new = tuple(student for student, n in solution.given if n == number)
        if gone or new:
            yield Change(slot, gone, new)


def _lines(
    changes: Iterable[Change], asked: CourseProblem, planned: PlannedCourse
) -> Iterator[str]:
    people = planned.presenting.names.people()
    for change in changes:
        name = _slot(change.slot, planned)
        yield from (f"- {name}: {people[key]}" for key in change.gone)
        yield from (f"+ {name}: {asked.problem.by_key[key].name}" for key in change.new)


def _slot(slot: Slot, planned: PlannedCourse) -> str:
    session = planned.presenting.sessions[slot.session]
    title = shown_title(session.title, slot.paper)
    return f"{shown_day(session.day)}  {title}, {slot.role}"


def _load(problem: AssignProblem, solution: Solution) -> str:
    """How many slots students have now."""
    pairs = (*problem.taken, *solution.given)
    loads = Counter({candidate.key: 0 for candidate in problem.candidates})
    loads.update(key for key, number in pairs if problem.counts(number))
    least, most = min(loads.values(), default=0), max(loads.values(), default=0)
    given = "no slot is given" if not solution.given else _count(len(solution.given))
    each = str(least) if least == most else f"{least} to {most}"
    return f"{given}; each student has {each} in all"


def _count(number: int) -> str:
    return "1 slot is given" if number == 1 else f"{number} slots are given"


def _tell_beside(asked: CourseProblem, planned: PlannedCourse) -> None:
    """What an instructor should know and no rule says."""

    def told(pairs: Iterable[tuple[int, Taker]], what: str) -> None:
        for number, taker in pairs:
            slot = _slot(asked.problem.slots[number], planned)
            _tell(f"{taker.source}: {taker.name} has {slot}, {what}")

    told(asked.strangers, "and is not in the roster; correct the name, or use --drop")
    for student, left in _dropped(asked, planned):
        if left:
            text = f"this line stays, as {student.name} has {_slot(left, planned)}; drop them again"
            _tell(f"{_source(student)}: {text} next time")
    told(asked.kept, "which is not in the sheet and is left; take them out there")
    for number in asked.left_open:
        slot = asked.problem.slots[number]
        reason = "the sheet has no column for it; add one"
        if planned.presenting.sheet and slot.source.path != planned.presenting.sheet.source.path:
            reason = "the page says who presents; take the body of its {presenters} out"
        if planned.presenting.sheet and slot.session not in planned.presenting.written_rows:
            reason = "the sheet has no row for its session; add one"
        _tell(f"{slot.source}: {_slot(slot, planned)} stays open: {reason}")


def _tell_problems(
    site: LoadedSite,
    planned: PlannedCourse,
    mended: Container[str] = ("seminar.open", "seminar.rules"),
) -> None:
    """What is wrong with the files of the course, but for what an assignment is to mend."""
    folder = f"{planned.folder}/" if planned.folder else ""
    presenting = planned.course.presenting
    files = [f"{folder}{name}" for name in ("course.yml", presenting.signups, presenting.students)]
    for problem in site.problems:
        if problem.file in files and problem.type not in mended:
            sys.stderr.write(f"{problem.text}\n")


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _tell(message: str) -> None:
    sys.stderr.write(f"{_COMMAND}: {message}\n")
