"""A Sphinx extension for seminar and course sites."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set up the extension.

    It is imported here, so that the model can be used where Sphinx is not loaded.
    """
    if lacking := lacking_python():
        from sphinx.errors import ExtensionError

        raise ExtensionError(lacking)
    from .extension import setup as setup_extension

    return setup_extension(app)


def lacking_python() -> str:
    """What to install where this Python is too old, or nothing.

    pip refuses such a Python, but a clone on its path can still be run. This file, ``__main__.py``
    and ``cli/__init__.py`` have to be read by it.
    """
    if sys.version_info < (3, 11):  # noqa: UP036
        return f"sphinx-seminar needs Python 3.11 or newer; this is {sys.version.split()[0]}"
    return ""
