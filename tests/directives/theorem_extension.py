"""An extension as strangers write them: numbered theorems, and a switch whose parts name ids."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from docutils.nodes import make_id
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective


class Theorem(nodes.Admonition, nodes.Element):
    """Has a title and a section without one."""


class Switch(nodes.General, nodes.TextElement):
    """A button that shows a panel."""


class Panel(nodes.General, nodes.Element):
    """What a switch shows."""


class TheoremDirective(SphinxDirective):
    """Its id is its name."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        name = self.arguments[0]
        section = nodes.section(ids=["theorem-content"])
        self.state.nested_parse(self.content, self.content_offset, section)
        return [Theorem("", nodes.title("", name), section, ids=[make_id(name)], label=name)]


class SwitchDirective(SphinxDirective):
    """A button and its panel, which name one another."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        name = self.arguments[0]
        button = Switch("", name, ids=[f"tab-{name}"], role="tab")
        button["aria-controls"] = f"panel-{name}"
        shown = Panel(ids=[f"panel-{name}"])
        shown["aria-labelledby"] = f"tab-{name}"
        shown["data-opened-by"] = f"#tab-{name}"
        self.state.nested_parse(self.content, self.content_offset, shown)
        return [button, shown]


def visit_theorem(translator: Any, node: nodes.Element) -> None:
    """Look for the number by the id, which must be there, and stop without it."""
    builder = translator.builder
    assert node["ids"][0]
    if builder.format == "html":
        translator.body.append(translator.starttag(node, "div", CLASS="theorem"))
    if builder.format == "html" and builder.config.numfig:
        kind = "theorem"
        kind = f"{translator.docnames[-1]}/{kind}" if builder.name == "singlehtml" else kind
        number = builder.fignumbers.get(kind, {})[node["ids"][0]]
        translator.body.append(f"<b>No. {'.'.join(map(str, number))}</b>")


def depart_element(translator: Any, _node: nodes.Element) -> None:
    """Close it."""
    if translator.builder.format == "html":
        translator.body.append("</div>")


def visit_part(translator: Any, node: nodes.Element) -> None:
    """Write all attributes that HTML has."""
    if translator.builder.format == "html":
        attributes = {
            key: value for key, value in node.attributes.items() if "-" in key or key == "role"
        }
        translator.body.append(translator.starttag(node, "div", **attributes))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register them for each format."""
    formats = ("html", "latex", "text", "texinfo")
    theorems: dict[str, Any] = dict.fromkeys(formats, (visit_theorem, depart_element))
    app.add_enumerable_node(Theorem, "theorem", title_of, **theorems)
    parts: dict[str, Any] = dict.fromkeys(formats, (visit_part, depart_element))
    app.add_node(Switch, **parts)
    app.add_node(Panel, **parts)
    app.add_directive("theorem", TheoremDirective)
    app.add_directive("switch", SwitchDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def title_of(node: nodes.Node) -> str:
    """By what a theorem is called."""
    return next(iter(node.findall(nodes.title))).astext()
