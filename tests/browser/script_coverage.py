"""Which blocks of our script the browser tests have run, as Chromium counts them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page

from assets import SOURCES

SCRIPT = SOURCES / "seminar.js"


class ScriptCoverage:
    """Which characters of the script have run on any page so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._ran = bytearray(len(text))
        self._open: dict[BrowserContext, CDPSession] = {}

    def watch(self, page: Page) -> None:
        """Count from now on, before anything is loaded; a page gets the source, which has lines."""
        page.route(f"**/{SCRIPT.name}*", lambda route: route.fulfill(path=SCRIPT))
        session = page.context.new_cdp_session(page)
        session.send("Profiler.enable")
        session.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": True})
        self._open[page.context] = session

    def collect(self, context: BrowserContext) -> None:
        """Add what a page has run, before its context is closed."""
        session = self._open.pop(context, None)  # none where a reader has no JavaScript
        if session is None:
            return
        for script in session.send("Profiler.takePreciseCoverage")["result"]:
            if script["url"].split("?")[0].endswith(f"/{SCRIPT.name}"):
                self._add(script["functions"])

    def _add(self, functions: list[dict[str, Any]]) -> None:
        ran = bytearray(len(self.text))
        # A function is behind the one that holds it, and a block behind what it is part of.
        for found in (block for function in functions for block in function["ranges"]):
            start, end = found["startOffset"], found["endOffset"]
            ran[start:end] = bytes([found["count"] > 0]) * (end - start)
        self._ran = bytearray(a | b for a, b in zip(self._ran, ran, strict=True))

    def missed(self) -> Iterator[tuple[int, str]]:
        """The lines that have not run, or not whole, each with what of it has not."""
        at = 0
        for number, line in enumerate(self.text.splitlines(keepends=True), start=1):
            ran = self._ran[at : at + len(line)]
            rest = "".join(char for char, has in zip(line, ran, strict=True) if not has).strip()
            # A bracket or a comment is nothing that runs.
            if rest.strip("{}()[];, ") and not rest.startswith(("//", "/*", "*")):
                yield number, rest
            at += len(line)

    def report(self) -> str:
        """What has run, in a line; then a line for each one that has not."""
        missed = list(self.missed())
        lines = [line.strip() for line in self.text.splitlines()]
        count = sum(bool(line.strip("{}()[];, ")) and line[:2] != "//" for line in lines)
        head = f"{SCRIPT.name}: {count - len(missed)} of {count} lines have run whole"
        return "\n".join([head, *(f"  {number}: {rest}" for number, rest in missed)]) + "\n"
