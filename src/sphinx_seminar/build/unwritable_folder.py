"""Where a full disk or a forbidden folder ends a build, one line says which file and what to do.

Sphinx's own report of it is a traceback and the request to report a bug.
"""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.util import logging

logger = logging.getLogger(__name__)

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT}
_CANNOT_BE_WRITTEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_IN_ITS_PLACE = {errno.EISDIR, errno.ELOOP, errno.ENOTDIR}
_GET_RIGHT = "get the right to write there, or build into another folder"


def tell_closed_folders(app: Sphinx) -> None:
    """Tell which folder the build will not be able to make, or to look into.

    Sphinx does both before its first event, and ends where it can't.
    """
    for folder in (app.outdir, app.doctreedir):
        if os.path.lexists(folder):
            wrong = "" if os.access(folder, os.R_OK | os.X_OK) else "read"
        else:
            above = next((path for path in Path(folder).parents if os.path.lexists(path)), folder)
            wrong = "" if _is_writable(above) else "made"
        if wrong:
            logger.error("%s can't be %s; %s", folder, wrong, _GET_RIGHT)
            return


def tell_closed_doctrees(app: Sphinx, _env: BuildEnvironment, docnames: list[str]) -> None:
    """Tell that pages are to be read and that nothing can be put beside the doctrees.

    Sphinx removes its environment as it fails, and where it cannot, there is no other event.
    """
    if docnames and not _is_writable(app.doctreedir):
        logger.error("%s can't be written; %s", app.doctreedir, _GET_RIGHT)


def tell_unwritable(app: Sphinx, exception: Exception | None) -> None:
    """Tell which file of the output or the doctrees the build could not write."""
    told = exception and unwritable(app, exception)
    if told and _is_writable(app.doctreedir):  # else it was told before
        logger.error("%s", told)


def unwritable(app: Sphinx, exception: BaseException) -> str:
    """Which file of the output or the doctrees could not be written, in a line with what to do.

    Empty where that is not why the build has ended.
    """
    error = exception.orig_exc if isinstance(exception, ExtensionError) else exception
    if not isinstance(error, OSError):
        return ""
    file = error.filename2 or error.filename
    if error.errno in _NO_SPACE:
        advice = "free some space, then build again"
    elif not _is_of_build(app, file):
        return ""
    elif error.errno in _CANNOT_BE_WRITTEN:
        advice = _GET_RIGHT
    elif error.errno in _IN_ITS_PLACE:
        advice = "remove what is in its place, then build again"
    else:
        return ""
    return f"{file or _fullest_folder(app)} can't be written: {error.strerror}; {advice}"


def _is_of_build(app: Sphinx, file: object) -> bool:
    folders = (app.outdir, app.doctreedir)
    return isinstance(file, str | Path) and any(
        Path(file).is_relative_to(folder) for folder in folders
    )


def _is_writable(folder: str | Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK)


def _fullest_folder(app: Sphinx) -> Path:
    """Where a disk has no room: an error while a file is written does not name that file."""
    try:
        return min((app.outdir, app.doctreedir), key=lambda folder: shutil.disk_usage(folder).free)
    except OSError:
        return app.outdir
