"""The tab costs: acts on the chosen rows, problems beside them, and periods that close."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from collabdesk.domain.nouns import CostItem, Effort, Participation, Partner, Project, ReportingPeriod
from collabdesk.ui.projects.costs.asking import AmountDialog, DayDialog, ReasonDialog
from collabdesk.ui.projects.costs.months import person_rows
from collabdesk.ui.projects.costs.parts import Costs
from collabdesk.ui.projects.tabs.costs import TAB
from collabdesk.usecases import costs, periods


@pytest.fixture
def books(workspace):
    """A project with two periods, three items and two persons' days."""
    with workspace.changing("Begin") as step:
        step.add(Project(code="P1", acronym="TIDE", currency="EUR", rule_pack="horizon_europe",
                         start="2024-01-01", end="2025-12-31", signed_on="2023-05-03"))  # fmt: skip
        step.add(Partner(name="Uni"))
        step.add(Participation(project_id=1, partner_id=1))
        step.add(ReportingPeriod(project_id=1, code="RP1", start="2024-01-01", end="2024-12-31"))
        step.add(ReportingPeriod(project_id=1, code="RP2", start="2025-01-01", end="2025-12-31"))
        for code, amount, currency in (("C1", 100, "EUR"), ("C2", 200, "EUR"), ("C3", 120, "GBP")):
            step.add(CostItem(project_id=1, partner_id=1, code=code, category="C.1", date="2024-05-06", currency=currency,
                              expended=Decimal(amount), status="entered"))  # fmt: skip
        for month, days in (("2024-03", "10"), ("2024-04", "12.3")):
            step.add(Effort(project_id=1, partner_id=1, person="R1", work_package="WP1", month=month,
                            signed_on="2024-06-01", days=Decimal(days)))  # fmt: skip
    return workspace


@pytest.fixture
def tab(desk, books, shown):
    made = TAB.build(desk, books.get("project", 1))
    assert isinstance(made, Costs)
    return shown(made, 1000, 600)


def choose(part, *rows):
    part.panel.table.clearSelection()
    flags = part.panel.table.selectionModel().SelectionFlag
    for number in rows:
        index = part.panel.rows.index(number, 0)
        part.panel.table.selectionModel().select(index, flags.Select | flags.Rows)
    part.panel.table.selectionModel().setCurrentIndex(part.panel.rows.index(rows[-1], 0), flags.NoUpdate)
    part._offer()


def button(part, text):
    return next(b for b in part._acts.values() if b.text() == text)


def text(part, row, title):
    rows = part.panel.rows
    column = next(n for n, c in enumerate(rows.columns) if str(c.title) == title)
    return rows.data(rows.index(row, column))


def test_the_chosen_items_are_checked_and_declared_together(tab, books, qtbot, at_rest):
    part = tab.items
    choose(part, 0, 1)
    assert (button(part, "Check").isEnabled(), button(part, "Declare in").isEnabled()) == (True, False)
    qtbot.mouseClick(button(part, "Check"), Qt.MouseButton.LeftButton)
    at_rest()
    assert [c.status for c in books.find("cost")] == ["checked", "checked", "entered"]
    choose(part, 0, 1, 2)
    button(part, "Declare in").menu().actions()[0].trigger()
    at_rest()
    assert [(c.status, c.declared_in) for c in books.find("cost")] == [("declared", "RP1")] * 2 + [("entered", "")]
    assert books.undo_label == "Declare 2 cost items in RP1"


def test_a_rejection_asks_for_its_reason(tab, books, qtbot, at_rest):
    costs.check(books, [1])
    costs.declare(books, [1], "RP1")
    at_rest()
    choose(tab.items, 0)
    qtbot.mouseClick(button(tab.items, "Reject…"), Qt.MouseButton.LeftButton)
    dialog = tab.items.findChild(ReasonDialog)
    dialog.keep()
    assert dialog.isVisible()
    dialog.reason.setPlainText("outside the action")
    dialog.keep()
    at_rest()
    assert (books.get("cost", 1).status, books.get("cost", 1).rejected_because) == ("rejected", "outside the action")


def test_accepting_in_part_shows_what_it_understood(tab, books, qtbot, at_rest):
    costs.check(books, [2])
    costs.declare(books, [2], "RP1")
    at_rest()
    choose(tab.items, 1)
    qtbot.mouseClick(button(tab.items, "Accept in part…"), Qt.MouseButton.LeftButton)
    dialog = tab.items.findChild(AmountDialog)
    qtbot.keyClicks(dialog.amount, "1.150,5")
    assert "1,150.50" in dialog._amount._hint.text()
    dialog.amount.setText("150.5")
    dialog.reason.setPlainText("no receipt")
    dialog.keep()
    at_rest()
    assert (books.get("cost", 2).status, books.get("cost", 2).accepted) == ("accepted", Decimal("150.5"))


def test_an_adjustment_goes_to_an_open_period(tab, books, qtbot, at_rest):
    costs.check(books, [2])
    costs.declare(books, [2], "RP1")
    periods.move(books, 1, "closing")
    at_rest()
    choose(tab.items, 1)
    qtbot.mouseClick(button(tab.items, "Adjust…"), Qt.MouseButton.LeftButton)
    dialog = tab.items.findChild(AmountDialog)
    assert [dialog.period.itemText(n) for n in range(dialog.period.count())] == ["RP2"]
    dialog.amount.setText("180")
    dialog.reason.setPlainText("credit note")
    dialog.keep()
    at_rest()
    new = books.find("cost", cost_id=2)[0]
    assert (new.expended, new.declared_in, books.get("cost", 2).status) == (-20, "RP2", "adjusted")


