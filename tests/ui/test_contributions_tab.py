"""The tabs Contributions, Partners and Balance: what is typed is kept, moves ask for what they need, sums follow."""

from decimal import Decimal

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from collabdesk.domain.assessments import Assessment
from collabdesk.domain.contracts import Contract
from collabdesk.domain.contributions import Contribution
from collabdesk.domain.credit_events import CreditEvent
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.scale_shares import ScaleShare
from collabdesk.ui.projects.balance.tab import Balance
from collabdesk.ui.projects.contributions.crediting import CreditDialog, RefuseDialog
from collabdesk.ui.projects.contributions.tab import Contributions
from collabdesk.ui.projects.parts.partners import Partners
from collabdesk.ui.widgets import SegmentBar

D = Decimal


@pytest.fixture
def project(filled_workspace):
    return filled_workspace.find("project", acronym="TIDELINE")[0]


@pytest.fixture
def open_at(shown, at_rest):
    def show(widget, part=""):
        shown(widget)
        if part:
            widget.findChildren(SegmentBar)[0].choose(part)
            at_rest()
        return widget

    return show


def keep(desk, *records):
    with desk.workspace.changing("Set up") as step:
        return [step.add(r) for r in records]


def claimed(desk, project, **fields):
    return keep(
        desk,
        CreditEvent(project_id=project.id, partner_id=1, code="CE1", amount=D(100), unit_of_account="IUA",
                    **{"status": "claimed"} | fields),
    )[0]  # fmt: skip


def test_each_partner_has_what_it_pledged_brought_and_is_short_of(desk, project, open_at):
    tab = open_at(Contributions(desk, project))
    rows = tab.by_partner.rows
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert rows.rowCount() == 6
    headings = [column.heading for column in rows.columns]
    assert headings == [
        "Partner",
        "Unit",
        "Granted",
        "Pledged",
        "Called",
        "Received",
        "Delivered",
        "Past due",
        "Late by",
    ]
    first = rows._rows[0]
    assert (first.currency, first.amount, first.delivery) == ("EUR", D(900000), first.received / first.pledged)


def test_a_pledge_that_is_typed_is_kept_and_the_sums_follow(desk, project, open_at, at_rest):
    tab = open_at(Contributions(desk, project), "pledges")
    model = tab.pledges.entry_rows
    column = [c.field for c in model.columns].index("pledged")
    place = next(n for n in range(model.rowCount()) if model.row(n).get("form") == "in_kind")
    assert model.setData(model.index(place, column), "1,234.50")
    at_rest()
    kept = desk.workspace.get("contribution", model.row(place)["id"])
    assert kept.pledged == D("1234.50")
    assert desk.workspace.undo_label.startswith("Change contributions")
    assert D("1234.50") in [row.pledged for row in tab.by_partner.rows._rows]


def test_a_claim_is_credited_with_evidence_through_its_dialog(desk, project, open_at, at_rest):
    event = claimed(desk, project)
    tab = open_at(Contributions(desk, project), "credits")
    panel = tab.credits.panel
    panel.table.selectRow(0)
    offered = tab.credits.moves.layout()
    assert [offered.itemAt(n).widget().text() for n in range(offered.count())] == ["Credited", "Refused"]
    tab.credits.go_to(panel.rows.row(0), "credited")
    dialog = tab.credits.findChild(CreditDialog)
    dialog.keep()
    assert dialog.isVisible() and "only with its evidence" in dialog._words._hint.text()
    dialog.words.setText("Acceptance note 4")
    dialog.day.setText("2 May 2025")
    dialog.keep()
    at_rest()
    kept = desk.workspace.get("credit_event", event.id)
    assert (kept.status, kept.credited_on, kept.evidence) == ("credited", "2025-05-02", "Acceptance note 4")
    assert "does not change any more" in tab.credits._closed(panel.rows.row(0))


