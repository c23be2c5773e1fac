"""Alphabetical order as the language of a course has it."""

# ruff: noqa: RUF001 (letters of several scripts)

from __future__ import annotations

import unicodedata
from functools import cache

# Letters of their own, in their order: each group follows its first letter. A letter of two signs
# is written with a point. Others are where they would be without their marks.
_NORDIC = "z æ ø å"
_SOUTH_SLAVIC = "c č ć, d dž. đ, l lj., n nj., s š, z ž"
_ALPHABETS = {
    "az": "c ç, g ğ, h ı, o ö, s ş, u ü",
    "bg": "и й",
    "bs": _SOUTH_SLAVIC,
    "cs": "c č, h ch., r ř, s š, z ž",
    "da": _NORDIC,
    "es": "n ñ",
    "et": "s š z ž, w õ ä ö ü",
    "eu": "n ñ",
    "fi": "z å ä ö",
    "gl": "n ñ",
    "hr": _SOUTH_SLAVIC,
    "hu": "c cs., g gy., l ly., n ny., o ö, s sz., t ty., u ü, z zs.",
    "is": "a á, d ð, e é, i í, o ó, u ú, y ý, z þ æ ö",
    "lt": "c č, s š, z ž",
    "lv": "c č, g ģ, k ķ, l ļ, n ņ, s š, z ž",
    "nb": _NORDIC,
    "nn": _NORDIC,
    "no": _NORDIC,
    "pl": "a ą, c ć, e ę, l ł, n ń, o ó, s ś, z ź ż",
    "ro": "a ă â, i î, s ș, t ț",
    "ru": "и й",
    "sk": "a ä, c č, h ch., o ô, s š, z ž",
    "sl": "c č ć, d đ, s š, z ž",
    "sr": _SOUTH_SLAVIC,
    "sv": "z å ä ö",
    "tr": "c ç, g ğ, h ı, o ö, s ş, u ü",
    "uk": "г ґ, е є, и і ї й",
    "vi": "a ă â, d đ, e ê, o ô ơ, u ư",
}
# A language that has these as no letters of their own orders them like these others.
_ELSEWHERE = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_NORWEGIAN = {"aa": "å", "ä": "æ", "ö": "ø"}
_SWEDISH = {"æ": "ä", "ø": "ö"}
_LIKE = {
    "da": _NORWEGIAN,
    "nb": _NORWEGIAN,
    "nn": _NORWEGIAN,
    "no": _NORWEGIAN,
    "fi": _SWEDISH,
    "sv": _SWEDISH,
}
_DOTS = {"az": {"I": "ı", "İ": "i"}, "tr": {"I": "ı", "İ": "i"}}
# Behind all that may follow a first letter: ł comes after lz.
_LAST = 0x10FF00


def alphabetical(text: str, language: str = "en") -> str:
    """What texts are put in order by, in *language*, such as ``sv`` or ``pt_BR``."""
    base = language.casefold().replace("-", "_").partition("_")[0]
    for sign, other in _DOTS.get(base, {}).items():
        text = text.replace(sign, other)
    text = unicodedata.normalize("NFC", text).casefold()
    for sign, other in {**_LIKE.get(base, {}), **_own_letters(base)}.items():
        text = text.replace(sign, other)
    for sign, other in _ELSEWHERE.items():
        text = text.replace(sign, other)
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def _own_letters(language: str) -> dict[str, str]:
    """What each letter of an alphabet is put in order as; those of two signs first."""
    found = {}
    for group in _ALPHABETS.get(language, "").split(", "):
        first, *others = group.split() or [""]
        for number, letter in enumerate(others):
            found[letter.removesuffix(".")] = first + chr(_LAST + number)
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))
