"""The fields of an entry of BibTeX or biblatex, into what a reading list shows of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from ..model.address import is_safe, scheme_of
from ..model.bibliography import Author, BibEntry
from ..model.publication_number import arxiv_of, doi_of
from .bib_text import address_in, plain
from .fault import quoted

_LONGEST = 5_000
_LONGEST_VENUE = 60
# Where it appeared, the likeliest field first; what a thesis or a report has comes last.
_VENUES = (
    *("booktitle", "journal", "journaltitle", "publisher"),
    *("school", "institution", "organization", "howpublished"),
)
_ARXIV = re.compile(r"arxiv[:\s/]+(?P<number>[a-z.-]*/?\d[\d.]+)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
# (OSDI 20), (SOSP '21), (NeurIPS): what conferences call themselves.
_IN_PARENTHESES = re.compile(
    r"\((?P<name>[A-Z][\w&+/-]*(?: [A-Z][\w&+/-]*)?)(?:[\s,]*['’‘]?\s?\d{2,4})?\)"
)
# The series of ACM: SOSP '21.
_SERIES = re.compile(r"(?P<name>[A-Z][\w&+/-]*(?: [A-Z][\w&+/-]*)?),?\s*['’‘]\s?\d\d")
_FILLER = re.compile(r"^(?:in\s+)?(?:the\s+)?proceedings of (?:the\s+)?", re.IGNORECASE)

_AND_OTHERS = re.compile(r"\sand\s+others\s*$", re.IGNORECASE)


@dataclass(slots=True)
class RawEntry:
    """An entry as it is written, with what its parent has and it lacks."""

    key: str
    sort: str
    """The word behind the @, in small letters."""
    fields: Mapping[str, str]
    """By their names in small letters."""
    line: int
    faults: list[str] = field(default_factory=list)
    """What is wrong with it, for its author."""


def entry_of(raw: RawEntry) -> BibEntry | None:
    """What an entry says; None where that is too little, and then its faults say so."""
    title = _text(raw, "title")
    if not title:
        if not raw.faults:
            raw.faults.append("has no title; write one, such as title = {The title},")
        return None
    arxiv, doi = _arxiv(raw), _doi(raw)
    address = f"https://doi.org/{quote(doi, safe='/:;().,-_~+')}" if doi else _address(raw)
    arxiv = arxiv or (arxiv_of(address) if address else None)
    if address is None and arxiv:
        address = f"https://arxiv.org/abs/{arxiv}"
    venue = _venue(raw)
    short = _short_venue(raw, venue) if venue else None
    if arxiv and (venue is None or _ARXIV.search(venue)):
        venue = short = "arXiv"
    return BibEntry(
        key=raw.key,
        title=title,
        authors=tuple(_authors(raw)),
        and_others=_AND_OTHERS.search(raw.fields.get(_role(raw), "")) is not None,
        venue=venue,
        short_venue=short,
        year=_year(raw),
        address=address,
        doi=doi or (doi_of(address) if address else None),
        arxiv=arxiv,
    )


def _written(raw: RawEntry, name: str) -> str:
    """A field as it is written; none where it is too long to be meant."""
    text = raw.fields.get(name, "").strip()
    if len(text) > _LONGEST:
        raw.faults.append(f"has more than {_LONGEST:,} characters in {name!r}; shorten it")
        return ""
    return text


def _text(raw: RawEntry, name: str) -> str:
    """A field as plain text."""
    try:
        return plain(_written(raw, name))
    except (ValueError, RecursionError):
        raw.faults.append(f"has TeX in {name!r} that can't be read; write it as plain text")
        return ""


def _authors(raw: RawEntry) -> Iterator[Author]:
    from pybtex.database import Person
    from pybtex.database.input.bibtex import split_name_list
    from pybtex.exceptions import PybtexError

    name = _role(raw)
    for written in split_name_list(_written(raw, name)):
        if written.casefold() == "others":
            continue
        try:
            person = Person(written)
            family = [*person.prelast_names, *person.last_names, *person.lineage_names]
            given = [*person.first_names, *person.middle_names]
            author = Author(plain(" ".join(family)), plain(" ".join(given)))
        except (PybtexError, ValueError, RecursionError):
            raw.faults.append(
                f"has {quoted(written)} for a name; write {name}s as "
                "'Brook, Ada and Dale, Ben', with 'and' between them"
            )
            continue
        if author.family:
            yield author


def _role(raw: RawEntry) -> str:
    return "author" if raw.fields.get("author") else "editor"


def _doi(raw: RawEntry) -> str | None:
    written = address_in(_written(raw, "doi"))
    if not written:
        return None
    is_address = scheme_of(written) in {"http", "https"}
    number = written.casefold().removeprefix("doi:")
    doi = doi_of(written if is_address else f"https://doi.org/{number}")
    if doi is None:
        raw.faults.append(f"has {quoted(written)} for a DOI; write one such as 10.1145/12345")
    return doi


def _arxiv(raw: RawEntry) -> str | None:
    archive = raw.fields.get("archiveprefix") or raw.fields.get("eprinttype") or "arxiv"
    number = address_in(_written(raw, "eprint"))
    if number and archive.strip("{} ").casefold() == "arxiv":
        number = re.sub(r"^arxiv:", "", number, flags=re.IGNORECASE)
        if found := arxiv_of(f"https://arxiv.org/abs/{number}"):
            return found
    for name in ("journal", "howpublished", "note"):  # arXiv preprint arXiv:1706.03762
        if cited := _ARXIV.search(_written(raw, name)):
            return arxiv_of(f"https://arxiv.org/abs/{cited['number'].rstrip('.')}")
    return None


def _address(raw: RawEntry) -> str | None:
    """The address in its ``url``, or in what says where it was published."""
    address = address_in(_written(raw, "url"))
    if not address:
        candidates = (_written(raw, name) for name in ("howpublished", "note"))
        address = next((address_in(text) for text in candidates if _holds_address(text)), "")
    if not address:
        return None
    if scheme_of(address) not in {"http", "https"} or not is_safe(address):
        raw.faults.append(
            f"has the address {quoted(address)}, which is not shown; "
            "write one that starts with https://"
        )
        return None
    return address


def _holds_address(text: str) -> bool:
    return "\\url" in text or text.startswith(("http://", "https://"))


def _venue(raw: RawEntry) -> str | None:
    for name in _VENUES:
        if name == "howpublished" and _holds_address(_written(raw, name)):
            continue
        if text := _text(raw, name):
            return text
    return None


def _short_venue(raw: RawEntry, venue: str) -> str:
    series = _SERIES.fullmatch(_text(raw, "series"))
    if found := series or _IN_PARENTHESES.search(venue):
        return found["name"]
    short = _FILLER.sub("", venue)
    if len(short) <= _LONGEST_VENUE:
        return short
    return short[:_LONGEST_VENUE].rpartition(" ")[0] + "…"


def _year(raw: RawEntry) -> int | None:
    found = _YEAR.search(raw.fields.get("year") or raw.fields.get("date") or "")
    return int(found[0]) if found else None
