"""What is wrong on a page is reported once it is read, as one cause may have many lines."""

from __future__ import annotations

from typing import Any, cast

from sphinx.environment import BuildEnvironment

from ..model.problem import Problem


def tell(env: BuildEnvironment, problem: Problem) -> None:
    """Let our domain tell *problem* with the others of the page."""
    # On the domain and not in what Sphinx keeps of a page: asking that costs every page a call.
    unreported: list[Problem] = cast("Any", env.domains["seminar"]).unreported
    unreported.append(problem)
