"""Which code of ours runs: what an older one has left behind may be otherwise."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from . import __version__


def code_state(folders: Iterable[str]) -> str:
    """The version of this package, and when each file of some of its *folders* was changed.

    It changes without a new version while somebody works on it.
    """
    files = []
    for folder in folders:
        with os.scandir(Path(__file__).parent / folder) as entries:
            code = (entry for entry in entries if entry.name.endswith(".py"))
            files.append(sorted((entry.name, entry.stat().st_mtime_ns) for entry in code))
    return repr((__version__, files))
