"""Brings the catalogs in step with the words in the source.

Run it with ``python -m sphinx_seminar.locale.update`` after a change to a word, then write what it
names into the ``.po`` files and run it again. With the name of a language, it adds that one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from . import CATALOG

FOLDER = Path(__file__).parent
PACKAGE = FOLDER.parent
TEMPLATE = FOLDER / f"{CATALOG}.pot"

_KEYWORDS = {"_": None, "to_translate": None, "ngettext": (1, 2)}
# A date that changes with each run would be all that most changes show.
_NO_DATE = datetime(2022, 1, 1, tzinfo=UTC)


def po_files() -> list[Path]:
    """The catalogs of all languages."""
    return sorted(FOLDER.glob(f"*/LC_MESSAGES/{CATALOG}.po"))


def language_of(po: Path) -> str:
    """The language of a catalog, which its folder is named after."""
    return po.parents[1].name


def extracted() -> Catalog:
    """The words that are in the source, with the comments for translators above them."""
    catalog = _catalog()
    for _name, _line, message, comments, _context in extract_from_dir(
        PACKAGE, [("**.py", "python")], keywords=_KEYWORDS, comment_tags=("For translators:",)
    ):
        catalog.add(message, auto_comments=comments)
    return catalog


def read(po: Path, language: str | None = None) -> Catalog:
    """The catalog that a file holds."""
    with po.open("rb") as opened:
        return read_po(opened, locale=language)


def untranslated(catalog: Catalog) -> Iterator[Message]:
    """What has no translation yet, or one that is only guessed."""
    for message in catalog:
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and (not all(forms) or message.fuzzy):
            yield message


def _catalog(language: str | None = None) -> Catalog:
    return Catalog(
        locale=language,
        project="sphinx-seminar",
        header_comment="# The words of sphinx-seminar.",
        creation_date=_NO_DATE,
        revision_date=_NO_DATE,
        last_translator="The sphinx-seminar authors",
        language_team="The sphinx-seminar authors",
        fuzzy=False,
    )


def _text(catalog: Catalog) -> bytes:
    written = BytesIO()
    # Where a word is would change with every edit or move of a file, and `git grep` finds it.
    write_po(written, catalog, width=99, sort_output=True, no_location=True, ignore_obsolete=True)
    lines = written.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(b'"Generated-By'))


def update(new: list[str]) -> list[str]:
    """Write all catalogs; returns a line for each word that is not translated."""
    template = extracted()
    TEMPLATE.write_bytes(_text(template))
    for language in new:
        po = FOLDER / language / "LC_MESSAGES" / f"{CATALOG}.po"
        po.parent.mkdir(parents=True, exist_ok=True)
        if not po.exists():
            po.write_bytes(_text(_catalog(language)))
    missing = []
    for po in po_files():
        language = language_of(po)
        stored, catalog = read(po, language), _catalog(language)
        # The forms that the catalog's own header states: Babel counts those of Spanish and French
        # otherwise from 2.19 on, and gettext obeys the header.
        catalog.mime_headers = [("Plural-Forms", stored.plural_forms)]
        for message in stored:
            if message.id:
                catalog[message.id] = message
        catalog.update(template, no_fuzzy_matching=True)
        catalog.creation_date = catalog.revision_date = _NO_DATE
        po.write_bytes(_text(catalog))
        with po.with_suffix(".mo").open("wb") as written:
            write_mo(written, catalog)
        missing += [f"{language}: {message.id!r}" for message in untranslated(catalog)]
    return missing


if __name__ == "__main__":
    not_translated = update(sys.argv[1:])
    for text in not_translated:
        print(text)  # noqa: T201
    sys.exit(1 if not_translated else 0)
