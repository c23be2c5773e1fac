"""Functions by name, imported when they are first asked for.

Most sites use few of the views, and each takes its milliseconds to import.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any


@cache
def function(name: str) -> Any:
    """The function behind a name such as ``views.schedule:schedule_view``."""
    module, _colon, attribute = name.partition(":")
    return getattr(import_module(f"{__package__}.{module}"), attribute)
