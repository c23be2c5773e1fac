from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import sphinx_seminar.model

MODEL = Path(sphinx_seminar.model.__file__).parent
FILES = sorted(MODEL.rglob("*.py"))
FORBIDDEN = {"docutils", "myst_parser", "pydantic", "pydantic_core", "sphinx", "yaml"}


def imported(source: str) -> Iterator[str]:
    """What *source* imports, at its top or anywhere within; the package's own with dots."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def strays(name: str) -> bool:
    """Whether a module of the model may not import *name*: what is above it, or Sphinx's."""
    top = name.split(".", 1)[0]
    return (
        name.startswith("..")
        or top in FORBIDDEN
        or (top == "sphinx_seminar" and not name.startswith("sphinx_seminar.model"))
    )


def test_the_files_of_the_model_are_found() -> None:
    assert {"course.py", "schedule.py", "weeks.py"} <= {file.name for file in FILES}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_model_imports_nothing_that_stands_above_it(file: Path) -> None:
    assert [name for name in imported(file.read_text("utf-8")) if strays(name)] == []


@pytest.mark.parametrize(
    "line",
    [
        "import sphinx",
        "import docutils.nodes",
        "from sphinx.util import logging",
        "from docutils import nodes",
        "def f():\n    import yaml",
        "if TYPE_CHECKING:\n    from myst_parser.parsers import sphinx_",
        "from .. import extension",
        "from ..load import course",
        "from sphinx_seminar.load import course",
        "import os, pydantic_core",
    ],
)
def test_an_import_that_strays_is_noticed(line: str) -> None:
    assert any(strays(name) for name in imported(line))


def test_the_model_loads_in_a_fresh_interpreter_without_sphinx() -> None:
    program = (
        "import sys, sphinx_seminar.model.schedule\n"
        f"print(*sorted({FORBIDDEN!r} & {{name.split('.')[0] for name in sys.modules}}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(MODEL.parents[1])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == []
