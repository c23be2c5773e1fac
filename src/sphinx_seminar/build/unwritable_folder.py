"""Where a full disk or a forbidden folder ends a build, one line says which file and what to do.

Sphinx's own report of it is a traceback and the request to report a bug.
"""

from __future__ import annotations

import errno
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util import logging

logger = logging.getLogger(__name__)

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT}
_CANNOT_BE_WRITTEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_IN_ITS_PLACE = {errno.EISDIR, errno.ELOOP, errno.ENOTDIR}


def tell_unwritable(app: Sphinx, exception: Exception | None) -> None:
    """Tell which file of the output or the doctrees the build could not write."""
    error = exception.orig_exc if isinstance(exception, ExtensionError) else exception
    if not isinstance(error, OSError):
        return
    file = error.filename2 or error.filename
    if error.errno in _NO_SPACE:
        advice = "free some space, then build again"
    elif not _is_of_build(app, file):
        return
    elif error.errno in _CANNOT_BE_WRITTEN:
        advice = "get the right to write there, or build into another folder"
    elif error.errno in _IN_ITS_PLACE:
        advice = "remove what is in its place, then build again"
    else:
        return
    logger.error("%s can't be written: %s; %s", file or app.outdir, error.strerror, advice)


def _is_of_build(app: Sphinx, file: object) -> bool:
    folders = (app.outdir, app.doctreedir)
    return isinstance(file, str | Path) and any(
        Path(file).is_relative_to(folder) for folder in folders
    )
