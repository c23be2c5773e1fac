"""A server whose pages arrive piece by piece, as over a slow network."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

_PIECE = 1500
"""Bytes: what a packet holds."""
_PAUSE = 0.003
"""Seconds: long enough for Chromium to paint what has arrived."""


class _Slowly(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, pause: float, **folder: Any) -> None:
        self._pause = pause
        super().__init__(*arguments, **folder)

    def copyfile(self, source: Any, outputfile: Any) -> None:
        is_page = self.path.partition("?")[0].endswith(".html")
        while piece := source.read(_PIECE if is_page else 1 << 20):
            outputfile.write(piece)
            outputfile.flush()
            time.sleep(self._pause if is_page else 0)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def served_slowly(folder: Path, pause: float = _PAUSE) -> Iterator[str]:
    """The address of a folder, with a slash at its end; seconds are between the pieces."""
    handler = partial(_Slowly, directory=str(folder), pause=pause)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
