"""What PDF/UA-1 (ISO 14289-1) asks of a PDF, as far as a program can see it without veraPDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Dictionary, Pdf

_SHOWS = {"Tj", "TJ", "'", '"', "Do", "f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "sh"}
_HEADS = {f"/H{level}": level for level in range(1, 7)}


def elements(pdf: Pdf) -> Iterator[Any]:
    """The elements of the structure, in the order in which they are read."""
    pending: list[Any] = [pdf.Root.StructTreeRoot.K]
    while pending:
        found = pending.pop()
        if isinstance(found, pikepdf.Array):
            pending += reversed(list(found))
        elif isinstance(found, Dictionary):
            if "/S" in found:
                yield found
            if "/K" in found:
                pending.append(found.K)


def faults(path: Path) -> list[str]:
    """What a PDF lacks, a sentence each."""
    with Pdf.open(path) as pdf:
        return [*_of_document(pdf), *_of_structure(pdf), *_of_pages(pdf), *_of_fonts(pdf)]


def _of_document(pdf: Pdf) -> Iterator[str]:
    root: Any = pdf.Root
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "it is not marked as tagged"
    if not str(root.get("/Lang", "")):
        yield "it has no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "a viewer shows the name of the file, not the title"
    with pdf.open_metadata() as about:
        if not about.get("dc:title"):
            yield "it has no title"
        if about.get("pdfuaid:part") != "1":
            yield "it does not say that it is PDF/UA-1"
    with pdf.open_outline() as outline:
        if not outline.root:
            yield "it has no bookmarks"


def _of_structure(pdf: Pdf) -> Iterator[str]:
    level = 0
    for found in elements(pdf):
        kind = str(found.S)
        if kind in _HEADS:
            if _HEADS[kind] > level + 1:
                yield f"{kind} follows a heading of level {level}"
            level = _HEADS[kind]
        elif kind == "/TH" and str(found.get("/A", {}).get("/Scope")) not in {"/Column", "/Row"}:
            yield "a head of a table has no scope"
        elif kind == "/Figure" and not str(found.get("/Alt", "")):
            yield "a picture has no text"


def _of_pages(pdf: Pdf) -> Iterator[str]:
    read = set(_read(pdf))
    for number, page in enumerate(pdf.pages, start=1):
        depth, unread = 0, 0
        for instruction in pikepdf.parse_content_stream(page):
            name = str(instruction.operator)
            depth += (name in {"BDC", "BMC"}) - (name == "EMC")
            unread += name == "BDC" and (number, int(instruction.operands[1].MCID)) not in read
            if name in _SHOWS and depth == 0:
                yield f"page {number}: {name} is outside of all tags"
        if unread:
            yield f"page {number}: {unread} tagged parts are not in the structure"
        annotations: Any = page.get("/Annots", [])
        links = [link for link in annotations if str(link.Subtype) == "/Link"]
        if links and str(page.get("/Tabs")) != "/S":
            yield f"page {number}: the order of its links is not that of the text"
        for link in links:
            if "/StructParent" not in link or not str(link.get("/Contents", "")):
                yield f"page {number}: a link is not tagged, or has no words"


def _read(pdf: Pdf) -> Iterator[tuple[int, int]]:
    """The page and the number of each part of the content that is in the structure."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    for found in elements(pdf):
        kids = found.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                yield numbers[found.Pg.objgen], kid


def unread_texts(path: Path) -> list[int]:
    """How many texts of each page are artifacts, which no screen reader reads."""
    counts = []
    with Pdf.open(path) as pdf:
        for page in pdf.pages:
            tags: list[str] = []
            count = 0
            for instruction in pikepdf.parse_content_stream(page):
                name = str(instruction.operator)
                if name in {"BDC", "BMC"}:
                    tags.append(str(instruction.operands[0]))
                elif name == "EMC":
                    tags.pop()
                count += name == "TJ" and "/Artifact" in tags
            counts.append(count)
    return counts


def _of_fonts(pdf: Pdf) -> Iterator[str]:
    files = ("/FontFile", "/FontFile2", "/FontFile3")
    fonts = (found for found in pdf.objects if isinstance(found, Dictionary))
    for font in fonts:
        if str(font.get("/Type")) == "/FontDescriptor" and not any(key in font for key in files):
            yield f"the font {font.get('/FontName')} is not in it"
