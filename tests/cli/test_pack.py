"""``sphinx-seminar pack``: a ZIP that works where it is unpacked, without a network."""

from __future__ import annotations

import errno
import io
import os
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from sphinx_seminar.cli import main
from sphinx_seminar.cli.pack import LINKS
from sphinx_seminar.cli.page_addresses import Address, addresses_of

from ..conftest import CONF
from ..forked import run_forked
from ..samples import COURSE

MATHJAX = "https://mathjax.example/mathjax.js"
PAGE = """\
# Course

:::::{schedule}
::::{session} One
:::{readings}
- [Systems](https://papers.example/1)
- [Notes](notes.pdf)
:::
::::
:::::

{download}`data.csv`, [rooms](#upstairs), <mailto:ada@school.example>

![A picture](own.png)

```{toctree}
räume
```
"""
ROOMS = """\
# Rooms

[Systems](https://papers.example/1)

(upstairs)=
## Upstairs

```{math}
a^2
```

![Far](https://pictures.example/far.png)
"""
LOADED = "loaded from outside, and not there without a network:"
COPY = "put a copy into html_static_path and name that one"
COPY_OF_MATHJAX = (
    "put a copy of MathJax into html_static_path and name it by 'mathjax_path' in conf.py, or draw "
    "formulas as pictures by the extension 'sphinx.ext.imgmath'"
)
FILES = {
    "conf.py": f'{CONF}mathjax_path = "{MATHJAX}"\nhtml_last_updated_fmt = "%Y"\n'
    'html_static_path = ["own.css", "own.png"]\nhtml_css_files = ["own.css"]\n',
    "course.yml": COURSE,
    "index.md": PAGE,
    "räume.md": ROOMS,
    "notes.pdf": "%PDF",
    "data.csv": "a,b\n",
    "own.png": "no picture",
    "own.css": 'body { background: url("own.png") }\n',
}


@dataclass
class Packed:
    """What the command has said and written."""

    status: int
    lines: list[str]
    content: bytes

    def unpack(self, folder: Path) -> Path:
        with zipfile.ZipFile(io.BytesIO(self.content)) as opened:
            opened.extractall(folder)
        return folder / "course"


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Packed:
    """A site that was built and packed by the command."""
    folder = tmp_path_factory.mktemp("pack")
    source = folder / "source"
    source.mkdir()
    for name, text in FILES.items():
        (source / name).write_text(text, encoding="utf-8")
    output = folder / "course.zip"
    ran = run_forked(main, ["pack", str(source), "--output", str(output)])
    assert ran.stderr == ""
    assert sorted(path.name for path in source.iterdir()) == sorted(FILES)
    return Packed(
        ran.returncode, ran.stdout.replace(f"{folder}/", "").splitlines(), output.read_bytes()
    )


ENDS = {"pack": "zip", "pdf": "pdf"}


def leads_away(address: str) -> bool:
    return bool(re.match("[a-z]+:|//", address))


def targets(page: Path) -> Iterator[tuple[Path, str]]:
    """What a page links to and loads of its own folder: the file, and the place in it."""
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    for element in soup.select("[href], [src], [action]"):
        found = (element.get(name) for name in ("href", "src", "action"))
        address = str(next(each for each in found if each is not None))
        if leads_away(address):
            continue
        path, _, anchor = address.partition("#")
        target = page.parent / unquote(path.partition("?")[0]) if path else page
        yield target, unquote(anchor)


def test_every_link_and_file_of_an_unpacked_course_is_there(packed: Packed, tmp_path: Path) -> None:
    root = packed.unpack(tmp_path)
    pages = sorted(root.rglob("*.html"))
    assert {"index.html", "räume.html", "search.html"} <= {page.name for page in pages}
    followed = set()
    for page in pages:
        for target, anchor in targets(page):
            assert target.is_file(), f"{page.name}: {target}"
            assert target.resolve().is_relative_to(root)
            followed.add(target.name)
            # The script gives #today to what is now.
            if anchor not in {"", "today"} and target.suffix == ".html":
                soup = BeautifulSoup(target.read_text(encoding="utf-8"), "html.parser")
                assert soup.find(id=anchor), f"{page.name}: {target.name}#{anchor}"
    assert {"notes.pdf", "data.csv", "own.png", "calendar.ics", "seminar.css"} <= followed
    named = {
        style.parent / address.partition("?")[0]
        for style in root.rglob("*.css")
        for address in re.findall(r"url\([\"']?([^\"')]+)", style.read_text(encoding="utf-8"))
        if not leads_away(address)
    }
    assert {path.name for path in named} == {"own.png"}
    assert all(path.is_file() for path in named)
    assert not [path for path in root.rglob("*") if path.name.startswith(".")]


