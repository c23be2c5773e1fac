"""``sphinx-seminar pack``: the built course as a ZIP that works from a folder without a network."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.console import nocolor

from ..model.listed import listed
from ..report import one_line
from .page_addresses import Address, addresses_of, may_have_addresses
from .source_folder import NoSite, refuse_without_seminars, source_folder
from .written_files import Refused
from .zip_file import partial_file, write_zip

LINKS = "links-outside.txt"
"""The file that lists what needs a network."""

_MOST_PAGES = 3
_MATHJAX = (
    "put a copy of MathJax into html_static_path and name it by 'mathjax_path' in conf.py, or draw "
    "formulas as pictures by the extension 'sphinx.ext.imgmath'"
)
_COPY = "put a copy into html_static_path and name that one"


@dataclass(frozen=True, slots=True)
class PackOptions:
    """What the command line asks for."""

    srcdir: str
    output: str | None = None
    """The ZIP; None for one that is called as the folder of the site."""
    built: str | None = None
    """A folder of pages that are built already."""
    overwrite: bool = False


@dataclass
class _Findings:
    """What does not work without a network, or in a folder."""

    links: dict[str, list[str]] = field(default_factory=dict)
    """Addresses of other sites that readers may follow, and the pages that have them."""
    loads: dict[str, list[str]] = field(default_factory=dict)
    """Those that pages load."""
    dead: dict[str, list[str]] = field(default_factory=dict)
    """Addresses that lead to no file, by the page."""


def pack(options: PackOptions) -> int:
    """Write a ZIP of the pages.

    Returns 0 where all of it works without a network, but for links to other sites; 1 where a line
    says what does not; 2 where nothing is written.
    """
    try:
        output = _output(options)
        with _pages(options) as (folder, front):
            return _pack(folder, front, output)
    except (NoSite, Refused) as error:
        sys.stderr.write(f"sphinx-seminar pack: {error}\n")
        return 2


def _output(options: PackOptions) -> Path:
    name = options.output or f"{Path(options.srcdir).resolve().name or 'course'}.zip"
    path = Path(name)
    if path.is_dir():
        raise Refused(f"{path} is a folder; name a file, such as {path / 'course.zip'}")
    if path.suffix.casefold() != ".zip":
        raise Refused(f"{path} does not end in .zip; write such as {path.stem}.zip")
    if path.exists() and not options.overwrite:
        raise Refused(f"{path} is there already; name another file, or add --overwrite")
    if not path.absolute().parent.is_dir():
        raise Refused(f"{path}: there is no folder {path.parent}; make it, or name another file")
    return path


@contextmanager
def _pages(options: PackOptions) -> Iterator[tuple[Path, str]]:
    """The folder of pages, and the name of its front page."""
    if options.built is not None:
        folder = Path(options.built)
        if not (folder / "index.html").is_file():
            raise Refused(
                f"{folder}: no index.html is there; name the folder that 'sphinx-build -b html' "
                "writes"
            )
        yield folder, "index.html"
        return
    source = source_folder(options.srcdir)
    try:
        with TemporaryDirectory() as scratch:
            front = _build(source, Path(scratch), options.srcdir)
            yield Path(scratch, "html"), front
    except OSError as error:
        raise Refused(f"{error.filename or options.srcdir}: {error.strerror or error}") from None


def _build(source: Path, scratch: Path, named: str) -> str:
    """Build the site; what Sphinx warns of is on the standard error."""
    if not sys.stderr.isatty():
        nocolor()
    try:
        app = Sphinx(
            *(source, source, scratch / "html", scratch / "doctrees", "html"),
            status=None,
            warning=sys.stderr,
        )
        refuse_without_seminars(app, named)
        app.build()
    except SphinxError as error:
        raise NoSite(f"{named}: {one_line(_first_and_last(str(error)))}") from None
    return f"{app.config.root_doc}.html"


def _first_and_last(message: str) -> str:
    """What happened and why; there may be a traceback between the two."""
    first, *rest = [line.strip() for line in message.splitlines() if line.strip()] or [""]
    return f"{first} {rest[-1]}" if rest else first


def _pack(folder: Path, front: str, output: Path) -> int:
    files, strays = _files(folder, output)
    if LINKS in files:
        raise Refused(f"the site has a file {LINKS}, where the list of links goes; rename it")
    found = _findings(files)
    name = output.stem
    packed: dict[str, bytes | Path] = {f"{name}/{path}": file for path, file in files.items()}
    packed[f"{name}/{LINKS}"] = _list_of_links(found).encode()
    try:
        write_zip(output, packed)
    except OSError as error:
        raise Refused(f"{output}: the file can't be written: {error.strerror or error}") from None
    _print(f"{output}: {len(packed)} files; unpack it, and open {name}/{front}")
    _print(f"links that lead outside: {len(found.links)}, listed in {name}/{LINKS}")
    problems = [*_told_strays(strays), *_told(found)]
    for problem in problems:
        _print(one_line(problem))
    return 1 if problems else 0


def _files(folder: Path, output: Path) -> tuple[dict[str, Path], list[str]]:
    """The files of the pages by their path, and links of the file system that lead elsewhere.

    Hidden files are left out: they are what Sphinx keeps for its next build, or settings of a
    server.
    """
    root = folder.resolve()
    own = {output.resolve(), partial_file(output).resolve()}
    files: dict[str, Path] = {}
    strays = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if any(part.startswith(".") for part in name.split("/")) or not path.is_file():
            continue
        if not path.resolve().is_relative_to(root):
            strays.append(name)
        elif path.resolve() not in own:
            files[name] = path
    return files, strays


def _findings(files: Mapping[str, Path]) -> _Findings:
    found = _Findings()
    for name, path in files.items():
        if not may_have_addresses(name):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        for address in dict.fromkeys(addresses_of(name, text)):
            _sort(address, name, files, found)
    return found


def _sort(address: Address, page: str, files: Mapping[str, Path], found: _Findings) -> None:
    if address.is_outside:
        places = found.loads if address.sort == "load" else found.links
        places.setdefault(address.text, []).append(page)
        return
    file = address.file_for(page)
    # What a style lacks, it lacks on the site too.
    if file is not None and file not in files and page.endswith((".html", ".htm")):
        found.dead.setdefault(page, []).append(address.text)


def _list_of_links(found: _Findings) -> str:
    parts = (
        ("Links that lead outside, each with the pages that have it.", found.links),
        ("What pages load from outside.", found.loads),
    )
    lines: list[str] = []
    for head, places in parts:
        if places or not lines:
            lines += [head, ""]
        for address in sorted(places):
            lines += [address, f"    {', '.join(places[address])}"]
        lines.append("")
    return "\n".join(lines)


def _told(found: _Findings) -> Iterator[str]:
    for address, pages in sorted(found.loads.items()):
        hint = _MATHJAX if "mathjax" in address.casefold() else _COPY
        told = listed(pages, most=_MOST_PAGES)
        yield f"loaded from outside, and not there without a network: {address} on {told}; {hint}"
    for page, addresses in found.dead.items():
        is_folder = any(address.endswith("/") for address in addresses)
        hint = "; build the pages by 'sphinx-build -b html'" if is_folder else ""
        yield f"{page}: leads to no file: {listed(addresses, most=_MOST_PAGES)}{hint}"


def _told_strays(strays: Iterable[str]) -> Iterator[str]:
    for name in strays:
        yield f"{name} is a link out of the folder, and left out; put a copy there"


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
