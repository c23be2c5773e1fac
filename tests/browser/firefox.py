"""Firefox, driven by the protocol that it speaks itself: WebDriver BiDi.

https://www.w3.org/TR/webdriver-bidi/ describes the commands. Playwright drives only a Firefox of
its own, and Debian has no geckodriver.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

_LONGEST_WAIT = 60
"""Seconds: on a busy machine Firefox is slow to start."""

_SETTINGS = {
    "ui.prefersReducedMotion": 1,
    # Nothing is fetched, and no page of its own is shown.
    "browser.aboutwelcome.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    # Files are saved without asking.
    "browser.download.folderList": 2,
}

# Replaces the clock of a page by one that shows an instant.
FIXED_CLOCK = """() => {
  const now = Date.parse("%s");
  window.Date = class extends Date {
    constructor(...parts) { super(...(parts.length > 0 ? parts : [now])); }
    static now() { return now; }
  };
}"""


def firefox_path() -> str | None:
    """The Firefox that ``SEMINAR_FIREFOX`` names, or the first that is installed."""
    named = os.environ.get("SEMINAR_FIREFOX")
    names = [named] if named else ["firefox-esr", "firefox"]
    return next((path for name in names if (path := shutil.which(name))), None)


class Firefox:
    """A running Firefox."""

    def __init__(self, connection: ClientConnection, downloads: Path) -> None:
        self._connection = connection
        self._number = 0
        self._downloads = downloads
        self.command("session.new", capabilities={})

    def command(self, method: str, **parameters: Any) -> Any:
        """The answer to a command; an error of the browser is raised."""
        self._number += 1
        command = {"id": self._number, "method": method, "params": parameters}
        self._connection.send(json.dumps(command))
        answer: dict[str, Any] = {}
        while answer.get("id") != self._number:
            answer = json.loads(self._connection.recv(timeout=_LONGEST_WAIT))
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['error']}: {answer['message']}")
        return answer["result"]

    def saved(self, name: str) -> bytes:
        """The content of a file that was saved last; it is removed."""
        path = self._downloads / name
        until = time.monotonic() + _LONGEST_WAIT
        # While it is written, a file with another ending is beside it.
        while not path.exists() or path.stat().st_size == 0 or len(list(path.parent.iterdir())) > 1:
            assert time.monotonic() < until, f"{name} was not saved"
            time.sleep(0.02)
        content = path.read_bytes()
        path.unlink()
        return content


class FirefoxPage:
    """A tab of a reader in a time zone, whose browser remembers nothing of other tabs."""

    def __init__(self, firefox: Firefox, zone: str, width: int, height: int) -> None:
        self._firefox = firefox
        self._reader = firefox.command("browser.createUserContext")["userContext"]
        self._tab = self._command("browsingContext.create", type="tab", userContext=self._reader)[
            "context"
        ]
        self._clock: str | None = None
        size = {"width": width, "height": height}
        self._command("browsingContext.setViewport", context=self._tab, viewport=size)
        self._command("emulation.setTimezoneOverride", contexts=[self._tab], timezone=zone)

    def _command(self, method: str, **parameters: Any) -> Any:
        return self._firefox.command(method, **parameters)

    def run_first(self, script: str) -> str:
        """Run a function of JavaScript in each page before its own scripts; its name is given."""
        added = self._command(
            "script.addPreloadScript", functionDeclaration=script, contexts=[self._tab]
        )
        return str(added["script"])

    def set_clock(self, instant: str) -> None:
        """Fix the clock of the pages that are opened from now on, at an instant with a ``Z``."""
        assert instant.endswith("Z")
        if self._clock is not None:
            self._command("script.removePreloadScript", script=self._clock)
        self._clock = self.run_first(FIXED_CLOCK % instant)

    def goto(self, address: str) -> None:
        """Open a page, and wait until it has loaded."""
        self._command("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def reload(self) -> None:
        """Load the page again."""
        self._command("browsingContext.reload", context=self._tab, wait="complete")

    def evaluate(self, function: str) -> Any:
        """What a function of JavaScript returns, or its promise brings."""
        called = self._command(
            "script.callFunction",
            functionDeclaration=f"async () => JSON.stringify(await ({function})() ?? null)",
            target={"context": self._tab},
            awaitPromise=True,
            userActivation=True,
        )
        if called["type"] == "exception":
            raise RuntimeError(called["exceptionDetails"]["text"])
        return json.loads(called["result"]["value"])

    def press(self, selector: str, key: str) -> None:
        """Press a key on an element."""
        self.evaluate(f"() => document.querySelector({json.dumps(selector)}).focus()")
        pressed = [{"type": kind, "value": key} for kind in ("keyDown", "keyUp")]
        source = {"type": "key", "id": "keyboard", "actions": pressed}
        self._command("input.performActions", context=self._tab, actions=[source])

    def printed(self) -> bytes:
        """A PDF of the page, of size A4."""
        paper = {"width": 21.0, "height": 29.7}
        made = self._command("browsingContext.print", context=self._tab, page=paper)
        return base64.b64decode(made["data"])

    def close(self) -> None:
        """Close it, and forget what it remembered."""
        self._command("browser.removeUserContext", userContext=self._reader)


@contextmanager
def running_firefox(path: str, folder: Path) -> Iterator[Firefox]:
    """Firefox with a profile in an empty folder."""
    profile, downloads = folder / "profile", folder / "downloads"
    profile.mkdir()
    downloads.mkdir()
    settings = {**_SETTINGS, "browser.download.dir": str(downloads)}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(at)});\n" for name, at in settings.items()]
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    command = [path, "--headless", "--no-remote", "--remote-debugging-port=0"]
    process = subprocess.Popen(
        [*command, "--profile", str(profile)],
        # What it would write for a user goes there as well.
        env={**os.environ, "HOME": str(folder), "MOZ_CRASHREPORTER_DISABLE": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"ws://127.0.0.1:{_port(process, profile)}/session"
        # No pings: these take random numbers in a thread, and tests with random data that run
        # meanwhile take that for their own.
        with connect(
            address, max_size=None, compression=None, proxy=None, ping_interval=None
        ) as connection:
            yield Firefox(connection, downloads)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _port(process: subprocess.Popen[bytes], profile: Path) -> int:
    """Where Firefox listens: it writes that into its profile."""
    path = profile / "WebDriverBiDiServer.json"
    until = time.monotonic() + _LONGEST_WAIT
    while time.monotonic() < until:
        assert process.poll() is None, "Firefox has ended"
        try:
            return int(json.loads(path.read_text(encoding="utf-8"))["ws_port"])
        except (FileNotFoundError, ValueError):
            time.sleep(0.05)
    raise TimeoutError(f"Firefox has not started in {_LONGEST_WAIT} s")
