"""Links of sessions that are called alike: what those hear who hear links one by one."""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes

from ..locale import _
from ..pages.nodes import seminar_heard_link
from ..pages.transforms.inline_content import LINKS


def heard_links(line: Iterable[nodes.Node], session: str) -> list[nodes.Node]:
    """The nodes of a line, each link among them named with the title of its session."""
    return [heard_link(node, session) if isinstance(node, LINKS) else node for node in line]


def numbered_link(link: nodes.Element, numbered: str | None) -> nodes.Element:
    """A link to a session, named with its numbered title where another one has its title."""
    return link if numbered is None else seminar_heard_link("", "", link, name=numbered)


def heard_link(link: nodes.Element, session: str) -> nodes.Element:
    """A link named with the title of its session, unless its text has that."""
    text = " ".join(link.astext().split())
    if not text or not session or session.casefold() in text.casefold():
        return link
    name = _("{label}: {text}").format(label=text, text=session)
    return seminar_heard_link("", "", link, name=name)
