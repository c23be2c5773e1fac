"""Materials: what a course hands out with a session, such as slides or a recording."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Material:
    """One of the sorts of materials that the sessions of a course may have."""

    option: str
    """The option of a session that states it, such as ``lab-sheet``."""
    name: str
    """As course.yml has it, such as ``Lab sheet``."""
    is_expected: bool = False
    """Whether the build notes a session that lacks it a week later."""
    kinds: tuple[str, ...] = ()
    """The kinds of the sessions that are to have it; empty for all of them."""


OWN_MATERIALS = (
    Material("slides", "Slides"),
    Material("recording", "Recording"),
    Material("notes", "Notes"),
    Material("code", "Code"),
)
"""Those that every course knows, in the order in which they are shown."""

ANNOUNCED = ("soon", "coming soon", "to come", "tba", "tbd", "to be announced")
"""What a page writes in place of a link that is not there yet."""
NOT_GIVEN = ("none", "no")
"""What a page writes where a session has none, and none is expected."""

RELEASE_OF = "-release"
"""How the option ends that says when a material comes out, as ``slides-release``."""


def option_of(name: str) -> str:
    """The option that materials of a name are written by: in lower case, with hyphens."""
    words = "".join(sign if sign.isalnum() else " " for sign in name.casefold())
    return "-".join(words.split())


def with_own_materials(stated: Iterable[Material]) -> tuple[Material, ...]:
    """Those that every course knows, with what is *stated* of them, and behind them the others."""
    others = {material.option: material for material in stated}
    known = []
    for own in OWN_MATERIALS:
        found = others.pop(own.option, None)
        known.append(replace(found, name=own.name) if found else own)
    return (*known, *others.values())
