"""``readings.bib``: the readings of a course for BibTeX and biblatex."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.bibliography import Author
from ..plan.planned_course import PlannedCourse
from .feed import Feed, Site
from .works import Read, Work, read_in, works

# What TeX takes for more than itself. A tilde and a caret are accents behind a backslash.
_SPECIAL = str.maketrans(
    {
        **{char: f"\\{char}" for char in "&%$#_{}"},
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_ENCODED = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
# In braces, what parts names or the parts of one is as any other text.
_PARTS = re.compile(r",|\band\b", re.IGNORECASE)
# A word with a capital behind its first letter: styles would write it small.
_CAPITALS = re.compile(r"[^\W\d_]+[^\W_]*[A-Z]\w*|[A-Z]{2}\w*")


def contents(planned: PlannedCourse, site: Site) -> Iterator[tuple[str, tuple[Read, ...]]]:
    """The file; none where nothing is read."""
    if found := read_in(planned):
        yield "readings.bib", found


def write(found: tuple[Read, ...]) -> bytes:
    """An entry for each.

    All are ``@misc``: of what sort a publication is, is not said, and no field is asked of it.
    """
    return "\n".join(map(_entry, works(found))).encode()


FEED = Feed(contents, write)


def _entry(work: Work) -> str:
    fields = "".join(f"  {name} = {{{text}}},\n" for name, text in _fields(work))
    return f"@misc{{{work.id},\n{fields}}}\n"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    yield "title", _title(work.title)
    if work.authors:
        names = [*map(_name, work.authors), *(["others"] if work.and_others else [])]
        yield "author", " and ".join(names)
    if work.venue:
        yield "howpublished", _escaped(work.venue)
    if work.year:
        yield "year", str(work.year)
    if work.note:
        yield "note", _escaped(work.note)
    if work.arxiv:
        yield "eprint", work.arxiv
        yield "archiveprefix", "arXiv"
    if work.doi:
        yield "doi", _verbatim(work.doi)
    if work.address:
        yield "url", _verbatim(work.address)


def _name(author: Author) -> str:
    """A name in braces where it has none but that of a family, or a word that parts names."""
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
