"""What a comment or a docstring names of the package is there, after a file has moved too."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import sphinx_seminar

PACKAGE = Path(sphinx_seminar.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
OF_OTHERS = {"conf.py", "_build_info.py"}


def named() -> set[str]:
    """The modules and what is in them, as ``sphinx_seminar.model.label.WrittenKind``."""
    return {
        name
        for path in FILES
        for name in re.findall(r"`(sphinx_seminar\.[\w.]+)`", path.read_text(encoding="utf-8"))
    }


def test_every_file_that_is_named_is_there() -> None:
    known = {path.name for path in FILES} | OF_OTHERS
    found = {
        name
        for path in FILES
        for name in re.findall(r"\b(\w+\.py)\b", path.read_text(encoding="utf-8"))
    }
    assert "kinds_of_values.py" in found
    assert found - known == set()


@pytest.mark.parametrize("name", sorted(named()))
def test_everything_that_is_named_in_full_is_there(name: str) -> None:
    try:
        import_module(name)
    except ModuleNotFoundError:
        module, _, attribute = name.rpartition(".")
        assert hasattr(import_module(module), attribute)
