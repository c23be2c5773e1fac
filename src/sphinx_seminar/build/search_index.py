"""Words that a search would still find though no page has them any more."""

from __future__ import annotations

from sphinx.application import Sphinx


def forget_words(app: Sphinx) -> None:
    """Take words without a page out of the search index, before it is written.

    When a page is written anew, Sphinx takes the page from its words and leaves the words, so that
    a name which is no longer shown would stay in a published file.
    """
    indexer = getattr(app.builder, "indexer", None)
    if indexer is None:
        return
    # Sphinx has no public way to them (`sphinx.search.IndexBuilder.prune` is where they are left).
    for name in ("_mapping", "_title_mapping"):
        mapping: dict[str, set[str]] = vars(indexer).get(name, {})
        for word in [word for word, docnames in mapping.items() if not docnames]:
            del mapping[word]
