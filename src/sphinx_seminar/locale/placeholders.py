"""The places in our texts where a date, a number or a name goes."""

from __future__ import annotations

from string import Formatter


def placeholders(text: str) -> list[str] | None:
    """What is in braces, a format such as ``count:>9`` included; None where they are broken."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    return [
        name + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "")
        for _text, name, spec, conversion in parts
        if name is not None
    ]


def fits(original: str, translated: str, *, is_plural: bool) -> bool:
    """Whether a translation has the places of the original, none of them again and again.

    A form of a plural may do without its number: "one week".
    """
    wanted, found = placeholders(original) or [], placeholders(translated)
    if found is None or len(found) > 2 * len(wanted):
        return False
    return set(found) <= set(wanted) if is_plural else set(found) == set(wanted)
