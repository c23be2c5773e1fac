"""Nodes of a YAML file, with the lines where they are."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

_NOTHING = {"", "~", "null", "Null", "NULL"}


def pairs(node: yaml.Node | None) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """The keys and values of a mapping; nothing of another node."""
    if isinstance(node, yaml.MappingNode):
        yield from node.value


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
    """Every key and scalar below *node*, *most* of them at the most."""
    found: list[str] = []
    waiting = [node]
    while waiting and len(found) < most:
        one = waiting.pop()
        if isinstance(one, yaml.ScalarNode):
            if not is_nothing(one):
                found.append(text_of(one))
        elif isinstance(one, yaml.MappingNode):
            waiting += [inner for pair in reversed(one.value) for inner in reversed(pair)]
        elif isinstance(one, yaml.SequenceNode):
            waiting += reversed(one.value)
    return " ".join(found)
