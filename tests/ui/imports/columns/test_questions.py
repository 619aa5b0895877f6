"""A column that can be read two ways is asked about in one sentence and answered by one key."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from collabdesk.ui.imports.questions import questions_of, read_as
from collabdesk.usecases.imports import look_at

HEADER = "Grant number;Title;Start date;End date;Total cost\n"


@pytest.fixture(scope="module")
def unclear(tmp_path_factory) -> Path:
    file = tmp_path_factory.mktemp("files") / "unclear.csv"
    rows = (f"P{n};Study {n};0{n}/04/2024;0{n}/05/2025;{n},23{n}\n" for n in range(1, 7))
    file.write_text(HEADER + "".join(rows), encoding="utf-8")
    return file


def test_the_question_names_the_column_a_cell_and_both_readings(unclear):
    first, *_ = questions_of(look_at([unclear]).files[0].tables[0])
    assert first.text == "Column C “Start date”: does 01/04/2024 mean 1 Apr 2024 or 4 Jan 2024?"
    assert first.cell == (2, 3)
    assert first.examples == ("01/04/2024", "02/04/2024", "03/04/2024")


def test_each_column_is_asked_about_by_itself(unclear):
    found = questions_of(look_at([unclear]).files[0].tables[0])
    assert [(q.column.letter, q.code) for q in found] == [
        ("C", "ambiguous-date"),
        ("D", "ambiguous-date"),
        ("E", "ambiguous-decimal"),
    ]


@pytest.mark.parametrize(
    ("text", "way", "read"),
    [
        ("03/04/2024", "dmy", "3 Apr 2024"),
        ("03/04/2024", "mdy", "4 Mar 2024"),
        ("03.04.99 10:30", "dmy", "3 Apr 1999"),
        ("1,234", ".", "1,234.00"),
        ("1,234", ",", "1.234"),
        ("€ 1.234", ",", "1,234.00"),
        ("n/a", "dmy", "n/a"),
    ],
)
def test_cells_are_shown_as_each_way_reads_them(text, way, read):
    assert read_as(text, way).replace("\u00a0", " ") == read


def test_one_key_answers_for_all_columns_alike(qtbot, page_of, unclear):
    page = page_of(unclear)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page.columns, Qt.Key.Key_2)
    assert [q.code for q in questions_of(page._shown)] == ["ambiguous-decimal"]
    assert page.question.isVisible()
    qtbot.keyClick(page.columns, Qt.Key.Key_1)
    assert not page.question.isVisible()
    assert page._shown.values["project.start"][0] == "2024-01-04"
    assert page._shown.totals["project.total_cost"].sum == 22401


def test_the_answer_for_one_column_leaves_the_other_open(qtbot, page_of, unclear):
    page = page_of(unclear)
    page.question.all.setChecked(False)
    page.question.answers[0].click()
    assert not [p for p in page._shown.problems if p.code == "ambiguous-date"], (
        "the file's other dates follow the one order that is known"
    )


def test_typing_into_a_search_answers_nothing(qtbot, page_of, unclear):
    page = page_of(unclear)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.preview.ask_place()
    qtbot.keyClicks(page.preview.place, "C12")
    assert page.question.isVisible()
    assert page.preview.place.text() == "C12"


def test_the_window_does_not_speak_of_options_of_the_command_line(page_of, unclear):
    page = page_of(unclear)
    texts = [page.problem_rows.index(n, 2).data() for n in range(page.problem_rows.rowCount())]
    assert texts
    assert not [t for t in texts if "--" in t]
    assert "--" not in page.preview.cells.said(2, 3)
