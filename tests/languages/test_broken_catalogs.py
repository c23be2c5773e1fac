"""Catalogs come with pull requests: what cannot be read is reported, and our words are shown."""

from __future__ import annotations

import errno
import io
import os
import re
from gettext import GNUTranslations
from pathlib import Path
from struct import pack
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from sphinx_seminar.locale.catalog_file import MAX_BYTES, NotReadable, read_compiled, read_text
from sphinx_seminar.locale.placeholders import fits

from ..conftest import Folder
from ..samples import COURSE
from .test_own_words import HEADER, SITE, head, own

DE = "locales/de/LC_MESSAGES"
PAGE = "# Course\n\n:::{courses}\n:::\n"
GERMAN: dict[str, Any] = {"confoverrides": {"language": "de"}}
ENTRY = '\nmsgid "Session"\nmsgstr "Vorlesung"\n'
COUNTED = '\nmsgid "{count} point"\nmsgid_plural "{count} points"\nmsgstr[0] "a"\nmsgstr[1] "b"\n'


def with_forms(forms: str) -> str:
    return (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Plural-Forms: {forms};\\n"\n{ENTRY}{COUNTED}'
    )


def compiled(**header: str) -> bytes:
    catalog = Catalog(locale="de")
    catalog.add("Session", "Vorlesung")
    written = io.BytesIO()
    write_mo(written, catalog)
    return written.getvalue()


def refused(folder: Path, text: str | bytes) -> str:
    path = folder / "sphinx_seminar.po"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(NotReadable) as raised:
        read_text(path, "utf-8-sig", "de", fuzzy=False)
    return f"{raised.value.line}: {raised.value}"


@pytest.mark.parametrize(
    ("forms", "told"),
    [
        ("nplurals=2; plural=n ist eins", "the plural form can't be read"),
        ("nplurals=2; plural=import os", "the plural form can't be read"),
        (f"nplurals=2; plural={'(' * 99}n{')' * 99}", "the plural form can't be read"),
        (f"nplurals=2; plural={'n+' * 600}n", "the plural form can't be read"),
        ("nplurals=2; plural=n/0", "the plural form 'n/0' has no value for 0"),
        ("nplurals=2; plural=n==9%(n-7)", "the plural form 'n==9%(n-7)' has no value for 7"),
        ("nplurals=2; plural=0-n", "the plural form '0-n' is -1 for 1"),
        ("nplurals=2; plural=n*n", "the plural form 'n*n' is 16 for 4"),
    ],
)
def test_a_plural_form_that_cannot_be_counted_with_is_told(
    forms: str, told: str, tmp_path: Path
) -> None:
    message = refused(tmp_path, with_forms(forms))
    assert message.startswith(f"4: {told}")
    assert message.endswith('write one such as "Plural-Forms: nplurals=2; plural=(n != 1);\\n"')


@pytest.mark.parametrize("number", ["0", "-1", "two", "11", "999999999999"])
def test_a_number_of_plural_forms_that_no_language_has_is_told(number: str, tmp_path: Path) -> None:
    message = refused(tmp_path, with_forms(f"nplurals={number}; plural=n"))
    assert message.startswith(f"4: nplurals={number} is no number from 1 to 10")


