"""Figures of the group assessments: the year's scale, parts to the cent, arrears by member and year."""

from datetime import date
from decimal import Decimal

from collabdesk.domain.assessments import Assessment
from collabdesk.domain.scale_shares import ScaleShare

D = Decimal


def scale(books, year, *bases, **fields):
    lines = [
        ScaleShare(project_id=1, partner_id=n, year=year, base=D(b), currency="EUR", **fields)
        for n, b in enumerate(bases, 1)
    ]
    return books.keep(*lines)


def assess(books, year, total, **fields):
    return books.keep(Assessment(project_id=1, year=year, total=D(total), currency="EUR", **fields))[0]


def test_each_members_part_follows_from_its_income_and_the_parts_sum_to_the_total(books):
    scale(books, "2025", 1, 1, 1)
    assess(books, "2025", "100.00")
    found = books.figures()
    assert found["F1-scale-sum-2025"].value == 1
    assert found["F1-scale-share-2025-p1"].value == D("0.3333")
    parts = [found[f"F1-assessed-2025-p{n}"] for n in (1, 2, 3)]
    assert [p.value for p in parts] == [D("33.34"), D("33.33"), D("33.33")]
    assert parts[0].inputs == {
        "total": "100",
        "exact part": "33.333333333333",
        "of the remainder": "one coin, 0.01 EUR",
    }
    assert parts[1].inputs["of the remainder"] == "none"
    assert found["F1-assessment-2025"].inputs["cents shared out by the largest remainder"] == "1"


def test_a_scale_that_is_not_whole_is_a_problem_and_nothing_is_assessed_by_it(books):
    books.keep(*(ScaleShare(project_id=1, partner_id=n, year="2025", share=D(s)) for n, s in ((1, ".5"), (2, ".4"))))
    assess(books, "2025", "100")
    found = books.figures()
    assert (found["F1-scale-sum-2025"].value, found["F1-scale-sum-2025"].note) == (
        D("0.9000"),
        "the scale sums to 0.9, not to 1",
    )
    assert found["F1-assessed-2025-p1"].value is None
    assert found["F1-assessed-2025-p1"].note == "the scale sums to 0.9, not to 1"


def test_a_year_without_a_scale_says_so(books):
    scale(books, "2024", 1)
    assess(books, "2025", "100")
    assert books.figures()["F1-assessment-2025"].note == "no scale is recorded for 2025"


def test_arrears_run_over_the_years_and_an_overpaid_year_lessens_them(books):
    for year in ("2023", "2024", "2025"):
        scale(books, year, 3, 1)
        assess(books, year, "400", due=f"{year}-03-31")
    paid = {"2023": "250", "2024": "320"}
    for year, amount in paid.items():
        books.contribution(1, purpose="assessed", year=year, received=D(amount), received_on=f"{year}-03-01")
    books.contribution(2, purpose="assessed", year="2023", received=D(100))
    found = books.figures()
    years = [found[f"F1-arrears-{y}-p1"].value for y in ("2023", "2024", "2025")]
    assert years == [50, -20, 300]
    assert found["F1-arrears-all-p1"].value == 330
    assert found["F1-arrears-all-p1"].inputs == {"after 2023": "50", "after 2024": "30", "after 2025": "330"}
    assert found["F1-arrears-all"].value == 330 + 200
    assert {b.noun for b in found["F1-arrears-2023-p1"].basis} == {"assessment", "contribution", "scale_share"}


def test_what_is_not_due_yet_is_no_arrears(books):
    scale(books, "2025", 1)
    assess(books, "2025", "100", due="2025-09-30")
    found = books.figures()["F1-arrears-2025-p1"]
    assert (found.value, found.note) == (None, "it has not fallen due by this day")
    assert books.figures(date(2025, 10, 1))["F1-arrears-2025-p1"].value == 100


def test_a_receipt_that_no_assessment_asks_for_is_said(books):
    scale(books, "2025", 1)
    assess(books, "2025", "100")
    books.contribution(3, purpose="assessed", year="2025", received=D(7))
    assert "7 EUR were received that no assessment" in books.figures()["F1-arrears-all"].note


def test_calls_in_cash_count_where_no_contribution_is_marked_as_assessed(books):
    scale(books, "2025", 1, 1)
    assess(books, "2025", "100")
    books.contribution(1, called=D(50), due="2025-02-28", received=D(45))
    books.contribution(2, pledged=D(50), due="2025-02-28", received=D(45))
    found = books.figures()
    assert (found["F1-arrears-2025-p1"].value, found["F1-arrears-2025-p2"].value) == (5, 50)
    assert "calls in cash that fell due" in found["F1-arrears-all"].note
    books.contribution(2, purpose="assessed", year="2025", received=D(50))
    assert books.figures()["F1-arrears-2025-p1"].value == 50


def test_the_calls_that_count_are_the_records_that_the_figure_rests_on(books):
    for year in ("2024", "2025"):
        scale(books, year, 1)
        assess(books, year, "100")
        books.contribution(1, called=D(100), due=f"{year}-02-28", received=D(45))
    basis = books.figures()["F1-arrears-2025-p1"].basis
    (contribution,) = [b for b in basis if b.noun == "contribution"]
    assert ("due", "2025-02-28") in contribution.where and ("partner_id", 1) in contribution.where
    books.contribution(1, purpose="assessed", year="2025", received=D(100))
    found = books.figures()
    assert (found["F1-arrears-2024-p1"].value, found["F1-arrears-2025-p1"].value) == (55, 0)


def test_a_scale_may_name_countries(books):
    books.keep(*(ScaleShare(project_id=1, country=c, year="2025", share=D(s)) for c, s in (("DE", ".6"), ("FR", ".4"))))
    assess(books, "2025", "1000")
    books.contribution(1, purpose="assessed", year="2025", received=D(600))
    found = books.figures()
    assert found["F1-arrears-2025-de"].value == 0
    assert found["F1-arrears-2025-fr"].value == 400


def test_a_contribution_that_names_no_year_is_for_the_year_it_was_due(books):
    scale(books, "2025", 1)
    assess(books, "2025", "100")
    books.contribution(1, purpose="assessed", due="2025-02-28", received=D(40))
    assert books.figures()["F1-arrears-2025-p1"].value == 60
