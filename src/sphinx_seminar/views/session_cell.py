"""The cell of a session in the html schedule."""

from __future__ import annotations

from docutils import nodes

from ..locale import _
from ..model.course import Course
from ..model.schedule import MovedRow, SessionRow
from ..nodes import element
from .context import ViewContext
from .dates import meeting_text, short_date
from .schedule_rows import ShownRow


def session_cell(
    shown: ShownRow, course: Course, context: ViewContext, show: tuple[str, ...], level: int
) -> nodes.Element:
    """Title, speaker and content, in the author's order."""
    assert shown.session is not None
    assert shown.content is not None
    row, session = shown.row, shown.session
    # The row itself is free for ``id="today"``.
    held = shown.own and not isinstance(row, MovedRow)
    cell = element("td", {"role": "cell", "id": session.anchor if held else None})
    title: list[nodes.Node] = list(shown.content.title)
    if isinstance(row, MovedRow):
        title = [element("s", {}, *title)]
    elif not shown.own:
        title = [context.link(session.docname, session.anchor, *title)]
    elif context.env.config.html_permalinks:
        title += [nodes.Text(" "), _permalink(session.anchor, context)]
    cell += element(f"h{level}" if show else "div", {"class": "seminar-title"}, *title)
    cell += _notes(shown, course, context)
    for part, node in shown.content.shown(show):
        if part in {"speakers", "link"}:
            cell += element("p", {"class": f"seminar-{part.removesuffix('s')}"}, *node.children)
        else:
            cell += node
    return cell


def _permalink(anchor: str, context: ViewContext) -> nodes.Element:
    icon = nodes.raw("", context.env.config.html_permalinks_icon, format="html")
    attrs = {
        "class": "headerlink",
        "href": f"#{anchor}",
        "title": _("Link to this session"),
    }
    return element("a", attrs, icon, search=False)


def _notes(shown: ShownRow, course: Course, context: ViewContext) -> list[nodes.Node]:
    row, content = shown.row, shown.content
    notes: list[nodes.Node] = []
    if isinstance(row, SessionRow):
        if row.session.status == "cancelled":
            notes.append(_note(_("Cancelled")))
        if row.session.moved_from and row.meeting:
            was = short_date(row.session.moved_from, context.language)
            notes.append(_note(_("Moved from {date}").format(date=was)))
        usual = {pattern.where for pattern in course.patterns}
        if row.meeting and row.meeting.where and row.meeting.where not in usual:
            notes.append(element("span", {"class": "seminar-where"}, nodes.Text(row.meeting.where)))
        elif row.session.where:
            notes.append(element("span", {"class": "seminar-where"}, nodes.Text(row.session.where)))
    elif isinstance(row, MovedRow):
        if row.moved_to:
            date = meeting_text(row.moved_to, context.language, course.clock)
            notes.append(_note(_("Moved to {date}").format(date=date)))
        else:
            notes.append(_note(_("Moved; the new date is to be announced")))
    if content is not None and content.kind:
        notes.insert(0, element("span", {"class": "seminar-kind"}, nodes.Text(content.kind)))
    return [element("p", {"class": "seminar-notes"}, *_spaced(notes))] if notes else []


def _note(text: str) -> nodes.Node:
    return element("span", {"class": "seminar-note"}, nodes.Text(text))


def _spaced(notes: list[nodes.Node]) -> list[nodes.Node]:
    spaced: list[nodes.Node] = []
    for note in notes:
        spaced += [*([nodes.Text(" ")] if spaced else []), note]
    return spaced
