"""The room of rules, and a project's tabs of rules and payments, driven as a person does."""

from __future__ import annotations

from decimal import Decimal

import pytest

from collabdesk.domain.contributions import Contribution
from collabdesk.domain.costs import CostItem
from collabdesk.domain.payments import Payment
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.ui.projects.payments.parts import Payments
from collabdesk.ui.projects.rules.parts import ProjectRules
from collabdesk.ui.rules.room import RulesRoom
from collabdesk.ui.rules.values import ValuesTable
from collabdesk.usecases import rules
from rule_packs import FUND

D = Decimal
OWN = FUND.replace("true", "false")


@pytest.fixture
def room(desk, shown):
    return shown(RulesRoom(desk))


def cells(model, column):
    return [str(model.data(model.index(row, column))).replace("\xa0", " ") for row in range(model.rowCount())]


def test_every_pack_is_listed_and_its_values_say_where_they_come_from(room):
    assert len(cells(room.packs, 0)) == 5
    room.enter(pack="us_2cfr200_2014")
    values = dict(zip(cells(room.values.rows, 0), cells(room.values.rows, 1), strict=True))
    assert values["Part of each subaward that is in the base"] == "25,000 USD"
    assert values["De minimis rate of indirect costs"] == "10 %"
    assert "2 CFR 200.1" in room.values.said.text()
    assert "Unconfirmed" in cells(room.values.rows, 2)


def test_a_file_with_errors_is_not_loaded_and_each_error_names_its_line(room, tmp_path, at_rest):
    file = tmp_path / "fund.toml"
    file.write_text(OWN.replace("0.07", '"much"').replace('source = "manual', 'sorce = "manual'), "utf-8")
    room.load(file)
    at_rest()
    assert room.notice.text().startswith("fund.toml has 3 errors")
    assert cells(room.problems, 0) == ["8", "9", "10"]
    assert len(cells(room.packs, 0)) == 5


def test_a_pack_is_checked_loaded_shown_and_removed(room, desk, tmp_path, at_rest):
    file = tmp_path / "fund.toml"
    file.write_text(OWN, "utf-8")
    room.check(file)
    at_rest()
    assert "Nothing is wrong" in room.notice.text() and len(cells(room.packs, 0)) == 5
    room.load(file)
    at_rest()
    assert cells(room.packs, 0)[-1] == "A fund"
    assert room._remove.isVisible()
    room._remove.click()
    at_rest()
    assert len(cells(room.packs, 0)) == 5
    desk.undo()
    at_rest()
    assert cells(room.packs, 0)[-1] == "A fund"


@pytest.fixture
def project(desk, filled_workspace):
    return desk.workspace.get("project", 1)


def test_a_project_is_put_under_other_rules_at_once_and_is_told_why(desk, project, shown, at_rest):
    tab = shown(ProjectRules(desk, project))
    assert "names no rule pack" in tab.in_force.why.text()
    chooser = tab.in_force.chooser
    chooser.setCurrentIndex(chooser.findData("horizon_europe"))
    chooser.activated.emit(chooser.currentIndex())
    at_rest()
    assert desk.workspace.get("project", 1).rule_pack == "horizon_europe"
    assert "falls under Horizon Europe 2021–27" in tab.in_force.why.text()
    assert isinstance(tab.in_force.values, ValuesTable) and tab.in_force.values.rows.rowCount() > 20
    desk.undo()
    at_rest()
    assert chooser.currentData() == ""


def test_what_the_grant_states_stands_among_the_values_in_force(desk, project, shown, at_rest):
    rules.use(desk.workspace, project, "horizon_europe")
    tab = shown(ProjectRules(desk, project))
    rules.state(desk.workspace, project, "payment_cap", "0.8", source="data sheet")
    at_rest()
    assert "Stated by the grant" in cells(tab.in_force.values.rows, 2)
    tab.stated.parentWidget().setCurrentWidget(tab.stated)
    at_rest()
    assert cells(tab.stated.rows, 1)[0] == "0.8"


def test_what_if_shows_what_differs_first(desk, project, shown, at_rest):
    rules.use(desk.workspace, project, "us_2cfr200_2014")
    with desk.workspace.changing("Costs") as step:
        step.add(CostItem(project_id=1, category="Subaward", expended=D(60_000), currency="EUR", subaward="S"))
    tab = shown(ProjectRules(desk, desk.workspace.get("project", 1)))
    tab.what_if.parentWidget().setCurrentWidget(tab.what_if)
    at_rest()
    assert tab.what_if.chooser.currentData() == "us_2cfr200_2024"
    now, other = cells(tab.what_if.rows, 2), cells(tab.what_if.rows, 3)
    at = cells(tab.what_if.rows, 0).index("Modified total direct costs")
    assert now[at] != other[at]
    assert "figures differ" in tab.what_if.said.text()


@pytest.fixture
def granted(desk, project):
    """The project under Horizon Europe with two periods and a payment that came."""
    rules.use(desk.workspace, project, "horizon_europe")
    with desk.workspace.changing("Books") as step:
        for number in (1, 2):
            step.add(
                ReportingPeriod(project_id=1, code=f"RP{number}", start=f"202{number}-01-01", end=f"202{number}-12-31")
            )
        step.add(
            Payment(
                project_id=1,
                kind="pre_financing",
                received=D(300),
                received_on="2021-02-01",
                currency="EUR",
                status="received",
            )
        )
    return desk.workspace.get("project", 1)


def test_a_project_without_rules_says_what_to_do_first(desk, project, shown):
    tab = shown(Payments(desk, project))
    assert tab.eligible._stack.currentIndex() == 1


def test_the_schedule_is_put_into_the_books_when_the_person_says_so(desk, granted, shown, at_rest):
    tab = shown(Payments(desk, granted))
    assert cells(tab.schedule.rows, 0)[0] == "Pre-financing"
    before = desk.workspace.count("payment")
    tab.schedule.accept.click()
    at_rest()
    kinds = [p.kind for p in desk.workspace.find("payment")]
    assert len(kinds) > before and kinds.count("pre_financing") == 1
    assert "in the books" in cells(tab.schedule.rows, 5)[1]


def test_a_payment_that_came_is_handed_on_and_the_shares_are_shown(desk, granted, shown, at_rest):
    with desk.workspace.changing("Grants") as step:
        for partner in (1, 2):
            step.add(Contribution(project_id=1, partner_id=partner, amount=D(1_000_000), currency="EUR"))
    tab = shown(Payments(desk, granted))
    assert tab.distribution.rows.rowCount() > 1
    tab._hand_on({"id": desk.workspace.find("payment", kind="pre_financing")[0].id})
    at_rest()
    shares = [p.expected for p in desk.workspace.find("payment", kind="distribution")]
    assert len(shares) == tab.distribution.rows.rowCount() and sum(shares) <= 300