def test_the_amount_of_a_declared_item_is_not_typed_over(tab, books, at_rest):
    costs.check(books, [1])
    costs.declare(books, [1], "RP1")
    at_rest()
    rows = tab.items.panel.entry_rows
    by_title = {str(c.title): c for c in rows.columns if not c.unit}
    assert "corrected with “Adjust”" in rows.why_closed(0, by_title["Expended"])
    assert rows.why_closed(0, by_title["Evidence"]) == ""
    for word in ("closing", "submitted"):
        periods.move(books, 1, word)
    at_rest()
    assert "reopen it with a reason" in rows.why_closed(0, by_title["Category"])
    assert rows.why_closed(0, by_title["Evidence"]) == ""


def test_money_shows_its_currency_and_the_rate_that_is_used(tab):
    assert text(tab.items, 2, "Expended").replace("\u00a0", " ") == "120.00 GBP"
    assert text(tab.items, 2, "Rate").startswith("1.1")
    assert "average of 1 January 2024 to 31 December 2024" in tab.items._rate_tip(tab.items.panel.rows.row(2))
    assert text(tab.items, 0, "Rate") == "–"


def test_filters_let_through_by_status_period_and_problem(tab, books, at_rest):
    part = tab.items
    costs.check(books, [1])
    costs.declare(books, [1], "RP1")
    with books.changing("No category") as step:
        step.add(
            CostItem(project_id=1, code="C4", expended=Decimal(1), currency="EUR", date="2025-01-05", partner_id=1)
        )
    at_rest()

    def shown(combo, text):
        part.filters.combos[combo].setCurrentIndex(part.filters.combos[combo].findText(text))
        part.filter()
        found = [part.panel.rows.row(n)["code"] for n in range(len(part.panel.rows.ids))]
        part.filters.combos[combo].setCurrentIndex(0)
        return found

    assert shown(0, "Declared") == ["C1"]
    assert shown(1, "Declared in RP1") == ["C1"]
    assert shown(1, "In RP1 by date") == ["C2", "C3"]
    assert shown(0, "With problems") == ["C4"]
    assert part.notice.text() == "1 entry has an open problem."


def test_what_is_wrong_with_the_current_row_is_said_below_the_table(tab):
    choose(tab.effort, 1)
    assert tab.effort.notice.text().startswith("Days are rounded to 0.5: 12.3 is none")
    assert text(tab.effort, 1, "Problems") == "1 problem"


def test_effort_is_signed_by_a_day(tab, books, qtbot, at_rest):
    choose(tab.effort, 0, 1)
    qtbot.mouseClick(button(tab.effort, "Signed on…"), Qt.MouseButton.LeftButton)
    dialog = tab.effort.findChild(DayDialog)
    dialog.day.day = dialog.day.day.replace(2024, 7, 1)
    dialog.keep()
    at_rest()
    assert {e.signed_on for e in books.find("effort")} == {"2024-07-01"}


def test_the_months_of_a_person_stand_in_one_row_with_person_months(tab, books, at_rest):
    (one,) = person_rows(books, books.get("project", 1))
    assert (one.person, one.days, one.total) == ("R1", {"2024-03": 10, "2024-04": Decimal("12.3")}, Decimal("22.3"))
    assert one.months == Decimal("22.3") * 12 / 215
    tab._stack.setCurrentWidget(tab.months)
    at_rest()
    headings = [str(c.title) for c in tab.months.table.model().columns]
    assert headings == ["Person", "Partner", "Days", "Person-months", "Mar 2024", "Apr 2024"]


def test_a_period_goes_on_by_its_buttons_and_back_with_a_reason(tab, books, qtbot, at_rest):
    part = tab.periods
    tab._stack.setCurrentWidget(part)

    def offered():
        part.panel.table.setCurrentIndex(part.panel.rows.index(0, 0))
        at_rest()
        part._offer()
        return {
            part._moves.itemAt(n).widget().text(): part._moves.itemAt(n).widget() for n in range(part._moves.count())
        }

    assert list(offered()) == ["Begin to close"]
    assert "3 items are not declared yet." in part._about.text()
    for text_ in ("Begin to close", "Submitted", "Accepted by the funder"):
        qtbot.mouseClick(offered()[text_], Qt.MouseButton.LeftButton)
        at_rest()
    assert books.get("reporting_period", 1).status == "accepted"
    assert set(offered()) == {"Lock", "Open again…"}
    qtbot.mouseClick(offered()["Open again…"], Qt.MouseButton.LeftButton)
    dialog = part.findChild(ReasonDialog)
    dialog.reason.setPlainText("audit")
    dialog.keep()
    at_rest()
    kept = books.get("reporting_period", 1)
    assert (kept.status, kept.reopened_because) == ("open", "audit")


def test_the_due_day_by_the_rule_pack_is_shown_where_none_is_stated(tab):
    assert text(tab.periods, 0, "Report due") == "1 Mar 2025"
    assert "report_due_days of horizon_europe_2021" in tab.periods._due_tip(tab.periods.panel.rows.row(0))
