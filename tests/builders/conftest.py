"""The examples, built once in each format that a test asks for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from .examples import Written, write_examples, written
from .sphinx_build import sphinx_build
from .xelatex import Pdf, print_with_xelatex

Built = Callable[[str], Path]
"""The type of the fixture `built`: gives the output folder of a builder."""


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources of the examples."""
    return write_examples(tmp_path_factory.mktemp("examples") / "source")


@pytest.fixture(scope="session")
def wanted(examples: Path) -> Written:
    """What every format has to hold."""
    return written(examples)


@pytest.fixture(scope="session")
def built(examples: Path) -> Built:
    """Builds the examples with ``-W -n``, once in each format."""

    @cache
    def build(builder: str) -> Path:
        # Formats share what was read, as on an author's machine; catalogs cannot.
        doctrees = "gettext-doctrees" if builder == "gettext" else "doctrees"
        outdir = examples.parent / builder
        sphinx_build(examples, outdir, builder, doctrees=examples.parent / doctrees)
        return outdir

    return build


@pytest.fixture(scope="session")
def pdf(built: Built) -> Pdf:
    """The examples in print."""
    return print_with_xelatex(built("latex"), "examples")
