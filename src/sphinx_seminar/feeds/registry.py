"""Every feed by its name in ``seminar_feeds``, one line each."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from .feed import Feed

FEEDS: Mapping[str, str] = {
    "calendar.ics": "calendar.calendar",
    "course.json": "course_data",
    "news.xml": "news",
    "readings.bib": "readings_bib",
    "readings.csl.json": "readings_csl",
}
"""The module of this package that has it as ``FEED``."""


def feed_named(name: str) -> Feed[Any]:
    """The feed of a name."""
    feed: Feed[Any] = import_module(f"{__package__}.{FEEDS[name]}").FEED
    return feed
