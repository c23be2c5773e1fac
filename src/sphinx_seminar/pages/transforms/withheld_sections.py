"""The section of a session that is withheld loses what is in it before anything knows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.addnodes import toctree
from sphinx.transforms import SphinxTransform

from ..conditional_content import conditions
from ..nodes import (
    child_of,
    seminar_presenters,
    seminar_schedule,
    seminar_session,
    seminar_session_head,
)
from ..words_of import words_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

# What has a place of its own: another session keeps its meeting, other pages have their releases.
_STAYS = (seminar_session, seminar_session_head, seminar_schedule, toctree)


class WithheldSections(SphinxTransform):
    """Takes out what is in the section that a ``{session}`` with a ``:release:`` adopts."""

    # Before sessions get their ids (15), and before references are resolved.
    default_priority = 12

    def apply(self, **kwargs: object) -> None:
        """Look for them where something is withheld."""
        if "seminar_releases" not in self.env.temp_data:
            return
        for head in list(self.document.findall(seminar_session_head)):
            if "withheld" in head.attributes:
                self._withhold(head)
        from .withheld_names import tidy_names  # few pages withhold something

        tidy_names(self.document, self.env)

    def _withhold(self, head: seminar_session_head) -> None:
        # Few pages withhold something.
        from ..withheld import label_keys, note_again, noted, withhold_title
        from .withheld_names import forget_nodes

        around = head.parent
        assert isinstance(around, nodes.Element)
        after = around[around.index(head) + 1 :][:1]
        note = after[0] if after and not head["is_untold"] else None
        while isinstance(around, conditions()) and isinstance(around.parent, nodes.Element):
            around = around.parent
        gone = nodes.container()  # what is taken out still has a parent
        _take_out(around, gone, note)
        found = list(gone.findall(nodes.Element))
        labels = {name for node in found for name in (*node["names"], *node["ids"])}
        labels |= {node["label"] for node in found if node.get("label")}
        labels |= {node["refname"] for node in found if isinstance(node, nodes.footnote_reference)}
        forget_nodes(self.document, found)
        _forget_objects(self.env, labels | {i for node in found for i in node["ids"]})
        facts = noted(self.env)[head["withheld"]]
        if isinstance(around, nodes.section):  # else it is reported that it is in none
            title = child_of(around, nodes.title)
            if head["is_untold"]:
                labels |= {*around["names"], *around["ids"]}
                _untell(around, self.document, self.env)
            else:
                facts = replace(facts, what=f"session {words_of(title)!r}")
            head.attributes |= withhold_title(title, is_untold=head["is_untold"])
        has_presenters = any(isinstance(node, seminar_presenters) for node in found)
        facts = replace(
            facts,
            labels=facts.labels | label_keys(*labels),
            has_presenters=facts.has_presenters or has_presenters,
        )
        note_again(self.env, head["withheld"], facts)


def _take_out(around: nodes.Element, gone: nodes.Element, note: nodes.Node | None) -> None:
    kept: list[nodes.Node] = []
    for child in around.children:
        # A definition is for all of the page; a footnote that nothing refers to goes later.
        kinds = nodes.title | nodes.substitution_definition | nodes.footnote
        is_kept = isinstance(child, kinds)
        if child is note or is_kept or _stays(child):
            is_part = isinstance(child, nodes.section) and not _is_session(child)
            if isinstance(child, nodes.Element) and (is_part or isinstance(child, conditions())):
                _take_out(child, gone, note)
            kept.append(child)
        else:
            gone += child
    around[:] = kept


def _stays(node: nodes.Node) -> bool:
    return any(isinstance(found, _STAYS) for found in node.findall())


def _is_session(section: nodes.Element) -> bool:
    return any(isinstance(child, seminar_session_head) for child in section.children)


def _untell(section: nodes.section, document: nodes.document, env: BuildEnvironment) -> None:
    """Take the ids that tell of a title off its section."""
    from .withheld_names import forget_nodes

    forget_nodes(document, [section])
    _forget_objects(env, set(section["ids"]))
    section["ids"], section["names"] = [], []
    section.attributes.pop("slug", None)
    section["ids"] = [document.set_id(section, suggested_prefix="session")]


def _forget_objects(env: BuildEnvironment, ids: set[str]) -> None:
    """Take out what directives have told domains, as they do when they are read."""
    for domain in env.domains.sorted():
        for table in list(domain.data.values()):
            if isinstance(table, dict):
                for key in list(_told(table, env.docname, ids)):
                    del table[key]
    slugs = env.metadata[env.docname].get("myst_slugs")
    if isinstance(slugs, dict):
        for slug in [slug for slug, told in slugs.items() if ids.intersection(map(str, told))]:
            del slugs[slug]


def _told(table: dict[Any, Any], docname: str, ids: set[str]) -> Iterator[Any]:
    for key, told in table.items():
        if isinstance(told, tuple) and docname in told:
            texts = {text for text in (*told, key) if isinstance(text, str)}
            if ids & texts:
                yield key
