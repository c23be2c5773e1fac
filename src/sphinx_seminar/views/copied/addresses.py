"""Addresses that depend on the page that they are written on."""

from __future__ import annotations

import posixpath
import re


def is_relative(address: str) -> bool:
    """Whether *address* depends on the page that it is on."""
    return bool(address) and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|[/#%]", address)


def moved(address: str, uri: str) -> str:
    """A relative address on the page at *uri*, as it is from where that address leads to it."""
    uri = uri.partition("#")[0]  # all pages are one where there is nothing else
    path, behind = re.fullmatch(r"([^?#]*)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    if not path:
        return uri + behind
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(uri), path))
    return joined + ("/" if path.endswith(("/", "/.", "/..")) else "") + behind
