"""The section on criteria: the set with its dimensions, what each criterion asks, reservations and the scale."""

from dataclasses import replace
from pathlib import Path

import pytest

from collabdesk.domain.ratings import Rating
from collabdesk.domain.told import told
from collabdesk.reporting import outline
from collabdesk.reporting.content import Table
from collabdesk.reporting.inputs.criteria import AppliedCriteria, AppliedStandard
from collabdesk.reporting.inputs.engagement import Engagement
from collabdesk.reporting.language import t, writing

GOLDEN = Path(__file__).parent / "golden" / "criteria.txt"
APPLIED = AppliedCriteria(
    title="House review", version="2026-11", source="board decision 4/2026",
    dimensions=(("economy", "Costs are low."), ("effectiveness", "")),
    standards=(
        AppliedStandard(title="Milestones overdue", asks="None is more than 0 days overdue.", source="ISSAI 300",
                        dimension="effectiveness"),
        AppliedStandard(title="Costs without evidence", asks="At most 0 lack it.", source="2 CFR 200.403",
                        dimension="economy", is_confirmed=False, is_of_project=True),
        AppliedStandard(title="Relevance", asks="The need is still there.", source="board", dimension="effectiveness",
                        is_judged=True),
    ),
    scale=(("Good", "Nothing to mend."), ("Poor", "Much to mend.")), scale_note="The board's own scale.",
)  # fmt: skip


@pytest.fixture
def data(full):
    return replace(full, criteria=APPLIED)


def section(data):
    return next(part for part in outline.compose(data).parts if part.key == "criteria")


def tables(data):
    return {b.caption: b for b in section(data).blocks if isinstance(b, Table)}


def test_the_section_reads_as_agreed(data, readable, update_golden):
    content = outline.compose(data)
    text = readable(replace(content, parts=(section(data),)))
    if update_golden:
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")


def test_criteria_stand_in_the_order_of_the_dimensions_and_those_that_people_judge_apart(data):
    found = tables(data)
    applied, judged = found["Criteria applied"], found["Criteria judged by the audit's team"]
    assert [row[0][0] for row in applied.rows] == [
        "Economy", "Costs without evidence", "Effectiveness", "Milestones overdue",
    ]  # fmt: skip
    assert applied.strong_rows == (0, 2)
    assert [row[0][0] for row in judged.rows] == ["Effectiveness", "Relevance"]


def test_the_scale_stands_beside_the_ratings_where_there_are_any(data):
    assert "Scale of the ratings" in tables(data)
    rated = replace(data, engagement=Engagement(ratings=(Rating(dimension="economy", rating="Good"),)))
    assert "Scale of the ratings" not in tables(rated)


def test_a_portfolio_says_what_its_audit_did_not_check(data, readable):
    content = outline.compose(replace(data, project=None))
    part = next(p for p in content.parts if p.key == "criteria")
    said = readable(replace(content, parts=(part,)))
    assert "look into the books of a single project: 1·criterion (Costs without evidence)." in said


def test_what_a_set_of_ones_own_says_is_not_translated(data):
    own, bundled = "Milestones overdue", told("Milestones overdue")
    titles = []
    for title in (own, bundled):
        standard = replace(APPLIED.standards[0], title=title)
        spoken = replace(data, criteria=replace(APPLIED, standards=(standard,)), language="de")
        table = next(b for b in section(spoken).blocks if isinstance(b, Table))
        titles.append(table.rows[1][0])
    assert titles[0] == (own,)
    with writing("de"):
        assert titles[1] == (t(own),)


def test_a_long_set_stands_in_an_annex_and_the_body_says_how_long_it_is(data):
    many = tuple(replace(APPLIED.standards[0], title=f"Criterion {number}") for number in range(16))
    content = outline.compose(replace(data, criteria=replace(APPLIED, standards=many)))
    annex = next(part for part in content.parts if part.key == "criteria_applied")
    assert annex.is_annex and len(annex.blocks[0].rows) == 1 + len(many)
    (said,) = (b.text[0] for b in section(replace(data, criteria=replace(APPLIED, standards=many))).blocks
               if getattr(b, "text", ("",))[0].startswith("The annex lists"))  # fmt: skip
    assert "16\u00a0criteria" in said
    assert "criteria_applied" not in [part.key for part in outline.compose(data).parts]
