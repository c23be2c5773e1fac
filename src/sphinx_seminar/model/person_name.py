"""Names of people as sheets and pages have them: taken apart, compared, shortened."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .compared import compared, seen
from .nobody import is_nobody
from .punctuation import COMMAS, SEPARATORS
from .spreadsheet_error import is_spreadsheet_error

# A comma between surname and given name is told from one between people by the roster alone.
_BETWEEN_PEOPLE = re.compile(
    rf"\s*[{SEPARATORS}\n/&+|\u2022\uff0f\uff06\uff0b\uff5c]\s*"
    r"|\s+(?:and|und|et|y|with|och|og|oraz|és|și|\u0438|και)\s+"
)
# Most cells are a name alone: what is seldom in one is compiled where its sign is.
# Notes are found by these; a name holds no brackets.
_BRACKETS = str.maketrans("\uff08\uff09", "()")
_NOTE = r"(?P<name>[^()]*)\((?P<note>[^()]*)\)\s*"
_MAIL = r"<?\s*(?:mailto:)?[^\s<>@,;()\[\]]+@[^\s<>@,;()\[\]]+\s*>?"
# A spreadsheet takes a cell that starts with one of these for a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


# What is before a name; those that may be names too are titles with a point alone.
_TITLES = frozenset(
    (
        *("dr", "dra", "prof", "professor", "profa", "mr", "mrs", "ms", "mx", "miss", "sir"),
        *("herr", "frau", "mme", "mlle", "monsieur", "madame", "srta", "dott", "dott.ssa"),
        *("dipl.-ing", "priv.-doz", "h.c", "проф", "д-\u0440", "доц"),
        *("د", "أ.د", "الدكتور", "الدكتورة"),
        *("fr.", "hr.", "ing.", "mag.", "rev.", "hon.", "doc.", "mgr.", "sr.", "sra.", "sig."),
        *("sig.ra.", "assoc.", "asst.", "dipl.", "apl.", "pd.", "m.sc."),
    )
)
# Behind a name; a junior is somebody else than the senior.
_DEGREE = r"(?:ph\.?\s?d|d\.?phil|m\.d|m\.?sc|b\.?sc|mba)\.?"
_DEGREES = rf"(?:,\s*{_DEGREE}|\sph\.?d\.?)$"
_LONGEST_DEGREE = 12
_MOST_DEGREES = 4
# Beginning with the comma: a run of blanks before it would be searched once for each of them.
_DEGREE_BEHIND = rf",\s*(?=(?:{_DEGREE}|[js]r\.?)\s*(?:[{SEPARATORS}\n/&+|]|$))"
_HONORIFICS = ("さん", "先生", "様", "님")


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody whom a cell names."""

    name: str
    """Empty where only a note is there: a guest, such as *(Invited Speaker)*."""
    note: str | None = None
    """What is behind the name in parentheses."""
    mail: str | None = None
    """An address of theirs: to be matched with the roster, and never shown."""

    @property
    def is_guest(self) -> bool:
        """Whether nobody is named: such a slot is taken, and counts for no student."""
        return not self.name and not self.mail


def name_key(name: str) -> str:
    """What two spellings of a name share: case, blanks and what nobody sees aside."""
    return " ".join(compared(name).replace(".", ". ").split())


def person_key(name: str) -> str:
    """The same without titles and honorifics: ``Dr. Ada Brook`` is ``Ada Brook``."""
    return name_key(without_titles(name))


def without_titles(name: str) -> str:
    """*name* without what is before it or behind it and is no part of it."""
    words = seen(name).split()
    while len(words) > 1 and _is_title(compared(words[0])):
        del words[0]
    bare = " ".join(words)
    for _number in range(_MOST_DEGREES):
        if "," not in bare and " ph" not in bare.casefold():
            break
        degrees = re.compile(_DEGREES, re.IGNORECASE)
        degree = degrees.search(bare, max(0, len(bare) - _LONGEST_DEGREE))
        if degree and degree.start():
            bare = bare[: degree.start()].rstrip()
    for ending in _HONORIFICS:
        if bare.endswith(ending) and len(bare) > len(ending) + 1:
            bare = bare.removesuffix(ending).rstrip()
    return bare


