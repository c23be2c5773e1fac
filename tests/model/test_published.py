"""What was published is known by a reading's text and address alone, and nothing is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_seminar.model.bibliography import Author
from sphinx_seminar.model.publication_number import arxiv_of, arxiv_year, doi_of
from sphinx_seminar.model.published import Published, merged, published, venue_and_note

DOIS = {
    "https://doi.org/10.1145/3292500.3330701": "10.1145/3292500.3330701",
    "http://dx.doi.org/10.1000/182": "10.1000/182",
    "https://DOI.org/10.1002/%28SICI%291097-0258%3C1661::AID%3E3.0.CO;2-2": (
        "10.1002/(SICI)1097-0258<1661::AID>3.0.CO;2-2"
    ),
    "https://doi.ieeecomputersociety.org/10.1109/MM.2020.2997641": "10.1109/MM.2020.2997641",
    "https://dl.acm.org/doi/10.1145/3447786.3456245": "10.1145/3447786.3456245",
    "https://dl.acm.org/doi/abs/10.1145/3373376.3378534": "10.1145/3373376.3378534",
    "https://dl.acm.org/doi/pdf/10.1145/3238147.3238187": "10.1145/3238147.3238187",
    "https://dl.acm.org/doi/pdf/10.1145/3238147.3238187?download=true": "10.1145/3238147.3238187",
    "https://dl.acm.org/doi/fullHtml/10.1145/3446640/": "10.1145/3446640",
    "https://onlinelibrary.wiley.com/doi/epdf/10.1002/rob.21918": "10.1002/rob.21918",
    "https://www.science.org/doi/10.1126/science.aar6404": "10.1126/science.aar6404",
    "https://dl.acm.org/citation.cfm?doid=2408776.2408794": None,
    "https://portal.example/get?doi=10.1145/2408776.2408794": "10.1145/2408776.2408794",
    "https://link.springer.com/article/10.1007/s11263-015-0816-y": "10.1007/s11263-015-0816-y",
    "https://link.springer.com/content/pdf/10.1007/s11263-015-0816-y.pdf": (
        "10.1007/s11263-015-0816-y"
    ),
    "https://www.biorxiv.org/content/10.1101/2020.01.02.123456v2.full.pdf": (
        "10.1101/2020.01.02.123456"
    ),
    "https://doi.org/10.1145/3292500.3330701.": "10.1145/3292500.3330701",
    "https://doi.org/10.1016/0010-0277(85)90022-8),": "10.1016/0010-0277(85)90022-8",
    "https://doi.org/10.1016/S0140-6736(20)30183-5": "10.1016/S0140-6736(20)30183-5",
    "https://arxiv.org/abs/1706.03762": None,
    "https://doi.org/": None,
    "https://doi.org/10.1145/).": None,
    "https://doi.org/10.1145": None,
    "https://doi.org/10.1145/a b": None,
    "https://doi.org/10.1145/" + 300 * "a": None,
    "https://example.org/papers/10.1145/1.pdf": None,
    "ftp://doi.org/10.1000/182": None,
    "papers/doi/10.1000/182": None,
    "https://[broken/doi/10.1000/182": None,
    "": None,
}


@pytest.mark.parametrize(("address", "doi"), DOIS.items())
def test_an_address_that_names_a_doi_tells_it(address: str, doi: str | None) -> None:
    assert doi_of(address) == doi


ARXIV = {
    "https://arxiv.org/abs/1706.03762": "1706.03762",
    "http://www.arxiv.org/abs/1706.03762v5": "1706.03762",
    "https://arxiv.org/pdf/1810.00736.pdf": "1810.00736",
    "https://arxiv.org/pdf/1810.00736v2": "1810.00736",
    "https://arxiv.org/html/2501.12948v1/": "2501.12948",
    "https://arxiv.org/abs/1706.03762?context=cs#comments": "1706.03762",
    "https://export.arxiv.org/abs/0704.0001": "0704.0001",
    "https://ar5iv.labs.arxiv.org/html/1706.03762": "1706.03762",
    "https://arxiv.org/abs/math.GT/0309136": "math.GT/0309136",
    "https://arxiv.org/pdf/cs/9301113.pdf": "cs/9301113",
    "https://doi.org/10.48550/arXiv.1706.03762": "1706.03762",
    "https://arxiv.org/abs/hep-th/9711200v3.": "hep-th/9711200",
    "https://arxiv.org/abs/1713.03762": None,
    "https://arxiv.org/list/cs.LG/recent": None,
    "https://arxiv.org": None,
    "https://example.org/abs/1706.03762": None,
    "https://notarxiv.org/abs/1706.03762": None,
}


@pytest.mark.parametrize(("address", "number"), ARXIV.items())
def test_an_address_of_arxiv_tells_its_number_without_the_version(
    address: str, number: str | None
) -> None:
    assert arxiv_of(address) == number


@pytest.mark.parametrize(
    ("number", "year"),
    [("1706.03762", 2017), ("0704.0001", 2007), ("cs/9301113", 1993), ("math.GT/0309136", 2003)],
)
def test_the_number_of_a_preprint_tells_its_year(number: str, year: int) -> None:
    assert arxiv_year(number) == year


LABELS = {
    "ASPLOS'20": ("ASPLOS", ""),
    "OSDI '22": ("OSDI", ""),
    "mlsys'20": ("mlsys", ""),
    "NSDI 2012": ("NSDI", ""),
    "USENIX ATC ’19": ("USENIX ATC", ""),
    "2019 ICLR": ("ICLR", ""),
    "2019 ICLR, oral": ("ICLR", "oral"),
    "SC’21, Best Paper finalist": ("SC", "Best Paper finalist"),
    "ICLR'18 Best Paper": ("ICLR", "Best Paper"),
    "Technical report, MIT, 1983": ("Technical report", "MIT"),
    "best paper, 2012": (None, "best paper"),
    "Blog post, 2019": (None, "Blog post"),
    "Blog post": (None, "Blog post"),
    "Talk 2020": (None, "Talk"),
    "March 2019": (None, "March"),
    "seen 2019": (None, "seen"),
    "OSDI": (None, "OSDI"),
    "2012": (None, ""),
    "": (None, ""),
}


@pytest.mark.parametrize(("label", "told"), LABELS.items())
def test_a_label_with_a_year_names_a_venue(label: str, told: tuple[str | None, str]) -> None:
    assert venue_and_note(label) == told


def test_a_reading_tells_all_that_is_written_there() -> None:
    address = "https://arxiv.org/abs/2006.16668"
    links = (("pdf", "https://dl.acm.org/doi/pdf/10.1145/1.2"), ("code", "https://code.example/"))
    assert published("GShard", "ICLR'21, oral", address, links) == Published(
        title="GShard",
        venue="ICLR",
        year=2021,
        note="oral",
        address=address,
        doi="10.1145/1.2",
        arxiv="2006.16668",
    )


def test_what_is_not_written_is_left_out() -> None:
    assert published("Chapter 3", None, None) == Published("Chapter 3")


def test_a_preprint_without_a_venue_is_of_the_year_in_its_number() -> None:
    assert published("T", None, "https://arxiv.org/abs/2006.16668").year == 2020
    assert published("T", "ICLR'21", "https://arxiv.org/abs/2006.16668").year == 2021


def test_a_title_without_a_link_is_found_where_its_paper_is() -> None:
    links = (("slides", "https://x.example/s"), ("[PDF]", "https://x.example/p"))
    assert published("T", None, None, links).address == "https://x.example/p"


def test_another_paper_of_the_same_item_lends_it_no_number() -> None:
    links = (("Another paper", "https://arxiv.org/abs/2006.16668"),)
    assert published("T", None, "https://x.example/", links).arxiv is None


def test_a_year_is_that_of_the_venue_where_another_item_names_it() -> None:
    preprint = published("T", None, "https://arxiv.org/abs/2006.16668")
    paper = published("T", "ICLR'21", "https://x.example/")
    told = merged([preprint, paper])
    assert (told.venue, told.year, told.arxiv) == ("ICLR", 2021, "2006.16668")


def test_who_wrote_it_is_told_by_one_item_alone() -> None:
    one = Published("T", authors=(Author("Brook"),))
    other = Published("T", authors=(Author("Dale"),), and_others=True)
    assert merged([one, other]) == one
    assert merged([Published("T"), other]) == other


@given(st.text() | st.text("htps:/.?10doiarxv[]%#@ \n", max_size=40).map("https://".__add__))
def test_no_address_breaks_it(address: str) -> None:
    for number in (doi_of(address), arxiv_of(address)):
        assert number is None or (number.isprintable() and " " not in number)


@given(st.text())
def test_no_label_breaks_it(label: str) -> None:
    venue, note = venue_and_note(label)
    assert (venue or "").strip() == (venue or "")
    assert not venue or venue in label
    assert isinstance(note, str)
