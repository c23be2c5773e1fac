"""``{presenters}``: who presents in which role, as a table."""

from __future__ import annotations

from collections.abc import Mapping

from docutils import nodes

from ...locale import _
from ...model.presenter_line import WrittenSlot
from ...pages.html import Attributes, Tag, tag
from ...pages.nodes import (
    element,
    fragment,
    seminar_paper,
    seminar_presenter,
    seminar_presenters,
    seminar_presenting_row,
    seminar_slot,
)
from ..page import Page
from ..plain_table import cuts_words, plain_table
from ..view import Body, View
from .role_lines import role_lines, table_as_lines
from .rows import ShownPresenters, presenter_rows, shown_presenters


def draw(shown: ShownPresenters, body: Body, page: Page) -> list[nodes.Node]:
    """A row a paper and a column a role; without papers, one row."""
    assert isinstance(body, seminar_presenters)
    rows = presenter_rows(shown, body)
    if not rows:
        return []
    # A page may translate a role; what it does not is called as in course.yml.
    own: Roles = body.get("role_names", {})
    roles = {role: own.get(role) or name for role, name in shown.roles}
    has_papers = any(paper.astext().strip() for row in rows for paper in _paper(row))
    if page.is_html:
        return [_table(rows, roles, has_papers=has_papers)]
    return _plain(rows, roles, page, has_papers=has_papers)


VIEW = View(show=shown_presenters, draw=draw, is_governed=False)

Roles = Mapping[str, str]
"""The roles as slots have them, each with what readers see for it."""


def _table(rows: list[seminar_presenting_row], roles: Roles, *, has_papers: bool) -> nodes.Element:
    heads = [tag("th", {"scope": "col", "role": "columnheader"}, name) for name in roles.values()]
    if has_papers:
        heads.insert(0, tag("td", {"role": "cell"}))
    head = tag("thead", {"role": "rowgroup"}, tag("tr", {"role": "row"}, *heads))
    attributes = {
        "class": _classes(len(roles), has_papers=has_papers),
        "role": "table",
        "aria-label": _("Presenters"),
    }
    box, of_body = {"class": "seminar-presenters-box"}, {"role": "rowgroup"}
    if not has_papers and not any(row.children for row in rows):
        # One piece of HTML where all of it is text alone, which is what nearly all tables are.
        text_body = tag("tbody", of_body, *(_text_row(row, roles) for row in rows))
        names = (shown for row in rows for slot in row["slots"] for shown in slot.names)
        text_table = tag("table", attributes, head, text_body)
        return fragment(tag("div", box, text_table), searched=", ".join(names))
    body = element("tbody", of_body, *(_row(row, roles, has_papers=has_papers) for row in rows))
    return element("div", box, element("table", attributes, fragment(head), body))


def _classes(roles: int, *, has_papers: bool) -> str:
    """How wide the table is, which decides when its cells are stacked."""
    if roles > 3:
        return "seminar-presenters seminar-many-roles"
    return "seminar-presenters" + (" seminar-one-role" if roles == 1 and not has_papers else "")


def _row(row: seminar_presenting_row, roles: Roles, *, has_papers: bool) -> nodes.Element:
    cells: list[nodes.Node] = []
    if has_papers:
        cells.append(element("th", {"scope": "row", "role": "rowheader"}, *_paper_content(row)))
    cells += [element("td", _cell(name), *_names(row, role)) for role, name in roles.items()]
    return element("tr", {"role": "row"}, *cells)


def _text_row(row: seminar_presenting_row, roles: Roles) -> Tag:
    cells = []
    for role, name in roles.items():
        content: list[str | Tag] = []
        for slot in row["slots"]:
            if slot.role == role:
                open_ = tag("span", {"class": "seminar-open"}, _("open"))
                for shown in slot.names or (open_,):
                    content += [*([_(", ")] if content else []), shown]
        cells.append(tag("td", _cell(name), *content))
    return tag("tr", {"role": "row"}, *cells)


def _cell(role: str) -> Attributes:
    return {"role": "cell", "data-role": role}


def _paper(row: seminar_presenting_row) -> list[seminar_paper]:
    return [child for child in row.children if isinstance(child, seminar_paper)]


def _paper_content(row: seminar_presenting_row) -> list[nodes.Node]:
    return [node for paper in _paper(row) for node in paper.children]


def _names(row: seminar_presenting_row, role: str) -> list[nodes.Node]:
    """The presenters in a role, parted by commas; an open slot where one has none."""
    found: list[nodes.Node] = []
    for number, slot in enumerate(row["slots"]):
        if slot.role == role:
            for shown in _names_of_slot(row, number, slot) or [[open_slot()]]:
                found += [*([nodes.Text(_(", "))] if found else []), *shown]
    return found


def _names_of_slot(
    row: seminar_presenting_row, number: int, slot: WrittenSlot
) -> list[list[nodes.Node]]:
    for child in row.children:
        if isinstance(child, seminar_slot) and child["number"] == number:
            return [presenter.children for presenter in child.findall(seminar_presenter)]
    return [[nodes.Text(name)] for name in slot.names]


def open_slot() -> nodes.Node:
    """A slot that nobody has taken yet."""
    # For translators: a slot that nobody has taken yet is open
    return nodes.inline("", _("open"), classes=["seminar-open"])


def _plain(
    rows: list[seminar_presenting_row],
    roles: Roles,
    page: Page,
    *,
    has_papers: bool,
) -> list[nodes.Node]:
    if not has_papers:
        lines = [
            (roles[role], _names(row, role))
            for row in rows
            for role in dict.fromkeys(slot.role for slot in row["slots"])
        ]
        label = nodes.paragraph("", "", nodes.strong("", _("Presenters")))
        return [*([label] if len(lines) > 1 else []), role_lines(lines, page)]
    head = ["", *roles.values()]
    body = [[_paper_content(row), *(_names(row, role) for role in roles)] for row in rows]
    widths = [3, *(2 for _role in roles)]
    titles = [[nodes.Text(title)] for title in head]
    if cuts_words(titles, body, widths):
        return [table_as_lines(head, body, page)]
    return [plain_table(titles, body, widths)]
