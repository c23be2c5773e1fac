"""The catalogs hold every word of the source, translated, and are compiled."""

from __future__ import annotations

import ast
import re
import shutil
import tomllib
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from sphinx_seminar.locale import update
from sphinx_seminar.locale.placeholders import fits
from sphinx_seminar.locale.site_catalog import texts_of
from sphinx_seminar.locale.update import (
    PACKAGE,
    TEMPLATE,
    extracted,
    language_of,
    po_files,
    read,
    untranslated,
)
from sphinx_seminar.model.person_name import mentions

from .english import forms
from .seminar import LANGUAGES

RUN = "run python -m sphinx_seminar.locale.update"

every_catalog = pytest.mark.parametrize("po", po_files(), ids=language_of)


def ids(catalog: Catalog) -> set[tuple[str, ...]]:
    return {forms(message.id) for message in catalog if message.id}


def words_in_source() -> set[tuple[str, ...]]:
    """The arguments of each call of ``_`` and ``ngettext``, wherever it is."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id not in {"_", "to_translate", "ngettext"}:
                continue
            count = 2 if node.func.id == "ngettext" else 1
            texts = [arg.value for arg in node.args[:count] if isinstance(arg, ast.Constant)]
            place = f"{path.name}:{node.lineno}"
            assert len(texts) == count, f"{place}: a text of ours is written out, not computed"
            found.add(tuple(str(text) for text in texts))
    return found


def test_the_template_holds_every_word_of_the_source() -> None:
    assert ids(read(TEMPLATE)) == words_in_source(), RUN
    # What is inside of an f-string is found in some versions of Python only.
    assert ids(extracted()) == words_in_source(), "write a text of ours outside of f-strings"


def test_the_languages_are_those_that_the_docs_name() -> None:
    docs = (PACKAGE.parents[1] / "docs" / "languages.md").read_text("utf-8")
    named = set(re.findall(r"\(`(\w\w)`\)", docs.partition("## ")[0]))
    assert {language_of(po) for po in po_files()} == {*LANGUAGES} == named - {"en"}


@every_catalog
def test_every_word_is_translated(po: Path) -> None:
    catalog = read(po, language_of(po))
    assert ids(catalog) == words_in_source(), RUN
    assert [message.id for message in untranslated(catalog)] == []


@every_catalog
def test_a_translation_has_the_places_of_its_original(po: Path) -> None:
    wrong = [
        (message.id, form)
        for message in read(po, language_of(po))
        if message.id
        for form in forms(message.string)
        if not fits(forms(message.id)[0], form, is_plural=isinstance(message.id, tuple))
    ]
    assert wrong == []


@every_catalog
def test_a_plural_has_a_form_for_each_number(po: Path) -> None:
    language = language_of(po)
    catalog = read(po, language)
    plurals = [message for message in catalog if isinstance(message.id, tuple)]
    assert plurals
    assert {len(forms(message.string)) for message in plurals} == {catalog.num_plurals}


@every_catalog
def test_the_compiled_catalog_is_in_step(po: Path) -> None:
    compiled = BytesIO()
    write_mo(compiled, read(po, language_of(po)))
    compiled.seek(0)
    with po.with_suffix(".mo").open("rb") as opened:
        stored = texts_of(GNUTranslations(opened))
    wanted = texts_of(GNUTranslations(compiled))
    header = ""
    assert {**stored, header: ""} == {**wanted, header: ""}, RUN


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of catalogs, in which an update may write."""
    shutil.copytree(TEMPLATE.parent, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(update, "FOLDER", tmp_path)
    monkeypatch.setattr(update, "TEMPLATE", tmp_path / TEMPLATE.name)
    return tmp_path


def test_an_update_of_what_is_in_step_asks_for_nothing_and_loses_no_word(copied: Path) -> None:
    before = {po: texts(po) for po in update.po_files()}
    assert update.update([]) == []
    assert {po: texts(po) for po in update.po_files()} == before
    written = {path: path.read_bytes() for path in copied.rglob("*.*o*") if path.is_file()}
    assert update.update([]) == []
    assert {path: path.read_bytes() for path in written} == written


def texts(po: Path) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {
        forms(message.id): forms(message.string)
        for message in read(po, language_of(po))
        if message.id
    }


def test_a_new_language_is_added_with_every_word_to_translate(copied: Path) -> None:
    missing = update.update(["it"])
    assert len(missing) == len(words_in_source())
    assert all(line.startswith("it: ") for line in missing)
    po = copied / "it" / "LC_MESSAGES" / TEMPLATE.with_suffix(".po").name
    assert ids(read(po, "it")) == words_in_source()
    assert po.with_suffix(".mo").is_file()
    # What is there by now is not written anew.
    assert update.update(["it"]) == missing


def test_the_wheel_takes_what_is_compiled() -> None:
    root = PACKAGE.parents[1]
    build = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    assert build["targets"]["wheel"] == {"packages": ["src/sphinx_seminar"]}
    ignored = (root / ".gitignore").read_text("utf-8").split()
    assert not [pattern for pattern in ignored if pattern.endswith((".mo", ".po", ".pot"))]


@every_catalog
def test_the_words_of_a_page_for_an_open_slot_name_nobody(po: Path) -> None:
    catalog = read(po, language_of(po))
    for word in ("open", "To be announced"):
        message = catalog.get(word)
        assert message is not None
        for written in (word, str(message.string)):
            assert mentions(written) == []
