"""The options of a ``{session}`` that state its materials."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from docutils import nodes

from ...model.material import ANNOUNCED, NOT_GIVEN, RELEASE_OF, option_of
from ...model.nearest import nearest
from ..nodes import seminar_material, seminar_materials
from ..transforms.material_links import MaterialLinks
from .base import SeminarDirective

if TYPE_CHECKING:
    from ...model.deadline import When

# A line without any of these has addresses alone, in which signs of markup mean nothing.
_LINK_SIGNS = ("](", "`", "]\uff08", "<http")
# How much a misspelt option has to have in common with the one that it means (`nearest`).
_ALIKE = 0.75
_MOST_COMPARED = 30


def materials_of(
    directive: SeminarDirective, options: Sequence[str], *, is_withheld: bool
) -> seminar_materials:
    """The materials that *options* of a directive state; their links are made by a transform.

    Of those that are withheld nothing is known but that they are stated.
    """
    found = seminar_materials("")
    releases = _releases(directive, options)
    for option in options:
        if releases and option in releases.values():
            continue
        when: When | None = None
        number: int | None = None
        is_later = is_silent = False
        if releases and (release := releases.get(option)):
            from ..withheld import noted, withheld_material  # few sessions withhold some

            number = len(noted(directive.env))
            when, withheld = withheld_material(directive, option, release)
            is_later = withheld is not None
            is_silent = withheld is not None and withheld.is_silent
        if is_withheld or is_later:
            said = "none" if is_withheld or is_silent else "later"
            stated = _stated(
                directive, option, said=said, translatable=False, when=when, release=number
            )
            found.append(stated)
            continue
        material = _material(directive, option)
        material["release"] = number
        found.append(material)
        pending = nodes.pending(MaterialLinks, {"material": material})
        directive.state.document.note_pending(pending)
    return found


def _releases(directive: SeminarDirective, options: Sequence[str]) -> dict[str, str]:
    """By the option of a material, the one that says when it comes out.

    What is misspelt is reported, and withholds what it means most likely.
    """
    found: dict[str, str] = {}
    for option in options:
        if "-" not in option:
            continue
        material = material_meant(option, options)
        if material is None or material in found:
            continue
        found[material] = option
        right = f"{material}{RELEASE_OF}"
        if option_of(option) != option_of(right):
            text = f"{{{directive.name}}} has no option ':{option}:'; did you mean {right!r}?"
            directive.problem("option", text, directive.option_line(option))
    if found and "release" not in directive.options:
        directive.says_yes("silent")  # reports what is neither yes nor no
    return found


def material_meant(option: str, others: Collection[str]) -> str | None:
    """Which of the *others* an option with a hyphen is the release of; None where it is of none.

    Only the first are compared with one that is misspelt, as each of many could be.
    """
    before, _hyphen, last = option.rpartition("-")
    first, _hyphen, behind = option.partition("-")
    for word, name in ((last, before), (first, behind)):
        if nearest(word, ("release",), _ALIKE):
            if name in others:
                return name
            known = [other for other in islice(others, _MOST_COMPARED) if other != option]
            same = (other for other in known if option_of(other) == option_of(name))
            return next(same, None) or nearest(name, known, _ALIKE)
    return None


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
    more = {"when": None, "release": None} | more
    return seminar_material("", text, option=option, written_at=source, faults=faults, **more)
