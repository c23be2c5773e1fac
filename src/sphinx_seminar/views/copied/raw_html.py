"""Addresses in raw HTML, in styles and in scripts of content that another page shows, too."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence

from docutils import nodes
from sphinx.util.nodes import traverse_parent

from ...model.problem import Problem, Source
from ...paths import relative_source
from ...report import report
from ..page import Page
from .addresses import is_relative, moved

_PIECE = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|(?P<code><(?:script|style)\b[^>]*+>)(?P<inside>.*?)(?=</(?:script|style)|\Z)"
    r"|(?P<tag><[a-z](?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*+>)",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([^\s=<>\"'/]++)(\s*+=\s*+)(\"[^\"]*+\"|'[^']*+'|[^\s\"'<>]++)")
_ADDRESSES = frozenset(
    (
        *("src", "href", "poster", "data", "action", "formaction", "cite", "background"),
        *("longdesc", "xlink:href", "data-src", "data-href", "data-poster", "data-background"),
    )
)
_LISTS = frozenset({"srcset", "imagesrcset", "data-srcset"})
_CSS_URL = re.compile(r"(url\(\s*+[\"']?|@import\s++[\"'])([^\"')\s]++)", re.IGNORECASE)
_IN_SCRIPT = re.compile(r"[\"'`](\.\.?/[^\"'`\s]++)[\"'`]")
# Attributes whose words are ids.
_REFERRING = re.compile(r"(?:id|for|list|form|headers|aria-.*)$")
_RAW = "raw HTML"
_ID = re.compile(r"\bid\s*+=\s*+[\"']?([^\"'\s>]++)", re.IGNORECASE)


def move_raw_html(raw: Sequence[nodes.raw], origin: str, uri: str, page: Page) -> None:
    """Make the raw HTML of a copy of *origin*'s content right, which is at *uri* from here.

    Addresses move along, and those that a script holds are reported. Ids stay, as a script may make
    them up, but for those that are on the page already, in the original or in another copy.
    """
    ids = dict.fromkeys(found[1] for one in raw for found in _ID.finditer(one.astext()))
    is_here = origin == page.docname or page.builder.name == "singlehtml"
    taken = [old for old in ids if not page.claim(_RAW, old) or is_here]
    is_elsewhere = posixpath.dirname(uri.partition("#")[0]) != ""
    mover = _Mover(uri, set(ids), {old: page.new_id() for old in taken})
    for one in raw:
        mover.left.clear()
        text = _PIECE.sub(mover.piece, one.astext())
        if text != one.astext():
            one.children = [nodes.Text(text)]
        for address in mover.left if is_elsewhere else ():
            _tell(address, one, page)


class _Mover:
    """Moves what is on one page."""

    def __init__(self, uri: str, ids: set[str], renamed: Mapping[str, str]) -> None:
        self.uri = uri
        self.ids = ids
        self.renamed = renamed
        """New ids by old ones."""
        names = "|".join(map(re.escape, renamed))
        self.named = re.compile(rf"#({names})(?![\w-])") if renamed else None
        self.quoted = re.compile(rf"([\"'`])({names})\1") if renamed else None
        self.left: list[str] = []
        """What a script names, which cannot be moved."""

    def piece(self, found: re.Match[str]) -> str:
        """A comment, a tag, or a script or style with its content."""
        if found["tag"]:
            return self._tag(found["tag"])
        if not found["code"]:
            return found[0]
        inside = found["inside"]
        if found["code"][1:6].lower() == "style":
            return found["code"] + self._with_new_names(self._style(inside))
        self.left += _IN_SCRIPT.findall(inside)
        if self.quoted:
            inside = self.quoted.sub(
                lambda found: f"{found[1]}{self.renamed[found[2]]}{found[1]}", inside
            )
        return self._tag(found["code"]) + self._with_new_names(inside)

    def _with_new_names(self, text: str) -> str:
        """*text* with the new ids behind each ``#``."""
        if self.named is None:
            return text
        return self.named.sub(lambda found: f"#{self.renamed[found[1]]}", text)

    def _tag(self, tag: str) -> str:
        is_link = re.match(r"<(?:a|area)\b", tag, re.IGNORECASE) is not None

        def attribute(found: re.Match[str]) -> str:
            name, equals, value = found.groups()
            quote = value[0] if value[0] in "\"'" else ""
            inner = value.strip(quote) if quote else value
            return f"{name}{equals}{quote}{self._value(name.lower(), inner, is_link)}{quote}"

        return _ATTRIBUTE.sub(attribute, tag)

    def _value(self, name: str, value: str, is_link: bool) -> str:
        if self.renamed:
            if _REFERRING.match(name):
                return re.sub(r"\S+", lambda word: self.renamed.get(word[0], word[0]), value)
            if value[:1] == "#" or "url(#" in value:
                return self._with_new_names(value)
        if name in _LISTS:
            return ", ".join(self._candidate(part) for part in re.split(r",\s+|,(?=\S+\s)", value))
        if name == "style":
            return self._style(value)
        if name not in _ADDRESSES:
            return value
        if is_link and value[:1] == "#" and value[1:] and value[1:] not in self.ids:
            return self.uri.partition("#")[0] + value
        return self._address(value.strip())

    def _candidate(self, part: str) -> str:
        address, blank, size = part.strip().partition(" ")
        return self._address(address) + blank + size

    def _style(self, text: str) -> str:
        return _CSS_URL.sub(lambda found: found[1] + self._address(found[2]), text)

    def _address(self, address: str) -> str:
        return moved(address, self.uri) if is_relative(address) else address


def _tell(address: str, raw: nodes.raw, page: Page) -> None:
    around = list(traverse_parent(raw))
    line = next((found.line for found in around if found.line), None)
    source = next((found.source for found in around if found.source), None)
    written = Source(relative_source(page.env, source), line)
    message = (
        f"the script names {address!r}, which leads elsewhere from {page.docname!r}, "
        "where a view shows it; write an address that starts with / or https://"
    )
    report([Problem("link", message, written)], page.env.srcdir)
