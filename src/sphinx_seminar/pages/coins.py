"""COinS: a reading list as a reference manager finds it in a page, without anything to see.

An empty span for each reading, whose title is an OpenURL context object (ANSI/NISO Z39.88) in the
format of Dublin Core: of what sort a publication is, nobody has said. It is hidden, as a screen
reader may read the title of an element that has no text.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from docutils import nodes

from ..model.published import Published, published
from .read.reading_facts import leads_away
from .transforms.reading_items import lists_of

_HEAD = "ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc"
# quote() takes nine calls of functions for a text, and every page of a course has such texts.
_ENCODED = {
    code: f"%{code:02X}" for code in range(128) if not (chr(code).isalnum() or chr(code) in "-._~")
}


def coins_of(container: nodes.Element) -> str:
    """The spans for the items of a reading list, as HTML."""
    found = []
    for listing in lists_of(container):
        for item in listing.children:
            if isinstance(item, nodes.Element) and "anchor" in item.attributes:
                title, _before, label, address, links, entry = item.attributes["reading"]
                own = address if address and leads_away(address) else None
                away = tuple(link for link in links if leads_away(link[1])) if links else ()
                found.append(published(title, label, own, away, entry))
    return coins(found)


def coins(readings: Iterable[Published]) -> str:
    """The spans for *readings*, as HTML."""
    return "".join(map(_span, readings))


def _span(told: Published) -> str:
    facts = f"{_HEAD}&amp;rft.title={_encoded(told.title)}"
    for author in told.authors:
        facts += f"&amp;rft.creator={_encoded(author.sorted_name)}"
    if told.venue:
        facts += f"&amp;rft.source={_encoded(told.whole_venue or told.venue)}"
    if told.year:
        facts += f"&amp;rft.date={told.year}"
    if told.address:
        facts += f"&amp;rft.identifier={_encoded(told.address)}"
    if told.doi:
        facts += f"&amp;rft_id=info%3Adoi%2F{_encoded(told.doi)}"
    return f'<span class="Z3988" title="{facts}" hidden></span>\n'


def _encoded(text: str) -> str:
    return text.translate(_ENCODED) if text.isascii() else quote(text, safe="", errors="replace")
