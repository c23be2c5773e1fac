"""What differs between two folders of output, line by line."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Sphinx's own notes on a build: no page asks for them.
_NOTES = {".buildinfo", ".buildinfo.bak"}
_COPIED = ("_static/", "_images/")
"""Folders in which Sphinx leaves what no page asks for any more."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How a file of an output differs from the same file of a clean build."""

    path: str
    missing: frozenset[str]
    """Lines that it lacks."""
    stale: frozenset[str]
    """Lines that it has and should not."""

    def without(self, beginnings: tuple[str, ...]) -> Difference:
        """The difference but for the lines that begin so."""
        missing = (line for line in self.missing if not line.startswith(beginnings))
        stale = (line for line in self.stale if not line.startswith(beginnings))
        return Difference(self.path, frozenset(missing), frozenset(stale))

    def __str__(self) -> str:
        lines = [*(f"  - {line[:600]}" for line in sorted(self.missing))]
        lines += [f"  + {line[:600]}" for line in sorted(self.stale)]
        return "\n".join([self.path, *lines[:12]])


_NO_FILE = "(there is no such file)"
_ORDER = "(the same lines in another order)"


def differences(
    output: Path, clean: Path, left: frozenset[str] = frozenset()
) -> dict[str, Difference]:
    """Every file that differs, by its path; of the files in *left* Sphinx leaves a copy."""
    paths = {
        path.relative_to(root).as_posix()
        for root in (output, clean)
        for path in root.rglob("*")
        if path.is_file() and path.name not in _NOTES
    }
    found: dict[str, Difference] = {}
    for path in sorted(paths):
        here, there = output / path, clean / path
        if not there.exists():
            if not path.startswith(_COPIED) and path not in left:
                found[path] = Difference(path, frozenset([_NO_FILE]), frozenset())
        elif not here.exists():
            found[path] = Difference(path, frozenset(), frozenset([_NO_FILE]))
        elif here.read_bytes() != there.read_bytes():
            difference = _of_lines(path, lines(here), lines(there))
            if difference is not None:
                found[path] = difference
    return found


def copies(output: Path) -> frozenset[str]:
    """The files that an output offers to download."""
    found = (path for path in (output / "_downloads").rglob("*") if path.is_file())
    return frozenset(path.relative_to(output).as_posix() for path in found)


def _of_lines(path: str, here: list[str], there: list[str]) -> Difference | None:
    if here == there:
        return None
    counted, wanted = Counter(here), Counter(there)
    if counted == wanted:
        return Difference(path, frozenset([_ORDER]), frozenset())
    return Difference(path, frozenset(wanted - counted), frozenset(counted - wanted))


def lines(path: Path) -> list[str]:
    """The lines of a file, of what it says where it is packed."""
    content = path.read_bytes()
    if path.name == "objects.inv":
        head, _packed, packed = content.partition(b"zlib.\n")
        return [*head.decode().splitlines(), *sorted(zlib.decompress(packed).decode().split("\n"))]
    if path.name == "searchindex.js":
        index = content.decode().removeprefix("Search.setIndex(").removesuffix(")")
        return sorted(_search_lines(json.loads(index)))
    try:
        text = content.decode()
        if path.suffix == ".html":
            # What Sphinx writes may be beside what we write: each is compared by itself.
            text = text.replace("><", ">\n<")
        return [line.strip() for line in text.splitlines()]
    except UnicodeDecodeError:
        return [repr(content)]


def _search_lines(index: dict[str, Any]) -> Iterator[str]:
    """What an index says, without the numbers that it gives to documents."""
    names = index["docnames"]

    def docnames(numbers: int | list[int]) -> Iterator[str]:
        yield from (names[n] for n in ([numbers] if isinstance(numbers, int) else numbers))

    for name, title in zip(names, index["titles"], strict=True):
        yield f"{name} is called {title}"
    for key in ("terms", "titleterms"):
        for term, numbers in index[key].items():
            yield from (f"{name} {key} {term}" for name in docnames(numbers))
    for title, places in index["alltitles"].items():
        yield from (f"{names[number]}#{anchor} is titled {title}" for number, anchor in places)
    kinds = index["objtypes"]
    for prefix, objects in index["objects"].items():
        for number, kind, _priority, anchor, name in objects:
            yield f"{names[number]}#{anchor} is {kinds[str(kind)]} {prefix}.{name}"


class Seen:
    """Every line that a clean build ever had, by its file: what may be stale."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, str], set[str]] = {}

    def add(self, builder: str, clean: Path) -> None:
        """Remember what a clean build has."""
        for path in clean.rglob("*"):
            if path.suffix in {".html", ".txt", ".js", ".inv", ".xml"}:
                known = self._lines.setdefault((builder, path.relative_to(clean).as_posix()), set())
                known.update(lines(path))

    def knows(self, builder: str, path: str, line: str) -> bool:
        """Whether a file once had a line, in a build with nothing of old."""
        return line in self._lines.get((builder, path), set())


def docname_of(path: str) -> str:
    """The document that a page of html or dirhtml is of."""
    return path.removesuffix(".html").removesuffix("/index")


def unexplained(
    builder: str,
    ours: dict[str, Difference],
    control: dict[str, Difference],
    seen: Seen,
) -> list[Difference]:
    """The differences that a site without us does not have after the same edits.

    A line that the control lacks as well is Sphinx's own; no line of ours is in the control. An
    old line in its place is one that a clean build had before. A search index has the words of a
    page as it was written last; where Sphinx leaves that page stale, so are its words.
    """
    nothing = Difference("", frozenset(), frozenset())
    words_of = tuple(f"{docname_of(path)} terms " for path in control)
    found = []
    for path, its in ours.items():
        known = control.get(path, nothing)
        difference = its.without(words_of) if path == "searchindex.js" else its
        missing = difference.missing - known.missing
        stale = (
            frozenset(
                line
                for line in difference.stale
                if not (known.stale or known.missing) or not seen.knows(builder, path, line)
            )
            - known.stale
        )
        if missing or stale:
            found.append(Difference(path, missing, stale))
    return found
