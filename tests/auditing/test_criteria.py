"""Each criterion drafts its finding where it should, and none where it should not."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from collabdesk import discovery
from collabdesk.auditing import criteria, criteria_sets
from collabdesk.auditing.criterion import finding
from collabdesk.auditing.facts import (
    AwardSum,
    BudgetSum,
    ContributionSum,
    CostSum,
    DueSum,
    Facts,
    LateSum,
    PartnerName,
)
from collabdesk.auditing.wording import money
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.findings import Finding
from collabdesk.domain.indicators import Indicator
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.projects import Project

D = Decimal
DAY = date(2025, 6, 30)
PROJECT = Project(id=3, code="101", acronym="ALPHA", start="2023-01-01", end="2025-12-31", currency="EUR")
QUIET = Facts(
    as_of=DAY,
    project=replace(PROJECT, total_cost=D(1000), funding=D(900), spent=D(800)),
    projects=(replace(PROJECT, total_cost=D(1000), funding=D(900), spent=D(800)),),
    partners={1: PartnerName("Univ A", "FR"), 2: PartnerName("Inst B", "DE"), 3: PartnerName("Lab C", "IT")},
)


def budget(category, amount):
    return BudgetSum(project_id=3, category=category, unit="EUR", basis="budget", amount=D(amount), records=1)


def cost(category, expended):
    return CostSum(project_id=3, category=category, unit="EUR", obligated=None, expended=D(expended), records=1)


def granted(partner, amount):
    return ContributionSum(
        project_id=3,
        partner_id=partner,
        form="cash",
        unit="EUR",
        has_account=False,
        amount=D(amount),
        pledged=None,
        called=None,
        received=None,
        records=1,
    )


def due(partner, pledged, received):
    return DueSum(
        project_id=3,
        partner_id=partner,
        form="in_kind",
        unit="EUR",
        pledged=D(pledged),
        received=received and D(received),
        earliest_due="2025-01",
        records=1,
    )


def late(days):
    return LateSum(project_id=3, partner_id=2, unit="EUR", received=D(40), days=days, records=1)


def award(declared):
    return AwardSum(
        project_id=3, unit="USD", is_major=True, amount=D(1), passed_through=None, declared=declared, records=1
    )


def without(**fields):
    project = replace(PROJECT, **fields)
    return {"project": project, "projects": (project,)}


MEETS = {
    "absorption_low": ({"budget": (budget("", 1200),), "costs": (cost("", 450),)}, "EUR 450.00"),
    "overspend": ({"budget": (budget("", 100),), "costs": (cost("", 150),)}, "150.0\u00a0%"),
    "category_overspend": (
        {"budget": (budget("Travel", 100), budget("Staff", 900)), "costs": (cost("Travel", 150), cost("Staff", 800))},
        "Travel: EUR 150.00 of EUR 100.00",
    ),
    "contribution_short": ({"due": (due(2, 100, 40), due(1, 100, 100))}, "Inst B, in kind: EUR 60.00 of EUR 100.00"),
    "contribution_late": ({"late": (late(91),)}, "91 days late"),
    "milestone_overdue": ({"milestones": (Milestone(code="M3", baseline="2025-03-14"),)}, "M3, due 14 March 2025"),
    "milestone_slip": (
        {
            "milestones": (
                Milestone(code="M2", baseline="2024-01-01", achieved="2024-09-01", delay_reason="staff left"),
            )
        },
        "244 days",
    ),
    "punctuality_low": (
        {"milestones": tuple(Milestone(code=f"M{i}", baseline="2025-05-01", achieved="2025-05-20") for i in range(3))},
        "0 of 3 milestones",
    ),
    "milestone_unverified": ({"milestones": (Milestone(code="M1", status="achieved"),)}, "M1"),
    "deliverable_overdue": (
        {"deliverables": (Deliverable(code="D1", title="Plan", due="2023-06"),)},
        "D1 (Plan), due June 2023",
    ),
    "indicator_behind": ({"indicators": (Indicator(code="I1", target=D(20), actual=D(3)),)}, "3 of 20 (15.0\u00a0%)"),
    "concentration_high": ({"contributions": (granted(1, 890), granted(2, 5), granted(3, 5))}, "9,779.63 points"),
    "single_partner": (
        {"contributions": (granted(1, 600), granted(2, 200), granted(3, 100))},
        "Univ A holds EUR 600.00",
    ),
    "repeat_findings": (
        {"findings": (Finding(code="2024-001", repeat=True, prior_code="2023-004"),)},
        "first as 2023-004",
    ),
    "action_missing": ({"findings": (Finding(id=1, code="2024-001", project_id=3),)}, "2024-001"),
    "questioned_costs": (
        {"findings": (Finding(code="2024-001", questioned_known=D(30000), currency="USD"),)},
        "USD 30,000.00",
    ),
    "findings_count_mismatch": (
        {"awards": (award(D(2)),), "findings": (Finding(code="x", award="A-1", repeat=False),)},
        "2 findings",
    ),
    "status_ended": (without(end="2025-01-31", funding=D(1), total_cost=D(1)), "31 January 2025"),
    "budget_missing": (without(), "Neither budget lines"),
    "funding_mismatch": ({"contributions": (granted(1, 500), granted(2, 390))}, "EUR 10.00 (1.1\u00a0%) lower"),
}
KEYS = sorted(MEETS)


def drafted(key, facts):
    chosen = criteria_sets.load("three_es")
    criterion, settings = next((c, s) for c, s in chosen.criteria if c.key == key)
    return [finding(key, settings, draft, 3) for draft in criterion.check(facts, settings)]


def plain_spaces(text):
    return text.replace("\u00a0", " ")


def test_every_criterion_is_tried_in_this_folder():
    texts = [path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py")]
    tried = {c.key: any(f'"{c.key}"' in text for text in texts) for c in discovery.constants(criteria, "CRITERION")}
    assert [key for key, is_tried in tried.items() if not is_tried] == []


@pytest.mark.parametrize("key", KEYS)
def test_a_criterion_drafts_its_finding_with_criteria_condition_effect_and_figures(key):
    fields, words = MEETS[key]
    (found,) = drafted(key, replace(QUIET, **fields))
    assert plain_spaces(words) in plain_spaces(found.condition)
    assert found.criteria and found.effect and found.title
    assert found.severity in ("high", "medium", "low")
    assert found.criterion == key
    assert len(found.facts) == 64
    assert all(figure.startswith("F3-") for figure in found.figures.split())


@pytest.mark.parametrize("key", KEYS)
def test_a_criterion_is_silent_where_nothing_is_wrong(key):
    assert drafted(key, QUIET) == []


@pytest.mark.parametrize("key", KEYS)
def test_a_finding_gives_no_verdict_and_writes_days_in_words(key):
    (found,) = drafted(key, replace(QUIET, **MEETS[key][0]))
    text = f"{found.title} {found.criteria} {found.condition} {found.cause} {found.effect}".lower()
    assert "complian" not in text
    assert not re.search(r"\d{4}-\d{2}-\d{2}", text)


@pytest.mark.parametrize("key", KEYS)
def test_the_same_facts_give_the_same_digest_on_a_later_day(key):
    facts = replace(QUIET, **MEETS[key][0])
    tomorrow = replace(facts, as_of=date(2025, 7, 1))
    assert [f.facts for f in drafted(key, facts)] == [f.facts for f in drafted(key, tomorrow)]


def test_other_facts_give_another_digest():
    one = drafted("contribution_short", replace(QUIET, due=(due(2, 100, 40),)))
    other = drafted("contribution_short", replace(QUIET, due=(due(2, 100, 41),)))
    assert one[0].facts != other[0].facts


def test_a_cause_comes_from_recorded_reasons_or_stays_open():
    (known,) = drafted("milestone_slip", replace(QUIET, **MEETS["milestone_slip"][0]))
    assert known.cause == "Reasons recorded: M2: staff left."
    (unknown,) = drafted("milestone_overdue", replace(QUIET, **MEETS["milestone_overdue"][0]))
    assert unknown.cause == ""


def test_two_currencies_are_never_added():
    dollars = replace(due(1, 100, 50), unit="USD")
    found = drafted("contribution_short", replace(QUIET, due=(due(2, 100, 40), dollars)))
    assert [plain_spaces(f.effect).startswith(("EUR 60.00", "USD 50.00")) for f in found] == [True, True]


def test_a_critical_milestone_makes_the_finding_grave():
    critical = replace(QUIET, milestones=(Milestone(code="M3", baseline="2025-03-14", critical=True),))
    assert drafted("milestone_overdue", critical)[0].severity == "high"


def test_the_funders_word_that_a_project_is_closed_wins():
    fields = without(end="2025-01-31", funder_status="CLOSED", funding=D(1), total_cost=D(1))
    assert drafted("status_ended", replace(QUIET, **fields)) == []


def test_a_long_list_names_five_and_counts_the_rest():
    many = tuple(Milestone(code=f"M{i}", baseline="2025-03-14") for i in range(8))
    assert "and 3 more" in drafted("milestone_overdue", replace(QUIET, milestones=many))[0].condition


def test_a_corrective_action_answers_by_code_in_its_project_or_from_a_plan_in_a_file_of_its_own():
    found = Finding(id=1, code="2024-001", project_id=3)
    for answer in ({"answered": frozenset({(3, "2024-001")})}, {"answered_anywhere": frozenset({"2024-001"})}):
        assert drafted("action_missing", replace(QUIET, findings=(found,), **answer)) == []
    elsewhere = replace(QUIET, findings=(found,), answered=frozenset({(4, "2024-001")}))
    assert len(drafted("action_missing", elsewhere)) == 1


def test_an_amount_keeps_the_decimals_that_the_books_hold():
    written = [
        money(D(value), "MUA").removeprefix("MUA\u00a0") for value in ("53.375", "3.2550", "107", "0.12345", "1234567")
    ]
    assert written == ["53.375", "3.255", "107.00", "0.1235", "1,234,567.00"]


def test_a_deliverable_due_on_the_day_itself_is_not_counted_among_those_due_before_it():
    two = (Deliverable(code="D1", due="2025-05-31"), Deliverable(code="D2", due="2025-06-30"))
    (found,) = drafted("deliverable_overdue", replace(QUIET, deliverables=two))
    assert "1 deliverable of 1 that had been due before that day" in found.condition


def test_contributions_of_one_partner_in_two_forms_are_missing_from_one_partner():
    both = (due(2, 100, 40), replace(due(2, 100, 50), form="cash"))
    (found,) = drafted("contribution_short", replace(QUIET, due=both))
    assert "from 1 partner of 1 had not been received" in found.condition
