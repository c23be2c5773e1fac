"""What CONTRIBUTING.md promises."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

import sphinx_seminar
from sphinx_seminar.locale.update import po_files
from sphinx_seminar.views.view import View

from .conftest import QUICK

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PACKAGE = Path(sphinx_seminar.__file__).parent


def test_the_quick_command_runs_the_tests_that_build_no_site() -> None:
    assert "pytest -n auto -m quick" in TEXT
    for name in QUICK:
        assert (ROOT / "tests" / name).exists()
    # A test that builds in its own way, without our fixtures, would not be quick.
    for folder in ("model", "load"):
        for path in (ROOT / "tests" / folder).glob("*.py"):
            source = path.read_text(encoding="utf-8")
            assert not re.search(r"build_main|SphinxTestApp\(", source), path


def test_the_quick_tests_are_many(request: pytest.FixtureRequest) -> None:
    items = request.session.items
    folders = {item.path.parent.name for item in items}
    if {"model", "load", "browser"} <= folders:  # the whole suite is run
        assert sum(item.get_closest_marker("quick") is not None for item in items) > 1000


def test_every_file_and_room_that_it_names_is_there() -> None:
    rows = re.findall(r"^\| (`[^|]+`) \|", TEXT, re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`([\w./]+)`", row)]
    assert len(named) > 12
    for name in named:
        assert (PACKAGE / name).exists() or (ROOT / name).exists(), name
    for name in re.findall(r"`((?:tests|docs|views|load|model|pages|locale)/[\w./]+\.\w+)`", TEXT):
        if "/it/" not in name:
            assert (ROOT / name).exists() or (PACKAGE / name).exists(), name


def test_every_room_is_on_the_map() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir()} - {"__pycache__"}
    rooms |= {path.name for path in PACKAGE.glob("*.py")} - {"__init__.py"}
    for room in rooms:
        assert f"`{room}`" in TEXT or f"`{room}/`" in TEXT, room


def test_the_recipe_of_a_view_has_its_functions_and_the_files_to_start_from() -> None:
    recipe = TEXT.partition("## Add a view")[2].partition("\n## ")[0]
    functions = {*re.findall(r"def (\w+)\(", recipe), "gathers"}
    assert functions == {field.name for field in fields(View)} - {"is_governed"}
    assert all(f"{name}={name}" in recipe for name in functions)
    assert "all five `.po` files" in recipe
    assert len(po_files()) == 5
    for name in re.findall(r"`((?:docs|tests)/[\w/-]+/)`", recipe):
        assert (ROOT / name).is_dir(), name
    start = (PACKAGE / "views/presenters/signups.py").read_text(encoding="utf-8")
    for name in ("fragment(", "searched=", "page.is_html", "plain_table("):
        assert name in start
        assert name.rstrip("=(") in recipe
