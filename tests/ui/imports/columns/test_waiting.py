"""While one waits: honest words about how far it is and how long it takes, and Cancel by Escape."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from collabdesk.ui.imports.time_left import TimeLeft, left_text
from collabdesk.ui.imports.waiting import WaitingPage


@pytest.fixture
def waiting(qtbot, theme) -> WaitingPage:
    page = WaitingPage()
    qtbot.addWidget(page)
    page.show()
    return page


def test_nothing_is_estimated_before_anything_is_known():
    left = TimeLeft()
    assert left.seconds("keep", 0, 1000, 0.0) is None
    assert left.seconds("keep", 10, 1000, 0.5) is None, "half a second says nothing"
    assert left.seconds("read", 0, 0, 9.0) is None, "the total is not known"


def test_the_estimate_follows_the_speed():
    left = TimeLeft()
    for second in range(5):
        told = left.seconds("keep", second * 100, 1000, float(second))
    assert told == pytest.approx(6.0)


def test_one_slow_moment_does_not_double_it():
    left = TimeLeft()
    for second in range(10):
        told = left.seconds("keep", second * 100, 10_000, float(second))
    slow = left.seconds("keep", 910, 10_000, 10.0)
    assert told is not None and slow is not None
    assert slow < 2 * told


def test_time_goes_by_between_two_reports():
    left = TimeLeft()
    for second in range(4):
        left.seconds("keep", second * 100, 1000, float(second))
    assert left.seconds("keep", 300, 1000, 6.0) == pytest.approx(4.0)


def test_another_stage_is_estimated_anew():
    left = TimeLeft()
    for second in range(5):
        left.seconds("check", second * 100, 1000, float(second))
    assert left.seconds("keep", 0, 1000, 5.0) is None


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, ""),
        (1.0, ""),
        (12.0, "about 10 seconds left"),
        (61.0, "about a minute left"),
        (130.0, "about 2 minutes left"),
        (7300.0, "about 2 hours left"),
    ],
)
def test_the_time_is_said_roughly(seconds, said):
    assert left_text(seconds) == said


def test_rows_are_counted_and_stages_have_plain_words(waiting):
    waiting.begin("Looking at a.xlsx", ["a.xlsx"])
    waiting.show_progress("read", 0, 0)
    assert waiting.stage.text() == "Reading the file"
    waiting.show_progress("check", 0, 100_000)
    assert waiting.stage.text() == "Finding tables and checking cells: 100,000 rows"
    assert waiting.bar.maximum() == 0, "a bar that moves until the first rows are done"
    waiting.show_progress("keep", 25_000, 100_000)
    assert waiting.stage.text() == "Keeping the rows: 25,000 of 100,000 rows"
    assert (waiting.bar.value(), waiting.bar.maximum()) == (25_000, 100_000)


def test_of_several_files_the_present_one_is_named(waiting):
    waiting.begin("Looking at a.xlsx and 1 more", ["a.xlsx", "b.csv"])
    waiting.show_progress("file", 1, 2)
    assert waiting.file.text() == "b.csv  (2 of 2)"


def test_escape_cancels_once_and_later_reports_do_not_hide_it(qtbot, waiting):
    waiting.begin("Looking at a.xlsx")
    with qtbot.waitSignal(waiting.cancelled):
        qtbot.keyClick(waiting, Qt.Key.Key_Escape)
    waiting.show_progress("check", 10, 100)
    assert waiting.stage.text() == "Stopping…"
    assert not waiting.cancel.isEnabled()
