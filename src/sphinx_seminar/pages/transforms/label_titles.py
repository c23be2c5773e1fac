"""Labels right before what is ours: they lead to it, and show its title."""

from __future__ import annotations

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.nodes import clean_astext

from ..nodes import seminar_collapsible, seminar_node, seminar_session_head, seminar_title


class LabelTitles(SphinxTransform):
    """Keeps the ids of such labels, and notes the title of a session, deadline, announcement."""

    # After SphinxDomains (850), which notes labels, and knows titles of sections alone.
    default_priority = 860

    def apply(self, **kwargs: object) -> None:
        """Look at what has an explicit name alone, which costs no walk."""
        standard = self.env.domains.standard_domain
        for name, is_explicit in self.document.nametypes.items():
            if not is_explicit or name in standard.labels or name not in standard.anonlabels:
                continue
            docname, anchor = standard.anonlabels[name]
            node = self.document.ids.get(anchor)
            # A collapsible has its id itself: the script opens it for a link to that.
            if isinstance(node, seminar_node) and not isinstance(node, seminar_collapsible):
                _keep_target(node, anchor)
            title = _title_of(node)
            if docname == self.env.current_document.docname and title is not None:
                standard.labels[name] = docname, anchor, clean_astext(title)


def _keep_target(node: nodes.Element, anchor: str) -> None:
    """Let the target of a label have its id again, which docutils gave to the next node.

    A view takes the place of that node, and would take the id along.
    """
    targets: dict[str, nodes.Element] = getattr(node, "expect_referenced_by_id", {})
    target = targets.get(anchor)
    if target is not None and target.parent is not None and target.get("refid") == anchor:
        del target["refid"]
        target["ids"] = [anchor]
        node["ids"].remove(anchor)


def _title_of(node: nodes.Element | None) -> nodes.Element | None:
    if not isinstance(node, seminar_node):
        return None
    if isinstance(node, seminar_session_head):  # its section is the session
        return _first(node.parent, nodes.title)
    return _first(node, seminar_title)


def _first(around: nodes.Element, kind: type[nodes.Element]) -> nodes.Element | None:
    return next((child for child in around.children if isinstance(child, kind)), None)
