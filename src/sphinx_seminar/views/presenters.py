"""Who presents in which role, as a table."""

from __future__ import annotations

from docutils import nodes

from ..locale import _
from ..markup import tag
from ..nodes import (
    child_of,
    element,
    fragment,
    seminar_paper,
    seminar_place,
    seminar_presenter,
    seminar_presenters,
    seminar_presenting_row,
)
from .context import ViewContext
from .plain_table import plain_table


def presenters_view(placeholder: seminar_presenters, context: ViewContext) -> list[nodes.Node]:
    """A row a paper and a column a role; without papers, one row."""
    rows = [row for row in placeholder.children if isinstance(row, seminar_presenting_row)]
    roles = list(dict.fromkeys(place["role"] for row in rows for place in _places(row)))
    has_papers = any(child_of(row, seminar_paper).astext().strip() for row in rows)
    if context.is_html:
        return [_table(rows, roles, has_papers=has_papers)]
    return [_plain_table(rows, roles)] if has_papers else _plain_lines(rows, context)


def _table(
    rows: list[seminar_presenting_row], roles: list[str], *, has_papers: bool
) -> nodes.Element:
    heads = [tag("th", {"scope": "col", "role": "columnheader"}, role) for role in roles]
    if has_papers:
        heads.insert(0, tag("td", {"role": "cell"}))
    head = tag("thead", {"role": "rowgroup"}, tag("tr", {"role": "row"}, *heads))
    body: list[nodes.Node] = []
    for row in rows:
        cells: list[nodes.Node] = []
        if has_papers:
            paper = child_of(row, seminar_paper)
            cells.append(element("th", {"scope": "row", "role": "rowheader"}, *paper.children))
        cells += [
            element("td", {"role": "cell", "data-role": role}, *_names(row, role)) for role in roles
        ]
        body.append(element("tr", {"role": "row"}, *cells))
    attributes = {
        "class": _classes(len(roles), has_papers=has_papers),
        "role": "table",
        "aria-label": _("Presenters"),
    }
    table = element(
        "table", attributes, fragment(head), element("tbody", {"role": "rowgroup"}, *body)
    )
    return element("div", {"class": "seminar-presenters-box"}, table)


def _classes(roles: int, *, has_papers: bool) -> str:
    """How wide the table is, which decides when its cells are stacked."""
    if roles > 3:
        return "seminar-presenters seminar-many-roles"
    return "seminar-presenters" + (" seminar-one-role" if roles == 1 and not has_papers else "")


def _names(row: seminar_presenting_row, role: str) -> list[nodes.Node]:
    """The presenters in a role, parted by commas; an open place where one has none."""
    names: list[nodes.Node] = []
    for place in _places(row):
        if place["role"] != role:
            continue
        presenters = [child.children for child in place.findall(seminar_presenter)]
        for shown in presenters or [[open_place()]]:
            names += [*([nodes.Text(", ")] if names else []), *shown]
    return names


def open_place() -> nodes.Node:
    """A place that nobody has taken yet."""
    return nodes.inline("", _("open"), classes=["seminar-open"])


def _plain_lines(rows: list[seminar_presenting_row], context: ViewContext) -> list[nodes.Node]:
    lines: list[list[nodes.Node]] = [
        [nodes.Text(f"{place['role']}: "), *_names(row, place["role"])]
        for row in rows
        for place in _places(row)
    ]
    if len(lines) == 1:
        return [nodes.paragraph("", "", *lines[0])]
    label = nodes.paragraph("", "", nodes.strong("", _("Presenters")))
    if context.builder.format == "latex":
        # It leaves much room around lines, as the text format does around items.
        items = (nodes.list_item("", nodes.paragraph("", "", *line)) for line in lines)
        return [label, nodes.bullet_list("", *items, bullet="-")]
    return [label, nodes.line_block("", *(nodes.line("", "", *line) for line in lines))]


def _plain_table(rows: list[seminar_presenting_row], roles: list[str]) -> nodes.Element:
    head = [[nodes.Text("")], *([nodes.Text(role)] for role in roles)]
    body = [
        [list(child_of(row, seminar_paper).children), *(_names(row, role) for role in roles)]
        for row in rows
    ]
    return plain_table(head, body, [3, *(2 for _role in roles)])


def _places(row: nodes.Element) -> list[seminar_place]:
    return [child for child in row.children if isinstance(child, seminar_place)]
