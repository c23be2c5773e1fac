"""What each small build does anew, and thousands of them in one process need only once.

None of it depends on the site; together it took a sixth of a build of one page.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from functools import cache
from importlib.metadata import entry_points
from types import CodeType
from typing import Any

import pytest
from docutils import frontend
from jinja2.sandbox import SandboxedEnvironment
from sphinx import jinja2glue, registry, theming
from sphinx.util import display
from sphinx.util import docutils as sphinx_docutils
from sphinx.util.logging import SphinxLoggerAdapter


class CompilingOnce(SandboxedEnvironment):
    """The environment of a theme's templates, which compiles each text once a process."""

    _codes: dict[tuple[object, ...], CodeType] = {}  # noqa: RUF012 - all environments share it

    def compile(self, source: Any, *args: Any, **options: Any) -> Any:
        """The code of a template, as the first environment with these extensions compiled it."""
        key = (source, args, *sorted(options.items()), *sorted(self.extensions))
        if key not in self._codes:
            self._codes[key] = super().compile(source, *args, **options)
        return self._codes[key]


class DefaultsOnce(frontend.OptionParser):
    """A parser of docutils, which makes its options once for each kind of component.

    Three are made for each page, for their defaults alone.
    """

    _made: dict[tuple[type, ...], dict[str, Any]] = {}  # noqa: RUF012 - all parsers share it

    def populate_from_components(self, components: Any) -> None:
        """Take the options over from the first parser with components of these kinds."""
        key = tuple(part if isinstance(part, type) else type(part) for part in components)
        if key not in self._made:
            super().populate_from_components(components)
            made = {name: copy(value) for name, value in vars(self).items()}
            self._made[key] = {name: value for name, value in made.items() if name != "components"}
        vars(self).update({name: copy(value) for name, value in self._made[key].items()})


@contextmanager
def done_once() -> Iterator[None]:
    """Let the builds of this process, and of its forks, share what does not depend on a site."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2glue, "SandboxedEnvironment", CompilingOnce)
        for module in (registry, theming):
            patch.setattr(module, "entry_points", cache(entry_points))
        # Sphinx takes it from docutils by one way or the other, as of its version.
        for module in (frontend, sphinx_docutils):
            patch.setattr(module, "OptionParser", DefaultsOnce, raising=False)
        # Nine hundred calls a build, for lines that nobody reads.
        patch.setattr(SphinxLoggerAdapter, "debug", lambda *_args, **_options: None)
        # Progress, file by file: thirty lines a build.
        patch.setattr(display.logger, "info", lambda *_args, **_options: None)
        # The tests leave a million objects alone, which are counted in fifteen milliseconds.
        patch.setattr(gc, "get_freeze_count", lambda: 1)
        yield
