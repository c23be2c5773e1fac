"""The addresses in built pages, styles and scripts: what a reader may follow, what a page loads."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Literal
from urllib.parse import unquote, urlsplit

Sort = Literal["link", "load"]

_LINKS = {"a": ("href",), "area": ("href",), "form": ("action",)}
_LOADS = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "input": ("src",),
    "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
}
_LOADING_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"}
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_IN_STYLE = re.compile(
    r"url\(\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^)'\"\s]*))\s*\)"
    r"|@import\s+(?:\"(?P<import_double>[^\"]*)\"|'(?P<import_single>[^']*)')",
    re.IGNORECASE,
)
_IN_SCRIPT = re.compile(r"\b(?:import|from)\s*\(?\s*[\"'](?P<address>(?:https?:)?//[^\"'\s]+)[\"']")
_REFRESH = re.compile(r"\s*\d*\s*;\s*url\s*=\s*[\"']?(?P<address>[^\"']+)", re.IGNORECASE)
_OUTSIDE = {"http", "https", "ftp", "webcal"}


@dataclass(frozen=True, slots=True)
class Address:
    """An address as a file has it."""

    text: str
    sort: Sort

    @property
    def is_outside(self) -> bool:
        """Whether it needs a network."""
        return self.text.startswith("//") or _scheme(self.text) in _OUTSIDE

    def file_for(self, page: str) -> str | None:
        """The file of the site that it means on *page*, both as paths from the root.

        None where it means no file: an address within the page, of another site, or of mail. It
        begins with ``/`` or ``..`` where it leads out of the folder.
        """
        scheme = _scheme(self.text)
        if self.text.startswith(("#", "?", "//")) or scheme not in {"", "file"} or not self.text:
            return None
        path = unquote(re.split("[?#]", self.text, maxsplit=1)[0])
        if scheme == "file":
            return f"/{path.partition(':')[2].lstrip('/')}"
        is_folder = path.endswith(("/", "/.", "/.."))
        found = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        return f"{found}/" if is_folder else found


def may_have_addresses(path: str) -> bool:
    """Whether a file is a page, a style or a script, by the ending of its name."""
    return _ending(path) in _READERS


def addresses_of(path: str, text: str) -> Iterator[Address]:
    """The addresses in a file; none where it is no page, style or script."""
    read = _READERS.get(_ending(path))
    return read(text) if read else iter(())


def _ending(path: str) -> str:
    return posixpath.splitext(path)[1].casefold()


def _scheme(address: str) -> str:
    try:
        return urlsplit(address).scheme.casefold()
    except ValueError:  # a bracket that opens an IPv6 address
        return "http"


def _of_style(text: str) -> Iterator[Address]:
    for match in _IN_STYLE.finditer(_COMMENT.sub("", text)):
        found = next((part for part in match.groups() if part), "")
        if found:
            yield Address(found.strip(), "load")


def _of_script(text: str) -> Iterator[Address]:
    for match in _IN_SCRIPT.finditer(text):
        yield Address(match["address"], "load")


def _of_page(text: str) -> Iterator[Address]:
    reader = _PageReader()
    reader.feed(text)
    reader.close()
    yield from reader.found


class _PageReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Address] = []
        self._inside: str | None = None
        """The element whose text is no HTML: ``script`` or ``style``."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value.strip() for name, value in attrs if value}
        self._inside = tag if tag in {"script", "style"} else None
        for name in _LINKS.get(tag, ()):
            self._add("link", given.get(name))
        for name in _LOADS.get(tag, ()):
            text = given.get(name)
            for part in _candidates(text) if name == "srcset" and text else (text,):
                self._add("load", part)
        if tag == "link" and _LOADING_RELATIONS & set(given.get("rel", "").casefold().split()):
            self._add("load", given.get("href"))
        if tag == "meta" and given.get("http-equiv", "").casefold() == "refresh":
            match = _REFRESH.match(given.get("content", ""))
            self._add("link", match["address"].strip() if match else None)
        if "style" in given:
            self.found += _of_style(given["style"])

    def handle_endtag(self, tag: str) -> None:
        self._inside = None

    def handle_data(self, data: str) -> None:
        if self._inside == "style":
            self.found += _of_style(data)
        elif self._inside == "script":
            self.found += _of_script(data)

    def _add(self, sort: Sort, text: str | None) -> None:
        if text:
            self.found.append(Address(text, sort))


def _candidates(srcset: str) -> Iterator[str]:
    """The addresses of a ``srcset``, each before its width."""
    for part in re.split(r",\s+", srcset):
        yield from part.split()[:1]


_READERS: dict[str, Callable[[str], Iterator[Address]]] = {
    ".html": _of_page,
    ".htm": _of_page,
    ".xhtml": _of_page,
    ".svg": _of_page,
    ".css": _of_style,
    ".js": _of_script,
    ".mjs": _of_script,
}
