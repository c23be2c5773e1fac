"""The text of a source that is a file of text."""

from __future__ import annotations


def utf8_text(content: bytes, name: str) -> str:
    """What *content* says. Raises `ValueError` where it is no UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"{name} is not UTF-8; save it as that") from None
