"""What the pages of a course pin to a day."""

from __future__ import annotations

from ..model.problem import Source
from ..plan.planned_course import PlannedCourse


def pinned_on_pages(planned: PlannedCourse) -> list[tuple[str, Source]]:
    """The sessions, deadlines and releases with a date of their own, and where each is written."""
    pinned: list[tuple[str, Source]] = []
    for session in planned.sessions:
        facts = session.facts.session
        if facts.pinned or facts.moved_from:
            pinned.append((f"session {session.title!r}", facts.source))
    for deadline in planned.facts.deadlines:
        moments = [deadline.facts.when, *(each.when for each in deadline.facts.when_of)]
        if any(when and when.day for when in moments):
            pinned.append((f"deadline {deadline.facts.title!r}", deadline.facts.source))
    for release in planned.facts.releases:
        when = release.facts.when
        if when and when.day and not release.facts.is_news:
            pinned.append((f"release of {release.facts.what}", release.facts.source))
    return pinned
