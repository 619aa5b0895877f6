"""The balance as a window shows it: one row for each partner and country, whatever is recorded of it."""

from datetime import date
from decimal import Decimal

from collabdesk.domain.contracts import Contract
from collabdesk.domain.contributions import Contribution
from collabdesk.domain.participations import Participation
from collabdesk.domain.partners import Partner
from collabdesk.domain.projects import Project
from collabdesk.domain.work_packages import WorkPackage
from collabdesk.usecases.balance import view
from collabdesk.usecases.charts import has_rows
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database

D = Decimal
DAY = date(2025, 6, 30)


def test_shares_contracts_return_votes_and_leads_stand_side_by_side(tmp_path):
    with Workspace.open(fresh_database(tmp_path)) as workspace:
        with workspace.changing("Set up") as step:
            step.add(Project(code="101", currency="EUR"))
            for number, (name, country) in enumerate((("Alpha", "DE"), ("Beta", "DE"), ("Gamma", "FR")), 1):
                step.add(Partner(name=name, country=country))
                step.add(Participation(project_id=1, partner_id=number, votes=D(number)))
            for number, amount in ((1, 30), (2, 30), (3, 40)):
                step.add(Contribution(project_id=1, partner_id=number, pledged=D(amount), currency="EUR"))
            step.add(Contract(project_id=1, country="DE", amount=D(90), currency="EUR"))
            step.add(Contract(project_id=1, country="US", amount=D(10), currency="EUR"))
            step.add(WorkPackage(project_id=1, code="WP1", lead="Gamma"))
        found = view(workspace, 1, DAY)
        assert view(workspace, 9, DAY) is None
    assert found.field == "pledged"
    assert [(r.partner, r.share, r.votes, r.work_packages, r.tasks) for r in found.partners] == [
        ("Gamma", D("0.4"), 3, 1, None), ("Alpha", D("0.3"), 1, 0, None), ("Beta", D("0.3"), 2, 0, None),
    ]  # fmt: skip
    rows = [(r.country, r.partners, r.share, r.contract_share, r.coefficient, r.vote_share) for r in found.countries]
    assert rows == [
        ("DE", 2, D("0.6"), D("0.9"), D("1.5"), D("0.5")),
        ("FR", 1, D("0.4"), None, D("0"), D("0.5")),
        ("US", 0, None, D("0.1"), None, None),
    ]
    assert found.reference.startswith("1,000 and 1,800")
    assert has_rows("countries", found.figures) and has_rows("geo_return", found.figures)


def test_a_project_without_anything_has_an_empty_view(tmp_path):
    with Workspace.open(fresh_database(tmp_path)) as workspace:
        with workspace.changing("Set up") as step:
            step.add(Project(code="101"))
        found = view(workspace, 1, DAY)
    assert (found.field, found.partners, found.countries) == ("", (), ())
    assert not has_rows("countries", found.figures) and not has_rows("geo_return", found.figures)
