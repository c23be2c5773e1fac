"""Edits, builds, kills, and compares: one step after the other.

Each step edits the sources of two sites, one with us and one without, the control. Three trees of
doctrees and output live on from step to step: ours built by one process, ours built by four, and
the control's. After each step both of ours must equal a clean build in all that is ours; what
else differs must differ in the control too.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from .builds import Build, Moment, run
from .comparison import Seen, differences, unexplained
from .files import FORMS, Form, epoch_of, files_of, write
from .operations import edit
from .site import Site, first_site

BUILDERS = ("html", "html", "html", "html", "dirhtml", "text", "singlehtml")
_PAGES = {"html": ".html", "dirhtml": ".html", "text": ".txt"}
"""Builders that write a file for each page, and only those that are out of date."""

_MOMENTS = (
    ("env-before-read-docs", 1),
    ("doctree-read", 8),
    ("env-updated", 1),
    ("env-check-consistency", 1),
    ("doctree-resolved", 12),
    ("html-page-context", 12),
    ("half-written", 4),
    ("build-finished", 1),
    (None, 1),
    (None, 1),
    (None, 1),
    (None, 1),
)
"""When a build is killed, and up to which time of that; None is any time."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Doctrees and output that live on."""

    name: str
    form: Form
    parallel: int


TREES = (Tree("one", "ours", 1), Tree("four", "ours", 4), Tree("control", "control", 1))
OURS = TREES[:2]
CONTROL = TREES[2]


class Fault(AssertionError):
    """A build that differs from a clean one; it names the steps that led there."""


class Machine:
    """A site that is edited and built again and again, by a seed."""

    def __init__(self, folder: Path, seed: int, say: Callable[[str], None]) -> None:
        self.folder = folder
        self.chance = Random(seed)
        self.say = say
        self.site = first_site()
        self.builder = "html"
        self.number = 0
        self.seconds = 1.0
        self.seen = Seen()
        self.done: list[str] = []
        self._files: dict[Form, dict[str, bytes]] = {form: {} for form in FORMS}
        self._write()

    def step(self) -> None:
        """Edit, build and compare once; raises `Fault` where something differs."""
        self.number += 1
        self.done = []
        before = self.site
        if self.number > 1:
            self._prepare()
            self._edit(self.chance.choice((1, 1, 1, 2, 3)))
            if self.chance.random() < 0.25:
                self._kill()
                self._after_kill(before)
            elif self.chance.random() < 0.08:
                self._build_one_page()
        self._build_and_compare()
        self.say(f"step {self.number}: {', '.join(self.done)}")

    def _prepare(self) -> None:
        """Now and then another builder, or a folder that is deleted."""
        if self.chance.random() < 0.2:
            self.builder = self.chance.choice(BUILDERS)
        what = self.chance.choice((*[""] * 18, self.builder, "doctrees"))
        if what:
            self.done.append(f"delete {what}")
            for tree in TREES:
                shutil.rmtree(self.folder / tree.name / what, ignore_errors=True)

    def _edit(self, count: int) -> None:
        for _number in range(count):
            self.site, name = edit(self.site, self.chance)
            self.done.append(name)
        self._write()

    def _write(self) -> None:
        for form in FORMS:
            files = files_of(self.site, form)
            write(files, self._files[form], self.folder / f"source-{form}")
            self._files[form] = files

    def _build(self, tree: Tree, **more: object) -> Build:
        build = Build(
            self.folder / f"source-{tree.form}",
            self.folder / tree.name,
            self.builder,
            epoch_of(self.site.today),
            tree.parallel,
        )
        return replace(build, **more)  # type: ignore[arg-type]

    def _kill(self) -> None:
        """Kill both builds of ours, and stop the control's where it is most stale.

        That is between saving its environment and writing its first page, if any of ours came
        so far, and before reading, if none did.
        """
        event, most = self.chance.choice(_MOMENTS)
        moment = Moment(
            event, self.chance.randint(1, most), self.chance.uniform(0, 1.1) * self.seconds
        )
        self.done.append(f"kill at {event or format(moment.seconds, '.2f')} {moment.count}")
        pickles = [self._build(tree).doctrees / "environment.pickle" for tree in OURS]
        before = [_modified(path) for path in pickles]
        run(self._build(tree, killed=moment) for tree in OURS)
        if [_modified(path) for path in pickles] != before:
            run([self._build(CONTROL, killed=Moment("write-started"))])

    def _after_kill(self, before: Site) -> None:
        """The author goes on, or undoes the edit."""
        what = self.chance.random()
        if what < 0.35:
            self.done.append("undo")
            self.site = before
            self._write()
        elif what < 0.7:
            self._edit(1)

    def _build_one_page(self) -> None:
        page = self.chance.choice(self.site.pages)
        self.done.append(f"build {page.docname} alone")
        for finished in run(self._build(tree, only=(f"{page.docname}.md",)) for tree in TREES):
            finished.check()

    def _build_and_compare(self) -> None:
        clean = {form: Tree(f"clean-{form}", form, 1) for form in FORMS}
        for tree in clean.values():
            shutil.rmtree(self.folder / tree.name, ignore_errors=True)
        self.done.append(self.builder)
        trees = (*TREES, *clean.values())
        built = run(self._build(tree) for tree in trees)
        for finished in built:
            finished.check()
        self.seconds = built[0].seconds
        wanted = self._build(clean["ours"]).output
        self.seen.add(self.builder, wanted)
        control = differences(
            self._build(CONTROL).output, self._build(clean["control"]).output
        )
        for tree in OURS:
            ours = differences(self._build(tree).output, wanted)
            found = unexplained(self.builder, ours, control, self.seen)
            if found:
                self._fail(tree, "differs from a clean build", map(str, found))
        self._build_again()

    def _build_again(self) -> None:
        """A build without an edit reads nothing and writes nothing."""
        before = [self._written(tree) for tree in OURS]
        for finished in run(self._build(tree) for tree in OURS):
            finished.check()
        for tree, old in zip(OURS, before, strict=True):
            changed = [path for path, time in self._written(tree).items() if old.get(path) != time]
            if changed:
                self._fail(tree, "is not left alone by a second build", sorted(changed))

    def _written(self, tree: Tree) -> dict[str, int]:
        build = self._build(tree)
        paths = list(build.doctrees.rglob("*.doctree"))
        if self.builder in _PAGES:
            for page in self.site.pages:
                name = page.docname
                if self.builder == "dirhtml" and name != "index":
                    name += "/index"
                paths.append(build.output / f"{name}{_PAGES[self.builder]}")
        return {
            path.relative_to(self.folder).as_posix(): _modified(path)
            for path in paths
            if path.exists()
        }

    def _fail(self, tree: Tree, what: str, details: Iterator[str] | list[str]) -> None:
        lines = "\n".join(details)
        raise Fault(f"step {self.number}: {', '.join(self.done)}\n{tree.name} {what}:\n{lines}")


def _modified(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0
