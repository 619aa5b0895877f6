"""What a budget line's period means in days, and why some words mean none."""

from datetime import date

import pytest

from collabdesk.domain.phases import Frame, Phase, Unclear, number_of, phase_of
from collabdesk.domain.spans import Span, months_of, whole_months

FRAME = Frame(date(2025, 3, 1), date(2028, 2, 29))
REPORTING = Frame(
    date(2025, 3, 1),
    date(2028, 2, 29),
    (("RP1", Span(date(2025, 3, 1), date(2026, 8, 31))), ("RP2", Span(date(2026, 9, 1), date(2028, 2, 29)))),
)


@pytest.mark.parametrize(
    ("words", "first", "last", "scheme"),
    [
        ("2025", "2025-01-01", "2025-12-31", "year"),
        ("2025-Q3", "2025-07-01", "2025-09-30", "quarter"),
        ("Q4 2025", "2025-10-01", "2025-12-31", "quarter"),
        ("2026Q1", "2026-01-01", "2026-03-31", "quarter"),
        ("2025-H2", "2025-07-01", "2025-12-31", "half-year"),
        ("2028-02", "2028-02-01", "2028-02-29", "month"),
        ("07/2025", "2025-07-01", "2025-07-31", "month"),
        ("Jul 2025", "2025-07-01", "2025-07-31", "month"),
        ("September 2025", "2025-09-01", "2025-09-30", "month"),
        ("M1", "2025-03-01", "2025-03-31", "project month"),
        ("Month 12", "2026-02-01", "2026-02-28", "project month"),
        ("M1-M12", "2025-03-01", "2026-02-28", "range"),
        ("M1\u2013M12", "2025-03-01", "2026-02-28", "range"),
        ("M13 \u2013 24", "2026-03-01", "2027-02-28", "range"),
        ("months 1-6", "2025-03-01", "2025-08-31", "range"),
        ("Y1", "2025-03-01", "2026-02-28", "project year"),
        ("Year 2", "2026-03-01", "2027-02-28", "project year"),
        ("Y1-Y3", "2025-03-01", "2028-02-29", "range"),
        ("2025-2026", "2025-01-01", "2026-12-31", "range"),
        ("2025-07-15", "2025-07-15", "2025-07-15", "range"),
        ("2025-03-01/2025-06-30", "2025-03-01", "2025-06-30", "range"),
        ("2025-03-01 to 2025-06-30", "2025-03-01", "2025-06-30", "range"),
        ("01.03.2025 - 30.06.2025", "2025-03-01", "2025-06-30", "range"),
        ("1 March 2025 - 30 June 2025", "2025-03-01", "2025-06-30", "range"),
        ("Q3 2025 - Q1 2026", "2025-07-01", "2026-03-31", "range"),
    ],
)
def test_the_words_of_sheets_name_days(words, first, last, scheme):
    span = Span(date.fromisoformat(first), date.fromisoformat(last))
    assert phase_of(words, FRAME) == Phase(span, scheme)


@pytest.mark.parametrize("words", ["RP1", "rp 1", "P1", "Period 1", "1"])
def test_a_reporting_period_is_known_by_its_code_or_number(words):
    assert phase_of(words, REPORTING) == Phase(REPORTING.reporting[0][1], "reporting period")


def test_two_reporting_periods_are_a_range():
    assert phase_of("RP1-RP2", REPORTING) == Phase(Span(date(2025, 3, 1), date(2028, 2, 29)), "range")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Q3", "names no year"),
        ("Jan", "names no year"),
        ("FY 2025", "fiscal year"),
        ("2025/26", "fiscal year"),
        ("2025-02-30", "no date"),
        ("M0", "number 1"),
        ("M12-M1", "ends before it begins"),
        ("later", "no period that is known"),
    ],
)
def test_what_names_no_days_says_why(words, why):
    found = phase_of(words, FRAME)
    assert isinstance(found, Unclear)
    assert why in found.reason


def test_project_months_need_the_projects_start():
    found = phase_of("M3", Frame())
    assert isinstance(found, Unclear) and "start" in found.reason


def test_a_number_beyond_the_recorded_reporting_periods_is_named():
    found = phase_of("RP3", REPORTING)
    assert isinstance(found, Unclear) and "RP1, RP2" in found.reason


def test_numbered_periods_without_records_divide_the_project_evenly_or_not_at_all():
    three = Frame(FRAME.start, FRAME.end, numbered=3)
    assert phase_of("P2", three) == Phase(Span(date(2026, 3, 1), date(2027, 2, 28)), "numbered period")
    seven = Frame(FRAME.start, FRAME.end, numbered=7)
    found = phase_of("P2", seven)
    assert isinstance(found, Unclear) and "not divided evenly" in found.reason


def test_numbers_of_periods():
    assert [number_of(words) for words in ("P3", "RP 12", "Period 2", "7", "M3", "2025")] == [3, 12, 2, 7, 0, 0]


def test_months_of_a_project_that_begins_in_mid_month_or_on_the_31st():
    assert months_of(date(2025, 1, 15), 2) == Span(date(2025, 2, 15), date(2025, 3, 14))
    assert months_of(date(2025, 1, 31), 1) == Span(date(2025, 1, 31), date(2025, 2, 27))
    assert whole_months(Span(date(2025, 1, 15), date(2025, 7, 14))) == 6
    assert whole_months(Span(date(2025, 1, 15), date(2025, 7, 20))) is None
