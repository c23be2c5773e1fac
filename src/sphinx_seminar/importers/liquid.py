"""Liquid in a page of Jekyll, resolved where it says something and told where it does not.

Jekyll carries out Liquid in files with front matter alone
(https://jekyllrb.com/docs/front-matter/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .day import read_day
from .findings import Findings, Place

_NOT_DONE = "Liquid that is not carried out"
_BLANK = re.compile(r"[\s,]+")
_STRING = re.compile(r"""(["'])(.*?)\1""")
_BASE = "site.baseurl"
_HOSTS = {"site.url", "site.github.url"}
"""What an address begins with that leads to the old site as a relative one does."""
_KEPT = {"relative_url", "absolute_url", "prepend", "strip", "escape", "markdownify", "split"}
"""Filters that change nothing that a page of ours would have."""
_MARK = re.compile(r"\s*<!--liquid (\d{1,6})-->\s*")


@dataclass(frozen=True, slots=True)
class Include:
    """An ``{% include … %}`` that has a line for itself."""

    place: Place
    name: str
    arguments: str

    def __str__(self) -> str:
        return " ".join(f"{{% include {self.name} {self.arguments}".split()) + " %}"


@dataclass(frozen=True, slots=True)
class Resolved:
    """A page without Liquid, its lines where they were."""

    text: str
    includes: tuple[Include, ...] = ()
    dates: tuple[tuple[Place, str], ...] = ()
    """Days that the page lists apart from its sessions."""

    def include_at(self, markup: str) -> Include | None:
        """The include that a comment in the text is the mark of."""
        match = _MARK.fullmatch(markup)
        number = int(match[1]) if match else len(self.includes)
        return self.includes[number] if number < len(self.includes) else None

    def told(self, line: str) -> str:
        """A line with its includes as they are written."""
        return _MARK.sub(lambda match: str(self.include_at(match[0]) or match[0]), line)


@dataclass(frozen=True, slots=True)
class _Tag:
    start: int
    end: int
    output: bool
    inner: str

    @property
    def words(self) -> list[str]:
        return self.inner.split()


def resolve_liquid(
    text: str, name: str, facts: Mapping[str, str], findings: Findings, start: int = 0
) -> Resolved:
    """*text* without its tags from *start* on, where its front matter ends.

    *facts* are values by their names, such as ``page.title``.
    """
    return _Resolver(text, name, facts, findings).resolved(start)


class _Resolver:
    def __init__(self, text: str, name: str, facts: Mapping[str, str], findings: Findings) -> None:
        self._text, self._name, self._findings = text, name, findings
        self._facts = dict(facts)
        self._unused: dict[str, _Tag] = {}
        self._parts: list[str] = []
        self._includes: list[Include] = []
        self._dates: list[tuple[Place, str]] = []

    def resolved(self, at: int) -> Resolved:
        self._parts.append(self._text[:at])
        while tag := self._next(at):
            self._parts.append(self._text[at : tag.start])
            at = self._output(tag) if tag.output else self._tag(tag)
        self._parts.append(self._text[at:])
        for name, tag in self._unused.items():
            self._leave_out(tag.start, tag.end, f"what {name} is, which the page does not show")
        return Resolved("".join(self._parts), tuple(self._includes), tuple(self._dates))

    def _next(self, at: int) -> _Tag | None:
        starts = [start for sign in ("{%", "{{") if (start := self._text.find(sign, at)) >= 0]
        if not starts:
            return None
        start = min(starts)
        output = self._text.startswith("{{", start)
        end = self._text.find("}}" if output else "%}", start + 2)
        if end < 0:
            return None
        inner = self._text[start + 2 : end].strip("-").strip()
        return _Tag(start, end + 2, output, inner)

    def _place(self, at: int) -> Place:
        return Place(self._name, self._text.count("\n", 0, at) + 1)

    def _leave_out(self, start: int, end: int, reason: str) -> None:
        first = self._place(start)
        for number, line in enumerate(self._text[start:end].split("\n")):
            self._findings.leave_out(Place(self._name, first.line + number), line, reason)

    def _put(self, text: str, start: int, end: int) -> int:
        """Put *text* where the source has something else, with as many lines."""
        lines = self._text.count("\n", start, end) - text.count("\n")
        self._parts.append(text + "\n" * lines)
        return end

    def _tag(self, tag: _Tag) -> int:
        word = tag.words[0] if tag.words else ""
        if word in {"comment", "raw", "capture"} and (close := self._close(tag, f"end{word}")):
            inner = self._text[tag.end : close.start]
            if word == "raw":
                self._findings.readings.append(f"{self._place(tag.start)}: {{% raw %}} is as it is")
                return self._put(inner, tag.start, close.end)
            told = f"{self._place(tag.start)}: {{% {tag.inner} %}} to {{% end{word} %}}"
            self._findings.readings.append(told)
            if word == "comment":
                self._leave_out(tag.end, close.start, "a comment")
            else:
                whole = _Tag(tag.start, close.end, output=False, inner=tag.inner)
                self._set(" ".join(tag.words[1:2]), inner, tag.end, whole)
            return self._put("", tag.start, close.end)
        if word == "assign" and "=" in tag.inner:
            name, _, value = tag.inner.removeprefix("assign").partition("=")
            self._assign(name.strip(), value.strip(), tag)
        elif word in {"link", "post_url"} and len(tag.words) > 1:
            address = tag.inner.split(None, 1)[1]
            told = f"{self._place(tag.start)}: {{% {tag.inner} %}} is the address of {address}"
            self._findings.readings.append(told)
            base = self._facts.get(_BASE, "")
            written = "".join(self._parts[-2:])
            before = "" if base and written.endswith(base) else base
            return self._put(f"{before}/{address.lstrip('/')}", tag.start, tag.end)
        elif word.startswith("include") and len(tag.words) > 1 and self._is_alone(tag):
            self._includes.append(
                Include(self._place(tag.start), tag.words[1], " ".join(tag.words[2:]))
            )
            mark = f"<!--liquid {len(self._includes) - 1}-->"
            return self._put(mark, tag.start, tag.end)
        else:
            self._leave_out(tag.start, tag.end, _NOT_DONE)
        return self._put("", tag.start, tag.end)

    def _close(self, tag: _Tag, word: str) -> _Tag | None:
        at = tag.end
        while found := self._next(at):
            if not found.output and found.inner == word:
                return found
            at = found.end
        return None

    def _is_alone(self, tag: _Tag) -> bool:
        """Whether nothing else is in the lines of the tag, and it is in no list or block."""
        before = self._text[self._text.rfind("\n", 0, tag.start) + 1 : tag.start]
        behind = self._text[tag.end :].partition("\n")[0]
        return not (before + behind).strip() and len(before) < 4

    def _assign(self, name: str, value: str, tag: _Tag) -> None:
        literal, _, filters = value.partition("|")
        if literal.strip() == name and _filters(filters) <= _KEPT:
            told = f"{self._place(tag.start)}: {{% {tag.inner} %}} changes nothing here"
            self._findings.readings.append(told)
        elif (match := _STRING.fullmatch(literal.strip())) and _filters(filters) <= _KEPT:
            self._set(name, match[2], self._text.index(match[2], tag.start), tag)
        else:
            self._leave_out(tag.start, tag.end, _NOT_DONE)

    def _set(self, name: str, value: str, start: int, tag: _Tag) -> None:
        """Give a name its value, which begins at *start*; dates are the days of the sessions."""
        days = [word for word in _BLANK.split(value) if word]
        if len(days) > 1 and all(read_day(word) for word in days):
            self._dates += self._placed(days, start)
            told = f"the days of the sessions, from a list apart from them: {', '.join(days)}"
            self._findings.readings.append(f"{self._place(tag.start)}: {{% {tag.inner} %}}: {told}")
            return
        self._facts[name] = " ".join(value.split())
        self._unused[name] = tag

    def _placed(self, days: list[str], start: int) -> Iterator[tuple[Place, str]]:
        for day in days:
            start = self._text.index(day, start)
            yield self._place(start), day
            start += len(day)

    def _output(self, tag: _Tag) -> int:
        value, _, filters = tag.inner.partition("|")
        value = value.strip()
        match = _STRING.fullmatch(value)
        known = match[2] if match else self._facts.get(value)
        if value == _BASE or value in _HOSTS:
            known = self._facts.get(_BASE, "") if value == _BASE else ""
        if known is None or not _filters(filters) <= _KEPT:
            self._leave_out(tag.start, tag.end, _NOT_DONE)
            return self._put("", tag.start, tag.end)
        if known.startswith("/") and {"relative_url", "absolute_url"} & _filters(filters):
            known = self._facts.get(_BASE, "") + known
        self._unused.pop(value, None)
        told = f"{self._place(tag.start)}: {{{{ {tag.inner} }}}} is '{known}'"
        self._findings.readings.append(told)
        return self._put(known, tag.start, tag.end)


def _filters(text: str) -> set[str]:
    return {part.partition(":")[0].strip() for part in text.split("|") if part.strip()}
