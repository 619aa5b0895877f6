"""The reports room as a person uses it: compose, look, save, print, issue, verify."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter

from collabdesk.ui.reports import compose
from collabdesk.ui.reports.print_dialog import send
from collabdesk.ui.reports.room import ReportsRoom
from collabdesk.usecases import audits
from ui.filled import filled
from ui.room_desk import desk_on, drop

LONG = 60_000  # on a busy machine; composing takes a second


@pytest.fixture
def desk(qapp, tmp_path):
    with desk_on(filled(tmp_path)) as desk:
        yield desk


@pytest.fixture
def room(qtbot, desk):
    room = ReportsRoom(desk)
    qtbot.addWidget(room)
    room.resize(1200, 760)
    room.show()
    return room


@pytest.fixture
def composed(qtbot, desk, room):
    """The room with the report of a project in its preview."""
    room.enter(project_id=1)
    qtbot.waitUntil(room.compose.issuing.isEnabled, timeout=LONG)
    rest(qtbot, desk)
    return room


def rest(qtbot, desk) -> None:
    qtbot.waitUntil(lambda: not desk.tasks.is_busy, timeout=LONG)


def test_a_report_is_seen_page_by_page_before_it_is_printed(composed):
    preview = composed.compose.preview
    assert preview.document.status() == QPdfDocument.Status.Ready
    assert preview.pages > 1
    assert preview.number.text() == "1"
    preview.go_to(1)
    assert preview.page == 1
    assert preview.number.text() == "2"
    before = preview._shown_zoom()
    preview.zoom(1.2)
    assert preview.view.zoomFactor() == pytest.approx(before * 1.2, rel=0.01)
    preview.wide.click()
    assert preview.view.zoomMode() == QPdfView.ZoomMode.FitToWidth


def test_a_report_is_saved_without_being_issued(qtbot, desk, composed, tmp_path):
    composed.compose.save(tmp_path / "draft.pdf")
    rest(qtbot, desk)
    assert (tmp_path / "draft.pdf").read_bytes().startswith(b"%PDF")
    assert desk.workspace.count("report") == 0


def test_an_issued_report_is_kept_listed_and_proved_until_the_data_change(qtbot, desk, composed, tmp_path):
    file = tmp_path / "report.pdf"
    composed.compose.issue(file)
    rest(qtbot, desk)
    assert desk.workspace.count("report") == 1
    assert composed.compose.notice.text().startswith(f"Issued as R-{date.today().year}-001")
    composed.back()
    assert composed.list.panel.rows.rowCount() == 1
    composed.open_verify()
    drop(composed.verify.drop, file)
    rest(qtbot, desk)
    assert composed.verify.title.text() == "Genuine, unchanged, and today’s data still give it"
    with desk.workspace.changing("Correct the funding") as step:
        step.update(replace(desk.workspace.get("project", 1), funding=Decimal(1)))
    composed.verify.check(file)
    rest(qtbot, desk)
    assert composed.verify.title.text() == "Genuine and unchanged, but today’s data give another report"


def test_a_foreign_file_is_told_to_be_none_of_ours(qtbot, desk, room, tmp_path):
    file = tmp_path / "letter.pdf"
    file.write_bytes(b"%PDF-1.4 a letter")
    room.enter(verify=file)
    rest(qtbot, desk)
    assert room.verify.title.text() == "This is not a report of this database"


def test_every_page_goes_to_the_printer(qtbot, desk, composed, tmp_path, monkeypatch):
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(compose, "ask_printer", lambda desk, page, _name, pdf, _pages: send(desk, page, printer, pdf))
    composed.compose.printing.click()
    rest(qtbot, desk)
    printed = QPdfDocument()
    printed.load(str(tmp_path / "printed.pdf"))
    assert printed.pageCount() == composed.compose.preview.pages
    assert desk.said[-1].endswith("pages sent to the printer")
    printed.close()


def test_an_audits_report_takes_its_subject_and_day(qtbot, desk, room):
    audit = audits.plan(desk.workspace, "101090002", "Audit of LUMENET", date(2025, 12, 31))
    room.enter(audit_id=audit.id)
    wish = room.compose.wish()
    assert (wish.project_code, wish.audit_id, wish.as_of) == ("101090002", audit.id, date(2025, 12, 31))
    rest(qtbot, desk)
    assert room.compose.file_name() == "LUMENET 2025-12-31.pdf"


def test_the_portfolio_has_its_own_outline(qtbot, desk, room):
    room.open_compose()
    assert room.compose.outline.currentData() == "portfolio_audit"
    room.compose.subject.setCurrentIndex(1)
    room.compose.subject.activated.emit(1)
    assert room.compose.outline.currentData() == "performance_audit"
    rest(qtbot, desk)
