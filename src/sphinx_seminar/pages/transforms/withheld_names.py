"""What a document still names of what it withholds: nodes taken out, footnotes, references."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docutils import nodes
from sphinx.environment import BuildEnvironment

from ..withheld import label_keys, noted

# Where docutils notes the nodes of a document that are of a kind, or of a name.
_LISTS = (
    *("footnotes", "autofootnotes", "autofootnote_refs", "symbol_footnotes"),
    *("symbol_footnote_refs", "citations", "indirect_targets", "transform_messages"),
)
_BY_NAME = ("footnote_refs", "citation_refs", "refnames", "refids")


def forget_nodes(document: nodes.document, found: Iterable[nodes.Element]) -> None:
    """Take nodes out of what a document knows of its nodes."""
    found = list(found)
    gone = set(map(id, found))
    ids = {each for node in found for each in node["ids"]}
    for each in ids:
        document.ids.pop(each, None)
    for name in [name for name, known in document.nameids.items() if known in ids]:
        del document.nameids[name]
        document.nametypes.pop(name, None)
    for attribute in _LISTS:
        listed: list[Any] = getattr(document, attribute)
        listed[:] = [node for node in listed if id(node) not in gone]
    for attribute in _BY_NAME:
        named: dict[str, list[Any]] = getattr(document, attribute)
        for name in list(named):
            named[name] = [node for node in named[name] if id(node) not in gone]
            if not named[name]:
                del named[name]


def tidy_names(document: nodes.document, env: BuildEnvironment) -> None:
    """Take out the footnotes of what is withheld, and unlink what refers to it.

    A footnote is defined anywhere on the page; one that nothing refers to any more was written for
    what is withheld. A link within reStructuredText would be one to an unknown target.
    """
    labels = frozenset(label for facts in noted(env) for label in facts.labels)
    if not labels:
        return
    referred = {node.get("refname") for node in document.findall(nodes.footnote_reference)}
    for footnote in list(document.findall(nodes.footnote)):
        names = footnote["names"]
        if names and not referred.intersection(names) and labels.intersection(label_keys(names[0])):
            forget_nodes(document, footnote.findall(nodes.Element))
            assert footnote.parent is not None
            footnote.parent.remove(footnote)
    for node in list(document.findall(nodes.reference)):
        name = node.get("refname")
        if name and name not in document.nameids and labels.intersection(label_keys(name)):
            forget_nodes(document, [node])
            assert node.parent is not None
            node.parent.replace(node, nodes.inline("", "", *node.children))
