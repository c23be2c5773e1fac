"""The forms in which authors of seminar pages write a reading."""

from __future__ import annotations

from dataclasses import dataclass

Z = "https://x.example/z"


@dataclass(frozen=True)
class Item:
    """What a reader sees of one item: nothing of its words may be missing."""

    text: str
    links: tuple[tuple[str, str], ...] = ()
    venues: tuple[str, ...] = ()
    forthcoming: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """The body of a ``{readings}`` and the items that it shows."""

    name: str
    markdown: str
    rst: str | None
    """None where reStructuredText has no such form."""
    items: tuple[Item, ...]
    beside: tuple[str, ...] = ()
    """The paragraphs and group headings that are beside the lists."""


TITLE = (("Title", Z),)

FORMS = (
    # Venue before the link
    Form(
        "venue glued to the link",
        f"- [ASPLOS'20][Title]({Z})",
        rf"- [ASPLOS'20]\ `Title <{Z}>`__",
        (Item("Title ASPLOS’20", TITLE, ("ASPLOS’20",)),),
    ),
    Form(
        "venue before the link with a blank",
        f"- [MLSys'20] [Title]({Z})",
        f"- [MLSys'20] `Title <{Z}>`__",
        (Item("Title MLSys’20", TITLE, ("MLSys’20",)),),
    ),
    Form(
        "two labels before the link",
        f"- [ICLR'20][Talk][Title]({Z})",
        rf"- [ICLR'20][Talk]\ `Title <{Z}>`__",
        (Item("Title ICLR’20 Talk", TITLE, ("ICLR’20", "Talk")),),
    ),
    Form(
        "venue in lower case",
        f"- [mlsys'20][Title]({Z})",
        rf"- [mlsys'20]\ `Title <{Z}>`__",
        (Item("Title mlsys’20", TITLE, ("mlsys’20",)),),
    ),
    Form(
        "venue with an unbalanced parenthesis inside",
        f"- [SC'20 (Best Paper] [Title]({Z})",
        f"- [SC'20 (Best Paper] `Title <{Z}>`__",
        (Item("Title SC’20 (Best Paper", TITLE, ("SC’20 (Best Paper",)),),
    ),
    Form(
        "venue closed by the wrong parenthesis",
        f"- [SC'20) [Title]({Z})",
        f"- [SC'20) `Title <{Z}>`__",
        (Item("Title SC’20", TITLE, ("SC’20",)),),
    ),
    Form(
        "venue opened by the wrong parenthesis",
        f"- (SC'20] [Title]({Z})",
        f"- (SC'20] `Title <{Z}>`__",
        (Item("Title SC’20", TITLE, ("SC’20",)),),
    ),
    Form(
        "unbalanced parenthesis in the title",
        f"- [Title (SC'20]({Z})",
        f"- `Title (SC'20 <{Z}>`__",
        (Item("Title (SC’20", (("Title (SC’20", Z),)),),
    ),
    # Venue inside the link, or after it
    Form(
        "venue inside the link",
        f"- [Title [ICLR’18]]({Z})",
        f"- `Title [ICLR’18] <{Z}>`__",
        (Item("Title ICLR’18", TITLE, ("ICLR’18",)),),
    ),
    Form(
        "venue inside the link behind a full stop",
        f"- [Title. [ICLR’18]]({Z})",
        f"- `Title. [ICLR’18] <{Z}>`__",
        (Item("Title. ICLR’18", (("Title.", Z),), ("ICLR’18",)),),
    ),
    Form(
        "venue with a remark inside the link",
        f"- [Title [SC’21, Best Paper finalist]]({Z})",
        f"- `Title [SC’21, Best Paper finalist] <{Z}>`__",
        (Item("Title SC’21, Best Paper finalist", TITLE, ("SC’21, Best Paper finalist",)),),
    ),
    Form(
        "venue at the start of the link",
        f"- [[OSDI '22] Title]({Z})",
        f"- `[OSDI '22] Title <{Z}>`__",
        (Item("Title OSDI ‘22", TITLE, ("OSDI ‘22",)),),
    ),
    Form(
        "venue bare after the link",
        f"- [Title]({Z}) SOSP'19",
        f"- `Title <{Z}>`__ SOSP'19",
        (Item("Title SOSP’19", TITLE, ("SOSP’19",)),),
    ),
    Form(
        "venue after the link and a comma",
        f"- [Title]({Z}), NSDI 2012",
        f"- `Title <{Z}>`__, NSDI 2012",
        (Item("Title NSDI 2012", TITLE, ("NSDI 2012",)),),
    ),
    Form(
        "venue in parentheses after the link",
        f"- [Title]({Z}) (NSDI 2012)",
        f"- `Title <{Z}>`__ (NSDI 2012)",
        (Item("Title NSDI 2012", TITLE, ("NSDI 2012",)),),
    ),
    Form(
        "venue in brackets glued behind the link",
        f"- [Title]({Z})[SOSP'19]",
        rf"- `Title <{Z}>`__\ [SOSP'19]",
        (Item("Title SOSP’19", TITLE, ("SOSP’19",)),),
    ),
    Form(
        "brackets inside the title are no venue",
        f"- [A [very] short history]({Z})",
        f"- `A [very] short history <{Z}>`__",
        (Item("A [very] short history", (("A [very] short history", Z),)),),
    ),
    # Several links in one item
    Form(
        "two links with and/or",
        "- [A](https://x.example/a) and/or [B](https://x.example/b)",
        "- `A <https://x.example/a>`__ and/or `B <https://x.example/b>`__",
        (Item("A and/or B", (("A", "https://x.example/a"), ("B", "https://x.example/b"))),),
    ),
    Form(
        "two links with a slash",
        "- [A](https://x.example/a)/[B](https://x.example/b)",
        "- `A <https://x.example/a>`__/`B <https://x.example/b>`__",
        (Item("A/B", (("A", "https://x.example/a"), ("B", "https://x.example/b"))),),
    ),
    Form(
        "a title with its formats in brackets",
        "- Title [[pdf](https://x.example/a), [pptx](https://x.example/b)]",
        "- Title [`pdf <https://x.example/a>`__, `pptx <https://x.example/b>`__]",
        (
            Item(
                "Title [pdf, pptx]",
                (("pdf", "https://x.example/a"), ("pptx", "https://x.example/b")),
            ),
        ),
    ),
    Form(
        "a format glued to its title",
        "- Title[[pdf](https://x.example/a)]",
        r"- Title[\ `pdf <https://x.example/a>`__]",
        (Item("Title[pdf]", (("pdf", "https://x.example/a"),)),),
    ),
    Form(
        "a format glued to the link",
        f"- [Title]({Z})[slides](https://x.example/a)",
        rf"- `Title <{Z}>`__\ `slides <https://x.example/a>`__",
        (Item("Titleslides", (*TITLE, ("slides", "https://x.example/a"))),),
    ),
    # Prose around the link
    Form(
        "prose before the link",
        f"- Read chapter 1 of [Title]({Z})",
        f"- Read chapter 1 of `Title <{Z}>`__",
        (Item("Read chapter 1 of Title", TITLE),),
    ),
    Form(
        "prose before and after the link",
        f"- Read one of these, you pick: [Title]({Z}) is the shorter one [OSDI'18].",
        f"- Read one of these, you pick: `Title <{Z}>`__ is the shorter one [OSDI'18].",
        (
            Item(
                "Read one of these, you pick: Title OSDI’18 is the shorter one.",
                TITLE,
                ("OSDI’18",),
            ),
        ),
    ),
    Form(
        "an abstract of a few hundred words",
        f"- [Title]({Z}). " + "We (2019) show, in [some] detail, that it works. " * 40,
        f"- `Title <{Z}>`__. " + "We (2019) show, in [some] detail, that it works. " * 40,
        (
            Item(
                f"Title. {'We (2019) show, in [some] detail, that it works. ' * 40}".strip(), TITLE
            ),
        ),
    ),
    Form(
        "an emphasized remark",
        f"- [Title]({Z}) *(pre-print)*",
        f"- `Title <{Z}>`__ *(pre-print)*",
        (Item("Title (pre-print)", TITLE),),
    ),
    Form(
        "markup in the title",
        f"- [The `jax` *compiler* [MLSys'18]]({Z})",
        # A link of reStructuredText holds no markup; a substitution is what authors use.
        f"- [MLSys'18] `The jax compiler <{Z}>`__",
        (
            Item(
                "The jax compiler MLSys’18",
                (("The jax compiler", Z),),
                ("MLSys’18",),
            ),
        ),
    ),
    # Lines
    Form(
        "an item that goes on unindented",
        f"- [Title]({Z}) goes\non here",
        f"- `Title <{Z}>`__ goes\n  on here",
        (Item("Title goes on here", TITLE),),
    ),
    Form(
        "a line break inside the link",
        f"- [A long\n  title]({Z}) [OSDI'18]",
        f"- `A long\n  title <{Z}>`__ [OSDI'18]",
        (Item("A long title OSDI’18", (("A long title", Z),), ("OSDI’18",)),),
    ),
    Form(
        "a line break before the address",
        f"- [Title](\n  {Z})",
        f"- `Title\n  <{Z}>`__",
        (Item("Title", TITLE),),
    ),
    # Announced, or without a link
    Form(
        "an item that announces more",
        "- *more reading coming soon*",
        "- *more reading coming soon*",
        (Item("more reading coming soon"),),
    ),
    Form(
        "a reading on paper",
        "- Chapter 3 of the course book",
        "- Chapter 3 of the course book",
        (Item("Chapter 3 of the course book"),),
    ),
    Form(
        "a paragraph instead of an item",
        f"[Title]({Z}) [OSDI'18]",
        f"`Title <{Z}>`__ [OSDI'18]",
        (Item("Title OSDI’18", TITLE, ("OSDI’18",)),),
    ),
    Form(
        "a link with an empty address",
        "- [Slides]()",
        "- [Slides]",
        (Item("Slides (to come)", forthcoming=("Slides (to come)",)),),
    ),
    Form(
        "a title with an empty address before its venue",
        "- [Title]() [OSDI'18]",
        None,
        (Item("Title (to come) OSDI’18", (), ("OSDI’18",), ("Title (to come)",)),),
    ),
    Form(
        "a title with an empty address around its venue",
        "- [Title [OSDI'18]]()",
        None,
        (Item("Title (to come) OSDI’18", (), ("OSDI’18",), ("Title (to come)",)),),
    ),
    Form(
        "a title without an address before its venue",
        "- Title [OSDI'18]",
        "- Title [OSDI'18]",
        (Item("Title OSDI’18", venues=("OSDI’18",)),),
    ),
    Form(
        "several formats without addresses",
        f"- [Title]({Z}) [PDF][Slides], [Video]",
        f"- `Title <{Z}>`__ [PDF][Slides], [Video]",
        (
            Item(
                "Title PDF (to come) Slides (to come), Video (to come)",
                TITLE,
                forthcoming=("PDF (to come)", "Slides (to come)", "Video (to come)"),
            ),
        ),
    ),
    Form(
        "a format without an address",
        f"- [Title]({Z}) [PDF]",
        f"- `Title <{Z}>`__ [PDF]",
        (Item("Title PDF (to come)", TITLE, forthcoming=("PDF (to come)",)),),
    ),
    Form(
        "a title and a format without addresses",
        "- Title [PDF]",
        "- Title [PDF]",
        (Item("Title PDF (to come)", forthcoming=("PDF (to come)",)),),
    ),
    # Addresses
    *(
        Form(
            f"address with {name}",
            f"- [Title]({written})",
            f"- `Title <{in_rst}>`__",
            (Item("Title", (("Title", address),)),),
        )
        for name, written, in_rst, address in (
            ("parentheses", f"{Z}_(b)", f"{Z}_(b)", f"{Z}_(b)"),
            ("a blank in angle brackets", f"<{Z}/a b>", f"{Z}/a%20b", f"{Z}/a%20b"),
            ("an entity", f"{Z}/a&#32;b", f"{Z}/a%20b", f"{Z}/a%20b"),
            ("a quoted blank", f"{Z}/a%20b.pdf", f"{Z}/a%20b.pdf", f"{Z}/a%20b.pdf"),
            ("underscores", f"{Z}/_a_b_", rf"{Z}/_a_b\_", f"{Z}/_a_b_"),
            ("a fragment", f"{Z}#part-2", f"{Z}#part-2", f"{Z}#part-2"),
            ("a token", f"{Z}?token=A-b_c~d", f"{Z}?token=A-b_c~d", f"{Z}?token=A-b_c~d"),
            ("two parameters", f"{Z}?a=1&b=2", f"{Z}?a=1&b=2", f"{Z}?a=1&b=2"),
        )
    ),
    # Groups
    Form(
        "groups behind ungrouped items",
        f"- [Title]({Z})\n\n### Software\n- [Title]({Z})\n\n#### Hardware:\n\n- On paper",
        f"- `Title <{Z}>`__\n\n.. rubric:: Software\n\n- `Title <{Z}>`__\n\n"
        ".. rubric:: Hardware:\n\n- On paper",
        (Item("Title", TITLE), Item("Title", TITLE), Item("On paper")),
        ("Software", "Hardware:"),
    ),
    Form(
        "a group glued to the lists around it",
        f"- [Title]({Z})\n### Software\n- On paper",
        f"- `Title <{Z}>`__\n\n.. rubric:: Software\n\n- On paper",
        (Item("Title", TITLE), Item("On paper")),
        ("Software",),
    ),
    Form(
        "an instruction before the list",
        f"Read one of these, you pick.\n\n- [Title]({Z})\n- On paper",
        f"Read one of these, you pick.\n\n- `Title <{Z}>`__\n- On paper",
        (Item("Title", TITLE), Item("On paper")),
        ("Read one of these, you pick.",),
    ),
    Form(
        "a numbered list",
        f"1. [Title]({Z}) [OSDI'18]\n2. On paper",
        f"1. `Title <{Z}>`__ [OSDI'18]\n2. On paper",
        (Item("Title OSDI’18", TITLE, ("OSDI’18",)), Item("On paper")),
    ),
    Form(
        "the same paper twice",
        f"- [Title]({Z})\n- [Title]({Z})",
        f"- `Title <{Z}>`__\n- `Title <{Z}>`__",
        (Item("Title", TITLE), Item("Title", TITLE)),
    ),
    # What is left over
    Form(
        "a comment over several lines",
        f"- [Title]({Z})\n<!--\n### Old\n\n- [Gone](https://x.example/gone)\n-->\n\n- On paper",
        f"- `Title <{Z}>`__\n\n..\n   Old\n\n   - `Gone <https://x.example/gone>`__\n\n- On paper",
        (Item("Title", TITLE), Item("On paper")),
    ),
    Form(
        "an empty div",
        f"- [Title]({Z})\n\n<div></div>\n\n- On paper",
        f"- `Title <{Z}>`__\n\n.. raw:: html\n\n   <div></div>\n\n- On paper",
        (Item("Title", TITLE), Item("On paper")),
    ),
)
