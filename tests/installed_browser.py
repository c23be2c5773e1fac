"""Which browser looks at pages, in tests and for the pictures of the documentation."""

from __future__ import annotations

import os
import shutil

from playwright.sync_api import Browser, Playwright


def browser_path() -> str | None:
    """The browser that ``SEMINAR_BROWSER`` names, or the first that is installed.

    The shell without a window is Chromium's engine, and takes two thirds of its time.
    """
    named = os.environ.get("SEMINAR_BROWSER")
    installed = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"]
    names = [named] if named else installed
    return next((path for name in names if (path := shutil.which(name))), None)


def launched_browser(playwright: Playwright) -> Browser:
    """That browser; where none is installed, the one that Playwright brings."""
    return playwright.chromium.launch(
        executable_path=browser_path(),
        args=[
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    )
