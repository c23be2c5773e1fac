"""A page of HTML as a PDF with tags (PDF/UA-1, ISO 14289-1), by WeasyPrint."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

_STYLE = Path(__file__).with_name("paper.css")
_CODE_STYLE = "pygments.css"

# What it says of the style of the site, which is not for paper.
logging.getLogger("weasyprint").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF."""

    content: bytes
    pages: int
    problems: tuple[str, ...]
    """What is not in it as it should be, a sentence each."""


def printed(page: Path, title: str, paper: str) -> Printed:
    """The PDF of a page; *paper* is a size as CSS names it."""
    fetcher = _Fetcher(page.parent)
    html = HTML(filename=str(page), url_fetcher=fetcher)
    root = html.etree_element
    problems = [*_pictures_without_text(root), *_formulas(root)]
    _name_heads(root)
    styles = [CSS(filename=str(_STYLE)), CSS(string=f"@page {{ size: {paper} }}")]
    document = html.render(stylesheets=styles, pdf_variant="pdf/ua-1", pdf_tags=True)
    document.metadata.title = title
    content = document.write_pdf(
        finisher=_finish, pdf_variant="pdf/ua-1", pdf_tags=True, custom_metadata=False
    )
    problems += [
        f"not in the PDF: {address}; put a copy beside the page" for address in fetcher.refused
    ]
    return Printed(content, len(document.pages), tuple(problems))


class _Fetcher(URLFetcher):  # type: ignore[misc]  # it has no types
    """Reads files of the built site alone: a page may name any file, and any other site."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols={"file", "data"})
        self.folder = folder.resolve()
        self.refused: dict[str, None] = {}

    def fetch(self, url: str, headers: Any = None) -> Any:
        parts = urlsplit(url)
        if parts.path.endswith(".css") and not parts.path.endswith(_CODE_STYLE):
            return URLFetcherResponse(url, b"", {"Content-Type": "text/css"})
        path = Path(unquote(parts.path)).resolve()
        if parts.scheme == "data" or (
            parts.scheme == "file" and path.is_relative_to(self.folder) and path.is_file()
        ):
            return super().fetch(url, headers)
        is_own = parts.scheme == "file" and path.is_relative_to(self.folder)
        self.refused[str(path.relative_to(self.folder)) if is_own else url] = None
        raise ValueError(f"not of the site: {url}")


def _pictures_without_text(root: Element) -> Iterator[str]:
    """Docutils writes the address of a picture where its author has written no text."""
    for picture in root.iter("img"):
        text, name = picture.get("alt", "").strip(), unquote(picture.get("src", ""))
        if not text or Path(text).name == Path(name).name:
            shown = Path(name).name
            picture.set("alt", shown)
            yield (
                f"the picture {shown} says nothing to those who do not see it; "
                f"write ![what it shows]({shown})"
            )


def _formulas(root: Element) -> Iterator[str]:
    """MathJax is a script, and no script runs on paper."""
    count = sum("math" in found.get("class", "").split() for found in root.iter())
    if count:
        yield (
            f"formulas are in the PDF as TeX: {count}; to draw them, name 'sphinx.ext.imgmath' "
            "among the extensions in conf.py"
        )


def _name_heads(root: Element) -> None:
    """WeasyPrint knows heads of rows by this scope alone."""
    for head in root.iter("th"):
        if head.get("scope") == "rowgroup":
            head.set("scope", "row")


def _finish(document: Any, pdf: Any) -> None:
    _scope_heads(pdf)
    _set_margins_apart(pdf)


def _set_margins_apart(pdf: Any) -> None:
    """Mark what is around the text as artifacts, as PDF/UA-1 asks (ISO 14289-1, 7.1).

    WeasyPrint leaves it out of the structure, and marks it as content of that all the same.
    """

    def at(reference: bytes) -> Any:
        return pdf.objects[int(reference.split()[0])]

    root = at(pdf.catalog["StructTreeRoot"])
    pending, kept = [*root["K"]], set()
    while pending:
        found = pending.pop()
        if isinstance(found, bytes):
            kept.add(found)
            pending += at(found).get("K", ())
    of_pages = at(root["ParentTree"])["Nums"]
    of_page = dict(zip(of_pages[::2], of_pages[1::2], strict=True))
    for page in pdf.objects:
        if not isinstance(page, dict) or "StructParents" not in page:
            continue
        elements, stream = of_page[page["StructParents"]], at(page["Contents"]).stream
        for place in range(len(stream) - 2, 0, -1):
            content = stream[place]
            if isinstance(content, dict) and elements[content["MCID"]] not in kept:
                stream[place - 1 : place + 2] = ["/Artifact", b"BMC"]
                elements[content["MCID"]] = "null"


def _scope_heads(pdf: Any) -> None:
    """Say of each head of a table whether it is one of a column or of a row."""

    def parent_of(element: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = pdf.objects[int(element["P"].split()[0])]
        return found

    for found in pdf.objects:
        if isinstance(found, dict) and found.get("S") == "/TH":
            group = parent_of(parent_of(found))
            found["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"
