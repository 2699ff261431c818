"""The key under which an author is found again at one publisher."""

import pytest

from pipeline.bylines import author_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Miguel A. Herguedas", "MIGUEL A HERGUEDAS"),
        ("Ana López", "Ana Lopez"),
        ("Jean-Luc Picard", "Jean Luc  Picard"),
        ("Oliver O’Connell", "Oliver O'Connell"),
        ("Anna Weiß", "Anna Weiss"),
        ("Søren Kierkegård", "Soren Kierkegard"),
        ("Łukasz Nowak", "Lukasz Nowak"),
        ("ИВАН ПЕТРОВ", "Иван Петров"),
        (" Jane Doe\n", "Jane Doe"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert author_key(one) == author_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Miguel A. Herguedas", "Miguel Herguedas"),
        ("J. Doe", "Jane Doe"),
        ("Perry Bacon Jr.", "Perry Bacon"),
        ("牛镛", "岳弘彬"),
    ],
)
def test_initials_and_suffixes_keep_names_apart(one: str, other: str) -> None:
    assert author_key(one) != author_key(other)
