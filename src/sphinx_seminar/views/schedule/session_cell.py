"""The cell of a session in the html schedule."""

from __future__ import annotations

from docutils import nodes

from ...locale import _
from ...pages.html import Tag, start_tag, tag
from ...pages.nodes import element, fragment, html_fragment
from ..copied.session_content import SessionContent, materials_line
from ..heard_link import numbered_link
from ..page import Page
from ..words.label import label_tag
from .rows import ShownRow, ShownSchedule
from .session_notes import session_notes


def session_cell(
    row: ShownRow,
    content: SessionContent,
    in_cell: tuple[str, ...],
    shown: ShownSchedule,
    page: Page,
    level: int | None,
) -> nodes.Element | Tag:
    """Title, speaker and content, in the author's order.

    *in_cell* are the parts that are under the title.

    Where a session is on another page and text alone is shown of it, as in a schedule of
    titles, the cell is HTML as it is, which costs no node.
    """
    session = row.session
    assert session is not None
    heading = f"h{level}" if level else "div"
    notes = _notes(row, shown, page)
    parts = list(content.shown(in_cell))
    is_moved = row.sort == "moved"
    is_text = all(isinstance(node, nodes.Text) for node in content.title)
    if is_text and not parts and not row.is_own and not is_moved:
        address = page.address(session.docname, session.anchor)
        title = "".join(node.astext() for node in content.title)
        attributes = {"class": "reference internal", "href": address}
        link = tag("a", attributes | {"aria-label": row.numbered_title}, title)
        return tag("td", {}, tag(heading, {"class": "seminar-title"}, link), *notes)
    # The cell has the session's id: the row is to be free for ``id="today"``.
    is_held_here = row.is_own and not is_moved
    cell = element("td", {"id": session.anchor if is_held_here else None})
    cell["session_title"] = row.numbered_title or session.title
    cell.append(element(heading, {"class": "seminar-title"}, *_title(row, content, page)))
    cell += [fragment(line) for line in notes]
    for part, node in parts:
        if part in {"speakers", "link"}:
            css_class = f"seminar-{part.removesuffix('s')}"
            cell.append(element("p", {"class": css_class}, *node.children))
        elif part == "materials":
            cell += materials_line(node, row.materials, page)
        else:
            cell.append(node)
    return cell


def _notes(row: ShownRow, shown: ShownSchedule, page: Page) -> list[Tag]:
    """What is noted of a session as one line; none where nothing is."""
    notes = [label_tag(label, "seminar-kind") for label in row.labels]
    notes += [
        tag("span", {"class": css_class}, text)
        for css_class, text in session_notes(
            row, shown.clock, page.language, has_year=shown.has_years
        )
    ]
    parted = [piece for note in notes for piece in (note, " · ")][:-1]
    return [tag("p", {"class": "seminar-notes"}, *parted)] if notes else []


def _title(row: ShownRow, content: SessionContent, page: Page) -> list[nodes.Node]:
    assert row.session is not None
    title = list(content.title)
    if row.sort == "moved":
        return [element("s", {}, *title)]
    if not row.is_own:
        link = page.link(row.session.docname, row.session.anchor, *title)
        return [numbered_link(link, row.numbered_title)]
    if page.env.config.html_permalinks:
        sign = permalink(row.session.anchor, _("Link to this session"), page)
        return [*title, nodes.Text(" "), sign]
    return title


def permalink(anchor: str, title: str, page: Page) -> nodes.Node:
    """The sign behind a title that links to it."""
    attributes = {"class": "headerlink", "href": f"#{anchor}", "title": title}
    # The icon is markup that conf.py may set, as Sphinx's own permalinks have it.
    icon = page.env.config.html_permalinks_icon
    return html_fragment("", html=f"{start_tag('a', attributes)}{icon}</a>")
