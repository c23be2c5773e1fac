"""Sessions can be linked to; one outside a schedule becomes a section of its page."""

from __future__ import annotations

from docutils import nodes
from sphinx.transforms import SphinxTransform

from ...model.problem import Problem
from ..nodes import (
    child_of,
    seminar_link,
    seminar_materials,
    seminar_node,
    seminar_schedule,
    seminar_session,
    seminar_session_head,
    seminar_speaker,
    seminar_title,
    seminar_unit,
)
from ..title_id import free_id, title_id
from ..told_problems import tell
from ..words_of import words_of


class LoneSessions(SphinxTransform):
    """Gives every session an id, and those outside a schedule a section with a heading."""

    # Before Locale (20): an id is made from the author's own words, so that it stays the same in
    # every translation, and a heading is translated as headings are.
    default_priority = 15

    def apply(self, **kwargs: object) -> None:
        """Number the sessions of the document and move those that stand alone."""
        ours = list(self.document.findall(seminar_node))
        for head in (node for node in ours if isinstance(node, seminar_session_head)):
            section = head.parent
            if isinstance(section, nodes.section):
                _note_title(head, section[section.first_child_matching_class(nodes.title) or 0])
            wanted = head["session_id"]
            if wanted and isinstance(section, nodes.section) and wanted not in section["ids"]:
                anchor = self._anchor(head, wanted)
                section["ids"].append(anchor)
                self.document.ids[anchor] = section
        for node in (node for node in ours if isinstance(node, seminar_session)):
            title = child_of(node, seminar_title)
            _note_title(node, title)
            anchor = self._anchor(node, words_of(title))
            if isinstance(node.parent, seminar_schedule):
                node["ids"] = [anchor]
                self.document.ids[anchor] = node
            else:
                _become_section(node, anchor, self.document)
        for unit in ours:
            if unit.__class__ is not seminar_unit:
                continue
            # After the sessions: one that is called as its unit keeps its id.
            anchor = self._anchor(unit, words_of(child_of(unit, seminar_title)))
            # Links of MyST to headings know the one that it had.
            others = [given for given in unit["ids"] if given not in {anchor, *self.document.ids}]
            unit["ids"] = [anchor, *others]
            for given in unit["ids"]:
                self.document.ids[given] = unit

    def _anchor(self, node: nodes.Element, title: str) -> str:
        """An id that nothing else on the page has, of the author's or of a title's words."""
        wanted = node["session_id"]
        slug = (nodes.make_id(wanted) if wanted else title_id(title)) or "session"
        anchor = free_id(slug, self.document.ids)
        if node["session_id"] and anchor != node["session_id"]:
            taken = slug == node["session_id"]
            fault = "is on this page already" if taken else "cannot be an id"
            message = f"':id: {node['session_id']}' {fault}; {anchor!r} is used, write another one"
            tell(self.env, Problem("option", message, node["written_at"]))
            node["session_id"] = anchor
        return anchor


def _note_title(node: nodes.Element, title: nodes.Node) -> None:
    """Keep the title as its author wrote it, before it is translated; one that is withheld too."""
    node.setdefault("own_title", words_of(title))


def _become_section(node: seminar_session, anchor: str, document: nodes.document) -> None:
    title = child_of(node, seminar_title)
    content = [child for child in node.children if child is not title]
    head = seminar_session_head("", **_facts(node))
    head.source, head.line = node.source, node.line
    while content and isinstance(content[0], seminar_speaker | seminar_link | seminar_materials):
        head += content.pop(0)
    heading = nodes.title(title.rawsource, "", *title.children)
    heading.source, heading.line = title.source, title.line
    section = nodes.section("", heading, head, *content, ids=[anchor])
    section.source, section.line = node.source, node.line
    node.parent.replace(node, section)
    document.ids[anchor] = section


def _facts(node: nodes.Element) -> dict[str, object]:
    basic = ("ids", "classes", "names", "dupnames", "backrefs")
    return {key: value for key, value in node.attributes.items() if key not in basic}
