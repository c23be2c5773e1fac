from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from sphinx_seminar.load.course_file import load_course
from sphinx_seminar.model.course import Link, OfficeHours, Person
from sphinx_seminar.model.notation import TimeRange

from .conftest import Load
from .messages import messages

HOURS = "write a text, or {days: Tue, time: 14:00-15:00, where: Soda 415}"


def test_a_person_may_have_much_to_tell(load: Load) -> None:
    loaded = load(
        "staff:\n"
        "  name: Ada Brook\n"
        "  pronouns: she/her\n"
        "  links: {Mail: 'mailto:ada@example.org', Room: Soda 1}\n"
        "  office_hours: [{days: Tue Thu, time: '14:00-15:00', where: Soda 415}, TBA]\n"
    )
    assert messages(loaded) == []
    assert loaded.course.staff == (
        Person(
            "Ada Brook",
            office_hours=(
                OfficeHours(None, (1, 3), TimeRange(time(14), time(15)), "Soda 415"),
                OfficeHours("TBA"),
            ),
            pronouns="she/her",
            links=(
                Link("Mail", "mailto:ada@example.org", is_address=True),
                Link("Room", "Soda 1", is_address=False),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("written", "days", "where"),
    [
        ("Tue 2-3pm, Soda 415", (1,), "Soda 415"),
        ("Tuesdays, 2-3pm in Soda 415", (1,), "Soda 415"),
        ("TuTh 14:00-15:00 (Soda 415)", (1, 3), "Soda 415"),
        ("Tue and Thu 14:00-15:00", (1, 3), None),
        ("TBA", (), None),
        ("by appointment", (), None),
        ("Tue 2-3", (), None),  # at night
        ("after class, Soda 415", (), None),
    ],
)
def test_office_hours_in_words_have_a_place_in_the_week_where_they_say_one(
    load: Load, written: str, days: tuple[int, ...], where: str | None
) -> None:
    loaded = load(f"staff: {{name: x, office_hours: '{written}'}}\n")
    assert messages(loaded) == []
    (hours,) = loaded.course.staff[0].office_hours
    assert (hours.text, hours.days, hours.where) == (written, days, where)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("pronouns: [x]", "staff.pronouns: this is a list; write a text"),
        ("links: Mail", "staff.links: this is 'Mail'; write label: address"),
        ("links: {Mail: 'javascript:x'}", "staff.links.Mail: 'javascript:x' is not an address"),
        ("photo: [x]", "staff.photo: this is a list; write the path of a picture"),
        ("photo: ada", "staff.photo: 'ada' is not the path of a picture"),
        ("photo: 'https://x.example/a.png'", "staff.photo: 'https://x.example/a.png' is not the"),
        ("photo: ../ada.png", "staff.photo: '../ada.png' is outside of the course's folder"),
        ("photo: /etc/ada.png", "staff.photo: '/etc/ada.png' is outside of the course's folder"),
        ("photo: ada.png", "staff.photo: no file is at 'ada.png'"),
        ("alt: {a: b}", "staff.alt: this has keys and values; write a text"),
        ("office_hours: {where: x}", f"staff.office_hours: no days are given; {HOURS}"),
        ("office_hours: {days: Tue}", f"staff.office_hours: no time is given; {HOURS}"),
        ("office_hours: {days: Tu, time: x}", "staff.office_hours.time: 'x' is not a time"),
        ("office_hours: [[x]]", f"staff.office_hours[0]: this is a list; {HOURS}"),
        (
            "office_hours: {dayz: Tue, time: 9-10am}",
            "staff.office_hours: 'dayz' is not a key here; did you mean 'days'?",
        ),
        ("pronoun: x", "staff: 'pronoun' is not a key here; did you mean 'pronouns'?"),
        ("foto: x.png", "staff: 'foto' is not a key here; did you mean 'photo'?"),
    ],
)
def test_a_wrong_value_is_told_with_what_to_write(load: Load, written: str, message: str) -> None:
    found = messages(load(f"staff:\n  name: Ada\n  {written}\n"))
    assert len(found) == 1, found
    assert found[0].startswith(f"3: {message}")


def test_a_person_who_stands_twice_is_told(load: Load) -> None:
    loaded = load("staff:\n- Ada\n- Noor\n- ada\n")
    assert messages(loaded) == ["4: staff[2]: 'ada' is there twice; name each person once"]
    assert [person.name for person in loaded.course.staff] == ["Ada", "Noor"]


def test_a_photo_may_not_be_a_link_out_of_the_folder(tmp_path: Path) -> None:
    course = tmp_path / "course"
    course.mkdir()
    (tmp_path / "secret.png").write_bytes(b"x")
    (course / "ada.png").symlink_to(tmp_path / "secret.png")
    (course / "course.yml").write_text("staff: {name: Ada, photo: ada.png}\n")
    (problem,) = load_course(course / "course.yml", "course.yml").problems
    assert "is outside of the course's folder" in problem.message
    assert (problem.kind, problem.source.line) == ("link", 1)
