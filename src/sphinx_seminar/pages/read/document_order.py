"""The order of a site's documents: as its tables of contents list them."""

from __future__ import annotations

from sphinx.environment import BuildEnvironment


def toctree_order(env: BuildEnvironment) -> list[str]:
    """Every document once, in toctree order from the root; those in no toctree last, by name."""
    order: dict[str, None] = {}
    pending = [env.config.root_doc]
    while pending:
        docname = pending.pop()
        if docname not in order and docname in env.all_docs:
            order[docname] = None
            pending += reversed(env.toctree_includes.get(docname, []))
    return [*order, *sorted(set(env.all_docs) - set(order))]
