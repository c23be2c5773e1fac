"""References to what is withheld: their words are there, lead nowhere yet, and are no problem."""

from __future__ import annotations

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.environment import BuildEnvironment

from ..domain import SeminarDomain
from ..plan.objects import find_object


def is_withheld(domain: SeminarDomain, target: str) -> bool:
    """Whether something that is withheld may be called so."""
    if not domain.withheld_labels:
        return False
    from ..pages.withheld import label_keys  # few sites withhold something

    return not domain.withheld_labels.isdisjoint(label_keys(target))


def unlink_withheld(document: nodes.document, domain: SeminarDomain, env: BuildEnvironment) -> None:
    """Leave the words alone of the links of MyST, which asks nobody before it warns."""
    for node in list(document.findall(pending_xref)):
        if node.get("reftype") != "myst":
            continue
        in_document = node.get("refdomain") == "doc"  # a link to a page, and to a place there
        target = node.get("reftargetid" if in_document else "reftarget") or ""
        if not is_withheld(domain, target) or _is_known(target, node, domain, env):
            continue
        if in_document:
            node["reftargetid"] = None
        else:
            words = node.children if node.astext() else [nodes.Text(target)]
            assert node.parent is not None
            node.parent.replace(node, nodes.inline("", "", *words))


def _is_known(
    target: str, node: pending_xref, domain: SeminarDomain, env: BuildEnvironment
) -> bool:
    """Whether something else of the site is called the same."""
    names = env.domains["std"].data
    if any(target.lower() in names[table] for table in ("labels", "anonlabels")):
        return True
    docname = node.get("refdoc", env.current_document.docname)
    return find_object(domain.courses, docname, target) is not None
