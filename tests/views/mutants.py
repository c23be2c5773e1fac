"""Take each field of what a view shows from its readers, and see that a test notices.

A mutant is a field of a view that is always empty, or that always has the first value that it has
in the sites of `every_view`. The shared tests of fields are asked first; `--own` leaves them out,
to see which fields no other test looks at. For what they do not notice, all tests run once, to see
which of them show another value in that field. These run on the mutant, in a fork, those first that
look at little else. What survives is compared with SURVIVORS.md. ::

    python -m tests.views.mutants --view staff --view roles
"""

from __future__ import annotations

import argparse
import os
import pickle
import random
import re
import signal
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import pytest
from sphinx.testing.util import SphinxTestApp

from sphinx_seminar.views.registry import VIEWS, view_named

from ..conftest import CONF as CONF_PY
from ..conftest import Folder
from .drawn import drawings
from .every_view import CONF, FILES
from .shown_fields import fields_of, is_shown
from .test_every_field_is_drawn import idle_fields
from .test_no_field_is_always_the_same import ELSEWHERE, fixed_fields, shown_in_all

LIST = Path(__file__).with_name("SURVIVORS.md")
TESTS = (
    "views",
    "directives",
    "presenting",
    "bad_input/test_course_yml.py",
    "test_translation.py",
    "test_cited_readings.py",
    "test_course_facts_stay_fresh.py",
    "test_cross_references.py",
    "test_same_readings.py",
    "test_objects.py",
    "test_stale_facts.py",
)
"""The folders and files whose tests look at pages."""
OF_FIELDS = {"test_every_field_is_drawn.py", "test_no_field_is_always_the_same.py"}
"""The shared tests of fields, which need no new site for a mutant."""
EMPTY = ((r"\| None$", None), (r"^tuple\[", ()), (r"^bool$", False), (r"^str$", ""), (r"^int$", 0))
"""The empty value of a field by its type; of another type it has none."""


@dataclass(frozen=True)
class Mutant:
    """A field of a view's value, with what it always holds."""

    view: str
    attribute: str
    """Its class and its name, such as `ShownStaff.zone`."""
    kind: Literal["empty", "constant"]
    value: object = field(compare=False, repr=False)

    def __str__(self) -> str:
        return f"{self.view}: {self.attribute} {self.kind}"

    def of(self, shown: Any) -> Any:
        """A shown value as the mutant has it."""
        if type(shown) is tuple:
            return tuple(map(self.of, shown))
        if not is_shown(shown):
            return shown
        values = {one.name: self.of(getattr(shown, one.name)) for one in fields(shown)}
        of_class, _, attribute = self.attribute.partition(".")
        if type(shown).__name__ == of_class:
            values[attribute] = self.value
        return replace(shown, **values)


@dataclass
class Ran:
    """What became of a test: the seconds it took, and the mutants that it could notice."""

    seconds: float = 0.0
    passed: bool = True
    notices: set[str] = field(default_factory=set)


