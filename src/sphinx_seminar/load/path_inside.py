"""Paths that somebody wrote: whether they lead to a file, and whether they stay in a folder.

``pathlib`` raises where a name is longer than the file system has, and where links go in a circle.
"""

from __future__ import annotations

import os
from pathlib import Path


def is_inside(path: Path, folder: Path) -> bool:
    """Whether *path*, links followed, is in *folder*."""
    try:
        real = Path(os.path.realpath(path))
    except (OSError, ValueError):
        return False
    return real.is_relative_to(os.path.realpath(folder))


def is_file(path: Path) -> bool:
    """Whether a file is there."""
    try:
        return path.is_file()
    except OSError:
        return False
