"""Lines that say who presents in which role."""

from __future__ import annotations

import re
from typing import NamedTuple

from .punctuation import COLONS

# A parenthesis belongs to the role: Discussion Leader (Group 2). Links and code do not.
_LINE = re.compile(
    r"\s*(?:[-*+]\s+)?(?:\*\*|__)?"
    rf"(?P<role>(?:[^:{COLONS}`\[\]()<>]|\([^:{COLONS}`\[\]()<>]*\))+?)\s*(?:\*\*|__)?"
    rf"(?::(?:\*\*|__)?(?:\s+|$)|[{COLONS}](?:\*\*|__)?\s*)(?P<names>.*)"
)


class WrittenSlot(NamedTuple):
    """What a page says of one presenting role."""

    role: str
    line: int
    names: tuple[str, ...] = ()
    """Who takes it, where all names are text alone."""


def role_and_names(line: str) -> tuple[str, str]:
    """The presenting role and the names of a line ``Role: names``, the names as they are.

    Raises `ValueError` where no colon ends the role.
    """
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError(
            f"{line.strip()!r} has no role; write the role, a colon, then the names: 'Author: Ada'"
        )
    role, names = match["role"].strip("* "), match["names"].strip()
    return role, names
