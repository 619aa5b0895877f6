"""An issued report in the window: reviewed, signed with or without a certificate, out of date, superseded, answered."""

from __future__ import annotations

import shutil
from datetime import date

import openpyxl
import pytest

from certificates import PASSWORD, pkcs12
from collabdesk.domain.contributions import Contribution
from collabdesk.domain.partners import Partner
from collabdesk.domain.projects import Project
from collabdesk.reporting.pdf_attachments import attached
from collabdesk.ui.home.attention import AttentionCard
from collabdesk.ui.reports.answers import AnswersDialog
from collabdesk.ui.reports.issued import IssuedPage
from collabdesk.ui.reports.ledger import LedgerPage, shown
from collabdesk.ui.reports.room import ReportsRoom
from collabdesk.ui.reports.signing import ReviewDialog, SignDialog
from collabdesk.usecases import audits, home, reports
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database, keep
from ui.room_desk import desk_on

AS_OF = date(2025, 3, 14)
LONG = 60_000
CODE = "R-2025-001"


@pytest.fixture(scope="module")
def issued_once(tmp_path_factory):
    """A report with a finding, issued as a draft; made once."""
    folder = tmp_path_factory.mktemp("issued")
    with Workspace.open(fresh_database(folder), person="Ada") as books:
        keep(
            books,
            Project(code="P-1", acronym="TIDE", currency="EUR", funding=300, start="2024-01-01", end="2026-12-31"),
            Partner(name="Alpha"),
            Contribution(project_id=1, partner_id=1, pledged=50, received=10, currency="EUR"),
        )
        audit = audits.plan(books, "P-1", "Tides reviewed", AS_OF)
        audits.accept_finding(books, audits.add_finding(books, audit, "Late money", condition="It is late."))
        reports.issue(books, project_code="P-1", as_of=AS_OF, path=folder / "a.pdf")
    return folder


@pytest.fixture
def desk(qapp, issued_once, tmp_path):
    shutil.copyfile(issued_once / "books.db", tmp_path / "books.db")
    with desk_on(Workspace.open(tmp_path / "books.db", person="Ada")) as desk:
        yield desk


@pytest.fixture
def room(qtbot, desk):
    room = ReportsRoom(desk)
    qtbot.addWidget(room)
    room.resize(1200, 760)
    room.show()
    room.open_report(1)
    rest(qtbot, desk)
    return room


def rest(qtbot, desk):
    qtbot.waitUntil(lambda: not desk.tasks.is_busy, timeout=LONG)
    qtbot.wait(1)


def page_of(room):
    return room.findChild(IssuedPage)


def acts(page):
    return [page.acts.itemAt(i).widget().text() for i in range(page.acts.count())]


def signed(qtbot, desk, room, file=None, password=""):
    reports.review(desk.workspace, CODE, by="Bo")
    page_of(room).sign("Ada", file, password)
    rest(qtbot, desk)


def pay(desk, amount):
    from dataclasses import replace

    with desk.workspace.changing("Correct the receipt") as step:
        step.update(replace(desk.workspace.get("contribution", 1), received=amount))


def test_an_issued_report_shows_its_kept_pages_and_what_is_to_be_done(room):
    page = page_of(room)
    assert page.preview.pages > 3
    assert page.badge.text() == "Draft"
    assert acts(page)[0] == "Mark as reviewed…"


def test_a_report_is_reviewed_and_signed_by_somebody_with_a_name(qtbot, desk, room):
    page = page_of(room)
    page.ask_review()
    dialog = page.findChild(ReviewDialog)
    dialog._name.control.clear()
    dialog.keep()
    assert dialog.isVisible()
    dialog._name.control.setText("Bo")
    dialog.keep()
    rest(qtbot, desk)
    assert (page.badge.text(), acts(page)[0]) == ("Reviewed", "Sign…")
    page.ask_signature()
    dialog = page.findChild(SignDialog)
    assert not dialog.password.isEnabled()
    dialog.keep()
    rest(qtbot, desk)
    assert page.badge.text() == "Signed"
    assert desk.workspace.get("report", 1).signed_by == "Ada"


