"""A ZIP whose bytes depend on what is in it alone."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

_FIRST, _LAST = datetime(1980, 1, 1, tzinfo=UTC), datetime(2107, 12, 31, tzinfo=UTC)
"""A ZIP can say no other times."""
_UNIX = 3
_READABLE = 0o100644 << 16


def write_zip(path: Path, files: Mapping[str, bytes | Path]) -> None:
    """Write a ZIP of *files*, by their names in it. Raises `OSError`.

    Names are sorted, and all have one time: ``SOURCE_DATE_EPOCH`` where that is set, else the first
    that a ZIP can say (reproducible-builds.org/docs/archives). What was at *path* stays until all
    is written.
    """
    partial = partial_file(path)
    time = _time()
    try:
        with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
            for name in sorted(files):
                content = files[name]
                info = zipfile.ZipInfo(name, time)
                info.create_system, info.external_attr = _UNIX, _READABLE
                info.compress_type = zipfile.ZIP_DEFLATED
                data = content if isinstance(content, bytes) else content.read_bytes()
                packed.writestr(info, data, compresslevel=9)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def partial_file(path: Path) -> Path:
    """Where a ZIP is until it is whole."""
    return path.with_name(f"{path.name}.partial")


def _time() -> tuple[int, int, int, int, int, int]:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    seconds = int(epoch) if epoch.isdecimal() else 0
    when = min(max(seconds, int(_FIRST.timestamp())), int(_LAST.timestamp()))
    return datetime.fromtimestamp(when, UTC).timetuple()[:6]
