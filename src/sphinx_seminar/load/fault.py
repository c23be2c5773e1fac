"""Something wrong inside a data file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model.problem import Kind

KeyPath = tuple[str | int, ...]
"""The keys and item numbers (from 0) that lead to a value in a file; empty for the whole file."""

# Messages are one line each: what an author pasted by mistake must not swamp the log.
_SHOWN = 60
_WORD = re.compile(rf"[^\W\d][\w-]{{0,{_SHOWN}}}")


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem before it is known by which name the author knows the file.

    What checks a value gives the path inside of that value.
    """

    path: KeyPath
    text: str
    """What is there and what to write instead."""
    kind: Kind = "course"
    line: int | None = None
    """Counted from 1; None where it is the line of *path*."""
    about_key: bool = False
    """Whether the key at the path's end is wrong, not its value; the text names it then."""
    lacks: tuple[str, ...] = ()
    """The keys that are missed: where one of these is there and is wrong, that is the problem."""
    cause: str = ""
    """What it may have in common with others, see `Problem`."""

    @property
    def message(self) -> str:
        """The text with its path before it, such as ``breaks[1].end: …``."""
        path = self.path[:-1] if self.about_key else self.path
        return f"{path_text(path)}: {self.text}" if path else self.text


def path_text(path: KeyPath) -> str:
    """*path* as people read it: ``breaks[1].end``, ``links['Review system']``."""
    shown = ""
    for step in path:
        if isinstance(step, int):
            shown += f"[{step}]"
        elif _WORD.fullmatch(step):
            shown += f".{step}" if shown else step
        else:
            shown += f"[{quoted(step)}]" if shown else quoted(step)
    return shown


def quoted(text: str) -> str:
    """*text* in quotes on one line, cut where it is long."""
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")
