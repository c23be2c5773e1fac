"""Workbooks of Excel and LibreOffice, as small as these programs can read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from io import BytesIO
from zipfile import ZipFile

Value = str | date | tuple[str, str]
"""A text, a date, or a text with the address behind it."""

_OFFICE = "http://schemas.openxmlformats.org"
_MAIN = f"{_OFFICE}/spreadsheetml/2006/main"
_RELATIONS = f"{_OFFICE}/package/2006/relationships"
_DOCUMENT = f"{_OFFICE}/officeDocument/2006/relationships"
_TYPES = f"{_OFFICE}/package/2006/content-types"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def xlsx(rows: Sequence[Sequence[Value]], tall: Sequence[str] = ()) -> bytes:
    """A workbook with one sheet; *tall* are its merged cells, such as ``B2:B3``."""
    cells: list[str] = []
    links: list[str] = []
    targets: list[str] = []
    for number, row in enumerate(rows, 1):
        written: list[str] = []
        for column, value in enumerate(row):
            place = f"{chr(ord('A') + column)}{number}"
            if isinstance(value, date):
                # Days since the last one of 1899 (ECMA-376, 18.17.4.1).
                written.append(
                    f'<c r="{place}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
                )
                continue
            text, address = value if isinstance(value, tuple) else (value, "")
            written.append(f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>')
            if address:
                links.append(f'<hyperlink ref="{place}" r:id="l{len(links)}"/>')
                targets.append(address)
        cells.append(f'<row r="{number}">{"".join(written)}</row>')
    sheet = (
        f'<worksheet xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><sheetData>{"".join(cells)}</sheetData>'
        f"{_merged(tall)}<hyperlinks>{''.join(links)}</hyperlinks></worksheet>"
    )
    hyperlinks = [("hyperlink", target) for target in targets]
    return _zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
            f'PartName="/xl/workbook.xml" ContentType="{_SHEET}.sheet.main+xml"/></Types>',
            "_rels/.rels": _related("r", [("officeDocument", "xl/workbook.xml")]),
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><sheets>'
            '<sheet name="Plan" sheetId="1" r:id="w0"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _related(
                "w", [("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")]
            ),
            "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs><xf numFmtId="0"/>'
            '<xf numFmtId="14"/></cellXfs></styleSheet>',
            "xl/worksheets/sheet1.xml": sheet,
            "xl/worksheets/_rels/sheet1.xml.rels": _related("l", hyperlinks),
        }
    )


def _merged(cells: Sequence[str]) -> str:
    written = "".join(f'<mergeCell ref="{each}"/>' for each in cells)
    return f"<mergeCells>{written}</mergeCells>" if written else ""


def ods(rows: Sequence[Sequence[Value]], tall: Sequence[str] = ()) -> bytes:
    """A workbook of LibreOffice with one sheet; *tall* are its merged cells, such as ``B2:B3``."""
    spans = {each.partition(":")[0]: int(each[-1]) - int(each[1]) + 1 for each in tall}
    written = "".join(
        "<table:table-row>"
        + "".join(
            _ods_cell(value, spans.get(f"{chr(ord('A') + column)}{number}", 1))
            for column, value in enumerate(row)
        )
        + "</table:table-row>"
        for number, row in enumerate(rows, 1)
    )
    name = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{name}:office:1.0" xmlns:table="{name}:table:1.0"'
        f' xmlns:text="{name}:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink">'
        '<office:body><office:spreadsheet><table:table table:name="Plan">'
        f"{written}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{name}:manifest:1.0"><manifest:file-entry '
        f'manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    parts = {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}
    return _zipped(parts)


def _ods_cell(value: Value, rows: int) -> str:
    if isinstance(value, date):
        return (
            f'<table:table-cell office:value-type="date" office:date-value="{value}">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    text, address = value if isinstance(value, tuple) else (value, "")
    inner = escape(text)
    if address:
        inner = f'<text:a xlink:href="{escape(address)}">{inner}</text:a>'
    return (
        f'<table:table-cell table:number-rows-spanned="{rows}" office:value-type="string">'
        f"<text:p>{inner}</text:p></table:table-cell>"
    )


def _related(letter: str, targets: Sequence[tuple[str, str]]) -> str:
    written = "".join(
        f'<Relationship Id="{letter}{number}" Type="{_DOCUMENT}/{kind}" Target="{escape(target)}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if kind == 'hyperlink' else ''}/>"
        for number, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{written}</Relationships>'


def _zipped(parts: dict[str, str]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as file:
        for name, text in parts.items():
            head = '<?xml version="1.0" encoding="UTF-8"?>' if text.startswith("<") else ""
            file.writestr(name, head + text)
    return stream.getvalue()
