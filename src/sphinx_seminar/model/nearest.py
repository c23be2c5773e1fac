"""The known name that a misspelt one most likely means."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from .listed import listed


def nearest(name: str, known: Iterable[str], least: float = 0.6) -> str | None:
    """The name of *known* nearest to *name*, letter case aside; None where none is near.

    *least* is how much the two have in common, from 0 to 1, as `difflib` measures it.
    """
    by_folded = {candidate.casefold(): candidate for candidate in known}
    # Only the start of an overlong name is compared: the cost grows with the square of the length.
    matches = difflib.get_close_matches(name.casefold()[:80], by_folded, cutoff=least)
    return by_folded[matches[0]] if matches else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The end of a message about an unknown *name*: the nearest of *known*, or all of them."""
    names = list(known)
    match = nearest(name, names)
    if match:
        return f"did you mean {match!r}?"
    if not names:
        return "none is known here"
    return f"known here: {listed(names)}"
