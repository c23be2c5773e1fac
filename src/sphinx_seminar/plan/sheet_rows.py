"""Which session each row of a sign-up sheet is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from ..model.problem import Problem, Source
from ..pages.read.facts import DocumentFacts
from .planned_course import PlannedCourse

if TYPE_CHECKING:
    from ..model.date_order import SheetOrder
    from ..model.session_name import DateOrder, NamedSession
    from ..model.signup import SignupRow, SignupSheet


def rows_by_session(
    planned: PlannedCourse, sheet: SignupSheet, problems: list[Problem]
) -> dict[str, tuple[SignupRow, ...]]:
    """The rows of the sheet by the id of their session; tells in *problems* of those without."""
    from ..model.schedule import OpenRow
    from ..model.session_name import NamedSession, SessionFinder

    finder = SessionFinder(
        [
            NamedSession(session.id, session.own_title, planned.row_of(session))
            for session in planned.sessions
        ],
        open_days={row.meeting.day for row in planned.schedule.rows if isinstance(row, OpenRow)},
    )
    order = _date_order(planned, sheet)
    finder.order = order.order
    problems += _of_order(order, sheet)
    found: dict[str, list[SignupRow]] = {}
    outside: dict[int, tuple[date, Problem]] = {}
    for row in sheet.rows:
        try:
            session = finder.find(row.session)
        except LookupError as error:
            # Without the course's dates no session has one, nor a number; that is reported already.
            if planned.course.dates_known and not _is_on_break(row, planned, order.order):
                source = Source(sheet.source.path, row.line)
                cause = f"is {sheet.source.path} the sheet of this course?"
                problem = Problem("signups", str(error), source, cause)
                day = _day_outside(row, planned, order.order)
                if day:
                    outside[row.line] = (day, problem)
                else:
                    problems.append(problem)
        else:
            found.setdefault(session.id, []).append(row)
            problems += _of_weekday(planned, sheet, row, session, order.order)
    if len(outside) > 1:
        problems.append(_of_other_term(planned, sheet, outside))
    else:
        problems += [problem for _day, problem in outside.values()]
    return {session_id: tuple(own) for session_id, own in found.items()}


def _date_order(planned: PlannedCourse, sheet: SignupSheet) -> SheetOrder:
    """Which of day and month comes first in the dates of a sheet."""
    from ..model.date_order import sheet_order

    rows = planned.schedule.by_session.values()
    days = {row.meeting.day for row in rows if row.meeting}
    if planned.course.sections:
        days |= {each.meeting.day for row in rows for each in row.sections if each.meeting}
    texts = [text for row in sheet.rows for text in _dates_in(row)]
    return sheet_order(texts, days, planned.course)


def _of_order(order: SheetOrder, sheet: SignupSheet) -> Iterator[Problem]:
    """What the order of day and month leaves open, once for the whole sheet."""
    if not order.open and not order.mixed:
        return
    first = order.open[0] if order.open else order.mixed[1] if order.mixed else ""
    line = next(row.line for row in sheet.rows if any(text == first for _, text in row.session))
    if order.mixed:
        text = f"{order.mixed[0]!r} has the day first, and {order.mixed[1]!r} the month"
    else:
        text = f"nothing in the sheet tells whether {first!r} has the day or the month first"
    if order.open:
        count = len(order.open)
        dates = f"{first!r}" if count == 1 else f"{first!r} and {count - 1} more"
        text += f"; {dates} may be another session's, and is read with the {order.order} first"
    yield Problem(
        "signups", f"{text}; write dates as year-month-day", Source(sheet.source.path, line)
    )


def rows_to_come(
    planned: PlannedCourse, documents: Mapping[str, DocumentFacts], rows: Iterable[str]
) -> dict[str, tuple[SignupRow, ...]]:
    """A row of open slots for each session that has a ``{presenters}`` and no row yet."""
    from ..model.signup import SignupCell, SignupRow

    there = set(rows)
    cells = tuple(SignupCell(role.name, "", 0) for role in planned.course.presenting.roles)
    found: dict[str, tuple[SignupRow, ...]] = {}
    for docname in planned.documents if cells else ():
        for facts in documents[docname].sheet_presenters:
            session = planned.session_at(docname, facts.session_anchor or "")
            if session and session.id not in there:
                found[session.id] = (SignupRow((("id", session.id),), "", cells, 0),)
    return found


def _of_weekday(
    planned: PlannedCourse,
    sheet: SignupSheet,
    row: SignupRow,
    session: NamedSession,
    order: DateOrder,
) -> Iterator[Problem]:
    """What is wrong with a date that is not on the day of the week beside it."""
    for text in _dates_in(row):
        if not any(map(str.isalpha, text)):
            continue
        from ..model.session_name import dates_of
        from .weekday_agreement import other_weekday  # most sheets have numbers

        meetings = (session.row.meeting, *(each.meeting for each in session.row.sections))
        days = {meeting.day for meeting in meetings if meeting}
        day = next((day for day in dates_of(text, days, order) if day in days), None)
        if day and other_weekday(text, day, planned.course.language):
            message = f"{text!r} is read as {day}, a {day:%A}; correct the day or the date"
            cause = f"is {sheet.source.path} the sheet of this course?"
            yield Problem("signups", message, Source(sheet.source.path, row.line), cause)


def _day_outside(row: SignupRow, planned: PlannedCourse, order: DateOrder) -> date | None:
    """The day that a row names with its year, where that is outside the term."""
    from ..model.session_name import dates_of

    term = planned.course.term
    days = [day for text in _dates_in(row) for day in dates_of(text, (), order)]
    if term is None or not days or any(term.start <= day <= term.end for day in days):
        return None
    return days[0]


def _of_other_term(
    planned: PlannedCourse, sheet: SignupSheet, outside: Mapping[int, tuple[date, Problem]]
) -> Problem:
    """One problem for all rows outside the term: they have one cause."""
    term = planned.course.term
    assert term
    days = [day for day, _problem in outside.values()]
    is_all = len(outside) == len({row.line for row in sheet.rows})
    which = f"all {len(days)} rows are" if is_all else f"{len(days)} rows are"
    then = f"from {min(days)} to {max(days)}" if min(days) != max(days) else f"of {days[0]}"
    remedy = "put the sheet of this term in its place" if is_all else "take these rows out"
    message = (
        f"{which} {then}, and the term is from {term.start} to {term.end}; "
        f"{remedy}, or correct start and end in course.yml"
    )
    return Problem("signups", message, Source(sheet.source.path, min(outside)))


def _is_on_break(row: SignupRow, planned: PlannedCourse, order: DateOrder) -> bool:
    """Whether a row without anybody says no more than that there is no class."""
    if any(cell.text for cell in row.cells):
        return False
    from ..model.session_name import dates_of

    breaks = planned.course.breaks
    return any(
        day in break_
        for text in _dates_in(row)
        for day in dates_of(text, [break_.start for break_ in breaks], order)
        for break_ in breaks
    )


def _dates_in(row: SignupRow) -> list[str]:
    """The texts of a row that may be dates."""
    return [text for key, text in row.session if key in {"date", "session"}]
