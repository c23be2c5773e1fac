"""A reading: what an item of a reading list says, however its author wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from .formats import FORMATS

# [ICLR'18], [SC’21, Best Paper finalist], [Blog post]; what a bracket may hold to be a tag.
_TAG = re.compile(r"\[([^\[\]]{1,80})\]")
# These and others below are compiled where a text may match: most items are a link alone.
# [SC'20) and (SC'20] are typing errors that everybody understands.
_LOPSIDED_TAG = r"\[([^\[\]()\0]{1,80})\)|\(([^\[\]()\0]{1,80})\]"
YEAR = re.compile(r"(?<!\d)(?:(?P<long>(?:19|20)\d\d)|['’‘`´]\s?(?P<short>\d\d))(?!\d)")
# SOSP'19 or NSDI 2012 behind a link, without brackets: up to the end or a mark of punctuation.
_BARE_VENUE = (
    r"\s*[,\uff0c–—-]?\s*(?P<venue>\(?[A-Z][\w&+/-]*(?: [A-Z][\w&+/-]*){0,3},?\s?"
    r"(?:['’‘]\s?\d\d|(?:19|20)\d\d)\)?)(?=\s*(?:$|[.,;]))"
)
_IN_PARENTHESES = r"\(([^()\[\]]{1,60})\)"
_SOON = r"\b(?:soon|tba|tbd|forthcoming|to appear|to come|to be announced)\b"
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an item's inline content: plain text, or a link with its text."""

    text: str
    address: str | None = None
    """None for plain text; empty where a link leads nowhere yet."""

    @property
    def is_link(self) -> bool:
        """Whether it is a link, be it one with an empty address."""
        return self.address is not None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a piece's text."""

    piece: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Venue:
    """Where a reading appeared, or another label in brackets such as ``Blog post``."""

    text: str
    span: Span
    """The text that it is on, brackets and the blanks around them included."""


@dataclass(frozen=True, slots=True)
class FurtherLink:
    """A link of a reading beside the one on its title."""

    label: str
    address: str


@dataclass(frozen=True)
class Reading:
    """What an item of a reading list says.

    Its texts are put together when they are asked for: a page is built from the positions of its
    marks alone.
    """

    pieces: tuple[Piece, ...]
    main: int | None = None
    """The piece that is the title's link."""
    venues: tuple[Venue, ...] = ()
    announced: tuple[Span, ...] = ()
    """A ``[PDF]`` without a link: a format announced and not there yet."""
    group: str | None = None

    @property
    def title(self) -> str:
        """The text of the title's link; without one, what is before the first link."""
        if self.main is not None:
            return _normal(self._texts[self.main])
        return _normal("".join(self._texts[: self._first_link]).rstrip(" [(:-–"))

    @property
    def address(self) -> str | None:
        """None where the reading has no link on its title."""
        return self.pieces[self.main].address if self.main is not None else None

    @property
    def links(self) -> tuple[FurtherLink, ...]:
        """The links beside the one on the title."""
        return tuple(
            FurtherLink(_normal(self._texts[index]), piece.address or "")
            for index, piece in enumerate(self.pieces)
            if piece.is_link and index != self.main
        )

    @property
    def before(self) -> str:
        """The remark before the title, such as *Read chapter 1 of*."""
        return self._remark(0, self.main) if self.main else ""

    @property
    def after(self) -> str:
        """The remark behind the title."""
        start = self.main + 1 if self.main is not None else self._first_link
        return self._remark(start, len(self.pieces))

    @cached_property
    def _texts(self) -> list[str]:
        """The texts of the pieces, without what is marked in them."""
        cut = [*(venue.span for venue in self.venues), *self.announced]
        return [_without(piece.text, index, cut) for index, piece in enumerate(self.pieces)]

    @property
    def _first_link(self) -> int:
        links = (index for index, piece in enumerate(self.pieces) if piece.is_link)
        return next(links, len(self.pieces))

    def _remark(self, start: int, end: int) -> str:
        """The plain text between two pieces; a lone ``/`` or comma is no remark."""
        # Emphasis parts no words from the comma behind them; a link that is left out does.
        texts = (" " if self.pieces[i].is_link else self._texts[i] for i in range(start, end))
        text = "".join(texts)
        return _normal(text) if _WORD.search(text) else ""

    @property
    def venue(self) -> str | None:
        """The first venue that names a year, else the first one."""
        texts = [venue.text for venue in self.venues]
        dated = [text for text in texts if YEAR.search(text)]
        return next(iter(dated or texts), None)

    @property
    def year(self) -> int | None:
        """The year in the venue, as `year_of` reads it."""
        return year_of(self.venue or "")

    @property
    def is_forthcoming(self) -> bool:
        """Whether it is announced and not there yet: no address, and a word or link that says so.

        A text without any link may as well be a chapter of a book on paper.
        """
        addresses = [self.address, *(link.address for link in self.links)]
        if any(addresses):
            return False
        if self.main is not None or self.announced:
            return True
        return re.search(_SOON, self.title, re.I) is not None


