"""What was last written by one builder into one output folder, as a digest for each page.

It stands beside the doctrees, and can be no part of the environment: that is shared by the
builders of a doctree folder, and is saved before anything is written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from sphinx.builders import Builder
from sphinx.util import logging

logger = logging.getLogger(__name__)

Digests = dict[str, str]
"""What each page shows, as a digest, by document."""

# They write every page in every build.
_WHOLE = frozenset({"gettext", "latex", "man", "singlehtml", "texinfo"})


class Stamp:
    """The digests of what stands in the output, and which pages are being written.

    A page is named in a second file before it is written. A build that is killed leaves that file,
    and what it names is not known any more: a page may be half written. A build that is told to
    write some pages alone leaves the others as they were.
    """

    def __init__(self, builder: Builder) -> None:
        key = f"{builder.name}\0{builder.outdir}"  # Sphinx has resolved the links in its path
        name = f"seminar-{hashlib.sha256(key.encode()).hexdigest()[:16]}"
        self.path = Path(builder.doctreedir, f"{name}.json")
        self._begun = Path(builder.doctreedir, f"{name}.begun")
        self._is_used = builder.name not in _WHOLE

    def stale(self, current: Digests) -> list[str]:
        """The documents that show something else than what stands in the output, or nothing more.

        And those that a killed build was about to write. Some of these may be gone.
        """
        if not self._is_used:
            return []
        begun = self._written()
        known = {name: digest for name, digest in self._load().items() if name not in begun}
        if begun and self._save(known):
            self._begun.unlink()
        changed = {
            docname
            for docname in known.keys() | current.keys()
            if known.get(docname) != current.get(docname)
        }
        return sorted(changed | begun)

    def begin(self, docname: str) -> None:
        """Note that a page is about to be written."""
        if self._is_used:
            try:
                # A line is added in one piece, also where several processes write pages.
                with self._begun.open("a", encoding="utf-8") as begun:
                    begun.write(f"{docname}\n")
            except OSError as error:
                _tell(self._begun, error)
                # What was written before is not known any more either.
                self.path.unlink(missing_ok=True)

    def finish(self, current: Digests, found: Collection[str]) -> None:
        """Note what stands in the output now that a build of all *found* has come to its end."""
        stored, written = self._load(), self._written()
        known = {
            docname: digest
            for docname, digest in stored.items()
            if docname in found and docname not in written
        }
        known |= {docname: digest for docname, digest in current.items() if docname in written}
        if known == stored or self._save(known):
            with suppress(OSError):
                self._begun.unlink()

    def _load(self) -> Digests:
        """The digests as they were saved; none where there was no build, or a broken file."""
        try:
            stored = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stored if isinstance(stored, dict) else {}

    def _written(self) -> set[str]:
        try:
            return set(self._begun.read_text(encoding="utf-8").splitlines())
        except (OSError, ValueError):
            return set()

    def _save(self, digests: Mapping[str, str]) -> bool:
        """Replace the file at once: a build that is killed leaves the old one or the new one.

        Returns whether it could be written.
        """
        partial = self.path.with_suffix(".partial")
        try:
            partial.write_text(json.dumps(digests, sort_keys=True), encoding="utf-8")
            partial.replace(self.path)
        except OSError as error:
            _tell(self.path, error)
            with suppress(OSError):
                partial.unlink()
            return False
        return True


def _tell(path: Path, error: OSError) -> None:
    """Warn as Sphinx does of a page that it cannot write; a build goes on."""
    text = "%s can't be written: %s; the next build writes pages again"
    logger.warning(text, path, error.strerror)
