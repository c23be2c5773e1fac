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


RUNS = (
    ("here", "1", {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"}, 0),
    ("else/where", "2", {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles"}, 10_000_000),
)
"""Two builds that differ in all that must not matter: folder, jobs, environment, age of files."""


def written(folder: Path, *, examples: bool = True) -> Path:
    """A folder with the sources of each of the two builds."""
    for name, _jobs, _environ, age in RUNS:
        source = folder / name / "source"
        source.parent.mkdir(parents=True, exist_ok=True)
        if examples:
            write_examples(source)
        else:
            source.mkdir()
            (source / "conf.py").write_text(CONTROL, encoding="utf-8")
            (source / "index.rst").write_text("Control\n=======\n", encoding="utf-8")
        for path in source.rglob("*"):
            changed = path.stat().st_mtime - age
            os.utime(path, (changed, changed))
    return folder


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, twice; a builder takes over what another has read, as on a reader's disk."""
    return written(tmp_path_factory.mktemp("reproducible"))


def twice(folder: Path, builder: str) -> tuple[Path, Path]:
    """What each of the two builds has written."""
    outdirs = []
    for name, jobs, environ, _age in RUNS:
        outdir = folder / name / builder
        fixed = {"SOURCE_DATE_EPOCH": "1644000000", **environ}
        # Sphinx keeps what gettext has read apart from what the others have.
        doctrees = folder / name / ("read-by-gettext" if builder == "gettext" else "read")
        source = folder / name / "source"
        sphinx_build(source, outdir, builder, "-j", jobs, doctrees=doctrees, environ=fixed)
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
def test_two_builds_are_the_same_byte_by_byte(builder: str, examples: Path) -> None:
    one, other = map(files, twice(examples, builder))
    assert one
    assert list(one) == list(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_a_book_of_sphinx_alone_tells_when_it_was_packed(tmp_path: Path) -> None:
    """The control for what `files` looks past; once it fails, a book is compared as it is."""
    one, other = twice(written(tmp_path, examples=False), "epub")
    [book], [other_book] = one.glob("*.epub"), other.glob("*.epub")
    assert book.read_bytes() != other_book.read_bytes()
    assert files(one) == files(other)
