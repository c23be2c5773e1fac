"""Servers whose pages arrive piece by piece, as over a slow network."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

_PIECE = 1500
"""Bytes: what a packet holds."""
_PAUSE = 0.003
"""Seconds: long enough for a browser to paint what has arrived."""


class _Slowly(SimpleHTTPRequestHandler):
    def copyfile(self, source: Any, outputfile: Any) -> None:
        is_page = self.path.partition("?")[0].endswith(".html")
        while piece := source.read(_PIECE if is_page else 1 << 20):
            outputfile.write(piece)
            outputfile.flush()
            time.sleep(_PAUSE if is_page else 0)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


_ROWS = re.compile(rb".{1,6000}.*?(?:</tr>|\Z)", re.DOTALL)
"""Some rows of a table; but for the row of one date they are never parted."""
_LONGEST_FRAME = 0.3
"""Seconds; before it has all styles, a browser paints nothing."""

TELL_FRAMES = """
const tell = () => {
  fetch("/frame").catch(() => {});
  if (document.readyState === "loading") requestAnimationFrame(tell);
};
requestAnimationFrame(tell);
"""
"""The script by which a page from `served_by_frame` says that it is about to be painted."""


class _ByFrame(_Slowly):
    def __init__(self, *arguments: Any, frame: threading.Event, **folder: Any) -> None:
        self._frame = frame
        super().__init__(*arguments, **folder)

    def do_GET(self) -> None:
        if self.path != "/frame":
            super().do_GET()
            return
        self._frame.set()
        self.send_response(204)
        self.end_headers()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        text, (_, by_frame, day) = source.read(), self.path.partition("?by-frame=")
        pieces = [text]
        if by_frame:
            half = text.index(b"<time", text.index(f'data-date="{day}"'.encode()))
            pieces = [*_ROWS.findall(text[:half]), *_ROWS.findall(text[half:])]
        for piece in pieces:
            outputfile.write(piece)
            outputfile.flush()
            # The first may have begun before the piece was there.
            for _ in range(2 if len(pieces) > 1 else 0):
                self._frame.clear()
                self._frame.wait(_LONGEST_FRAME)


@contextmanager
def served_slowly(folder: Path) -> Iterator[str]:
    """The address of a folder, with a slash at its end."""
    with _served(partial(_Slowly, directory=str(folder))) as address:
        yield address


@contextmanager
def served_by_frame(folder: Path) -> Iterator[str]:
    """The same, for a browser of any pace: it paints some rows before the next are sent.

    It does so for the addresses of pages that end with ``?by-frame=`` and a date; of the row of
    that date it paints a half.
    """
    handler = partial(_ByFrame, directory=str(folder), frame=threading.Event())
    with _served(handler) as address:
        yield address


@contextmanager
def _served(handler: Callable[..., SimpleHTTPRequestHandler]) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
