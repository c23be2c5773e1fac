"""Cross-references in copied content: they mean what they mean on their own page."""

from __future__ import annotations

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.util import docname_join

from ..page import Page


def adopt_xrefs(node: nodes.Element, origin: str, page: Page) -> None:
    """Let each find from the page that shows it what it finds from *origin*."""
    for xref in node.findall(pending_xref):
        kind, target = xref.get("reftype"), xref.get("reftarget", "")
        if kind == "doc" and xref.get("refdomain") == "std":
            xref["reftarget"] = f"/{docname_join(xref.get('refdoc', origin), target)}"
        elif kind in {"any", "myst"} and target and xref.get("refdomain") != "doc":
            _settle(xref, origin, page)
        xref["refdoc"] = page.docname
        xref["seminar-origin"] = origin
        # What it does not find is reported where it was written.
        xref["seminar-copy"] = True
        xref["refwarn"] = False


def _settle(xref: pending_xref, origin: str, page: Page) -> None:
    """Settle a name that may be that of a page, which depends on the folder."""
    env, target = page.env, xref["reftarget"]
    standard = env.domains.standard_domain
    if xref["reftype"] == "myst" and target.lower() in standard.anonlabels:
        meant = ("std", "ref", target.lower())  # MyST asks for labels first
    elif (docname := docname_join(xref.get("refdoc", origin), target)) in env.found_docs:
        xref["reftarget"] = f"/{docname}"
        return
    elif target.lower() in standard.anonlabels:
        meant = ("std", "ref", target.lower())
    else:
        meant = ("seminar", "session", target)
    if docname_join(page.docname, target) in env.found_docs:
        # A page beside the view has the name, too.
        xref["refdomain"], xref["reftype"], xref["reftarget"] = meant
