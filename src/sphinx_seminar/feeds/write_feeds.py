"""The feeds of all courses, written beside the pages where they say something else than before."""

from __future__ import annotations

import hashlib
import json
import posixpath
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders import Builder

from .. import __version__
from ..config import offers_feeds, seminar_config, site_address
from ..domain import SeminarDomain
from .feed import Site
from .registry import FEEDS, feed_named

Digests = dict[str, str]
"""What each file says, as a digest, by its path in the output folder."""


def write_feeds(app: Sphinx, domain: SeminarDomain) -> None:
    """Write what has changed, and take away what there is no more.

    To be called when a build has succeeded. A file of the same name that the site brings by
    ``html_extra_path`` takes the place of ours.
    """
    if not offers_feeds(app.builder):
        return
    stamp = FeedStamp(app.builder)
    if not domain.loaded and not stamp.path.exists():
        return
    before = stamp.load()
    site = Site(domain, app.builder, site_address(app.config), app.config.language or "en")
    outdir = Path(app.outdir)
    now: Digests = {}
    for path, digest, write in _files(site):
        if _is_brought(path, app):
            continue
        now[path] = digest
        if before.get(path) != digest or not Path(outdir, path).is_file():
            _replace(Path(outdir, path), write())
    for path in before.keys() - now.keys():
        if not _is_brought(path, app):
            Path(outdir, path).unlink(missing_ok=True)
    if now != before:
        stamp.save(now)


class FeedStamp:
    """What was last written by one builder into one output folder; it lies beside the doctrees."""

    def __init__(self, builder: Builder) -> None:
        key = f"{builder.name}\0{builder.outdir}"
        name = hashlib.sha256(key.encode()).hexdigest()[:16]
        self.path = Path(builder.doctreedir, f"seminar-{name}.feeds")

    def load(self) -> Digests:
        """The digests as they were saved; none where there was no build, or a broken file."""
        try:
            stored = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stored if isinstance(stored, dict) else {}

    def save(self, digests: Mapping[str, str]) -> None:
        """Replace the file at once."""
        _replace(self.path, json.dumps(digests, sort_keys=True).encode())


def _files(site: Site) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Every file of every course: its path, a digest of what it says, and what makes it."""
    wanted = seminar_config(site.builder.config).feeds
    for name in FEEDS:
        if name not in wanted:
            continue
        feed = feed_named(name)
        for folder, planned in sorted(site.domain.courses.planned.items()):
            for file, content in feed.contents(planned, site):
                # Another version of ours may write the same in another way.
                digest = hashlib.sha256(f"{__version__}\n{content!r}".encode()).hexdigest()
                yield posixpath.join(folder, file), digest, partial(feed.write, content)


def _is_brought(path: str, app: Sphinx) -> bool:
    for extra in app.config.html_extra_path:
        brought = Path(app.confdir, extra)
        if Path(brought, path).is_file() or (brought.name == path and brought.is_file()):
            return True
    return False


def _replace(path: Path, content: bytes) -> None:
    """Replace a file at once: a build that is killed leaves the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial_file = path.with_name(f"{path.name}.partial")
    partial_file.write_bytes(content)
    partial_file.replace(path)
