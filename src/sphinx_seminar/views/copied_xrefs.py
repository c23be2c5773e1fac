"""Cross-references in copied content: they mean what they mean on their own page."""

from __future__ import annotations

import posixpath

from docutils import nodes
from sphinx.addnodes import pending_xref

from .context import ViewContext


def adopt_xrefs(node: nodes.Element, origin: str, context: ViewContext) -> None:
    """Let each find from the page that shows it what it finds from *origin*."""
    for xref in node.findall(pending_xref):
        folder = posixpath.dirname(xref.get("refdoc", origin))
        kind, target = xref.get("reftype"), xref.get("reftarget", "")
        if kind == "doc" and xref.get("refdomain") == "std":
            xref["reftarget"] = posixpath.normpath(posixpath.join("/", folder, target))
        elif kind == "any" and target:
            docname = posixpath.normpath(posixpath.join("/", folder, target))
            if docname.removeprefix("/") in context.env.found_docs:
                xref["reftarget"] = docname
        xref["refdoc"] = context.docname
        xref["seminar-origin"] = origin
        xref["seminar-copy"] = True  # what it does not find is told where it was written
