"""The known name that a misspelt one most likely means."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from .listed import listed

# What people call options of other names.
_MEANT = {
    **dict.fromkeys(("room", "location", "place", "venue"), ("where",)),
    **dict.fromkeys(("lecturer", "instructor", "presenter", "guest", "by"), ("speaker",)),
    **dict.fromkeys(("video", "videos"), ("recording",)),
    **dict.fromkeys(("url", "href", "website"), ("link",)),
    **dict.fromkeys(("day", "when", "date", "due", "deadline"), ("when", "date")),
    **dict.fromkeys(("hour", "hours"), ("time",)),
    **dict.fromkeys(("type", "label"), ("kind",)),
    **dict.fromkeys(("cancelled", "canceled", "postponed"), ("status",)),
}

_NUMBER = re.compile(r"\b\d+\b")


def option_meant(name: str, known: Iterable[str]) -> str:
    """The end of a message about an unknown option: one of *known* by what others call it, too."""
    names = list(known)
    meant = next((found for found in _MEANT.get(name, ()) if found in names), None)
    return f"did you mean {meant!r}?" if meant else did_you_mean(name, names)


def nearest(name: str, known: Iterable[str], least: float = 0.6) -> str | None:
    """The name of *known* nearest to *name*, letter case aside; None where none is near.

    *least* is how much the two have in common, from 0 to 1, as `difflib` measures it.
    """
    folded = name.casefold()
    by_folded = {candidate.casefold(): candidate for candidate in known}
    if folded in by_folded:
        return by_folded[folded]
    begun = [one for one in by_folded if one.startswith(f"{folded} ")]
    if folded and len(begun) == 1:
        return by_folded[begun[0]]  # 001 for 001 (morning), and not 002
    if _NUMBER.search(folded):
        # Section 4 is another one than Section 3, and no misspelling of it.
        words = _NUMBER.sub("", folded)
        by_folded = {one: of for one, of in by_folded.items() if _NUMBER.sub("", one) != words}
    # Only the start of an overlong name is compared: the cost grows with the square of the length.
    matches = difflib.get_close_matches(folded[:80], by_folded, cutoff=least)
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
