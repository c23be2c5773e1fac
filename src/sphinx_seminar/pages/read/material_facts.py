"""Reads off a finished doctree what a session hands out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment

from ...model.material import option_of
from ...model.problem import Source
from ..nodes import seminar_material, seminar_materials
from ..transforms.inline_content import LINKS
from .reading_facts import leads_away

if TYPE_CHECKING:
    from ...model.deadline import When


@dataclass(frozen=True, kw_only=True)
class MaterialLink:
    """A link to what a session hands out."""

    text: str
    is_bare: bool
    """Whether its author wrote an address alone, and the text is ours."""
    address: str | None
    """None where it does not lead to another site."""
    path: str | None
    """The file to download, relative to the sources."""


@dataclass(frozen=True, kw_only=True)
class MaterialFacts:
    """An option of a session that states materials, or that nobody knows."""

    name: str
    """As it is written."""
    option: str
    """As the course knows it."""
    said: Literal["links", "soon", "none", "later"]
    """What is there; ``later`` where it is withheld."""
    links: tuple[MaterialLink, ...]
    faults: tuple[str, ...]
    source: Source
    when: When | None = None
    """When it comes, where it is withheld until then."""
    release: int | None = None
    """The number of its release among those of the document."""


def materials_of(session: nodes.Element, env: BuildEnvironment) -> tuple[MaterialFacts, ...]:
    """The materials that a session states, in its author's order."""
    return tuple(
        MaterialFacts(
            name=material["option"],
            option=option_of(material["option"]),
            said=material["said"],
            links=tuple(_links(material, env)),
            faults=material["faults"],
            source=material["written_at"],
            when=material["when"],
            release=material["release"],
        )
        for child in session.children
        if isinstance(child, seminar_materials)
        for material in child.children
        if isinstance(material, seminar_material)
    )


def _links(material: seminar_material, env: BuildEnvironment) -> Iterator[MaterialLink]:
    for link in material.findall(nodes.Element):
        if not isinstance(link, LINKS):
            continue
        text = " ".join(link.astext().split())
        address, path = link.get("refuri"), None
        if isinstance(link, addnodes.download_reference):
            path = env.relfn2path(link["reftarget"])[0]
        yield MaterialLink(
            text=text,
            is_bare=link.get("is_bare", False),
            address=address if leads_away(address) else None,
            path=path,
        )
