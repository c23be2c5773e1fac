"""``{deadline}``: something due, on the page that it is written on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
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
from .words.dates import short_date
from .words.due import ShownDue, due_now, due_tag, shown_due, until_attributes, zone_text
from .words.filled_pattern import line_of_nodes
from .words.label import kind_classes, label_tag, labels_text


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


def show(planned: PlannedCourse, options: Options, docname: str) -> ShownOwnDue:
    """When the deadline at ``anchor`` is due."""
    found = planned.facts.deadline_at(docname, options["anchor"])
    due = shown_due(found.due, planned.course) if found else None
    labels = found.labels if found else ()
    out = found.out if found else None
    heard = planned.numbered_title_of(found.session) if found and found.session else ""
    return ShownOwnDue(due, planned.course.zone if due else None, labels, out, heard)


def draw(shown: ShownOwnDue, body: Body, page: Page) -> list[nodes.Node]:
    """A line with the time and the title, then the description."""
    title = child_of(body, seminar_title)
    rest = [child for child in body.children if child is not title]
    own_id = (body["ids"] or [None])[0]
    # Where no course governs the page, no deadline is planned.
    labels = shown.labels or tuple(Label(kind.name, kind.text) for kind in body["kinds"])
    text = heard_links(title.children, shown.heard) if shown.heard else list(title.children)
    line = _line(shown, with_labels(labels, text, page), page)
    if shown.out:
        # For translators: the day on which an exercise is handed out
        out = _("out {date}").format(date=short_date(shown.out, page.language))
        behind = f" · {out}"
        muted = fragment(tag("span", {"class": "seminar-muted"}, behind))
        line.append(muted if page.is_html else nodes.Text(behind))
    if not page.is_html:
        target: list[nodes.Node] = [nodes.target("", "", ids=[own_id])] if own_id else []
        return [*target, nodes.paragraph("", "", *line), *rest]
    attributes = {
        "class": f"seminar-deadline{kind_classes(labels)}",
        "id": own_id,
    } | until_attributes(shown.due)
    first = element("p", {}, *line, fragment(*due_now(shown.due, page)))
    return [element("div", attributes, first, *rest)]


VIEW = View(show=show, draw=draw, is_governed=False)


def _line(shown: ShownOwnDue, title: list[nodes.Node], page: Page) -> list[nodes.Node]:
    zone = zone_text(shown.zone, page.language)
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
