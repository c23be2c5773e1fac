"""A build that was killed may leave Sphinx's note of the settings empty, which stops the next one.

Sphinx begins to write ``.buildinfo`` when it sees that the settings have changed, and pages after
that. It fails on a note without a line, and takes a missing one as a note of these settings.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from sphinx.application import Sphinx

_OF_NO_SETTINGS = "# Sphinx build info version 1\n\nconfig: \ntags: \n"
"""As Sphinx writes it, in sphinx/builders/html/_build_info.py."""


def mend_cut_off_note(app: Sphinx) -> None:
    """Make an empty note one of other settings, before Sphinx reads it: all pages are written."""
    note = Path(app.outdir, ".buildinfo")
    with suppress(OSError):
        if not note.stat().st_size:
            note.write_text(_OF_NO_SETTINGS, encoding="utf-8")
