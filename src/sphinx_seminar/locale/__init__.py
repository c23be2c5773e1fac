"""Our words: every text that readers see and no author writes goes through `_`."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.locale import get_translation

CATALOG = "sphinx_seminar"

_ = get_translation(CATALOG)


def add_catalog(app: Sphinx) -> None:
    """Register the translations that stand beside this file."""
    app.add_message_catalog(CATALOG, str(Path(__file__).parent))
