from __future__ import annotations

import pytest

from sphinx_seminar.model.address import is_safe, scheme_of


@pytest.mark.parametrize(
    ("address", "scheme", "safe"),
    [
        ("https://x.example", "https", True),
        ("HTTP://x.example", "http", True),
        ("mailto:ada@uni.example", "mailto", True),
        ("slides/a.pdf", None, True),
        ("#today", None, True),
        ("", None, True),
        ("javascript:alert(1)", "javascript", False),
        ("JavaScript:alert(1)", "javascript", False),
        # As a browser reads it, which passes over these.
        (" java\tscript:alert(1)", "javascript", False),
        ("\u200bjavascript:alert(1)", "javascript", False),
        ("data:text/html,x", "data", False),
    ],
)
def test_an_address_has_the_scheme_that_a_browser_reads(
    address: str, scheme: str | None, safe: bool
) -> None:
    assert scheme_of(address) == scheme
    assert is_safe(address) is safe
