"""Ids made of titles, in every script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from hashlib import blake2b

from docutils import nodes

_WORDS = re.compile("[a-z0-9]+")


def title_id(title: str, prefix: str = "") -> str:
    """An id of *prefix* and *title* that stays with the title; empty where it says nothing.

    docutils leaves out the letters that it cannot write in ASCII. In their place is a short hash,
    as a number would move to another title when one is inserted. A title of digits, such as a
    year, keeps them for the same reason.
    """
    if title.isascii():  # as below, in a few steps: a course has hundreds of readings
        words = "-".join(_WORDS.findall(title.lower()))
        if prefix:
            return f"{prefix}-{words}" if words else prefix
        return words.lstrip("-0123456789") or (words and f"session-{words}")
    words = " ".join(unicodedata.normalize("NFC", title).split())
    plain = nodes.make_id(f"{prefix}-{words}" if prefix else words)
    if not plain and any(map(str.isdecimal, words)):
        plain = nodes.make_id(f"session-{words}")
    if not any(map(_is_left_out, words)):
        return plain
    digest = blake2b(words.casefold().encode("utf-8", "replace"), digest_size=4).hexdigest()
    return f"{plain or 'session'}-{digest}"


def free_id(base: str, taken: Container[str]) -> str:
    """*base*, or that with the first number from 2 on that makes it none of *taken*."""
    anchor, number = base, 1
    while anchor in taken:
        number += 1
        anchor = f"{base}-{number}"
    return anchor


def _is_left_out(char: str) -> bool:
    return char.isalnum() and not char.isascii() and nodes.make_id(f"a{char}") == "a"