def test_a_plural_form_that_fails_for_a_large_number_has_no_text(tmp_path: Path) -> None:
    path = tmp_path / "sphinx_seminar.po"
    path.write_text(with_forms("nplurals=2; plural=n/(n-5000)*0"), encoding="utf-8")
    read = read_text(path, "utf-8", "de", fuzzy=False)
    assert read.ngettext("{count} point", "{count} points", 4999) == "a"
    assert read.ngettext("{count} point", "{count} points", 5000) == "{count} points"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f'{HEADER}msgid "Session\nmsgstr "Vorlesung"\n', "4: 'msgid \"Session' has no"),
        (f"{HEADER}Sitzung = Vorlesung\n", "4: 'Sitzung = Vorlesung' is no line of a catalog"),
        (HEADER.encode() + b'msgid "Session"\nmsgstr "\xff"\n', "5: the text is not in UTF-8"),
        (HEADER.replace("utf-8", "klingon") + ENTRY, "2: the catalog can't be compiled"),
        (HEADER.replace("utf-8", "ascii") + ENTRY.replace("V", "Ü"), "2: the catalog can't be"),
        (b" " * (MAX_BYTES + 1), "1: the catalog is longer than 2 MB"),
        (
            f'{HEADER}msgid "Session"\nmsgstr "a\x08"\n',
            "5: a translation has '\\x08', which no page",
        ),
        (f'{HEADER}msgid "Session"\n', "4: 'msgid \"Session\"' is no line of a catalog"),
        (
            HEADER.replace('"Content', '"POT-Creation-Date: today\\n"\n"Content') + ENTRY,
            "2: 'today' is no date; write one such as 2022-01-24",
        ),
    ],
    ids=[
        *("no closing quote", "no msgid", "latin-1", "no charset", "another charset", "long"),
        *("a control character", "no msgstr", "no date"),
    ],
)
def test_a_text_that_is_no_catalog_is_told(text: str | bytes, told: str, tmp_path: Path) -> None:
    assert refused(tmp_path, text).startswith(told)


