"""The number that a publication has for good, a DOI or that of arXiv, read off its address."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

# Patterns are compiled where an address may have such a number; most have none.
# A prefix, a slash, and printable characters (ISO 26324; the DOI Handbook, 2.2): here in ASCII.
_DOI = r"10\.\d{4,9}(?:\.\d+)*/[!-~]+"
_RESOLVERS = frozenset({"doi.org", "dx.doi.org", "www.doi.org", "hdl.handle.net"})
# Publishers whose paths have /doi/ in them: ACM, Wiley, Science and others run the same software.
_BEHIND_DOI = r"/doi/(?:[A-Za-z]+/)?(?P<doi>10\..+)"
_SPRINGER = r"/(?:article|chapter|book|content/pdf|epdf)/(?P<doi>10\..+)"
_PREPRINT = r"/content/(?:[a-z]+/)*(?P<doi>10\.1101/[0-9.]+)"
_ENDINGS = r"(?:\.pdf|/pdf|/abstract|/full|/fulltext|/)$"

_ARXIV_HOSTS = frozenset(
    ("arxiv.org", "www.arxiv.org", "export.arxiv.org", "ar5iv.org", "ar5iv.labs.arxiv.org")
)
# Since April 2007 a year, a month and four or five digits; before, an archive and seven digits.
_ARXIV = (
    r"/(?:abs|pdf|html|ps|format|e-print|src)/"
    r"(?P<number>\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}"
    r"|[a-z-]+(?:\.[A-Z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3})(?:v\d+)?(?:\.pdf)?[/.,;)]*$"
)
_ARXIV_DOI = r"10\.48550/arxiv\.(?P<number>\S+?)(?:v\d+)?$"
_FIRST_YEAR = 91
"""arXiv began in 1991, so that two digits tell the century."""


def doi_of(address: str) -> str | None:
    """The DOI that an address names, as it is written there; None where it names none for sure."""
    if "10." not in address:
        return None  # as most addresses, which need not be taken apart
    parts = _split(address)
    if parts is None:
        return None
    host, path = (parts.hostname or "").casefold(), unquote(parts.path)
    if host in _RESOLVERS or host.startswith("doi."):
        return _checked(path.strip("/"))
    if host == "link.springer.com":
        found = re.search(_SPRINGER, path)
    elif host in {"www.biorxiv.org", "biorxiv.org", "www.medrxiv.org", "medrxiv.org"}:
        found = re.match(_PREPRINT, path)
    else:
        found = re.search(_BEHIND_DOI, path)
    if found:
        return _checked(re.sub(_ENDINGS, "", found["doi"].rstrip("/")))
    try:
        asked = parse_qs(parts.query, max_num_fields=20)
    except ValueError:
        return None
    values = (*asked.get("doi", ()), *asked.get("doid", ()))
    return next(filter(None, map(_checked, values)), None)


def _checked(doi: str) -> str | None:
    """A DOI without the signs that ended a sentence where it was copied from."""
    doi = doi.rstrip(".,;:'\"")
    while doi.endswith(")") and doi.count(")") > doi.count("("):
        doi = doi[:-1].rstrip(".,;:'\"")
    return doi if len(doi) <= 200 and re.fullmatch(_DOI, doi) else None


def arxiv_of(address: str) -> str | None:
    """The number of arXiv that an address names, without its version; None where it names none."""
    text = address.casefold()
    if "arxiv" not in text and "ar5iv" not in text:
        return None
    parts = _split(address)
    if parts is None:
        return None
    if (parts.hostname or "").casefold() in _ARXIV_HOSTS:
        found = re.match(_ARXIV, parts.path)
        return found["number"] if found else None
    doi = doi_of(address)
    found = re.match(_ARXIV_DOI, doi, re.IGNORECASE) if doi else None
    return found["number"] if found else None


def arxiv_year(number: str) -> int:
    """The year in which a preprint came to arXiv, which its number begins with."""
    digits = number.rpartition("/")[2][:2]
    return int(digits) + (1900 if int(digits) >= _FIRST_YEAR else 2000)


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        return parts if parts.scheme in {"http", "https"} and parts.hostname else None
    except ValueError:  # such as a bracket that is not closed
        return None
