"""What a full disk has cut off, which Sphinx warns of and takes for written in its next build."""

from __future__ import annotations

import errno
import os
from logging import WARNING, Handler, LogRecord, getLogger

from sphinx.util.logging import NAMESPACE

_TEXTS = {os.strerror(number) for number in (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG)}


class CutOffFiles(Handler):
    """Listens to a build: whether a file of it was cut off.

    Processes that write pages send their warnings as texts, so that these are all there is to see.
    """

    def __init__(self) -> None:
        super().__init__(WARNING)
        self.found = False

    def listen(self, *_: object) -> None:
        """Begin with a build."""
        self.found = False
        getLogger(NAMESPACE).addHandler(self)

    def rest(self, *_: object) -> None:
        """End with a build."""
        getLogger(NAMESPACE).removeHandler(self)

    def emit(self, record: LogRecord) -> None:
        """Hear one record of the log."""
        told = f"{record.msg} {record.args}"
        self.found = self.found or any(text in told for text in _TEXTS)
