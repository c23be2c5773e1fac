"""Of two builds in one folder at once, the second waits until the first has ended.

Otherwise one reads doctrees that the other is writing, and fails, or leaves pages of both.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from time import monotonic, sleep

from sphinx.application import Sphinx
from sphinx.util import logging

logger = logging.getLogger(__name__)

SECONDS = 120.0
"""How long a build waits. A hook of the first may wait for the second, and would wait for ever."""

_BUSY = "another build has been writing into %s for %d s; build again once it has ended"
# By folder, the open descriptor with the lock; a fork of a build may build in its folders.
_held: dict[str, int] = {}


def wait_for_others(app: Sphinx) -> None:
    """Lock the doctrees and the output, once no other process has them locked.

    The system frees them where this one is killed. Nothing is locked on Windows, and where a file
    system has no locks.
    """
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        return
    for folder in (str(app.doctreedir), str(app.outdir)):
        if folder in _held:
            continue
        with suppress(OSError):
            number = os.open(folder, os.O_RDONLY)
            try:
                if not _is_free(partial(flock, number, LOCK_EX | LOCK_NB), folder):
                    logger.warning(_BUSY, folder, SECONDS)
                _held[folder] = number
            except OSError:
                os.close(number)
                raise


def _is_free(lock: Callable[[], None], folder: str) -> bool:
    """Wait until a folder can be locked; returns False where that takes too long."""
    until = monotonic() + SECONDS
    is_told = False
    while True:
        try:
            lock()
        except BlockingIOError:
            if not is_told:
                logger.info("waiting for another build that writes into %s", folder)
                is_told = True
            if monotonic() > until:
                return False
            sleep(0.05)
        else:
            return True


def let_others_go_on(app: Sphinx, _exception: Exception | None = None) -> None:
    """Free the folders of a build that has ended."""
    for folder in (str(app.doctreedir), str(app.outdir)):
        number = _held.pop(folder, None)
        if number is not None:
            os.close(number)
