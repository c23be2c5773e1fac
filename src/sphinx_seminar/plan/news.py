"""The news of a course as a feed has it: its name, and what is out."""

from __future__ import annotations

from ..locale import _
from .planned_course import PlannedCourse

NEWS = "news.xml"


def course_name(planned: PlannedCourse) -> str:
    """What tells readers the course from their other ones: code, title and term."""
    course = planned.course
    name = " ".join(part for part in (course.code, course.title) if part)
    return ", ".join(part for part in (name, course.term_name) if part) or _("Course")


def news_title(planned: PlannedCourse) -> str | None:
    """The name of the feed of a course; None where it has none, as nothing is out."""
    facts = planned.facts
    if planned.folder is None or not (facts.announcements or facts.changed):
        return None
    return course_name(planned)
