"""The values of conf.py: one dataclass whose fields are the configuration."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.config import Config

from .model.nearest import did_you_mean
from .model.problem import Problem, Source

PREFIX = "seminar_"
FEED_NAMES = ("calendar.ics", "course.json", "news.xml", "readings.bib", "readings.csl.json")
"""The files that readers may take from a course."""


@dataclass(frozen=True, slots=True)
class SeminarConfig:
    """What conf.py may set; each field is ``seminar_<name>`` there."""

    short_names: bool = field(
        default=True,
        metadata={
            "rebuild": "env",
            "help": "Whether `{session}` works beside `{seminar:session}`, and so on.",
        },
    )
    style: bool = field(
        default=True,
        metadata={
            "rebuild": "html",
            "help": "Whether pages get our style sheet; a theme may bring its own.",
        },
    )
    tools: bool = field(
        default=True,
        metadata={
            "rebuild": "html",
            "help": "Whether readers can tick readings, filter a schedule, and copy from it.",
        },
    )
    feeds: Sequence[str] = field(
        default=FEED_NAMES,
        metadata={
            "rebuild": "html",
            "help": "The files next to the pages of a course, such as `calendar.ics`.",
        },
    )


def add_config(app: Sphinx) -> None:
    """Register every field of `SeminarConfig`."""
    for setting in fields(SeminarConfig):
        app.add_config_value(
            PREFIX + setting.name,
            setting.default,
            setting.metadata["rebuild"],
            types=(list, tuple) if setting.name == "feeds" else (type(setting.default),),
        )


def seminar_config(config: Config) -> SeminarConfig:
    """The values that conf.py sets, or their defaults."""
    values = {setting.name: config[PREFIX + setting.name] for setting in fields(SeminarConfig)}
    if not isinstance(values["feeds"], list | tuple):
        values["feeds"] = ()  # Sphinx has warned of it
    return SeminarConfig(**values)


def unknown_feeds(config: Config) -> Iterator[Problem]:
    """What ``seminar_feeds`` names that is no file of ours."""
    names = seminar_config(config).feeds
    for name in names:
        if name not in FEED_NAMES:
            text = f"seminar_feeds: {name!r} is no file of a course; "
            yield Problem("option", text + did_you_mean(str(name), FEED_NAMES), Source("conf.py"))


def offers_feeds(builder: Builder) -> bool:
    """Whether files may lie beside the pages for readers to take away: on a site, not in a book."""
    return builder.format == "html" and not getattr(builder, "embedded", False)


def site_address(config: Config) -> str | None:
    """Where the site is published, with a slash at the end; None where that is not known.

    By ``html_baseurl``, else as Read the Docs says while it builds.
    """
    stated = getattr(config, "html_baseurl", "") or ""
    for address in (stated, os.environ.get("READTHEDOCS_CANONICAL_URL", "")):
        if address.casefold().startswith(("https://", "http://")):
            return address if address.endswith("/") else f"{address}/"
    return None
