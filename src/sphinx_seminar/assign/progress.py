"""Says what is being done, where it takes longer than a second."""

from __future__ import annotations

import sys
import threading
import time
from types import TracebackType
from typing import Self

_AGAIN = 5.0


class Progress:
    """Writes to standard error from a thread of its own: the solver keeps the main one busy."""

    def __init__(self, command: str, after: float = 1.0) -> None:
        self._command = command
        self._after = after
        self._step = ""
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._start = time.monotonic()

    def __enter__(self) -> Self:
        self._start = time.monotonic()
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._done.set()
        self._thread.join()

    def step(self, text: str) -> None:
        """Take in what is being done now."""
        self._step = text

    def _run(self) -> None:
        told, wait = "", self._after
        last = self._start
        while not self._done.wait(wait):
            wait = min(self._after, 0.25)
            now = time.monotonic()
            if self._step != told or now - last >= _AGAIN:
                seconds = round(now - self._start)
                sys.stderr.write(f"{self._command}: {self._step} ({seconds} s)\n")
                sys.stderr.flush()
                told, last = self._step, now
