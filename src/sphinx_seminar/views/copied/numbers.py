"""The numbers of copied content: a copy has that of what it was copied from."""

from __future__ import annotations

from docutils import nodes
from sphinx.util.math import wrap_displaymath

from ..page import Page

_COUNTERS: dict[type[nodes.Element], tuple[type[nodes.Element], str]] = {
    nodes.figure: (nodes.caption, "figure"),
    nodes.table: (nodes.title, "table"),
    nodes.container: (nodes.caption, "literalblock"),
}
"""What a caption of an element is, and what LaTeX counts those by."""
_ONE_PAGE = frozenset({"singlehtml", "latex", "texinfo", "man"})


def copy_numbers(renamed: dict[str, str], origin: str, page: Page) -> None:
    """Number what has new ids on this page, by its old ids on *origin*.

    Sphinx has stored the environment when pages are written; these numbers last for this build.
    """
    all_numbers = page.env.toc_fignumbers
    copied = [
        (kind, new, ids[old])
        for kind, ids in all_numbers.get(origin, {}).items()
        for old, new in renamed.items()
        if old in ids
    ]
    if not copied:
        return
    # Where all pages are one, an extension may look for them under the page that shows the copy.
    is_one_page = page.builder.name in _ONE_PAGE
    for docname in page.env.found_docs if is_one_page else [page.docname]:
        numbers = all_numbers.setdefault(docname, {})
        numbers.setdefault("displaymath", {})  # Sphinx looks for it where it finds any
        for kind, new, number in copied:
            numbers.setdefault(kind, {})[new] = number


def copy_captions(node: nodes.Element, origin: str, page: Page) -> None:
    """Let the captions of a copy say in LaTeX, which counts by itself, what those of *origin* say.

    The elements still have the ids that they have there.
    """
    if page.builder.format != "latex" or page.page_uri(origin) is None:
        return
    for element in list(node.findall(nodes.Element)):
        caption, counter = _COUNTERS.get(type(element), (None, ""))
        if caption is None or not element["ids"]:
            continue
        if element.first_child_matching_class(caption) is None:
            continue
        label = _label(f"{origin}:{element['ids'][0]}")
        # A destination of its own: two of one name are none.
        before = (
            rf"\begingroup\renewcommand{{\the{counter}}}{{\ref{{{label}}}}}"
            rf"\renewcommand{{\theH{counter}}}{{{page.new_id()}}}"
        )
        behind = rf"\addtocounter{{{counter}}}{{-1}}\endgroup"
        parent = element.parent
        at = parent.index(element)
        drawn = [nodes.raw("", text, format="latex") for text in (before, behind)]
        parent[at : at + 1] = [drawn[0], element, drawn[1]]


def _label(name: str) -> str:
    """A label as Sphinx's writer of LaTeX has it."""
    from sphinx.util.texescape import tex_replace_map

    escaped = name.translate(tex_replace_map).encode("ascii", "backslashreplace").decode("ascii")
    escaped = escaped.replace("\\", "_")
    return rf"\detokenize{{{escaped}}}"


def copy_equations(node: nodes.Element, origin: str, page: Page) -> None:
    """Let a labeled equation be the label's only one: a book writes labels, not ids."""
    if page.is_html:
        return
    for equation in node.findall(nodes.math_block):
        if not equation.get("label"):
            continue
        label = f"equation:{equation.get('docname')}:{equation['label']}"
        equation["label"] = None
        is_plain = equation.get("no-wrap", equation.get("nowrap", False))
        is_in_book = page.page_uri(origin) is not None
        if page.builder.format == "latex" and is_in_book and not is_plain:
            drawn = wrap_displaymath(equation.astext(), label, page.env.config.math_number_all)
            number = rf"\tag{{\ref{{{label}}}}}"
            drawn = drawn.replace(rf"\label{{{label}}}", number, 1)
            equation["nowrap"] = equation["no-wrap"] = True
            equation.children = [nodes.Text(drawn)]