def mo(*entries: tuple[int, int]) -> bytes:
    """A compiled catalog whose texts, all one, are at the lengths and places of *entries*."""
    table = b"".join(pack("<2I", length, start) for length, start in entries)
    head = pack("<5I", GNUTranslations.LE_MAGIC, 0, len(entries), 20, 20)
    return head + table + bytes(100)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no catalog",
        compiled()[:50],
        pack("<5I", GNUTranslations.LE_MAGIC, 9 << 16, 0, 28, 28),
        pack("<5I", GNUTranslations.LE_MAGIC, 0, 2**32 - 1, 28, 28),
        mo((2**32 - 1, 40)),
        mo(*[(100, 20 + n) for n in range(10)]),
    ],
    ids=["empty", "text", "cut off", "version", "many", "long", "one text many times"],
)
def test_a_compiled_catalog_that_is_none_is_told(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "sphinx_seminar.mo"
    path.write_bytes(content)
    with pytest.raises(NotReadable, match="compile it again with msgfmt, or remove it"):
        read_compiled(path)


def test_halves_of_characters_that_a_charset_can_bring_are_told(tmp_path: Path) -> None:
    header = b"Content-Type: text/plain; charset=unicode_escape\n"
    texts = b"Session\0" + header + b"\0" + b"\\ud800\0"
    starts = ((0, 7), (7, 0)), ((8 + len(header) + 1, 6), (8, len(header)))
    # The header is first, as its original is empty.
    table = [pack("<2I", n, 52 + at) for pairs in starts for at, n in reversed(pairs)]
    head = pack("<5I", GNUTranslations.LE_MAGIC, 0, 2, 20, 36)
    path = tmp_path / "sphinx_seminar.mo"
    path.write_bytes(head + b"".join(table) + texts)
    with pytest.raises(NotReadable, match=r"a translation has '\\ud800', which no page can hold"):
        read_compiled(path)


@given(at=st.integers(0, 400), piece=st.binary(max_size=30))
def test_a_spoiled_catalog_is_read_or_told(
    at: int, piece: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp()
    for content, name in (
        (compiled(), "spoiled.mo"),
        (with_forms("nplurals=2; plural=n!=1").encode(), "spoiled.po"),
    ):
        path = folder / name
        at %= len(content)
        path.write_bytes(content[:at] + piece + content[at + len(piece) :])
        try:
            read = (
                read_compiled(path)
                if name == "spoiled.mo"
                else read_text(path, "utf-8", "de", fuzzy=False)
            )
        except NotReadable:
            continue
        assert isinstance(read.ngettext("{count} point", "{count} points", 3), str)


@pytest.mark.parametrize(
    "said",
    ["{count:z}", "{count:999999999999}", "{count!r}", "{count.real}", "{count[0]}", "{count}" * 9],
)
def test_a_format_in_braces_does_not_fit(said: str) -> None:
    assert not fits("{count} points", said, is_plural=True)
    assert not fits("{count} points", said, is_plural=False)
    assert fits("{count} points", "{count} von {count}", is_plural=False)


def test_a_format_in_a_catalog_is_told_and_ours_is_shown(folder: Folder) -> None:
    said = "Woche {number:999999999999}"
    folder.write(SITE | own("de", {"Week {number}": said, "Session": "Vorlesung"}))
    site = folder.build(**GERMAN)
    assert site.warnings == [
        (
            f"{DE}/sphinx_seminar.po:4: WARNING: 'Week {{number}}' is translated as {said!r}; "
            "write the same words in braces in both, or none [seminar.words]"
        )
    ]
    assert head(site) == "WocheDatumVorlesung"


def test_forms_of_a_plural_that_are_wrong_in_one_way_are_told_once(folder: Folder) -> None:
    said = COUNTED.replace('"a"', '"{count:z}"').replace('"b"', '"{count:z}"')
    folder.write(SITE | {f"{DE}/sphinx_seminar.po": HEADER + said})
    (line,) = folder.build(**GERMAN).warnings
    assert "'{count} point' is translated as '{count:z}'" in line


def test_catalogs_that_cannot_be_read_leave_the_others(folder: Folder) -> None:
    words = with_forms("nplurals=2; plural=n/0")
    course = f'{HEADER}msgid "Reading Machines"\nmsgstr "MLS\n'
    more = HEADER + 'msgid "Text."\nmsgstr "Ein Text."\n'
    folder.write(
        SITE | {f"{DE}/sphinx_seminar.po": words, f"{DE}/course.po": course, f"{DE}/more.po": more}
    )
    for _ in range(2):
        site = folder.build(**GERMAN)
        assert [re.sub(r"WARNING: .*\[", "[", line) for line in site.warnings] == [
            f"{DE}/sphinx_seminar.po:4: [seminar.words]",
            f"{DE}/course.po:5: [seminar.words]",
        ]
        assert head(site) == "WocheDatumSitzung"
        assert "Ein Text." in site.text("more.html")
    assert "0 added, 0 changed" in site.app.status.getvalue()


@pytest.mark.parametrize("name", ["sphinx_seminar.po", "sphinx_seminar.mo", "more.po"])
def test_a_folder_in_place_of_a_catalog_is_told(name: str, folder: Folder) -> None:
    folder.write(SITE | {f"{DE}/{name}/x.txt": "", f"{DE}/index.po": HEADER})
    site = folder.build(**GERMAN)
    assert site.warnings == [
        (
            f"{DE}/{name}:1: WARNING: a folder is there in place of the catalog; "
            "rename or remove it [seminar.words]"
        )
    ]
    assert head(site) == "WocheDatumSitzung"
    assert (folder.srcdir / DE / "index.mo").is_file()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has none in folders")
@pytest.mark.parametrize("name", ["sphinx_seminar.po", "more.po"])
def test_what_can_be_read_without_end_is_told(name: str, folder: Folder) -> None:
    folder.write(SITE | {f"{DE}/index.po": HEADER})
    os.mkfifo(folder.srcdir / DE / name)
    site = folder.build(**GERMAN)
    assert site.warnings == [
        f"{DE}/{name}:1: WARNING: this is no file; put the catalog in its place [seminar.words]"
    ]
    assert head(site) == "WocheDatumSitzung"


def test_a_link_out_of_the_folder_is_not_read(folder: Folder, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("swordfish\n", encoding="utf-8")
    folder.write(SITE | {f"{DE}/index.po": HEADER})
    (folder.srcdir / DE / "sphinx_seminar.po").symlink_to(secret)
    site = folder.build(**GERMAN)
    assert site.warnings == [
        (
            f"{DE}/sphinx_seminar.po:1: WARNING: the file is outside of LC_MESSAGES/; "
            "put it here, not a link to it [seminar.words]"
        )
    ]
    assert head(site) == "WocheDatumSitzung"


@pytest.mark.parametrize("name", ["sphinx_seminar", "more"])
def test_a_catalog_is_not_compiled_over_the_file_that_a_link_leads_to(
    name: str, folder: Folder, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("mine\n", encoding="utf-8")
    os.utime(other, (1, 1))
    folder.write(SITE | {f"{DE}/{name}.po": HEADER})
    (folder.srcdir / DE / f"{name}.mo").symlink_to(other)
    (told,) = folder.build(**GERMAN).warnings
    assert told.startswith(f"{DE}/{name}.mo:1: WARNING: the file is outside of ")
    assert other.read_text(encoding="utf-8") == "mine\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has none in folders")
def test_nothing_waits_for_who_reads_what_is_compiled(folder: Folder) -> None:
    folder.write(SITE | {f"{DE}/sphinx_seminar.po": HEADER})
    os.mkfifo(folder.srcdir / DE / "sphinx_seminar.mo")
    os.utime(folder.srcdir / DE / "sphinx_seminar.mo", (1, 1))
    (told,) = folder.build(**GERMAN).warnings
    assert told.startswith(f"{DE}/sphinx_seminar.mo:1: WARNING: this is no file")


def test_a_link_that_leads_nowhere_is_told(folder: Folder) -> None:
    folder.write(SITE | {f"{DE}/index.po": HEADER})
    (folder.srcdir / DE / "sphinx_seminar.mo").symlink_to("sphinx_seminar.mo")
    (told,) = folder.build(**GERMAN).warnings
    assert told.startswith(f"{DE}/sphinx_seminar.mo:1: WARNING: the catalog can't be read: ")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_a_catalog_that_cannot_be_written_is_told_and_the_next_build_is_right(
    number: int, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(catalog: object, *_: object) -> None:
        path = Path(catalog.mo_path)  # type: ignore[attr-defined]
        if number == errno.ENOSPC:
            path.write_bytes(b"half a catal")
        raise OSError(number, "It does not work", str(path))

    texts = {"Session": "Vorlesung"}
    folder.write(
        SITE | own("de", texts) | {f"{DE}/more.po": f'{HEADER}msgid "Text."\nmsgstr "T"\n'}
    )
    with monkeypatch.context() as patch:
        patch.setattr("sphinx.util.i18n.CatalogInfo.write_mo", fails)
        site = folder.build(**GERMAN)
    assert sorted(site.warnings) == [
        f"{DE}/{name}.po:1: WARNING: {name}.mo can't be written: It does not work; "
        "pages are shown without it [seminar.words]"
        for name in ("more", "sphinx_seminar")
    ]
    # Our own words are read as they are.
    assert head(site) == "WocheDatumVorlesung"
    site = folder.build(**GERMAN)
    assert site.warnings == []
    assert head(site) == "WocheDatumVorlesung"
    assert (folder.srcdir / DE / "more.mo").is_file()


def test_a_catalog_that_was_cut_off_is_read_from_its_text(folder: Folder) -> None:
    folder.write(SITE | own("de", {"Session": "Vorlesung"}))
    (folder.srcdir / DE / "sphinx_seminar.mo").write_bytes(compiled()[:60])
    assert head(folder.build(**GERMAN)) == "WocheDatumVorlesung"


def test_the_course_file_is_translated_at_the_first_build(folder: Folder) -> None:
    said = f'{HEADER}msgid "Reading Machines"\nmsgstr "Lernende Maschinen"\n'
    folder.write({"course.yml": COURSE, "index.md": PAGE, f"{DE}/course.po": said})
    site = folder.build(**GERMAN)
    assert site.warnings == []
    assert "Lernende Maschinen" in site.text("index.html")
