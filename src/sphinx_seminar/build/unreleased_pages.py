"""Pages with something that is not released yet, and what an earlier build published of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment

from ..domain import SeminarDomain
from .removed_file import remove_or_tell

Copies = dict[str, set[str]]
"""The files of the output that a document brought, by its name; their paths in the output."""


def holds_back(domain: SeminarDomain, docname: str) -> bool:
    """Whether something is in a document that is left out of this build."""
    facts = domain.documents.get(docname)
    return facts is not None and not all(found.is_out for found in facts.releases)


def to_read_anew(domain: SeminarDomain) -> Iterator[str]:
    """The documents of which more, or less, is out than when they were read."""
    for docname, facts in domain.documents.items():
        if facts.releases:
            from ..pages.withheld import is_out  # few sites withhold something

            if any(
                found.is_out != is_out(found, domain.loaded, domain.now) for found in facts.releases
            ):
                yield docname


def copies(env: BuildEnvironment, builder: Builder) -> Copies:
    """The copies of files that the documents of an environment bring."""
    found: Copies = {}
    images = getattr(builder, "imagedir", "")
    for folder, files in ((images, env.images), ("_downloads", env.dlfiles)):
        for docnames, name in files.values():
            for docname in docnames:
                found.setdefault(docname, set()).add(f"{folder}/{name}")
    return found


def take_back(
    domain: SeminarDomain, env: BuildEnvironment, builder: Builder, before: Copies
) -> None:
    """Remove from the output what a document that withholds something brought *before*.

    In a new environment nothing is known of that: then all copies go that no page offers.
    """
    downloads = Path(builder.outdir, "_downloads")
    if not before and not downloads.is_dir():
        return
    withholding = [docname for docname in domain.documents if holds_back(domain, docname)]
    gone = set().union(*(before.get(docname, ()) for docname in withholding))
    if withholding and not before:
        # Sphinx names the folder of each by a digest, of as many digits.
        gone = {
            f"_downloads/{path.parent.name}/{path.name}"
            for path in downloads.glob(f"{'[0-9a-f]' * 32}/*")
        }
    if gone:
        for path in gone.difference(*copies(env, builder).values()):
            remove_or_tell(Path(builder.outdir, path))
