"""What a ``:release:`` withholds is not read until then, so that nothing of a build knows it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, cast

from docutils import nodes
from sphinx.environment import BuildEnvironment

from ..locale import _
from ..model.course import Course
from ..model.name_digest import name_digest
from ..model.release import Releases, parse_release
from ..paths import course_folder
from .directives.base import course_named
from .nodes import seminar_title, seminar_view
from .read.facts import ReleaseFacts
from .words_of import words_of

if TYPE_CHECKING:
    from ..load.loaded_file import LoadedFile
    from ..model.deadline import When
    from .directives.base import SeminarDirective

_NOTED = "seminar_releases"

# What a reference may name: labels of both markups, options, headings, footnotes, readings.
_NAMES = re.compile(
    r"^[ \t>]*(?:\(([^)\n]{1,200})\)=|\.\. _([^:\n]{1,200}):|:(?:name|label|id):[ \t]*(\S.{0,200})"
    r"|\#{1,6}[ \t]+(.{1,200}))|\[[\^#]([^\]\n]{1,200})\]|\{\#([\w-]{1,200})"
    r"|\$\$[ \t]*\(([^)\n]{1,200})\)|\[([^\[\]\n]{1,200})\]\(|`([^`<\n]{1,200}) <",
    re.MULTILINE,
)
# A directive may bring a table of contents, also one in an included file, which is not read.
_DIRECTIVE = re.compile(r"[`~]{3,}[ \t]*\{|::|\{\{")
# {presenters} with a body: without one it shows what the sheet says, and withholds no name.
_PRESENTERS = re.compile(
    r"\{(?:seminar:)?presenters\}(?!\s*[:`~]{3})|(?:seminar:)?presenters::(?!\s*\Z)"
)
_SESSION = re.compile(
    r"^[ \t>]*(?:[`:~]{3,}[ \t]*\{(?:seminar:)?session\}|\.\.[ \t]+(?:seminar:)?session::)",
    re.MULTILINE,
)
_TOCTREE = re.compile(r"^[ \t>]*(?:[`:~]{3,}[ \t]*\{toctree\}|\.\.[ \t]+toctree::)", re.MULTILINE)


class _Build(Protocol):
    """What our domain knows of a build before a page is read."""

    loaded: Mapping[str, LoadedFile]
    now: datetime


@dataclass(frozen=True, slots=True)
class Withheld:
    """Something whose time has not come."""

    directive: SeminarDirective
    when: When | None
    is_silent: bool
    number: int
    """How many others were noted of its document before."""

    def name_it(self, title: str) -> None:
        """Let its author know it by a title; by its line alone where that is withheld too."""
        if not self.is_silent:
            env = self.directive.env
            facts = noted(env)[self.number]
            note_again(env, self.number, replace(facts, what=f"{facts.what} {title!r}"))

    def note(self, part: str = "body", default_title: str | None = None) -> list[nodes.Node]:
        """What is in its place, as a *part* of its session: its title, and when it comes.

        Its title is its argument where it has a *default_title*, else its ``:title:``, if any.
        """
        if self.is_silent:
            return []
        env = self.directive.env
        title: list[nodes.Node] = []
        written, line = self.directive.options.get("title"), self.directive.option_line("title")
        if default_title is not None and self.directive.arguments:
            written, line = self.directive.arguments[0], None
        if written:
            title = [plain_title(self.directive.inline(seminar_title(), written, line))]
        elif default_title:
            title = [seminar_title("", default_title)]
        node = seminar_view(
            "",
            *title,
            view="release",
            docname=env.docname,
            course=course_named(self.directive),
            settings=(("when", self.when),),
            part=part,
        )
        self.directive.set_source_info(node)
        return [node]


def withheld(directive: SeminarDirective, what: str) -> Withheld | None:
    """What *directive* withholds by its ``:release:``; None where that time has come.

    *what* names it for its author.
    """
    line = directive.option_line("release")
    return withheld_until(directive, directive.options["release"], what, "':release:' ", line)


def withheld_until(
    directive: SeminarDirective, text: str, what: str, told: str = "", line: int | None = None
) -> Withheld | None:
    """The same for a moment in words, which problems call what *told* says.

    What cannot be read never comes.
    """
    when = _moment(directive, text, told, line)
    directive.says_yes("silent")  # reports what is neither yes nor no
    return withheld_from(directive, when, what, line, is_silent=_is_silent(directive))


def withheld_material(
    directive: SeminarDirective, option: str, release: str
) -> tuple[When | None, Withheld | None]:
    """The same for the material that an *option* of a session states, until what another says."""
    line = directive.option_line(release)
    when = _moment(directive, directive.options[release], f"':{release}:' ", line)
    withheld = withheld_from(
        directive,
        when,
        option,
        line,
        is_silent=_is_silent(directive),
        material=directive.options[option],
    )
    return when, withheld


def _moment(directive: SeminarDirective, text: str, told: str, line: int | None) -> When | None:
    try:
        return parse_release(text)
    except ValueError as error:
        directive.problem("release", f"{told}{error}; it is withheld until that is right", line)
        return None


def _is_silent(directive: SeminarDirective) -> bool:
    return directive.options.get("silent", "no").casefold() not in {"no", "false"}


def withheld_from(
    directive: SeminarDirective,
    when: When | None,
    what: str,
    line: int | None,
    *,
    is_silent: bool,
    is_news: bool = False,
    material: str | None = None,
) -> Withheld | None:
    """The same for a moment that was read, or could not be; or for a *material* of a session alone.

    That there is one is noted either way: on another day the page is to be read anew.
    """
    env = directive.env
    facts = ReleaseFacts(
        docname=env.docname,
        source=directive.source(line),
        what=what,
        course=course_named(directive),
        when=when,
        is_silent=is_silent,
        is_news=is_news,
        is_material=material is not None,
        is_out=False,
    )
    others = noted(env)
    build = cast("_Build", env.domains["seminar"])
    if is_out(facts, build.loaded, build.now):
        env.temp_data[_NOTED] = [*others, replace(facts, is_out=True)]
        return None
    content = "\n".join(directive.content) if material is None else material
    labels = labels_in(content)
    if is_silent and material is None:  # not even its name is there
        labels |= label_keys(directive.options.get("id", ""), *directive.arguments)
    facts = replace(
        facts,
        labels=labels,
        has_presenters=_PRESENTERS.search(content) is not None,
        # News holds no headings of its page, and a material none at all.
        may_be_listed=material is None and (not is_news or _DIRECTIVE.search(content) is not None),
    )
    env.temp_data[_NOTED] = [*others, facts]
    return Withheld(directive, when, is_silent, len(others))


def noted(env: BuildEnvironment) -> list[ReleaseFacts]:
    """What was noted of the document that is read."""
    found: list[ReleaseFacts] | None = env.temp_data.get(_NOTED)
    return found or []


def note_again(env: BuildEnvironment, number: int, facts: ReleaseFacts) -> None:
    """Put in another note in the place of one, counted from 0."""
    env.temp_data[_NOTED] = [*noted(env)[:number], facts, *noted(env)[number + 1 :]]


def is_out(release: ReleaseFacts, loaded: Mapping[str, LoadedFile], now: datetime) -> bool:
    """Whether its time has come, by the zone and the weeks of its course."""
    folder = course_folder(release.docname, release.course, loaded)
    course = loaded[folder].course if folder is not None else Course()
    return Releases(course).is_out(release.when, now)


def labels_in(text: str) -> frozenset[str]:
    """What references may call something in a text that is not read."""
    return label_keys(*(name for groups in _NAMES.findall(text) for name in groups))


def label_keys(*names: str) -> frozenset[str]:
    """Digests of names and of the ids that are made of them."""
    texts = {text for name in names for text in (name, nodes.make_id(name))}
    return frozenset(map(name_digest, texts - {""}))


def plain_title(title: nodes.TextElement) -> nodes.TextElement:
    """Leave the words of a title alone, as its links lead to what is withheld."""
    text = words_of(title)
    title.rawsource = text
    title[:] = [nodes.Text(text)]
    return title


def withhold_title(title: nodes.TextElement, *, is_untold: bool) -> dict[str, object]:
    """Cut the title of a session down to what may be shown; returns attributes for its node."""
    own = plain_title(title).astext()
    if not is_untold:
        return {}
    # Without a source it stays out of authors' catalogs: our own has its translation.
    title.rawsource, title.source = "", None
    title[:] = [nodes.Text(_("To be announced"))]
    return {"own_title": name_digest(own), "is_untold": True}


def tell_lost(directive: SeminarDirective) -> None:
    """Tell of what a ``{release}`` holds that has to be there before."""
    for number, line in enumerate(directive.content):
        if _SESSION.match(line):
            text = (
                "a {session} is in the {release}: before, the sessions after it take its "
                "meeting; write ':release:' below {session} instead"
            )
        elif _TOCTREE.match(line):
            text = (
                "a {toctree} is in the {release}: the pages that it lists are published "
                "before; write {release} into these pages instead"
            )
        else:
            continue
        directive.problem("release", text, directive.content_line(number))
