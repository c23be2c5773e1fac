"""The few nodes of our own.

Those named *placeholder* stand for what needs the whole course; views take their place before
anything is written. The others reach the writers.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from docutils import nodes
from sphinx.addnodes import pending_xref, translatable

from .html import Attributes, Tag, render


class seminar_node(nodes.Element):
    """What all nodes that a directive of ours leaves are, so that one search finds them."""


class seminar_placeholder(seminar_node):
    """What a view replaces.

    Its directive's options for the view are ``settings``: pairs, hashable.
    """

    view: str
    """The name of that view, in `sphinx_seminar.views.registry`."""


class seminar_schedule(nodes.General, seminar_placeholder):
    """Placeholder: the table of all sessions.

    Its children are the sessions written inside it, and before the first of each unit a
    `seminar_unit`.
    """

    view = "schedule"


class seminar_unit(nodes.General, seminar_node):
    """The head of a unit in a schedule: its `seminar_title` and its description."""


class _translated_options(nodes.Element, translatable):
    """Has options that readers see; a translation takes their place.

    ``kinds`` are `sphinx_seminar.model.label.WrittenKind`, which keep the author's word as well.
    """

    def preserve_original_messages(self) -> None:
        for option in ("where", "unit_name"):
            if self.attributes.get(option):
                self[f"raw_{option}"] = self[option]

    def extract_original_messages(self) -> list[str]:
        others = (self.get("raw_where"), self.get("raw_unit_name"))
        return [*(kind.name for kind in self["kinds"]), *filter(None, others)]

    def apply_translated_message(self, original_message: str, translated_message: str) -> None:
        for option in ("where", "unit_name"):
            if self.get(f"raw_{option}") == original_message:
                self[option] = translated_message
        self["kinds"] = tuple(
            replace(kind, text=translated_message) if kind.name == original_message else kind
            for kind in self["kinds"]
        )


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


class seminar_materials(nodes.General, nodes.Element):
    """What a session hands out: its `seminar_material` nodes."""


class seminar_material(nodes.TextElement):
    """Materials of one sort, ``option``, as inline content with the links to them.

    ``said`` is what is in place of links: ``soon`` or ``none``; ``later`` where they are
    withheld; ``links`` else. ``faults`` are what is wrong with it, should the course know it.
    ``release`` is the number of its release among those noted of the document, and ``when`` the
    moment of that; None where it has none, or where that cannot be read.
    """


class seminar_heard_link(nodes.Inline, nodes.TextElement):
    """A link, and around it what those hear who hear links one by one: ``name``.

    The name holds the text that is seen (WCAG 2.2, 2.5.3). Where it is ``of_session``, the title of
    the session that it is shown in comes behind it.
    """


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
    alone are there, which costs no node. Its children are a `seminar_paper`, where it is about
    one, and a `seminar_slot` for each slot whose names hold markup.
    """


class seminar_paper(nodes.Part, nodes.TextElement):
    """The paper that a row of presenters is about."""


class seminar_slot(nodes.Part, nodes.Element):
    """The names, each a `seminar_presenter`, of the slot that is ``number`` in its row."""


class seminar_presenter(nodes.Part, nodes.TextElement):
    """A presenter's name, as inline markup of its page."""


class seminar_edit_link(nodes.Inline, seminar_placeholder, nodes.TextElement):
    """Placeholder: a link that opens the page it is on for editing."""

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
    """Where a reading appeared; where it is ``parted``, a blank is before it."""


class seminar_forthcoming(nodes.Inline, nodes.TextElement):
    """Something announced that is not there yet; ``parted`` as for `seminar_venue`."""


class html_element(nodes.General, nodes.TextElement):
    """An element of HTML as it is, for what docutils has no node for; nothing in other formats.

    ``tag`` is its name and ``attrs`` a dict of attributes; a value of None leaves one out. A
    `TextElement`, since Sphinx's writer takes a link for one around an image anywhere else.
    """


class html_fragment(nodes.General, nodes.Element):
    """A piece of HTML that holds text alone, made by `fragment`; nothing in other formats.

    Only those of its words are in the search index that are in it as a `Text`, which no page
    shows.
    """


N = TypeVar("N", bound=nodes.Node)


def child_of(node: nodes.Element, kind: type[N]) -> N:
    """The first child of a kind; raises `LookupError` where there is none."""
    for child in node.children:
        if isinstance(child, kind):
            return child
    raise LookupError(f"<{node.tagname}> has no <{kind.__name__}>")


def element(name: str, attributes: Attributes | None = None, *children: nodes.Node) -> html_element:
    """An `html_element`."""
    return html_element("", "", *children, tag=name, attrs=attributes or {})


def fragment(*content: str | Tag, searched: str = "") -> html_fragment:
    """An `html_fragment` of texts and elements; by the words *searched* a search finds it."""
    words = [nodes.Text(searched)] if searched else []
    return html_fragment("", *words, html=render(*content))
