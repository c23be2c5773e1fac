"""How many examples a fuzzer tries: few and always the same ones, or many by a seed."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

from . import EXAMPLES


def effort(examples: int) -> settings:
    """Settings for so many examples in an ordinary run."""
    asked = os.environ.get(EXAMPLES)
    return settings(
        max_examples=int(asked) if asked else examples,
        derandomize=not asked,
        database=None,
        deadline=None,
        # One folder, and one application, serve all examples.
        suppress_health_check=list(HealthCheck),
    )
