"""Reads the reading lists off a finished doctree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docutils import nodes

from ..nodes import seminar_readings
from ..transforms.reading_items import is_reading_list, lists_of
from .facts import ReadingFacts
from .session_around import session_around


def readings_of(ours: Sequence[nodes.Element]) -> tuple[ReadingFacts, ...]:
    """What is to be read by a document, in its order."""
    return tuple(_readings(ours))


def _readings(ours: Sequence[nodes.Element]) -> Iterator[ReadingFacts]:
    for node in ours:
        if not is_reading_list(node):
            continue
        session = session_around(node)[0]
        is_optional = not isinstance(node, seminar_readings)
        for listing in lists_of(node):
            for item in listing.children:
                if isinstance(item, nodes.Element) and "reading" in item.attributes:
                    title, before, venue, address, links, entry = item["reading"]
                    yield ReadingFacts(
                        title=title,
                        before=before,
                        venue=venue,
                        address=address if leads_away(address) else None,
                        is_optional=is_optional,
                        session_anchor=session,
                        links=tuple(filter(_leads_away, links)),
                        anchor=item.attributes.get("anchor"),
                        slug=item.attributes.get("slug", ""),
                        entry=entry,
                    )


def _leads_away(link: tuple[str, str]) -> bool:
    return leads_away(link[1])


def leads_away(address: str | None) -> bool:
    """Whether an address leads to the same place from everywhere: that of another site."""
    if not address or address[:8] == "https://":  # as nearly all: no function is called for these
        return bool(address)
    return address.casefold().startswith(("https://", "http://"))
