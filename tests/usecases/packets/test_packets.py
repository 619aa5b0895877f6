"""The board packet: one PDF that carries everything, recognised later, and the answers that come back in its sheet."""

from __future__ import annotations

import io
import shutil
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from collabdesk.domain.contributions import Contribution
from collabdesk.domain.partners import Partner
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.reporting.pdf_attachments import attached
from collabdesk.usecases import audits, packets, reports
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database, keep

AS_OF = date(2025, 3, 14)
CODE = "R-2025-001"


@pytest.fixture(scope="module")
def issued_once(tmp_path_factory):
    """A report with a finding and its evidence, and its packet; made once."""
    folder = tmp_path_factory.mktemp("packet")
    with Workspace.open(fresh_database(folder), person="Ada") as books:
        keep(
            books,
            Project(code="P-1", acronym="TIDE", currency="EUR", funding=Decimal(300), start="2024-01-01", end="2026-12-31"),
            Partner(name="=Alpha"),
            Contribution(project_id=1, partner_id=1, amount=Decimal("1234.5"), pledged=Decimal(50), received=Decimal(10),
                         currency="EUR", title="00123"),
        )  # fmt: skip
        audit = audits.plan(books, "P-1", "Tides reviewed", AS_OF)
        finding = audits.accept_finding(books, audits.add_finding(books, audit, "Late money", condition="It is late."))
        proof = folder / "letter.txt"
        proof.write_text("paid late")
        audits.attach(books, finding, proof, title="Letter", kind="letter", custodian="Bank")
        reports.issue(books, project_code="P-1", as_of=AS_OF, path=folder / "a.pdf")
        packets.make(books, CODE, folder / "packet.pdf")
    return folder


@pytest.fixture
def books(issued_once, tmp_path):
    shutil.copyfile(issued_once / "books.db", tmp_path / "books.db")
    with Workspace.open(tmp_path / "books.db", person="Ada") as workspace:
        yield workspace


@pytest.fixture(scope="module")
def packet(issued_once):
    return attached((issued_once / "packet.pdf").read_bytes())


def book(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def test_one_file_carries_tables_responses_and_evidence(packet):
    assert set(packet) == {
        f"{CODE} tables.xlsx", f"{CODE} responses.xlsx", f"{CODE} evidence.xlsx", "2025-001 letter.txt",
    }  # fmt: skip
    assert packet["2025-001 letter.txt"] == b"paid late"
    rows = list(book(packet[f"{CODE} evidence.xlsx"])["Evidence"].values)
    assert rows[1][:4] == ("2025-001", "Letter", "letter", "Bank")
    assert rows[1][5] == "2025-001 letter.txt"


def test_every_table_is_a_sheet_of_numbers_days_and_safe_texts(packet):
    tables = book(packet[f"{CODE} tables.xlsx"])
    assert tables.sheetnames[0] == "Report"
    figures = {row[0]: row for row in tables["All figures"].values}
    assert figures["F1-funding"][3:5] == (300, "EUR")
    names = [cell for sheet in tables for row in sheet.values for cell in row]
    assert "=Alpha" in names
    assert all(cell.data_type != "f" for sheet in tables for row in sheet.iter_rows() for cell in row)
    (line,) = [row for sheet in tables for row in sheet.values if "=Alpha" in row and "00123" in row]
    assert 1234.5 in line


def test_the_packet_is_recognised_and_a_changed_one_is_not_taken_for_it(books, issued_once, tmp_path):
    verdict = reports.verify(books, issued_once / "packet.pdf")
    assert (verdict.is_ours, verdict.is_unchanged, verdict.still_true) == (True, True, True)
    assert verdict.sentences[0].startswith(f"packet.pdf is the board packet of report {CODE}")
    other = tmp_path / "other.pdf"
    other.write_bytes((issued_once / "packet.pdf").read_bytes() + b"\n%")
    verdict = reports.verify(books, other)
    assert (verdict.is_ours, verdict.is_unchanged) == (True, False)


def test_the_same_report_gives_the_same_packet_and_is_kept_once(books, issued_once, tmp_path):
    packets.make(books, CODE, tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == (issued_once / "packet.pdf").read_bytes()
    assert books.count("evidence", subject="report") == 1


def filled(packet, folder, *rows):
    """The sheet of responses with these rows' stance, response, respondent and date."""
    sheets = book(packet[f"{CODE} responses.xlsx"])
    for at, row in enumerate(rows, 2):
        for column, value in zip("ACDEF" if len(row) == 5 else "CDEF", row, strict=True):
            sheets["Responses"][f"{column}{at}"] = value
    path = folder / "back.xlsx"
    sheets.save(path)
    return path


def test_an_answer_comes_back_word_for_word_as_one_step(books, packet, tmp_path):
    file = filled(packet, tmp_path, ("partly", "Not all of it", "Bo", date(2025, 4, 1)))
    read = packets.read_answers(books, file)
    assert [(a.state, a.stance, a.text, a.by, a.on) for a in read.answers] == [
        ("new", "partly", "Not all of it", "Bo", date(2025, 4, 1))
    ]
    assert (read.problems, read.open_findings) == ((), 0)
    packets.accept_answers(books, read)
    (kept,) = books.find("response")
    assert (kept.finding, kept.text, kept.respondent, kept.date) == ("2025-001", "Not all of it", "Bo", "2025-04-01")
    assert books.undo_label == f"Responses to {CODE}"
    again = packets.read_answers(books, file)
    assert [a.state for a in again.answers] == ["same"]
    with pytest.raises(Refused, match="not on record already"):
        packets.accept_answers(books, again)


def test_another_answer_stands_beside_the_first_and_tells_what_differs(books, packet, tmp_path):
    first = filled(packet, tmp_path, ("disagree", "No.", "Bo", date(2025, 4, 1)))
    packets.accept_answers(books, packets.read_answers(books, first))
    read = packets.read_answers(books, filled(packet, tmp_path, ("agree", "Yes.", "Bo", date(2025, 4, 1))))
    assert [(a.state, a.changed) for a in read.answers] == [("further", ("Stance", "Response"))]
    packets.accept_answers(books, read)
    assert [r.text for r in books.find("response")] == ["No.", "Yes."]


def test_what_is_wrong_is_told_at_its_cell_and_the_rest_is_read(books, packet, tmp_path):
    file = filled(
        packet, tmp_path,
        ("2025-001", "perhaps", "Hm.", "Bo", "soon"),
        ("2025-999", "agree", "", "", ""),
    )  # fmt: skip
    read = packets.read_answers(books, file)
    assert [(p.cell, p.code) for p in read.problems] == [
        ("Responses!C2", "bad-stance"), ("Responses!F2", "not-a-day"), ("Responses!A3", "unknown-finding"),
    ]  # fmt: skip
    assert (read.answers, read.open_findings) == ((), 1)


def test_a_formula_that_was_never_calculated_is_no_answer(books, packet, tmp_path):
    read = packets.read_answers(books, filled(packet, tmp_path, ("partly", "=A1&B1", "Bo", None)))
    assert [(p.cell, p.code) for p in read.problems] == [("Responses!D2", "not-calculated")]
    assert read.answers == ()


def test_a_sheet_of_something_else_is_refused(books, packet, tmp_path):
    other = tmp_path / "other.xlsx"
    other.write_bytes(packet[f"{CODE} evidence.xlsx"])
    with pytest.raises(Refused, match="not a sheet of responses"):
        packets.read_answers(books, other)
