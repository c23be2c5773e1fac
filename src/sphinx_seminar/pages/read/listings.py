"""Where the tables of contents of a site list its documents."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from sphinx import addnodes
from sphinx.environment import BuildEnvironment

from .document_order import toctree_order


@dataclass(frozen=True, slots=True)
class Listing:
    """The table of contents that lists a document first."""

    docname: str
    """The document that it is on."""
    caption: str
    """What is over it; empty where nothing does."""
    title: str
    """That of its document; empty where that is no part of a course, but the way to all of it."""


def listings(env: BuildEnvironment, holders: Container[str]) -> dict[str, Listing]:
    """Where each document is listed; *holders* are those with a schedule."""
    found: dict[str, Listing] = {}
    for docname in toctree_order(env):
        is_way = docname in holders or docname == env.config.root_doc
        title = "" if is_way else " ".join(env.titles[docname].astext().split())
        contents = env.tocs.get(docname)
        for toctree in contents.findall(addnodes.toctree) if contents else ():
            caption = " ".join((toctree.get("caption") or "").split())
            listed: list[tuple[str | None, str]] = toctree.get("entries", [])
            for _name, other in listed:  # extensions make such tables, too
                found.setdefault(other, Listing(docname, caption, title))
    return found
