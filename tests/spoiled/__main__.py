"""List what is spoiled without a word: ``python -m tests.spoiled``."""

from __future__ import annotations

import tempfile
from pathlib import Path

from .built import spoil_all
from .survivors import listed


def main() -> None:
    """Print each survivor that is not listed, and what is listed and survives no longer."""
    with tempfile.TemporaryDirectory() as scratch:
        spoiling = spoil_all(Path(scratch, "source"))
    for name in sorted(spoiling.silent - listed()):
        print(f"+   {name}")
    for name in sorted(listed() - spoiling.silent):
        print(f"-   {name}")
    print(f"{spoiling.count} sites, {len(spoiling.silent)} survivors")


if __name__ == "__main__":
    main()
