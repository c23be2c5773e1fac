"""Addresses and files that a session names among its materials become links."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from ...load.address import looks_like_path, read_address
from ...load.path_inside import is_file, is_inside
from ...model.address import SAFE_SCHEMES, scheme_of, web_fault
from ...model.nearest import nearest
from ...model.short_address import short_address
from ...paths import file_of_site
from ..nodes import seminar_forthcoming, seminar_material
from .inline_content import LINKS, forthcoming, join_texts

_COMMAS = re.compile(r"([,;\uff0c\u3001\u060c\u061b])")
# What the build makes, or a web server shows, need not be among the sources.
_MADE = re.compile(r"(?:\.html?|/|/[^./]+)$", re.IGNORECASE)
_MOST_FILES = 500
_STOPS = tuple(".!?:")
_IS_WORD = re.compile(r"[^.:/@]+")
_OPENING = {")": "(", "]": "[", ">": "<"}


class MaterialLinks(SphinxTransform):
    """Makes links of what is written without markup, and tells of files that are not there.

    It is asked for where a page states materials, once for each.
    """

    # After Locale (20), which parses translated links anew; before links are checked (830).
    default_priority = 825

    def apply(self, **kwargs: object) -> None:
        """Do so in the material of the pending node."""
        assert isinstance(self.startnode, nodes.pending)
        self._faults: list[str] = []
        material: seminar_material = self.startnode.details["material"]
        if material["said"] != "links":
            return
        self._line = material.line
        join_texts(material)
        written = material.astext().strip()
        for child in list(material.children):
            if isinstance(child, nodes.Text):
                material.replace(child, list(self._of_text(child.astext())))
        for link in list(material.findall(nodes.Element)):
            if isinstance(link, LINKS):
                self._check(link)
        if not _has_link(material) and not self._faults:
            self._faults.append(_no_link(written))
        material["faults"] = tuple(self._faults)

    def _of_text(self, text: str) -> Iterator[nodes.Node]:
        """A text, with what are addresses and files in it as links."""
        for piece in _COMMAS.split(text):
            stripped = piece.strip()
            # The name of a file may have blanks in it.
            if " " in stripped and self._is_file(stripped):
                before, after = piece.split(stripped)
                yield from (*_texts(before), self._link(stripped), *_texts(after))
                continue
            for word in re.split(r"(\s+)", piece):
                before, address, after = _bared(word)
                if address and self._is_address(address):
                    yield from (*_texts(before), self._link(address), *_texts(after))
                else:
                    # Prose may speak of HTTP, and names no scheme then.
                    if scheme_of(address) and (fault := web_fault(address)):
                        self._faults.append(fault)
                    yield from _texts(word)

    def _is_address(self, word: str) -> bool:
        if scheme_of(word) is not None:
            return "://" in word or word.casefold().startswith(("mailto:", "javascript:", "data:"))
        return looks_like_path(word) or self._is_file(word)

    def _is_file(self, name: str) -> bool:
        path = file_of_site(self.env, name)
        return path is not None and is_file(path)

    def _link(self, address: str) -> nodes.Element:
        """A link whose text is short, as none was written."""
        link = nodes.reference("", short_address(address), refuri=address, is_bare=True)
        link.line = self._line  # where linkcheck says that it is
        return link

    def _check(self, link: nodes.Element) -> None:
        """Make a link to a file one to download; announce the file that is not there."""
        target = _target(link)
        if target is None:
            self._check_address(link.get("refuri", ""))
            return
        name = re.split(r"[?#]", target)[0]
        path = file_of_site(self.env, name)
        if not name or path is None:
            return
        if is_file(path):
            if not isinstance(link, addnodes.pending_xref | addnodes.download_reference):
                link.parent.replace(link, self._to_file(link, name, path))
            elif link.astext() == target:  # MyST writes the name where a link has no text
                link["is_bare"] = True
                link[:] = [nodes.Text(short_address(target))]
        elif not self._is_made(name):
            self._faults.append(self._missing(name, path))
            self.env.note_dependency(str(path))  # until it is there
            announced = forthcoming(*link.children)
            announced["is_bare"] = link.get("is_bare", False)
            link.parent.replace(link, announced)

    def _check_address(self, address: str) -> None:
        """Tell of an address without a host or an addressee; others are reported with all links."""
        if scheme_of(address) in SAFE_SCHEMES and not web_fault(address):
            try:
                read_address(address)
            except ValueError as error:
                self._faults.append(str(error))

    def _to_file(self, link: nodes.Element, name: str, path: Path) -> nodes.Element:
        """A link to a page of the site, else to a file that it offers to download."""
        docname = self.env.path2doc(str(path))
        new: nodes.Element
        if docname and docname in self.env.found_docs:
            text = [nodes.Text(posixpath.basename(docname))] if "is_bare" in link else link.children
            new = addnodes.pending_xref(
                "",
                nodes.inline("", "", *text),
                refdomain="std",
                reftype="doc",
                reftarget=f"/{docname}",
                refexplicit=True,
                refwarn=True,
                refdoc=self.env.docname,
            )
        else:
            new = addnodes.download_reference(
                "", "", *link.children, refdomain="", refdoc=self.env.docname, reftarget=name
            )
        new["is_bare"] = link.get("is_bare", False)
        return new

    def _is_made(self, name: str) -> bool:
        """Whether a file may be in the site though it is not among the sources."""
        if _MADE.search(name):
            return True
        docname = self.env.docname
        place = posixpath.normpath(posixpath.join("/", posixpath.dirname(docname), name))
        extra = (Path(self.env.app.confdir, path) for path in self.config.html_extra_path)
        return any(is_file(Path(path, place[1:])) for path in extra)

    def _missing(self, name: str, path: Path) -> str:
        folder = path.parent
        known: list[str] = []
        if is_inside(folder, Path(self.env.srcdir)) and folder.is_dir():
            known = sorted(found.name for found in folder.iterdir())[:_MOST_FILES]
        match = nearest(path.name, known)
        hint = f"did you mean {match!r}?" if match else "put it there, or write 'soon'"
        return f"the file {name!r} is not there; {hint}"


def _bared(word: str) -> tuple[str, str, str]:
    """A word without the bracket and the stop of a sentence around it, which come apart."""
    rest = word.lstrip("([<")
    address = rest
    while address[-1:] in _STOPS or address.count(address[-1:]) > address.count(
        _OPENING.get(address[-1:], address[-1:])
    ):
        address = address[:-1]
    return word[: len(word) - len(rest)], address, rest[len(address) :]


def _texts(text: str) -> Iterator[nodes.Text]:
    if text:
        yield nodes.Text(text)


def _target(link: nodes.Element) -> str | None:
    """The file that a link names; None where it leads elsewhere."""
    if isinstance(link, addnodes.download_reference):
        target: str = link["reftarget"]
    elif isinstance(link, addnodes.pending_xref):
        target = link["reftarget"] if link.get("reftype") == "myst" else ""
        target = target if looks_like_path(target) else ""
    else:
        target = link.get("refuri", "")
    is_elsewhere = not target or target.startswith("#") or scheme_of(target) or "//" in target[:2]
    return None if is_elsewhere else target


def _has_link(material: seminar_material) -> bool:
    kinds = (*LINKS, seminar_forthcoming)
    return any(isinstance(node, kinds) for node in material.findall(nodes.Element))


def _no_link(written: str) -> str:
    if " " not in written and not _IS_WORD.fullmatch(written):
        try:
            read_address(written)
        except ValueError as error:
            return str(error)
    match = nearest(written, ("soon", "none"))
    hint = f"did you mean {match!r}?" if match else "write an address, the path of a file, or soon"
    return f"{written[:60]!r} has no link; {hint}"
