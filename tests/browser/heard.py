"""What a screen reader says of a page, as lines that a person can read and approve.

The reader is a virtual one, Guidepup's, which runs in the page: its phrases are roles, names and
texts as the specifications of W3C have them. It does not know what a browser leaves out while it is
folded, so that is left out for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from playwright.sync_api import Page

READER = (
    Path(__file__).parents[2]
    / "node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
)

# From a blob: a page that has no server can import no file.
_SAY = """async ([script, selector]) => {
  for (const folded of document.querySelectorAll("[hidden=until-found]")) folded.hidden = true;
  const blob = new Blob([script], { type: "text/javascript" });
  const { virtual } = await import(URL.createObjectURL(blob));
  await virtual.start({ container: document.querySelector(selector) });
  const first = await virtual.lastSpokenPhrase();
  const said = [first];
  while (said.at(-1) !== `end of ${first}`) {
    await virtual.next();
    said.push(await virtual.lastSpokenPhrase());
  }
  await virtual.stop();
  return said.map((phrase) => phrase.split(/\\s+/).join(" ").trim()).filter(Boolean);
}"""

_END = re.compile(r"end(?: of|,) ")
# Behind a name that is but the content, which follows in any case.
_TOLD = re.compile(r", ((?:row|column) span \d+|current date)$")
_LEVEL = re.compile(r"(.*), level (\d)")
_BEFORE_SIGN = re.compile(r" (?=[,.;:)])")

_LEAVES = {
    "heading",
    "link",
    "button",
    "cell",
    "rowheader",
    "columnheader",
    "option",
    "status",
    "img",
}
_NAMED_BY_CONTENT = {"row", "cell", "rowheader", "columnheader", "option"}
# Of these nothing is written but what is in them.
_PLAIN = {"main", "rowgroup", "paragraph", "time", "emphasis", "strong", "code", ""}
_IN_LINES = {"link", "button", "time", "emphasis", "strong", "code", ""}


@dataclass
class _Said:
    """Something that is said, and what is said within it."""

    role: str
    """Empty for text, and for what has no role."""
    name: str
    within: list[_Said]

    @property
    def is_in_line(self) -> bool:
        return self.role in _IN_LINES and all(said.is_in_line for said in self.within)


def phrases(page: Page, selector: str) -> list[str]:
    """All that the reader says from the beginning of an element to its end."""
    said: list[str] = page.evaluate(_SAY, [READER.read_text(encoding="utf-8"), selector])
    return said


def transcript(said: Sequence[str]) -> str:
    """The phrases as lines; what is within something is indented below it."""
    return "".join(f"{line}\n" for line in _blocks(_trees(said)))


def _trees(said: Sequence[str]) -> list[_Said]:
    """What is said, in what else, by the phrases that say where something ends."""
    ends: list[tuple[str, list[_Said]]] = [("", [])]
    for phrase in reversed(said):
        if end := _END.match(phrase):
            ends.append((phrase[end.end() :], []))
            continue
        whole, within = ends[-1]
        role, _, name = phrase.partition(", ")
        if phrase == whole or whole.startswith(f"{phrase}, "):
            ends.pop()
            # What it is at its end says more than at its beginning: a row is the current one.
            ends[-1][1].append(_said(phrase, whole, within[::-1]))
        elif role in _LEAVES:
            ends[-1][1].append(_Said(role, name, []))
        else:
            ends[-1][1].append(_Said("", phrase, []))
    [(_, trees)] = ends
    return trees[::-1]


def _said(phrase: str, whole: str, within: list[_Said]) -> _Said:
    role, _, name = whole.partition(", ")
    if not role.islower() or " " in role:  # what has no role is said by its name
        return _Said("summary", phrase, within)
    if role in _NAMED_BY_CONTENT:
        told = _TOLD.search(whole)
        return _Said(role, told[1] if told else "", within)
    return _Said(role, name, within)


def _blocks(trees: Iterable[_Said]) -> Iterator[str]:
    """Lines for what is said one under the other."""
    for is_in_line, said in groupby(trees, lambda said: said.is_in_line):
        if is_in_line:
            yield _line(said)
        else:
            for each in said:
                yield from _block(each)


def _block(said: _Said) -> Iterator[str]:
    within = list(_blocks(said.within))
    if said.role in _PLAIN:
        yield from within
    elif heading := _LEVEL.fullmatch(said.name) if said.role == "heading" else None:
        yield f"heading {heading[2]}: {' '.join(within) or heading[1]}"
    elif said.role == "listitem":
        yield f"- {within[0]}" if within else "-"
        yield from (f"  {line}" for line in within[1:])
    elif said.role == "row" and all(len(list(_block(cell))) == 1 for cell in said.within):
        yield f"{_head(said)}: {' | '.join(map(_cell, said.within))}"
    elif len(within) == 1 and not within[0].startswith("- "):
        yield _head(said) if within == [said.name] else f"{_head(said)}: {within[0]}"
    else:
        yield _head(said)
        yield from (f"  {line}" for line in within)


def _head(said: _Said) -> str:
    return f"{said.role} {said.name}".strip()


def _cell(said: _Said) -> str:
    """A cell in one line; of one that is no head its content is enough."""
    [line] = _block(said)
    return line.removeprefix("cell").lstrip(": ") if said.role == "cell" else f"[{line}]"


def _line(said: Iterable[_Said]) -> str:
    """One line of what is said without a pause."""
    words = []
    for each in said:
        text = _line(each.within) if each.within else each.name
        if each.role in _PLAIN:
            words.append(text)
        elif text == each.name:
            words.append(f"[{each.role} {text}]")
        else:
            words.append(f"[{each.role} {each.name} | {text}]")
    return _BEFORE_SIGN.sub("", " ".join(words))
