"""The periods a plan is read in, and where a day stands among them."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

from collabdesk.domain.phases import Frame, phase_of
from collabdesk.domain.spans import DAY, Span
from collabdesk.domain.techniques import TECHNIQUES, technique_of
from collabdesk.domain.timescales import timescale

FRAME = Frame(date(2025, 1, 1), date(2027, 12, 31))


def scale_of(*words):
    return timescale([phase_of(text, FRAME) for text in words])


def test_a_plan_in_one_scheme_is_read_in_its_own_periods_even_where_one_has_no_line():
    scale = scale_of("2025-Q1", "2025-Q2", "2025-Q4")
    assert (scale.said, len(scale.spans)) == ("quarters from 1 January 2025", 4)
    assert scale_of("Y1", "Y2").name == "project years"
    assert scale_of("M1-M18", "M19-M36").spans[1] == Span(date(2026, 7, 1), date(2027, 12, 31))


def test_schemes_that_mix_or_overlap_are_read_in_months():
    assert scale_of("2025-Q1", "2026").name == "months"
    assert scale_of("M1-M18", "M12-M36").name == "months"
    assert timescale([Span(date(2025, 1, 15), date(2025, 4, 20))]).said == "months from 15 January 2025"


def test_periods_follow_each_other_without_a_gap_also_from_the_31st():
    spans = timescale([Span(date(2025, 1, 31), date(2026, 1, 30))]).spans
    assert len(spans) == 12
    assert all(sooner.last + DAY == later.first for sooner, later in pairwise(spans))


def test_a_day_is_so_many_periods_after_the_start():
    scale = scale_of(*(f"2025-{month:02}" for month in range(1, 6)))
    days = ["2024-12-31", "2025-01-31", "2025-02-14", "2025-05-31", "2025-07-31"]
    assert [scale.position(date.fromisoformat(day)) for day in days] == [0, 1, Decimal("1.5"), 5, 7]
    assert [scale.number(date.fromisoformat(day)) for day in days] == [0, 1, 2, 5, 7]


def test_a_position_is_a_day_again():
    scale = scale_of("2025-01", "2025-02", "2025-03")
    assert scale.day_at(Decimal(2)) == date(2025, 2, 28)
    assert scale.day_at(Decimal("1.5")) == date(2025, 2, 14)
    assert scale.day_at(Decimal(5)) == date(2025, 5, 31)


def test_after_reporting_periods_time_goes_on_in_periods_of_the_last_ones_length():
    spans = (Span(date(2025, 1, 1), date(2026, 6, 30)), Span(date(2026, 7, 1), date(2026, 12, 31)))
    frame = Frame(None, None, (("RP1", spans[0]), ("RP2", spans[1])))
    scale = timescale([phase_of("RP1", frame), phase_of("RP2", frame)])
    assert scale.said == "reporting periods from 1 January 2025"
    assert scale.span(3) == Span(date(2027, 1, 1), date(2027, 6, 30))


def test_techniques_are_known_by_the_words_of_sheets():
    said = ("0/100", "50-50", "Weighted milestones", "% complete")
    assert tuple(technique_of(words) for words in said) == TECHNIQUES
    assert technique_of("  ") == ""
    assert technique_of("level of effort") is None
