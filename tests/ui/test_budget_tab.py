"""The tab of the budget as a person uses it: from the imported budget to an approved version, and looking at it."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from collabdesk.domain.costs import CostItem
from collabdesk.ui.entry import EntryPanel
from collabdesk.ui.projects.budget.amending import AmendDialog, changed_text
from collabdesk.ui.projects.budget.asking import ApproveDialog, BeginDialog, SendBackDialog
from collabdesk.ui.projects.budget.page import BudgetPage
from collabdesk.ui.projects.budget.transferring import TransferDialog
from collabdesk.ui.projects.room import ProjectsRoom
from collabdesk.usecases import budgets, edits

D = Decimal


@pytest.fixture
def project(filled_workspace):
    return filled_workspace.find("project", acronym="TIDELINE")[0]


@pytest.fixture
def page(desk, project, shown):
    return shown(BudgetPage(desk, project))


def texts(view):
    model = view.table.model()
    return [[model.data(model.index(r, c)) for c in range(model.columnCount())] for r in range(model.rowCount())]


def dialog(page, kind, qtbot):
    qtbot.waitUntil(lambda: bool(page.findChildren(kind)), timeout=2000)
    return page.findChildren(kind)[-1]


def begun(page, desk, project, at_rest):
    version = budgets.begin(desk.workspace, project.id)
    at_rest()
    page.open_version(version.id)
    at_rest()
    return version


def test_a_version_is_begun_proposed_and_approved(page, desk, project, qtbot, at_rest):
    assert texts(page.versions)[0][:4] == ["As imported", "–", "–", "In force"]
    page.versions.begin.click()
    asked = dialog(page, BeginDialog, qtbot)
    assert asked.keep_button.isDefault()
    asked.title_line.setText("Year two")
    asked.keep_button.click()
    at_rest()
    assert texts(page.versions)[1][:3] == ["V1", "Year two", "Draft"]
    page.versions.table.selectRow(1)
    page.versions.propose.click()
    at_rest()
    assert not page.versions.propose.isVisible()
    page.versions.approve.click()
    asked = dialog(page, ApproveDialog, qtbot)
    asked.keep_button.click()
    assert asked.isVisible()
    asked.by.setText("General Assembly")
    asked.on.setText("1 Jun 2025")
    asked.effective.setText("someday")
    asked.keep_button.click()
    assert asked.isVisible()
    asked.effective.setText("")
    asked.keep_button.click()
    at_rest()
    assert page.versions.findChildren(ApproveDialog) == []
    assert texts(page.versions)[1][2:5] == ["Approved", "In force", "1 Jun 2025"]
    assert "Approved by General Assembly on 1 Jun 2025" in page.versions._detail.text()
    desk.undo()
    at_rest()
    assert texts(page.versions)[1][2] == "Proposed"


def test_a_proposal_goes_back_with_a_reason(page, desk, project, qtbot, at_rest):
    version = begun(page, desk, project, at_rest)
    budgets.propose(desk.workspace, version.id)
    page.segments.choose("versions")
    at_rest()
    page.versions.send_back.click()
    asked = dialog(page, SendBackDialog, qtbot)
    asked.keep_button.click()
    assert asked.isVisible()
    asked.reason.setPlainText("Too high")
    asked.keep_button.click()
    at_rest()
    assert desk.workspace.get("budget_version", version.id).reason.endswith("Too high")


def test_lines_of_a_draft_are_typed_and_those_of_an_approved_version_are_closed(page, desk, project, at_rest):
    version = begun(page, desk, project, at_rest)
    assert isinstance(page.lines, EntryPanel)
    model = page.lines.rows
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    column = next(n for n, c in enumerate(model.columns) if c.value == "amount")
    model.setData(model.index(0, column), "1,234.50")
    at_rest()
    assert budgets.lines_of(desk.workspace, project.id, version.id)[0].amount == D("1234.50")
    budgets.propose(desk.workspace, version.id)
    budgets.approve(desk.workspace, version.id, by="GA", on="2025-06-01")
    at_rest()
    assert not isinstance(page.lines, EntryPanel)
    assert "V1 is approved: its lines do not change" in page._why_closed.text()


def test_an_amount_is_transferred_with_its_reason_and_taken_back(page, desk, project, qtbot, at_rest):
    version = begun(page, desk, project, at_rest)
    page.segments.choose("transfers")
    at_rest()
    page.transfers.more.click()
    asked = dialog(page, TransferDialog, qtbot)
    asked.amount.setText("9,999,999,999")
    asked.reason.setPlainText("More field work")
    asked.keep_button.click()
    at_rest()
    assert asked.isVisible()
    assert "holds only" in asked.notice.text()
    asked.amount.setText("1,000.50")
    asked.keep_button.click()
    at_rest()
    (made,) = budgets.transfers(desk.workspace, version.id)
    assert (made.amount, made.reason) == (D("1000.50"), "More field work")
    assert texts(page.transfers)[0][2:] == ["1,000.50\u00a0EUR", "More field work"]
    notes = [page.transfers._notes.itemAt(n).widget().text() for n in range(page.transfers._notes.count())]
    assert "No limit is recorded in" in notes[0]
    page.transfers.table.selectRow(0)
    page.transfers.back.click()
    at_rest()
    assert budgets.transfers(desk.workspace, version.id) == []


def test_the_crossing_foots_and_two_axes_are_never_the_same(page, desk, project, at_rest):
    page.segments.choose("pivot")
    at_rest()
    (pivot,) = budgets.pivots(desk.workspace, project.id, None)
    rows = texts(page.pivot)
    assert rows[-1][:2] == ["Total", f"{pivot.total:,.2f}"]
    assert len(rows) == len(pivot.rows) + 1
    page.pivot.rows_box.setCurrentIndex(1)
    at_rest()
    assert page.pivot.columns_box.currentData() != "category"
    assert texts(page.pivot)[-1][1] == f"{pivot.total:,.2f}"


def test_the_crossing_is_narrowed_to_one_value_of_another_axis(page, desk, project, at_rest):
    page.segments.choose("pivot")
    at_rest()
    box = page.pivot.only_box
    offered = [box.itemText(n) for n in range(box.count())]
    assert offered == ["Everything", "Work package: WP1", "Period: RP1"]
    line = budgets.lines_of(desk.workspace, project.id, None)[0]
    edits.edit(desk.workspace, "budget", line.id, "Type", period="RP2")
    at_rest()
    box.setCurrentIndex(3)
    at_rest()
    assert box.currentText() == "Period: RP2"
    assert texts(page.pivot)[-1][:2] == ["Total", f"{line.amount:,.2f}"]


def test_versions_are_compared_line_by_line_and_by_totals(page, desk, project, at_rest):
    version = begun(page, desk, project, at_rest)
    line = budgets.lines_of(desk.workspace, project.id, version.id)[0]
    edits.edit(desk.workspace, "budget", line.id, "Type", amount=line.amount + 5, period="RP2")
    page.segments.choose("comparison")
    at_rest()
    first, total = texts(page.comparison)
    assert first[0] == "Changed"
    assert first[-2:] == ["+5.00", "Period: RP1 → RP2"]
    assert total[-2] == "+5.00"
    page.comparison.way_box.setCurrentIndex(2)
    at_rest()
    assert texts(page.comparison)[-1][-1] == "+5.00"


def test_unmatched_actuals_stand_in_a_line_of_their_own(page, desk, project, at_rest):
    with desk.workspace.changing("A cost") as step:
        step.add(CostItem(project_id=project.id, category="Fines", expended=D("12.34"), currency="EUR"))
    page.segments.choose("actual")
    at_rest()
    rows = texts(page.actual)
    assert rows[-2][:3] == ["Unmatched actuals", "–", "12.34"]
    (table,) = budgets.against_actual(desk.workspace, project.id, None, "category", date(2026, 1, 1))
    assert rows[-1][2] == f"{table.total.actual:,.2f}"


def test_an_amendment_changes_the_project_and_says_so(page, desk, project, qtbot, at_rest):
    page.segments.choose("amendments")
    at_rest()
    page.amendments.more.click()
    asked = dialog(page, AmendDialog, qtbot)
    asked.keep_button.click()
    assert asked.isVisible()
    asked.code.setText("AMD-1")
    asked.signed.setText("14 Mar 2025")
    asked.ends["end"].setText("30 Jun 2027")
    asked.amounts["funding"].setText("4.500.000,00")
    asked.keep_button.click()
    at_rest()
    now = desk.workspace.get("project", project.id)
    assert (now.end, now.funding) == ("2027-06-30", D(4500000))
    (amendment,) = desk.workspace.find("amendment")
    assert changed_text(amendment, "EUR") == (
        "End: 31 Dec 2026 → 30 Jun 2027; Funding: 4,250,000.00\u00a0EUR → 4,500,000.00\u00a0EUR"
    )
    assert texts(page.amendments)[0][:3] == ["AMD-1", "14 Mar 2025", "14 Mar 2025"]


def test_tab_meets_the_fields_before_the_buttons(page, qtbot):
    page.versions.begin.click()
    asked = dialog(page, BeginDialog, qtbot)
    qtbot.waitUntil(asked.title_line.hasFocus, timeout=2000)
    qtbot.keyClick(asked.title_line, Qt.Key.Key_Tab)
    assert asked.reason.hasFocus()


@pytest.mark.parametrize("dark", [False, True])
def test_the_budget_is_drawn_in_both_themes(desk, project, qtbot, picture, theme, dark):
    theme.fix(dark)
    room = ProjectsRoom(desk)
    qtbot.addWidget(room)
    room.enter(project_id=project.id, tab="budget")
    assert picture(room).stat().st_size > 10_000
    theme.fix(False)
