"""Compiles the catalogs of a site before Sphinx does, which would end at one that it cannot write.

In a folder without the right to write, on a full disk, and where a folder is in place of a
file, the build goes on: its pages are shown without these translations.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Container, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.util.i18n import CatalogInfo, CatalogRepository

from ..model.problem import Problem, Source
from .catalog_file import NotReadable, refuse_no_file, refuse_outside

if TYPE_CHECKING:
    from sphinx.config import Config

_CUT_OFF = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}


def compile_catalogs(app: Sphinx, told: Container[str]) -> list[Problem]:
    """Compile what is out of date, but for the catalogs whose path is among *told*.

    Where one is left, Sphinx is kept from trying again.
    """
    config = app.config
    if not config.gettext_auto_build or app.builder.name == "gettext":
        return []
    problems = []
    is_left = False
    for catalog in _outdated(app):
        text, compiled = str(catalog.po_path), str(catalog.mo_path)
        if text in told or compiled in told:
            is_left = True
        elif problem := _compile(catalog, config):
            is_left = True
            problems.append(problem)
    if is_left:
        config.gettext_auto_build = False
        # Builders ask for it before they read; the environment keeps it as conf.py has it.
        app.connect("env-before-read-docs", lambda *_: setattr(config, "gettext_auto_build", True))
    return problems


def _outdated(app: Sphinx) -> Iterator[CatalogInfo]:
    config = app.config
    found = CatalogRepository(
        app.srcdir, config.locale_dirs, config.language, config.source_encoding
    )
    for catalog in found.catalogs:
        try:
            if catalog.is_outdated():
                yield catalog
        except OSError:
            yield catalog  # a link that leads nowhere: it cannot be opened either


def _compile(catalog: CatalogInfo, config: Config) -> Problem | None:
    text, compiled = Path(catalog.po_path), Path(catalog.mo_path)
    try:
        refuse_no_file(text)
        if os.path.lexists(compiled):
            # A pull request may bring a link, and what it leads to would be written over.
            refuse_outside(compiled, compiled.parent)
            if not compiled.is_dir():  # told below
                refuse_no_file(compiled)
        catalog.write_mo(config.language, config.gettext_allow_fuzzy_translations)
    except NotReadable as error:
        return Problem("words", str(error), Source(str(error.path), 1))
    except OSError as error:
        if error.errno in _CUT_OFF:
            compiled.unlink(missing_ok=True)  # newer than its text, it would be read as it is
        if error.filename and str(error.filename) == str(text):
            message = f"the catalog can't be read: {error.strerror}"
        else:
            message = (
                f"{compiled.name} can't be written: {error.strerror}; pages are shown without it"
            )
        return Problem("words", message, Source(str(text), 1))
    return None
