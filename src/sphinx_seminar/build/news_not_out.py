"""Pages with news that is not out yet."""

from __future__ import annotations

from ..domain import SeminarDomain


def holds_news_back(domain: SeminarDomain, docname: str) -> bool:
    """Whether an announcement stands in a document that is left out of this build."""
    facts = domain.documents.get(docname)
    if facts is None:
        return False
    for item in facts.announcements:
        planned = domain.planned(docname, item.course)
        if planned is None or not planned.facts.is_out(docname, item.anchor):
            return True
    return False
