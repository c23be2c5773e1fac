"""The folder that ``sphinx-build`` takes, as the commands take it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class NoSite(ValueError):
    """A folder that holds no site with seminars, or one that Sphinx cannot read."""


def source_folder(srcdir: str) -> Path:
    """The folder with ``conf.py`` that an author names. Raises `NoSite`."""
    source = Path(srcdir).resolve()
    if not (source / "conf.py").is_file():
        raise NoSite(f"{srcdir}: no conf.py is there; name the folder that sphinx-build takes")
    return source


def refuse_without_seminars(app: Sphinx, srcdir: str) -> None:
    """Raise `NoSite` where the site does not load this extension."""
    if "sphinx_seminar" not in app.extensions:
        raise NoSite(f"{srcdir}/conf.py: 'sphinx_seminar' is not among its extensions")