def _is_title(word: str) -> bool:
    return word.rstrip(".") in _TITLES or word in _TITLES


def mentions(cell: str) -> list[Mention]:
    """Whom a cell names; nobody where it is empty, or ``TBA``, or ``#N/A``."""
    if is_spreadsheet_error(cell):
        return []
    text = plain_cell(cell).translate(_BRACKETS)
    # A run of blanks would be searched once for each of them.
    text = re.sub(r"\s{2,}", lambda run: "\n" if "\n" in run[0] else " ", text)
    whole = _mention(text)
    if whole.is_guest:
        return [whole] if whole.note and not is_nobody(whole.note) else []
    # Parentheses are set aside, so that a comma in a note parts nothing.
    notes = re.findall(r"\([^()]*\)", text)
    text = re.sub(r"\([^()]*\)", "\x00", text)
    if "," in text:
        text = re.sub(_DEGREE_BEHIND, "\x01", text, flags=re.IGNORECASE)
    parts = [part.replace("\x01", ", ") for part in _BETWEEN_PEOPLE.split(text)]
    found = []
    rest = iter(notes)
    for part in parts:
        filled = re.sub("\x00", lambda _: next(rest, ""), part)
        mention = _mention(filled)
        if mention.name or mention.mail or not is_nobody(mention.note or ""):
            found.append(mention)
    return found


def _mention(text: str) -> Mention:
    mail = None
    if "@" in text:
        mail = re.search(_MAIL, text, re.IGNORECASE)
        text = re.sub(_MAIL, " ", text, flags=re.IGNORECASE)
    note = None
    if "(" in text and (match := re.fullmatch(_NOTE, text)):
        text, note = match["name"], " ".join(match["note"].split()) or None
    name = " ".join(text.split()).strip("*_ ")
    if is_nobody(name):
        name = ""
    address = mail[0].strip("<> ").removeprefix("mailto:") if mail else None
    return Mention(name, note, address)


def swapped(cell: str) -> str | None:
    """``Haddad, Noor`` as ``Noor Haddad``; None where there is not exactly one comma."""
    parts = [part.strip() for part in re.split(f"[{COMMAS}]", plain_cell(cell))]
    return f"{parts[1]} {parts[0]}" if len(parts) == 2 and all(parts) else None


def plain_cell(cell: str) -> str:
    """The text of a cell, without the apostrophe that keeps a spreadsheet from running it."""
    text = cell.strip()
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def safe_cell(text: str) -> str:
    """*text* as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def name_words(name: str) -> list[str]:
    """The words of a name; initials written together are words each: ``Y.J. Park``."""
    return [word for word in re.split(r"[\s.\u2010-\u2015]+", seen(name)) if word]


def initials(name: str) -> str:
    """``N.H.`` for ``Noor Haddad``; of a double name both: ``J.L.M.``."""
    words = [part for word in name_words(without_titles(name)) for part in word.split("-") if part]
    letters = [next((letter for letter in word if letter.isalnum()), "") for word in words]
    return "".join(f"{letter.upper()}." for letter in letters if letter)


def given_name(name: str) -> str:
    """The first word of a name behind its titles; the rest is left out."""
    words = without_titles(name).split()
    return words[0] if words else ""


def may_mean(written: str, full: str) -> bool:
    """Whether *written* may be a shorter form of *full*: ``A. Brook``, ``Brook``, ``Ada``.

    Words are in the same order, each in full or as its first letter, and the last of several is
    the last. ``Y.J. Park`` is no form of ``Yuna Park``: they may be two people.
    """
    short = [compared(word) for word in name_words(without_titles(written))]
    long = [compared(word) for word in name_words(without_titles(full))]
    if not short or len(short) > len(long):
        return False
    if len(short) == 1:
        return len(short[0]) > 1 and short[0] in (long[0], long[-1])
    if not _stands_for(short[-1], long[-1]) or len(short[-1]) == 1 < len(long[-1]):
        return False
    rest = iter(long[:-1])
    return all(any(_stands_for(word, other) for other in rest) for word in short[:-1])


def _stands_for(short: str, word: str) -> bool:
    return short == word or (len(short) == 1 and word.startswith(short))
