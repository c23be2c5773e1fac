from __future__ import annotations

import time

import pytest

from sphinx_seminar.load.yaml_file import MAX_BYTES, read_yaml
from sphinx_seminar.load.yaml_syntax import MAX_DEPTH

pytestmark = pytest.mark.usefixtures("parser")

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{this}: &{this} [{', '.join(['*' + before] * 9)}]\n"
    for before, this in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"", 1, "the file is empty; write keys and values, such as title: My seminar"),
        (b"# later\n\n", 1, "the file is empty; write keys and values"),
        (b"---\n", 1, "the file is empty; write keys and values"),
        (b"\n- title: x\n", 2, "the file is a list; write keys and values"),
        (b"My seminar\n", 1, "the file is a text; write keys and values"),
        (b"title: x\nterm: caf\xe9\n", 2, "the byte 0xE9 is not UTF-8; save the file as UTF-8"),
        ("title: x\n".encode("utf-16"), 1, "the file is in UTF-16; save it as UTF-8"),
        (b"title: x\nterm: \x00\n", 2, "the character U+0000 has no meaning in a text"),
        (b"title: x\r\nterm: \x07\r\n", 2, "the character U+0007 has no meaning in a text"),
        (b'title: "a\\0b"\n', 1, "the character U+0000 has no meaning in a text"),
        (b"title: x\nweeks:\n\tstart: Mon\n", 3, "a tab is where YAML takes only spaces"),
        (b"title: x\n\tterm: y\n", 2, "a tab is where YAML takes only spaces"),
        (b"title: x\n\ty\nterm: z\n", 2, "a tab is where YAML takes only spaces"),
        (b"breaks:\n  - a: x\n\t  b: y\n", 3, "a tab is where YAML takes only spaces"),
        (b"roles:\n  - a\n  \t- b\n", 3, "a tab is where YAML takes only spaces"),
        (b"breaks:\n-\ta: x\n", 2, "a tab is where YAML takes only spaces"),
        (b"code: x\ntitle: ML: Systems\n", 2, "a colon is where no key can; quote a text"),
        (b"title: x\n  term: y\n", 2, "a colon is where no key can"),
        (b"title: x\nterm: [a, b\ncode: y\n", 2, "the bracket '[' of line 2 is not closed by ']'"),
        (b"weeks: {start: Mon\ncode: y\n", 1, "the brace '{' of line 1 is not closed by '}'"),
        (b'title: x\nterm: "y\ncode: z\n', 2, "the quotation mark of line 2 is not closed"),
        (b"title: [Draft] ML\nterm: y\n", 1, "this line does not belong to the ones above"),
        (b"title: 'Ada's'\n", 1, "this line does not belong to the ones above"),
        (b"weeks:\n    start: Mon\n  x: y\n", 3, "this line does not belong to the ones above"),
        (b"title: x\nSpring\ncode: y\n", 2, "line 2 has no colon and is among keys"),
        (b"title: @x\n", 1, "'@' can't begin a text; put the text in quotes"),
        (b"title: `x`\n", 1, "'`' can't begin a text; put the text in quotes"),
        (b"title: %x\n", 1, "'%' can't begin a text; put the text in quotes"),
        (b"where: *TBA*\n", 1, "'*' and '&' have a meaning in YAML; put the text in quotes"),
        (b"where: *TBA\n", 1, "'*TBA' begins with an asterisk; put the text in quotes"),
        (b"title: > x\n  y\n", 1, "'|' and '>' have a meaning in YAML"),
        (b'title: "C:\\qux"\n', 1, "a backslash in double quotes begins an escape"),
        (b"title: }\n", 1, "a value is missing before '}'"),
        (b"title: - x\n", 1, "an item '- ' can't be here"),
        (b"title: x\n---\ntitle: y\n", 3, "a second document begins after '---'"),
        (b"? [a, b]\n: x\n", 1, "a list or mapping is where a key belongs"),
        (b"{{ title }}: x\n", 1, "a list or mapping is where a key belongs"),
        (b"a: &b x\n*b : y\n", 2, "'*b' is where a key belongs"),
        (b"a: &a\n  b: *a\n", 2, "'*a' is inside of what it repeats"),
        (b"a: &a [*a]\n", 1, "'*a' is inside of what it repeats"),
        (b"title: !secret x\n", 1, "the YAML tag '!secret' is not read here"),
        (
            b"a: !!python/object/apply:os.system [ls]\n",
            1,
            "the YAML tag 'tag:yaml.org,2002:python/object/apply:os.system' is not read here",
        ),
        (b"%YAML 9.9\n---\na: x\n", 1, "this line is not YAML"),
        (b"<p>\n  title: x</p>\n", 2, "a colon is where no key can"),
    ],
)
def test_a_broken_file_is_told_in_one_line(content: bytes, line: int, message: str) -> None:
    file = read_yaml(content)
    assert file.data is None
    (fault,) = file.faults
    assert (fault.line, fault.message[: len(message)]) == (line, message)
    assert "\n" not in fault.message


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: x\nb: y\na: z\n", 3, "'a' is there twice (first on line 1); keep one of the two"),
        ("w:\n  a: x\n  a: y\n", 3, "w: 'a' is there twice (first on line 2); keep one of the two"),
        ("l:\n- x\n- {a: x,\n   a: y}\n", 4, "l[1]: 'a' is there twice (first on line 3)"),
        ("a: x\na:\n", 2, "'a' is there twice (first on line 1)"),
        ("a: x\n'a': {b: c}\n", 2, "'a' is there twice (first on line 1)"),
        ("a: x\n<<: {b: c}\n", 2, "YAML's merge key '<<' is not read here; write the keys out"),
    ],
)
def test_a_repeated_key_is_told_and_the_rest_is_read(text: str, line: int, message: str) -> None:
    file = read_yaml(text)
    (fault,) = file.faults
    assert (fault.line, fault.message[: len(message)]) == (line, message)
    assert file.data is not None