def test_a_certificate_signs_the_file_and_a_wrong_password_nothing(qtbot, desk, room, tmp_path):
    pytest.importorskip("pyhanko")
    file = tmp_path / "me.p12"
    file.write_bytes(pkcs12())
    signed(qtbot, desk, room, file, "guess")
    assert desk.workspace.get("report", 1).status == "reviewed"
    assert "password is wrong" in desk.refusals[-1]
    page_of(room).sign("Ada", file, PASSWORD)
    rest(qtbot, desk)
    report = desk.workspace.get("report", 1)
    assert reports.signature_of(report)["signer"] == "A. Revisor"
    assert reports.certified_bytes(desk.workspace, report).startswith(reports.kept_bytes(desk.workspace, report))
    assert PASSWORD not in repr(desk.workspace.history())


def test_later_data_put_a_signed_report_into_the_ledger_and_onto_home(qtbot, desk, room):
    signed(qtbot, desk, room)
    pay(desk, 40)
    room.back()
    room.list.hide()
    room.list.show()
    rest(qtbot, desk)
    assert room.list.ledger.isVisibleTo(room)
    assert room.list.ledger.text() == "1 report with restated figures…"
    room.list.ledger.click()
    ledger = room.findChild(LedgerPage)
    rows = {r.figure: (shown(r.old), shown(r.new)) for r in ledger.rows._rows}
    assert rows["F1-received"] == ("10.00\xa0EUR", "40.00\xa0EUR")
    assert rows["F1-delivery"] == ("20.00\xa0%", "80.00\xa0%")
    (line,) = [a for a in home.home(desk.workspace, AS_OF).attention if a.kind == "report"]
    assert line.text == f"Report {CODE} is signed; later data give {len(rows)} figures of it otherwise"
    card = AttentionCard(desk)
    qtbot.addWidget(card)
    card._go(line)
    assert desk.wishes[-1] == ("reports", {"report_id": 1})


def test_a_superseding_report_is_issued_from_the_page(qtbot, desk, room, tmp_path):
    signed(qtbot, desk, room)
    pay(desk, 40)
    page_of(room).supersede(tmp_path / "b.pdf")
    rest(qtbot, desk)
    page = page_of(room)
    assert (page.report.supersedes, page.badge.text()) == (CODE, "Draft")
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF")


def test_the_responses_of_a_packet_come_back_and_are_recorded(qtbot, desk, room, tmp_path):
    page = page_of(room)
    page.packet(tmp_path / "packet.pdf")
    rest(qtbot, desk)
    sheet = tmp_path / "back.xlsx"
    sheet.write_bytes(attached((tmp_path / "packet.pdf").read_bytes())[f"{CODE} responses.xlsx"])
    book = openpyxl.load_workbook(sheet)
    for cell, value in (("C2", "agree"), ("D2", "We agree."), ("E2", "Bo"), ("F2", date(2025, 4, 1))):
        book["Responses"][cell] = value
    book.save(sheet)
    page.read_answers(sheet)
    qtbot.waitUntil(lambda: page.findChild(AnswersDialog) is not None, timeout=LONG)
    dialog = page.findChild(AnswersDialog)
    assert dialog.keep_button.text() == "Record one answer"
    assert [dialog.rows.index(0, c).data() for c in range(4)] == ["2025-001", "New", "Agrees", "We agree."]
    dialog.keep()
    rest(qtbot, desk)
    assert [r.text for r in desk.workspace.find("response")] == ["We agree."]


def test_a_list_is_saved_as_it_is_looked_at(qtbot, desk, room, tmp_path):
    panel = room.list.panel
    panel.save(tmp_path / "reports.csv")
    rest(qtbot, desk)
    assert CODE in (tmp_path / "reports.csv").read_text("utf-8-sig")
    panel.rows.look(search="nothing of the kind")
    panel.save(tmp_path / "none.csv")
    rest(qtbot, desk)
    assert CODE not in (tmp_path / "none.csv").read_text("utf-8-sig")


def test_long_names_scroll_and_leave_the_acts_in_sight(qtbot, desk, room):
    reports.review(desk.workspace, CODE, by="A very long name " * 30)
    rest(qtbot, desk)
    room.resize(800, 520)
    page = page_of(room)
    qtbot.waitUntil(lambda: page.facts.verticalScrollBar().maximum() > 0, timeout=LONG)
    last = page.acts.itemAt(page.acts.count() - 1).widget()
    assert last.mapTo(page, last.rect().bottomLeft()).y() <= page.height()
