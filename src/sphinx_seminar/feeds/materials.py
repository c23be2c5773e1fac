"""What a session hands out, with addresses for who reads a file beside the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..pages.read.material_facts import MaterialLink
from ..plan.planned_course import PlannedCourse, PlannedSession
from ..views.materials_line import materials_of
from .feed import Site


@dataclass
class Material:
    """Materials of one sort."""

    option: str
    word: str
    """As readers see it."""
    is_soon: bool = False
    """Whether some of it is announced and not there yet."""
    links: list[tuple[str, str]] = field(default_factory=list)
    """Texts and addresses."""


def session_materials(
    planned: PlannedCourse, session: PlannedSession, site: Site, file: str | None
) -> Iterator[Material]:
    """The materials of a session, in the order of the course, for who reads *file*.

    Without one, whole addresses alone: a calendar is read apart from its site.
    """
    shown = materials_of(planned, session)
    for sort in shown.sorts if shown else ():
        found = Material(sort.option, sort.word)
        for stated in session.facts.materials:
            if stated.option == sort.option:
                found.is_soon = found.is_soon or stated.said == "soon"
                for link in stated.links:
                    address = _address(link, site, file)
                    if address:
                        found.links.append((link.text or sort.word, address))
        yield found


def _address(link: MaterialLink, site: Site, file: str | None) -> str | None:
    if link.address or link.path is None:
        return link.address
    return site.download(file, link.path)
