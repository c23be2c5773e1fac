"""Addresses in raw HTML that a view copies from another folder lead where they led."""

from __future__ import annotations

import pytest

from sphinx_seminar.views.copied.addresses import moved

from ..conftest import Build, Site
from ..samples import COURSE

RAW = """
    # One

    ```{session}
    ```

    (part)=
    Text with <a href="../_static/s.html?a=../b">inline</a>, <a href='#part'>a part</a>,
    <a href="#own">its own</a>, <a href="/top.html" title="href='x.html'">top</a>.

    <div id="own" style="background: url(dot.png)"><img src=dot.png
      srcset="dot.png 1x, https://x.example/d.png 2x" alt="a > b">
    <video poster="a.png" src="./clips/"></video>
    <object data="../plan.pdf"></object><svg><use href="#icon"/></svg>
    <!-- <a href="left.html"> --></div>

    <script src="run.js"></script>
    """
FILES = {
    "course.yml": COURSE,
    "index.md": "# Top\n\n```{schedule}\n```\n\n```{toctree}\nweeks/one\n```\n",
    "weeks/one.md": RAW,
}
MOVED = (
    'href="_static/s.html?a=../b"',
    "href='weeks/one.html#part'",
    'href="#own"',
    'href="/top.html" title="href=\'x.html\'"',
    "url(weeks/dot.png)",
    "src=weeks/dot.png",
    'srcset="weeks/dot.png 1x, https://x.example/d.png 2x"',
    'alt="a > b"',
    'poster="weeks/a.png"',
    'src="weeks/clips/"',
    'data="plan.pdf"',
    '<use href="#icon"/>',
    '<!-- <a href="left.html"> -->',
    '<script src="weeks/run.js">',
)


def gathered(site: Site, name: str = "index.html") -> str:
    text = site.text(name)
    return text[text.index('class="seminar-schedule"') :]


def test_relative_addresses_in_raw_html_are_moved_along(build: Build) -> None:
    site = build(FILES)
    assert site.warnings == []
    shown = gathered(site)
    assert [piece for piece in MOVED if piece not in shown] == []


def test_raw_html_of_the_same_folder_stays_as_it_was_written(build: Build) -> None:
    index = FILES["index.md"].replace("weeks/one", "one")
    site = build({"course.yml": COURSE, "index.md": index, "one.md": RAW})
    shown = gathered(site)
    assert [piece for piece in ("src=dot.png", 'data="../plan.pdf"') if piece not in shown] == []


def test_relative_links_stay_as_they_are_where_all_pages_are_one(build: Build) -> None:
    one = "# One\n\n```{session}\n```\n\n<img src='weeks/dot.png'> [a](<project:x.pdf>)\n"
    site = build({**FILES, "weeks/one.md": one}, builder="singlehtml")
    assert gathered(site).count("src='weeks/dot.png'") == 2


def test_an_address_in_a_script_is_told_at_its_line(build: Build) -> None:
    one = '# One\n\n```{session}\n```\n\n<script>\nfetch("../data.json")\n</script>\n'
    site = build({**FILES, "weeks/one.md": one})
    assert site.warnings == [
        (
            "weeks/one.md:6: WARNING: the script names '../data.json', which leads elsewhere from "
            "'index', where a view shows it; write an address that starts with / or https:// "
            "[seminar.link]"
        )
    ]


@pytest.mark.parametrize(
    ("address", "page", "expected"),
    [
        ("a.html", "../weeks/one.html", "../weeks/a.html"),
        ("../a/", "weeks/one/", "weeks/a/"),
        ("?q=1", "weeks/one.html", "weeks/one.html?q=1"),
        ("a.html", "#document-weeks/one", "a.html"),
        ("a.html#x/../y", "weeks/one.html", "weeks/a.html#x/../y"),
    ],
)
def test_an_address_is_moved_by_its_path_alone(address: str, page: str, expected: str) -> None:
    assert moved(address, page) == expected


WIDGET = """
    # {title}

    ```{{session}}
    ```

    <style>#demo > p {{ color: #demo5; }}</style>
    <label for="demo" aria-describedby="other demo">Demo</label>
    <div id="demo"><a href="#demo">up</a><svg><rect fill="url(#demo)"/></svg></div>

    <script>run(document.getElementById("demo"), "#demo .x", "demos")</script>
    """


def test_ids_of_raw_html_that_two_pages_have_stay_apart(build: Build) -> None:
    pages = {f"{name}.md": WIDGET.format(title=name) for name in ("one", "two")}
    index = "# Top\n\n```{schedule}\n```\n\n```{toctree}\none\ntwo\n```\n"
    site = build({"course.yml": COURSE, "index.md": index, **pages})
    assert site.warnings == []
    page = site.page()
    assert len(page.select("[id=demo]")) == 1
    (new,) = (str(tag["id"]) for tag in page.select("div[id^=seminar-copy]"))
    text = gathered(site)
    for first, again in (
        ("#demo > p { color: #demo5; }", f"#{new} > p {{ color: #demo5; }}"),
        ('for="demo" aria-describedby="other demo"', f'for="{new}" aria-describedby="other {new}"'),
        ('<a href="#demo">', f'<a href="#{new}">'),
        ('fill="url(#demo)"', f'fill="url(#{new})"'),
        ('("demo"), "#demo .x", "demos")', f'("{new}"), "#{new} .x", "demos")'),
    ):
        assert (text.count(first), text.count(again)) == (1, 1), first


def test_ids_of_raw_html_on_its_own_page_stay_with_the_original(build: Build) -> None:
    body = WIDGET.format(title="One").replace(
        "# One", "# Top\n\n    ```{schedule}\n    ```\n\n    ## One"
    )
    site = build({"course.yml": COURSE, "index.md": body})
    (original,) = site.page().select("section [id=demo]")
    assert original.find_parent(class_="seminar-schedule") is None
