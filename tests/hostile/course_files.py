"""Files course.yml at random: right ones with strange values, and YAML that means harm."""

from __future__ import annotations

import json
from collections.abc import Mapping

from hypothesis import strategies as st

from ..bad_input.course_keys import GOOD, KEYS, SCHEMES, Place, Tree, changed
from .strange import texts


class Raw(str):
    """A piece of YAML, written as it is."""

    __slots__ = ()


RAW = tuple(
    map(
        Raw,
        (
            "!!python/object/apply:os.system ['true']",
            "!include /etc/passwd",
            "!!binary aGk=",
            "!<tag:yaml.org,2002:python/name:os.system> x",
            "!!str 2022-01-24",
            "&a [*a]",
            "&b [x, x, x, x]",
            "*b",
            "*nowhere",
            "{<<: {days: Mon}}",
            "{a: x, a: y}",
            "? [x]\n: y",
            "{? [x] : y}",
            "[",
            "]",
            "}",
            "{",
            "'",
            "|\n  text\n  more",
            ">-\n  text",
            "- x",
            "\n- x\n- y",
            "\n---\nx: y\n",
            "\n...\n",
            "%TAG ! tag:x,2000:\n---",
            '"\\x00"',
            '"\\ud800"',
            '"\\U00110000"',
            "0o17",
            "0b1",
            "1e999",
            ".nan",
            ".inf",
            "2022-01-24T12:00:00Z",
            "12:30:45",
            "yes",
            "~",
            "# x",
            "\t",
            "@x",
            "`x`",
        ),
    )
)
scalars = texts | st.sampled_from(RAW)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["days", "name", "title", "a", "<<"]) | texts, inner)
    ),
    max_leaves=6,
)


@st.composite
def _changes(draw: st.DrawFn) -> Tree:
    """A right file in which some values are strange, keys gone, or keys renamed."""
    tree: Tree = draw(st.sampled_from([GOOD, SCHEMES]))
    is_other = tree is SCHEMES
    places = sorted(place for place, key in KEYS.items() if (key.file is SCHEMES) == is_other)
    for place in draw(st.lists(st.sampled_from(places), min_size=1, max_size=4)):
        steps: Place = KEYS[place].steps
        name = str(steps[-1])
        kind = draw(st.integers(0, 9))
        change: Mapping[str, Tree | None] = {name: draw(values)}
        if kind == 0:
            change = {name: None}
        elif kind == 1:
            change = {draw(texts) or "x": "..."}
        try:
            tree = changed(tree, steps, change)
        except (AssertionError, AttributeError, KeyError, TypeError):
            continue  # an earlier change has taken away what stood there
    return tree


def written(tree: Tree) -> str:
    """*tree* as YAML: texts in quotes, and pieces of YAML as they are."""
    if isinstance(tree, Raw):
        return str(tree)
    if isinstance(tree, str):
        return json.dumps(tree, ensure_ascii=False)
    if isinstance(tree, Mapping):
        return "{" + ", ".join(f"{json.dumps(k)}: {written(v)}" for k, v in tree.items()) + "}"
    return "[" + ", ".join(map(written, tree)) + "]"


def _lines(tree: Tree) -> str:
    assert isinstance(tree, Mapping)
    return "".join(f"{json.dumps(key)}: {written(value)}\n" for key, value in tree.items())


course_files = _changes().map(_lines)


@st.composite
def broken_bytes(draw: st.DrawFn) -> bytes:
    """A right file with bytes put in or taken out anywhere."""
    data = bytearray(_lines(GOOD).encode())
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        end = at + draw(st.sampled_from([0, 0, 1, 5]))
        data[at:end] = draw(st.binary(max_size=4) | texts.map(lambda text: text.encode()))
    return bytes(data)
