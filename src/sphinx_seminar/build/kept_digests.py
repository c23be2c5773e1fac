"""What one builder has last written into one output folder, as digests beside the doctrees."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from sphinx.builders import Builder
from sphinx.util import logging

from ..replaced_file import replace_at_once

logger = logging.getLogger(__name__)

Digests = dict[str, str]
"""A digest of what is shown or said, by document or by path."""


def kept_file(builder: Builder, suffix: str) -> Path:
    """Where something is kept that is of one builder and one output folder alone."""
    key = f"{builder.name}\0{builder.outdir}"  # Sphinx has resolved the links in its path
    name = f"seminar-{hashlib.sha256(key.encode()).hexdigest()[:16]}"
    return Path(builder.doctreedir, f"{name}{suffix}")


def load_digests(path: Path) -> Digests:
    """The digests as they were saved; none where there was no build, or a broken file."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stored if isinstance(stored, dict) else {}


def save_digests(path: Path, digests: Mapping[str, str]) -> bool:
    """Replace a file of digests; returns whether it could be written."""
    return replace_or_tell(path, dumped(digests), next_time="writes pages again")


def dumped(digests: Mapping[str, str]) -> bytes:
    """Digests as a file has them."""
    return json.dumps(digests, sort_keys=True).encode()


def replace_or_tell(path: Path, content: bytes, *, next_time: str = "writes it again") -> bool:
    """Replace a file at once.

    Returns whether it could be written; if not, a warning says what the next build does, and this
    one goes on.
    """
    try:
        replace_at_once(path, content)
    except OSError as error:
        tell_unwritten(path, error, next_time)
        return False
    return True


def tell_unwritten(path: Path, error: OSError, next_time: str) -> None:
    """Warn as Sphinx does of a page that it cannot write."""
    logger.warning("%s can't be written: %s; the next build %s", path, error.strerror, next_time)
