"""Names as people write them: who may be the same person."""

import pytest

from collabdesk.domain.person_names import same_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Revisor", "anna  revisor"),
        ("Revisor, Anna", "Anna Revisor"),
        ("A. Revisor", "Anna Revisor"),
        ("A. Revisor (lead)", "Dr. Anna Revisor"),
        ("anna.revisor@example.org", "Anna Revisor"),
        ("José Núñez", "Jose Nunez"),
        ("Revisor", "Anna Revisor"),
        ("Technical board", "technical board"),
        ("A.R.", "Anna Revisor"),
        ("R. A.", "Anna Revisor"),
        ("AR", "Anna Revisor"),
        ("AnnaRevisor", "Anna Revisor"),
        ("Søren Ågård", "Soeren Aagaard"),
        ("Søren Ågård", "Soren Agard"),
        ("Jörg Müller", "Joerg Mueller"),
        ("Łukasz Nowak", "Lukasz Nowak"),
        ("李雷", "李 雷"),
    ],
)
def test_names_that_may_mean_one_person(one, other):
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Revisor", "Bert Controller"),
        ("Anna Revisor", "Bert Revisor"),
        ("A. Revisor", "A. Controller"),
        ("", "Anna Revisor"),
        ("", ""),
        ("A.", "Anna Revisor"),
        ("A.R.", "Anna Maria Revisor"),
        ("AC", "Anna Revisor"),
        ("Bo", "Berta Olsen"),
        ("A. R.", "B. R."),
    ],
)
def test_names_of_two_people(one, other):
    assert not same_person(one, other)
    assert not same_person(other, one)
