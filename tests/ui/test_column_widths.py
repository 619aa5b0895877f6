"""Columns share a table's width by need."""

from __future__ import annotations

from collabdesk.ui.column_widths import Need, shared

TITLE = Need(least=170, most=400, fair=0)
FUNDER = Need(least=140, most=260, fair=140)
STATUS = Need(least=90, most=90, fair=124)


def test_a_column_that_takes_the_rest_takes_it() -> None:
    assert shared(1000, [TITLE, STATUS]) == [876, 124]


def test_a_long_text_is_shown_before_another_column_gets_air() -> None:
    assert shared(750, [TITLE, FUNDER, STATUS]) == [400, 260, 90]


def test_where_there_is_too_little_those_that_lack_least_are_whole_first() -> None:
    widths = shared(560, [TITLE, FUNDER, STATUS])
    assert widths == [250, 220, 90] and sum(widths) == 560


def test_no_column_is_narrower_than_its_least() -> None:
    assert shared(100, [TITLE, FUNDER, STATUS]) == [170, 140, 90]
