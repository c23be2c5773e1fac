"""Values of YAML as cells: texts, links with their names, and lists of these."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from .addresses import Addresses
from .findings import Findings, Place
from .inline import InlineReader
from .jekyll import title_of_lecture
from .markdown_cell import markdown_cell
from .table import Cell
from .yaml_nodes import all_texts, is_nothing, items, line_of, pairs, text_of

_ADDRESSES = {"url", "link", "href", "address", "file", "path", "src", "pdf", "pdf_file", "html"}
_NAMES = ("title", "name", "text", "label", "paper", "topic")
_OPTIONAL = {"optional", "is_optional"}
_MOST = 1000


class YamlCells:
    """Makes cells of the values of a file."""

    def __init__(self, name: str, addresses: Addresses, findings: Findings) -> None:
        self.name, self._addresses, self.findings = name, addresses, findings
        self._keys: set[str] = set()

    def place(self, node: yaml.Node) -> Place:
        """Where a node begins."""
        return Place(self.name, line_of(node))

    def leave_out(self, node: yaml.Node, reason: str) -> None:
        """Tell all that is below *node*."""
        self.findings.leave_out(self.place(node), all_texts(node, _MOST), reason)

    def text(self, text: str, node: yaml.Node) -> Cell:
        """A text in Markdown that is at *node*."""
        return markdown_cell(text, self.place(node), self._addresses, self.findings)

    def cell(self, node: yaml.Node) -> Cell:
        """The cell of a value, a part for each item of a list."""
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        cells = [self.cell(item) for item in items(node) if not is_nothing(item)]
        return Cell(
            tuple(cell.markdown for cell in cells if cell.parts),
            " ".join(cell.text for cell in cells),
            tuple(text for cell in cells for text in cell.links),
        )

    def lecture(self, node: yaml.Node) -> Cell:
        """The title of the page of a lecture that is named by its file alone, or that name."""
        root = self._addresses.root or self._addresses.folder.parent
        title = title_of_lecture(root, text_of(node)) or text_of(node)
        told = f"{self.place(node)}: slug {text_of(node)} is {title!r}"
        self.findings.readings.append(told)
        return self.text(title, node)

    def _scalar(self, node: yaml.ScalarNode) -> Cell:
        # What YAML folds is one line, and what it keeps has several.
        return self.text(text_of(node), node)

    def _mapping(self, node: yaml.MappingNode) -> Cell:
        """A named link, several links that their keys name, or values behind their keys."""
        known = {text_of(key).casefold(): value for key, value in pairs(node)}
        name_key = next((key for key in _NAMES if text_of(known.get(key)).strip()), None)
        target = next((key for key in known if key in _ADDRESSES and text_of(known[key])), None)
        name = self.cell(known[name_key]) if name_key else Cell()
        cells: list[Cell] = []
        if name_key and target and not name.links:
            cells.append(self._link(name.markdown, known[target], name.text))
        elif name_key:
            target = None
            cells.append(name)
        else:
            target = None
        others = [
            (key, value)
            for key, value in pairs(node)
            if text_of(key).casefold() not in {name_key, target} and not is_nothing(value)
        ]
        self._tell_keys([key for key in (name_key, target) if key], node)
        mark = ""
        for key, value in others:
            word = text_of(key)
            if word.casefold() in _OPTIONAL and text_of(value).casefold() in {"true", "yes"}:
                mark = "(optional) "
                self._tell_keys([word, text_of(value)], key)
            elif text_of(value).casefold() in {"true", "false"}:
                self._tell_keys([f"{word}: {text_of(value)}"], key)
            else:
                cells.append(self._other(word, value, named=name_key is not None))
        links = tuple(text for cell in cells for text in cell.links)
        markdown = ", ".join(cell.markdown for cell in cells if cell.parts)
        text = " ".join(cell.text for cell in cells if cell.text)
        return Cell((mark + markdown,) if markdown else (), mark + text, links)

    def _other(self, key: str, value: yaml.Node, *, named: bool) -> Cell:
        """A value that is neither the name nor the address."""
        words = key.replace("_", " ")
        inner = value
        if isinstance(value, yaml.MappingNode) and len(value.value) == 1:
            only, target = value.value[0]
            if text_of(only).casefold() in _ADDRESSES:
                self._tell_keys([text_of(only)], only)
                inner = target
        is_address = key.casefold() in _ADDRESSES or inner is not value or _is_address(inner)
        if isinstance(inner, yaml.ScalarNode) and is_address:
            return self._link(words, inner, words)
        cell = self.cell(value)
        if named and isinstance(value, yaml.ScalarNode):
            self._tell_keys([key], value)
            return cell
        return Cell((f"{words}: {cell.markdown}",), f"{words}: {cell.text}", cell.links)

    def _link(self, markdown: str, target: yaml.Node, text: str) -> Cell:
        reader = InlineReader(self._addresses, self.findings, self.place(target))
        reader.start_tag("a", {"href": text_of(target).strip()})
        reader.markdown(markdown, text)
        reader.end_tag("a")
        return reader.cell()

    def _tell_keys(self, keys: list[str], node: yaml.Node) -> None:
        """Say once which keys are in no text, as they say what their values are."""
        new = [key for key in keys if key not in self._keys]
        self._keys.update(new)
        if new:
            self.findings.readings.append(f"{self.place(node)}: keys: {', '.join(new)}")


def _is_address(node: yaml.Node) -> bool:
    text = text_of(node)
    return "://" in text and len(text.split()) == 1


def values_of(node: yaml.Node) -> Iterator[str]:
    """The texts of a list, or of one value alone."""
    if isinstance(node, yaml.ScalarNode):
        yield text_of(node)
    for item in items(node):
        yield text_of(item)
