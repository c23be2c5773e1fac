"""Why Sphinx stopped, in a line."""

from __future__ import annotations

from sphinx.errors import SphinxError

from ..report import one_line


def why_stopped(error: SphinxError) -> str:
    """What happened and why; there may be a traceback between the two."""
    first, *rest = [line.strip() for line in str(error).splitlines() if line.strip()] or [""]
    return one_line(f"{first} {rest[-1]}" if rest else first)
