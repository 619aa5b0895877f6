"""The section of the budget in force names its version; where there is none it is left out."""

from dataclasses import replace
from decimal import Decimal

from collabdesk.domain.figures import Figure
from collabdesk.reporting.content import Paragraph, Table
from collabdesk.reporting.sections.budget_versions import SECTION

INPUTS = {"version": "V2", "in force from": "2025-06-01", "approved by": "General Assembly", "amendment": "A1"}


def figure(slug, label, detail="", inputs=INPUTS):
    return Figure(f"F1-{slug}", label, Decimal(100), "EUR", "total.sum@CD-1", inputs, group="budget_versions",
                  detail=detail)  # fmt: skip


def composed(full, *figures):
    return list(SECTION.compose(replace(full, figures=figures)))


def test_the_version_in_force_is_named_with_its_parts(full):
    blocks = composed(
        full, figure("in-force", "Budget in force"), figure("in-force-partner-a", "Budget in force by partner", "A"),
        figure("in-force-category-t", "Budget in force by category", "Travel"),
    )  # fmt: skip
    (said,) = [b for b in blocks if isinstance(b, Paragraph)]
    assert said.text == (
        "The budget in force is version V2, in force from 1 June 2025, approved by General Assembly (amendment A1).",
    )
    captions = [b.caption for b in blocks if isinstance(b, Table)]
    assert captions == ["Budget in force, transfers and funding", "Budget in force by partner, EUR",
                        "Budget in force by category, EUR"]  # fmt: skip


def test_an_imported_budget_needs_no_section_of_its_own(full):
    plain = {"version": "the budget as imported"}
    assert composed(full, figure("in-force", "Budget in force", inputs=plain)) == []
    amended = figure("funding-amended", "Funding as amended", inputs={"as signed": "90"})
    assert len(composed(full, figure("in-force", "Budget in force", inputs=plain), amended)) == 1
