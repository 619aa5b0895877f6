"""Home: tiles of the portfolio and what needs attention, the most pressing first."""

from datetime import date
from decimal import Decimal

from collabdesk.domain.batches import Batch
from collabdesk.domain.contributions import Contribution
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.partners import Partner
from collabdesk.domain.projects import Project
from collabdesk.usecases import audits
from collabdesk.usecases.home import MOST_OF_A_KIND, home
from databases import keep

DAY = date(2025, 6, 30)


def test_an_empty_database_says_that_it_is_empty(workspace):
    found = home(workspace, DAY)
    assert found.is_empty
    assert found.attention == ()


def test_tiles_are_the_portfolios_main_figures_in_one_order(workspace):
    keep(workspace, Project(code="1", funding=Decimal(5), currency="EUR"), Project(code="2", funding=Decimal(7), currency="USD"))  # fmt: skip
    found = home(workspace, DAY)
    assert [t.id for t in found.tiles][:1] == ["F0-projects"]
    assert {"F0-funding-eur", "F0-funding-usd"} <= {t.id for t in found.tiles}
    assert not found.is_empty


def test_what_is_late_or_missing_needs_attention(workspace):
    project, partner = keep(workspace, Project(code="1", acronym="ALPHA", currency="EUR"), Partner(name="Univ A"))
    keep(
        workspace,
        Milestone(project_id=project.id, code="M1", title="Start", baseline="2025-06-01", critical=True),
        Deliverable(project_id=project.id, code="D1", due="2025-05-31"),
        Contribution(
            project_id=project.id, partner_id=partner.id, pledged=Decimal(100), received=Decimal(40), due="2025-01-31",
            currency="EUR",
        ),
        Batch(label="Import costs.xlsx", rows_rejected=2),
    )  # fmt: skip
    audit = audits.plan(workspace, "1", "Mid-term", DAY)
    audits.draft_findings(workspace, audit)
    found = home(workspace, DAY)
    assert {a.kind for a in found.attention} == {
        "milestone",
        "deliverable",
        "contribution",
        "budget",
        "finding",
        "file",
    }
    texts = [a.text for a in found.attention]
    assert "ALPHA: milestone M1 (Start) was due 1 June 2025, 29 days ago" in texts
    assert "ALPHA: EUR\u00a060.00 pledged by Univ A is past due since 31 January 2025" in texts
    assert "Import costs.xlsx: 2 rows could not be kept" in texts
    assert found.attention[0].severity == "high"
    assert found.attention[-1].severity == "low"


def test_an_overdue_recommendation_needs_attention(workspace):
    keep(workspace, Project(code="1", funding=Decimal(5), currency="EUR"))
    finding = audits.add_finding(workspace, audits.plan(workspace, "1", "A", DAY), "By hand")
    audits.recommend(workspace, finding, "Replan", "Coordinator", date(2025, 1, 31))
    assert "Coordinator: recommendation due 31 January 2025 is open" in [a.text for a in home(workspace, DAY).attention]


def test_a_long_list_is_cut_and_the_rest_counted(workspace):
    (project,) = keep(workspace, Project(code="1", funding=Decimal(5), currency="EUR"))
    many = MOST_OF_A_KIND + 3
    keep(workspace, *(Milestone(project_id=project.id, code=f"M{i}", baseline="2025-01-31") for i in range(many)))
    found = home(workspace, DAY)
    assert len(found.attention) == MOST_OF_A_KIND
    assert found.hidden == 3
