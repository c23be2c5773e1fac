"""What readers see of drawn nodes in a format: words and classes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup
from docutils import nodes

from sphinx_seminar.pages.html import Attributes
from sphinx_seminar.pages.nodes import html_element, html_fragment

ATTRIBUTES = ("aria-label", "title", "alt", "placeholder", "data-role", "data-collapse")
"""The attributes of HTML that are heard, or that style or script show."""

OURS = re.compile(r"\bseminar-[a-z-]+")


def words(texts: Iterable[str]) -> set[str]:
    """The words that have a letter."""
    return {
        word for text in texts for word in re.findall(r"\w+", text) if re.search(r"[^\W\d_]", word)
    }


def texts(drawn: Iterable[nodes.Node]) -> Iterator[str]:
    """What the nodes show in text and LaTeX."""
    for node in drawn:
        yield from (found.astext() for found in node.findall(nodes.Text))


def _is_for_a_screen(name: str, attributes: Attributes) -> bool:
    """Whether an element is pressed, is shown by a script, or is a picture of its neighbor."""
    return name == "button" or "hidden" in attributes or "aria-hidden" in attributes


def html_texts(
    drawn: Iterable[nodes.Node], *, for_print: bool = False, searched: bool = False
) -> Iterator[str]:
    """What the nodes show in HTML.

    With *for_print*, what would be there on paper; with *searched*, what is not marked as a copy.
    """
    for node in drawn:
        if isinstance(node, nodes.Text):
            yield node.astext()
        elif not isinstance(node, nodes.Element) or (searched and "no-search" in node["classes"]):
            continue
        elif isinstance(node, html_fragment):
            page = BeautifulSoup(node["html"], "lxml")
            for tag in page.find_all(True) if for_print else ():
                if not tag.decomposed and _is_for_a_screen(tag.name, tag.attrs):
                    tag.decompose()
            yield page.get_text(" ")
        elif not (
            for_print
            and isinstance(node, html_element)
            and _is_for_a_screen(node["tag"], node["attrs"])
        ):
            yield from html_texts(node.children, for_print=for_print, searched=searched)


def html_attributes(drawn: Iterable[nodes.Node]) -> Iterator[str]:
    """What is heard, or shown by style and script."""
    for node in drawn:
        for found in node.findall(html_element):
            yield from _heard(found["attrs"])
        for piece in node.findall(html_fragment):
            for tag in BeautifulSoup(piece["html"], "lxml").find_all(True):
                yield from _heard(tag.attrs)


def _heard(attributes: Attributes) -> Iterator[str]:
    if "Z3988" not in str(attributes.get("class")):  # this title is for software (COinS)
        yield from (str(attributes.get(name) or "") for name in ATTRIBUTES)


def classes_in_html(html: str) -> set[str]:
    """The classes of ours in a page or a piece of one."""
    values = re.findall(r'\bclass="([^"]*)"', html)
    return {name for value in values for name in OURS.findall(value)}


def classes(drawn: Iterable[nodes.Node]) -> set[str]:
    """The classes of ours that nodes have in HTML."""
    found: set[str] = set()
    for node in drawn:
        for inner in node.findall(nodes.Element):
            attributes: Attributes = inner.get("attrs") or {}
            names = [*inner.get("classes", ()), attributes.get("class") or ""]
            found.update(OURS.findall(" ".join(map(str, names))))
            if isinstance(inner, html_fragment):
                found |= classes_in_html(inner["html"])
    return found
