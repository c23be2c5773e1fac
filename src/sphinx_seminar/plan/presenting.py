"""Who presents what in a course: what its documents and its sheet say, brought together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from ..model.meeting import week_start
from ..model.person_name import name_key
from ..model.presenting import Presenting
from ..model.presenting_check import Participant, UnmetRule, check_presenting
from ..model.presenting_role import PresentingRole, role_key
from ..model.problem import Kind, Problem, Source, at_most
from ..model.slot import PresentingSession, Slot, Taker
from ..pages.read.facts import DocumentFacts
from ..today import Today
from .courses import Courses
from .planned_course import PlannedCourse, PlannedPresenting
from .presenter_names import PresenterNames
from .sheet_agreement import Entry, disagreements
from .sheet_rows import rows_by_session, rows_to_come

if TYPE_CHECKING:
    from ..model.roster import Roster
    from ..model.signup import SignupRow, SignupSheet

# A sheet of nonsense must not swamp the log.
_MOST_PROBLEMS = 200

GATHERING_VIEWS = {"signups", "my-presentations"}
"""The directives that need the slots of the whole course."""


def plan_presenting(
    planned: PlannedCourse,
    sheet: SignupSheet | None,
    roster: Roster | None,
    documents: Mapping[str, DocumentFacts],
    today: date,
) -> tuple[PlannedPresenting, list[Problem]]:
    """The slots of a planned course, and what is wrong with them.

    None are planned where ``course.yml`` says nothing of presenting and no directive asks.
    """
    if not _is_wanted(planned, documents):
        return PlannedPresenting(), []
    presenting = planned.course.presenting
    problems: list[Problem] = []
    names = PresenterNames(presenting.names, roster)
    entries = list(_of_pages(planned, documents))
    rows = rows_by_session(planned, sheet, problems) if sheet else {}
    if sheet and (rows or not sheet.rows):
        rows |= rows_to_come(planned, documents, rows)
    entries += _of_sheet(rows, sheet) if sheet else ()
    names.read(cell for entry in entries for cell in entry.cells)
    problems += _name_faults(entries, names)
    problems += _parted_names(rows.values(), names, sheet)
    problems += disagreements(entries, names, planned.schedule.by_session)
    problems = at_most(_MOST_PROBLEMS, problems)
    sessions = dict(_sessions(planned))
    slots = tuple(_slots(entries, presenting, sessions, names))
    participants = tuple(_participants(roster, slots))
    unmet_rules = check_presenting(presenting, slots, sessions, participants, names.shown)
    are_some_withheld = _withholds_presenters(planned, documents)
    if are_some_withheld:
        # Whoever seems to be missing may be in what is withheld.
        unmet_rules = [unmet for unmet in unmet_rules if not unmet.missing]
    is_lost = presenting.signups is not None and (sheet is None or not sheet.is_whole)
    sections: Mapping[str, str] = {}
    if roster and planned.course.sections:
        from .roster_sections import roster_sections  # few courses have sections

        sections = roster_sections(roster, planned.course, problems)
    result = PlannedPresenting(
        *(names, slots, sessions, participants, tuple(unmet_rules), sheet, is_lost, roster, rows),
        are_some_withheld,
        sections,
    )
    if result.is_astray or _is_of_others(entries, names):
        unmet_rules = [unmet for unmet in unmet_rules if not unmet.missing]
    problems += _told(unmet_rules, planned, today)
    return result, problems


def _is_wanted(planned: PlannedCourse, documents: Mapping[str, DocumentFacts]) -> bool:
    if planned.course.presenting.source:
        return True
    return any(
        facts.sheet_presenters or any(view.view in GATHERING_VIEWS for view in facts.views)
        for facts in documents.values()
    )


def _withholds_presenters(planned: PlannedCourse, documents: Mapping[str, DocumentFacts]) -> bool:
    return any(
        release.has_presenters
        for docname in planned.documents
        for release in documents[docname].releases
    )


def _of_pages(planned: PlannedCourse, documents: Mapping[str, DocumentFacts]) -> Iterator[Entry]:
    for docname in planned.documents:
        for facts in documents[docname].slots:
            session = planned.session_at(docname, facts.session_anchor or "")
            if session:
                yield Entry(session.id, facts.paper, facts.role, facts.names, facts.source, False)


def _of_sheet(rows: Mapping[str, Sequence[SignupRow]], sheet: SignupSheet) -> Iterator[Entry]:
    for session_id, own in rows.items():
        for row in own:
            for cell in row.cells:
                source = Source(sheet.source.path, cell.line)
                yield Entry(session_id, row.paper, cell.role, (cell.text,), source, True)


def is_due(planned: PlannedCourse, today: date) -> bool:
    """Whether what is still missing is a problem."""
    due = planned.course.presenting.due
    return due is None or today > due


def _name_faults(entries: Sequence[Entry], names: PresenterNames) -> Iterator[Problem]:
    found = [
        (fault, entry.source)
        for entry in entries
        for cell in entry.cells
        for fault in names.faults(cell)
    ]
    strangers = [fault for fault, _source in found if fault.kind == "signups"]
    is_other = len(strangers) > sum(_known(entries, names))
    for fault, source in found:
        # A misspelt name is a cause of its own; where most are unknown, the roster is the cause.
        cause = names.other_roster if is_other and fault.kind == "signups" else fault.cause
        yield Problem(fault.kind, fault.message, source, cause)


def _parted_names(
    rows: Iterable[Sequence[SignupRow]], names: PresenterNames, sheet: SignupSheet | None
) -> Iterator[Problem]:
    """The rows whose author forgot the quotes around a surname, a comma and a given name."""
    if names.roster is None or sheet is None:
        return
    for row in (row for own in rows for row in own if len(row.cells) > 1):
        for cell, next_cell in pairwise(row.cells):
            if text := names.parted(cell.text, next_cell.text):
                yield Problem("signups", text, Source(sheet.source.path, row.line))


def _known(entries: Iterable[Entry], names: PresenterNames) -> Iterator[bool]:
    """Whether the roster has it, for each name on a page or in the sheet."""
    students = {student.key for student in names.roster.students} if names.roster else set()
    for entry in entries:
        for cell in entry.cells:
            yield from (named.key in students for named in names.of(cell) if named.key)


def _is_of_others(entries: Iterable[Entry], names: PresenterNames) -> bool:
    """Whether nobody who presents is in the roster, which is reported by itself."""
    known = list(_known(entries, names))
    return names.roster is not None and bool(known) and not any(known)


def _sessions(planned: PlannedCourse) -> Iterator[tuple[str, PresentingSession]]:
    first_day = planned.course.weeks.first_day
    titles = {session.id: session.title for session in planned.sessions}
    for session_id, row in planned.schedule.by_session.items():
        day = row.meeting.day if row.meeting else None
        week = week_start(day, first_day) if day else None
        held = row.session.status != "cancelled"
        days = tuple((each.section, each.meeting.day) for each in row.sections if each.meeting)
        yield session_id, PresentingSession(session_id, titles[session_id], day, week, held, days)


def _slots(
    entries: Iterable[Entry],
    presenting: Presenting,
    sessions: Mapping[str, PresentingSession],
    names: PresenterNames,
) -> Iterator[Slot]:
    by_session: dict[str, list[Entry]] = {}
    for entry in entries:
        by_session.setdefault(entry.session, []).append(entry)
    for session_id in sessions:
        if session_id in by_session:
            yield from _slots_of(session_id, by_session[session_id], presenting, names)


def _slots_of(
    session_id: str, entries: Sequence[Entry], presenting: Presenting, names: PresenterNames
) -> Iterator[Slot]:
    """The slots of a session: those that are written down, and those of roles that it lacks."""
    papers = {name_key(entry.paper): entry.paper for entry in reversed(entries) if entry.paper}
    written: dict[tuple[str, str], list[Entry]] = {}
    declared = {entry.role: presenting.role(entry.role) for entry in entries}
    for entry in entries:
        role = declared[entry.role]
        paper = "" if role and role.per == "session" else name_key(entry.paper)
        written.setdefault((paper, role_key(entry.role)), []).append(entry)
    undeclared = [PresentingRole(entry.role) for entry in entries if not declared[entry.role]]
    roles = {role.key: role for role in (*presenting.roles, *reversed(undeclared))}
    by_role: dict[str, dict[str, None]] = {}
    for paper, key in written:
        by_role.setdefault(key, {})[paper] = None
    source = entries[0].source
    for key, role in roles.items():
        own = by_role.get(key, {})
        lacking = [paper for paper in papers if role.per == "paper" and paper not in own]
        for paper in own or ([] if lacking else [""]):
            found = written.get((paper, key), [])
            takers = tuple(_takers(found, names))
            slot = found[0].source if found else source
            if found or role.least:
                yield _slot(session_id, papers.get(paper, ""), role, takers, slot)
        for paper in lacking:
            yield _slot(session_id, papers[paper], role, (), source)


def _slot(
    session_id: str, paper: str, role: PresentingRole, takers: tuple[Taker, ...], source: Source
) -> Slot:
    return Slot(
        session_id, paper, role.name, takers, role.least, role.most, source, backup=role.backup
    )


def _takers(entries: Iterable[Entry], names: PresenterNames) -> Iterator[Taker]:
    """Everybody whom a page or the sheet names, once where both do.

    Whoever is named twice by one of them comes twice, which is reported as an error.
    """
    on_page: set[str] = set()
    for entry in entries:
        for cell in entry.cells:
            for named in names.of(cell):
                key = named.key or f"({named.note})"
                if entry.in_sheet and key in on_page:
                    continue
                if not entry.in_sheet:
                    on_page.add(key)
                yield Taker(named.key, named.name, entry.source, named.note)


def _participants(roster: Roster | None, slots: Iterable[Slot]) -> Iterator[Participant]:
    if roster is not None:
        for student in roster.students:
            assert student.source
            yield Participant(student.key, student.source)
        return
    seen: dict[str, Participant] = {}
    for slot in slots:
        for taker in slot.takers:
            if taker.key:
                seen.setdefault(taker.key, Participant(taker.key, taker.source))
    yield from seen.values()


def _told(
    unmet_rules: Iterable[UnmetRule], planned: PlannedCourse, today: date
) -> Iterator[Problem]:
    """The rules not met that a build tells of; where something is missing, once that is due."""
    course = planned.course
    is_over = course.term is not None and today > course.term.end
    due = is_due(planned, today)
    for unmet in unmet_rules:
        kind: Kind = "open" if unmet.missing else "rules"
        if unmet.missing and unmet.source.line == 0:
            continue  # told where its {presenters} is
        if not unmet.missing or (due and not is_over):
            yield Problem(kind, f"{unmet.message} ({unmet.rule})", unmet.source)


def unplanned_addresses(
    courses: Courses, documents: Mapping[str, DocumentFacts]
) -> Iterator[Problem]:
    """Addresses where names belong, on pages of which no presenting is planned."""
    for docname, stated in documents.items():
        for facts in stated.slots:
            planned = courses.planned_for(docname, facts.course)
            if planned and _is_planned(planned, documents, docname, facts.session_anchor):
                continue  # told with all else that is wrong with its names
            names = planned.presenting.names if planned else PresenterNames()
            for fault in (fault for cell in facts.names for fault in names.faults(cell)):
                if fault.kind == "names":
                    yield Problem(fault.kind, fault.text, facts.source, fault.cause)


def _is_planned(
    planned: PlannedCourse,
    documents: Mapping[str, DocumentFacts],
    docname: str,
    anchor: str | None,
) -> bool:
    in_course = planned.folder is not None and planned.session_at(docname, anchor or "")
    return bool(in_course) and _is_wanted(planned, documents)


def empty_presenters(
    courses: Courses, documents: Mapping[str, DocumentFacts], today: Today
) -> Iterator[Problem]:
    """The ``{presenters}`` without a body that no row of a sheet is for."""
    for docname, stated in documents.items():
        for facts in stated.sheet_presenters:
            planned = courses.planned_for(docname, facts.course)
            session = planned and planned.session_at(docname, facts.session_anchor or "")
            if planned and session and session.id in planned.presenting.written_rows:
                continue
            if (
                planned
                and session
                and planned.presenting.sheet
                and not is_due(planned, today(planned.course.zone))
            ):
                continue
            if planned and session and (planned.broken or planned.presenting.is_astray):
                continue  # its row may be one that finds no session, which is reported
            text = "write a line 'Role: names' for each presenting role"
            sheet = planned and planned.presenting.sheet
            if sheet and session:
                text += f", or add a row for its session to {sheet.source.path}"
            elif sheet:
                text += f", or move it into a session, for which {sheet.source.path} has a row"
            message = f"{{presenters}} is empty; {text}"
            yield Problem("presenters", message, facts.source, "who presents there?")
