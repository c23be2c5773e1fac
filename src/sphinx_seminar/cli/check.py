"""``sphinx-seminar check``: what a build would say of its courses, without building pages."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

from ..feeds.text import clean
from ..model.label import Label
from ..model.listed import listed
from ..model.meeting import Meeting
from ..model.meeting_kinds import kind_of_meeting
from ..model.schedule import OpenRow, SessionRow
from ..plan.planned_course import PlannedCourse, PlannedSession
from .pinned_on_pages import pinned_on_pages
from .presenting_report import pinned_rows, presenting_lines
from .releases_report import release_lines
from .shown_slot import shown_day
from .site import LoadedSite, load_site
from .source_folder import NoSite
from .told_problem import Format, as_github, as_json


def check(srcdir: str, form: Format = "text") -> int:
    """Print problems and, as text, the date of every session, what is pinned, and who presents.

    Returns 0 where there is no problem, 1 where there are some, 2 where nothing can be checked.
    """
    try:
        site = load_site(srcdir)
    except NoSite as error:
        return _refuse(str(error))
    if form == "json":
        _print(as_json(site.problems))
    elif form == "github":
        for line in as_github(site.problems, site.source):
            _print(line)
    else:
        _print_text(site)
    return 1 if site.problems else 0


def _print_text(site: LoadedSite) -> None:
    blocks = [
        *site.courses.planned.values(),
        *(
            planned
            for planned in site.courses.ungoverned.values()
            if planned.sessions or planned.facts.releases
        ),
    ]
    for planned in blocks:
        lines = [
            *_sessions(planned),
            *_meetings(planned),
            *_pinned(planned),
            *release_lines(planned),
            *presenting_lines(planned),
        ]
        # A title may have what a terminal would carry out.
        _print(clean("\n".join([_name(planned), *lines, ""])))
    for problem in site.problems:
        _print(problem.text)
    _print(f"problems: {len(site.problems)}" if site.problems else "no problems")


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _refuse(message: str) -> int:
    sys.stderr.write(f"sphinx-seminar check: {message}\n")
    return 2


def _name(planned: PlannedCourse) -> str:
    course = planned.course
    path = "no course.yml" if planned.folder is None else planned.file
    name = ", ".join(text for text in (course.title, course.term_name) if text)
    term = f"{course.term.start} to {course.term.end}" if course.term else ""
    return " · ".join(text for text in (name, path, term) if text)


def _sessions(planned: PlannedCourse) -> Iterator[str]:
    # In order of date, as the schedule has them.
    for session_id, row in planned.schedule.by_session.items():
        session = planned.session_of(session_id)
        number = "" if row.number is None else str(row.number)
        labels = map(_label, planned.schedule.labels.get(session_id, ()))
        marks = [mark for mark in (*labels, _pin(session), _status(session)) if mark]
        title = f"{session.title} ({', '.join(marks)})" if marks else session.title
        dates = [(row.meeting, title)]
        if row.sections:
            dates = [(each.meeting, f"{each.section}: {title}") for each in row.sections]
        for meeting, name in dates:
            yield f"{number:>4}  {_when(meeting)}  {name}".rstrip()


def _when(meeting: Meeting | None) -> str:
    """Day and time of a meeting, as wide as all others."""
    day, times = shown_day(meeting.day if meeting else None), ""
    if meeting and meeting.start:
        times = f"{meeting.start:%H:%M}"
        if meeting.end:
            times += f"-{meeting.end:%H:%M}"
    return f"{day:<14}  {times:<11}"


def _label(label: Label) -> str:
    return label.text if label.number is None else f"{label.text} {label.number}"


def _meetings(planned: PlannedCourse) -> Iterator[str]:
    """How many meetings have a session, where the course has several kinds or sections."""
    taken, free = Counter[tuple[str | None, str | None]](), Counter[tuple[str | None, str | None]]()
    for row in planned.schedule.rows:
        if isinstance(row, SessionRow | OpenRow):
            found = taken if isinstance(row, SessionRow) else free
            for section, meeting in _dates(row, planned):
                if meeting:
                    found[section, kind_of_meeting(meeting)] += 1

    def counted(section: str | None, kind: str | None) -> str:
        held = taken[section, kind]
        return f"{held} of {held + free[section, kind]}"

    kinds = {
        kind: planned.course.kind_name(name) for kind, name in planned.meeting_kinds.names.items()
    }
    sections = planned.course.sections
    if len(kinds) > 1:
        groups: dict[str | None, str] = {name: f" of {name}" for name in sections} or {None: ""}
        for group, of in groups.items():
            parts = [f"{counted(group, kind)} {name}" for kind, name in kinds.items() if kind]
            yield f"meetings{of} with a session: {listed(parts)}"
    elif sections:
        parts = [f"{counted(name, kind)} of {name}" for name in sections for kind in kinds]
        yield f"meetings with a session: {listed(parts)}"


def _dates(
    row: SessionRow | OpenRow, planned: PlannedCourse
) -> list[tuple[str | None, Meeting | None]]:
    """The meeting of each section; that of the course where it has none."""
    if row.sections:
        return [(each.section, each.meeting) for each in row.sections]
    names = planned.course.sections or (None,)
    return [(name, row.meeting) for name in names]  # all have it at once


def _pin(session: PlannedSession) -> str:
    facts = session.facts.session
    if facts.fixed:
        return facts.fixed.text
    return "pinned" if facts.pinned else "no date by its ':date:'" if facts.undated else ""


def _status(session: PlannedSession) -> str:
    facts = session.facts.session
    if facts.status == "cancelled":
        return "cancelled"
    return f"moved from {facts.moved_from}" if facts.moved_from else ""


def _pinned(planned: PlannedCourse) -> Iterator[str]:
    """What does not follow when the term is moved: one line, and none where all follows."""
    pinned = [f"{what} ({source})" for what, source in pinned_on_pages(planned)]
    parts = [listed(pinned)] if pinned else []
    dates = sum(len(pattern.dates) for pattern in planned.course.patterns)
    if dates:
        parts.append("1 listed date" if dates == 1 else f"{dates} listed dates")
    parts += pinned_rows(planned)
    if parts:
        yield f"pinned: {'; '.join(parts)}"
