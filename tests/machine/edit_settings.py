"""Edits of conf.py, and of the day on which a site is built."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

from .edit_pages import Edit
from .site import Site

_VALUES: dict[str, tuple[object, ...]] = {
    "html_theme": ("basic", "alabaster"),
    "html_permalinks": (True, False),
    "html_permalinks_icon": ("¶", "#"),
    "html_theme_options": ({}, {"source_repository": "https://code.example/x"}),
    "html_context": ({}, {"github_user": "x", "github_repo": "y"}),
    "html_title": ("One", "Other"),
    "language": ("en", "de"),
    "exclude_patterns": ([], ["second"], ["second/deep"]),
    "seminar_style": (True, False),
    "seminar_short_names": (True, False),
    "rst_epilog": ("", ".. |x| replace:: y"),
}


def change_conf(site: Site, chance: Random) -> Site | None:
    """Set a value, or leave it to its default; settings that spoil everything do not stay."""
    conf = dict(site.conf)
    name = chance.choice([*_VALUES, *conf])
    if name in conf and chance.random() < 0.7:
        del conf[name]
    else:
        conf[name] = chance.choice(_VALUES[name])
    return replace(site, conf=tuple(sorted(conf.items())))


def change_day(site: Site, chance: Random) -> Site | None:
    return replace(site, today=site.today + timedelta(days=chance.randint(-5, 5)))


EDITS: tuple[Edit, ...] = (change_conf, change_conf, change_day)
