"""What a course's documents say beside sessions, planned: what is due when, which news is out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ..model.course import Term
from ..model.problem import OTHER_TERM, Problem
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
    if len(courses.planned) > 1:
        from .week_ids import part_weeks  # most sites have one course

        part_weeks(courses, documents)
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

    pages = [documents[docname] for docname in order]
    due = [each for page in pages for each in page.deadlines if ours(each.docname, each.course)]
    deadlines: tuple[PlannedDeadline, ...] = ()
    if due:
        from .deadlines import plan_deadlines  # many courses have none

        deadlines = plan_deadlines(due, planned, problems)
    day = today(planned.course.zone)
    news = [
        each for page in pages for each in page.announcements if ours(each.docname, each.course)
    ]
    out = [facts for facts in news if facts.is_out]
    releases = [each for page in pages for each in page.releases if ours(each.docname, each.course)]
    planned_releases: tuple[PlannedRelease, ...] = ()
    if releases:
        from .releases import plan_releases  # few courses withhold something

        planned_releases = plan_releases(releases, planned, problems)
    changed: tuple[PlannedSession, ...] = ()
    if [found for found in planned.sessions if found.facts.session.changed_on]:
        from .changes import change_problems, changed_sessions  # few courses name the day

        changed = changed_sessions(planned, day)
        problems += change_problems(planned)
    problems += _stale(planned, documents, day)
    problems += _same_ids([*due, *news])
    problems += _news_of_another_term(news, planned.course.term, day)
    problems += _late_materials(planned, day)
    return replace(
        planned,
        facts=CourseFacts(
            deadlines,
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

    Nothing is reported once the term is over: what is written then may have any date.
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
