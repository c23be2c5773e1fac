"""What ``{only}`` and ``ifconfig`` leave out of one build is not there for it."""

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


def leave_out(builder: Builder, document: nodes.document, docname: str) -> None:
    """Do what Sphinx does later: what has to be known by then depends on it."""
    process_only_nodes(document, builder.tags)
    ifconfig = sys.modules.get("sphinx.ext.ifconfig")
    if ifconfig:
        asked = SimpleNamespace(config=builder.config, builder=builder)  # of the application
        ifconfig.process_ifconfig_nodes(asked, document, docname)
