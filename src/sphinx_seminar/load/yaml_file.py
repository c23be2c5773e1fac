"""A YAML file as plain data, with the line of every key and item.

Scalars stay texts, so that ``13:00`` is a time and ``no`` a word, whatever YAML 1.1 makes of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from .fault import Fault, KeyPath, quoted
from .yaml_syntax import MAX_DEPTH, TOO_DEEP, explain, line_at

if TYPE_CHECKING:
    from yaml._yaml import Mark as _CMark
    from yaml.error import Mark as _Mark

    Mark = _Mark | _CMark

Plain = str | None | list["Plain"] | dict[str, "Plain"]
"""What a file holds; None where nothing, ``~`` or ``null`` is there."""

MAX_BYTES = 1_000_000
MAX_VALUES = 20_000
"""Keys, texts, lists and mappings of a file, with all that its aliases stand for."""


# libyaml is several times as fast; PyYAML is without it where it had to be built from source.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NOTHING = {"", "~", "null", "Null", "NULL"}
_CORE_TAGS = {
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")
}
# What YAML 1.1 (section 5.1) does not let into a file; an escape in double quotes still could.
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]",
)


@dataclass(slots=True)
class _Place:
    """The line of a key or item, and what is below it."""

    line: int
    below: dict[str | int, _Place]


@dataclass(frozen=True, slots=True)
class YamlFile:
    """What a file holds, and what is wrong with it."""

    data: dict[str, Plain] | None
    """None where the file can't be read as a mapping."""
    faults: tuple[Fault, ...] = ()
    _root: _Place = field(default_factory=lambda: _Place(1, {}), repr=False)

    def line_of(self, path: KeyPath) -> int:
        """The line (from 1) of the key or item at *path*, or of the nearest above it."""
        node = self._root
        for step in path:
            if step not in node.below:
                break
            node = node.below[step]
        return node.line


