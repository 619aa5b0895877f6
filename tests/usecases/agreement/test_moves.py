"""Decisions and transfers move by table, with what belongs to the move; an expired approval holds a transfer back."""

from datetime import date

import pytest

from collabdesk.domain.datasets import Dataset
from collabdesk.domain.dates import today
from collabdesk.domain.decisions import Decision
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.transfers import Transfer
from collabdesk.usecases import agreement, edits, imports
from collabdesk.usecases.imports import LookOptions
from collabdesk.usecases.plan.evidence import Proof
from databases import keep

DAY = date(2026, 6, 1)


@pytest.fixture
def project(workspace):
    return keep(workspace, Project(code="101", title="Sea"))[0]


def test_a_decision_is_adopted_vetoed_and_resolved(workspace, project):
    (decision,) = keep(workspace, Decision(project_id=project.id, code="GA-1"))
    agreement.decide(workspace, decision.id, "adopted", on=DAY)
    with pytest.raises(Refused, match="name both"):
        agreement.decide(workspace, decision.id, "vetoed", on=DAY)
    agreement.decide(workspace, decision.id, "vetoed", on=DAY, party="CVD", reason="Its costs double")
    with pytest.raises(Refused, match="how the veto of GA-1 was resolved"):
        agreement.decide(workspace, decision.id, "resolved", on=DAY)
    agreement.decide(workspace, decision.id, "resolved", on=DAY, reason="The budget was split")
    kept = workspace.get("decision", decision.id)
    assert (kept.status, kept.date, kept.veto_by, kept.veto_on) == ("resolved", "2026-06-01", "CVD", "2026-06-01")
    assert kept.text == "Resolved on 1 June 2026: The budget was split"
    with pytest.raises(Refused, match="cannot go from resolved"):
        agreement.decide(workspace, decision.id, "adopted")


def test_a_move_is_one_step_of_undo_with_its_document(workspace, project):
    (transfer,) = keep(workspace, Transfer(project_id=project.id, code="T1", to_country="CH"))
    proof = Proof("licence.pdf", b"approved")
    agreement.move_transfer(workspace, transfer.id, "approved", on=DAY, expires="2026-12-31", proof=proof)
    kept = workspace.get("transfer", transfer.id)
    assert (kept.status, kept.approved_on, kept.expires) == ("approved", "2026-06-01", "2026-12-31")
    assert workspace.find("evidence")[0].subject == "transfer"
    workspace.undo()
    assert workspace.get("transfer", transfer.id).status == "recorded"
    assert not workspace.find("evidence")


@pytest.mark.parametrize("way", ["act", "edit"])
def test_an_expired_approval_holds_a_transfer_back_whichever_way_it_is_moved(workspace, project, way):
    (transfer,) = keep(workspace, Transfer(project_id=project.id, code="T1", status="approved", expires="2026-05-31"))
    with pytest.raises(Refused, match="approval of T1 expired on 31 May 2026"):
        if way == "act":
            agreement.move_transfer(workspace, transfer.id, "done", on=DAY)
        else:
            edits.move(workspace, "transfer", transfer.id, "done", "Done", date="2026-06-01")
    agreement.move_transfer(workspace, transfer.id, "done", on=date(2026, 5, 31))
    assert workspace.get("transfer", transfer.id).date == "2026-05-31"


def test_a_refusal_needs_a_reason_which_stands_in_the_history(workspace, project):
    (transfer,) = keep(workspace, Transfer(project_id=project.id, code="T1"))
    with pytest.raises(Refused, match="why T1 is refused"):
        agreement.move_transfer(workspace, transfer.id, "refused")
    assert agreement.move_transfer(workspace, transfer.id, "refused", reason="No need").label.endswith("No need")


def test_nothing_happens_on_a_day_to_come(workspace, project):
    (decision,) = keep(workspace, Decision(project_id=project.id, code="GA-1"))
    with pytest.raises(Refused, match="still to come"):
        agreement.decide(workspace, decision.id, "adopted", on=today().replace(year=today().year + 1, day=1))


def test_a_look_tells_the_worst_of_each_record_and_the_terms_in_force(workspace, project):
    from collabdesk.domain.clauses import Clause
    from collabdesk.usecases.agreement.looking import look, meant_by

    keep(
        workspace,
        Clause(project_id=project.id, code="6.3", title="Veto", reference="DESCA 2.1", review_on="2026-01-01"),
        Dataset(project_id=project.id, code="DS1", permitted="EU", export_class="6A001", usable_until="2025"),
        Transfer(project_id=project.id, code="T1", dataset="DS1", to_country="US"),
    )
    found = look(workspace, project, DAY)
    data, clause, sent = (workspace.find(n)[0].id for n in ("dataset", "clause", "transfer"))
    assert found.state("dataset", data) == "expired"
    assert found.state("transfer", sent) == "contradicts"
    assert found.state("clause", clause) == "expired"
    assert found.state("clause", 99) == "recorded"
    assert found.count("dataset") == {"expired": 1}
    assert found.terms.get("veto_days").text == "15"
    assert [(word, code.label if code else None) for word, code in meant_by("GRU XX")] == [
        ("GRU", "general research use"), ("XX", None)]  # fmt: skip


def test_an_older_register_does_not_take_a_move_back_and_a_newer_one_moves_on(workspace, project, tmp_path):
    def come_in(*rows):
        file = tmp_path / "transfers.csv"
        file.write_text("\n".join(["Transfer no,Dataset transferred,From country,To country,Transfer status", *rows]))
        staged = imports.look_at([file], LookOptions(project="101"), workspace=workspace)
        imports.accept(workspace, staged)
        return [t.status for t in workspace.find("transfer")]

    assert come_in("T1,DS1,NO,CH,recorded", "T2,DS1,NO,DE,recorded") == ["recorded", "recorded"]
    agreement.move_transfer(workspace, workspace.find("transfer")[0].id, "approved", on=DAY)
    assert come_in("T1,DS1,NO,CH,recorded", "T2,DS1,NO,DE,recorded") == ["approved", "recorded"]
    assert come_in("T1,DS1,NO,CH,done", "T2,DS1,NO,DE,refused") == ["done", "refused"]
