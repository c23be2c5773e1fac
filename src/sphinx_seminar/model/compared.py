"""Texts as they are compared: two that look alike to their author are one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Marks of direction, joiners, blanks without width, soft hyphens and selectors of a glyph's form:
# what is pasted from a web page or a chat brings them along.
_UNSEEN = re.compile(
    "[\xad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0001-\U000e01ef]"
)


def seen(text: str) -> str:
    """*text* without the characters that nobody sees."""
    return text if text.isascii() else _UNSEEN.sub("", text)


@lru_cache(maxsize=8192)  # a course asks for the same few names and roles at every place
def compared(text: str) -> str:
    """*text* without letter case, repeated blanks and what nobody sees, in one Unicode form."""
    if not text.isascii():
        # Folding may part a letter from its mark again.
        folded = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).casefold()
        text = unicodedata.normalize("NFKC", folded)
    return " ".join(text.casefold().split())
