"""When what is withheld comes out, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from ..model.deadline import NotDue
from ..model.problem import OTHER_TERM, Problem
from ..model.release import Releases
from ..pages.read.facts import ReleaseFacts
from .planned_course import PlannedCourse, PlannedRelease

_NEVER = datetime.max.replace(tzinfo=UTC)


def plan_releases(
    releases: Iterable[ReleaseFacts], planned: PlannedCourse, problems: list[Problem]
) -> tuple[PlannedRelease, ...]:
    """The moment of each of *releases* of a course, in order of time."""
    course, found = planned.course, []
    moments = Releases(course)
    for facts in releases:
        if facts.when is None or facts.is_news:  # what is wrong with these is reported elsewhere
            known = moments.moment(facts.when) if facts.when else None
            found.append(PlannedRelease(facts, known))
            continue

        def report(message: str, cause: str = "", facts: ReleaseFacts = facts) -> None:
            problems.append(Problem("release", f"{facts.what}: {message}", facts.source, cause))

        if planned.folder is None:
            report(
                "no course.yml governs this page, so the time zone of its release is not known; "
                "write one with a timezone, or name the course: ':course: folder'",
                "is there a course.yml?",
            )
        elif course.zone is None and not planned.broken:
            report(
                "course.yml has no timezone, so it comes out once its time has come everywhere; "
                "write it there",
                f"has {planned.file} no timezone?",
            )
        try:
            moment = moments.moment(facts.when)
        except NotDue as error:
            if course.dates_known and planned.folder is not None:
                report(f"{error}; it is withheld: write a date, such as 2022-02-04")
            found.append(PlannedRelease(facts, None))
            continue
        found.append(PlannedRelease(facts, moment))
        week = facts.when.week
        if week is not None and planned.schedule.start_of_week(week) not in {
            moments.start_of_week(week),
            None,
        }:
            report(
                f"sessions with a date of their own count weeks anew, and week {week} of the "
                f"schedule is another one; write the date, such as {moment.day}"
            )
        elif course.term and not course.term.is_near(moment.day):
            report(
                f"{moment.day} is far outside the term ({course.term.start} to "
                f"{course.term.end}); write a date of this term",
                OTHER_TERM,
            )
    found.sort(key=lambda each: each.moment.instant if each.moment else _NEVER)
    return tuple(found)
