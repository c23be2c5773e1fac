"""WebKit as GTK has it, driven by WebDriver (https://www.w3.org/TR/webdriver2/)."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from .firefox import FIXED_CLOCK

_LONGEST_WAIT = 60
"""Seconds: on a busy machine it is slow to start."""
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""By this name WebDriver gives an element."""


def webkit_paths() -> tuple[str, str, str] | None:
    """The driver, the browser that it opens, and the display; None where one is missing."""
    driver, display = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    browsers = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    return (driver, str(browsers[-1]), display) if driver and browsers and display else None


class WebKitPage:
    """The one window of a running browser."""

    def __init__(self, port: int, browser: str) -> None:
        self._port = port
        options = {"binary": browser, "args": ["--automation"]}
        wanted = {"browserName": "MiniBrowser", "webkitgtk:browserOptions": options}
        made = self._send("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self._session = f"/session/{made['sessionId']}"

    def _send(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=_LONGEST_WAIT)
        content = None if body is None else json.dumps(body)
        try:
            connection.request(method, path, content, {"Content-Type": "application/json"})
            answer = json.loads(connection.getresponse().read())["value"]
        finally:
            connection.close()
        if isinstance(answer, dict) and "error" in answer:
            raise RuntimeError(f"{path}: {answer['error']}: {answer['message']}")
        return answer

    def goto(self, address: str, now: str) -> None:
        """Open a page of a built site at an instant, which a script in a copy of it says."""
        place, _, fragment = address.partition("#")
        page = Path(unquote(urlsplit(place).path))
        clock = f"<script>({FIXED_CLOCK % now})()</script>"
        content = page.read_text(encoding="utf-8").replace("<head>", f"<head>{clock}", 1)
        assert clock in content
        copy = page.with_name(f"{page.stem}-in-webkit.html")
        copy.write_text(content, encoding="utf-8")
        # A fragment alone would load nothing.
        self._send("POST", f"{self._session}/url", {"url": "about:blank"})
        self._send("POST", f"{self._session}/url", {"url": f"{copy.as_uri()}#{fragment}"})

    def reload(self) -> None:
        """Load the page again."""
        self._send("POST", f"{self._session}/refresh", {})

    def evaluate(self, function: str) -> Any:
        """What a function of JavaScript returns, or its promise brings."""
        script = f"return (async () => JSON.stringify(await ({function})() ?? null))()"
        body = {"script": script, "args": []}
        return json.loads(self._send("POST", f"{self._session}/execute/sync", body))

    def press(self, selector: str, key: str) -> None:
        """Press a key on an element."""
        body = {"using": "css selector", "value": selector}
        found = self._send("POST", f"{self._session}/element", body)[_ELEMENT]
        self._send("POST", f"{self._session}/element/{found}/value", {"text": key})

    def close(self) -> None:
        """Close the window."""
        self._send("DELETE", self._session)


@contextmanager
def running_webkit(paths: tuple[str, str, str], folder: Path, zone: str) -> Iterator[WebKitPage]:
    """A browser of readers in a time zone, with an empty folder as its home."""
    driver, browser, display = paths
    with _process([display, "-displayfd", "1", "-nolisten", "tcp"]) as screen:
        assert screen.stdout is not None
        number = screen.stdout.readline().decode().strip()
        environ = {
            **os.environ,
            "DISPLAY": f":{number}",
            "GDK_BACKEND": "x11",
            "HOME": str(folder),
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "TZ": zone,
            # The tests may run in a container, where it cannot make one of its own.
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
        }
        port = _free_port()
        with _process([driver, f"--port={port}"], environ):
            _wait_for(port)
            page = WebKitPage(port, browser)
            yield page
            page.close()


@contextmanager
def _process(
    command: list[str], environ: dict[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(port: int) -> None:
    until = time.monotonic() + _LONGEST_WAIT
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(f"WebKit has not started in {_LONGEST_WAIT} s")
