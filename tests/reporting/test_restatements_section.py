"""What a superseding report says of the figures that are others now."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from collabdesk.domain.figures import Figure
from collabdesk.reporting import outline
from collabdesk.reporting.inputs.restated import Restated, RestatedFigure
from collabdesk.reporting.sections.restatements import SECTION

GOLDEN = Path(__file__).parent / "golden" / "restatements.txt"


def restated(*figures, as_of="2025-03-14"):
    return Restated(code="R-2025-001", as_of=as_of, signed_by="A. Revisor", signed_at="2025-04-02", figures=figures)


def figure(slug, value, unit="EUR", detail=""):
    known = None if value is None else Decimal(value)
    return Figure(f"F3-{slug}", slug.capitalize(), known, unit, "total.sum@CD-1", detail=detail)


def test_each_restated_figure_stands_with_old_new_and_cause(full, readable, update_golden):
    found = (
        RestatedFigure(figure("received", "10"), figure("received", "40"), "Import costs.xlsx (12 March 2026, Ada)"),
        RestatedFigure(figure("cpi", None, "ratio"), figure("cpi", "0.8", "ratio"), "Correct a cost (1 May 2026, Bo)"),
        RestatedFigure(figure("delivery", "0.5", "ratio", "Alpha"), None, "Remove Alpha (2 May 2026, Bo)"),
    )
    content = outline.compose(replace(full, restated=restated(*found, as_of="2024-12-31")))
    text = readable(replace(content, parts=tuple(p for p in content.parts if p.key == "restatements"), figures=()))
    if update_golden:
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")
    assert [p.key for p in content.parts][:2] == ["summary", "restatements"]


def test_a_superseding_report_with_the_same_figures_says_so(full):
    said = [str(b.text[0]) for b in SECTION.compose(replace(full, restated=restated()))]
    assert said[-1] == "None of its figures is another one now."


def test_a_report_that_supersedes_nothing_has_no_such_chapter(full):
    assert list(SECTION.compose(full)) == []
