"""``sphinx-seminar pack``: the built course as a ZIP that works from a folder without a network."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from ..model.listed import listed
from ..report import one_line
from .built_site import build_site
from .output_file import output_file
from .page_addresses import Address, addresses_of, may_have_addresses
from .source_folder import NoSite, source_folder
from .told_error import told_error
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
class _Addresses:
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
        output = output_file(options.output, options.srcdir, ".zip", overwrite=options.overwrite)
        with _pages(options) as (folder, front):
            return _pack(folder, front, output)
    except (NoSite, Refused) as error:
        sys.stderr.write(f"sphinx-seminar pack: {error}\n")
        return 2


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
            app = build_site(source, Path(scratch), options.srcdir)
            yield Path(scratch, "html"), f"{app.config.root_doc}.html"
    except OSError as error:
        raise Refused(told_error(error, gettempdir())) from None


def _pack(folder: Path, front: str, output: Path) -> int:
    files, strays = _files(folder, output)
    if LINKS in files:
        raise Refused(f"the site has a file {LINKS}, where the list of links goes; rename it")
    found = _addresses(files)
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


def _addresses(files: Mapping[str, Path]) -> _Addresses:
    found = _Addresses()
    for name, path in files.items():
        if not may_have_addresses(name):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        for address in dict.fromkeys(addresses_of(name, text)):
            _sort(address, name, files, found)
    return found


def _sort(address: Address, page: str, files: Mapping[str, Path], found: _Addresses) -> None:
    if address.is_outside:
        places = found.loads if address.sort == "load" else found.links
        places.setdefault(address.text, []).append(page)
        return
    file = address.file_for(page)
    # What a style or a script names and does not find is missing on the site as well.
    if file is not None and file not in files and page.endswith((".html", ".htm")):
        found.dead.setdefault(page, []).append(address.text)


def _list_of_links(found: _Addresses) -> str:
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


def _told(found: _Addresses) -> Iterator[str]:
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
