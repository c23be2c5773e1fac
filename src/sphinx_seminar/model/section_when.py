"""A moment that is another one for each parallel section of a course."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .compared import compared
from .deadline import When


@dataclass(frozen=True, slots=True)
class SectionWhen:
    """When something is due, or out, for one section."""

    section: str
    """Its name, as the page has it."""
    when: When


def parse_of_sections(text: str, parse: Callable[[str], When]) -> When | tuple[SectionWhen, ...]:
    """What *text* says, by *parse* of all of it or, as ``A: Mon; B: Thu``, of each section.

    Raises:
        ValueError: it is not understood; says what to write instead.
    """
    parts = [part.strip() for part in text.split(";")]
    if len(parts) == 1:
        try:
            return parse(text)
        except ValueError:
            if ": " not in text:
                raise
    found: dict[str, SectionWhen] = {}
    for part in filter(None, parts):
        section, colon, when = (word.strip() for word in part.partition(": "))
        if not (section and colon and when):
            raise ValueError(
                f"{part!r} does not say for which section it is; "
                "write one for each, such as Section 1: Mon 23:59; Section 2: Thu 23:59"
            )
        if compared(section) in found:
            raise ValueError(f"section {section!r} is there twice; take one of the two out")
        try:
            found[compared(section)] = SectionWhen(section, parse(when))
        except ValueError:
            if len(parts) == 1:
                return parse(text)  # it names no section: all of it is what is not understood
            raise
    if not found:
        return parse(text)
    return tuple(found.values())
