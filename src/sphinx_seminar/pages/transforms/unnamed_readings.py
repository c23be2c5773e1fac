"""Items of reading lists that are an address and nothing else get a text, and a link."""

from __future__ import annotations

from docutils import nodes
from sphinx.environment import BuildEnvironment

from ...model.problem import Problem
from ..told_problems import tell
from .cited_entries import source_of_item


def link_bare_address(text: nodes.Node) -> nodes.reference:
    """Make a link of an item that is an address: Markdown leaves it as text, readers expect one."""
    address = text.astext().strip()
    link = nodes.reference("", address, refuri=address)
    text.parent.replace(text, link)
    return link


def name_by_address(item: nodes.Element, link: nodes.Element, document: nodes.document) -> str:
    """Show the address of a link without a text, which nobody would see, and tell the author.

    Returns what is shown.
    """
    address: str = link.get("refuri") or link["reftarget"]
    shown = address.partition("://")[2]
    link.children = []
    link += nodes.Text(shown)
    env: BuildEnvironment = document.settings.env
    message = f"the reading at {address} has no title; write it in the brackets: [Title]({address})"
    tell(env, Problem("link", message, source_of_item(env, item)))
    return shown