def year_of(label: str) -> int | None:
    """The year in a label; two digits are read as from 1970 to 2069."""
    match = YEAR.search(label)
    if match is None:
        return None
    if match["long"]:
        return int(match["long"])
    short = int(match["short"])
    return short + (1900 if short >= 70 else 2000)


def read_item(pieces: Sequence[Piece], group: str | None = None) -> Reading:
    """The reading that an item's inline content means."""
    main = _main_link(pieces)
    venues: list[Venue] = []
    announced: list[Span] = []
    for index, piece in enumerate(pieces):
        for tag, span in _tags(pieces, index, main):
            label = _normal(tag)
            # Before a title [Talk] labels it; elsewhere [PDF] is a link that is not there yet.
            if piece.is_link or index + 1 == main or label.casefold() not in FORMATS:
                venues.append(Venue(label, span))
            else:
                announced.append(span)
    return Reading(tuple(pieces), main, tuple(venues), tuple(announced), group)


def _main_link(pieces: Sequence[Piece]) -> int | None:
    """The link on the title; None where links name formats only and the title is plain text.

    A link without any letter, such as an emoji, names a format too.
    """
    links = [index for index, piece in enumerate(pieces) if piece.is_link]
    for index in links:
        text = _normal(pieces[index].text).strip("[]")
        if _WORD.search(text) and text.casefold() not in FORMATS:
            return index
    has_title = links and any(_WORD.search(piece.text) for piece in pieces[: links[0]])
    return None if has_title or not links else links[0]


def _tags(pieces: Sequence[Piece], index: int, main: int | None) -> Iterator[tuple[str, Span]]:
    """The labels in a piece, each with the text that it is on."""
    piece = pieces[index]
    if piece.is_link:
        yield from _tags_of_link(piece.text, index)
        return
    yield from _tags_in_brackets(piece.text, index, main)
    if main is None or index != main + 1:
        return
    if bare := re.match(_BARE_VENUE, piece.text):
        yield bare["venue"].strip("()"), Span(index, bare.start(), bare.end())
    elif (noted := re.match(_IN_PARENTHESES, piece.text.lstrip())) and YEAR.search(noted[1]):
        start = piece.text.index("(")
        yield noted[1], _stretch(piece.text, index, start, start + len(noted.group()))


def _tags_of_link(text: str, index: int) -> Iterator[tuple[str, Span]]:
    """Inside of a link's text a tag is at its end or at its start."""
    for match in _TAG.finditer(text):
        start, end = match.span()
        at_start = not text[:start].strip()
        at_end = not text[end:].replace(".", "").strip()
        if at_end != at_start:  # a link that is at both has no other text to be shown
            yield match[1], _stretch(text, index, start, end)


def _tags_in_brackets(text: str, index: int, main: int | None) -> Iterator[tuple[str, Span]]:
    """In plain text a tag begins or ends the item or its title; all others are remarks.

    Where it is not right beside the title's link, it names a year or a format as well.
    In the midst of a remark behind the title, one that is written as a venue is one: [ICLR'20].
    """
    for match in _TAG.finditer(text):
        tag = _normal(match[1])
        before, after = text[: match.start()], text[match.end() :]
        begins = index == 0 and not _TAG.sub("", before).strip()
        ends = not _WORD.search(_TAG.sub("", after))
        is_behind = main is not None and index > main and not tag[:1].islower()
        if index + 1 == main:
            adjoins = begins and not _TAG.sub("", after).strip()
        else:
            adjoins = main is not None and index == main + 1 and not _TAG.sub("", before).strip()
        is_known = YEAR.search(tag) or tag.casefold() in FORMATS
        if (adjoins and (is_known or len(tag) <= 40)) or (
            is_known and (begins or ends or is_behind)
        ):
            yield tag, _stretch(text, index, match.start(), match.end())
    without_tags = _TAG.sub(lambda match: "\0" * len(match.group()), text)
    for match in re.finditer(_LOPSIDED_TAG, without_tags):
        tag = match[1] or match[2]
        if YEAR.search(tag):
            yield tag, _stretch(text, index, match.start(), match.end())


def _stretch(text: str, piece: int, start: int, end: int) -> Span:
    """The span with the blanks that would be too many without it."""
    whole = len(text)
    left = len(text[:start].rstrip())
    right = whole - len(text[end:].lstrip())
    if right == whole or text[right] in ".,;:":
        return Span(piece, left, right)
    return Span(piece, start, right)


def _without(text: str, piece: int, spans: Sequence[Span]) -> str:
    for span in sorted(spans, key=lambda span: span.start, reverse=True):
        if span.piece == piece:
            text = text[: span.start] + text[span.end :]
    return text


def _normal(text: str) -> str:
    return " ".join(text.split())
