"""The copies of files that sessions offer to download, by the paths that Sphinx gives them."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator
from datetime import date

from .site import Schedule, Session, Site


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


def _all(site: Site) -> Iterator[tuple[str, dict[str, str]]]:
    files = dict(site.files)
    for page in site.built():
        sessions = [Session("", page.adopted or ())]
        for part in page.parts:
            sessions += part.sessions if isinstance(part, Schedule) else ()
            sessions += [part] if isinstance(part, Session) else ()
        for session in sessions:
            options = dict(session.options)
            path = posixpath.join(posixpath.dirname(page.docname), options.get("slides", ""))
            if path in files:
                digest = hashlib.md5(path.encode(), usedforsecurity=False).hexdigest()
                yield f"_downloads/{digest}/{posixpath.basename(path)}", options
