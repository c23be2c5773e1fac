"""Who presents what, by person: a reader picks a name, and sees their own on top."""

from __future__ import annotations

from docutils import nodes

from ..locale import _
from ..markup import Tag, tag
from ..model.place import Place
from ..nodes import element, fragment, seminar_view
from ..plan.planned_course import PlannedCourse
from ..plan.student_load import StudentLoad, student_loads
from .context import ViewContext
from .dates import short_date
from .notice import broken_notice
from .plain_table import plain_table


def my_presentations_view(
    placeholder: seminar_view, planned: PlannedCourse, context: ViewContext
) -> list[nodes.Node]:
    """A table by person, and, with a script, a choice of one of them."""
    shown = broken_notice(planned)
    if planned.presenting.names.form == "hidden":
        text = _("This course does not show the names of its students.")
        notice = nodes.paragraph("", text, classes=["seminar-text"])
        return [*shown, notice, *placeholder.children]
    loads = [load for load in student_loads(planned) if load.places]
    if loads:
        shown.append(
            _table(loads, planned, context) if context.is_html else _plain(loads, planned, context)
        )
    return [*shown, *placeholder.children]


def _cells(place: Place, planned: PlannedCourse, context: ViewContext) -> tuple[str, str, str]:
    """Date, session with its paper, and role."""
    session = planned.presenting.sessions[place.session]
    day = short_date(session.day, context.language) if session.day else ""
    title = session.title
    if place.paper:
        title = _("{label}: {text}").format(label=title, text=place.paper)
    return day, title, planned.course.role_name(place.role)


def _heads() -> tuple[str, ...]:
    return _("Student"), _("Date"), _("Session"), _("Role")


def _table(loads: list[StudentLoad], planned: PlannedCourse, context: ViewContext) -> nodes.Element:
    heads = [tag("th", {"scope": "col", "role": "columnheader"}, text) for text in _heads()]
    bodies: list[nodes.Node] = []
    by_id = {session.id: session for session in planned.sessions}
    for load in loads:
        rows: list[nodes.Node] = []
        for number, place in enumerate(load.places):
            day, title, role = _cells(place, planned, context)
            session = by_id[place.session]
            link = context.link(session.docname, session.anchor, nodes.Text(title))
            name: list[nodes.Node] = []
            if number == 0:
                span = {"scope": "rowgroup", "role": "rowheader", "rowspan": len(load.places)}
                name = [element("th", span, nodes.Text(load.name))]
            rows.append(
                element(
                    "tr",
                    {"role": "row"},
                    *name,
                    element("td", {"role": "cell"}, fragment(_time(place, planned, day))),
                    element("td", {"role": "cell"}, link),
                    element("td", {"role": "cell"}, nodes.Text(role)),
                )
            )
        attributes = {"role": "rowgroup", "data-person": load.name}
        bodies.append(element("tbody", attributes, *rows))
    most = max(len(load.places) for load in loads)
    table = element(
        "table",
        {"class": "seminar-by-person", "role": "table", "aria-label": _("Presentations by person")},
        fragment(tag("thead", {"role": "rowgroup"}, tag("tr", {"role": "row"}, *heads))),
        *bodies,
    )
    choice = _choice(loads, most, planned)
    return element("div", {"class": "seminar-my-presentations"}, fragment(choice), table)


def _time(place: Place, planned: PlannedCourse, text: str) -> Tag:
    day = planned.presenting.sessions[place.session].day
    return tag("time", {"datetime": day.isoformat() if day else None}, text)


def _choice(loads: list[StudentLoad], most: int, planned: PlannedCourse) -> Tag:
    """The choice of a person, and room for as many rows as anybody has: nothing moves later."""
    names = [tag("option", {"value": load.name}, load.name) for load in loads]
    select = tag(
        "select",
        {"data-course": planned.folder or ""},
        tag("option", {"value": ""}, _("Everybody")),
        *names,
    )
    label = tag("label", {}, _("Your name"), " ", select)
    own = tag("ul", {"class": "seminar-mine", "aria-live": "polite"})
    return tag("div", {"class": "seminar-pick", "style": f"--seminar-rows: {most}"}, label, own)


def _plain(loads: list[StudentLoad], planned: PlannedCourse, context: ViewContext) -> nodes.Element:
    body = [
        [[nodes.Text(text)] for text in (load.name, *_cells(place, planned, context))]
        for load in loads
        for place in load.places
    ]
    return plain_table([[nodes.Text(text)] for text in _heads()], body, [3, 2, 5, 3])
