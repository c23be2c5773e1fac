"""The reference: lists made of the definitions themselves, and directives in the index."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

from sphinx_seminar.config import FEED_NAMES
from sphinx_seminar.domain import SeminarDomain
from sphinx_seminar.load import course_file
from sphinx_seminar.model.problem import KINDS, NOTES

DOCS = Path(__file__).parent
DIRECTIVES = DOCS / "directives"
SCHEMA = Path(course_file.__file__).with_name("course.schema.json")


class Definitions(SphinxDirective):
    """The table that its argument names: directives, keys, options, types or feeds."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        for path in (SCHEMA, DIRECTIVES, *DIRECTIVES.glob("*/index.md")):
            self.env.note_dependency(str(path))
        heads, rows = TABLES[self.arguments[0]]
        lines = [heads, ["---"] * len(heads), *rows()]
        table = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
        return self.parse_text_to_nodes(table)


def directives() -> Iterator[list[str]]:
    """The directives in the order of the table of contents; those of its last line by name."""
    index = (DIRECTIVES / "index.md").read_text("utf-8")
    order = re.findall(r"^([\w-]+)/index$", index, re.MULTILINE)
    others = sorted(path.name for path in DIRECTIVES.iterdir() if path.name not in order)
    for name in (*order, *others):
        if shows := _front_matter(name).get("shows"):
            yield [f"[`{{{name}}}`]({name}/index.md)", shows]


def _front_matter(name: str) -> dict[str, str]:
    page = DIRECTIVES / name / "index.md"
    if not page.is_file() or not (text := page.read_text("utf-8")).startswith("---\n"):
        return {}
    values: dict[str, str] = yaml.safe_load(text.split("---\n")[1])
    return values


def keys() -> Iterator[list[str]]:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    # An entry alone and a list of such entries have the same keys.
    rows = {cells[0]: cells for cells in _keys(schema, schema, "")}
    yield from rows.values()


def _keys(entry: dict[str, Any], schema: dict[str, Any], path: str) -> Iterator[list[str]]:
    for name, value in entry.get("properties", {}).items():
        text = value.get("description", "")
        if examples := value.get("examples"):
            text += f" Example: `{_flow(examples[0])}`"
        yield [f"`{path}{name}`", text.replace("|", "\\|")]
        for inner, label in _inner(value, schema, f"{path}{name}."):
            yield from _keys(inner, schema, label)


def _flow(value: Any) -> str:
    """A value as one writes it in YAML, on one line."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_flow(inner)}' for key, inner in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    return str(value)


def _inner(value: Any, schema: dict[str, Any], path: str) -> Iterator[tuple[dict[str, Any], str]]:
    """What may be below a key: the entries that have keys of their own, and where."""
    if isinstance(value, list):
        for one in value:
            yield from _inner(one, schema, path)
    elif isinstance(value, dict):
        if "$ref" in value:
            yield schema["$defs"][value["$ref"].rpartition("/")[2]], path
        elif "properties" in value:
            yield value, path
        yield from _inner(value.get("anyOf"), schema, path)
        yield from _inner(value.get("items"), schema, path)
        yield from _inner(value.get("additionalProperties"), schema, f"{path}NAME.")


def options() -> Iterator[list[str]]:
    of: dict[str, list[str]] = {}
    for name, directive in SeminarDomain.directives.items():
        for option in getattr(directive, "known_options", ()):
            of.setdefault(option, []).append(name)
    for option, names in sorted(of.items()):
        yield [f"`:{option}:`", ", ".join(_linked(name) for name in names)]


def _linked(name: str) -> str:
    for page in (name, f"{name}s"):
        if (DIRECTIVES / page / "index.md").is_file():
            return f"[`{{{name}}}`](directives/{page}/index.md)"
    return f"`{{{name}}}`"


def types() -> Iterator[list[str]]:
    for kind in KINDS:
        yield [f"`seminar.{kind}`", "a note" if kind in NOTES else "a warning"]


def feeds() -> Iterator[list[str]]:
    for name in FEED_NAMES:
        yield [f"`{name}`"]


class NameInIndex(SphinxTransform):
    """Enter the page of each directive into the index by its name: the search ranks that first."""

    default_priority = 400  # before the domain of the index reads the page

    def apply(self, **kwargs: Any) -> None:
        match self.env.docname.split("/"):
            case ["directives", name, "index"]:
                word = name.replace("-", " ")
            case _:
                return
        for section in self.document.findall(nodes.section):
            entry = ("single", word, section["ids"][0], "main", None)
            section.insert(1, addnodes.index(entries=[entry]))
            return


TABLES = {
    "directives": (["Directive", "What it shows"], directives),
    "keys": (["Key", "What it is"], keys),
    "options": (["Option", "Directives that take it"], options),
    "types": (["Type", "What the build prints"], types),
    "feeds": (["File"], feeds),
}


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("definitions", Definitions)
    app.add_transform(NameInIndex)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
