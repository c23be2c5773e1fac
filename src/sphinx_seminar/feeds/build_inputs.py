"""All that the files beside the pages are made of, as one digest."""

from __future__ import annotations

import hashlib

from sphinx.application import Sphinx

from ..code_state import code_state
from ..config import seminar_config, site_address
from ..domain import SeminarDomain

_CODE = ("feeds", "feeds/calendar", "plan", "model", "views", "views/words")


def inputs(app: Sphinx, domain: SeminarDomain) -> str:
    """A digest that changes with anything that a feed may say; empty where that is not known.

    To make it takes no longer for a course of many sessions: what the pages say is known by the
    moment at which each was read. To plan all feeds only to find that they say the same took a
    tenth of a build in which nothing changed.
    """
    settings = getattr(app.builder, "build_info", None)
    if settings is None:
        return ""  # of a builder that keeps no account of its settings
    zones = {loaded.course.zone for loaded in domain.loaded.values()}
    days = sorted({domain.today(zone) for zone in (*zones, None)})
    made_of = (
        code_state(_CODE),
        # What Sphinx takes for the settings of HTML; all others have every page read anew.
        (settings.config_hash, settings.tags_hash),
        (site_address(app.config), tuple(seminar_config(app.config).feeds)),
        days,
        sorted(app.env.all_docs.items()),
        sorted(domain.loaded.items()),
    )
    return hashlib.sha256(repr(made_of).encode()).hexdigest()