class _Refusal(Exception):
    """The file can't be read."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.fault = Fault((), text, line=line)


def read_yaml(content: bytes | str) -> YamlFile:
    """The mapping that the YAML in *content* (UTF-8 where it is bytes) holds.

    Nothing is raised: what is wrong is among the faults. The time it takes and the data that comes
    out are bounded, whatever is in the file.
    """
    builder = _Builder()
    try:
        text = _text(content)
        try:
            for event in yaml.parse(text, Loader=_LOADER):
                builder.take(event)
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            raise _Refusal(*explain(error, text)) from None
        return YamlFile(builder.mapping(), tuple(builder.faults), _Place(1, builder.root.below))
    except _Refusal as refusal:
        return YamlFile(None, (*builder.faults, refusal.fault))


def _text(content: bytes | str) -> str:
    if len(content) > MAX_BYTES:
        raise _Refusal(1, f"the file is larger than {MAX_BYTES:,} bytes; write one that is smaller")
    text = _decoded(content) if isinstance(content, bytes) else content
    text = text.removeprefix("\ufeff")
    found = _UNPRINTABLE.search(text)
    if found:
        raise _Refusal(line_at(text, found.start()), _unprintable(found))
    return text


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _Refusal(1, "the file is in UTF-16; save it as UTF-8")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        raise _Refusal(
            line_at(before, len(before)),
            f"the byte 0x{content[error.start]:02X} is not UTF-8; save the file as UTF-8",
        ) from None


def _unprintable(found: re.Match[str]) -> str:
    return f"the character U+{ord(found[0]):04X} has no meaning in a text; take it out"


@dataclass(slots=True)
class _Node:
    """A value, complete or still being read."""

    value: Plain
    below: dict[str | int, _Place] = field(default_factory=dict)
    values: int = 1
    """How many values it holds, itself and those behind aliases included."""
    height: int = 1


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    node: _Node
    line: int
    anchor: str | None
    key: str | None = None
    key_line: int = 0
    is_skipped: bool = False
    """Whether the key stood before, or has no meaning here: its value is left out."""


def _line(mark: Mark | None) -> int:
    return mark.line + 1 if mark else 1


class _Builder:
    """Builds plain data from the parser's events.

    PyYAML's own composer and constructor are not used: they recurse as deep as the file does (the
    one compiled in crashes the process), follow any number of aliases, and merge repeated keys.
    """

    def __init__(self) -> None:
        self.root = _Node(None)
        self.root_line = 1
        self.faults: list[Fault] = []
        self._open: list[_Open] = []
        self._anchors: dict[str, _Node | None] = {}
        self._values = 0
        self._documents = 0

    def mapping(self) -> dict[str, Plain]:
        """The file's keys and values."""
        value = self.root.value
        if isinstance(value, dict):
            return value
        if value is None:
            raise _Refusal(1, "the file is empty; write keys and values, such as title: My seminar")
        found = "a list" if isinstance(value, list) else "a text"
        raise _Refusal(
            self.root_line,
            f"the file is {found}; write keys and values, such as title: My seminar",
        )

    def take(self, event: yaml.Event) -> None:
        line = _line(event.start_mark)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event.anchor or "", line)
        elif isinstance(event, yaml.MappingStartEvent):
            self._start({}, event, line)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._start([], event, line)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            closed = self._open.pop()
            if closed.anchor:
                self._anchors[closed.anchor] = closed.node
            self._attach(closed.node, closed.line)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        found = _UNPRINTABLE.search(event.value)
        if found:
            raise _Refusal(line, _unprintable(found))
        self._count(1, line)
        self._check_tag(event.tag, line)
        if self._expects_key():
            self._key(event.value, line)
            return
        is_nothing = not event.style and not event.tag and event.value in _NOTHING
        value = event.value if event.style else self._without_curly_quotes(event.value, line)
        node = _Node(None if is_nothing else value)
        if event.anchor:
            self._anchors[event.anchor] = node
        self._attach(node, line)

    def _without_curly_quotes(self, value: str, line: int) -> str:
        """What is in quotes that a word processor made, and that YAML does not know."""
        if value[:1] not in {"“", "„"}:
            return value
        inner = value[1:-1]
        if value[-1] in '”“"' and not any(quote in inner for quote in '”“"'):
            return inner.strip()
        if "”" not in value and "“" not in value[1:]:
            text = f"{quoted(value)} begins with a quote that nothing closes; write straight quotes"
            self.faults.append(Fault((), text, line=line))
        return value

    def _start(self, value: Plain, event: yaml.CollectionStartEvent, line: int) -> None:
        if self._expects_key():
            raise _Refusal(
                line, "a list or mapping is where a key belongs; write a word, or quote it"
            )
        self._count(1, line)
        self._check_tag(event.tag, line)
        if len(self._open) >= MAX_DEPTH:
            raise _Refusal(line, TOO_DEEP)
        if event.anchor:
            self._anchors[event.anchor] = None
        self._open.append(_Open(_Node(value), line, event.anchor))

    def _alias(self, anchor: str, line: int) -> None:
        if anchor not in self._anchors:
            raise _Refusal(
                line, f"{quoted('*' + anchor)} begins with an asterisk; put the text in quotes"
            )
        node = self._anchors[anchor]
        if node is None:
            raise _Refusal(line, f"{quoted('*' + anchor)} is inside of what it repeats")
        if self._expects_key():
            raise _Refusal(line, f"{quoted('*' + anchor)} is where a key belongs")
        self._count(node.values, line)
        if len(self._open) + node.height > MAX_DEPTH:
            raise _Refusal(line, TOO_DEEP)
        self._attach(node, line)

    def _expects_key(self) -> bool:
        if not self._open:
            return False
        current = self._open[-1]
        return isinstance(current.node.value, dict) and current.key is None

    def _key(self, key: str, line: int) -> None:
        current = self._open[-1]
        current.key, current.key_line = key, line
        current.is_skipped = key in current.node.below
        if current.is_skipped:
            first = current.node.below[key].line
            text = f"{quoted(key)} is there twice (first on line {first}); keep one of the two"
            self.faults.append(Fault(self._path(), text, line=line, about_key=True))
        elif key == "<<":
            current.is_skipped = True
            text = "YAML's merge key '<<' is not read here; write the keys out"
            self.faults.append(Fault(self._path(), text, line=line, about_key=True))

    def _path(self) -> KeyPath:
        steps: list[str | int] = []
        for outer in self._open:
            value = outer.node.value
            step = len(value) if isinstance(value, list) else outer.key
            steps.append("" if step is None else step)
        return tuple(steps)

    def _attach(self, node: _Node, line: int) -> None:
        if not self._open:
            self._set_root(node, line)
            return
        current = self._open[-1]
        outer, value = current.node, current.node.value
        outer.values += node.values
        outer.height = max(outer.height, node.height + 1)
        if isinstance(value, list):
            outer.below[len(value)] = _Place(line, node.below)
            value.append(node.value)
        elif isinstance(value, dict) and current.key is not None:
            if not current.is_skipped:
                outer.below[current.key] = _Place(current.key_line, node.below)
                value[current.key] = node.value
            current.key = None

    def _set_root(self, node: _Node, line: int) -> None:
        if self._documents < 2:
            self.root, self.root_line = node, line
        elif node.value is not None:  # a closing line of dashes alone is what front matter has
            raise _Refusal(
                line, "a second document begins after '---'; write one document without '---'"
            )

    def _count(self, values: int, line: int) -> None:
        self._values += values
        if self._values > MAX_VALUES:
            raise _Refusal(
                line,
                f"the file holds more than {MAX_VALUES:,} values, those behind aliases ('*') "
                "included; write one that is smaller",
            )

    def _check_tag(self, tag: str | None, line: int) -> None:
        if tag and tag not in _CORE_TAGS:
            raise _Refusal(
                line,
                f"the YAML tag {quoted(tag)} is not read here; take it out, or put a text "
                "that begins with '!' in quotes",
            )
