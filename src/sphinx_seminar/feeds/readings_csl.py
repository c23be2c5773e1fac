"""``readings.csl.json``: the readings of a course as CSL-JSON, which reference managers read."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..model.bibliography import Author
from ..plan.planned_course import PlannedCourse
from .feed import Feed, Site
from .works import Read, Work, read_in, works


def contents(planned: PlannedCourse, site: Site) -> Iterator[tuple[str, tuple[Read, ...]]]:
    """The file; none where nothing is read."""
    if found := read_in(planned):
        yield "readings.csl.json", found


def write(found: tuple[Read, ...]) -> bytes:
    """An item for each, as csl-data.json of CSL 1.0.2 has it."""
    items = (json.dumps(_item(work), ensure_ascii=False) for work in works(found))
    text = ",\n".join(items)
    return f"[\n{text}\n]\n".encode()


FEED = Feed(contents, write)


def _item(work: Work) -> dict[str, object]:
    number = f"arXiv:{work.arxiv}" if work.arxiv else None
    item: dict[str, object | None] = {
        "id": work.id,
        "type": _type(work),
        "title": work.title,
        "author": [_name(author) for author in work.authors],
        "container-title": work.venue,
        "issued": {"date-parts": [[work.year]]} if work.year else None,
        "note": work.note,
        "number": number,
        "publisher": "arXiv" if number and not work.venue else None,
        "DOI": work.doi,
        "URL": work.address,
    }
    return {key: value for key, value in item.items() if value}


def _name(author: Author) -> dict[str, str]:
    if not author.given:
        return {"literal": author.family}
    return {"family": author.family, "given": author.given}


def _type(work: Work) -> str:
    """The most that can be said: a text that is published, one on the web, or any."""
    if work.venue or work.doi or work.arxiv:
        return "article"
    return "webpage" if work.address else "document"
