"""What a link of copied content does not find is reported where it was written, and once."""

from __future__ import annotations

import logging

from docutils import nodes
from sphinx.util.logging import NAMESPACE

# Its own resolver warns without asking anybody, as Sphinx does of others.
_MYST = f"{NAMESPACE}.myst_parser.sphinx_ext.myst_refs"


def leave_copies_to_originals() -> None:
    """Let MyST warn of no link in a copy. A second call changes nothing."""
    logging.getLogger(_MYST).addFilter(_is_of_no_copy)


def _is_of_no_copy(record: logging.LogRecord) -> bool:
    where = getattr(record, "location", None)
    return not (isinstance(where, nodes.Element) and where.get("seminar-copy", False))
