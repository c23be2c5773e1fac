"""``readings.csl.json``: the readings of a course as CSL-JSON, which reference managers read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..plan.planned_course import PlannedCourse
from .feed import Feed, Site
from .works import Read, read_in, works

if TYPE_CHECKING:
    from ..model.bibliography import Author
    from ..model.published import Published


def contents(planned: PlannedCourse, site: Site) -> Iterator[tuple[str, tuple[Read, ...]]]:
    """The file; none where nothing is read."""
    if found := read_in(planned):
        yield "readings.csl.json", found


def write(found: tuple[Read, ...]) -> bytes:
    """An item for each, as csl-data.json of CSL 1.0.2 has it."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    text = ",\n".join(encode(_item(*work)) for work in works(found))
    return f"[\n{text}\n]\n".encode()


FEED = Feed(contents, write)


def _item(own_id: str, known: Published) -> dict[str, object]:
    number = f"arXiv:{known.arxiv}" if known.arxiv else None
    item: dict[str, object | None] = {
        "id": own_id,
        "type": _type(known),
        "title": known.title,
        "author": [_name(author) for author in known.authors],
        "container-title": known.venue,
        "issued": {"date-parts": [[known.year]]} if known.year else None,
        "note": known.note,
        "number": number,
        "publisher": "arXiv" if number and not known.venue else None,
        "DOI": known.doi,
        "URL": known.address,
    }
    return {key: value for key, value in item.items() if value}


def _name(author: Author) -> dict[str, str]:
    if not author.given:
        return {"literal": author.family}
    return {"family": author.family, "given": author.given}


def _type(known: Published) -> str:
    """The most that can be said: a text that is published, one on the web, or any."""
    if known.venue or known.doi or known.arxiv:
        return "article"
    return "webpage" if known.address else "document"
