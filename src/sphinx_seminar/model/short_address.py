"""What a link says whose author wrote an address alone."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_ENDING = re.compile(r"\.([a-z0-9]{1,5})$", re.IGNORECASE)
# That a page of the web is one need not be said.
_PAGES = frozenset(("html", "htm", "php", "aspx"))


def short_address(address: str) -> str:
    """The format of a file, such as ``PDF``; else the host, or the name without folders."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return address
    name = parts.path.rstrip("/").rpartition("/")[2]
    ending = _ENDING.search(name)
    if ending and ending[1].casefold() not in _PAGES:
        return ending[1].upper()
    return (host or "").removeprefix("www.") or name or address
