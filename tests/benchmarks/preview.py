"""From an edit to the new page in the browser: ``sphinx-seminar serve`` and sphinx-autobuild."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from socket import create_server

from playwright.sync_api import Page, sync_playwright

from ..installed_browser import launched_browser
from .forms import write_rebuilt_site

_EDITED = "page0075"
_PATIENCE = 300_000
"""Milliseconds for a server to show a page."""


def preview_ratios(scratch: Path, edits: int) -> list[tuple[float, float]]:
    """The seconds of each of *edits*, ours and those of sphinx-autobuild, taken in turn."""
    with ExitStack() as stack:
        playwright = stack.enter_context(sync_playwright())
        browser = launched_browser(playwright)
        stack.callback(browser.close)
        pages = []
        for name in ("ours", "theirs"):
            folder = scratch / f"preview-{name}"
            write_rebuilt_site(folder, 150)
            address = stack.enter_context(_serving(name, folder))
            page = browser.new_page()
            _open(page, f"{address}{_EDITED}.html")
            pages.append((folder / f"{_EDITED}.md", page))
        times = [tuple(_seconds(file, page, n) for file, page in pages) for n in range(edits + 1)]
    # The first one loads what is loaded later, in both.
    return [(ours, theirs) for ours, theirs in times[1:]]


@contextmanager
def _serving(name: str, folder: Path) -> Iterator[str]:
    with create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    module = ["sphinx_seminar", "serve", str(folder)]
    if name == "theirs":
        module = ["sphinx_autobuild", "-q", str(folder), str(folder / "_build" / "html")]
    process = subprocess.Popen(
        [sys.executable, "-m", *module, "--port", port],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


def _open(page: Page, address: str) -> None:
    """Open a page once the server has built it."""
    for _ in range(_PATIENCE // 500):
        time.sleep(0.5)
        try:
            response = page.goto(address)
        except Exception:
            continue
        if response and response.ok:
            return
    raise TimeoutError(address)


def _seconds(file: Path, page: Page, number: int) -> float:
    """How long it takes until the browser shows what was written into *file*."""
    word = f"Edited {number}."
    text = re.sub(r"\n*Edited \d+\.\n\Z", "\n", file.read_text(encoding="utf-8"))
    started = time.perf_counter()
    file.write_text(f"{text}\n{word}\n", encoding="utf-8")
    page.get_by_text(word, exact=True).wait_for(timeout=_PATIENCE)
    return time.perf_counter() - started
