"""The engagement in the window: plan it whole, conclude, declare, go on without, respond, prove, follow up."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from collabdesk.domain.projects import Project
from collabdesk.ui.audits.asking import ConcludeDialog, DeclareDialog, MemberDialog, ObjectiveDialog, StepDialog
from collabdesk.ui.audits.describing import DescribeForm
from collabdesk.ui.audits.finding_asking import EvidenceDialog, OutcomeDialog, RespondDialog, VerifyDialog
from collabdesk.ui.audits.finding_cards import HistoryCard, RecommendationsCard, ResponsesCard
from collabdesk.ui.audits.finding_evidence import EvidenceCard
from collabdesk.ui.audits.finding_form import FindingForm
from collabdesk.ui.audits.growing import GrowingLines
from collabdesk.ui.audits.room import AuditsRoom
from collabdesk.usecases import audits
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database
from ui.room_desk import desk_on

DAY = date(2025, 6, 30)


@pytest.fixture
def desk(qapp, tmp_path):
    workspace = Workspace.open(fresh_database(tmp_path), person="Ada Lead")
    with workspace.changing("Set up") as step:
        step.add(Project(code="101", acronym="ALPHA", currency="EUR"))
    with desk_on(workspace) as desk:
        yield desk


@pytest.fixture
def page(qtbot, desk):
    """The page of an audit with one issued finding."""
    audit = audits.plan(desk.workspace, "101", "First", DAY, objectives=["Does it work?"])
    draft = audits.add_finding(desk.workspace, audit, "Late calls", owner="Bo Coordinator")
    audits.accept_finding(desk.workspace, draft)
    return opened(qtbot, desk, audit)


def opened(qtbot, desk, audit):
    room = AuditsRoom(desk)
    qtbot.addWidget(room)
    room.resize(1200, 760)
    room.show()
    room.open(audit.id)
    rest(qtbot, desk)
    room.page.room = room  # the test keeps the page, and with it the room around it
    return room.page


def rest(qtbot, desk) -> None:
    qtbot.waitUntil(lambda: not desk.tasks.is_busy, timeout=20_000)
    QApplication.processEvents()


def dialog(kind: type[QDialog]):
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found


def texts_of(widget) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(child.text() for child in widget.findChildren(QLabel) if not child.isHidden())


def test_a_line_grows_below_the_one_that_is_written_in(qtbot):
    lines = GrowingLines(("Name", "Role"), (1, 1))
    qtbot.addWidget(lines)
    qtbot.keyClicks(lines.lines[0][0], "Ada")
    qtbot.keyClicks(lines.lines[1][1], "a role without a name")
    assert len(lines.lines) == 3
    assert lines.values() == [("Ada", "")]


def test_the_plan_takes_objectives_team_and_description(qtbot, desk):
    room = AuditsRoom(desk)
    qtbot.addWidget(room)
    room.show()
    room.plan(1)
    form = room.form
    qtbot.keyClicks(form.objectives.lines[0][0], "Is it cheap?")
    qtbot.keyClicks(form.objectives.lines[1][0], "Does it last?")
    for field, text in zip(form.team.lines[0], ("Ada Lead", "lead", "none"), strict=True):
        qtbot.keyClicks(field, text)
    form.described.start.setText("1 Jan 2024")
    form.described.texts["distribution"].setPlainText("Board\nFunder")
    form.as_of.day = DAY
    qtbot.mouseClick(form.plan, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.page is not None, timeout=20_000)
    rest(qtbot, desk)
    audit = room.page.audit
    assert [o.text for o in audits.objectives_of(desk.workspace, audit)] == ["Is it cheap?", "Does it last?"]
    assert [(m.name, m.interests) for m in audits.team_of(desk.workspace, audit)] == [("Ada Lead", "none")]
    assert (audit.period_start, audit.distribution) == ("2024-01-01", "Board\nFunder")


def test_a_period_that_ends_before_it_begins_is_said_at_its_field(qtbot, desk):
    room = AuditsRoom(desk)
    qtbot.addWidget(room)
    room.plan(1)
    room.form.described.start.setText("1 Jan 2025")
    room.form.described.end.setText("1 Jan 2024")
    assert room.form.described.given() is None
    assert "ends before it begins" in texts_of(room.form)


def test_the_next_step_tells_what_it_asks_for_and_a_reason_goes_on_without(qtbot, desk, page):
    for status in ("fieldwork", "draft", "response"):
        page._move(status)
        rest(qtbot, desk)
    assert "No conclusion is drawn on O1" in texts_of(page.engagement)
    page._move("final")
    asked = dialog(StepDialog)
    asked.keep_button.click()
    assert asked.isVisible(), "without a reason it stays"
    asked.reason.setPlainText("No answer in 30 days.")
    asked.keep_button.click()
    rest(qtbot, desk)
    assert page.audit.status == "final"
    assert "No answer in 30 days." in page.audit.limitations


def test_objectives_are_added_and_concluded_on(qtbot, desk, page):
    page.engagement._ask_objective(None)
    asked = dialog(ObjectiveDialog)
    asked.text.setPlainText("Does it last?")
    asked.keep_button.click()
    rest(qtbot, desk)
    first, second = audits.objectives_of(desk.workspace, page.audit)
    page.engagement._conclude(first, (("A", "All well"), ("B", "Not all")))
    asked = dialog(ConcludeDialog)
    asked.text.setPlainText("It does.")
    asked.keep_button.click()
    rest(qtbot, desk)
    assert "It does." in texts_of(page.engagement)
    page.engagement._remove_objective(second)
    rest(qtbot, desk)
    assert [o.code for o in audits.objectives_of(desk.workspace, page.audit)] == ["O1"]


def test_a_member_declares_interests(qtbot, desk, page):
    page.engagement._add_member()
    asked = dialog(MemberDialog)
    asked.name.setText("Cy Member")
    asked.keep_button.click()
    rest(qtbot, desk)
    assert "Cy Member has not declared" in texts_of(page.engagement)
    page.engagement._declare(audits.team_of(desk.workspace, page.audit)[0])
    asked = dialog(DeclareDialog)
    asked.interests.setPlainText("none")
    asked.day.setText("1 Jul 2025")
    asked.keep_button.click()
    rest(qtbot, desk)
    assert audits.team_of(desk.workspace, page.audit)[0].declared_on == "2025-07-01"


def test_the_description_is_edited_in_place(qtbot, desk, page):
    page.engagement._describe(page.audit)
    form = page.engagement.findChild(DescribeForm)
    form.fields.texts["independence"].setPlainText("We are independent.")
    form.keep.click()
    rest(qtbot, desk)
    assert "We are independent." in texts_of(page.engagement)


def test_an_answer_is_recorded_word_for_word(qtbot, desk, page):
    page.show_finding(1)
    card = page.findings.panel.findChild(ResponsesCard)
    card.ask()
    asked = dialog(RespondDialog)
    asked.text.setPlainText(" No.\n  Not so. ")
    asked.stance.setCurrentIndex(2)
    asked.keep_button.click()
    assert asked.isVisible(), "nobody is named"
    asked.by.setText("Bo Coordinator")
    asked.keep_button.click()
    rest(qtbot, desk)
    (kept,) = audits.responses_of(desk.workspace, 1)
    assert (kept.text, kept.stance) == (" No.\n  Not so. ", "disagree")
    assert desk.workspace.get("finding", 1).status == "disputed"
    assert "Issued → Disputed" in texts_of(page.findings.panel.findChild(HistoryCard))


def test_evidence_is_kept_verified_and_saved_again(qtbot, desk, page, tmp_path):
    file = tmp_path / "letter.txt"
    file.write_text("Paid late.")
    page.show_finding(1)
    page.findings.panel.findChild(EvidenceCard).ask(file)
    asked = dialog(EvidenceDialog)
    asked.kind.setText("letter")
    asked.keep_button.click()
    rest(qtbot, desk)
    card = page.findings.panel.findChild(EvidenceCard)
    card.verify_.click()
    rest(qtbot, desk)
    assert desk.said[-1].startswith("Unchanged: the hash of 1 file is as recorded (")
    (kept,) = audits.evidence_of(desk.workspace, desk.workspace.get("finding", 1))
    card.save(kept, tmp_path / "copy.txt")
    rest(qtbot, desk)
    assert (tmp_path / "copy.txt").read_text() == "Paid late."


def test_the_owner_does_not_verify_a_finding(qtbot, desk, page):
    audits.respond(desk.workspace, 1, "agree")
    for status in ("action_planned", "implemented"):
        audits.move_finding(desk.workspace, 1, status)
    page.findings.panel._verify(desk.workspace.get("finding", 1))
    asked = dialog(VerifyDialog)
    asked.by.setText("B. Coordinator")
    asked.keep_button.click()
    rest(qtbot, desk)
    assert "cannot verify" in desk.refusals[-1]


def test_a_recommendation_is_worded_otherwise(qtbot, desk, page):
    audits.recommend(desk.workspace, 1, "Call in time", "Bo Coordinator", DAY)
    rest(qtbot, desk)
    page.show_finding(1)
    (one,) = audits.recommendations_of(desk.workspace, 1)
    page.findings.panel.findChild(RecommendationsCard)._ask(one)
    from collabdesk.ui.audits.forms import RecommendForm

    form = page.findings.panel.findChild(RecommendForm)
    form.text.setPlainText("Call in time, in writing")
    form.keep.click()
    rest(qtbot, desk)
    kept = audits.recommendations_of(desk.workspace, 1)[0]
    assert (kept.text, kept.due, kept.code) == ("Call in time, in writing", "2025-06-30", "R1")


def test_a_later_audit_repeats_what_was_not_corrected(qtbot, desk, page):
    later = audits.plan(desk.workspace, "101", "Second", date(2026, 6, 30))
    second = opened(qtbot, desk, later)
    second.tabs.choose("follow_up")
    assert [e.finding.code for e in second.follow_up.shown()] == ["2025-001"]
    second.follow_up.record_.click()
    asked = dialog(OutcomeDialog)
    asked.outcome.setCurrentIndex(asked.outcome.findData("not_corrected"))
    asked.keep_button.click()
    assert asked.isVisible(), "what was found is missing"
    asked.text.setPlainText("Two more were late.")
    asked.keep_button.click()
    rest(qtbot, desk)
    (again,) = second.findings.shown()
    assert (again.code, again.repeat, again.prior_code) == ("2026-001", True, "2025-001")
    assert second.follow_up.record_ is None, "what is repeated is settled"


def test_the_form_of_a_finding_asks_how_a_likely_cost_was_estimated_and_what_is_repeated(qtbot, desk, page):
    later = audits.plan(desk.workspace, "101", "Second", date(2026, 6, 30))
    second = opened(qtbot, desk, later)
    second.findings.panel.write_new(later.id)
    form = second.findings.panel.findChild(FindingForm)
    form.title.setText("Again late")
    form.likely.setText("900")
    form.keep.click()
    assert "by which method" in texts_of(form)
    form.estimate.setPlainText("Ten times the known.")
    form.prior.setCurrentIndex(form.prior.findData("2025-001"))
    form.keep.click()
    rest(qtbot, desk)
    (kept,) = audits.findings_of(desk.workspace, later)
    assert (kept.questioned_likely, kept.currency, kept.prior_code) == (900, "EUR", "2025-001")
