"""The tab of the agreement: registers are typed, show where each record stands, and move through their dialogs."""

from __future__ import annotations

import pytest

from collabdesk.domain.clauses import Clause
from collabdesk.domain.datasets import Dataset
from collabdesk.domain.decisions import Decision
from collabdesk.domain.transfers import Transfer
from collabdesk.ui.projects.agreement.asking import ApproveDialog, DayDialog, ReasonDialog, VetoDialog
from collabdesk.ui.projects.agreement.page import Agreement
from collabdesk.ui.projects.tabs import agreement
from databases import keep


@pytest.fixture
def tab(filled_workspace, desk, shown):
    keep(
        filled_workspace,
        Clause(project_id=1, code="6.3", title="Veto", reference="DESCA", review_on="2020-01-01"),
        Decision(project_id=1, code="GA-1", title="Budget", body="GA", date="2025-05-12", entitled=15, present=9,
                 in_favour=7, against=2, status="adopted"),
        Dataset(project_id=1, code="DS1", title="Buoys", duo="GRU XX", permitted="EU"),
        Transfer(project_id=1, code="T1", dataset="DS1", from_country="NO", to_country="US"),
        Transfer(project_id=1, code="T2", dataset="DS1", from_country="NO", to_country="DE", expires="2025-01-31",
                 status="approved"),
    )  # fmt: skip
    made = shown(agreement.TAB.build(desk, filled_workspace.get("project", 1)))
    assert isinstance(made, Agreement)
    return made


def cell(register, heading, row=0):
    rows = register.panel.rows
    column = next(i for i, c in enumerate(rows.columns) if c.heading == heading)
    return rows.index(row, column).data()


def row_of(register, row=0):
    return register.panel.rows.row(row)


def test_every_register_says_where_its_records_stand(tab):
    assert cell(tab.clauses, "Record") == "Expired"
    assert cell(tab.decisions, "Record") == "Contradicts"
    assert cell(tab.decisions, "Present") == "60.0\u00a0%"
    assert cell(tab.datasets, "Record") == "Contradicts"
    assert [cell(tab.transfers, "Record", n) for n in (0, 1)] == ["Contradicts", "Expired"]
    assert tab.clauses.remarks.text() == "1 expired. Choose a line to read what."
    assert "GRU: general research use" in tab.datasets._meaning(row_of(tab.datasets))
    assert "XX: not in the published list" in tab.datasets._meaning(row_of(tab.datasets))


def test_the_chosen_record_tells_what_it_lacks(tab, at_rest):
    tab.decisions.panel.table.setCurrentIndex(tab.decisions.panel.rows.index(0, 0))
    assert "the quorum is 2/3" in tab.decisions.remarks.text()


def test_a_decision_is_typed_and_taken_back(tab, filled_workspace, at_rest):
    rows = tab.decisions.panel.entry_rows
    rows.type_in([(1, 0, "GA-2"), (1, 1, "Site")])
    tab.decisions.panel.keep_ready(besides=-1)
    at_rest()
    assert [d.code for d in filled_workspace.find("decision")] == ["GA-1", "GA-2"]
    filled_workspace.undo()
    assert filled_workspace.count("decision") == 1


def test_a_veto_names_its_party_and_is_resolved_in_words(tab, filled_workspace, at_rest):
    tab.decisions.go_to(row_of(tab.decisions), "vetoed")
    asked = tab.decisions.findChild(VetoDialog)
    asked.keep()
    assert asked.isVisible()
    asked.party.setText("CVD")
    asked.day.setText("13 May 2025")
    asked.keep()
    at_rest()
    kept = filled_workspace.find("decision")[0]
    assert (kept.status, kept.veto_by, kept.veto_on) == ("vetoed", "CVD", "2025-05-13")
    tab.decisions.go_to(row_of(tab.decisions), "resolved")
    reason = tab.decisions.findChild(ReasonDialog)
    reason.reason.setPlainText("The budget was split")
    reason.keep()
    at_rest()
    assert filled_workspace.find("decision")[0].status == "resolved"


def test_a_transfer_is_approved_until_a_day_and_an_expired_one_is_not_done(tab, filled_workspace, desk, at_rest):
    failed = []
    desk.failed.connect(failed.append)
    first, second = row_of(tab.transfers), row_of(tab.transfers, 1)
    tab.transfers.go_to(first, "approved")
    asked = tab.transfers.findChild(ApproveDialog)
    asked.day.setText("1 May 2025")
    asked.until.setText("31 Dec 2025")
    asked.keep()
    at_rest()
    kept = filled_workspace.find("transfer", code="T1")[0]
    assert (kept.status, kept.approved_on, kept.expires) == ("approved", "2025-05-01", "2025-12-31")
    tab.transfers.go_to(second, "done")
    day = tab.transfers.findChild(DayDialog)
    day.day.setText("1 Feb 2025")
    day.keep()
    at_rest()
    assert filled_workspace.find("transfer", code="T2")[0].status == "approved"
    assert "expired on 31 January 2025" in failed[0]
