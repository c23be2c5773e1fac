"""Days and slots as the commands print them."""

from __future__ import annotations

from datetime import date


def shown_day(day: date | None) -> str:
    """``Mon 2030-09-02``."""
    return f"{day:%a} {day}" if day else "no date"


def shown_title(session: str, paper: str) -> str:
    """What a slot is in: the title of its session, and its paper where it is for one."""
    return f"{session}, {paper}" if paper else session
