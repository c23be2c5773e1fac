"""``readings.bib``: the readings of a course for BibTeX and biblatex."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..plan.planned_course import PlannedCourse
from .feed import Feed, Site
from .works import Read, read_in, works

if TYPE_CHECKING:
    from ..model.bibliography import Author
    from ..model.published import Published

# Signs that mean something to TeX. A tilde and a caret are accents behind a backslash.
_SPECIAL = str.maketrans(
    {
        **{char: f"\\{char}" for char in "&%$#_{}"},
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_ANY_SPECIAL = re.compile(r"[&%$#_{}\\~^]")
_ENCODED = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
# What separates names, or the parts of one; in braces it is text like any other.
_PARTS = re.compile(r",|\band\b", re.IGNORECASE)
# A word with a capital behind its first letter: styles would write it small.
_CAPITALS = re.compile(r"(?<![^\W\d_])[^\W\d_][^\W_]*?[A-Z]\w*")


def contents(planned: PlannedCourse, site: Site) -> Iterator[tuple[str, tuple[Read, ...]]]:
    """The file; none where nothing is read."""
    if found := read_in(planned):
        yield "readings.bib", found


def write(found: tuple[Read, ...]) -> bytes:
    """An entry for each reading.

    All are ``@misc``, which needs no field: nobody has said of what sort a publication is.
    """
    return "\n".join(_entry(own_id, known) for own_id, known in works(found)).encode()


FEED = Feed(contents, write)


def _entry(own_id: str, known: Published) -> str:
    fields = "".join(f"  {name} = {{{text}}},\n" for name, text in _fields(known))
    return f"@misc{{{own_id},\n{fields}}}\n"


def _fields(known: Published) -> Iterator[tuple[str, str]]:
    yield "title", _title(known.title)
    if known.authors:
        names = [*map(_name, known.authors), *(["others"] if known.and_others else [])]
        yield "author", " and ".join(names)
    if known.venue:
        yield "howpublished", _escaped(known.venue)
    if known.year:
        yield "year", str(known.year)
    if known.note:
        yield "note", _escaped(known.note)
    if known.arxiv:
        yield "eprint", known.arxiv
        yield "archiveprefix", "arXiv"
    if known.doi:
        yield "doi", _verbatim(known.doi)
    if known.address:
        yield "url", _verbatim(known.address)


def _name(author: Author) -> str:
    """A name; in braces where it is a family name alone, or has a word that separates names."""
    if not author.given:
        return f"{{{_escaped(author.family)}}}"
    family, given = _escaped(author.family), _escaped(author.given)
    return ", ".join(f"{{{part}}}" if _PARTS.search(part) else part for part in (family, given))


def _title(text: str) -> str:
    """A title whose capitals stay: a style writes all others small."""
    shown, place = "", 0
    for word in _CAPITALS.finditer(text):
        shown += f"{_escaped(text[place : word.start()])}{{{_escaped(word[0])}}}"
        place = word.end()
    return shown + _escaped(text[place:])


def _escaped(text: str) -> str:
    """Text as TeX reads it; braces count in a file of BibTeX also where they are escaped."""
    if not _ANY_SPECIAL.search(text):
        return text  # most have none, and are found so in a third of the time
    if ("{" in text or "}" in text) and not _is_balanced(text):
        text = text.replace("{", "(").replace("}", ")")
    return text.translate(_SPECIAL)


def _is_balanced(text: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0


def _verbatim(address: str) -> str:
    """An address, in which TeX reads no command: what would end the field is encoded."""
    if not address.isprintable():
        address = "".join(filter(str.isprintable, address))
    return address.translate(_ENCODED)
