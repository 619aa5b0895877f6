"""The acceptance of the ledger: a sample workbook comes again with another amount; the signed report stands beside it."""

from __future__ import annotations

from datetime import date

import openpyxl

from collabdesk import paths
from collabdesk.usecases import reports, restatements
from collabdesk.usecases.imports import LookOptions, accept, look_at
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database

SAMPLE = "in_kind_facility.xlsx"
OPTIONS = LookOptions(project="MRF-CONSTRUCTION", currency="EUR")
AS_OF = date(2026, 6, 30)


def test_a_signed_report_survives_a_sample_that_comes_again_with_another_amount(tmp_path):
    changed, printed = tmp_path / SAMPLE, tmp_path / "report.pdf"
    book = openpyxl.load_workbook(paths.resources("samples", SAMPLE))
    cell = next(row[5] for row in book["Cash calls"].iter_rows(min_row=5) if row[5].value == 3145000)
    cell.value = 3145000 - 45000
    book.save(changed)
    with Workspace.open(fresh_database(tmp_path), person="Ada") as books:
        accept(books, look_at([paths.resources("samples", SAMPLE)], OPTIONS))
        report = reports.issue(
            books, project_code="MRF-CONSTRUCTION", as_of=AS_OF, outline="project_status", path=printed
        )
        reports.review(books, report.code, by="Bo")
        report = reports.sign(books, report.code, by="Ada")
        accept(books, look_at([changed], OPTIONS))

        (late,) = restatements.out_of_date(books)
        assert (late.report.code, late.report) == (report.code, report)
        received = next(f for f in late.figures if f.figure == "F1-received")
        assert float(received.old.split()[0]) - float(received.new.split()[0]) == 45000
        assert received.cause.startswith(f"Import {SAMPLE} (")
        verdict = reports.verify(books, printed)
        assert (verdict.is_ours, verdict.is_unchanged, verdict.still_true) == (True, True, False)
        assert {d.figure for d in verdict.differences} == {f.figure for f in late.figures}
        assert reports.kept_bytes(books, report) == printed.read_bytes()
