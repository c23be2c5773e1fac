"""A photo of somebody of the staff."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Photo:
    """A file that is there."""

    path: str
    """Relative to the sources of the site."""
    modified: int
    """When it was last written, in nanoseconds: with *size* it tells new content from old."""
    size: int
    """In bytes."""
