"""The feeds of all courses, written beside the pages where they say something else than before."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from sphinx.application import Sphinx

from .. import __version__
from ..build.kept_digests import (
    Digests,
    dumped,
    kept_file,
    load_digests,
    replace_or_tell,
    save_digests,
)
from ..config import seminar_config, site_address
from ..domain import SeminarDomain
from ..replaced_file import replace_at_once
from .build_inputs import inputs
from .feed import Site
from .registry import FEEDS, feed_named

_BUILD = ""
"""In place of a path: all that the files were made of."""
_BROUGHT = "brought"
"""In place of a digest: the site brings a file of that name."""


def write_feeds(app: Sphinx, domain: SeminarDomain) -> None:
    """Write what has changed, and take away what there is no more.

    To be called when a build has succeeded. A file of the same name that the site brings by
    ``html_extra_path`` takes the place of ours.
    """
    stamp = kept_file(app.builder, ".feeds")
    if not stamp.exists() and not domain.loaded:
        return
    outdir = Path(app.outdir)
    before = load_digests(stamp) if stamp.exists() else {}
    if not before:
        # The output may be older than the note: what it has may be of no course any more.
        names = seminar_config(app.config).feeds
        before = dict.fromkeys(_left_behind(outdir, domain.loaded, names), "")
    made_of = inputs(app, domain) if seminar_config(app.config).feeds else ""
    if made_of and before.get(_BUILD) == made_of and _are_as_left(before, app):
        return
    site = Site(domain, app.builder, site_address(app.config), app.config.language or "en")
    now: Digests = {}
    known: set[str] = set()
    for path, digest, write in _files(site):
        known.add(path)
        if _is_brought(path, app):
            now[path] = _BROUGHT
            continue
        is_written = before.get(path) == digest and Path(outdir, path).is_file()
        if is_written or replace_or_tell(Path(outdir, path), write()):
            now[path] = digest
    _take_away({path: before[path] for path in before.keys() - known}, app)
    if now.keys() == known:  # else one could not be written, and the next build tries again
        now[_BUILD] = made_of
    if now | {_BUILD: ""} != before | {_BUILD: ""} or not stamp.exists():
        save_digests(stamp, now)
    elif now != before:
        # Where it can't be written, the next build plans them all once more, and nothing else.
        with suppress(OSError):
            replace_at_once(stamp, dumped(now))


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


def _left_behind(outdir: Path, folders: Iterable[str], names: Iterable[str]) -> Iterator[str]:
    """What earlier builds may have left: a file for each name, and calendars of parts of a course.

    A role, a kind or a section may be called otherwise since, or have nobody to show any more.
    """
    for folder in folders:
        for name in names:
            yield posixpath.join(folder, name)
            stem, suffix = posixpath.splitext(name)
            for path in sorted(Path(outdir, folder).glob(f"{stem}-*{suffix}")):
                if path.is_file() and b"sphinx-seminar" in path.read_bytes()[:200]:
                    yield posixpath.join(folder, path.name)


def _take_away(gone: Digests, app: Sphinx) -> None:
    """Remove files that no course has any more, but for what the site brings."""
    for path, digest in gone.items():
        if path != _BUILD and digest != _BROUGHT and not _is_brought(path, app):
            Path(app.outdir, path).unlink(missing_ok=True)


def _are_as_left(before: Digests, app: Sphinx) -> bool:
    """Whether every file that was written is there, and none has another one in its place now."""
    return all(
        _is_brought(path, app) is (digest == _BROUGHT)
        and (digest == _BROUGHT or Path(app.outdir, path).is_file())
        for path, digest in before.items()
        if path != _BUILD
    )


def _is_brought(path: str, app: Sphinx) -> bool:
    for extra in app.config.html_extra_path:
        brought = Path(app.confdir, extra)
        if Path(brought, path).is_file() or (brought.name == path and brought.is_file()):
            return True
    return False