def test_what_is_loaded_from_outside_is_told_and_links_are_listed(
    packed: Packed, tmp_path: Path
) -> None:
    first, second, *problems = packed.lines
    count = len(zipfile.ZipFile(io.BytesIO(packed.content)).namelist())
    assert first == f"course.zip: {count} files; unpack it, and open course/index.html"
    assert second.startswith("links that lead outside: ")
    assert problems == [
        f"{LOADED} {MATHJAX} on räume.html; {COPY_OF_MATHJAX}",
        f"{LOADED} https://pictures.example/far.png on räume.html; {COPY}",
    ]
    assert packed.status == 1
    text = (packed.unpack(tmp_path) / LINKS).read_text(encoding="utf-8")
    assert "https://papers.example/1\n    index.html, räume.html\n" in text
    assert text.endswith(
        f"What pages load from outside.\n\n{MATHJAX}\n    räume.html\n"
        "https://pictures.example/far.png\n    räume.html\n"
    )
    assert "mailto" not in text


def pages(folder: Path, **files: str) -> Path:
    """A folder of pages."""
    for name, text in {"index.html": "<p>Words.</p>", **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_the_same_pages_make_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = (pages(tmp_path / name, **{"b.html": "b", "a/c.html": "c"}) for name in ("x", "y"))
    for path in two.rglob("*"):
        os.utime(path, (10**9, 10**9))
        path.chmod(0o700)
    found: list[bytes] = []
    for epoch, folder in (("", one), ("", two), ("1644393600", one)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        output = tmp_path / f"{len(found)}" / "course.zip"
        output.parent.mkdir()
        assert main(["pack", "--from", str(folder), "--output", str(output)]) == 0
        found.append(output.read_bytes())
    assert found[0] == found[1] != found[2]
    times = [
        {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(content)).infolist()}
        for content in found[1:]
    ]
    assert times == [{(1980, 1, 1, 0, 0, 0)}, {(2022, 2, 9, 8, 0, 0)}]


def test_a_zip_that_is_there_is_replaced_when_that_is_asked_for_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "course.zip"
    output.write_text("mine")
    command = ["pack", "--from", str(pages(tmp_path / "html")), "--output", str(output)]
    assert main(command) == 2
    assert capsys.readouterr().err == (
        f"sphinx-seminar pack: {output} is there already; name another file, or add --overwrite\n"
    )
    assert output.read_text() == "mine"
    assert main([*command, "--overwrite"]) == 0
    assert zipfile.is_zipfile(output)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["course.zip", "html"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere"], "nowhere: no conf.py is there; name the folder that sphinx-build takes"),
        (["broken"], "broken: There is a programmable error in your configuration file: ZeroDivis"),
        (["--from", "broken"], "broken: no index.html is there; name the folder that "),
        (["--output", "html"], "html is a folder; name a file, such as html/course.zip"),
        (["--output", "b.tar"], "b.tar does not end in .zip; write such as b.zip"),
        (
            ["--output", "no/x.zip"],
            "no/x.zip: there is no folder no; make it, or name another file",
        ),
        (
            ["--from", "taken"],
            f"the site has a file {LINKS}, where the list of links goes; rename it",
        ),
        (["--from", "html", "--output", "full.zip"], "full.zip: the file can't be written: "),
    ],
)
def test_what_cannot_be_packed_is_one_line(
    arguments: list[str],
    told: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    pages(tmp_path / "html")
    pages(tmp_path / "taken", **{LINKS: "mine"})
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "conf.py").write_text("1 / 0\n")
    (tmp_path / "full.zip.partial").mkdir()
    before = sorted(tmp_path.rglob("*"))
    assert main(["pack", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"sphinx-seminar pack: {told}")
    assert err.count("\n") == 1
    assert sorted(path for path in tmp_path.rglob("*") if "__pycache__" not in path.parts) == before


@pytest.mark.parametrize("command", ["pack", "pdf"])
def test_a_full_disk_is_one_line_that_names_what_is_not_written(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "conf.py").write_text(CONF)

    def build(_app: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "a.md", None, "html/a.md.txt")

    monkeypatch.setattr("sphinx.application.Sphinx.build", build)
    ran = run_forked(main, [command, ".", "--output", f"x.{ENDS[command]}"], cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == f"sphinx-seminar {command}: html/a.md.txt: No space left on device\n"


def test_a_site_without_seminars_is_not_packed(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text("")
    (tmp_path / "index.rst").write_text("Page\n====\n")
    ran = run_forked(main, ["pack", "."], cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == (
        "sphinx-seminar pack: ./conf.py: 'sphinx_seminar' is not among its extensions\n"
    )
    assert not list(tmp_path.rglob("*.zip*"))


def test_what_no_reader_needs_or_lies_elsewhere_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = pages(tmp_path / "html", **{".doctrees/x": "", ".buildinfo": "", "a.html": ""})
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "stray.txt").symlink_to(tmp_path / "secret.txt")
    output = folder / "course.zip"
    for _again in range(2):
        command = ["pack", "--from", str(folder), "--output", str(output), "--overwrite"]
        assert main(command) == 1
        assert "stray.txt is a link out of the folder, and left out" in capsys.readouterr().out
        names = zipfile.ZipFile(output).namelist()
        assert names == ["course/a.html", "course/index.html", f"course/{LINKS}"]


def test_links_that_lead_nowhere_in_a_folder_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        '<base><a href="sub/">1</a> <a href="/abs.html">2</a> <a href="../up.html">3</a>'
        '<a href="%C3%A4.html?x#y">4</a> <a href="#here">5</a> <a href="?q">6</a>'
        '<img src="gone.png"><a href="javascript:x">7</a><a href="http://[x">8</a>'
    )
    folder = pages(tmp_path / "html", **{"index.html": text, "sub/index.html": "", "ä.html": ""})
    assert main(["pack", "--from", str(folder), "--output", str(tmp_path / "x.zip")]) == 1
    _first, *lines = capsys.readouterr().out.splitlines()
    told = "index.html: leads to no file: sub/, /abs.html, ../up.html and 1 more"
    assert lines == [
        f"links that lead outside: 1, listed in x/{LINKS}",
        f"{told}; build the pages by 'sphinx-build -b html'",
    ]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("a.html", '<link rel="Stylesheet" href="//x.example/a.css">', ["//x.example/a.css"]),
        ("a.html", '<link rel="canonical" href="https://x.example/">', []),
        ("a.html", '<img srcset="https://x.example/1 1x, b.png 2x">', ["https://x.example/1"]),
        (
            "a.html",
            "<style>@import 'https://x.example/b.css';</style>",
            ["https://x.example/b.css"],
        ),
        ("a.html", '<p style="background: url(https://x.example/c)">', ["https://x.example/c"]),
        (
            "a.html",
            '<script>import x from "https://x.example/m.mjs"</script>',
            ["https://x.example/m.mjs"],
        ),
        ("a.html", '<script>const text = "<img src=https://x.example/>"</script>', []),
        ("a.html", '<iframe src="https://video.example/">', ["https://video.example/"]),
        ("a.html", '<!-- <img src="https://x.example/"> -->', []),
        (
            "a.css",
            "/* url(https://x.example/) */ a { src: url( 'https://x.example/f' ) }",
            ["https://x.example/f"],
        ),
        ("a.css", "a { background: url(data:image/png;base64,AA) }", []),
        ("a.js", 'await import("https://x.example/n.js")', ["https://x.example/n.js"]),
        ("a.svg", '<svg><image xlink:href="https://x.example/i"/></svg>', ["https://x.example/i"]),
        ("a.txt", "url(https://x.example/)", []),
    ],
)
def test_what_a_file_loads_from_outside_is_found(name: str, text: str, found: list[str]) -> None:
    loads = [each for each in addresses_of(name, text) if each.sort == "load" and each.is_outside]
    assert loads == [Address(address, "load") for address in found]


def test_a_page_that_leads_on_by_itself_is_a_link() -> None:
    text = '<meta http-equiv="refresh" content="0; url=b/c.html">'
    [address] = addresses_of("a.html", text)
    assert (address.sort, address.file_for("x/a.html")) == ("link", "x/b/c.html")
