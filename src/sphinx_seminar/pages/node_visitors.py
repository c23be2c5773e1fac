"""How each builder writes the nodes of our own that no view has replaced."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any, Protocol

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder

from ..locale import _, ready
from .html import start_tag
from .nodes import (
    html_element,
    html_fragment,
    seminar_announcement,
    seminar_collapsible,
    seminar_course_info,
    seminar_deadline,
    seminar_edit_link,
    seminar_forthcoming,
    seminar_heard_link,
    seminar_link,
    seminar_material,
    seminar_materials,
    seminar_paper,
    seminar_person,
    seminar_presenter,
    seminar_presenters,
    seminar_presenting_row,
    seminar_readings,
    seminar_schedule,
    seminar_session,
    seminar_session_head,
    seminar_slot,
    seminar_speaker,
    seminar_summary,
    seminar_title,
    seminar_unit,
    seminar_venue,
    seminar_view,
)
from .words_of import words_of

_HEADS = (seminar_summary, nodes.rubric)
_LISTS = (nodes.bullet_list, nodes.enumerated_list)
_STARTS = ("<ul", "<ol")


class _Writer(Protocol):
    """What a visitor needs of an HTML translator."""

    body: list[str]
    builder: Builder


def _visit_html_element(writer: _Writer, node: nodes.Element) -> None:
    writer.body.append(start_tag(node["tag"], node["attrs"]))


def _depart_html_element(writer: _Writer, node: nodes.Element) -> None:
    writer.body.append(f"</{node['tag']}>")


def _visit_html_fragment(writer: _Writer, node: nodes.Element) -> None:
    writer.body.append(node["html"])
    raise nodes.SkipNode


def _blank(node: nodes.Element) -> str:
    return " " if node.get("parted") else ""


def _visit_venue_html(writer: _Writer, node: nodes.Element) -> None:
    writer.body.append(_blank(node) + '<span class="seminar-venue">')


def _visit_forthcoming_html(writer: _Writer, node: nodes.Element) -> None:
    writer.body.append(_blank(node) + '<span class="seminar-forthcoming">')


def _depart_span_html(writer: _Writer, node: nodes.Element) -> None:
    writer.body.append("</span>")


def _visit_collapsible_html(writer: _Writer, node: nodes.Element) -> None:
    node["starts_at"] = len(writer.body)
    attributes = {"class": " ".join(node["classes"]), "id": (node["ids"] or [None])[0]}
    if writer.builder.name == "epub":
        attributes["open"] = ""  # many readers of books cannot open what is closed
    writer.body.append(start_tag("details", attributes) + "\n")


def _depart_collapsible_html(writer: _Writer, node: nodes.Element) -> None:
    if "seminar-optional" in node["classes"]:
        _depart_readings_html(writer, node)
    writer.body.append("</details>\n")


def _visit_summary_html(writer: _Writer, node: nodes.Element) -> None:
    writer.body.append("<summary><span>")


def _depart_summary_html(writer: _Writer, node: nodes.Element) -> None:
    count = node.get("count")
    writer.body.append(f"</span> · {count}</summary>\n" if count else "</span></summary>\n")


def _nothing(writer: Any, node: nodes.Element) -> None:
    """What a format has no markup for is its children alone."""


def _visit_summary(writer: Any, node: nodes.Element) -> None:
    # A writer asks what is before a paragraph: before this one, what precedes its parent.
    writer.visit_paragraph(node.parent)
    writer.visit_strong(node)


def _depart_summary(writer: Any, node: nodes.Element) -> None:
    """What is under the words is indented, so that one sees where it ends."""
    writer.depart_strong(node)
    writer.depart_paragraph(node.parent)
    writer.visit_block_quote(node.parent)


def _visit_collapsible_latex(writer: Any, node: nodes.Element) -> None:
    writer.body += [writer.hypertarget(own_id) for own_id in node["ids"]]


def _depart_collapsible(writer: Any, node: nodes.Element) -> None:
    writer.depart_block_quote(node)


def _visit_readings(writer: Any, node: nodes.Element) -> None:
    """Where it has no style of its own, a word tells a reading list from another list."""
    if isinstance(node.children[0], nodes.rubric):
        return  # a title of the author's, or of its first group
    writer.visit_paragraph(node)
    writer.visit_strong(node)
    writer.visit_Text(nodes.Text(_("Readings")))
    _depart_text(writer)
    writer.depart_strong(node)
    writer.depart_paragraph(node)


def _visit_readings_html(writer: _Writer, node: nodes.Element) -> None:
    """A word where the readings begin, unless a heading says what is in the list."""
    node["starts_at"] = len(writer.body)
    siblings = node.parent.children
    place = siblings.index(node)
    before = siblings[place - 1] if place else None
    if isinstance(before, nodes.title | nodes.rubric) or _is_heading(before):
        return
    if not isinstance(node.children[0], nodes.rubric):
        word = escape(ready("Readings"))
        writer.body.append(f'<p class="seminar-readings-head">{word}</p>\n')


def _depart_readings_html(writer: _Writer, node: nodes.Element) -> None:
    """Names for its lists, and what reference managers find; a book has no use for either."""
    if writer.builder.name != "epub":
        from .coins import coins_of

        _name_lists(writer, node)
        writer.body.append(coins_of(node))


def _name_lists(writer: _Writer, node: nodes.Element) -> None:
    """Say to those who go from list to list what each one is, and of which session."""
    title = _title_around(node)
    if not title:
        return
    pattern = ready("{label}: {text}")
    body, place, word = writer.body, node["starts_at"], ""
    for child in node.children:
        kind = child.__class__
        if kind in _HEADS:
            word = child.astext()
        elif kind in _LISTS:
            place = _start_of_list(body, place)
            if place == len(body):
                return  # a theme writes its lists otherwise
            name = escape(pattern.format(label=word or ready("Readings"), text=title))
            body[place] = f'{body[place][:3]} aria-label="{name}"{body[place][3:]}'
            place += 1


def _start_of_list(body: list[str], place: int) -> int:
    """Where a list of readings begins, from *place* on; the end where none does.

    A list within an item of one has no class of ours.
    """
    end = len(body)
    while place < end and not (body[place][:3] in _STARTS and "seminar-readings" in body[place]):
        place += 1
    return place


def _is_heading(node: nodes.Node | None) -> bool:
    """Whether a paragraph is nothing but bold words."""
    return isinstance(node, nodes.paragraph) and all(
        isinstance(child, nodes.strong) for child in node.children
    )


def _kept_with_next(visit: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """For LaTeX: words over a list are not at the foot of a page."""

    def visit_latex(writer: Any, node: nodes.Element) -> None:
        writer.body.append("\n\\needspace{5\\baselineskip}\n")
        visit(writer, node)

    return visit_latex


def _open_bracket(writer: Any, node: nodes.Element) -> None:
    writer.visit_Text(nodes.Text(_blank(node) + "["))
    _depart_text(writer)


def _open_blank(writer: Any, node: nodes.Element) -> None:
    if _blank(node):
        writer.visit_Text(nodes.Text(" "))
        _depart_text(writer)


def _close_bracket(writer: Any, node: nodes.Element) -> None:
    writer.visit_Text(nodes.Text("]"))
    _depart_text(writer)


def _depart_text(writer: Any) -> None:
    writer.depart_Text(nodes.Text(""))


def _visit_heard_link(writer: _Writer, node: nodes.Element) -> None:
    node["starts_at"] = len(writer.body)


def _depart_heard_link(writer: _Writer, node: nodes.Element) -> None:
    """The name goes into the start tag of the link, whichever way that was written."""
    name = node["name"]
    if node.get("of_session") and (title := _title_around(node)):
        name = _("{label}: {text}").format(label=name, text=title)
    name = escape(name)
    for place in range(node["starts_at"], len(writer.body)):
        if writer.body[place].startswith("<a "):
            writer.body[place] = f'<a aria-label="{name}" {writer.body[place][3:]}'
            return


def _title_around(node: nodes.Element) -> str:
    """The title of the session that a node is shown in: in a view, or as a section of its page."""
    around = node.parent
    while around is not None:
        if "session_title" in around.attributes:
            title: str = around.attributes["session_title"]
            return title
        if around.__class__ is nodes.section:
            titles = (child for child in around.children if child.__class__ is nodes.title)
            found = next(titles, None)
            title = words_of(found) if found else ""
            around.attributes["session_title"] = title  # the next list asks again
            return title
        around = around.parent
    return ""


_PASS = (_nothing, _nothing)
_PLACEHOLDERS = (
    seminar_schedule,
    seminar_session,
    seminar_session_head,
    seminar_title,
    seminar_unit,
    seminar_speaker,
    seminar_link,
    seminar_materials,
    seminar_material,
    seminar_course_info,
    seminar_presenters,
    seminar_presenting_row,
    seminar_paper,
    seminar_slot,
    seminar_presenter,
    seminar_edit_link,
    seminar_person,  # a heading is copied into tables of contents before it is resolved
    seminar_view,
    seminar_deadline,
    seminar_announcement,
)


def add_nodes(app: Sphinx) -> None:
    """Register every node of ours, for every format.

    ``epub`` is no format of its own here: a node registered with it hides every other extension's
    html visitors from that builder.
    """
    for placeholder in _PLACEHOLDERS:
        _add(app, placeholder, html=_PASS, elsewhere=_PASS)
    in_brackets = (_open_bracket, _close_bracket)
    _add(
        app,
        seminar_readings,
        html=(_visit_readings_html, _depart_readings_html),
        elsewhere=(_visit_readings, _nothing),
        latex=(_kept_with_next(_visit_readings), _nothing),
    )
    _add(app, html_element, html=(_visit_html_element, _depart_html_element), elsewhere=_PASS)
    _add(app, html_fragment, html=(_visit_html_fragment, _nothing), elsewhere=_PASS)
    collapsible = (_visit_collapsible_html, _depart_collapsible_html)
    _add(
        app,
        seminar_collapsible,
        html=collapsible,
        elsewhere=(_nothing, _depart_collapsible),
        latex=(_visit_collapsible_latex, _depart_collapsible),
    )
    heard = (_visit_heard_link, _depart_heard_link)
    _add(app, seminar_heard_link, html=heard, elsewhere=_PASS)
    summary = (_visit_summary_html, _depart_summary_html)
    _add(
        app,
        seminar_summary,
        html=summary,
        elsewhere=(_visit_summary, _depart_summary),
        latex=(_kept_with_next(_visit_summary), _depart_summary),
    )
    _add(app, seminar_venue, html=(_visit_venue_html, _depart_span_html), elsewhere=in_brackets)
    forthcoming = (_visit_forthcoming_html, _depart_span_html)
    _add(app, seminar_forthcoming, html=forthcoming, elsewhere=(_open_blank, _nothing))


Visitors = tuple[Callable[[Any, Any], None], Callable[[Any, Any], None]]


def _add(
    app: Sphinx,
    node: type[nodes.Element],
    *,
    html: Visitors,
    elsewhere: Visitors,
    latex: Visitors | None = None,
) -> None:
    app.add_node(
        node,
        html=html,
        latex=latex or elsewhere,
        text=elsewhere,
        man=elsewhere,
        texinfo=elsewhere,
    )
