"""Texts as Markdown that means nothing else."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\\`*<]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|\[(?=\^)|:(?<=\]:)")
_START = re.compile(r"[#+>|%=~:-]|\d+(?=[.)](?:\s|$))|\((?=.*\)=$)")


def escaped(text: str) -> str:
    """*text* with a backslash before each sign that is markup.

    What was no link in the source, such as one that lacks a parenthesis, becomes none.
    """
    return _SIGNS.sub(r"\\\g<0>", text.replace("](", "] ("))


def words_alone(markdown: str) -> str:
    """The words of *markdown*, without its marks and its backslashes."""
    return re.sub(r"\\(.)|[*`]", r"\1", markdown)


def linked(text: str) -> str:
    """*text*, escaped, with each address in it as a link."""
    return "".join(_word(word) for word in re.split(r"(\s+)", text))


def at_start(markdown: str) -> str:
    """*markdown* at the start of a line, where it begins no heading, list or directive."""
    match = _START.match(markdown)
    if match is None:
        return markdown
    if match[0][0].isdigit():
        return f"{match[0]}\\{markdown[match.end() :]}"
    return f"\\{markdown}"


def link(text: str, address: str, title: str = "") -> str:
    """A link; an address by itself where it has no text."""
    if not text.strip():
        return f"<{address}>"
    if text.count("[") != text.count("]"):
        text = re.sub(r"(?<!\\)[\[\]]", r"\\\g<0>", text)
    target = f"<{address}>" if any(sign in address for sign in " ()") else address
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    return f'[{text}]({target} "{quoted}")' if title else f"[{text}]({target})"


def option_value(markdown: str) -> str:
    """*markdown* as the value of an option of a directive, in quotes where it needs them."""
    if " #" in markdown or ": " in markdown or markdown[:1] in tuple("\"'|>#&*!%@`{"):
        inner = markdown.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{inner}"'
    return markdown


def _word(word: str) -> str:
    start = min((at for at in (word.find("https://"), word.find("http://")) if at >= 0), default=-1)
    if start < 0:
        return escaped(word)
    before = word[:start]
    if before.endswith("<") and ">" in word[start:]:  # as mail and Outlook write it
        address, _, behind = word[start:].partition(">")
        if not any(sign in address for sign in "<\\`"):
            return f"{escaped(before[:-1])}<{address}>{escaped(behind)}"
    address = word[start:].rstrip(".,;:!?\"'")
    if address.endswith(")") and "(" not in address:
        address = address.rstrip(")")
    if not address or any(sign in address for sign in "<>\\`"):
        return escaped(word)
    return f"{escaped(word[:start])}<{address}>{escaped(word[start + len(address) :])}"
