"""The spoiled sites of which nothing is said, and why."""

from __future__ import annotations

from pathlib import Path

LIST = Path(__file__).with_name("SURVIVORS.md")


def listed() -> frozenset[str]:
    """The names of those that ``SURVIVORS.md`` lists."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.startswith("    "))
