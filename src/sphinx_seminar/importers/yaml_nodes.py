"""Nodes of a YAML file, with the lines where they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from .findings import Findings, Place

# libyaml is several times as fast; PyYAML is without it where it had to be built from source.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = {"", "~", "null", "Null", "NULL"}


def composed(text: str) -> yaml.Node | None:
    """The nodes of a text that may be no YAML; nothing then."""
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None


def pairs(node: yaml.Node | None) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """The keys and values of a mapping; nothing of another node."""
    if isinstance(node, yaml.MappingNode):
        yield from node.value


def drop_repeated(root: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    """Take keys out that a mapping has once more, as YAML allows none; returns what is out."""
    dropped: list[tuple[yaml.Node, yaml.Node]] = []
    waiting, seen = [root], set[int]()
    while waiting:
        node = waiting.pop()
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        known: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for key, value in pairs(node):
            name = header_of(text_of(key)) or f"{line_of(key)}"
            if name in known:
                dropped.append((key, value))
            else:
                known[name] = (key, value)
                waiting += [key, value]
        if isinstance(node, yaml.MappingNode):
            node.value = list(known.values())
        waiting += items(node)
    return dropped


def header_of(key: str) -> str:
    """A key as the words of a header."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", key).replace("_", " ").replace("-", " ")
    return " ".join(words.split()).casefold()


def items(node: yaml.Node | None) -> Iterator[yaml.Node]:
    """The items of a list; nothing of another node."""
    if isinstance(node, yaml.SequenceNode):
        yield from node.value


def text_of(node: yaml.Node | None) -> str:
    """The text of a scalar, whatever YAML takes it for; nothing of another node."""
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def is_nothing(node: yaml.Node | None) -> bool:
    """Whether a value is ``null``, or not there."""
    if not isinstance(node, yaml.ScalarNode):
        return node is None
    return node.style is None and node.value in _NOTHING


def line_of(node: yaml.Node) -> int:
    """Where it begins, from 1 on."""
    return int(node.start_mark.line) + 1


def all_texts(node: yaml.Node, most: int) -> str:
    """Every key and scalar below *node*, *most* of them at the most.

    A list or a mapping is reported once, as by an alias it may be within itself.
    """
    found: list[str] = []
    waiting, seen = [node], set[int]()
    while waiting and len(found) < most:
        one = waiting.pop()
        if isinstance(one, yaml.ScalarNode):
            if not is_nothing(one):
                found.append(text_of(one))
        elif id(one) not in seen:
            seen.add(id(one))
            inner = [*items(one), *(part for pair in pairs(one) for part in pair)]
            waiting += reversed(inner)
    return " ".join(found)


def tell_comments(text: str, name: str, findings: Findings, first: int = 1) -> None:
    """Tell what is behind a # outside of texts, which PyYAML drops; *first* is the first line."""
    spans = [
        ((start.line, start.column), (end.line, end.column))
        for token in yaml.scan(text, Loader=LOADER)
        if isinstance(token, yaml.ScalarToken)
        for start, end in [(token.start_mark, token.end_mark)]
    ]
    for number, line in enumerate(text.split("\n")):
        for found in re.finditer(r"(?:^|(?<=\s))#", line):
            place = (number, found.start())
            if not any(start <= place < end for start, end in spans):
                text = line[found.start() :].strip("# ")
                findings.leave_out(Place(name, number + first), text, "a comment")
                break
