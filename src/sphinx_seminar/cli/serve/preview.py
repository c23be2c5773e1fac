"""What a preview knows of the site: the builds so far, and which page each has changed."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

from .builder import Builder, Built


@dataclass
class Preview:
    """Builds when files have been saved, and tells each page that is open."""

    builder: Builder
    number: int = 0
    """That of the last build."""
    problems: tuple[str, ...] = ()
    _changed: set[str] = field(default_factory=set)
    _changed_by: dict[str, int] = field(default_factory=dict)
    """By page: the number of the build that has changed it last."""
    _all_changed_by: int = 0
    _saved: asyncio.Event = field(default_factory=asyncio.Event)
    _built: asyncio.Condition = field(default_factory=asyncio.Condition)

    def save(self, paths: set[str]) -> None:
        """Files have been saved: the next build begins, or follows the one that runs."""
        self._changed |= paths
        self._saved.set()

    async def build_whenever_saved(self) -> None:
        """Build, once for all that was saved before it begins."""
        while True:
            await self._saved.wait()
            self._saved.clear()
            changed, self._changed = self._changed, set()
            await self.build(changed)

    async def build(self, changed: set[str]) -> None:
        """Build the site, and wake the pages that are open."""
        started = time.perf_counter()
        built = await asyncio.to_thread(self.builder.build, changed)
        seconds = time.perf_counter() - started
        async with self._built:
            self.number += 1
            self.problems = built.problems
            if built.failed:
                self._changed |= changed  # for the next one, whatever begins it
            self._changed_by.update(dict.fromkeys(built.pages, self.number))
            if built.everywhere:
                self._all_changed_by = self.number
            self._built.notify_all()
        _tell(built, changed, seconds, self.builder.folders.source)

    async def events(self, page: str, number: int) -> AsyncIterator[str]:
        """What the browser is sent that has *page* open as build *number* wrote it."""
        while True:
            seen = self.number
            changed = max(self._changed_by.get(page, 0), self._all_changed_by)
            told = {"reload": changed > number, "problems": self.problems}
            yield f"data: {json.dumps(told)}\n\n"
            async with self._built:
                while self.number == seen:
                    await self._built.wait()


def _tell(built: Built, changed: set[str], seconds: float, source: Path) -> None:
    names = sorted(Path(path).name for path in changed if Path(path).exists())
    what = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    for line in (*built.notes, *built.problems):
        sys.stderr.write(f"{line}\n")
    pages = "1 page" if len(built.pages) == 1 else f"{len(built.pages)} pages"
    result = "not built; the pages before stay" if built.failed else f"{pages} in {seconds:.1f} s"
    sys.stdout.write(f"{what or source.name}: {result}\n")
    sys.stdout.flush()
