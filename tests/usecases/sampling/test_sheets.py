"""The sheet of a sample: filled in by a person, with what people do to sheets, and read back."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from collabdesk.domain.problems import Refused
from collabdesk.domain.sample_terms import Restriction
from collabdesk.domain.samples import Sample
from collabdesk.usecases import sampling
from collabdesk.usecases.sampling.planning import Design
from collabdesk.usecases.workspace import Workspace

D = Decimal
AUDITED, EXPLAINED, PROOF = "I", "J", "K"


@pytest.fixture
def sample(books: Workspace) -> Sample:
    return sampling.draw(
        books, 1, design=Design(tolerable=D("0.5"), expected=D(0)), restriction=Restriction(currency="EUR"), seed="7"
    )


@pytest.fixture
def sheet(books: Workspace, sample: Sample, tmp_path: Path) -> Path:
    path = tmp_path / "S1.xlsx"
    sampling.write_sheet(books, sample, path)
    return path


def fill(path: Path, *cells: tuple[str, object], sheet: str = "Sample S1") -> None:
    book = load_workbook(path)
    for cell, value in cells:
        book[sheet][cell] = value
    book.save(path)


def said(read: sampling.SheetRead) -> list[tuple[str, str, str]]:
    return [(p.cell, p.code, str(p.severity)) for p in read.problems]


def test_the_sheet_shows_each_item_and_asks_for_three_things(books: Workspace, sample: Sample, sheet: Path) -> None:
    rows = list(load_workbook(sheet)["Sample S1"].values)
    drawn = sampling.items(books, sample)
    assert rows[0][7:] == ("Book value", "Audited value", "Explanation", "Evidence")
    assert [(r[0], r[1], D(str(r[7])), r[8]) for r in rows[1:]] == [
        (i.cost_id, i.reference, i.book, None) for i in drawn
    ]
    assert any(r[5] == "=Lab, ÅÄ" for r in rows[1:])
    about = dict(row[:2] for row in load_workbook(sheet)["About this sample"].values)
    assert about["Population SHA-256"] == sample.population_sha256


def test_what_is_filled_in_is_read_as_one_step_of_undo(books: Workspace, sample: Sample, sheet: Path) -> None:
    first, *_ = sampling.items(books, sample)
    fill(sheet, ("I2", float(first.book)), ("I3", "1.000,50"), ("J3", "Half was private"), ("K3", "invoice 17"))
    read = sampling.read_sheet(books, sample, sheet)
    assert (read.changed, read.untested, read.problems) == (2, len(sampling.items(books, sample)) - 2, ())
    after = sampling.items(books, sample)
    assert after[0].audited == first.book
    assert (after[1].audited, after[1].explanation, after[1].evidence) == (
        D("1000.5"),
        "Half was private",
        "invoice 17",
    )
    (kept,) = books.find("evidence", subject="sample", code="S1")
    assert books.file_bytes(kept.sha256) == sheet.read_bytes()
    books.undo()
    assert [i.audited for i in sampling.items(books, sample)][:2] == [None, None]


def test_a_second_reading_updates_and_empty_cells_take_nothing_away(
    books: Workspace, sample: Sample, sheet: Path
) -> None:
    fill(sheet, ("I2", 5), ("J2", "lost"), ("I3", 6), ("J3", "torn"))
    sampling.read_sheet(books, sample, sheet)
    fill(sheet, ("I2", 7), ("J2", None), ("I3", None))
    read = sampling.read_sheet(books, sample, sheet)
    assert read.changed == 1
    first, second, *_ = sampling.items(books, sample)
    assert (first.audited, first.explanation, second.audited) == (7, "lost", 6)
    again = sampling.read_sheet(books, sample, sheet)
    assert again.changed == 0


def test_wrong_cells_are_named_at_their_place_and_the_rest_is_kept(
    books: Workspace, sample: Sample, sheet: Path
) -> None:
    drawn = sampling.items(books, sample)
    fill(sheet, ("I2", "lots"), ("I3", "1,234"), ("I4", "10 USD"), ("I5", 12.5), ("J5", "half"))
    read = sampling.read_sheet(books, sample, sheet)
    assert said(read) == [
        ("Sample S1!I2", "not-an-amount", "error"),
        ("Sample S1!I3", "not-an-amount", "error"),
        ("Sample S1!I4", "not-an-amount", "error"),
    ]
    assert "two ways" in read.problems[1].text
    assert "not in EUR" in read.problems[2].text
    assert [i.audited for i in sampling.items(books, sample)] == [None] * 3 + [D("12.5")] + [None] * (len(drawn) - 4)


def test_a_changed_book_value_a_strange_item_and_a_second_row_are_refused(
    books: Workspace, sample: Sample, sheet: Path
) -> None:
    number = sampling.items(books, sample)[2].cost_id
    fill(sheet, ("H2", 1), ("I2", 1), ("A3", 999), ("I3", 1), ("A5", number), ("I5", 1), ("A6", "total"), ("I6", 2))
    read = sampling.read_sheet(books, sample, sheet)
    assert [(cell, code) for cell, code, severity in said(read) if severity == "error"] == [
        ("Sample S1!H2", "book-changed"),
        ("Sample S1!A3", "not-in-sample"),
        ("Sample S1!A5", "twice"),
        ("Sample S1!A6", "not-in-sample"),
    ]
    assert all(i.audited is None for i in sampling.items(books, sample))


def test_rows_that_are_gone_stay_as_they_were(books: Workspace, sample: Sample, sheet: Path) -> None:
    book = load_workbook(sheet)
    book["Sample S1"].delete_rows(2)
    book["Sample S1"]["I2"] = 3
    book["Sample S1"]["J2"] = "so"
    book.save(sheet)
    read = sampling.read_sheet(books, sample, sheet)
    assert said(read) == [("Sample S1", "missing-row", "warning")]
    assert [i.audited for i in sampling.items(books, sample)][:2] == [None, 3]


def test_rows_may_be_sorted_and_columns_added(books: Workspace, sample: Sample, sheet: Path) -> None:
    book = load_workbook(sheet)
    cells = book["Sample S1"]
    cells.insert_cols(2)
    rows = [list(row) for row in cells.values]
    rows[1:] = sorted(rows[1:], key=lambda row: -row[8])
    for r, row in enumerate(rows, start=1):
        for c, value in enumerate(row, start=1):
            cells.cell(r, c).value = value
    cells["J2"], cells["K2"] = 1, "largest"
    book.save(sheet)
    assert sampling.read_sheet(books, sample, sheet).changed == 1
    tested = [i for i in sampling.items(books, sample) if i.audited is not None]
    assert [(i.book, i.audited) for i in tested] == [(15_000, 1)]


def test_a_difference_without_an_explanation_is_kept_and_remarked_on(
    books: Workspace, sample: Sample, sheet: Path
) -> None:
    fill(sheet, ("I2", 1))
    read = sampling.read_sheet(books, sample, sheet)
    assert said(read) == [("Sample S1!J2", "not-explained", "warning")]
    assert not read.errors
    assert sampling.items(books, sample)[0].audited == 1


def test_a_formula_that_was_never_calculated_is_named(books: Workspace, sample: Sample, sheet: Path) -> None:
    fill(sheet, ("I2", "=H2-1"))
    read = sampling.read_sheet(books, sample, sheet)
    assert read.problems[0].cell == "Sample S1!I2"
    assert "never calculated" in read.problems[0].text


def test_long_words_come_back_whole(books: Workspace, sample: Sample, sheet: Path) -> None:
    said = "Because " * 900
    fill(sheet, ("I2", 1), ("J2", said))
    sampling.read_sheet(books, sample, sheet)
    assert sampling.items(books, sample)[0].explanation == said.strip()


def test_the_sheet_of_another_sample_or_population_is_refused(
    books: Workspace, sample: Sample, sheet: Path, tmp_path: Path
) -> None:
    other = sampling.draw(books, 1, design=Design(method="random", size=3), restriction=Restriction(currency="EUR"))
    with pytest.raises(Refused, match="sheet of sample S1"):
        sampling.read_sheet(books, other, sheet)
    fill(sheet, ("B4", "0" * 64), sheet="About this sample")
    with pytest.raises(Refused, match="not of sample S1"):
        sampling.read_sheet(books, sample, sheet)


def test_other_files_are_refused(books: Workspace, sample: Sample, sheet: Path, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("Item;Audited value\n1;2\n", encoding="utf-8")
    with pytest.raises(Refused, match="not the sheet of a sample"):
        sampling.read_sheet(books, sample, tmp_path / "x.csv")
    with pytest.raises(Refused, match="cannot be read"):
        sampling.read_sheet(books, sample, tmp_path / "none.xlsx")
    fill(sheet, ("I1", "Checked"))
    with pytest.raises(Refused, match="lacks the column Audited value"):
        sampling.read_sheet(books, sample, sheet)
