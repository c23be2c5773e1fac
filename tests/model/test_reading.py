"""A reading is what the item of a list says, however its author wrote it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_seminar.model.reading import Piece, Reading, read_item

Z = "https://x.example/z"
TITLE = Piece("Title", Z)


@dataclass(frozen=True)
class Case:
    """The inline content of an item, and what it means."""

    name: str
    pieces: tuple[Piece, ...]
    title: str = "Title"
    address: str | None = Z
    venues: tuple[str, ...] = ()
    year: int | None = None
    links: tuple[tuple[str, str], ...] = ()
    before: str = ""
    after: str = ""
    announced: tuple[str, ...] = ()
    is_forthcoming: bool = field(default=False)


CASES = (
    Case("a link alone", (TITLE,)),
    Case(
        "a venue glued to the link", (Piece("[ASPLOS'20]"), TITLE), venues=("ASPLOS'20",), year=2020
    ),
    Case(
        "a venue and a blank before the link",
        (Piece("[MLSys'20] "), TITLE),
        venues=("MLSys'20",),
        year=2020,
    ),
    Case(
        "two labels before the link",
        (Piece("[ICLR'20][Talk]"), TITLE),
        venues=("ICLR'20", "Talk"),
        year=2020,
    ),
    Case("a venue in lower case", (Piece("[mlsys'20]"), TITLE), venues=("mlsys'20",), year=2020),
    Case(
        "a venue closed by a parenthesis",
        (Piece("[SC'20) "), TITLE),
        venues=("SC'20",),
        year=2020,
    ),
    Case(
        "a venue opened by a parenthesis",
        (Piece("(SC'20] "), TITLE),
        venues=("SC'20",),
        year=2020,
    ),
    Case("a mismatched bracket without a year", (Piece("(hard] "), TITLE), before="(hard]"),
    Case(
        "a venue inside the link",
        (Piece("Title [ICLR’18]", Z),),
        venues=("ICLR’18",),
        year=2018,
    ),
    Case(
        "a venue with a remark inside the link",
        (Piece("Title [SC’21, Best Paper finalist]", Z),),
        venues=("SC’21, Best Paper finalist",),
        year=2021,
    ),
    Case(
        "a venue at the start of the link",
        (Piece("[OSDI '22] Title", Z),),
        venues=("OSDI '22",),
        year=2022,
    ),
    Case("a link that is a bracket alone", (Piece("[Title]", Z),), title="[Title]"),
    Case("a venue bare after the link", (TITLE, Piece(" SOSP'19")), venues=("SOSP'19",), year=2019),
    Case("a venue after a comma", (TITLE, Piece(", NSDI 2012.")), venues=("NSDI 2012",), year=2012),
    Case(
        "a venue in parentheses after the link",
        (TITLE, Piece(" (NSDI 2012)")),
        venues=("NSDI 2012",),
        year=2012,
    ),
    Case(
        "a remark in parentheses is no venue", (TITLE, Piece(" (pre-print)")), after="(pre-print)"
    ),
    Case(
        "a year in a sentence is no venue",
        (TITLE, Piece(" In 2012 it won a prize")),
        after="In 2012 it won a prize",
    ),
    Case(
        "a year of the last century", (TITLE, Piece(" [SOSP'73]")), venues=("SOSP'73",), year=1973
    ),
    Case(
        "two links",
        (Piece("A", Z), Piece(" and/or "), Piece("B", "b")),
        title="A",
        links=(("B", "b"),),
        after="and/or",
    ),
    Case(
        "two links and a slash",
        (Piece("A", Z), Piece("/"), Piece("B", "b")),
        title="A",
        links=(("B", "b"),),
    ),
    Case(
        "a title and its formats",
        (Piece("Title ["), Piece("pdf", "a"), Piece(", "), Piece("pptx", "b"), Piece("]")),
        address=None,
        links=(("pdf", "a"), ("pptx", "b")),
    ),
    Case("a format is a title where there is none", (Piece("PDF", Z),), title="PDF"),
    Case(
        "a link glued to the title's",
        (TITLE, Piece("slides", "s")),
        links=(("slides", "s"),),
    ),
    Case(
        "prose around the link",
        (Piece("Read chapter 1 of "), TITLE, Piece(" by Monday.")),
        before="Read chapter 1 of",
        after="by Monday.",
    ),
    Case("an empty address", (Piece("Slides", ""),), "Slides", "", is_forthcoming=True),
    Case(
        "a text that announces",
        (Piece("more reading coming soon"),),
        "more reading coming soon",
        None,
        is_forthcoming=True,
    ),
    Case("a text alone", (Piece("Chapter 3 of the book"),), "Chapter 3 of the book", None),
    Case("a format announced", (TITLE, Piece(" [PDF]")), announced=(" [PDF]",)),
    Case(
        "a title and a format announced",
        (Piece("Title [PDF]"),),
        address=None,
        announced=(" [PDF]",),
        is_forthcoming=True,
    ),
    Case(
        "a remark with a year in parentheses",
        (TITLE, Piece(" (best paper, 2012) (see below)")),
        venues=("best paper, 2012",),
        year=2012,
        after="(see below)",
    ),
    Case("a year before the title", (Piece("NSDI 2012, "), TITLE), before="NSDI 2012,"),
    Case("a venue with an X", (TITLE, Piece(" (XSEDE'19)")), venues=("XSEDE'19",), year=2019),
    Case("a label behind the title", (TITLE, Piece(" [Blog post]")), venues=("Blog post",)),
    Case("a label behind a remark", (TITLE, Piece(" by Ada [Draft]")), after="by Ada [Draft]"),
    Case(
        "a label before a remark",
        (Piece("[Draft] by Ada: "), TITLE),
        before="[Draft] by Ada:",
    ),
    Case("a label in the middle of a link", (Piece("Title [v2] of it", Z),), "Title [v2] of it"),
    Case("a label of 40 letters", (Piece(f"[{40 * 'a'}] "), TITLE), venues=(40 * "a",)),
    Case("a bracket of 41 letters", (Piece(f"[{41 * 'a'}] "), TITLE), before=f"[{41 * 'a'}]"),
    Case(
        "a label and a venue closed by a parenthesis",
        (Piece("[Talk] [SC'20) "), TITLE),
        venues=("Talk", "SC'20"),
        year=2020,
    ),
    Case(
        "two venues, one closed by a parenthesis",
        (Piece("[ICLR'19] and [SC'20) "), TITLE),
        venues=("ICLR'19", "SC'20"),
        year=2019,
        before="and",
    ),
    Case(
        "a venue before a comma of a remark",
        (TITLE, Piece(" by Ada [ICLR'20], and more")),
        venues=("ICLR'20",),
        year=2020,
        after="by Ada, and more",
    ),
    Case(
        "a venue within a remark",
        (TITLE, Piece(" by Ada [ICLR'20] Xu")),
        venues=("ICLR'20",),
        year=2020,
        after="by Ada Xu",
    ),
    Case(
        "a format in brackets behind a title without a link",
        (Piece("Title "), Piece("[pdf]", "a")),
        address=None,
        links=(("[pdf]", "a"),),
    ),
    Case(
        "a link that only looks like a format",
        (Piece("See "), Piece("Xpdf", Z)),
        "Xpdf",
        before="See",
    ),
    Case(
        "a venue within the link before a full stop",
        (Piece("Title [SC'21].", Z),),
        "Title.",
        venues=("SC'21",),
        year=2021,
    ),
    Case(
        "a link that has a label and a full stop alone",
        (Piece("[SC'21].", Z),),
        "[SC'21].",
    ),
    Case("nothing", (), title="", address=None),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_form_of_an_item_is_read(case: Case) -> None:
    reading = read_item(case.pieces)
    assert (reading.title, reading.address) == (case.title, case.address)
    assert tuple(venue.text for venue in reading.venues) == case.venues
    assert reading.year == case.year
    assert tuple((link.label, link.address) for link in reading.links) == case.links
    assert (reading.before, reading.after) == (case.before, case.after)
    announced = tuple(
        case.pieces[span.piece].text[span.start : span.end] for span in reading.announced
    )
    assert announced == case.announced
    assert reading.is_forthcoming is case.is_forthcoming


def test_the_venue_is_the_label_that_names_a_year() -> None:
    reading = read_item((Piece("[Talk][ICLR'20]"), TITLE))
    assert reading.venue == "ICLR'20"


def test_without_a_year_the_venue_is_the_first_label() -> None:
    assert read_item((Piece("[Blog post][Short] "), TITLE)).venue == "Blog post"


def test_a_reading_without_labels_has_no_venue() -> None:
    reading = read_item((TITLE,))
    assert (reading.venue, reading.year) == (None, None)


def test_a_reading_knows_its_group() -> None:
    assert read_item((TITLE,), group="Software").group == "Software"


pieces = st.builds(
    Piece,
    st.text(st.sampled_from("Ab '’[]()., 2018pdf\n-/é"), max_size=24)
    | st.sampled_from(
        [
            "[OSDI'18]",
            "Title [ICLR’18]",
            "pdf",
            " [PDF] ",
            "soon",
            "(SC'20]",
            "[SC'20)",
            "]",
            "[",
            "[a (2018] b)",
            " (see ",
            " 2012)",
        ]
    ),
    st.none() | st.sampled_from(["", Z, "a.pdf"]),
)


def letters(text: str) -> list[str]:
    return sorted(character for character in text if character.isalnum())


@settings(max_examples=500)
@given(st.lists(pieces, max_size=5))
def test_no_letter_of_an_item_is_dropped(content: list[Piece]) -> None:
    reading = read_item(content)
    kept = [
        reading.title,
        reading.before,
        reading.after,
        *(link.label for link in reading.links),
        *(venue.text for venue in reading.venues),
        *(content[span.piece].text[span.start : span.end] for span in reading.announced),
    ]
    assert letters("".join(kept)) == letters("".join(piece.text for piece in content))


@settings(max_examples=500)
@given(st.lists(pieces, max_size=5))
def test_what_is_set_apart_stands_in_the_item_and_does_not_overlap(content: list[Piece]) -> None:
    reading: Reading = read_item(content)
    spans = [*(venue.span for venue in reading.venues), *reading.announced]
    spans.sort(key=lambda span: (span.piece, span.start))
    for span in spans:
        assert 0 <= span.start < span.end <= len(content[span.piece].text)
    for first, second in pairwise(spans):
        assert first.piece < second.piece or first.end <= second.start
