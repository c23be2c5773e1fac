"""The few nodes of our own, with a visitor for every builder.

Those named *placeholder* stand for what needs the whole course; `sphinx_seminar.resolve` replaces
them by views before anything is written. The others reach the writers.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any, Protocol, TypeVar

from docutils import nodes
from sphinx.application import Sphinx


class seminar_schedule(nodes.General, nodes.Element):
    """Placeholder: the table of all sessions. Its children are the sessions written inside it."""


class seminar_session(nodes.General, nodes.Element):
    """Placeholder: a session written inside a schedule, with title, speaker and content."""


class seminar_session_head(nodes.General, nodes.Element):
    """Placeholder: date, time and speaker at the head of a session that is a section."""


class seminar_title(nodes.TextElement):
    """A session's title, translatable."""


class seminar_speaker(nodes.TextElement):
    """A session's speaker, translatable."""


class seminar_link(nodes.TextElement):
    """A session's link: a call, a recording."""


class seminar_course_info(nodes.General, nodes.Element):
    """Placeholder: the head of a course page. Its children are the rows and text of its body."""


class seminar_presenters(nodes.General, nodes.Element):
    """Placeholder: who presents in which role; its children are `seminar_presenting_row`."""


class seminar_presenting_row(nodes.Part, nodes.Element):
    """The places of one paper, or of the whole session."""


class seminar_paper(nodes.Part, nodes.TextElement):
    """The paper that a row of presenters is about."""


class seminar_place(nodes.Part, nodes.Element):
    """What stands for one presenting role; its children are `seminar_presenter`."""


class seminar_presenter(nodes.Part, nodes.TextElement):
    """A presenter's name, as inline markup of its page."""


class seminar_edit_link(nodes.Inline, nodes.TextElement):
    """Placeholder: a link that opens the page it stands on for editing."""


class seminar_readings(nodes.General, nodes.Element):
    """A reading list that is not collapsible."""


class seminar_collapsible(nodes.General, nodes.Element):
    """Optional readings or a detailed description; the first child is its `seminar_summary`."""


class seminar_summary(nodes.Part, nodes.TextElement):
    """The words on a collapsible that stay when it is closed."""


class seminar_venue(nodes.Inline, nodes.TextElement):
    """Where a reading appeared."""


class seminar_forthcoming(nodes.Inline, nodes.TextElement):
    """Something announced that is not there yet."""


class html_element(nodes.General, nodes.TextElement):
    """An element of HTML as it is, for what docutils has no node for; nothing in other formats.

    ``tag`` is its name and ``attrs`` a dict of attributes; a value of None leaves one out. A
    `TextElement`, since Sphinx's writer takes a link for one around an image anywhere else.
    """


N = TypeVar("N", bound=nodes.Node)


def child_of(node: nodes.Element, kind: type[N]) -> N:
    """The first child of a kind; raises `LookupError` where there is none."""
    for child in node.children:
        if isinstance(child, kind):
            return child
    raise LookupError(f"<{node.tagname}> has no <{kind.__name__}>")


class _Writer(Protocol):
    """What a visitor needs of an HTML translator."""

    body: list[str]


def element(
    tag: str, attrs: dict[str, Any] | None = None, *children: nodes.Node, search: bool = True
) -> html_element:
    """An `html_element`; with ``search=False`` its words stay out of the search index."""
    node = html_element("", "", *children, tag=tag, attrs=attrs or {})
    if not search:
        node["classes"].append("no-search")
    return node


def start_tag(tag: str, attrs: dict[str, Any]) -> str:
    """The start tag of an element; attributes are escaped, and left out where None."""
    written = "".join(
        f' {name}="{escape(str(value))}"' for name, value in attrs.items() if value is not None
    )
    return f"<{tag}{written}>"


def _visit_html_element(writer: _Writer, node: nodes.Element) -> None:
    writer.body.append(start_tag(node["tag"], node["attrs"]))


