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


def materials_of(
    directive: SeminarDirective, options: Iterable[str], *, is_withheld: bool
) -> seminar_materials:
    """The materials that *options* of a directive state; their links are made by a transform.

    Of those that are withheld nothing is known but that they are stated.
    """
    found = seminar_materials("")
    for option in options:
        if is_withheld:
            found.append(_stated(directive, option, said="none", translatable=False))
            continue
        material = _material(directive, option)
        found.append(material)
        pending = nodes.pending(MaterialLinks, {"material": material})
        directive.state.document.note_pending(pending)
    return found


def _material(directive: SeminarDirective, option: str) -> seminar_material:
    text: str = directive.options[option]
    line = directive.option_line(option)
    folded = " ".join(text.casefold().strip("()").split())
    if folded in ANNOUNCED or folded in NOT_GIVEN:
        said = "soon" if folded in ANNOUNCED else "none"
        return _stated(directive, option, said=said, translatable=False)
    if not text:
        fault = "it is empty; write a link behind it, soon, or take it out"
        return _stated(directive, option, said="none", translatable=False, faults=(fault,))
    if any(sign in text for sign in _LINK_SIGNS):
        material = _stated(directive, option, said="links")
        directive.inline(material, text, line)
        return material
    material = _stated(directive, option, text, said="links", translatable=False)
    material.source, material.line = directive.get_source_info()[0], line
    return material


def _stated(
    directive: SeminarDirective,
    option: str,
    text: str = "",
    faults: tuple[str, ...] = (),
    **more: Any,
) -> seminar_material:
    source = directive.source(directive.option_line(option))
    return seminar_material("", text, option=option, written_at=source, faults=faults, **more)
