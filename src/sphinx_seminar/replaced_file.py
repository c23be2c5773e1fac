"""Replaces a file that the build keeps or writes, at once."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def replace_at_once(path: Path, content: bytes) -> None:
    """Give a file new content: a build that is killed leaves the old one or the new one.

    Raises:
        OSError: it can't be written; then the old one stays.
    """
    partial = path.with_name(f"{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(content)
        partial.replace(path)
    except OSError:
        with suppress(OSError):
            partial.unlink()
        raise
