"""The sample site in a language whose every letter of ours is known from an author's.

Our words are written in wide letters (U+FF21 and so on), and dates in Japanese, so that a plain
letter is an author's, or a word of ours that is in no catalog.
"""

from __future__ import annotations

import io
import re
from gettext import GNUTranslations

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from sphinx import locale

from sphinx_seminar.locale.update import TEMPLATE, read

from ..conftest import Folder, Site
from .every_view import CONF, FILES

LANGUAGE = "ja"
_WIDE = {code: code + 0xFEE0 for code in range(ord("A"), ord("z") + 1) if chr(code).isalpha()}


def wide(text: str) -> str:
    """A text of ours in wide letters; the names in braces stay as they are."""
    pieces = re.split(r"(\{[^}]*\})", text)
    return "".join(piece if piece[:1] == "{" else piece.translate(_WIDE) for piece in pieces)


def catalog() -> bytes:
    """Every word of ours in that language, compiled."""
    wide_words = Catalog(locale=LANGUAGE)  # which has one form for every number
    for message in read(TEMPLATE):
        if isinstance(message.id, tuple | list):
            wide_words.add(message.id, (wide(message.id[1]),))
        elif message.id:
            wide_words.add(message.id, wide(message.id))
    written = io.BytesIO()
    write_mo(written, wide_words)
    return written.getvalue()


def build_foreign(folder: Folder) -> Site:
    """The sample site in that language; what is drawn after the build is in it too."""
    compiled = catalog()
    folder.write({**FILES, f"locales/{LANGUAGE}/LC_MESSAGES/sphinx_seminar.mo": compiled})
    site = folder.build(confoverrides={**CONF, "language": LANGUAGE, "locale_dirs": ["locales"]})
    locale.translators["general", "sphinx_seminar"] = GNUTranslations(io.BytesIO(compiled))
    return site
