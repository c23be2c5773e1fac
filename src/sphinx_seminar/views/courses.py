"""``{courses}``: the courses of a site as cards, the newest term first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from docutils import nodes

from ..locale import _
from ..model.course import Term
from ..model.nearest import did_you_mean
from ..pages.nodes import element
from ..paths import folders_below
from ..plan.courses import Courses
from ..plan.planned_course import PlannedCourse
from .page import Page
from .view import Body, Options, SiteView
from .words.dates import date_range, long_date
from .words.pieces import muted


@dataclass(frozen=True, slots=True)
class ShownCourse:
    """A card."""

    folder: str
    """Its name where it has no other; else empty."""
    title: str | None
    code: str | None
    term_name: str | None
    term: Term | None
    """None where its dates are in doubt."""
    front_page: str | None


def missing(courses: Courses, options: Options, docname: str) -> str | None:
    """The message where there is no course, or none in the folder that ``:in:`` names."""
    if not courses.loaded:
        return "{courses} has nothing to show: no folder of the site has a course.yml; write one"
    wanted = options.get("in")
    if wanted is None or folders_below(docname, wanted, courses.loaded):
        return None
    hint = did_you_mean(wanted, [folder or "/" for folder in courses.loaded])
    return f"':in: {wanted}': no course.yml is in that folder or below it; {hint}"


def show(courses: Courses, options: Options, docname: str) -> tuple[ShownCourse, ...]:
    """Every course of the site, or those in or below the folder that ``:in:`` names."""
    folders = list(courses.planned)
    if "in" in options:
        folders = folders_below(docname, options["in"], folders)
    found = [courses.planned[folder] for folder in sorted(folders)]
    found.sort(
        key=lambda planned: planned.course.term.start if planned.course.term else date.min,
        reverse=True,
    )
    return tuple(map(_shown, found))


def _shown(planned: PlannedCourse) -> ShownCourse:
    course = planned.course
    return ShownCourse(
        folder="" if course.title or course.code else planned.folder or "",
        title=course.title,
        code=course.code,
        term_name=course.term_name,
        term=course.term if course.dates_known else None,
        front_page=planned.facts.front_page,
    )


def draw(shown: tuple[ShownCourse, ...], body: Body, page: Page) -> list[nodes.Node]:
    """A card for each, with its term, that leads to its front page."""
    items: list[nodes.Node] = []
    for course in shown:
        name, details = _name(course, page), _details(course, page.language)
        if page.is_html:
            line = element("p", {"class": "seminar-name"}, name)
            more = [element("p", {}, muted(text)) for text in details]
            attributes = {"class": "seminar-card"}
            items.append(element("li", attributes, element("div", {}, line, *more)))
        else:
            behind = (nodes.Text(_(", ") + text) for text in details)
            items.append(nodes.list_item("", nodes.paragraph("", "", name, *behind)))
    if not items:
        return list(body.children)
    if page.is_html:
        cards: nodes.Node = element("ul", {"class": "seminar-cards", "role": "list"}, *items)
    else:
        cards = nodes.bullet_list("", *items, bullet="-")
    return [cards, *body.children]


VIEW = SiteView(missing=missing, show=show, draw=draw)


def _name(course: ShownCourse, page: Page) -> nodes.Node:
    text = course.title or course.code or course.folder or _("Course")
    if course.code and course.title:
        text = _("{label}: {text}").format(label=course.code, text=course.title)
    if course.front_page is None:
        return nodes.Text(text)
    return page.link(course.front_page, "", nodes.Text(text))


def _details(course: ShownCourse, language: str) -> list[str]:
    details = [course.term_name] if course.term_name else []
    if course.term:
        first, last = (long_date(day, language) for day in (course.term.start, course.term.end))
        details.append(date_range(first, last, language))
    return details
