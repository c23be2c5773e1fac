"""Words of links that name the format of something, and not the thing."""

from __future__ import annotations

FORMATS = frozenset(
    """pdf ppt pptx pptm slides slide video videos recording code html doc docx ps link talk blog
    poster paper arxiv notes notebook transcript website""".split()  # noqa: SIM905, words wrap
)
"""In lower case."""