class Samples:
    """What views show on the sites of the shared tests."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Sphinx's of other extensions
            self.shown = list(shown_in_all(_new_folder(folder / "all")))
            first = _new_folder(folder / "first")
            first.write(FILES)
            self.drawings = list(drawings(first.build(confoverrides=CONF)))

    def mutants(self) -> Iterator[Mutant]:
        """Two of each field, where it has a value and an empty one."""
        firsts: dict[tuple[str, str], object] = {}
        types: dict[str, str] = {}
        for name, shown in self.shown:
            for inner, _, value in fields_of(shown):
                if not firsts.get((name, inner)):
                    firsts[name, inner] = value
            types |= _types(shown)
        for (view, inner), first in sorted(firsts.items(), key=lambda found: found[0]):
            for pattern, empty in EMPTY:
                if re.search(pattern, types[inner]):
                    yield Mutant(view, inner, "empty", empty)
                    break
            if first := first or types[inner] == "bool":
                yield Mutant(view, inner, "constant", first)

    def notice(self, mutant: Mutant) -> bool:
        """Whether the shared tests of fields would fail, which need no new site for it."""
        shown = [(name, mutant.of(value)) for name, value in self.shown if name == mutant.view]
        if fixed_fields(shown) - ELSEWHERE:
            return True
        try:
            return bool(
                idle_fields(
                    replace(drawing, shown=mutant.of(drawing.shown))
                    for drawing in self.drawings
                    if drawing.name == mutant.view
                )
            )
        except Exception:
            return True  # it cannot be drawn


def _new_folder(path: Path) -> Folder:
    path.mkdir()
    folder = Folder(path, SphinxTestApp)
    folder.write({"conf.py": CONF_PY})
    return folder


def _types(value: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    if type(value) is tuple:
        for item in value:
            found |= _types(item)
    elif is_shown(value):
        for one in fields(value):
            found[f"{type(value).__name__}.{one.name}"] = str(one.type)
            found |= _types(getattr(value, one.name))
    return found


def change(views: Mapping[str, Callable[[str, Any], Any]]) -> None:
    """Let views show something else: a function for each, of its name and what it shows."""
    for name, changed in views.items():
        view = view_named(name)

        def show(
            *of: Any, name: str = name, before: Any = view.show, changed: Any = changed
        ) -> Any:
            return changed(name, before(*of))

        object.__setattr__(view, "show", show)


class Runner:
    """The loop of pytest: all tests once, then those that may notice for each mutant."""

    def __init__(self, options: argparse.Namespace, folder: Path) -> None:
        self.options = options
        self.folder = folder
        self.mutants: list[Mutant] = []
        self.ran: dict[str, Ran] = {}
        self.status: dict[Mutant, str] = {}
        self.current = ""
        self.is_over = False

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
        with TemporaryDirectory() as folder:
            samples = Samples(Path(folder))
            for mutant in samples.mutants():
                if not self.options.view or mutant.view in self.options.view:
                    is_noticed = not self.options.own and samples.notice(mutant)
                    self.status[mutant] = "killed" if is_noticed else "not run"
        self.mutants = [one for one, status in self.status.items() if status != "killed"]
        print(
            f"{len(self.status)} mutants, {len(self.mutants)} for tests of single views", flush=True
        )
        # A run that is cut short has seen some of all views.
        random.Random(0).shuffle(self.mutants)
        halves = [
            [item for item in session.items if hash_of(item) % 2 == number] for number in (0, 1)
        ]
        kept = [self.folder / str(number) for number in range(2)]
        if not all(path.exists() for path in kept):
            self._fork_each(
                range(2), lambda number: self._first_run(session, halves[number], number)
            )
        for path in kept:
            self.ran |= pickle.loads(path.read_bytes())
        until = time.monotonic() + 60 * self.options.minutes
        ended = self._fork_each(self.mutants, lambda one: self._run_mutant(session, one), until)
        self.status |= dict(zip(self.mutants, ended, strict=True))
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        ran = self.ran.setdefault(report.nodeid, Ran())
        ran.seconds += report.duration
        ran.passed = ran.passed and not report.failed
        self.is_over = self.is_over or report.failed

    def _fork_each(
        self, jobs: Sequence[Any], run: Callable[[Any], int], until: float | None = None
    ) -> list[str]:
        """Run two jobs at a time, each in a fork; how they ended."""
        running: dict[int, int] = {}
        ended = ["not run"] * len(jobs)
        for number, job in enumerate(jobs):
            if until and time.monotonic() > until:
                break
            if len(running) == 2:
                self._wait(running, ended, jobs)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)  # of threads, from Python 3.12
                child = os.fork()
            if child == 0:
                status = 3
                try:
                    status = run(job)
                finally:
                    os._exit(status)
            running[child] = number
        while running:
            self._wait(running, ended, jobs)
        return ended

    def _wait(self, running: dict[int, int], ended: list[str], jobs: Sequence[Any]) -> None:
        child, status = os.wait()
        number = running.pop(child)
        known = {0: "survived", 1: "killed", 2: "no test", -signal.SIGALRM: "took too long"}
        ended[number] = known.get(os.waitstatus_to_exitcode(status), "crashed")
        if ended[number] != "killed" and isinstance(jobs[number], Mutant):
            print(f"{ended[number]}: {jobs[number]}", flush=True)

    def _first_run(self, session: pytest.Session, items: list[pytest.Item], number: int) -> int:
        of_view: dict[str, dict[str, list[Mutant]]] = {}
        for mutant in self.mutants:
            of_view.setdefault(mutant.view, {}).setdefault(mutant.attribute, []).append(mutant)

        def note(name: str, shown: Any) -> Any:
            notices = self.ran.setdefault(self.current, Ran()).notices
            for inner, _, value in fields_of(shown):
                for mutant in of_view[name].get(inner, ()):
                    if str(mutant) not in notices and value != mutant.value:
                        notices.add(str(mutant))
            return shown

        change(dict.fromkeys(of_view, note))
        self._run(session, items, to_the_end=True)
        (self.folder / str(number)).write_bytes(pickle.dumps(self.ran))
        return 0

    def _run_mutant(self, session: pytest.Session, mutant: Mutant) -> int:
        noticing = {name for name, ran in self.ran.items() if str(mutant) in ran.notices}
        # A site that several tests share is built in the first of them.
        shared = {
            item.path for item in session.items if item.nodeid in noticing and shares_a_site(item)
        }
        items = [
            item
            for item in session.items
            if self.ran.get(item.nodeid, Ran(passed=False)).passed
            and item.path.name not in OF_FIELDS
            and (item.nodeid in noticing or (item.path in shared and shares_a_site(item)))
        ]
        items.sort(key=lambda item: len(self.ran[item.nodeid].notices))
        chosen: list[pytest.Item] = []
        seconds = 0.0
        for item in items:
            seconds += self.ran[item.nodeid].seconds
            if seconds < self.options.seconds or not chosen:
                chosen.append(item)
        if not chosen:
            return 2
        signal.alarm(10 * self.options.seconds)
        change({mutant.view: lambda _name, shown: mutant.of(shown)})
        self._run(session, chosen, to_the_end=False)
        return 1 if self.is_over else 0

    def _run(self, session: pytest.Session, items: list[pytest.Item], *, to_the_end: bool) -> None:
        session.config.pluginmanager.unregister(name="terminalreporter")
        session.items = items
        for item, following in zip(items, [*items[1:], None], strict=False):
            self.current = item.nodeid
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.is_over and not to_the_end:
                return


def hash_of(item: pytest.Item) -> int:
    """The same number for all tests of a file."""
    return sum(item.path.name.encode())


def shares_a_site(item: pytest.Item) -> bool:
    """Whether a test has a fixture of ours that other tests have, too."""
    found = item._fixtureinfo.name2fixturedefs  # type: ignore[attr-defined]
    return any(
        definitions[-1].scope == "module" and definitions[-1].baseid.startswith("tests/")
        for definitions in found.values()
    )


def main() -> int:
    """Print what survives; the status of the process, 0 where the list has all of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--view", action="append", choices=VIEWS, help="only this view")
    parser.add_argument("tests", nargs="*", default=TESTS, help="where to look, below tests/")
    parser.add_argument("--own", action="store_true", help="without the shared tests of fields")
    parser.add_argument("--kept", type=Path, help="a folder that keeps what the first run finds")
    parser.add_argument("--seconds", type=int, default=30, help="of tests for each mutant")
    parser.add_argument("--minutes", type=float, default=120, help="after which no mutant begins")
    options = parser.parse_args()
    tests = Path(__file__).parents[1]
    os.chdir(tests.parent)
    with TemporaryDirectory() as folder:
        runner = Runner(options, options.kept or Path(folder))
        quiet = "-q -n0 -Wignore::pytest.PytestAssertRewriteWarning -p no:cacheprovider"
        thrifty = ["-o", "tmp_path_retention_policy=none"]
        where = [f"--basetemp={folder}/tests", *(f"tests/{name}" for name in options.tests)]
        ended = pytest.main([*quiet.split(), *thrifty, *where], plugins=[runner])
    run = [one for one, status in runner.status.items() if status != "not run"]
    survivors = {str(one) for one in run if runner.status[one] != "killed"}
    known = set(
        re.findall(r"^[a-z-]+: \w+\.\w+ (?:empty|constant)$", LIST.read_text("utf-8"), re.M)
    )
    known &= set(map(str, run))
    unknown, gone = survivors - known, known - survivors
    sys.stdout.writelines(f"not listed: {one}\n" for one in sorted(unknown))
    sys.stdout.writelines(f"listed, and does not survive: {one}\n" for one in sorted(gone))
    print(f"{len(runner.status)} mutants, {len(run)} were run")
    print(f"{len(survivors)} survive, {len(unknown)} of them are not listed")
    return 1 if unknown or gone or ended == pytest.ExitCode.INTERNAL_ERROR else 0


if __name__ == "__main__":
    raise SystemExit(main())
