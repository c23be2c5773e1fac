"""What a course's documents say beside sessions, planned: what is due when, which news is out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ..model.compared import compared
from ..model.course import Course, Term
from ..model.nearest import did_you_mean
from ..model.pinned_day import break_cause, break_on, break_text
from ..model.problem import OTHER_TERM, Kind, Problem
from ..model.untold import untold
from ..pages.read.facts import AnnouncementFacts, DeadlineFacts, DocumentFacts, ReadingFacts
from ..today import Today
from .courses import Courses
from .planned_course import (
    CourseFacts,
    PlannedCourse,
    PlannedDeadline,
    PlannedRelease,
    PlannedSession,
)

if TYPE_CHECKING:
    from ..model.deadline import Due, When
    from ..model.meeting import Meeting


def plan_facts(
    courses: Courses, documents: Mapping[str, DocumentFacts], order: Sequence[str], today: Today
) -> list[Problem]:
    """Give each planned course its `CourseFacts`; returns what is wrong."""
    problems: list[Problem] = []
    documents_of = _documents_of(courses, documents, order)
    for folder, planned in courses.planned.items():
        courses.planned[folder] = _with_facts(
            courses, planned, documents, documents_of.get(folder, ()), today, problems
        )
    for docname, planned in courses.ungoverned.items():
        courses.ungoverned[docname] = _with_facts(
            courses, planned, documents, [docname], today, problems
        )
    first: dict[str | None, str] = {}
    for docname in order:
        first.setdefault(courses.folder_of(docname, None), docname)
    known = set(order)
    for folder, planned in courses.planned.items():
        index = f"{folder}/index" if folder else "index"
        front = index if index in known else first.get(folder)
        courses.planned[folder] = replace(planned, facts=replace(planned.facts, front_page=front))
    return problems


def _documents_of(
    courses: Courses, documents: Mapping[str, DocumentFacts], order: Sequence[str]
) -> Mapping[str | None, Sequence[str]]:
    """By folder, the documents that say something of its course.

    A site may have many courses: none of them looks through the documents of all.
    """
    found: dict[str | None, list[str]] = {}
    for docname in order:
        if (facts := documents.get(docname)) is None:
            continue
        named = {deadline.course for deadline in facts.deadlines}
        named.update(announcement.course for announcement in facts.announcements)
        named.update(release.course for release in facts.releases)
        named.update(view.course for view in facts.views)
        named.update(schedule.course for schedule in facts.schedules)
        if facts.readings:
            named.add(None)
        for folder in {courses.folder_of(docname, name) for name in named}:
            found.setdefault(folder, []).append(docname)
    return found


def _with_facts(
    courses: Courses,
    planned: PlannedCourse,
    documents: Mapping[str, DocumentFacts],
    order: Sequence[str],
    today: Today,
    problems: list[Problem],
) -> PlannedCourse:
    def ours(docname: str, named: str | None) -> bool:
        return courses.folder_of(docname, named) == planned.folder

    deadlines = [
        _deadline(facts, planned, problems)
        for docname in order
        for facts in documents[docname].deadlines
        if ours(docname, facts.course)
    ]
    day = today(planned.course.zone)
    news = [
        facts
        for docname in order
        for facts in documents[docname].announcements
        if ours(docname, facts.course)
    ]
    out = [facts for facts in news if facts.is_out]
    releases = [
        facts
        for docname in order
        for facts in documents[docname].releases
        if ours(docname, facts.course)
    ]
    planned_releases: tuple[PlannedRelease, ...] = ()
    if releases:
        from .releases import plan_releases  # few courses withhold something

        planned_releases = plan_releases(releases, planned, problems)
    changed: tuple[PlannedSession, ...] = ()
    if any(found.facts.session.changed_on for found in planned.sessions):
        from .changes import change_problems, changed_sessions  # few courses name the day

        changed = changed_sessions(planned, day)
        problems += change_problems(planned)
    problems += _stale(planned, documents, day)
    problems += _same_ids([*(found.facts for found in deadlines), *news])
    problems += _news_of_another_term(news, planned.course.term, day)
    problems += _late_materials(planned, day)
    return replace(
        planned,
        facts=CourseFacts(
            _labeled(planned.course, sorted(deadlines, key=_order)),
            tuple(sorted(out, key=lambda facts: facts.day or day, reverse=True)),
            changed=changed,
            has_news_to_come=len(out) < len(news),
            releases=planned_releases,
            staff_page=_first_view("staff", ours, documents, order),
            schedule_page=_schedule_page(ours, documents, order),
            readings=_readings(planned, documents, order, ours),
            announcements_page=next((facts.docname for facts in news), None),
        ),
    )


def _same_ids(found: Sequence[DeadlineFacts | AnnouncementFacts]) -> Iterator[Problem]:
    """What has an id that its author gave to something else, too, on another page of the course."""
    first: dict[str, DeadlineFacts | AnnouncementFacts] = {}
    for facts in found:
        if facts.explicit_id and first.setdefault(facts.name, facts).docname != facts.docname:
            text = f"':id: {facts.name}' is there already, at {first[facts.name].source}; "
            yield Problem("option", text + "write another one", facts.source)


def _news_of_another_term(
    news: Sequence[AnnouncementFacts], term: Term | None, today: date
) -> Iterator[Problem]:
    """Announcements that no reader of this term sees in time, or that are of an earlier term.

    Nothing is told once the term is over: what is written then may have any date.
    """
    if term is None or today > term.end:
        return
    for facts in news:
        if facts.day is None or term.is_near(facts.day):
            continue
        # The title of one to come is in no log, as it is on no page.
        name = f"announcement {facts.title!r}" if facts.title else "announcement"
        text = f"{name}: {facts.day} is far outside the term ({term.start} to {term.end}); "
        if facts.day > term.end:
            text += "write a date of this term"
            yield Problem("announcement", text, facts.source, OTHER_TERM)
        else:
            text += "take it out, or write a date of this term"
            yield Problem("stale", text, facts.source, OTHER_TERM)


def _readings(
    planned: PlannedCourse,
    documents: Mapping[str, DocumentFacts],
    order: Sequence[str],
    ours: Callable[[str, str | None], bool],
) -> Mapping[str, tuple[ReadingFacts, ...]]:
    """The readings of the documents of a course; its sessions may be on those of another."""
    found = {}
    for docname in dict.fromkeys((*order, *planned.documents)):
        readings = documents[docname].readings
        if readings and not ours(docname, None):
            readings = tuple(each for each in readings if each.session_anchor is not None)
        if readings:
            found[docname] = readings
    return found


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

    from ..model.deadline import NotDue, due_of

    session = _session_of(facts, planned, report)
    course = planned.course
    if facts.when is None or not course.dates_known:
        return PlannedDeadline(facts, None, session)
    if planned.folder is None:
        report(
            "deadline",
            "no course.yml governs this page, so its time zone is not known; "
            "write one with a timezone, or name the course: ':course: folder'",
        )
    elif course.zone is None:
        report("deadline", "course.yml has no timezone; write it there")
    if facts.when.needs_session and session is None:
        if facts.session_name is None:
            report(
                "deadline",
                "its ':when:' is counted from a session and it is in none; "
                "move it into one, or write ':session: name' or a date",
            )
        return PlannedDeadline(facts, None, session)
    meeting = planned.row_of(session).meeting if session else None
    try:
        due = due_of(facts.when, course, meeting, planned.schedule.start_of_week)
    except NotDue as error:
        # That its session has no date is told where that is wrong.
        if meeting or facts.when.week is not None:
            report("deadline", f"{error}; write ':when:' in another way")
        return PlannedDeadline(facts, None, session)
    _check_day(due, facts, course, report)
    out = _out(facts.out, due, course, meeting, planned, report) if facts.out else None
    return PlannedDeadline(facts, due, session, out=out)


def _out(
    when: When,
    due: Due,
    course: Course,
    meeting: Meeting | None,
    planned: PlannedCourse,
    report: Callable[[Kind, str, str], None],
) -> date | None:
    """The day on which a deadline is out, which comes before it is due."""
    from ..model.deadline import NotDue, due_of

    try:
        day = due_of(when, course, meeting, planned.schedule.start_of_week).day
    except NotDue as error:
        report("deadline", f"its ':out:': {error}; write it in another way", "")
        return None
    if course.term and day not in course.term:
        text = f"its ':out:' {day} is outside the term ({course.term.start} to {course.term.end}); "
        text += "write a date within it, or correct start and end in course.yml"
        report("deadline", text, OTHER_TERM)
    elif day > due.day:
        text = f"it is out on {day}, after it is due on {due.day}; correct ':out:' or ':when:'"
        report("deadline", text, "")
    return day


def _session_of(
    facts: DeadlineFacts, planned: PlannedCourse, report: Callable[[Kind, str], None]
) -> PlannedSession | None:
    if facts.session_name is not None:
        wanted = {compared(facts.session_name), untold(facts.session_name)}
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


def _check_day(
    due: Due, facts: DeadlineFacts, course: Course, report: Callable[[Kind, str, str], None]
) -> None:
    if course.term and due.day not in course.term:
        report(
            "deadline",
            f"{due.day} is outside the term ({course.term.start} to {course.term.end}); "
            "write a date within it, or correct start and end in course.yml",
            OTHER_TERM,
        )
        return
    found = break_on(due.day, course.breaks)
    if found and not facts.on_break:
        text = f"{due.day} is on {break_text(found)}; is that meant? Then write ':on-break:'"
        report("break", text, break_cause(found))


def _stale(
    planned: PlannedCourse, documents: Mapping[str, DocumentFacts], today: date
) -> Iterator[Problem]:
    """What past sessions still leave open, while the term lasts."""
    term = planned.course.term
    if term is None or today > term.end:
        return
    for docname in planned.documents:
        for open_ in documents[docname].unfinished:
            session = planned.session_at(docname, open_.session_anchor)
            meeting = planned.row_of(session).meeting if session else None
            if session and meeting and meeting.day < today:
                yield Problem(
                    "stale",
                    f"session {session.title!r} was on {meeting.day} and still has "
                    f"{open_.what}; fill it in, or take it out",
                    open_.source,
                )


def _late_materials(planned: PlannedCourse, today: date) -> Iterator[Problem]:
    expected = [material for material in planned.course.materials if material.is_expected]
    if expected or planned.has_materials:
        from .materials import late_materials  # many courses have none

        yield from late_materials(planned, today)


def _first_view(
    view: str,
    ours: Callable[[str, str | None], bool],
    documents: Mapping[str, DocumentFacts],
    order: Sequence[str],
) -> str | None:
    for docname in order:
        for found in documents[docname].views:
            if found.view == view and ours(docname, found.course):
                return docname
    return None


def _schedule_page(
    ours: Callable[[str, str | None], bool],
    documents: Mapping[str, DocumentFacts],
    order: Sequence[str],
) -> tuple[str, str | None] | None:
    """The filled schedule, else the fullest one."""
    schedules = [
        facts
        for docname in order
        for facts in documents[docname].schedules
        if ours(docname, facts.course)
    ]
    best = max(schedules, key=lambda facts: (facts.filled, len(facts.show)), default=None)
    return (best.docname, best.anchor) if best else None
