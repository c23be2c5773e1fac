"""Pages at random: directives in one another, options, bodies and roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import strategies as st

from sphinx_seminar.domain import SeminarDomain

from .strange import ADDRESSES, texts

DIRECTIVES: dict[str, tuple[str, ...]] = {
    name: tuple(getattr(directive, "known_options", ()))
    for name, directive in SeminarDomain.directives.items()
}
ROLES = tuple(SeminarDomain.roles)


@dataclass(frozen=True)
class Directive:
    """A directive as it is written, in either markup."""

    name: str
    title: str
    options: tuple[tuple[str, str], ...]
    body: tuple[str | Directive, ...]

    @property
    def depth(self) -> int:
        return 1 + max((part.depth for part in self.body if isinstance(part, Directive)), default=0)

    def markdown(self) -> str:
        fence = ":" * (2 + self.depth)
        body = (part if isinstance(part, str) else part.markdown() for part in self.body)
        lines = [
            f"{fence}{{{self.name}}} {' '.join(self.title.splitlines())}",
            *_options(self.options),
            "",
            *body,
            fence,
        ]
        return "\n".join(lines)

    def restructured(self) -> str:
        head = f".. {self.name}:: {self.title}"
        body = (part if isinstance(part, str) else part.restructured() for part in self.body)
        inside = "\n".join([*_options(self.options), "", *(f"{part}\n" for part in body)])
        # docutils breaks lines where Python does: at U+2028 too.
        indented = "\n".join(f"   {line}".rstrip() for line in inside.splitlines())
        return f"{' '.join(head.splitlines())}\n{indented}\n"


def _options(options: tuple[tuple[str, str], ...]) -> Iterator[str]:
    return (f":{name}: {value}" for name, value in options)


# A longer one stops MyST itself, which asks whether there is such a file.
addresses = st.sampled_from(
    [found for found in ADDRESSES if len(found.encode()) < 200]
) | st.sampled_from(["https://example.org/a", "a.pdf", "mailto:ada@example.org"])
labels = st.sampled_from(["Title", "[Title [NSDI'12]", "PDF", "**B**", "`c`", ""]) | texts


@st.composite
def _links(draw: st.DrawFn) -> str:
    """A link in one of the ways that the two markups have, or nearly so."""
    label, address = draw(labels), draw(addresses)
    form = draw(
        st.sampled_from(
            (
                "[{l}]({a})",
                "[{l}](<{a}>)",
                '[{l}]({a} "{l}")',
                "[{l}][{a}]",
                "<{a}>",
                "{a}",
                "![{l}]({a})",
                "[![{l}](a.png)]({a})",
                "`{l} <{a}>`_",
                "`{l} <{a}>`__",
                "{{download}}`{l} <{a}>`",
                ":download:`{l} <{a}>`",
                "{{doc}}`{l} <{a}>`",
                ":ref:`{l} <{a}>`",
                "[{l}]: {a}\n\n[{l}]",
                "\n.. _{l}: {a}\n\n{l}_",
                "\n\n.. image:: {a}\n   :target: {a}\n",
                "\n:::{{image}} {a}\n:target: {a}\n:::\n",
                "\n```{{figure}} {a}\n:target: {a}\n{l}\n```\n",
                "|x|\n\n.. |x| image:: {a}\n",
                "[^1]\n\n[^1]: {l} [x]({a})",
                "{{l}}",
            )
        )
    )
    return form.format(l=label, a=address)


@st.composite
def _roles(draw: st.DrawFn) -> str:
    role, text, address = draw(st.sampled_from(ROLES)), draw(texts), draw(addresses)
    forms = ("{{{r}}}`{t}`", ":{r}:`{t}`", "{{{r}}}`{t} <{a}>`", ":seminar:{r}:`{t} <{a}>`")
    return draw(st.sampled_from(forms)).format(r=role, t=text, a=address)


inline = st.lists(texts | _links() | _roles(), min_size=1, max_size=4).map(" ".join)
items = inline.map("- {}".format) | inline.map("* {}".format) | inline.map("1. {}".format)
lines = st.one_of(
    items,
    inline,
    inline.map("### {}".format),
    inline.map(".. rubric:: {}".format),
    st.builds("{}: {}".format, texts, inline),
    st.sampled_from(
        [
            "| Paper | Author | Reviewer |\n| --- | --- | --- |\n| [A](a.pdf) | Noor | |",
            "| a |\n| - |\n| b | c | d |",
            "+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+",
            "```{note}\nx\n```",
            "<!-- [x](y) -->",
            "(label)=",
            "---",
            "- a\n  - b\n    - [c](d)",
            "> quoted [c](d)",
            "term\n: meaning",
        ]
    ),
)


@st.composite
def directives(draw: st.DrawFn, depth: int = 0) -> Directive:
    """A directive of ours, its options known, misspelt or strange."""
    name = draw(st.sampled_from(sorted(DIRECTIVES)))
    known = DIRECTIVES[name]
    names = st.sampled_from(known) if known else st.just("course")
    option = st.tuples(names | st.sampled_from(["clas", "x y", "name"]), texts | inline)
    body = lines if depth > 2 else lines | directives(depth + 1)
    return Directive(
        draw(st.sampled_from(["", "seminar:"])) + name,
        draw(st.just("") | texts | inline).replace("\n", " "),
        tuple(draw(st.lists(option, max_size=3))),
        tuple(draw(st.lists(body, max_size=3))),
    )


@st.composite
def schedules(draw: st.DrawFn) -> Directive:
    """A schedule whose sessions hold readings: what most pages are."""
    kinds = ("readings", "presenters", "details", "deadline")

    def part() -> Directive:
        name = draw(st.sampled_from(kinds))
        title = draw(st.just("") | inline).replace("\n", " ")
        options = [("optional", "")] if name == "readings" and draw(st.booleans()) else []
        if name == "deadline":
            options = [("when", draw(texts))]
        return Directive(name, title, tuple(options), tuple(draw(st.lists(lines, max_size=3))))

    def session() -> Directive:
        option = st.tuples(st.sampled_from(DIRECTIVES["session"]), texts | _links())
        title = draw(inline).replace("\n", " ")
        body = [part() for _ in range(draw(st.integers(0, 2)))]
        return Directive("session", title, tuple(draw(st.lists(option, max_size=2))), tuple(body))

    return Directive("schedule", "", (), tuple(session() for _ in range(draw(st.integers(1, 3)))))


def _has_no_file(text: str) -> bool:
    return not any(word in text for word in ("a.pdf", "download", "path:"))


# A file to download in a heading stops Sphinx itself, with nothing of ours on the page.
titles = inline.filter(_has_no_file)


@st.composite
def sections(draw: st.DrawFn) -> str:
    """A section that a session without a title adopts, in Markdown."""
    return f"## {draw(titles)}\n\n```{{session}}\n```\n\n{draw(inline)}\n\n{draw(items)}\n"


VIEWS = "\n\n".join(
    f":::{{{name}}}\n:::"
    for name in sorted(DIRECTIVES)
    if name not in {"session", "readings", "details", "deadline", "announcement", "presenters"}
)
"""Each directive that draws what is elsewhere, once, in Markdown."""
