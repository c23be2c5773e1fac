"""One catalog of a site, read: the text file ``.po`` or what gettext compiles of it, ``.mo``.

A pull request may bring either, so nothing in them is believed: what cannot be read is reported.
"""

from __future__ import annotations

import io
import os
import re
import stat
from gettext import GNUTranslations
from pathlib import Path
from struct import error as struct_error
from struct import unpack_from
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

MAX_BYTES = 2_000_000
# Arabic has six forms, and no language more.
_MAX_FORMS = 10
_FORMS = "Plural-Forms"
_SAMPLE = 'write one such as "Plural-Forms: nplurals=2; plural=(n != 1);\\n"'


# No page, feed or file can hold them: control characters, and halves of characters, which a
# compiled catalog in a charset of its own can bring.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class NotReadable(ValueError):
    """A catalog that cannot be used; says what to do."""

    def __init__(self, message: str, path: Path, line: int = 1) -> None:
        super().__init__(message)
        self.path = path
        self.line = line


def read_compiled(path: Path) -> GNUTranslations:
    """A ``.mo`` file. Raises `NotReadable`."""
    content = _content(path)
    instead = "compile it again with msgfmt, or remove it"
    if not _is_sound(content):
        raise NotReadable(f"this is no compiled catalog; {instead}", path)
    return _translations(content, path, instead)


def read_text(path: Path, encoding: str, language: str, *, fuzzy: bool) -> GNUTranslations:
    """A ``.po`` file, compiled as Sphinx does it. Raises `NotReadable`."""
    text = _text(path, encoding)
    forms = re.search(r"nplurals\s*+=\s*+(-?[^\s;\\\"]*+)", text)
    if forms and forms[1] not in {str(number) for number in range(1, _MAX_FORMS + 1)}:
        message = f"nplurals={forms[1][:20]} is no number from 1 to {_MAX_FORMS}; {_SAMPLE}"
        raise NotReadable(message, path, _line(text, forms.start()))
    catalog = _parsed(text, path, language)
    from babel.messages.mofile import write_mo

    compiled = io.BytesIO()
    try:
        write_mo(compiled, catalog, use_fuzzy=fuzzy)
    except (LookupError, ValueError) as error:
        line = _line_of_header(text, "charset")
        message = f"the catalog can't be compiled ({error}); write charset=UTF-8, and save it so"
        raise NotReadable(message, path, line) from None
    try:
        return _translations(compiled.getvalue(), path, "write 'msgid' and 'msgstr' anew")
    except NotReadable as error:
        unfit = _UNFIT.search(text)
        error.line = _line(text, unfit.start()) if unfit else _line_of_header(text, _FORMS)
        raise


