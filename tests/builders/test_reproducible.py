"""With SOURCE_DATE_EPOCH set, a build is the same at any time, in any folder, byte by byte."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from .examples import write_examples
from .sphinx_build import sphinx_build

FORMATS = ("html", "dirhtml", "singlehtml", "epub", "latex", "text", "man", "texinfo", "gettext")
CONTROL = 'project = author = copyright = "Control"\nversion = release = "1"\n'


def twice(folder: Path, builder: str, *, examples: bool = True) -> tuple[Path, Path]:
    """Two builds that differ in all that must not matter."""
    outdirs = []
    for name, jobs, seed, zone, age in (
        ("here", "1", "1", "Asia/Tokyo", 0),
        ("else/where", "2", "2", "America/Los_Angeles", 10_000_000),
    ):
        place = folder / name / "source"
        place.parent.mkdir(parents=True, exist_ok=True)
        if examples:
            write_examples(place)
        else:
            place.mkdir()
            (place / "conf.py").write_text(CONTROL, encoding="utf-8")
            (place / "index.rst").write_text("Control\n=======\n", encoding="utf-8")
        for path in place.rglob("*"):
            written = path.stat().st_mtime - age
            os.utime(path, (written, written))
        environ = {"SOURCE_DATE_EPOCH": "1644000000", "PYTHONHASHSEED": seed, "TZ": zone}
        outdir = place.parent / "out"
        sphinx_build(place, outdir, builder, "-j", jobs, environ=environ)
        outdirs.append(outdir)
    return outdirs[0], outdirs[1]


def files(outdir: Path) -> dict[str, bytes]:
    """Every file; a book by what is in it, since Sphinx packs it with the time of packing."""
    found: dict[str, bytes] = {}
    for path in sorted(outdir.rglob("*")):
        name = str(path.relative_to(outdir))
        if path.suffix == ".epub":
            with zipfile.ZipFile(path) as book:
                for member in book.namelist():
                    found[f"{name}/{member}"] = book.read(member)
        elif path.is_file():
            found[name] = path.read_bytes()
    return found


@pytest.mark.parametrize("builder", FORMATS)
def test_two_builds_are_the_same_byte_by_byte(builder: str, tmp_path: Path) -> None:
    one, other = map(files, twice(tmp_path, builder))
    assert one
    assert list(one) == list(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_a_book_of_sphinx_alone_tells_when_it_was_packed(tmp_path: Path) -> None:
    """The control for what `files` looks past; once it fails, a book is compared as it is."""
    one, other = twice(tmp_path, "epub", examples=False)
    [book], [other_book] = one.glob("*.epub"), other.glob("*.epub")
    assert book.read_bytes() != other_book.read_bytes()
    assert files(one) == files(other)
