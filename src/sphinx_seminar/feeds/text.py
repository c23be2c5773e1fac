"""Texts of authors as files of every format may hold them."""

from __future__ import annotations

# Control characters, and the two code points that XML has no place for.
_LEFT_OUT = {
    code: None for code in (*range(32), *range(127, 160), 0xFFFE, 0xFFFF) if chr(code) not in "\t\n"
}


def clean(text: str) -> str:
    """*text* without control characters but a tab and the end of a line, in letters alone."""
    if text.replace("\n", " ").isprintable():
        return text  # as most, and found out twenty times as fast
    return text.translate(_LEFT_OUT).encode("utf-8", "replace").decode()
