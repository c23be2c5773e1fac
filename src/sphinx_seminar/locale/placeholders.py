"""The places in our texts where a date, a number or a name goes."""

from __future__ import annotations

from string import Formatter


def placeholders(text: str) -> set[str] | None:
    """The words in braces; None where the braces are broken."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    return {name for _text, name, _spec, _conversion in parts if name is not None}


def fits(original: str, translated: str, *, is_plural: bool) -> bool:
    """Whether a translation has the places of the original.

    A form of a plural may do without its number: "one week".
    """
    wanted, found = placeholders(original) or set(), placeholders(translated)
    return found is not None and (found <= wanted if is_plural else found == wanted)
