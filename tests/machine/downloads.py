"""The copies of files that sessions offer to download, by the paths that Sphinx gives them."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator
from datetime import date

from .site import Page, Schedule, Session, Site


def named(site: Site) -> frozenset[str]:
    """Those that sessions of the site name, whether they are withheld or not."""
    return frozenset(path for path, _options in _all(site))


def sure(site: Site) -> frozenset[str]:
    """Those that a build of the site publishes: nothing withholds them."""
    return frozenset(
        path
        for path, options in _all(site)
        if "release" not in options or date.fromisoformat(options["release"][:10]) <= site.today
    )


def read_each_time(site: Site) -> frozenset[str]:
    """The doctrees of pages that name a file which is not there.

    A build reads them again to see whether it has come, as Sphinx does for a picture.
    """
    return frozenset(
        f"{posixpath.basename(page.docname)}.doctree"
        for page in site.built()
        for session in _sessions(page)
        for path in [_slides(page, dict(session.options))]
        if path.endswith("part.txt") and path not in dict(site.files)
    )


def _all(site: Site) -> Iterator[tuple[str, dict[str, str]]]:
    files = dict(site.files)
    if dict(site.conf).get("seminar_short_names") is False:
        return  # the pages write the short names, which are nothing to Sphinx then
    for page in site.built():
        for session in _sessions(page):
            options = dict(session.options)
            path = _slides(page, options)
            if path in files:
                digest = hashlib.md5(path.encode(), usedforsecurity=False).hexdigest()
                yield f"_downloads/{digest}/{posixpath.basename(path)}", options


def _sessions(page: Page) -> Iterator[Session]:
    yield Session("", page.adopted or ())
    for part in page.parts:
        if isinstance(part, Schedule):
            yield from part.sessions
        elif isinstance(part, Session):
            yield part


def _slides(page: Page, options: dict[str, str]) -> str:
    return posixpath.join(posixpath.dirname(page.docname), options.get("slides", ""))
