"""Translations that a site keeps in its ``locale_dirs``, beside those of its pages."""

from __future__ import annotations

import gettext
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from gettext import GNUTranslations
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.i18n import CatalogInfo, CatalogRepository

from ..model.problem import Problem, Source
from .catalog_file import NotReadable, read_compiled, read_text, refuse_outside

Key = str | tuple[str, int]
Texts = dict[Key, str]
"""By original; a form of a plural by the original and the form's number."""


@dataclass(slots=True)
class SiteCatalog:
    """What the site's catalogs of one name say, the first of its ``locale_dirs`` first."""

    translations: GNUTranslations | None = None
    """None where the site has none that can be read."""
    paths: dict[Key, str] = field(default_factory=dict)
    """The file of each text."""
    problems: list[Problem] = field(default_factory=list)
    """Of the files that cannot be read."""

    @property
    def texts(self) -> Texts:
        return texts_of(self.translations) if self.translations else {}

    @property
    def digest(self) -> str:
        """What tells one state from another; empty where there is no catalog."""
        if self.translations is None:
            return ""
        forms = self.translations.info().get("plural-forms", "")
        texts = sorted(self.texts.items(), key=repr)
        return hashlib.sha256(repr((texts, forms)).encode()).hexdigest()


def site_catalog(app: Sphinx, name: str) -> SiteCatalog:
    """The catalogs of a name in the language of the site.

    A text file that is newer than what was compiled of it is read itself: Sphinx compiles the
    catalogs of pages right before it reads these, which is too late here.
    """
    config = app.config
    language = config.language
    found = CatalogRepository(app.srcdir, config.locale_dirs, language, config.source_encoding)
    merged = SiteCatalog()
    for folder in map(Path, found.locale_dirs):
        for compiled in _compiled_paths(folder, name, language):
            try:
                refuse_outside(compiled, folder)
                read, path = _read(compiled, app)
            except NotReadable as error:
                source = Source(str(error.path), error.line)
                merged.problems.append(Problem("words", str(error), source))
                continue
            if merged.translations is None:
                merged.translations = read
            for key, text in texts_of(read).items():
                merged.texts.setdefault(key, text)
                merged.paths.setdefault(key, str(path))
    return merged


def _compiled_paths(folder: Path, name: str, language: str) -> Iterator[Path]:
    """The ``.mo`` files of a folder, or where they will be: of the language, of its parents."""
    own = folder / language / "LC_MESSAGES" / f"{name}.mo"
    found = [Path(path) for path in gettext.find(name, folder, [language], all=True)]
    # A link that leads nowhere is told.
    if own not in found and (own.with_suffix(".po").exists() or own.is_symlink()):
        yield own
    yield from found


def _read(compiled: Path, app: Sphinx) -> tuple[GNUTranslations, Path]:
    """A catalog, and the file of it that people edit. Raises `NotReadable`."""
    text = compiled.with_suffix(".po")
    if not text.exists():
        return read_compiled(compiled), compiled
    catalog = CatalogInfo(compiled.parent, compiled.stem, app.config.source_encoding)
    if not catalog.is_outdated():
        try:
            return read_compiled(compiled), text
        except NotReadable:
            if compiled.is_dir():
                raise
            # What was compiled is broken: a full disk cut it off, or the text is at fault.
    fuzzy = app.config.gettext_allow_fuzzy_translations
    refuse_outside(text, compiled.parent)
    language = app.config.language
    return read_text(text, app.config.source_encoding, language, fuzzy=fuzzy), text


def line_of(path: str, text: str) -> int:
    """The first line of a file in which a text is; 1 where none has it as it is."""
    try:
        lines = Path(path).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return 1
    return next((number for number, line in enumerate(lines, start=1) if text in line), 1)


def texts_of(translations: GNUTranslations) -> Texts:
    """The texts of one file."""
    texts: Texts = vars(translations)["_catalog"]
    return texts
