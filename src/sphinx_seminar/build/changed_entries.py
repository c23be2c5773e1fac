"""Pages that were read with other entries of a bibliography than there are now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..domain import SeminarDomain
from ..pages.transforms.cited_entries import entry_now


def of_changed_entries(domain: SeminarDomain, docnames: Iterable[str]) -> Iterator[str]:
    """Those of *docnames* that name an entry which was added, changed or taken out since."""
    for docname in docnames:
        cited = domain.documents[docname].cited
        if any(
            entry_now(docname, course, key, domain.loaded) != entry for course, key, entry in cited
        ):
            yield docname
