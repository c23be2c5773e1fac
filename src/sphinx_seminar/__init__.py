"""A Sphinx extension for seminar and course sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set up the extension.

    It is imported here, so that the model can be used where Sphinx is not loaded.
    """
    from .extension import setup as setup_extension

    return setup_extension(app)
