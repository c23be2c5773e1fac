"""The rooms of the package are in an order, and imports run downward alone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import sphinx_seminar

ROOT = Path(sphinx_seminar.__file__).parent

# From the lowest to the highest: each may import what is before it.
ROOMS = (
    *("paths", "today", "replaced_file", "code_state", "model", "locale", "report", "config"),
    *("load", "pages", "plan", "views", "domain", "build"),
    *("feeds", "importers", "assign", "extension", "cli", "__main__"),
)


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in ROOT.rglob("*.py")}


def imported(name: str, *, at_once: bool = False) -> Iterator[str]:
    """The modules of ours that a module imports.

    With *at_once*, those alone that are imported when the module is: not within functions, nor for
    types.
    """
    path = MODULES[name]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in list(ast.walk(tree)) if at_once else ():
        if isinstance(node, ast.FunctionDef) or (
            isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        ):
            node.body = []
    parts = name.split(".") if name else []
    package = parts if path.name == "__init__.py" else parts[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1]
            target = ".".join([*base, *(node.module.split(".") if node.module else [])])
            for alias in node.names:
                inner = f"{target}.{alias.name}" if target else alias.name
                yield inner if inner in MODULES else target


def test_modules_of_ours_are_imported_relative_so_that_the_tests_below_see_it() -> None:
    absolute = [
        f"{name} imports {ast.unparse(node)}"
        for name, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        and not getattr(node, "level", 0)
        and re.search(r"\bsphinx_seminar\b", ast.unparse(node))
    ]
    assert absolute == []


def test_no_import_runs_against_the_order_of_the_rooms() -> None:
    wrong = []
    for name in MODULES:
        room = name.partition(".")[0]
        for other in imported(name):
            other_room = other.partition(".")[0]
            if other_room and room and ROOMS.index(other_room) > ROOMS.index(room):
                wrong.append(f"{name} imports {other}")
    assert not wrong, "\n".join(sorted(set(wrong)))


def test_no_import_runs_in_a_circle() -> None:
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " → ".join((*way, name))
        if name in done:
            return
        for other in imported(name, at_once=True):
            if other and other != name:
                visit(other, (*way, name))
        done.add(name)

    for name in MODULES:
        visit(name, ())


def test_every_room_has_its_place_in_the_order() -> None:
    assert {name.partition(".")[0] for name in MODULES} - {""} <= set(ROOMS)
