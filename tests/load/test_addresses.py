from __future__ import annotations

from collections.abc import Callable

import pytest

from sphinx_seminar.load.address import read_address, read_target


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/a_(b)?c=%20#d",
        "http://example.org",
        "HTTPS://Example.org",
        "mailto:ada@example.org",
        "syllabus.pdf",
        "slides/lec02.pptx?raw=1",
        "./notes",
        "../other/",
        "/notes",
        "#grading",
        "//example.org/x",
    ],
)
def test_web_mail_and_relative_addresses_are_links(text: str) -> None:
    assert read_address(text) == text
    assert read_target(text) == (text, True)


@pytest.mark.parametrize(
    "text",
    [
        "Piazza",
        "TBA",
        "N/A",
        "and/or",
        "Tue/Thu, 3pm",
        "Node.js",
        "Room: 405",
        "Data: see Canvas",
        "ask me, or see slides.pdf",
        "ada@example.org",
    ],
)
def test_words_are_a_text_and_no_link(text: str) -> None:
    assert read_target(text) == (text, False)


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "javascript: alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "\u200bjavascript:alert(1)",
        "javascript\u00a0:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org",
        "blob:https://example.org/x",
    ],
)
@pytest.mark.parametrize("read", [read_address, read_target])
def test_an_address_that_may_run_a_script_is_no_link(
    read: Callable[[str], object], text: str
) -> None:
    with pytest.raises(ValueError, match="not an address that a page may link to; write an https:"):
        read(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("piazza.com/x", "'piazza.com/x' has no scheme; write 'https://piazza.com/x'"),
        ("www.example.de", "'www.example.de' has no scheme; write 'https://www.example.de'"),
        ("https://", "'https://' has no host; write it such as https://example.org/page"),
        ("https:/example.org/x", "'https:/example.org/x' has no host"),
        ("https://[::1", "'https://[::1' is not an address; check its host"),
        ("https://x.y/a b", "'https://x.y/a b' has a blank in it; write %20"),
        ("mailto:", "'mailto:' names nobody; write mailto:name@host"),
        ("https://x.y/" + "z" * 3000, "'https://x.y/zzz"),
    ],
)
@pytest.mark.parametrize("read", [read_address, read_target])
def test_a_misspelt_address_is_told(read: Callable[[str], object], text: str, message: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  # the message is compared below
        read(text)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("TBA", "'TBA' is not an address; write one such as https://example.org/page"),
        ("N/A", "'N/A' is not an address"),
        ("my page", "'my page' is not an address"),
        ("ada@example.org", "'ada@example.org' has no scheme; write 'mailto:ada@example.org'"),
    ],
)
def test_where_only_an_address_can_stand_words_are_a_problem(text: str, message: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  # the message is compared below
        read_address(text)
    assert str(caught.value).startswith(message)