def test_of_a_repeated_key_the_first_value_stays_with_its_lines() -> None:
    file = read_yaml("a:\n  b: x\na:\n  c: y\n")
    assert file.data == {"a": {"b": "x"}}
    assert file.line_of(("a", "b")) == 2


def test_all_repeated_keys_are_told_and_the_broken_line_behind_them() -> None:
    file = read_yaml("a: x\na: y\na: z\nb: c: d\n")
    assert [fault.line for fault in file.faults] == [2, 3, 4]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (BOMB, "the file holds more than 20,000 values, those behind aliases ('*') included"),
        ("".join(f"k{n}: x\n" for n in range(50_000)), "the file holds more than 20,000 values"),
        ("a: " + "[" * (MAX_DEPTH + 1), "lists and mappings are nested deeper than 20 levels"),
        ("[" * 900_000, "lists and mappings are nested deeper than 20 levels"),
        ("- " * 400_000, "lists and mappings are nested deeper than 20 levels"),
        ("{a: " * 200_000, "lists and mappings are nested deeper than 20 levels"),
        (
            f"a: &a {'[' * 12}x{']' * 12}\nb: {'[' * 12}*a{']' * 12}\n",
            "lists and mappings are nested deeper than 20 levels",
        ),
    ],
    ids=["bomb", "keys", "deep", "[", "-", "{", "deep-alias"],
)
def test_a_file_that_would_take_for_ever_is_refused_in_time(content: str, message: str) -> None:
    start = time.process_time()
    file = read_yaml(content)
    assert time.process_time() - start < 5
    assert file.data is None
    assert file.faults[-1].message.startswith(message)


@pytest.mark.parametrize("character", [b"x", b"\xff", b"[", b"\t", b"\n"])
def test_10_megabytes_of_nonsense_are_refused_at_once(character: bytes) -> None:
    content = character * 10_000_000
    start = time.process_time()
    (fault,) = read_yaml(content).faults
    assert time.process_time() - start < 0.1
    assert fault.message == "the file is larger than 1,000,000 bytes; write one that is smaller"


def test_a_file_of_the_largest_size_is_read() -> None:
    text = "title: x\n# "
    text += "y" * (MAX_BYTES - len(text))
    assert read_yaml(text).data == {"title": "x"}


def test_a_bomb_names_the_line_on_which_it_goes_off() -> None:
    assert read_yaml(BOMB).faults[0].line == 5
