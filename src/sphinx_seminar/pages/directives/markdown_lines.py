"""Where a directive of MyST really is.

MyST counts the lines of a nested directive one too many or one too few, by its version and by
whether a blank line is before it. A problem's line is to be right, so it is looked up.
"""

from __future__ import annotations

import linecache
import re
from collections.abc import Sequence

from sphinx.environment import BuildEnvironment

_REACH = 4
"""How many lines MyST can be off: one for each directive around."""

_NEAREST_FIRST = sorted(range(-_REACH, _REACH + 1), key=lambda distance: (abs(distance), -distance))

_OPTION = re.compile(r"[\s>]*:([^:\s][^:]*):(?:\s|$)")
_YAML_OPTION = r"[\s>]*([A-Za-z][\w-]*)\s*:(?:\s|$)"


def line_of(lines: Sequence[str], told: int, texts: Sequence[str], *, after: int = 0) -> int:
    """The line nearest to *told* that holds all of *texts*; *told* where none does.

    Lines are counted from 1; only those behind *after* are looked at.
    """
    for distance in _NEAREST_FIRST:
        number = told + distance
        if after < number <= len(lines):
            line = lines[number - 1]
            for text in texts:
                if text not in line:
                    break
            else:
                return number
    return told


def option_lines(lines: Sequence[str], directive: int) -> list[tuple[int, str]]:
    """The options below the directive on line *directive*, each with its line."""
    found: list[tuple[int, str]] = []
    pattern = _OPTION
    for number, text in enumerate(lines[directive:], start=directive + 1):
        if number == directive + 1 and text.strip() == "---":
            pattern = re.compile(_YAML_OPTION)
            continue
        match = pattern.match(text)
        if match is None:
            break
        found.append((number, match[1]))
    return found


def lines_of(env: BuildEnvironment, path: str) -> list[str]:
    """The lines of a file, looked up once for each document that is read."""
    key = f"seminar_lines:{path}"
    if key not in env.temp_data:
        linecache.checkcache(path)
        env.temp_data[key] = linecache.getlines(path)
    lines: list[str] = env.temp_data[key]
    return lines
