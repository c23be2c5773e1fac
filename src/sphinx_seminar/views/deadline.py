"""``{deadline}``: something due, on the page that it is written on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from docutils import nodes

from ..locale import _
from ..model.label import Label
from ..pages.html import Tag, tag
from ..pages.nodes import child_of, element, fragment, seminar_title
from ..plan.planned_course import PlannedCourse
from .heard_link import heard_links
from .page import Page
from .view import Body, Options, View
from .words.due import (
    ShownDue,
    due_now,
    due_tag,
    out_words,
    shown_due,
    until_attributes,
    zone_text,
)
from .words.filled_pattern import line_of_nodes
from .words.label import kind_classes, label_tag, labels_text

if TYPE_CHECKING:
    from .words.section_dates import ShownChoice
    from .words.section_dues import ShownSectionDue


@dataclass(frozen=True, slots=True)
class ShownOwnDue:
    """When it is due."""

    due: ShownDue | None
    """None where that is not known."""
    zone: ZoneInfo | None
    labels: tuple[Label, ...]
    """Its kinds, numbered where the course numbers them."""
    out: date | None
    """The day on which it is handed out."""
    heard: str = ""
    """The title of its session, which no other one of the course has."""
    sections: tuple[ShownSectionDue, ...] = ()
    """When it is due for each section, in place of *due*, and out where that differs."""
    choice: ShownChoice | None = None
    """The sections of the course."""


def show(planned: PlannedCourse, options: Options, docname: str) -> ShownOwnDue:
    """When the deadline at ``anchor`` is due."""
    found = planned.facts.deadline_at(docname, options["anchor"])
    due = shown_due(found.due, planned.course) if found else None
    labels = found.labels if found else ()
    out = found.out if found else None
    heard = planned.numbered_title_of(found.session) if found and found.session else ""
    shown = ShownOwnDue(due, planned.course.zone if due else None, labels, out, heard)
    if not found or not found.sections:
        return shown
    from .words.section_dates import shown_choice  # few courses have sections
    from .words.section_dues import one_out, shown_section_dues

    out = one_out(found.sections)
    sections = shown_section_dues(found.sections, planned.course, has_out=True)
    choice = shown_choice(planned)
    return replace(shown, due=None, out=out, sections=sections, choice=choice)


def draw(shown: ShownOwnDue, body: Body, page: Page) -> list[nodes.Node]:
    """A line with the time and the title, then the description."""
    title = child_of(body, seminar_title)
    rest = [child for child in body.children if child is not title]
    own_id = (body["ids"] or [None])[0]
    # Where no course governs the page, no deadline is planned.
    labels = shown.labels or tuple(Label(kind.name, kind.text) for kind in body["kinds"])
    words = heard_links(title.children, shown.heard) if shown.heard else list(title.children)
    line = _line(shown, with_labels(labels, words, page), page)
    if text := out_words(shown.out, page.language):
        muted = fragment(tag("span", {"class": "seminar-muted"}, text))
        line.append(muted if page.is_html else nodes.Text(text))
    if not page.is_html:
        target: list[nodes.Node] = [nodes.target("", "", ids=[own_id])] if own_id else []
        return [*target, nodes.paragraph("", "", *line), *rest]
    attributes = {
        "class": f"seminar-deadline{kind_classes(labels)}",
        "id": own_id,
    } | until_attributes(shown.due)
    first = element("p", {}, *line, fragment(*due_now(shown.due, page)))
    sections = [fragment(*_sections(shown, shown.choice, page))] if shown.choice else []
    return [element("div", attributes, first, *sections, *rest)]


VIEW = View(show=show, draw=draw, is_governed=False)


def _sections(shown: ShownOwnDue, choice: ShownChoice, page: Page) -> Iterator[Tag]:
    """A line for each section, of which a script shows the one that a reader has picked."""
    from .words.section_dates import PICKED, section_choice
    from .words.section_dues import section_due_tags

    zone = zone_text(shown.zone, page.language)
    # The choice that was made elsewhere holds here; it is not offered at each deadline.
    above = [tag("div", {"hidden": ""}, section_choice(choice, page))] if page.marks_now else []
    lines = section_due_tags(shown.sections, page, zone=zone)
    yield tag("div", {"class": PICKED}, *above, *lines)


def _line(shown: ShownOwnDue, title: list[nodes.Node], page: Page) -> list[nodes.Node]:
    zone = zone_text(shown.zone, page.language)
    if shown.sections and page.is_html:
        return line_of_nodes(_("Due: {title}"), is_html=True, title=title)
    if shown.sections:
        from .words.section_dues import section_due_text

        dues = section_due_text(shown.sections, page.language)
        pattern = _("Due {time} ({zone}): {title}") if zone else _("Due {time}: {title}")
        return line_of_nodes(pattern, is_html=False, time=dues, zone=zone, title=title)
    # For translators: the time may be "date to be announced"
    pattern = _("Due {time} ({zone}): {title}") if zone else _("Due {time}: {title}")
    time = due_tag(shown.due, page.language)
    return line_of_nodes(pattern, is_html=page.is_html, time=time, zone=zone, title=title)


def label_pieces(labels: tuple[Label, ...]) -> tuple[Tag | str, ...]:
    """What sort of thing is due, before its title."""
    return tuple(piece for label in labels for piece in (label_tag(label, "seminar-label"), " "))


def with_labels(labels: tuple[Label, ...], title: list[nodes.Node], page: Page) -> list[nodes.Node]:
    """A title behind what sort of thing it is."""
    if not labels:
        return title
    if page.is_html:
        return [fragment(*label_pieces(labels)), *title]
    label = labels_text(labels)
    return line_of_nodes(_("{label}: {text}"), is_html=False, label=label, text=title)
