"""A text in Markdown that is a value of another format, such as a scalar of YAML."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .addresses import Addresses
from .findings import Findings, Place
from .inline import InlineReader
from .table import Cell

LINE_BREAK = Token("hardbreak", "br", 0)


def markdown_cell(text: str, place: Place, addresses: Addresses, findings: Findings) -> Cell:
    """The cell of *text*, each of its lines a part."""
    reader = InlineReader(addresses, findings, place)
    tokens = [token for inline in _parser().parseInline(text.strip()) for token in _inner(inline)]
    return reader.read(LINE_BREAK if token.type == "softbreak" else token for token in tokens)


def markdown_parser(*rules: str) -> MarkdownIt:
    """A parser of CommonMark with more *rules*, and no address left out, be it safe or not."""
    parser = MarkdownIt("commonmark").enable(["strikethrough", *rules])
    # Every address comes to us, to be taken or told.
    parser.validateLink = _is_any  # type: ignore[method-assign]
    return parser


def _is_any(url: str) -> bool:
    """Whether an address is there at all, whatever it leads to."""
    return bool(url)


def _inner(token: Token) -> list[Token]:
    return token.children or []


@cache
def _parser() -> MarkdownIt:
    return markdown_parser()
