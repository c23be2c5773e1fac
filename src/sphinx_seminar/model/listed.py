"""A list of names in a message, which ends after a few of them."""

from __future__ import annotations

from collections.abc import Iterable

_LISTED = 6
"""The most names that a message lists."""


def listed(names: Iterable[str], between: str = ", ", most: int = _LISTED) -> str:
    """*names* in one line, the first *most* of them, and how many more there are."""
    known = list(names)
    more = f" and {len(known) - most} more" if len(known) > most else ""
    return f"{between.join(known[:most])}{more}"
