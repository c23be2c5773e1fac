"""Reads off a finished doctree who presents in which role."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from docutils import nodes
from sphinx.addnodes import download_reference, pending_xref
from sphinx.environment import BuildEnvironment

from ...model.presenter_line import WrittenSlot
from ...model.problem import Source
from ..nodes import (
    seminar_paper,
    seminar_presenter,
    seminar_presenters,
    seminar_presenting_row,
    seminar_slot,
)
from ..words_of import words_of
from .facts import DownloadFacts, SheetPresentersFacts, SlotFacts
from .session_around import session_around

SourceOf = Callable[[nodes.Element], Source]


def slots_of(ours: Sequence[nodes.Element], source_of: SourceOf) -> tuple[SlotFacts, ...]:
    """Every slot of the document's ``{presenters}``; notes there which session each is of."""
    found = []
    for node in ours:
        if isinstance(node, seminar_presenters):
            node["session"], node["course"] = session_around(node)
            path = source_of(node).path
            for row in _rows(node):
                # In the author's words: the sign-up sheet knows it by these.
                texts = (child.get("own_text") or words_of(child) for child in _papers(row))
                paper = " ".join(" ".join(texts).split())
                for number, slot in enumerate(row["slots"]):
                    names = names_of(row, number, slot)
                    source = Source(path, slot.line)
                    found.append(
                        SlotFacts(
                            role=slot.role,
                            names=names,
                            paper=paper,
                            source=source,
                            session_anchor=node["session"],
                            course=node["course"],
                        )
                    )
    return tuple(found)


def sheet_presenters_of(
    ours: Sequence[nodes.Element], source_of: SourceOf
) -> tuple[SheetPresentersFacts, ...]:
    """Every ``{presenters}`` without a body; to be called after `slots_of`."""
    return tuple(
        SheetPresentersFacts(
            source=source_of(node), session_anchor=node["session"], course=node["course"]
        )
        for node in ours
        if isinstance(node, seminar_presenters) and not node.children
    )


def downloads_of(
    env: BuildEnvironment, docname: str, links: Sequence[nodes.Element], source_of: SourceOf
) -> tuple[DownloadFacts, ...]:
    """The files that a document offers and that may tell names: in presenters, and all CSV."""
    found = []
    for node in (link for link in links if isinstance(link, download_reference)):
        path = env.relfn2path(node["reftarget"], docname)[0]
        is_presenter = isinstance(node.parent, seminar_presenter | seminar_slot)
        if is_presenter or path.casefold().endswith((".csv", ".tsv", ".txt")):
            found.append(DownloadFacts(path=path, source=source_of(node)))
    return tuple(found)


def names_of(row: seminar_presenting_row, number: int, slot: WrittenSlot) -> tuple[str, ...]:
    """The names in the slot that is *number* in its row, without their markup."""
    for child in row.children:
        if isinstance(child, seminar_slot) and child["number"] == number:
            return tuple(
                words_of(presenter)
                for presenter in child.children
                if isinstance(presenter, seminar_presenter)
            )
    return slot.names


WrittenRows = tuple[tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...], ...]
"""Rows of slots: each its role and its cells, which are a text and the addresses of its link."""


def written_rows(node: seminar_presenters) -> WrittenRows:
    """The slots of a body, row by row."""
    return tuple(
        tuple(
            (slot.role, tuple(_cells(row, number, slot)))
            for number, slot in enumerate(row["slots"])
        )
        for row in _rows(node)
    )


def _cells(
    row: seminar_presenting_row, number: int, slot: WrittenSlot
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for child in row.children:
        if isinstance(child, seminar_slot) and child["number"] == number:
            for presenter in child.children:
                link = first_link(presenter)
                text = words_of(presenter)
                yield text, _addresses_of(link) if link is not None else ()
            return
    yield from ((name, ()) for name in slot.names)


def first_link(presenter: nodes.Node) -> nodes.Element | None:
    """The link of a presenter, of whatever kind; a second one is not shown."""
    kinds = nodes.reference | download_reference | pending_xref
    links = presenter.findall(nodes.Element)
    return next((link for link in links if isinstance(link, kinds)), None)


def _addresses_of(link: nodes.Element) -> tuple[str, ...]:
    """All that a link says of where it leads."""
    keys = ("refuri", "reftarget", "filename", "refid", "title", "reftitle")
    return tuple(str(link[key]) for key in keys if link.get(key))


def _rows(node: nodes.Element) -> Iterator[seminar_presenting_row]:
    return (child for child in node.children if isinstance(child, seminar_presenting_row))


def _papers(row: nodes.Element) -> Iterator[seminar_paper]:
    return (child for child in row.children if isinstance(child, seminar_paper))
