"""All sessions by all roles, open places, and whether the rules hold for everybody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docutils import nodes

from ..locale import _
from ..markup import Tag, tag
from ..model.place import Place
from ..model.presenting_check import Finding
from ..nodes import element, fragment, seminar_view
from ..plan.planned_course import PlannedCourse, PlannedSession
from ..plan.student_load import student_loads
from ..repository import edit_address
from .context import ViewContext
from .dates import short_date
from .notice import broken_notice
from .plain_table import cuts_words, plain_table
from .presenters import open_place
from .role_lines import table_as_lines


def signups_view(
    placeholder: seminar_view, planned: PlannedCourse, context: ViewContext
) -> list[nodes.Node]:
    """The table of places, a line that sums it up, and the load of each student."""
    shown = broken_notice(planned)
    if planned.presenting.places:
        rows = _rows(planned)
        roles = list(dict.fromkeys(place.role for place in planned.presenting.places))
        roles.sort(key=lambda role: _rank(role, planned))
        shown.append(_summary(planned))
        draw = _table if context.is_html else _plain
        shown.append(draw(rows, roles, planned, context))
        shown += _loads(planned, context)
    return [*shown, *placeholder.children]


_Row = tuple[PlannedSession, str, list[Place]]
"""A session, a paper of it or none, and their places."""


def _rank(role: str, planned: PlannedCourse) -> int:
    declared = [known.name for known in planned.course.presenting.roles]
    return declared.index(role) if role in declared else len(declared)


def _rows(planned: PlannedCourse) -> list[_Row]:
    sessions = {session.id: session for session in planned.sessions}
    rows: dict[tuple[str, str], list[Place]] = {}
    for place in planned.presenting.places:
        rows.setdefault((place.session, place.paper), []).append(place)
    return [(sessions[session], paper, places) for (session, paper), places in rows.items()]


def _summary(planned: PlannedCourse) -> nodes.Element:
    presenting = planned.presenting
    count = sum(
        place.open for place in presenting.places if presenting.sessions[place.session].held
    )
    broken = [finding for finding in presenting.findings if not finding.missing]
    places = _("Open places: {count}.").format(count=count)
    rules = _("A rule does not hold.") if broken else _("No rule is broken.")
    return nodes.paragraph("", f"{places} {rules}", classes=["seminar-text"])


def _day(session: PlannedSession, planned: PlannedCourse, context: ViewContext) -> str:
    day = planned.presenting.sessions[session.id].day
    return short_date(day, context.language) if day else ""


def _table(
    rows: Sequence[_Row], roles: Sequence[str], planned: PlannedCourse, context: ViewContext
) -> nodes.Element:
    role_names = {role: planned.course.role_name(role) for role in roles}
    heads = [
        tag("th", {"scope": "col", "role": "columnheader"}, text)
        for text in (_("Session"), *role_names.values())
    ]
    head = tag("thead", {"role": "rowgroup"}, tag("tr", {"role": "row"}, *heads))
    body = []
    for session, paper, places in rows:
        when = planned.presenting.sessions[session.id]
        day = _day(session, planned, context)
        time: list[str | Tag] = []
        if when.day:
            time = [tag("time", {"datetime": when.day.isoformat()}, day), " "]
        link = context.link(session.docname, session.anchor, nodes.Text(session.title))
        name: list[nodes.Node] = [fragment(*time), link]
        if not when.held:
            name = [fragment(*time), element("s", {}, link)]
        if paper:
            name.append(fragment(" ", tag("span", {"class": "seminar-muted"}, paper)))
        cells: list[nodes.Node] = [element("th", {"scope": "row", "role": "rowheader"}, *name)]
        for role in roles:
            content = _names(role, places, planned, context)
            cells.append(element("td", {"role": "cell", "data-role": role_names[role]}, *content))
        body.append(element("tr", {"role": "row"}, *cells))
    attributes = {
        "class": "seminar-signups seminar-presenters"
        + (" seminar-many-roles" if len(roles) > 2 else ""),
        "role": "table",
        "aria-label": _("Sign-ups"),
    }
    table = element(
        "table", attributes, fragment(head), element("tbody", {"role": "rowgroup"}, *body)
    )
    return element("div", {"class": "seminar-presenters-box"}, table)


def _plain(
    rows: Sequence[_Row], roles: Sequence[str], planned: PlannedCourse, context: ViewContext
) -> nodes.Element:
    head = [_("Session"), *(planned.course.role_name(role) for role in roles)]
    body: list[list[Sequence[nodes.Node]]] = []
    for session, paper, places in rows:
        name = " ".join(part for part in (_day(session, planned, context), session.title) if part)
        if paper:
            name = _("{label}: {text}").format(label=name, text=paper)
        first = nodes.Text(name)
        names = [_names(role, places, planned, context) for role in roles]
        body.append([[first], *names])
    widths = [3, *(2 for _role in roles)]
    titles = [[nodes.Text(title)] for title in head]
    if cuts_words(titles, body, widths):
        return table_as_lines(head, body, context)
    return plain_table(titles, body, widths)


def _names(
    role: str, places: Sequence[Place], planned: PlannedCourse, context: ViewContext
) -> list[nodes.Node]:
    """Who takes a role, then a mark for each person who is still wanted."""
    names = planned.presenting.names
    shown: list[nodes.Node] = []
    for place in places:
        if place.role != role:
            continue
        found: list[nodes.Node] = [
            nodes.Text(names.show(taker) or _("taken")) for taker in place.takers
        ]
        if planned.presenting.sessions[place.session].held:
            found += [_open_place(planned, context) for _number in range(place.open)]
        for node in found:
            shown += [*([nodes.Text(_(", "))] if shown else []), node]
    return shown


def _open_place(planned: PlannedCourse, context: ViewContext) -> nodes.Node:
    """A place that nobody has taken: a link to the sheet where the repository is known."""
    word = open_place()
    sheet = planned.presenting.sheet
    address = edit_address(context.env.config, sheet.source.path) if sheet else None
    if address is None or not context.is_html:
        return word
    return nodes.reference("", "", word, refuri=address, internal=False)


def _loads(planned: PlannedCourse, context: ViewContext) -> list[nodes.Node]:
    """How many places each student has, and what the rules still ask for."""
    if planned.presenting.names.form == "hidden":
        text = _("This course does not show the names of its students.")
        return [nodes.paragraph("", text, classes=["seminar-text"])]
    loads = student_loads(planned)
    if not loads:
        return []
    head = [_("Student"), _("Places"), _("Roles"), _("Still to do")]
    body = [
        [
            load.name,
            str(load.count),
            _role_names(load.roles, planned),
            _("; ").join(_phrase(finding, planned) for finding in load.findings),
        ]
        for load in loads
    ]
    title = nodes.rubric("", _("Students"), classes=["seminar-text"])
    if not context.is_html:
        cells = [[[nodes.Text(text)] for text in row] for row in body]
        return [title, plain_table([[nodes.Text(text)] for text in head], cells, [3, 2, 4, 4])]
    heads = [tag("th", {"scope": "col", "role": "columnheader"}, text) for text in head]
    rows = [
        tag(
            "tr",
            {"role": "row"},
            tag("th", {"scope": "row", "role": "rowheader"}, row[0]),
            *(
                tag("td", {"role": "cell", "data-role": label}, text)
                for label, text in zip(head[1:], row[1:], strict=True)
            ),
        )
        for row in body
    ]
    table = fragment(
        tag(
            "table",
            {
                "class": "seminar-presenters seminar-loads",
                "role": "table",
                "aria-label": _("Students"),
            },
            tag("thead", {"role": "rowgroup"}, tag("tr", {"role": "row"}, *heads)),
            tag("tbody", {"role": "rowgroup"}, *rows),
        ),
        searched=" ".join(row[0] for row in body),
    )
    return [title, element("div", {"class": "seminar-presenters-box"}, table)]


def _role_names(roles: Iterable[str], planned: PlannedCourse) -> str:
    return _(", ").join(planned.course.role_name(role) for role in roles)


def _phrase(finding: Finding, planned: PlannedCourse) -> str:
    """A finding in a few words, for the student."""
    roles = _role_names(finding.roles, planned)
    phrases = {
        "each_student.at_least": _("places to take: {count}").format(count=finding.amount),
        "each_student.at_most": _("places to give up: {count}").format(count=finding.amount),
        "each_student.distinct_roles": _("more than once {roles}").format(roles=roles),
        "each_student.every_role": _("not yet {roles}").format(roles=roles),
        "each_student.one_role_a_session": _("two roles in one session"),
        "each_student.one_slot_a_session": _("two places in one session"),
        "each_student.not_two_weeks_in_a_row": _("two weeks in a row"),
        "presenting.roles": _("twice in one place"),
    }
    return phrases[finding.rule]
