"""The cell of a session in the html schedule."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from ..locale import _
from ..markup import Tag, start_tag, tag
from ..model.course import Course
from ..model.schedule import MovedRow, SessionRow
from ..nodes import element, fragment, html_fragment
from .context import ViewContext
from .dates import meeting_text, short_date
from .schedule_rows import ShownRow


def session_cell(
    shown: ShownRow, course: Course, context: ViewContext, show: tuple[str, ...], level: int
) -> nodes.Element:
    """Title, speaker and content, in the author's order."""
    assert shown.session is not None
    assert shown.content is not None
    # The cell has the session's id: the row is to be free for ``id="today"``.
    is_held_here = shown.own and not isinstance(shown.row, MovedRow)
    attributes = {"role": "cell", "id": shown.session.anchor if is_held_here else None}
    cell = element("td", attributes)
    title = _title(shown, context)
    cell.append(element(f"h{level}" if show else "div", {"class": "seminar-title"}, *title))
    notes = list(_notes(shown, course, context))
    if notes:
        spaced = [piece for note in notes for piece in (note, " ")][:-1]
        cell.append(fragment(tag("p", {"class": "seminar-notes"}, *spaced)))
    for part, node in shown.content.shown(show):
        if part in {"speakers", "link"}:
            css_class = f"seminar-{part.removesuffix('s')}"
            cell.append(element("p", {"class": css_class}, *node.children))
        else:
            cell.append(node)
    return cell


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


def _notes(shown: ShownRow, course: Course, context: ViewContext) -> Iterator[Tag]:
    """Kind, what happened to the session, and its place where that is not the usual one."""
    row = shown.row
    if shown.content and shown.content.kind:
        yield tag("span", {"class": "seminar-kind"}, shown.content.kind)
    if isinstance(row, MovedRow):
        if row.moved_to is None:
            yield _note(_("Moved; the new date is to be announced"))
        else:
            date = meeting_text(row.moved_to, context.language, course.clock)
            yield _note(_("Moved to {date}").format(date=date))
    elif isinstance(row, SessionRow):
        if row.session.status == "cancelled":
            yield _note(_("Cancelled"))
        if row.session.moved_from and row.meeting:
            date = short_date(row.session.moved_from, context.language)
            yield _note(_("Moved from {date}").format(date=date))
        where = row.meeting.where if row.meeting else row.session.where
        if where and where not in {pattern.where for pattern in course.patterns}:
            yield tag("span", {"class": "seminar-where"}, where)


def _note(text: str) -> Tag:
    return tag("span", {"class": "seminar-note"}, text)
