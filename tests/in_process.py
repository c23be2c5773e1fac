"""Commands that set up Sphinx, in the process of the tests, where a new one takes a second."""

from __future__ import annotations

from collections.abc import Sequence

from docutils.parsers.rst import directives, roles
from sphinx.locale import translators
from sphinx.util.docutils import additional_nodes, unregister_node

from sphinx_seminar.cli import main


def run_main(arguments: Sequence[str]) -> int:
    """The exit status of a command.

    What Sphinx registers for the whole process is taken back, as the next build does it again.
    """
    try:
        return main(arguments)
    finally:
        for node in list(additional_nodes):
            unregister_node(node)
        directives._directives.clear()  # type: ignore[attr-defined]
        roles._roles.clear()  # type: ignore[attr-defined]
        translators.clear()
