"""What is in an item of a reading list is marked: venues, and what is announced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from docutils import nodes

from ...model.reading import Piece, Reading, Span, read_item
from ..nodes import seminar_forthcoming, seminar_venue
from ..title_id import free_id, title_id
from ..words_of import is_line_end
from .inline_content import LINKS, forthcoming, join_texts

if TYPE_CHECKING:
    from ...model.bibliography import BibEntry

_LONGEST = 120
_LEAVES = (nodes.Text, nodes.raw, seminar_forthcoming, *LINKS)


def mark_item(item: nodes.Node, document: nodes.document) -> None:
    """Set the venues of an item apart, mark what is not there yet, and give the item an id."""
    paragraph = next(iter(item.children), None)
    if isinstance(item, nodes.Element) and isinstance(paragraph, nodes.TextElement):
        join_texts(paragraph)
        leaves = list(_leaves(paragraph))
        pieces = [_piece(leaf) for leaf in leaves]
        if pieces and pieces[0].text[:4] == "http" and _is_bare_address(leaves):
            from .unnamed_readings import link_bare_address  # most have a title

            leaves = [link_bare_address(leaves[0])]
            pieces = [_piece(leaf) for leaf in leaves]
        if pieces and pieces[0].text[:1] == "@":
            from .cited_entries import cite  # few courses have a bibliography

            cited = cite(item, paragraph, document)
            if cited is not None:
                if cited.entry:
                    item["reading"] = _cited(cited.entry, pieces)
                    _give_id(item, cited.entry.title, document)
                return
        elif pieces and "@" in pieces[0].text:
            from .cited_entries import tell_inner

            tell_inner(item, pieces[0].text, document)
        reading = read_item(pieces)
        # The facts of the document are read off it when the marks have moved.
        links = tuple((link.label, link.address) for link in reading.links) if leaves[1:] else ()
        title, address = reading.title, reading.address
        # A link to a page of the site gets the title of that later.
        if address and not title and "://" in address and reading.main is not None:
            from .unnamed_readings import name_by_address

            link = leaves[reading.main]
            assert isinstance(link, nodes.Element)
            title = name_by_address(item, link, document)
        item.attributes["reading"] = (title, reading.before, reading.venue, address, links, None)
        if address or not reading.is_forthcoming:
            _give_id(item, title, document)
        if reading.venues or reading.announced:
            _set_apart(reading, leaves)


def _is_bare_address(leaves: Sequence[nodes.Node]) -> bool:
    if len(leaves) != 1 or not isinstance(leaves[0], nodes.Text):
        return False
    return leaves[0].startswith(("https://", "http://")) and len(leaves[0].split()) == 1


def _cited(entry: BibEntry, pieces: Iterable[Piece]) -> tuple[object, ...]:
    """What is known of an item that is an entry of a bibliography."""
    links = tuple(
        (" ".join(piece.text.split()), piece.address or "") for piece in pieces if piece.is_link
    )
    return entry.title, "", entry.label, entry.address, links, entry


def _give_id(item: nodes.Element, title: str, document: nodes.document) -> None:
    """Give an item an id of *title*, which is cut: the title of one without a link may be prose."""
    told = item.attributes  # a course has hundreds of readings, and an item takes two calls
    told["slug"] = slug = title_id(title[:_LONGEST], "reading")
    told["anchor"] = anchor = slug if slug not in document.ids else free_id(slug, document.ids)
    told["ids"].append(anchor)
    document.ids[anchor] = item


def _leaves(element: nodes.Element) -> Iterator[nodes.Node]:
    """The inline content as texts and links, in order; marks of footnotes are left out."""
    for child in element.children:
        if isinstance(child, _LEAVES):
            yield child
        elif isinstance(child, nodes.Element) and child.__class__ is not nodes.footnote_reference:
            yield from _leaves(child)


def _piece(leaf: nodes.Node) -> Piece:
    if isinstance(leaf, nodes.Text):
        return Piece(leaf.astext())
    assert isinstance(leaf, nodes.Element)
    if isinstance(leaf, nodes.raw):
        return Piece(" " if is_line_end(leaf) else leaf.astext())
    if isinstance(leaf, seminar_forthcoming):
        # Without the words that say so.
        return Piece("".join(child.astext() for child in leaf.children[:-1]), "")
    return Piece(
        leaf.astext(), leaf.get("refuri") or leaf.get("reftarget") or leaf.get("refid", "")
    )


def _set_apart(reading: Reading, leaves: Sequence[nodes.Node]) -> None:
    """Take venues out of the text and put them behind the title; mark what is announced."""
    texts = [piece.text for piece in reading.pieces]
    marks: list[tuple[Span, nodes.Element]] = [
        (venue.span, seminar_venue("", venue.text)) for venue in reading.venues
    ]
    for span in reading.announced:
        label = texts[span.piece][span.start : span.end].strip("[] \n")
        marks.append((span, forthcoming(nodes.Text(label))))
    main = leaves[reading.main] if reading.main is not None else None
    current = list(leaves)
    # From the last to the first: each is put right behind its text, before those put there
    # already, and a cut moves nothing before it.
    for span, mark in sorted(marks, key=_place_of, reverse=True):
        kept = _cut(current[span.piece], span)
        if kept is None:
            continue
        current[span.piece] = kept
        if main is not None and isinstance(mark, seminar_venue):
            _insert_behind(main, mark, is_parted=True)
        else:
            cut_blank = texts[span.piece][span.start].isspace()
            is_glued = kept.astext()[-1:] not in {"", " ", "\n", "(", "["}
            _insert_behind(kept, mark, is_parted=cut_blank or is_glued)


def _place_of(mark: tuple[Span, nodes.Element]) -> tuple[int, int]:
    span, _element = mark
    return span.piece, span.start


def _cut(leaf: nodes.Node, span: Span) -> nodes.Node | None:
    """Remove a stretch of a leaf's text; what is then before it, or None if it can't be cut."""
    offset = 0
    for text in _texts(leaf):
        whole = text.astext()
        start, end = span.start - offset, span.end - offset
        if start >= 0 and end <= len(whole):
            before = nodes.Text(whole[:start])
            # In a link an empty text is of no use; elsewhere it keeps the position of what comes.
            pieces = [before] if start or leaf is text else []
            if end < len(whole):
                pieces.append(nodes.Text(whole[end:]))
            parent = text.parent
            at = parent.index(text)
            parent[at : at + 1] = pieces
            return before if leaf is text else leaf
        offset += len(whole)
    return None


def _texts(node: nodes.Node) -> list[nodes.Text]:
    if isinstance(node, nodes.Text):
        return [node]
    return [text for child in node.children for text in _texts(child)]


def _insert_behind(node: nodes.Node, mark: nodes.Element, *, is_parted: bool) -> None:
    mark["parted"] = is_parted
    parent = node.parent
    parent.insert(parent.index(node) + 1, mark)
