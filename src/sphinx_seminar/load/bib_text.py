"""The content of a field of BibTeX, as plain text."""

from __future__ import annotations

import re

# What means itself is put aside: a brace for TeX ends a group, and a dollar a formula.
_ESCAPED = {r"\{": "\ue000", r"\}": "\ue001", r"\$": "\ue002"}
_MEANT = str.maketrans({"\ue000": "{", "\ue001": "}", "\ue002": "$", "$": None})
# A text without any of these means itself.
_TEX = re.compile(r"[\\{}$~%`']|--")
# A sloppy 50% would take what follows with it.
_BARE_PERCENT = re.compile(r"(?<!\\)%")
_LINK = re.compile(r"\\href\s*\{[^{}]*\}")
# Commands that the decoder does not know: they go, and a text in them stays.
_COMMANDS = re.compile(
    r"\\(?:(?P<kept>(?:La|Bib|Xe|Lua)*TeX)(?![A-Za-z])|[A-Za-z]+\*? ?|[^A-Za-z]?)"
)
_QUOTED = re.compile(r"\\([%&#_$~^{}])")
_AROUND_ADDRESS = re.compile(r"\\url\s*\{(?P<inner>[^{}]*)\}")


def plain(text: str) -> str:
    """The text without TeX, by the decoder of pybtex, in one line and without control characters.

    Raises:
        ValueError: it can't be decoded, as with a lone backslash at its end.
    """
    if _TEX.search(text):
        text = _decoded(text)
    text = " ".join(text.split())
    return text if text.isprintable() else "".join(filter(str.isprintable, text))


def _decoded(text: str) -> str:
    from pybtex.richtext import Text
    from pybtex.scanner import PybtexSyntaxError

    for written, kept in _ESCAPED.items():
        text = text.replace(written, kept)
    text = _BARE_PERCENT.sub(r"\\%", _LINK.sub("", text))
    try:
        decoded = str(Text.from_latex(text))
    except PybtexSyntaxError as error:
        raise ValueError(str(error)) from None
    return _COMMANDS.sub(lambda command: command["kept"] or "", decoded).translate(_MEANT)


def address_in(text: str) -> str:
    r"""An address as it is written for TeX: within ``\url{…}``, or with a ``\_``."""
    inner = _AROUND_ADDRESS.search(text)
    address = _QUOTED.sub(r"\1", inner["inner"] if inner else text)
    return "".join(address.split()).strip("{}<>")
