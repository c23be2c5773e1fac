"""Punctuation of the scripts that a site may be written in, for classes of regular expressions."""

from __future__ import annotations

COLONS = "\uff1a\ufe55"
"""Colons beside the one of ASCII; in their scripts no blank follows one."""
COMMAS = ",\u3001\uff0c\uff64\ufe50\ufe51\u060c"
SEMICOLONS = ";\uff1b\ufe54\u061b"
SEPARATORS = COMMAS + SEMICOLONS
"""What is between the items of a list in one line."""
