"""A file that was read once answers further looks and pages of cells without being read again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.intake import process
from collabdesk.intake.jobs import CellsJob, LookJob
from collabdesk.intake.open_files import OpenFiles


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The process numbers of the children that were started."""
    numbers: list[int] = []
    start = process._start

    def counted():
        child = start()
        numbers.append(child.pid)
        return child

    monkeypatch.setattr(process, "_start", counted)
    return numbers


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text("Code;Title;Funding\nP1;One;1.000,50\nP2;Two;2.000,00\n", "utf-8")
    return path


@pytest.fixture
def files():
    opened = OpenFiles()
    yield opened
    opened.close()


def words(frames) -> list[str]:
    return [frame[0] for frame in frames]


def test_one_child_answers_all_jobs_of_a_file(sheet: Path, files: OpenFiles, started: list[int]) -> None:
    first = words(files.ask(LookJob(str(sheet))))
    again = words(files.ask(LookJob(str(sheet), currency="EUR")))
    page = list(files.ask(CellsJob(str(sheet), sheet="", first_row=2, rows=1)))
    assert "table" in first and [w for w in first if w != "progress"] == [w for w in again if w != "progress"]
    assert page == [("rows", [["P1", "One", "1.000,50"]], 3)]
    assert len(started) == 1


def test_a_file_that_has_changed_is_read_anew(sheet: Path, files: OpenFiles, started: list[int]) -> None:
    list(files.ask(LookJob(str(sheet))))
    sheet.write_text("Code;Title;Funding\nP9;Nine;9,00\n", "utf-8")
    os.utime(sheet, ns=(1, 1))
    assert list(files.ask(CellsJob(str(sheet), cells=(("", 2, 1),)))) == [("cells", ["P9"])]
    assert len(started) == 2


def test_another_sheet_is_read_when_it_is_asked_for(tmp_path: Path, files: OpenFiles) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["one"])
    book.create_sheet("Second").append(["two"])
    book.save(path := tmp_path / "two.xlsx")
    for name, text in (("Sheet", "one"), ("Second", "two"), ("Sheet", "one")):
        assert list(files.ask(CellsJob(str(path), sheet=name, first_row=1, rows=1))) == [("rows", [[text]], 1)]


def test_a_cancelled_job_ends_its_child_and_the_next_one_gets_another(
    sheet: Path, files: OpenFiles, started: list[int]
) -> None:
    with pytest.raises(Cancelled):
        list(files.ask(LookJob(str(sheet)), lambda: True))
    assert "table" in words(files.ask(LookJob(str(sheet))))
    assert len(started) == 2


def test_a_refused_file_leaves_no_child_behind(tmp_path: Path, files: OpenFiles) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\3\4 not a workbook")
    with pytest.raises(Refused):
        list(files.ask(LookJob(str(bad))))
    assert not files._children


def test_only_a_few_files_stay_open(tmp_path: Path, files: OpenFiles) -> None:
    for number in range(5):
        path = tmp_path / f"{number}.csv"
        path.write_text("Code;Title\nP1;One\n", "utf-8")
        list(files.ask(LookJob(str(path))))
    assert [Path(p).stem for p in files._children] == ["2", "3", "4"]


def test_closing_ends_every_child(sheet: Path, files: OpenFiles) -> None:
    list(files.ask(LookJob(str(sheet))))
    ((_, child),) = files._children.values()
    files.close()
    assert child._process.poll() is not None
