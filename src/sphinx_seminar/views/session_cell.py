"""The cell of a session in the html schedule."""

from __future__ import annotations

from docutils import nodes

from ..locale import _
from ..markup import Tag, start_tag, tag
from ..model.course import Course
from ..model.schedule import MovedRow
from ..nodes import element, fragment, html_fragment
from .context import ViewContext
from .schedule_rows import ShownRow
from .session_notes import session_notes


def session_cell(
    shown: ShownRow, course: Course, context: ViewContext, show: tuple[str, ...], level: int | None
) -> nodes.Element | Tag:
    """Title, speaker and content, in the author's order.

    Where a session stands on another page and text alone is shown of it, as in a schedule of
    titles, the cell is HTML as it is, which costs no node.
    """
    session, content = shown.session, shown.content
    assert session is not None
    assert content is not None
    heading = f"h{level}" if level else "div"
    notes = _notes(shown, course, context)
    parts = list(content.shown(show))
    is_moved = isinstance(shown.row, MovedRow)
    is_text = all(isinstance(node, nodes.Text) for node in content.title)
    if is_text and not parts and not shown.own and not is_moved:
        address = context.address(session.docname, session.anchor)
        title = "".join(node.astext() for node in content.title)
        link = tag("a", {"class": "reference internal", "href": address}, title)
        return tag("td", {"role": "cell"}, tag(heading, {"class": "seminar-title"}, link), *notes)
    # The cell has the session's id: the row is to be free for ``id="today"``.
    is_held_here = shown.own and not is_moved
    cell = element("td", {"role": "cell", "id": session.anchor if is_held_here else None})
    cell.append(element(heading, {"class": "seminar-title"}, *_title(shown, context)))
    cell += [fragment(line) for line in notes]
    for part, node in parts:
        if part in {"speakers", "link"}:
            css_class = f"seminar-{part.removesuffix('s')}"
            cell.append(element("p", {"class": css_class}, *node.children))
        else:
            cell.append(node)
    return cell


def _notes(shown: ShownRow, course: Course, context: ViewContext) -> list[Tag]:
    """What is noted of a session as one line; none where nothing is."""
    notes = [
        tag("span", {"class": css_class}, text)
        for css_class, text in session_notes(shown, course, context)
    ]
    spaced = [piece for note in notes for piece in (note, " ")][:-1]
    return [tag("p", {"class": "seminar-notes"}, *spaced)] if notes else []


def _title(shown: ShownRow, context: ViewContext) -> list[nodes.Node]:
    assert shown.session is not None
    assert shown.content is not None
    title = list(shown.content.title)
    if isinstance(shown.row, MovedRow):
        return [element("s", {}, *title)]
    if not shown.own:
        return [context.link(shown.session.docname, shown.session.anchor, *title)]
    if context.env.config.html_permalinks:
        return [*title, nodes.Text(" "), _permalink(shown.session.anchor, context)]
    return title


def _permalink(anchor: str, context: ViewContext) -> nodes.Node:
    attributes = {"class": "headerlink", "href": f"#{anchor}", "title": _("Link to this session")}
    # The icon is markup that conf.py may set, as Sphinx's own permalinks have it.
    icon = context.env.config.html_permalinks_icon
    return html_fragment("", html=f"{start_tag('a', attributes)}{icon}</a>")
