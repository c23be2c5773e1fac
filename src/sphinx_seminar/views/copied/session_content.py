"""What a row shows of its session: taken where it is, or copied from the session's page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from docutils import nodes

from ...pages.nodes import (
    child_of,
    seminar_collapsible,
    seminar_deadline,
    seminar_link,
    seminar_materials,
    seminar_presenters,
    seminar_readings,
    seminar_schedule,
    seminar_session,
    seminar_session_head,
    seminar_speaker,
    seminar_title,
    seminar_view,
)
from ...pages.transforms.reading_items import is_reading_list
from ...plan.planned_course import PlannedCourse, PlannedSession
from ..page import Page
from ..session_link import ShownSession
from .addresses import is_relative, moved
from .cross_references import adopt_xrefs
from .ids import renew_ids
from .numbers import copy_captions, copy_equations

if TYPE_CHECKING:
    from ..materials_line import ShownMaterials

Part = Literal[
    "title",
    "speakers",
    "link",
    "materials",
    "body",
    "readings",
    "optional",
    "presenters",
    "deadlines",
]


@dataclass(frozen=True, slots=True)
class SessionContent:
    """The nodes of a session, each with the part of the row that it belongs to."""

    title: list[nodes.Node]
    parts: list[tuple[Part, nodes.Node]]

    def shown(self, show: tuple[str, ...]) -> Iterator[tuple[Part, nodes.Node]]:
        """The parts that ``:show:`` names, in the author's order; a link goes with the body."""
        for part, node in self.parts:
            if part in show or (part == "link" and "body" in show):
                yield part, node


def own_content(node: seminar_session) -> SessionContent:
    """The content of a session that is in the schedule itself."""
    title = child_of(node, seminar_title)
    parts = [(_part(child), child) for child in node.children if child is not title]
    return SessionContent(list(title.children), parts)


def gathered_content(session: ShownSession, page: Page) -> SessionContent:
    """The content of a session of another page.

    Its doctree is read where a view shows more than a title that is text alone: copying content
    into the environment would cost every build, reading it costs this one.
    """
    node = None
    if not page.checks_links:
        node = page.session_node(session.docname, session.anchor)
    if node is None:
        return SessionContent([nodes.Text(session.title)], [])
    if isinstance(node, seminar_session):
        copy: nodes.Element = node.deepcopy()
        _flatten(copy)
        title: nodes.Element = child_of(copy, seminar_title)
    else:
        copy = node.parent.deepcopy()
        _flatten(copy)
        title = child_of(copy, nodes.title)
    for schedule in list(copy.findall(seminar_schedule)):
        schedule.parent.remove(schedule)  # the one that shows this row, or one like it
    adopt(copy, session.docname, page)
    is_section = isinstance(copy, nodes.section)
    children = _section_content(copy) if is_section else copy.children
    parts = [(_part(child), child) for child in children if child is not title]
    return SessionContent(list(title.children), parts)


def shown_materials(planned: PlannedCourse, session: PlannedSession) -> ShownMaterials | None:
    """The materials of a session; None where it has none."""
    if not session.facts.materials:
        return None
    from ..materials_line import materials_of  # many sessions have none

    return materials_of(planned, session)


def materials_line(node: nodes.Node, shown: ShownMaterials | None, page: Page) -> list[nodes.Node]:
    """The materials in a `seminar_materials` as a paragraph; nothing where the course has none."""
    if shown is None:
        return []
    from ..materials_line import line_of_materials

    assert isinstance(node, nodes.Element)
    return line_of_materials(node, shown, page)


def _flatten(copy: nodes.Element) -> None:
    """Make a rubric of each heading inside, be it in a quotation; leave other sessions out.

    A section cannot stay: in a row it has no id, without which Sphinx cannot write its title.
    """
    for section in list(copy.findall(nodes.section)):
        if section is copy or not isinstance(section.next_node(), nodes.title):
            continue  # without a title, part of what an extension made
        if any(isinstance(node, seminar_session_head) for node in section.children):
            section.parent.remove(section)  # another session
        else:
            heading, *content = section.children
            section.parent.replace(section, [nodes.rubric("", "", *heading.children), *content])


def _section_content(section: nodes.Element) -> Iterator[nodes.Node]:
    """The nodes of an adopted section."""
    for child in section.children:
        if isinstance(child, seminar_session_head):
            yield from child.children
        else:
            yield child


def _part(node: nodes.Node) -> Part:
    if isinstance(node, seminar_speaker):
        return "speakers"
    if isinstance(node, seminar_link):
        return "link"
    if isinstance(node, seminar_materials):
        return "materials"
    if isinstance(node, seminar_readings):
        return "readings"
    if isinstance(node, seminar_collapsible) and is_reading_list(node):
        return "optional"
    if isinstance(node, seminar_deadline):
        return "deadlines"
    if isinstance(node, seminar_view):  # of what is withheld, it stands for the part that it is
        part: Part = node.get("part", "body")
        return part
    return "presenters" if isinstance(node, seminar_presenters) else "body"


def adopt(node: nodes.Element, origin: str, page: Page) -> None:
    """Make a copy of *origin*'s content right on the page that shows it."""
    copy_captions(node, origin, page)
    new_ids = renew_ids(node, origin, page)
    copy_equations(node, origin, page)
    for target in list(node.findall(nodes.target)):
        if not target.children:  # what leads here leads to its own page
            target.parent.remove(target)
    adopt_xrefs(node, origin, page)
    uri = page.page_uri(origin)
    for note in list(node.findall(nodes.footnote_reference)):
        text = nodes.Text(f"[{note.astext()}]")
        link = nodes.reference("", "", text, refid=note["refid"])
        if page.builder.format == "latex" and uri is not None:
            del link["refid"]  # a book has footnotes and no labels of them
            link["refuri"] = uri.partition("#")[0]
            link["internal"] = True
        note.parent.replace(note, link)
    for reference in list(node.findall(nodes.reference)):
        address = reference.get("refuri", "")
        is_moved = is_relative(address) and not reference.get("internal")
        if reference.get("refid") in new_ids or ("refid" not in reference and not is_moved):
            continue
        if uri is None:  # its page is not in the book
            reference.parent.replace(reference, nodes.inline("", "", *reference.children))
        elif "refid" in reference:
            reference["refuri"] = f"{uri.partition('#')[0]}#{reference['refid']}"
            del reference["refid"]
        else:
            reference["refuri"] = moved(address, uri)
    raw = [raw for raw in node.findall(nodes.raw) if "html" in raw.get("format", "").split()]
    if raw and uri is not None and page.is_html:
        from .raw_html import move_raw_html  # hardly any page has raw HTML

        move_raw_html(raw, origin, uri, page)
