"""The few nodes of our own, with a visitor for every builder.

Those named *placeholder* stand for what needs the whole course; views take their place before
anything is written. The others reach the writers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from docutils import nodes
from sphinx.addnodes import pending_xref, translatable
from sphinx.application import Sphinx
from sphinx.builders import Builder

from ..locale import _
from .html import Attributes, Tag, render, start_tag


class seminar_node(nodes.Element):
    """What all nodes that a directive of ours leaves are, so that one search finds them."""


class seminar_placeholder(seminar_node):
    """What a view replaces.

    Its directive's options for the view are ``settings``: pairs, hashable.
    """

    view: str
    """The name of that view, in `sphinx_seminar.views.registry`."""


class seminar_schedule(nodes.General, seminar_placeholder):
    """Placeholder: the table of all sessions. Its children are the sessions written inside it."""

    view = "schedule"


class _translated_options(nodes.Element, translatable):
    """Has options that readers see; a translation takes their place."""

    def preserve_original_messages(self) -> None:
        for option in ("kind", "where"):
            if self.get(option):
                self[f"raw_{option}"] = self[option]

    def extract_original_messages(self) -> list[str]:
        raw = (self.get(f"raw_{option}") for option in ("kind", "where"))
        return [text for text in raw if text]

    def apply_translated_message(self, original_message: str, translated_message: str) -> None:
        for option in ("kind", "where"):
            if self.get(f"raw_{option}") == original_message:
                self[option] = translated_message


class seminar_session(nodes.General, seminar_node, _translated_options):
    """Placeholder: a session written inside a schedule, with title, speaker and content."""


class seminar_session_head(nodes.General, seminar_placeholder, _translated_options):
    """Placeholder: date, time and speaker at the head of a session that is a section."""

    view = "session-head"


class seminar_title(nodes.TextElement):
    """A session's title, translatable."""


class seminar_speaker(nodes.TextElement):
    """A session's speaker, translatable."""


class seminar_link(nodes.TextElement):
    """A session's link: a call, a recording."""


class seminar_course_info(nodes.General, seminar_placeholder):
    """Placeholder: the head of a course page. Its children are the rows and text of its body."""

    view = "course-info"


class seminar_presenters(nodes.General, seminar_placeholder, translatable):
    """Placeholder: who presents in which role; its children are `seminar_presenting_row`.

    ``role_names`` is what a translation calls a role: roles are known by the author's word.
    """

    view = "presenters"

    def preserve_original_messages(self) -> None:
        """A role stays what it is."""

    def extract_original_messages(self) -> list[str]:
        rows = self.findall(seminar_presenting_row)
        return list(dict.fromkeys(slot.role for row in rows for slot in row["slots"]))

    def apply_translated_message(self, original_message: str, translated_message: str) -> None:
        names: dict[str, str] = self.get("role_names", {})
        self["role_names"] = {**names, original_message: translated_message}


class seminar_presenting_row(nodes.Part, nodes.Element):
    """The slots of one paper, or of the whole session.

    ``slots`` are its `sphinx_seminar.model.presenter_line.WrittenSlot`; names that are text
    alone stand there, which costs no node. Its children are a `seminar_paper`, where it is about
    one, and a `seminar_slot` for each slot whose names hold markup.
    """


class seminar_paper(nodes.Part, nodes.TextElement):
    """The paper that a row of presenters is about."""


class seminar_slot(nodes.Part, nodes.Element):
    """The names, each a `seminar_presenter`, of the slot that is ``number`` in its row."""


class seminar_presenter(nodes.Part, nodes.TextElement):
    """A presenter's name, as inline markup of its page."""


class seminar_edit_link(nodes.Inline, seminar_placeholder, nodes.TextElement):
    """Placeholder: a link that opens the page it stands on for editing."""

    view = "edit-link"


class seminar_view(nodes.General, seminar_placeholder):
    """Placeholder: facts of a course; ``view`` says which. Its children are what its body has."""

    @property
    def view(self) -> str:  # type: ignore[override]
        """The name that its directive has."""
        name: str = self["view"]
        return name


class seminar_deadline(nodes.General, seminar_placeholder, _translated_options):
    """Placeholder: something due. Its children are its `seminar_title` and its description."""

    view = "deadline"


class seminar_announcement(nodes.General, seminar_node):
    """Placeholder: a dated item of news, in a `seminar_view`, with a `seminar_title`."""


class seminar_person(pending_xref, seminar_node):
    """A cross-reference to somebody of the staff: what it says comes from course.yml."""


class seminar_readings(nodes.General, seminar_node):
    """A reading list that is not collapsible."""


class seminar_collapsible(nodes.General, seminar_node):
    """Optional readings or a detailed description; the first child is its `seminar_summary`."""


class seminar_summary(nodes.Part, nodes.TextElement):
    """The words on a collapsible that stay when it is closed."""


class seminar_venue(nodes.Inline, nodes.TextElement):
    """Where a reading appeared; where it is ``parted``, a blank stands before it."""


class seminar_forthcoming(nodes.Inline, nodes.TextElement):
    """Something announced that is not there yet; ``parted`` as for `seminar_venue`."""


class html_element(nodes.General, nodes.TextElement):
    """An element of HTML as it is, for what docutils has no node for; nothing in other formats.

    ``tag`` is its name and ``attrs`` a dict of attributes; a value of None leaves one out. A
    `TextElement`, since Sphinx's writer takes a link for one around an image anywhere else.
    """


class html_fragment(nodes.General, nodes.Element):
    """A piece of HTML that holds text alone, made by `fragment`; nothing in other formats.

    Only those of its words are in the search index that stand in it as a `Text`, which no page
    shows.
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
    builder: Builder


def element(name: str, attributes: Attributes | None = None, *children: nodes.Node) -> html_element:
    """An `html_element`."""
    return html_element("", "", *children, tag=name, attrs=attributes or {})


def fragment(*content: str | Tag, searched: str = "") -> html_fragment:
    """An `html_fragment` of texts and elements; by the words *searched* a search finds it."""
    words = [nodes.Text(searched)] if searched else []
    return html_fragment("", *words, html=render(*content))


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
    attributes = {"class": " ".join(node["classes"]), "id": (node["ids"] or [None])[0]}
    if writer.builder.name == "epub":
        attributes["open"] = ""  # many readers of books cannot open what is closed
    writer.body.append(start_tag("details", attributes) + "\n")


def _depart_collapsible_html(writer: _Writer, node: nodes.Element) -> None:
    writer.body.append("</details>\n")


def _visit_summary_html(writer: _Writer, node: nodes.Element) -> None:
    writer.body.append("<summary><span>")


def _depart_summary_html(writer: _Writer, node: nodes.Element) -> None:
    count = node.get("count")
    writer.body.append(f"</span> · {count}</summary>\n" if count else "</span></summary>\n")


def _nothing(writer: Any, node: nodes.Element) -> None:
    """What a format has no markup for is its children alone."""


def _visit_summary(writer: Any, node: nodes.Element) -> None:
    # A writer asks what stands before a paragraph: before this one, what precedes its parent.
    writer.visit_paragraph(node.parent)
    writer.visit_strong(node)


def _depart_summary(writer: Any, node: nodes.Element) -> None:
    """What stands under the words is indented, so that one sees where it ends."""
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
    writer.visit_Text(nodes.Text(_("Reading")))
    _depart_text(writer)
    writer.depart_strong(node)
    writer.depart_paragraph(node)


def _kept_with_next(visit: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """For LaTeX: words over a list do not stand at the foot of a page."""

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
        html=_PASS,
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
