"""``{presenters}``: who presents in which role, as a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

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
        address = page.edit_address(shown.sheet) if shown.sheet else None
        return [_Table(roles, shown.session, address, has_papers=has_papers).draw(rows)]
    return _plain(rows, roles, page, has_papers=has_papers)


VIEW = View(show=shown_presenters, draw=draw, is_governed=False)

Roles = Mapping[str, str]
"""The roles as slots have them, each with what readers see for it."""


class _Table:
    """Draws the html table of one session."""

    def __init__(self, roles: Roles, session: str, sheet: str | None, *, has_papers: bool) -> None:
        self.roles = roles
        self.session = session
        self.sheet = sheet  # its address, where it can be edited
        self.has_papers = has_papers

    def draw(self, rows: list[seminar_presenting_row]) -> nodes.Element:
        """All rows; one piece of HTML where it is text alone, as nearly all tables are."""
        heads = [tag("th", {"scope": "col"}, name) for name in self.roles.values()]
        if self.has_papers:
            heads.insert(0, tag("td"))
        head = tag("thead", {}, tag("tr", {}, *heads))
        attributes = {"class": self._classes(), "aria-label": self._label()}
        box = {"class": "seminar-presenters-box"}
        if not self.has_papers and not any(row.children for row in rows):
            table = tag("table", attributes, head, tag("tbody", {}, *map(self._text_row, rows)))
            names = (shown for row in rows for slot in row["slots"] for shown in slot.names)
            return fragment(tag("div", box, table), searched=", ".join(names))
        body = element("tbody", {}, *map(self._row, rows))
        return element("div", box, element("table", attributes, fragment(head), body))

    def _classes(self) -> str:
        """How wide the table is, which decides when its cells are stacked."""
        if len(self.roles) > 3:
            return "seminar-presenters seminar-many-roles"
        is_one = len(self.roles) == 1 and not self.has_papers
        return "seminar-presenters" + (" seminar-one-role" if is_one else "")

    def _label(self) -> str:
        """What the table is called for those who hear it: there is one in each session."""
        label = _("Presenters")
        if not self.session:
            return label
        return _("{label}: {text}").format(label=label, text=self.session)

    def _row(self, row: seminar_presenting_row) -> nodes.Element:
        cells: list[nodes.Node] = []
        if self.has_papers:
            cells.append(element("th", {"scope": "row"}, *_paper_content(row)))
        for role, name in self.roles.items():
            drawn = _names(row, role, lambda: fragment(self._open()))
            cells.append(element("td", _cell(name), *drawn))
        return element("tr", {}, *cells)

    def _text_row(self, row: seminar_presenting_row) -> Tag:
        cells = []
        for role, name in self.roles.items():
            content: list[str | Tag] = []
            for slot in row["slots"]:
                if slot.role == role:
                    for shown in slot.names or (self._open(),):
                        content += [*([_(", ")] if content else []), shown]
            cells.append(tag("td", _cell(name), *content))
        return tag("tr", {}, *cells)

    def _open(self) -> Tag:
        return open_tag(_("open: sign up") if self.sheet else _("open"), self.sheet)


def _cell(role: str) -> Attributes:
    return {"data-role": role}


def _paper(row: seminar_presenting_row) -> list[seminar_paper]:
    return [child for child in row.children if isinstance(child, seminar_paper)]


def _paper_content(row: seminar_presenting_row) -> list[nodes.Node]:
    return [node for paper in _paper(row) for node in paper.children]


def _names(
    row: seminar_presenting_row, role: str, draw_open: Callable[[], nodes.Node]
) -> list[nodes.Node]:
    """The presenters in a role, parted by commas; an open slot where one has none."""
    found: list[nodes.Node] = []
    for number, slot in enumerate(row["slots"]):
        if slot.role == role:
            for shown in _names_of_slot(row, number, slot) or [[draw_open()]]:
                found += [*([nodes.Text(_(", "))] if found else []), *shown]
    return found


def _names_of_slot(
    row: seminar_presenting_row, number: int, slot: WrittenSlot
) -> list[list[nodes.Node]]:
    for child in row.children:
        if isinstance(child, seminar_slot) and child["number"] == number:
            return [presenter.children for presenter in child.findall(seminar_presenter)]
    return [[nodes.Text(name)] for name in slot.names]


def open_tag(word: str, address: str | None) -> Tag:
    """A slot that nobody has taken: a link to the sheet where that can be edited."""
    slot = tag("span", {"class": "seminar-open"}, word)
    return tag("a", {"href": address}, slot) if address else slot


def open_slot() -> nodes.Node:
    """The same, outside of html."""
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
            (roles[role], _names(row, role, open_slot))
            for row in rows
            for role in dict.fromkeys(slot.role for slot in row["slots"])
        ]
        label = nodes.paragraph("", "", nodes.strong("", _("Presenters")))
        return [*([label] if len(lines) > 1 else []), role_lines(lines, page)]
    head = ["", *roles.values()]
    body = [
        [_paper_content(row), *(_names(row, role, open_slot) for role in roles)] for row in rows
    ]
    widths = [3, *(2 for _role in roles)]
    titles = [[nodes.Text(title)] for title in head]
    if cuts_words(titles, body, widths):
        return [table_as_lines(head, body, page)]
    return [plain_table(titles, body, widths)]
