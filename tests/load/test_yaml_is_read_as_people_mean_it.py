from __future__ import annotations

import pytest

from sphinx_seminar.load.fault import KeyPath
from sphinx_seminar.load.yaml_file import Plain, read_yaml

pytestmark = pytest.mark.usefixtures("parser")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("13:00", "13:00"),
        ("no", "no"),
        ("2022-01-24", "2022-01-24"),
        ("0123", "0123"),
        ("1.50", "1.50"),
        ("true", "true"),
        ("CS 294-162", "CS 294-162"),
        ("'null'", "null"),
        ('"~"', "~"),
        ("!!str null", "null"),
        ("Zoë's café", "Zoë's café"),
        (">-\n  two\n  lines", "two lines"),
    ],
)
def test_a_scalar_stays_the_text_that_was_written(written: str, read: str) -> None:
    assert read_yaml(f"key: {written}\n").data == {"key": read}


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "# a comment"])
def test_nothing_is_none(written: str) -> None:
    assert read_yaml(f"key: {written}\n").data == {"key": None}


def test_lists_and_mappings_nest() -> None:
    text = "meetings:\n- {days: [Mon, Wed], time: 9:00}\n- days: Fri\n"
    expected: Plain = [{"days": ["Mon", "Wed"], "time": "9:00"}, {"days": "Fri"}]
    assert read_yaml(text).data == {"meetings": expected}


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("breaks",), 4),
        (("breaks", 0), 5),
        (("breaks", 1), 6),
        (("breaks", 1, "start"), 6),
        (("breaks", 1, "end"), 7),
        (("weeks", "start"), 10),
        (("breaks", 1, "absent", "deeper"), 6),
        (("absent",), 1),
        ((), 1),
    ],
)
def test_every_key_and_item_has_its_line(path: KeyPath, line: int) -> None:
    text = (
        "# a comment\n"
        "title: >\n"
        "  ML\n"
        "breaks:\n"
        "  - date: 2022-02-21\n"
        "  - start: 2022-03-21\n"
        "    end: 2022-03-25\n"
        "\n"
        "weeks:\n"
        "  start: Mon\n"
    )
    assert read_yaml(text).line_of(path) == line


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbftitle: x\n",
        b"title: x\r\n",
        b"title: x",
        b"---\ntitle: x\n",
        b"---\ntitle: x\n---\n",
        b"title: x\n...\n",
        b"%YAML 1.1\n---\ntitle: x\n",
        b"title:\n\n    x\n",
        b"\n\n{title: x}\n",
    ],
)
def test_what_editors_and_habits_add_does_no_harm(content: bytes) -> None:
    file = read_yaml(content)
    assert (file.data, file.faults) == ({"title": "x"}, ())


def test_an_alias_stands_for_what_it_repeats() -> None:
    text = "first: &here {where: Soda 405}\nsecond: *here\nthird: &t x\nfourth: [*t, *t]\n"
    file = read_yaml(text)
    assert file.data == {
        "first": {"where": "Soda 405"},
        "second": {"where": "Soda 405"},
        "third": "x",
        "fourth": ["x", "x"],
    }
    assert file.line_of(("second",)) == 2


def test_a_tab_in_a_text_or_a_comment_is_no_problem() -> None:
    file = read_yaml("title: 'a\tb'\ncode: x # a\tcomment\nterm: y\n")
    assert (file.data, file.faults) == ({"title": "a\tb", "code": "x", "term": "y"}, ())


def test_curly_quotes_around_a_value_are_no_part_of_it() -> None:
    file = read_yaml('title: “Reading Machines”\nlinks: {Mail: “mailto:a@x.example", B: c}\n')
    assert file.faults == ()
    assert file.data == {
        "title": "Reading Machines",
        "links": {"Mail": "mailto:a@x.example", "B": "c"},
    }


def test_a_curly_quote_that_nothing_closes_is_told() -> None:
    [fault] = read_yaml("title: x\nterm: “Fall 2030\n").faults
    assert fault.line == 2
    assert "begins with a quote that nothing closes; write straight quotes" in fault.text