def refuse_no_file(path: Path) -> None:
    """Raise `NotReadable` for a folder, and for what would be read without end, as a device."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise NotReadable(f"the catalog can't be read: {error.strerror}", path) from None
    if stat.S_ISDIR(mode):
        message = "a folder is there in place of the catalog; rename or remove it"
        raise NotReadable(message, path)
    if not stat.S_ISREG(mode):
        raise NotReadable("this is no file; put the catalog in its place", path)


def _content(path: Path) -> bytes:
    refuse_no_file(path)
    try:
        with path.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise NotReadable(f"the catalog can't be read: {error.strerror}", path) from None
    if len(content) > MAX_BYTES:
        size = MAX_BYTES // 1_000_000
        raise NotReadable(f"the catalog is longer than {size} MB, and is not read", path)
    return content


def refuse_outside(path: Path, folder: Path) -> None:
    """Raise `NotReadable` for a link that leads out of *folder*: what is said quotes the file."""
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        message = f"the file is outside of {folder.name}/; put it here, not a link to it"
        raise NotReadable(message, path)


def _text(path: Path, encoding: str) -> str:
    content = _content(path)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise NotReadable("the text is not in UTF-8; save it so", path, line) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _parsed(text: str, path: Path, language: str) -> Catalog:
    from babel.core import Locale, UnknownLocaleError
    from babel.messages.pofile import PoFileError, read_po

    for number, line in enumerate(text.splitlines(), start=1):
        # Babel takes off the last character of a text, whatever it is.
        if re.match(r"\s*+(?:msg[^\"]*+)?\"", line) and not re.search(r"\".*\"\s*+$", line):
            message = f"{line.strip()[:60]!r} has no closing quote; write it"
            raise NotReadable(message, path, number)
    try:
        locale: Locale | None = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        locale = None
    try:
        return read_po(io.StringIO(text), locale, abort_invalid=True)
    except PoFileError as error:
        lines = text.splitlines()
        # Babel finds at the end of the file that an entry is not whole, and then names no line.
        quoted = (error.line.strip() or lines[min(error.lineno, len(lines) - 1)].strip())[:60]
        message = f'{quoted!r} is no line of a catalog; write msgid "…" and msgstr "…"'
        raise NotReadable(message, path, error.lineno + 1) from None
    except Exception as error:  # Babel raises whatever it meets in a broken file
        if wrong := re.match(r"time data '(.*)' does not match", str(error)):
            message = f"{wrong[1]!r} is no date; write one such as 2022-01-24 12:00+0000"
            raise NotReadable(message, path, _line_of_header(text, wrong[1])) from None
        message = f"the catalog can't be read ({error}); write each text in quotes, in one line"
        raise NotReadable(message, path) from None


def _translations(content: bytes, path: Path, instead: str) -> GNUTranslations:
    """What gettext reads; a form of the plural that cannot be counted with is reported."""
    try:
        read = GNUTranslations(io.BytesIO(content))
    except Exception as error:  # gettext raises whatever it meets in a broken file
        if "plural" in str(error):
            message = f"the plural form can't be read ({error}); {_SAMPLE}"
            raise NotReadable(message, path) from None
        raise NotReadable(f"the catalog can't be read ({error}); {instead}", path) from None
    for said in vars(read)["_catalog"].values():
        if unfit := _UNFIT.search(said):
            message = f"a translation has {unfit[0]!a}, which no page can hold; take it out"
            raise NotReadable(message, path)
    expression = read.info().get("plural-forms", "").partition("plural=")[2].rstrip("; ")
    for number in range(200):
        try:
            index = read.plural(number)  # type: ignore[attr-defined]
        except ArithmeticError as error:
            message = f"the plural form {expression[:80]!r} has no value for {number} ({error})"
            raise NotReadable(f"{message}; {_SAMPLE}", path) from None
        if not 0 <= index < _MAX_FORMS:
            message = f"the plural form {expression[:80]!r} is {str(index)[:20]} for {number}"
            raise NotReadable(f"{message}; {_SAMPLE}", path)
    read.plural = _Counted(read.plural)  # type: ignore[attr-defined]
    return read


class _Counted:
    """The plural form of a catalog, which may have no value for a number that was not tried."""

    def __init__(self, form: object) -> None:
        self._form = form

    def __call__(self, number: int) -> int:
        try:
            return int(self._form(number))  # type: ignore[operator]
        except ArithmeticError:
            return -1  # no text has this form, so that the next catalog is asked


def _is_sound(content: bytes) -> bool:
    """Whether the texts of a ``.mo`` file are so long together as the file can hold.

    gettext copies each of them, and a small file may name one long piece a million times.
    """
    for order in "<>":
        try:
            magic, version, count, originals, translated = unpack_from(f"{order}5I", content)
            if magic != GNUTranslations.LE_MAGIC:
                continue
            if version >> 16 not in GNUTranslations.VERSIONS or count > len(content) // 16:
                return False
            tables = (
                unpack_from(f"{order}{count * 2}I", content, at) for at in (originals, translated)
            )
            return sum(sum(table[::2]) for table in tables) <= len(content)
        except struct_error:
            return False
    return False


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _line_of_header(text: str, name: str) -> int:
    at = text.casefold().find(name.casefold())
    return _line(text, at) if at >= 0 else 1
