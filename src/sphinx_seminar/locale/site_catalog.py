"""Translations that a site keeps in its ``locale_dirs``, beside those of its pages."""

from __future__ import annotations

import gettext
import hashlib
from dataclasses import dataclass
from gettext import GNUTranslations
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.i18n import CatalogRepository

Texts = dict[str | tuple[str, int], str]
"""By original; a form of a plural by the original and the form's number."""


@dataclass(frozen=True, slots=True)
class SiteCatalog:
    """What the site's catalogs of one name say, the first of its ``locale_dirs`` first."""

    translations: GNUTranslations
    path: str
    """The first of its files."""

    @property
    def texts(self) -> Texts:
        return texts_of(self.translations)

    @property
    def digest(self) -> str:
        """What tells one state from another."""
        return hashlib.sha256(repr(sorted(self.texts.items(), key=repr)).encode()).hexdigest()


def site_catalog(app: Sphinx, name: str) -> SiteCatalog | None:
    """The catalogs of a name in the language of the site; None where it has none.

    Sphinx compiles the catalogs of pages right before it reads these, which is too late here.
    """
    config = app.config
    language = config.language
    found = CatalogRepository(app.srcdir, config.locale_dirs, language, config.source_encoding)
    merged: SiteCatalog | None = None
    folders = list(found.locale_dirs)
    for catalog in found.catalogs if folders else ():
        if catalog.domain == name and catalog.is_outdated():
            catalog.write_mo(language, config.gettext_allow_fuzzy_translations)
    for folder in folders:
        for path in gettext.find(name, folder, [language], all=True):
            # Not `gettext.translation`: it keeps what it read first, whatever happens to the file.
            with Path(path).open("rb") as opened:
                read = GNUTranslations(opened)
            if merged is None:
                merged = SiteCatalog(read, path.removesuffix(".mo") + ".po")
            for key, text in texts_of(read).items():
                merged.texts.setdefault(key, text)
    return merged


def line_of(path: str, text: str) -> int:
    """The first line of a file in which a text stands; 1 where none has it as it is."""
    try:
        lines = Path(path).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return 1
    return next((number for number, line in enumerate(lines, start=1) if text in line), 1)


def texts_of(translations: GNUTranslations) -> Texts:
    """The texts of one file."""
    texts: Texts = vars(translations)["_catalog"]
    return texts
