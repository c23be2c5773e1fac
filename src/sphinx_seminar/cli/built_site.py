"""Builds a site for a command that makes something else of its pages."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.console import nocolor

from .source_folder import NoSite, refuse_without_seminars
from .stopped_build import why_stopped
from .told_error import told_error


def build_site(
    source: Path,
    scratch: Path,
    named: str,
    builder: str = "html",
    settings: Mapping[str, Any] | None = None,
) -> Sphinx:
    """Build the site into the folder ``html`` of *scratch*, with *settings* over its conf.py.

    What Sphinx warns of is on the standard error. Raises `NoSite` where the build stops; *named* is
    the folder as its author has written it.
    """
    if not sys.stderr.isatty():
        nocolor()
    try:
        app = Sphinx(
            *(source, source, scratch / "html", scratch / "doctrees", builder),
            confoverrides=dict(settings or {}),
            status=None,
            warning=sys.stderr,
        )
        refuse_without_seminars(app, named)
        app.build()
    except SphinxError as error:
        raise NoSite(f"{named}: {why_stopped(error)}") from None
    except OSError as error:
        raise NoSite(told_error(error, str(scratch))) from None
    return app
