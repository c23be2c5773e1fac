"""When everything is due that the pages of a course name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..model.compared import compared
from ..model.course import Course, Term
from ..model.deadline import Due, NotDue, When, due_of
from ..model.listed import listed
from ..model.meeting import Meeting
from ..model.name_digest import name_digest
from ..model.nearest import did_you_mean
from ..model.pinned_day import break_cause, break_on, break_text
from ..model.problem import OTHER_TERM, Kind, Problem
from ..model.section_when import SectionWhen
from ..pages.read.facts import DeadlineFacts
from .planned_course import PlannedCourse, PlannedDeadline, PlannedSession

Report = Callable[[Kind, str, str], None]
"""Takes the kind of a problem, what is wrong, and its cause."""


@dataclass(frozen=True, slots=True)
class SectionDue:
    """When something is due for a section."""

    section: str
    """Its name, as course.yml has it."""
    due: Due | None
    """None where that is not known."""
    out: date | None = None


def plan_deadlines(
    found: Iterable[DeadlineFacts], planned: PlannedCourse, problems: list[Problem]
) -> tuple[PlannedDeadline, ...]:
    """What is due, in order of time; tells what is wrong with it."""
    deadlines = [_deadline(facts, planned, problems) for facts in found]
    return _labeled(planned.course, sorted(deadlines, key=_order))


def _labeled(course: Course, deadlines: Sequence[PlannedDeadline]) -> tuple[PlannedDeadline, ...]:
    """Deadlines in order of time, with what readers see of their kinds."""
    if not any(found.facts.kinds for found in deadlines):
        return tuple(deadlines)
    from ..model.label import count_labels

    items = (
        (str(number), found.facts.kinds, found.due is not None)
        for number, found in enumerate(deadlines)
    )
    labels = count_labels(course, items)
    return tuple(
        replace(found, labels=labels[key]) if (key := str(number)) in labels else found
        for number, found in enumerate(deadlines)
    )


def _order(deadline: PlannedDeadline) -> tuple[bool, date, str]:
    due = deadline.due
    return due is None, due.day if due else date.max, due.clock.isoformat() if due else ""


def _deadline(
    facts: DeadlineFacts, planned: PlannedCourse, problems: list[Problem]
) -> PlannedDeadline:
    def report(kind: Kind, message: str, cause: str = "") -> None:
        text = f"deadline {facts.title!r}: {message}"
        problems.append(Problem(kind, text, facts.source, cause))

    session = _session_of(facts, planned, report)
    course = planned.course
    whens = (facts.when,) if facts.when else tuple(each.when for each in facts.when_of)
    if not whens or not course.dates_known:
        return PlannedDeadline(facts, None, session)
    if planned.folder is None:
        report(
            "deadline",
            "no course.yml governs this page, so its time zone is not known; "
            "write one with a timezone, or name the course: ':course: folder'",
        )
    elif course.zone is None:
        report("deadline", "course.yml has no timezone; write it there")
    if session is None and any(when.needs_session for when in whens):
        if facts.session_name is None:
            report(
                "deadline",
                "its ':when:' is counted from a session and it is in none; "
                "move it into one, or write ':session: name' or a date",
            )
        return PlannedDeadline(facts, None, session)
    row = planned.row_of(session) if session else None
    if facts.when_of or facts.out_of or (row and row.sections):
        return _of_sections(facts, session, planned, problems)
    meeting = row.meeting if row else None
    due, out = _dates(_Moment(facts.when, facts.out, meeting), facts, planned, report)
    return PlannedDeadline(facts, due, session, out=out)


@dataclass(frozen=True, slots=True)
class _Moment:
    """When something is due and out, for all or for one section."""

    when: When | None
    out: When | None
    meeting: Meeting | None
    """Of its session."""


def _dates(
    moment: _Moment, facts: DeadlineFacts, planned: PlannedCourse, report: Report
) -> tuple[Due | None, date | None]:
    """The dates of *moment*; tells what is wrong with them."""
    when, course = moment.when, planned.course
    if when is None:
        return None, None
    try:
        due = due_of(when, course, moment.meeting, planned.schedule.start_of_week)
    except NotDue as error:
        # That its session has no date is reported where that is wrong.
        if moment.meeting or when.week is not None:
            report("deadline", f"{error}; write ':when:' in another way", "")
        return None, None
    _check_day(due, facts, course, report)
    if moment.out is None:
        return due, None
    return due, _out(moment, due, facts, planned, report)


def _of_sections(
    facts: DeadlineFacts,
    session: PlannedSession | None,
    planned: PlannedCourse,
    problems: list[Problem],
) -> PlannedDeadline:
    """What each section has at the date of its own, or as the page says of it."""
    from ..model.sections import told_of_sections  # few courses have sections

    names = planned.course.sections
    stated = {"when": facts.when_of, "out": facts.out_of}
    for option, of in stated.items():
        problems += _misnamed(option, of, facts, names)
    if not names:
        return PlannedDeadline(facts, None, session)
    row = planned.row_of(session) if session else None
    meetings = {each.section: each.meeting for each in row.sections} if row else {}
    due_of_own = {compared(each.section): each.when for each in facts.when_of}
    out_of_own = {compared(each.section): each.when for each in facts.out_of}
    found: list[SectionDue] = []
    told: dict[str, list[Problem]] = {}
    for name in names:
        own = told.setdefault(name, [])

        def report(kind: Kind, message: str, cause: str, own: list[Problem] = own) -> None:
            text = f"deadline {facts.title!r}: {message}"
            own.append(Problem(kind, text, facts.source, cause))

        moment = _Moment(
            facts.when or due_of_own.get(compared(name)),
            facts.out or out_of_own.get(compared(name)),
            meetings[name] if meetings else row.meeting if row else None,
        )
        found.append(SectionDue(name, *_dates(moment, facts, planned, report)))
    problems += told_of_sections(told)
    dues = [each.due for each in found if each.due]
    due = min(dues, key=lambda each: (each.day, each.clock), default=None)
    out = min((each.out for each in found if each.out), default=None)
    is_one = len({(each.due, each.out) for each in found}) == 1
    return PlannedDeadline(facts, due, session, out=out, sections=() if is_one else tuple(found))


def _misnamed(
    option: str, stated: Sequence[SectionWhen], facts: DeadlineFacts, names: Sequence[str]
) -> Iterator[Problem]:
    """Sections that an option names and course.yml does not have, or that it leaves out."""
    known = {compared(name) for name in names}
    unknown = [each.section for each in stated if compared(each.section) not in known]
    said = {compared(each.section) for each in stated}
    left_out = [name for name in names if stated and compared(name) not in said]
    messages = [
        f"':{option}:' names section {section!r}, and course.yml has no such section; "
        + (did_you_mean(section, names) if names else "write one moment for all")
        for section in unknown
    ]
    if left_out and not unknown:
        missing = listed([repr(name) for name in left_out])
        messages.append(
            f"':{option}:' says nothing of section {missing}; write it there as well, such as "
            f"'{left_out[0]}: Friday'"
        )
    for message in messages:
        yield Problem("deadline", f"deadline {facts.title!r}: {message}", facts.source)


def _out(
    moment: _Moment, due: Due, facts: DeadlineFacts, planned: PlannedCourse, report: Report
) -> date | None:
    """The day on which a deadline is out, which comes before it is due."""
    course = planned.course
    assert moment.out is not None
    try:
        day = due_of(moment.out, course, moment.meeting, planned.schedule.start_of_week).day
    except NotDue as error:
        report("deadline", f"its ':out:': {error}; write it in another way", "")
        return None
    if course.term and not _is_meant(day, course.term, facts):
        report("deadline", f"its ':out:' {_outside(day, course.term)}", OTHER_TERM)
    elif day > due.day:
        text = f"it is out on {day}, after it is due on {due.day}; correct ':out:' or ':when:'"
        report("deadline", text, "")
    return day


def _session_of(
    facts: DeadlineFacts, planned: PlannedCourse, report: Callable[[Kind, str], None]
) -> PlannedSession | None:
    if facts.session_name is not None:
        wanted = {compared(facts.session_name), name_digest(facts.session_name)}
        for session in planned.sessions:
            names = (session.id, session.own_title, session.title)
            if not wanted.isdisjoint(map(compared, names)):
                return session
        hint = did_you_mean(facts.session_name, [found.id for found in planned.sessions])
        report("deadline", f"':session: {facts.session_name}' is no session; {hint}")
        return None
    if facts.session_anchor is None:
        return None
    return planned.session_at(facts.docname, facts.session_anchor)


def _check_day(due: Due, facts: DeadlineFacts, course: Course, report: Report) -> None:
    if course.term and not _is_meant(due.day, course.term, facts):
        report("deadline", _outside(due.day, course.term), OTHER_TERM)
        return
    found = break_on(due.day, course.breaks)
    if found and not facts.on_break:
        text = f"{due.day} is on {break_text(found)}; is that meant? Then write ':on-break:'"
        report("break", text, break_cause(found))


def _is_meant(day: date, term: Term, facts: DeadlineFacts) -> bool:
    """Whether something may be due on a day: in the term, or after it where the page says so."""
    return day in term or (facts.after_term and day > term.end)


def _outside(day: date, term: Term) -> str:
    meant = ", ':after-term:' beside it if that is meant" if day > term.end else ""
    return (
        f"{day} is outside the term ({term.start} to {term.end}); "
        f"write a date within it{meant}, or correct start and end in course.yml"
    )
