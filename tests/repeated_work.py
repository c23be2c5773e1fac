"""What each small build does anew, and thousands of them in one process need only once.

None of it depends on the site; together it took a sixth of a build of one page.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import entry_points
from types import CodeType
from typing import Any

import pytest
from jinja2.sandbox import SandboxedEnvironment
from sphinx import jinja2glue, registry, theming
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


@contextmanager
def done_once() -> Iterator[None]:
    """Let the builds of this process, and of its forks, share what does not depend on a site."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2glue, "SandboxedEnvironment", CompilingOnce)
        for module in (registry, theming):
            patch.setattr(module, "entry_points", cache(entry_points))
        # Nine hundred calls a build, for lines that nobody reads.
        patch.setattr(SphinxLoggerAdapter, "debug", lambda *_args, **_options: None)
        yield
