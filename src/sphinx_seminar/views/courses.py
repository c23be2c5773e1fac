"""The courses of a site as cards, the newest term first."""

from __future__ import annotations

from datetime import date

from docutils import nodes

from ..locale import _
from ..nodes import element, seminar_view
from ..places import folders_below
from ..plan.courses import Courses
from ..plan.planned_course import PlannedCourse
from .context import ViewContext
from .dates import date_range, long_date
from .lists import muted


def listed_courses(courses: Courses, docname: str, wanted: object) -> list[PlannedCourse]:
    """Every course of the site, or those in or below a folder; the newest first."""
    folders = list(courses.planned)
    if isinstance(wanted, str):
        folders = folders_below(docname, wanted, folders)
    found = [courses.planned[folder] for folder in folders]
    found.sort(key=lambda planned: planned.folder or "")
    return sorted(
        found,
        key=lambda planned: planned.course.term.start if planned.course.term else date.min,
        reverse=True,
    )


def courses_view(placeholder: seminar_view, context: ViewContext) -> list[nodes.Node]:
    """A card for each, with its term, that leads to its front page."""
    wanted = dict(placeholder["settings"]).get("in")
    items: list[nodes.Node] = []
    for planned in listed_courses(context.domain.courses, placeholder["docname"], wanted):
        name, details = _name(planned, context), _details(planned, context.language)
        if context.is_html:
            line = element("p", {"class": "seminar-name"}, name)
            more = [element("p", {}, muted(text)) for text in details]
            attributes = {"class": "seminar-card sd-card sd-shadow-sm"}
            items.append(element("li", attributes, element("div", {}, line, *more)))
        else:
            behind = (nodes.Text(_(", ") + text) for text in details)
            items.append(nodes.list_item("", nodes.paragraph("", "", name, *behind)))
    if not items:
        return list(placeholder.children)
    if context.is_html:
        shown: nodes.Node = element("ul", {"class": "seminar-cards", "role": "list"}, *items)
    else:
        shown = nodes.bullet_list("", *items, bullet="-")
    return [shown, *placeholder.children]


def _name(planned: PlannedCourse, context: ViewContext) -> nodes.Node:
    course = planned.course
    text = course.title or course.code or planned.folder or _("Course")
    if course.code and course.title:
        text = _("{label}: {text}").format(label=course.code, text=course.title)
    if planned.facts.front_page is None:
        return nodes.Text(text)
    return context.link(planned.facts.front_page, "", nodes.Text(text))


def _details(planned: PlannedCourse, language: str) -> list[str]:
    course = planned.course
    details = [course.term_name] if course.term_name else []
    if course.term and course.dates_known:
        first, last = (long_date(day, language) for day in (course.term.start, course.term.end))
        details.append(date_range(first, last, language))
    return details
