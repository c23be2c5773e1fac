from __future__ import annotations

import json
import string
import time
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sphinx_seminar.load.course_entries import read_entries
from sphinx_seminar.load.course_schema import ENTRIES
from sphinx_seminar.load.grading_entries import PART_KEYS, SCHEME_KEYS, TOP_KEYS
from sphinx_seminar.load.loaded_course import LoadedCourse
from sphinx_seminar.load.yaml_file import read_yaml
from sphinx_seminar.model.problem import KINDS

from .conftest import Load

# One folder serves all examples: each writes its file anew.
anew = settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])

KEYS = sorted(
    {key for entry in ENTRIES.values() for key in entry.key_names()}
    | {*TOP_KEYS, *SCHEME_KEYS, *PART_KEYS}
)
VALUES = [
    *("2022-01-24", "2022-05-13", "2021-01-01", "Mon", "Tu Th", "13:00-16:00", "1-4pm", "UTC"),
    *("yes", "no", "2", "other week", "https://example.org", "javascript:x", "x.pdf", "", "Ada"),
]
YAML_LIKE = st.text(st.sampled_from(string.printable + "ä\u2028\x85\ufeff\x00"), max_size=60)
TEXTS = st.sampled_from(VALUES) | st.text(max_size=20)
TREES = st.recursive(
    st.none() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS) | TEXTS, inner, max_size=5)
    ),
    max_leaves=25,
)
COURSES = st.dictionaries(st.sampled_from(KEYS) | TEXTS, TREES, max_size=8)


def check(loaded: LoadedCourse) -> None:
    for problem in loaded.problems:
        assert problem.kind in KINDS
        assert problem.message.isprintable()
        assert len(problem.message) < 600
        # What pydantic-core says by itself begins so; a key or value of the author's may too.
        for wording in ("Input should", "Value error", "Unexpected keyword", "Field required"):
            assert wording not in problem.message
    assert loaded.course.term is None or loaded.course.term.start <= loaded.course.term.end


@anew
@given(st.binary(max_size=200))
def test_random_bytes_never_raise(load: Load, content: bytes) -> None:
    check(load(content))


@pytest.mark.usefixtures("parser")
@anew
@given(YAML_LIKE)
@example('"\\U00110000"')
@example('"\\ud800": x')
@example("%YAML 1.99999999999999999999\n---\n")
@example("!<!> x")
@example("&a [&a x, *a]")
@example("? ? ? :")
def test_what_looks_like_yaml_never_raises(text: str) -> None:
    file = read_yaml(text)
    assert file.data is not None or file.faults


@anew
@given(COURSES)
def test_a_random_tree_never_raises(load: Load, tree: dict[str, Any]) -> None:
    check(load(yaml.safe_dump(tree, allow_unicode=True)))


@anew
@given(COURSES)
def test_random_data_never_raises_and_loses_no_problem(tree: dict[str, Any]) -> None:
    entries = read_entries(tree)
    again = read_entries(tree)
    assert entries.faults == again.faults
    # Without a problem nothing is left out.
    given_keys = {key for key, value in tree.items() if value and str(value).strip()}
    if not entries.faults:
        assert [key for key in given_keys if getattr(entries.entry, key) in (None, ())] == []


@anew
@given(COURSES)
def test_json_is_yaml_too(load: Load, tree: dict[str, Any]) -> None:
    text = json.dumps(tree)
    if len(text) < 10_000:
        check(load(text))


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"tim{n}ezone: x\n" for n in range(9_000)),
        "meetings:\n" + "- x\n" * 15_000,
        "meetings:\n" + "- {days: x, start: y}\n" * 3_000,
        "meetings:\n  dates:\n" + "  - 2022-01-01\n" * 15_000,
        "presenting:\n  roles:\n" + "  - x\n" * 15_000,
        "links:\n" + f"- {{a: {'a.' * 900}}}\n" * 500,
        "start: " + "1" + " " * 900_000 + "x\n",
        "meetings: {days: Mon, time: '1" + " " * 900_000 + "x'}\n",
        "timezone: " + "x/" * 400_000 + "\n",
    ],
    ids=["keys", "items", "entries", "dates", "roles", "hosts", "date", "time", "zone"],
)
def test_a_mass_of_mistakes_is_told_in_seconds(load: Load, text: str) -> None:
    start = time.process_time()
    check(load(text))
    assert time.process_time() - start < 10
