"""Files of ours that earlier builds left in the output, found where no note tells of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ..config import FEED_NAMES

_CALENDAR = "calendar.ics"
# A build that was killed left a part of one.
_NAMES = frozenset(f"{name}{end}" for name in FEED_NAMES for end in ("", ".partial"))
_COPIED = {"_static", "_sources", "_downloads", "_images"}
"""Folders of the output that hold what is of the site itself, and nothing of ours."""
_ROOT = {".buildinfo", "objects.inv", "searchindex.js"}
"""What Sphinx writes at the root of a site: a folder that has it is another site of its own."""


def left_behind(outdir: Path) -> Iterator[str]:
    """The paths of files that are certainly ours, by their names and by what is in them.

    A course may be gone since, or have another role, kind or section; what is left may have names
    in it that are not shown any more.
    """
    for folder, folders, files in os.walk(outdir):
        if folder == str(outdir):
            folders[:] = [name for name in folders if name not in _COPIED]
        elif not _ROOT.isdisjoint(files):
            folders.clear()
            continue
        of_parts = [
            name
            for name in files
            if name.startswith("calendar-") and name.endswith((".ics", ".ics.partial"))
        ]
        for name in (*_NAMES.intersection(files), *of_parts):
            from .own_content import is_ours  # in a new output there is none

            path = Path(folder, name)
            feed = _CALENDAR if name not in _NAMES else name.removesuffix(".partial")
            with suppress(OSError):
                if is_ours(feed, path.read_bytes()):
                    yield path.relative_to(outdir).as_posix()