def test_a_claim_whose_milestone_is_not_achieved_stays_a_claim_and_the_reason_is_told(desk, project, open_at):
    keep(desk, Milestone(project_id=project.id, code="M9"))
    event = claimed(desk, project, milestone_code="M9")
    refusals = []
    desk.failed.connect(refusals.append)
    tab = open_at(Contributions(desk, project), "credits")
    tab.credits.go_to(tab.credits.panel.rows.row(0), "credited")
    assert tab.credits.findChild(CreditDialog) is None
    assert desk.workspace.get("credit_event", event.id).status == "claimed"
    assert refusals == ["CE1 is credited when its milestone M9 is achieved; it is planned."]


def test_a_claim_is_refused_with_a_reason(desk, project, open_at, at_rest):
    event = claimed(desk, project)
    tab = open_at(Contributions(desk, project), "credits")
    tab.credits.go_to(tab.credits.panel.rows.row(0), "refused")
    dialog = tab.credits.findChild(RefuseDialog)
    dialog.keep()
    assert dialog.isVisible()
    dialog.reason.setText("Leak test failed")
    dialog.keep()
    at_rest()
    assert desk.workspace.get("credit_event", event.id).status == "refused"


def test_a_year_is_called_by_its_scale_and_arrears_are_shown(desk, project, open_at, at_rest):
    keep(desk, Assessment(project_id=project.id, year="2024", total=D(100), currency="EUR"))
    keep(desk, *(ScaleShare(project_id=project.id, partner_id=n, year="2024", share=D(".5")) for n in (1, 2)))
    tab = open_at(Contributions(desk, project), "assessments")
    assert [row.arrears for row in tab.assessments.years.rows._rows] == [50, 50]
    tab.assessments.panel.table.selectRow(0)
    assert tab.assessments.call.isEnabled()
    tab.assessments.call_year()
    at_rest()
    assert [c.called for c in desk.workspace.find("contribution", purpose="assessed")] == [50, 50]


def test_a_scale_that_is_not_whole_is_said_above_the_members(desk, project, open_at):
    keep(desk, ScaleShare(project_id=project.id, partner_id=1, year="2024", share=D(".5")))
    tab = open_at(Contributions(desk, project), "assessments")
    assert tab.assessments.years.notice.text() == "2024: the scale sums to 0.5, not to 1"


def test_match_says_that_no_ratio_is_required(desk, project, open_at, at_rest):
    tab = open_at(Contributions(desk, project), "match")
    assert tab.match.figures._model.rowCount() == 0
    keep(desk, Contribution(project_id=project.id, partner_id=1, purpose="match", received=D(5), currency="EUR"))
    at_rest()
    assert tab.match.figures._model.rowCount() > 3
    assert "No ratio is required" in tab.match.notice.text()


def test_votes_are_typed_and_a_status_moves_in_the_partners_tab(desk, project, open_at, at_rest):
    tab = open_at(Partners(desk, project))
    model = tab.participations.entry_rows
    column = [c.value for c in model.columns].index("votes")
    assert model.setData(model.index(0, column), "2.5")
    at_rest()
    number = model.row(0)["id"]
    assert desk.workspace.get("participation", number).votes == D("2.5")
    tab.go_to(model.row(0), "in_breach")
    at_rest()
    assert desk.workspace.get("participation", number).status == "in_breach"


def test_the_balance_shows_indices_countries_and_partners_and_follows_a_contract(desk, project, open_at, at_rest):
    tab = open_at(Balance(desk, project))
    assert (
        tab.countries.rows.rowCount() == len({"NO", "GR", "AT", "FR", "PL", "DE", "PT", "IT"} & set())
        or tab.countries.rows.rowCount() > 3
    )
    assert "reference" in tab.indices.reference.text().lower() and "1,800" in tab.indices.reference.text()
    assert "Return" not in [c.heading for c in tab.countries.rows.columns]
    keep(desk, Contract(project_id=project.id, country="FR", amount=D(10), currency="EUR"))
    at_rest()
    assert "Return" in [c.heading for c in tab.countries.rows.columns]
    assert tab.partners.rows.rowCount() == 6
