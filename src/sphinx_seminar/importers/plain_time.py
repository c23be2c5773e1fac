"""Hours as they are written in other languages, in the form that course.yml has."""

from __future__ import annotations

import re
import unicodedata

from ..model.notation import parse_times

_HALF_PAST = re.compile(r"(?<=時)半")
_CLOCK_WORDS = re.compile(
    r"\s*\b(?:uhr|horas|hrs|heures)\b\.?|(?<=\d)\s*分|الساعة\s*", re.IGNORECASE
)
_HOUR_SIGN = re.compile(r"(?<=\d)\s*[h時](?:\s*(?P<minute>\d\d))?(?!\w)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[〜～~]\s*|\s+(?:bis|à|a|إلى)\s+", re.IGNORECASE)
_FROM = re.compile(r"^(?:von|de|um|à|a las|من)\s+(?=\d)", re.IGNORECASE)


def plain_time(text: str) -> str | None:
    """*text* as a time of day, or a start and an end, such as ``14:00-15:30``; None otherwise."""
    if _is_time(text):
        return text
    plain = _HALF_PAST.sub("30", unicodedata.normalize("NFKC", text))
    plain = _CLOCK_WORDS.sub("", plain)
    plain = _HOUR_SIGN.sub(lambda match: f":{match['minute'] or '00'}", plain)
    plain = _BETWEEN.sub("-", _FROM.sub("", plain.strip()))
    # Digits of any script.
    plain = "".join(str(unicodedata.decimal(sign, sign)) for sign in plain).strip()
    return plain if _is_time(plain) else None


def _is_time(text: str) -> bool:
    try:
        parse_times(text)
    except ValueError:
        return False
    return True
