"""Digests of names that nobody may know yet, by which they can still be compared."""

from __future__ import annotations

import hashlib

from .compared import compared


def name_digest(name: str) -> str:
    """A digest of a name, the same for all that count as one name.

    The environment has it in place of the name: Sphinx keeps that beside the pages, unless told
    otherwise.
    """
    return hashlib.sha256(compared(name).encode()).hexdigest()[:32]
