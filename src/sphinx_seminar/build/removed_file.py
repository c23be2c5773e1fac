"""Files of the output that are taken back, as they hold what pages do not show."""

from __future__ import annotations

from pathlib import Path

from sphinx.util import logging

logger = logging.getLogger(__name__)


def remove_or_tell(path: Path) -> bool:
    """Remove a file, if it is there.

    Returns whether it is gone; if not, a warning says so, and the build goes on.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        text = "%s can't be removed: %s; remove it yourself: it has what pages do not show any more"
        logger.warning(text, path, error.strerror)
        return False
    return True
