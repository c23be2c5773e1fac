"""What the text and the address of a reading tell of what was published, and nothing else.

Nothing is looked up: what is not written there is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from .formats import FORMATS
from .publication_number import arxiv_of, arxiv_year, doi_of
from .reading import YEAR, year_of

if TYPE_CHECKING:
    from .bibliography import Author, BibEntry

# Labels that say what a reading is, not where it appeared.
_SORTS = FORMATS | frozenset(
    """article blogpost book chapter draft essay preprint pre-print survey textbook thesis
    tutorial optional required""".split()  # noqa: SIM905, words wrap
)
# Words beside a year that say when, not where.
_TIMES = frozenset(
    """jan january feb february mar march apr april may jun june jul july aug august sep sept
    september oct october nov november dec december spring summer autumn fall winter
    since updated revised published version edition""".split()  # noqa: SIM905
)
_PARTED = re.compile(r"\s*[,;:(]\s*")
_PUNCTUATION = " .,;:()[]–—-"
# The links of an item whose label names a form of the paper itself.
_OF_THE_PAPER = frozenset(
    """paper pdf doc docx html ps arxiv doi link abs abstract article preprint website""".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Published:
    """What is known of a reading."""

    title: str
    venue: str | None = None
    """The name of where it appeared, such as ``OSDI``; None where that is not said."""
    year: int | None = None
    """That of its venue, else the one in which it came to arXiv."""
    note: str = ""
    """What else its label says, such as ``Best paper`` or ``Blog post``."""
    address: str | None = None
    """Of another site."""
    doi: str | None = None
    arxiv: str | None = None
    """Its number there, without a version."""
    authors: tuple[Author, ...] = ()
    """Of an entry of a bibliography, as all that follows; nothing else says who they are."""
    and_others: bool = False
    whole_venue: str | None = None


@lru_cache(maxsize=4096)  # for the pages and for the files that lie beside them
def published(
    title: str,
    label: str | None,
    address: str | None,
    links: tuple[tuple[str, str], ...] = (),
    entry: BibEntry | None = None,
) -> Published:
    """What a reading's title, the label in its brackets, its address and its other links tell.

    Where it has an entry of a bibliography, that tells all.
    """
    if entry is not None:
        return _of_entry(entry)
    others = [where for text, where in links if _is_of_the_paper(text)] if links else []
    addresses = [address, *others] if address else others
    venue, year, note = _label(label) if label else (None, None, "")
    arxiv = doi = None
    for each in addresses:
        arxiv = arxiv or arxiv_of(each)
        doi = doi or doi_of(each)
    return Published(
        title=title,
        venue=venue,
        year=arxiv_year(arxiv) if year is None and arxiv else year,
        note=note,
        address=addresses[0] if addresses else None,
        doi=doi,
        arxiv=arxiv,
    )


def _of_entry(entry: BibEntry) -> Published:
    return Published(
        title=entry.title,
        venue=entry.short_venue,
        year=entry.year,
        address=entry.address,
        doi=entry.doi,
        arxiv=entry.arxiv,
        authors=entry.authors,
        and_others=entry.and_others,
        whole_venue=entry.venue,
    )


@lru_cache(maxsize=512)  # a course names the same venues again and again
def _label(label: str) -> tuple[str | None, int | None, str]:
    venue, note = venue_and_note(label)
    return venue, year_of(label), note


def merged(items: Iterable[Published]) -> Published:
    """What items about one reading tell: each fact is that of the first which has it.

    The year is that of the venue, and whether there are more authors is said beside the authors.
    """
    first, *others = items
    for other in others:
        missing = {each.name for each in fields(first) if not getattr(first, each.name)}
        if other.year and other.venue and not first.venue:
            missing.add("year")  # what first has is the one in which it came to arXiv
        if first.authors:
            missing.discard("and_others")
        first = replace(first, **{name: getattr(other, name) for name in missing})
    return first


def _is_of_the_paper(text: str) -> bool:
    return text.strip("[]() ").casefold() in _OF_THE_PAPER


def venue_and_note(label: str) -> tuple[str | None, str]:
    """The name of the venue in a label, and what else it says; the year is in neither.

    A label without a year, such as ``Talk``, names no venue for sure: all of it is a note.
    """
    found = YEAR.search(label)
    if found is None:
        return None, label.strip()
    before = _PARTED.split(label[: found.start()].strip(_PUNCTUATION), maxsplit=1)
    behind = label[found.end() :].strip(_PUNCTUATION)
    name, rest = before[0], " ".join(before[1:])
    if not name:  # 2019 ICLR
        name, _comma, behind = (part.strip(_PUNCTUATION) for part in behind.partition(","))
    if _is_a_venue(name, is_short_year=found["short"] is not None):
        return name, ", ".join(filter(None, (rest, behind)))
    return None, ", ".join(filter(None, (name, rest, behind)))


def _is_a_venue(name: str, *, is_short_year: bool) -> bool:
    """Whether a name beside a year is one of a venue: no sort of text, no date, no remark."""
    words = name.casefold().split()
    if not re.search(r"[^\W\d_]", name) or not _SORTS.isdisjoint((words[0], words[-1])):
        return False
    if not _TIMES.isdisjoint(words):
        return False
    # mlsys'20 is one; "seen 2020" is not.
    return any(char.isupper() for char in name) or (len(words) == 1 and is_short_year)
