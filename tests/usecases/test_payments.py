"""The schedule of payments put into the books by a person, and a payment handed on to the partners."""

from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.contributions import Contribution
from collabdesk.domain.participations import Participation
from collabdesk.domain.partners import Partner
from collabdesk.domain.payments import Payment
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.usecases import payments
from databases import keep

D = Decimal
DAY = date(2026, 6, 30)


@pytest.fixture
def project(workspace):
    return keep(workspace, Project(code="101", currency="EUR", funding=D(1_000_000), rule_pack="horizon_europe"))[0]


def periods(workspace, project):
    keep(workspace, *(
        ReportingPeriod(project_id=project.id, code=f"RP{n}", start=f"202{n}-01-01", end=f"202{n}-12-31") for n in (4, 5)
    ))  # fmt: skip


def test_what_is_known_of_the_schedule_is_put_into_the_books_once(workspace, project):
    periods(workspace, project)
    payments.accept(workspace, project, DAY)
    kept = {p.kind: p.expected for p in workspace.find("payment")}
    assert kept == {"pre_financing": 800_000, "insurance_retention": 50_000, "insurance_release": 50_000}
    with pytest.raises(Refused, match="Nothing of the schedule"):
        payments.accept(workspace, project, DAY)
    assert workspace.undo_label == "Expect the payments of 101"


def test_only_the_wanted_lines_are_put_there(workspace, project):
    periods(workspace, project)
    payments.accept(workspace, project, DAY, {("pre_financing", "")})
    assert [p.kind for p in workspace.find("payment")] == ["pre_financing"]


def test_the_schedule_stands_beside_what_came(workspace, project):
    periods(workspace, project)
    keep(workspace, Payment(project_id=project.id, kind="pre_financing", received=D(799_000), received_on="2024-02-01",
                            currency="EUR", status="received"))  # fmt: skip
    first, *_ = payments.reimbursed(workspace, project, DAY).planned
    assert (first.expected, first.received, first.difference, first.is_kept) == (800_000, 799_000, -1_000, True)


def test_a_payment_is_handed_on_by_the_maximum_grants_and_only_once(workspace, project):
    one, two = keep(workspace, Partner(name="One"), Partner(name="Two"))
    for partner, amount in ((one, 600_000), (two, 300_000)):
        keep(
            workspace,
            Participation(project_id=project.id, partner_id=partner.id),
            Contribution(project_id=project.id, partner_id=partner.id, amount=D(amount), currency="EUR"),
        )
    (came,) = keep(workspace, Payment(project_id=project.id, kind="interim", received=D("100.00"), received_on="2025-01-01",
                                      currency="EUR"))  # fmt: skip
    payments.hand_on(workspace, came.id, DAY)
    shares = [(p.partner_id, p.expected, p.status) for p in workspace.find("payment", kind="distribution")]
    assert shares == [(one.id, D("66.66"), "expected"), (two.id, D("33.33"), "expected")]
    assert workspace.get("payment", came.id).status == "distributed"
    found = payments.reimbursed(workspace, project, DAY)
    assert [(h.partner, h.share, h.open) for h in found.handed] == [
        ("One", D("66.66"), D("66.66")),
        ("Two", D("33.33"), D("33.33")),
    ]
    assert found.remainder == D("0.01")
    with pytest.raises(Refused, match="distributed already"):
        payments.hand_on(workspace, came.id, DAY)


def test_what_has_not_come_cannot_be_handed_on(workspace, project):
    (due,) = keep(workspace, Payment(project_id=project.id, expected=D(5), currency="EUR"))
    with pytest.raises(Refused, match="Only a payment that came"):
        payments.hand_on(workspace, due.id, DAY)