def _depart_html_element(writer: _Writer, node: nodes.Element) -> None:
    writer.body.append(f"</{node['tag']}>")


def _visit_venue_html(writer: _Writer, node: nodes.Element) -> None:
    writer.body.append('<span class="seminar-venue">')


def _visit_forthcoming_html(writer: _Writer, node: nodes.Element) -> None:
    writer.body.append('<span class="seminar-forthcoming">')


def _depart_span_html(writer: _Writer, node: nodes.Element) -> None:
    writer.body.append("</span>")


def _visit_collapsible_html(writer: _Writer, node: nodes.Element) -> None:
    attrs = {"class": " ".join(node["classes"]), "id": (node["ids"] or [None])[0]}
    writer.body.append(start_tag("details", attrs) + "\n")


def _depart_collapsible_html(writer: _Writer, node: nodes.Element) -> None:
    writer.body.append("</details>\n")


def _visit_summary_html(writer: _Writer, node: nodes.Element) -> None:
    writer.body.append("<summary><span>")


def _depart_summary_html(writer: _Writer, node: nodes.Element) -> None:
    count = node.get("count")
    writer.body.append(f"</span> · {count}</summary>\n" if count else "</span></summary>\n")


def _nothing(writer: Any, node: nodes.Element) -> None:
    """What a format has no markup for is its children alone."""


def _visit_as_paragraph(writer: Any, node: nodes.Element) -> None:
    writer.visit_paragraph(node)


def _depart_as_paragraph(writer: Any, node: nodes.Element) -> None:
    writer.depart_paragraph(node)


def _open_bracket(writer: Any, node: nodes.Element) -> None:
    writer.visit_Text(nodes.Text("["))
    _depart_text(writer)


def _close_bracket(writer: Any, node: nodes.Element) -> None:
    writer.visit_Text(nodes.Text("]"))
    _depart_text(writer)


def _depart_text(writer: Any) -> None:
    writer.depart_Text(nodes.Text(""))


_PASS = (_nothing, _nothing)
_PLACEHOLDERS = (
    seminar_schedule,
    seminar_session,
    seminar_session_head,
    seminar_title,
    seminar_speaker,
    seminar_link,
    seminar_course_info,
    seminar_presenters,
    seminar_presenting_row,
    seminar_paper,
    seminar_place,
    seminar_presenter,
    seminar_edit_link,
)


def add_nodes(app: Sphinx) -> None:
    """Register every node of ours, for every format.

    ``epub`` is no format of its own here: a node registered with it hides every other extension's
    html visitors from that builder.
    """
    for placeholder in _PLACEHOLDERS:
        _add(app, placeholder, html=_PASS, elsewhere=_PASS)
    as_paragraph = (_visit_as_paragraph, _depart_as_paragraph)
    in_brackets = (_open_bracket, _close_bracket)
    _add(app, seminar_readings, html=_PASS, elsewhere=_PASS)
    _add(app, html_element, html=(_visit_html_element, _depart_html_element), elsewhere=_PASS)
    collapsible = (_visit_collapsible_html, _depart_collapsible_html)
    _add(app, seminar_collapsible, html=collapsible, elsewhere=_PASS)
    summary = (_visit_summary_html, _depart_summary_html)
    _add(app, seminar_summary, html=summary, elsewhere=as_paragraph)
    _add(app, seminar_venue, html=(_visit_venue_html, _depart_span_html), elsewhere=in_brackets)
    forthcoming = (_visit_forthcoming_html, _depart_span_html)
    _add(app, seminar_forthcoming, html=forthcoming, elsewhere=_PASS)


Visitors = tuple[Callable[[Any, Any], None], Callable[[Any, Any], None]]


def _add(app: Sphinx, node: type[nodes.Element], *, html: Visitors, elsewhere: Visitors) -> None:
    app.add_node(node, html=html, latex=elsewhere, text=elsewhere, man=elsewhere, texinfo=elsewhere)
