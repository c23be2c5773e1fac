"""What was last written by one builder into one output folder, as a digest for each page.

It is beside the doctrees, and can be no part of the environment: that is shared by the
builders of a doctree folder, and is saved before anything is written.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress

from sphinx.builders import Builder

from .kept_digests import Digests, kept_file, load_digests, save_digests, tell_unwritten

# They write every page in every build.
_WHOLE = frozenset({"gettext", "latex", "man", "singlehtml", "texinfo"})


class Stamp:
    """The digests of what is in the output, and which pages are being written.

    A page is named in a second file before it is written. A build that is killed leaves that file,
    and the pages in it count as unknown: one may be half written. A build that is told to
    write some pages alone leaves the others as they were.
    """

    def __init__(self, builder: Builder) -> None:
        self.path = kept_file(builder, ".json")
        self._begun = kept_file(builder, ".begun")
        self._is_used = builder.name not in _WHOLE

    @property
    def is_missing(self) -> bool:
        """Whether nothing is known of the output: it may be older than the doctrees."""
        return self._is_used and not self.path.exists()

    def stale(self, current: Digests) -> list[str]:
        """The documents that show something else than the output has, or nothing of ours any more.

        Those that a killed build was about to write are among them. Some may be gone.
        """
        if not self._is_used:
            return []
        begun = self._written()
        known = {
            name: digest for name, digest in load_digests(self.path).items() if name not in begun
        }
        if begun and save_digests(self.path, known):
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
                tell_unwritten(self._begun, error, "writes pages again")
                # What was written before is not known any more either.
                with suppress(OSError):
                    self.path.unlink()

    def finish(self, current: Digests, found: Collection[str], *, has_courses: bool) -> None:
        """Note what is in the output now that a build of all *found* has come to its end.

        A site that has courses gets a file even if nothing is in it: then the output is known.
        """
        stored, written = load_digests(self.path), self._written()
        known = {
            docname: digest
            for docname, digest in stored.items()
            if docname in found and docname not in written
        }
        known |= {docname: digest for docname, digest in current.items() if docname in written}
        is_saved = known == stored and not (has_courses and self.is_missing)
        if is_saved or save_digests(self.path, known):
            with suppress(OSError):
                self._begun.unlink()

    def _written(self) -> set[str]:
        try:
            return set(self._begun.read_text(encoding="utf-8").splitlines())
        except (OSError, ValueError):
            return set()
