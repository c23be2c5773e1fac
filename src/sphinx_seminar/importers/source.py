"""A source into a page of ours, by what kind of file it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ..load.csv_file import NotCsv
from .addresses import Addresses
from .findings import Findings
from .table import SourcePage

_READABLE = (
    "Markdown (.md), HTML (.html), YAML (.yml), a sheet (.xlsx, .ods, .csv) or a calendar (.ics)"
)


class NotReadable(ValueError):
    """A file that nothing can be taken from."""


def read_source(
    path: Path, content: bytes, addresses: Addresses, zone: str | None, findings: Findings
) -> SourcePage:
    """What the file at *path* says, which has *content*; *zone* is that of the classroom.

    Raises `NotReadable`.
    """
    name, suffix = path.name, path.suffix.casefold()
    try:
        if suffix in {".md", ".markdown", ".mkd"}:
            from .markdown_source import read_markdown_source

            return read_markdown_source(content, name, addresses, findings)
        if suffix in {".html", ".htm"}:
            from .html_source import read_html_source

            return read_html_source(content, name, addresses, findings)
        if suffix in {".csv", ".tsv"}:
            from .csv_source import read_csv_source

            return read_csv_source(content, name)
        if suffix in {".xlsx", ".ods"}:
            from .workbook_source import read_workbook_source

            pages = read_workbook_source(content, name, addresses, findings)
            return joined(pages) if pages else SourcePage()
        if suffix in {".ics", ".ical"}:
            from .ics_source import read_ics_source

            return read_ics_source(content, name, zone, findings)
        if suffix in {".yml", ".yaml"}:
            from .yaml_source import read_yaml_source

            return read_yaml_source(content, name, addresses, findings)
    except ModuleNotFoundError as error:
        needed = f"{path} needs {error.name}; run pip install 'sphinx-seminar[import]'"
        raise NotReadable(needed) from None
    except NotCsv as error:
        line = f":{error.line}" if error.line else ""
        raise NotReadable(f"{path}{line}: {error}") from None
    except ValueError as error:
        raise NotReadable(str(error)) from None
    raise NotReadable(
        f"{path}: {suffix or 'a file without a suffix'} is not read; give {_READABLE}"
    )


def joined(pages: Sequence[SourcePage]) -> SourcePage:
    """Several sources as one, the first title that there is as its own."""
    first, *others = pages
    for page in others:
        first = replace(
            first,
            title=first.title or page.title,
            before=(*first.before, *page.before),
            parts=(*first.parts, *page.parts),
            after=(*first.after, *page.after),
            facts={**page.facts, **first.facts},
            meetings=(*first.meetings, *page.meetings),
            class_days=first.class_days or page.class_days,
        )
    return first
