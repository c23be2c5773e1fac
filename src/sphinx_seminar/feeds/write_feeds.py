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
from ..build.removed_file import remove_or_tell
from ..config import seminar_config, site_address
from ..domain import SeminarDomain
from ..replaced_file import replace_at_once
from .build_inputs import inputs
from .feed import Site
from .left_behind import left_behind
from .registry import FEEDS, feed_named

_BUILD = ""
"""In place of a path: all that the files were made of."""
_UNSURE = ""
"""In place of a digest: the file may be there, and say anything."""
_BROUGHT = "brought"
"""In place of a digest: the site brings a file of that name."""


def write_feeds(app: Sphinx, domain: SeminarDomain) -> None:
    """Write what has changed, and take away what there is no more.

    To be called when a build has succeeded. A file of the same name that the site brings by
    ``html_extra_path`` takes the place of ours.
    """
    stamp = kept_file(app.builder, ".feeds")
    outdir = Path(app.outdir)
    before = load_digests(stamp) if stamp.exists() else {}
    if not before:
        # The output may be older than the note: what it has may be of no course any more.
        before = dict.fromkeys(left_behind(outdir), _UNSURE)
    if not domain.loaded and before.keys() <= {_BUILD}:
        return
    made_of = inputs(app, domain) if seminar_config(app.config).feeds else ""
    if made_of and before.get(_BUILD) == made_of and _are_as_left(before, app):
        return
    site = Site(domain, app.builder, site_address(app.config), app.config.language or "en")
    files = {path: (digest, write) for path, digest, write in _files(site)}
    now = {path: _BROUGHT for path in files if _is_brought(path, app)}
    changed = {
        path: write
        for path, (digest, write) in files.items()
        if path not in now and not (before.get(path) == digest and Path(outdir, path).is_file())
    }
    if changed:
        _announce(stamp, before, changed)
    for path, (digest, _write) in files.items():
        if path not in now:
            write = changed.get(path)
            is_written = write is None or replace_or_tell(Path(outdir, path), write())
            now[path] = digest if is_written else _UNSURE
    gone = {path: before[path] for path in before.keys() - files.keys()}
    now |= dict.fromkeys(_not_taken_away(gone, app), _UNSURE)
    if _UNSURE not in now.values():  # else the next build tries again
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


def _announce(stamp: Path, before: Digests, changed: Iterable[str]) -> None:
    """Note what is to be written before it is: a build that is killed may leave some of it.

    The next one writes that anew or takes it away, whatever the author has done in between.
    """
    noted = {path: digest for path, digest in before.items() if path != _BUILD}
    # Where it can't be written, the note that is written after the files tells of that.
    with suppress(OSError):
        replace_at_once(stamp, dumped(noted | dict.fromkeys(changed, _UNSURE)))


def _not_taken_away(gone: Digests, app: Sphinx) -> Iterator[str]:
    """Remove files that no course has any more, but for what the site brings.

    Yields those that can't be removed, each with a warning.
    """
    for path, digest in gone.items():
        if path == _BUILD or digest == _BROUGHT or _is_brought(path, app):
            continue
        names = (path, f"{path}.partial")  # the second of a build that was killed
        if not all(remove_or_tell(Path(app.outdir, name)) for name in names):
            yield path


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
