"""The audits room as a person uses it: plan, decide, recommend, look behind a figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from collabdesk.domain.figures import Figure
from collabdesk.ui.audits.figures import value_text, what_text
from collabdesk.ui.audits.finding_form import FindingForm
from collabdesk.ui.audits.forms import ReasonForm, RecommendForm
from collabdesk.ui.audits.room import AuditsRoom
from collabdesk.ui.audits.sources import input_text
from collabdesk.usecases import audits
from ui.filled import filled
from ui.room_desk import desk_on


@pytest.fixture
def desk(qapp, tmp_path):
    with desk_on(filled(tmp_path)) as desk:
        yield desk


@pytest.fixture
def room(qtbot, desk):
    room = AuditsRoom(desk)
    qtbot.addWidget(room)
    room.resize(1200, 760)
    room.show()
    return room


@pytest.fixture
def opened(qtbot, desk, room):
    """The room on an audit whose findings are drafted."""
    audit = audits.plan(desk.workspace, "101090001", "Audit of TIDELINE", date(2026, 6, 30))
    audits.draft_findings(desk.workspace, audit)
    room.open(audit.id)
    rest(qtbot, desk)
    return room


def rest(qtbot, desk) -> None:
    qtbot.waitUntil(lambda: not desk.tasks.is_busy, timeout=20_000)


def test_a_planned_audit_opens_with_its_findings_drafted(qtbot, desk, room):
    room.plan(1)
    assert room.form.subject.project_code == "101090001"
    room.form.title.setText("First audit")
    room.form.as_of.day = date(2026, 6, 30)
    qtbot.mouseClick(room.form.plan, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.page is not None and bool(room.page.findings.shown()), timeout=20_000)
    rest(qtbot, desk)
    audit = room.page.audit
    assert (audit.title, audit.as_of, audit.status) == ("First audit", "2026-06-30", "fieldwork")
    assert {f.status for f in room.page.findings.shown()} == {"draft"}


def test_an_audit_without_a_title_gets_the_one_that_was_suggested(qtbot, desk, room):
    room.plan()
    assert room.form.subject.project_code is None
    qtbot.mouseClick(room.form.plan, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.workspace.count("audit") == 1, timeout=20_000)
    rest(qtbot, desk)
    assert desk.workspace.find("audit")[0].title.startswith("Performance audit of portfolio")


def test_an_accepted_finding_gets_its_reference_and_undo_takes_it_back(qtbot, desk, opened):
    findings = opened.page.findings
    first = findings.shown()[0].id
    qtbot.mouseClick(findings.panel.accept_, Qt.MouseButton.LeftButton)
    rest(qtbot, desk)
    qtbot.waitUntil(lambda: findings.list.current_row().id == first)
    kept = desk.workspace.get("finding", first)
    assert (kept.status, kept.code) == ("issued", "2026-001")
    desk.undo()
    rest(qtbot, desk)
    assert desk.workspace.get("finding", first).status == "draft"


def test_a_finding_is_dismissed_only_with_a_reason(qtbot, desk, opened):
    findings = opened.page.findings
    finding = findings.shown()[0]
    findings.panel._ask_reason(finding, "dismissed")
    form = findings.panel.findChild(ReasonForm)
    qtbot.mouseClick(form.keep, Qt.MouseButton.LeftButton)
    assert desk.workspace.get("finding", finding.id).status == "draft"
    form.reason.setPlainText("The partner left the consortium.")
    qtbot.mouseClick(form.keep, Qt.MouseButton.LeftButton)
    rest(qtbot, desk)
    kept = desk.workspace.get("finding", finding.id)
    assert (kept.status, kept.dismissed_because) == ("dismissed", "The partner left the consortium.")


def test_an_edited_finding_says_what_was_written(qtbot, desk, opened):
    findings = opened.page.findings
    finding = findings.shown()[0]
    findings.panel._edit(finding)
    form = findings.panel.findChild(FindingForm)
    form.texts["cause"].setPlainText("The call for contributions went out late.")
    qtbot.mouseClick(form.keep, Qt.MouseButton.LeftButton)
    rest(qtbot, desk)
    assert desk.workspace.get("finding", finding.id).cause == "The call for contributions went out late."


def test_a_recommendation_names_what_who_and_when(qtbot, desk, opened):
    findings = opened.page.findings
    finding = findings.shown()[0]
    findings.panel._recommend(finding)
    form = findings.panel.findChild(RecommendForm)
    qtbot.mouseClick(form.keep, Qt.MouseButton.LeftButton)
    assert desk.workspace.count("recommendation") == 0, "without text and addressee nothing is kept"
    form.text.setPlainText("Agree a dated plan.")
    form.addressee.setText("Coordinator")
    form.due.day = date(2026, 12, 1)
    qtbot.mouseClick(form.keep, Qt.MouseButton.LeftButton)
    rest(qtbot, desk)
    kept = desk.workspace.find("recommendation")[0]
    assert (kept.text, kept.addressee, kept.due, kept.finding_id) == (
        "Agree a dated plan.", "Coordinator", "2026-12-01", finding.id,
    )  # fmt: skip


def test_a_refused_move_says_why_and_changes_nothing(qtbot, desk, opened):
    page = opened.page
    page._move("draft")
    rest(qtbot, desk)
    page._move("response")
    rest(qtbot, desk)
    assert "accept or dismiss each first" in desk.refusals[0]
    assert page.audit.status == "draft"


def test_a_cited_figure_is_shown_with_its_sources(qtbot, desk, opened):
    page = opened.page
    rest(qtbot, desk)
    figure_id = page.findings.shown()[0].figures.split()[0]
    page.findings.panel.cited.emit(figure_id)
    qtbot.waitUntil(lambda: page.figures.list.current_row() is not None, timeout=20_000)
    assert page.figures.list.current_row().id == figure_id
    qtbot.waitUntil(lambda: "Typed by hand" in texts_of(page.figures.sources), timeout=20_000)


def test_the_page_of_an_audit_that_undo_took_away_closes(qtbot, desk, room):
    audit = audits.plan(desk.workspace, None, "Short-lived", date(2026, 6, 30))
    room.open(audit.id)
    rest(qtbot, desk)
    desk.undo()
    rest(qtbot, desk)
    qtbot.waitUntil(lambda: room.currentWidget() is room.list)


def test_figures_are_written_for_people():
    def figure(value, unit, **more):
        return Figure("F1-x", "Absorption", None if value is None else Decimal(value), unit, "rule", **more)

    assert value_text(figure("0.425", "ratio")).startswith("42.5")
    assert value_text(figure(None, "ratio", note="no budget")) == "n/a"
    assert value_text(figure("12", "days")) == "12 days"
    assert value_text(figure("1234.5", "EUR")).endswith("EUR")
    assert what_text(figure("1", "count", detail="NFU")) == "Absorption, NFU"
    assert input_text("2026-06-30") == "30 Jun 2026"
    assert input_text("n/a") == "n/a"


def texts_of(widget) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(child.text() for child in widget.findChildren(QLabel) if not child.isHidden())


def test_a_change_builds_the_page_of_the_chosen_finding_once(qtbot, opened):
    findings = opened.page.findings
    findings.list.selectRow(1)
    chosen = findings.list.current_row().id
    with qtbot.assertNotEmitted(findings.list.chosen, wait=1):  # the list's word would build it a second time
        findings.again()
    assert findings.list.current_row().id == chosen
