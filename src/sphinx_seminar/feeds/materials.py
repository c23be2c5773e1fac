"""What a session hands out, with addresses for who reads a file beside the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..pages.read.material_facts import MaterialLink
from ..plan.planned_course import PlannedCourse, PlannedSession
from ..views.materials_line import materials_of
from .feed import Site

if TYPE_CHECKING:
    from ..views.release import ShownRelease


@dataclass
class Material:
    """Materials of one sort."""

    option: str
    word: str
    """As readers see it."""
    is_soon: bool = False
    """Whether some of it is announced and not there yet."""
    release: ShownRelease | None = None
    """When it comes out, where that is known."""
    links: list[tuple[str, str]] = field(default_factory=list)
    """Texts and addresses."""


def session_materials(
    planned: PlannedCourse, session: PlannedSession, site: Site, file: str | None
) -> Iterator[Material]:
    """The materials of a session, in the order of the course, for who reads *file*.

    Without one, whole addresses alone: a calendar is read apart from its site.
    """
    shown = materials_of(planned, session)
    to_come = dict(shown.to_come) if shown and shown.to_come else {}
    for sort in shown.sorts if shown else ():
        found = Material(sort.option, sort.word, release=to_come.get(sort.option))
        for stated in session.facts.materials:
            if stated.option == sort.option:
                found.is_soon = found.is_soon or stated.said in {"soon", "later"}
                for link in stated.links:
                    address = _address(link, site, file)
                    if address:
                        found.links.append((link.text or sort.word, address))
        yield found


def _address(link: MaterialLink, site: Site, file: str | None) -> str | None:
    if link.address or link.path is None:
        return link.address
    return site.download(file, link.path)
