"""Links that students may not be sent to, and links that lead nowhere yet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util.nodes import traverse_parent

from ...load.path_inside import is_inside
from ...locale import _
from ...model.address import SAFE_SCHEMES, is_safe, web_fault
from ...model.formats import FORMATS
from ...model.problem import Problem, Source
from ...paths import file_of_site, relative_source
from ..directives.base import beside
from ..nodes import seminar_heard_link, seminar_node, seminar_session, seminar_session_head
from ..told_problems import tell
from .inline_content import forthcoming, join_texts

_LINKS = (nodes.reference, addnodes.pending_xref)
_CODE = (nodes.literal, nodes.FixedTextElement)
# Few texts look like a link, and these are compiled where one does.
# Markdown-it leaves such a link as text, without a word. Of an endless label the end will do.
_LEFT_AS_TEXT = (
    r"\[(?P<label>[^\]]{0,300})\]"
    r"\(\s*<?(?P<address>(?:javascript|vbscript|file|data):[^)]*?\)?)>?\)"
)
# Nor is one with a blank or a line break in its address a link in Markdown.
_BLANK_IN_ADDRESS = (
    r"\[[^\[\]]+\]\((?P<address>[^()\s]*://[^()\s]*\s[^()]*|[^()\s]+\s[^()]*\.\w{2,5})\)"
)

_WIDE = "]\uff08"
# Brackets of a link, from a keyboard for another script.
_WIDE_BRACKETS = r"\]\uff08[^\s)]*|\uff3b[^\]\uff3b]*\]{1,2}\([^\s)]*"

_LONGEST_FORMAT = max(map(len, FORMATS))
# The end of a long text before a link says what the link is of.
_MOST_BEFORE = 80
_SIGNS = " \t\n.,;:([{|/·–—-"
_COLONS = (":", "\uff1a")


class CheckLinks(SphinxTransform):
    """Makes unsafe addresses text, and empty ones announcements, in what is ours."""

    # After Locale (20), before reading items are understood (840).
    default_priority = 830

    def apply(self, **kwargs: object) -> None:
        """Check every link in our nodes, and in the sections that a ``{session}`` adopts."""
        self._names: dict[tuple[int, str], int] = {}
        others = [node for node in beside(self.env) if node.parent is not None]
        for part in _outermost_parts(self.document, others):
            self._check_node(part)

    def _check(self, element: nodes.Element) -> None:
        checked = []
        for child in element.children:
            if child.__class__ is not nodes.Text:
                checked.append(child)
            elif "](" in child or _WIDE in child:  # of the texts, those that look like a link
                join_texts(element)  # it may be cut at a line's end
                checked = list(element.children)
                break
        for child in checked:
            self._check_node(child)

    def _check_node(self, node: nodes.Node) -> None:
        if _is_around(node.__class__):  # type: ignore[arg-type]  # a class has a hash
            self._check(node)  # type: ignore[arg-type]  # it is an element
        elif isinstance(node, nodes.Text):
            if "](" in node or _WIDE in node:
                self._check_text(node)
        elif isinstance(node, _LINKS):
            self._check_link(node)
        elif isinstance(node, nodes.image):
            self._check_image(node)

    def _check_image(self, image: nodes.image) -> None:
        if not is_safe(image["uri"]):
            self._refuse(image["uri"], image)
            text = nodes.inline("", image.get("alt", ""))
            is_inline = isinstance(image.parent, nodes.TextElement)
            image.parent.replace(image, text if is_inline else nodes.paragraph("", "", text))

    def _check_link(self, link: nodes.Element) -> None:
        children = link.children
        text = children[0] if children else None
        is_text = text.__class__ is nodes.Text and len(children) == 1
        if not is_text:
            for image in list(link.findall(nodes.image)):
                self._check_image(image)
        if _is_empty(link):
            link.parent.replace(link, forthcoming(*_words(link), empty_link=True))
        elif fault := web_fault(address := _address(link)):
            self._problem(fault, link)
        elif not is_safe(address):
            self._refuse(address, link)
            link.parent.replace(link, nodes.inline("", "", *link.children))
        elif isinstance(link, addnodes.download_reference) and self._is_outside(link["reftarget"]):
            message = f"{link['reftarget']!r} is not in the folder of the sources; put it there"
            self._problem(message, link)
            link.parent.replace(link, nodes.inline("", "", *link.children))
        elif not is_text or len(text) <= _LONGEST_FORMAT:  # type: ignore[arg-type]
            words = link.astext()
            if words.casefold() in FORMATS and isinstance(link.parent, nodes.paragraph):
                self._name(link, words)

    def _name(self, link: nodes.Element, words: str) -> None:
        """Say what a link called "PDF" is of to those who hear it alone: what is before it."""
        line = link.parent
        place = line.index(link)
        about = _about(line[:place])
        name = _(", ").join((about, words)) if about else words
        # A session may have two lines that begin alike.
        around = (seminar_session, nodes.section, nodes.document)
        key = (next(id(node) for node in traverse_parent(line, around)), name)
        count = self._names[key] = self._names.get(key, 0) + 1
        if count > 1:
            name = f"{name} {count}"
        line[place] = seminar_heard_link("", "", link, name=name, about=about, of_session=True)

    def _is_outside(self, target: str) -> bool:
        """Whether a file to download is not one of the site: it may be private to the machine."""
        if "://" in target:
            return False
        path = file_of_site(self.env, target)
        return path is None or not is_inside(path, Path(self.env.srcdir))

    def _check_text(self, text: nodes.Text) -> None:
        for match in re.finditer(_BLANK_IN_ADDRESS, text):
            shown = " ".join(match.group().split())
            self._problem(
                f"{shown!r} is no link: write %20 for the blank in its address", text.parent
            )
        for match in re.finditer(_WIDE_BRACKETS, text):
            self._problem(
                f"{match.group()!r} is no link: its brackets are of full width; write [ ] and ( )",
                text.parent,
            )
        for match in re.finditer(_LEFT_AS_TEXT, text, re.I):
            self._refuse(match["address"], text.parent)
        text.parent.replace(text, nodes.Text(re.sub(_LEFT_AS_TEXT, r"\g<label>", text, flags=re.I)))

    def _refuse(self, address: str, node: nodes.Element) -> None:
        message = (
            f"the address {address!r} is not shown; "
            f"write one that starts with {', '.join(SAFE_SCHEMES)}, or a path"
        )
        self._problem(message, node)

    def _problem(self, message: str, node: nodes.Element) -> None:
        around = list(traverse_parent(node))
        line = next((found.line for found in around if found.line), None)
        source = next((found.source for found in around if found.source), None)
        written = Source(relative_source(self.env, source), line)
        tell(self.env, Problem("link", message, written))


def _outermost_parts(document: nodes.document, others: Iterable[nodes.Node]) -> list[nodes.Node]:
    """What is ours, the sections that a ``{session}`` adopts, and *others*.

    Each is there once, and none inside of another.
    """
    found = [*document.findall(seminar_node), *others]
    nested = [node.parent if isinstance(node, seminar_session_head) else node for node in found]
    parts = {id(part): part for part in nested}
    return [
        part
        for part in parts.values()
        if parts.keys().isdisjoint(map(id, traverse_parent(part.parent)))
    ]


def _about(before: list[nodes.Node]) -> str:
    """What a link is of: the words before it, or those of the link before it."""
    text = ""
    for node in reversed(before):
        if isinstance(node, seminar_heard_link):
            # "Slides: PDF, PPTX" and "Slides: PDF; recording: MP4".
            words = text.strip()
            own = words.strip(_SIGNS)
            if not own or words.endswith(_COLONS):
                return own or str(node["about"])
        text = f"{node.astext()}{text}"
    return " ".join(text.split())[-_MOST_BEFORE:].strip(_SIGNS)


def _words(link: nodes.Element) -> list[nodes.Node]:
    """The content of a link, without the element in which MyST shows a cross-reference."""
    inner = link.children[0] if len(link) == 1 else None
    if isinstance(inner, nodes.Element) and "xref" in inner["classes"]:
        return list(inner.children)
    return list(link.children)


def _address(link: nodes.Element) -> str:
    """Where a link leads, if that is known yet and is outside of this site."""
    if isinstance(link, addnodes.download_reference):
        target: str = link["reftarget"]
        return target if "://" in target else ""  # the others are names of files
    address: str = link.get("refuri", "")
    return address


def _is_empty(link: nodes.Element) -> bool:
    if isinstance(link, addnodes.pending_xref):
        return link.get("reftype") == "myst" and not link.get("reftarget")
    if isinstance(link, addnodes.download_reference):  # a reference, with a target of its own
        return False
    return not any(link.get(key) for key in ("refuri", "refid", "refname", "anonymous"))


@cache  # of a few dozen classes; asked of thousands of nodes
def _is_around(kind: type[object]) -> bool:
    """Whether nodes of a class are neither links nor images nor code, and may hold such."""
    return issubclass(kind, nodes.Element) and not issubclass(kind, (*_LINKS, nodes.image, *_CODE))
