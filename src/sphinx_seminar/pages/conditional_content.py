"""Content that ``{only}``, ``ifconfig`` and ``{todo}`` leave out of some builds, not of others."""

from __future__ import annotations

import sys
from types import SimpleNamespace

from docutils import nodes
from sphinx.addnodes import only
from sphinx.builders import Builder
from sphinx.util.nodes import process_only_nodes


def conditions() -> tuple[type[nodes.Element], ...]:
    """The nodes that may be left out; of ``ifconfig`` where its extension is in use."""
    ifconfig = sys.modules.get("sphinx.ext.ifconfig")
    return (only, ifconfig.ifconfig) if ifconfig else (only,)


def may_be_left_out() -> tuple[type[nodes.Element], ...]:
    """These, and a ``{todo}`` where its extension is in use: its content is in no section."""
    found: tuple[type[nodes.Element], ...] = (only,)
    # Asked for each page, and so without a call.
    if "sphinx.ext.ifconfig" in sys.modules:
        found = (*found, sys.modules["sphinx.ext.ifconfig"].ifconfig)
    if "sphinx.ext.todo" in sys.modules:
        found = (*found, sys.modules["sphinx.ext.todo"].todo_node)
    return found


def leave_out(builder: Builder, document: nodes.document, docname: str) -> None:
    """Do what Sphinx does later: what has to be known by then depends on it."""
    process_only_nodes(document, builder.tags)
    ifconfig = sys.modules.get("sphinx.ext.ifconfig")
    if ifconfig:
        asked = SimpleNamespace(config=builder.config, builder=builder)  # of the application
        ifconfig.process_ifconfig_nodes(asked, document, docname)
    todo = sys.modules.get("sphinx.ext.todo")
    if todo and not getattr(builder.config, "todo_include_todos", False):
        for node in list(document.findall(todo.todo_node)):
            node.parent.remove(node)
