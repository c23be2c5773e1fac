"""The options of a ``{session}`` that state its materials."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docutils import nodes

from ...model.material import ANNOUNCED, NOT_GIVEN
from ..nodes import seminar_material, seminar_materials
from ..transforms.material_links import MaterialLinks
from .base import SeminarDirective

# A line without any of these is addresses alone, in which a sign of markup is none.
_LINK_SIGNS = ("](", "`", "]\uff08", "<http")


def materials_of(directive: SeminarDirective, options: Iterable[str]) -> seminar_materials:
    """The materials that *options* of a directive state; their links are made by a transform."""
    found = seminar_materials("")
    for option in options:
        material = _material(directive, option)
        found.append(material)
        pending = nodes.pending(MaterialLinks, {"material": material})
        directive.state.document.note_pending(pending)
    return found


def _material(directive: SeminarDirective, option: str) -> seminar_material:
    text: str = directive.options[option]
    line = directive.option_line(option)
    stated: dict[str, Any] = {"option": option, "written_at": directive.source(line), "faults": ()}
    folded = " ".join(text.casefold().strip("()").split())
    if folded in ANNOUNCED or folded in NOT_GIVEN:
        said = "soon" if folded in ANNOUNCED else "none"
        return seminar_material("", said=said, translatable=False, **stated)
    if any(sign in text for sign in _LINK_SIGNS):
        material = seminar_material("", said="links", **stated)
        directive.inline(material, text, line)
        return material
    material = seminar_material("", text, said="links", translatable=False, **stated)
    material.source, material.line = directive.get_source_info()[0], line
    return material
