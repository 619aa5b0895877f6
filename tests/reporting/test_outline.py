"""Reports as text: the whole of one against a golden file, and the edges of every section."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from collabdesk.domain.projects import Project
from collabdesk.reporting import outline
from collabdesk.reporting.content import Cite, FindingCard, Paragraph, Table

GOLDEN = Path(__file__).parent / "golden"


def part(content, key):
    return next(p for p in content.parts if p.key == key)


def test_the_performance_audit_reads_as_agreed(full, readable, update_golden):
    golden = GOLDEN / "performance_audit.txt"
    text = readable(outline.compose(full))
    if update_golden:
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def test_the_portfolio_audit_lists_projects_instead_of_lines(full, readable, update_golden):
    golden = GOLDEN / "portfolio_audit.txt"
    projects = (Project(id=1, code="1", acronym="A", title="First", funding=Decimal(7), currency="EUR"),)
    data = replace(full, project=None, audit=None, projects=projects, outline="portfolio_audit", lines=())
    text = readable(outline.compose(data))
    if update_golden:
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")
    assert "lines" not in [p.key for p in outline.compose(data).parts]
    assert part(outline.compose(data), "project_list")


def test_rules_behind_the_figures_are_an_annex_of_those_that_were_used(full):
    rules = part(outline.compose(full), "rules_behind")
    (table,) = rules.blocks
    assert rules.is_annex
    assert {row[0][0] for row in table.rows} == {f.rule for f in full.figures} & {r.code for r in full.rules}


def test_every_outline_names_only_sections_that_there_are():
    known = outline.all_sections()
    for one in outline.all_outlines().values():
        assert not set(one.sections) - known.keys()
        assert len(set(one.sections)) == len(one.sections)


def test_a_project_with_nothing_recorded_still_gives_a_report(empty, readable):
    content = outline.compose(empty)
    assert [p.key for p in content.parts] == [
        "summary", "background", "objectives", "criteria", "methodology", "results", "findings", "recommendations",
        "limitations", "sign_off",
    ]  # fmt: skip
    assert "No performance figure can be computed" in readable(content)


SECTIONS = (
    "summary", "background", "objectives", "criteria", "methodology", "results", "budget", "earned_value",
    "contributions", "pledges", "concentration", "balance", "plan", "milestones", "deliverables", "indicators",
    "awards", "findings", "recommendations",
    "follow_up", "limitations", "sign_off", "sources", "lines",
)  # fmt: skip


@pytest.mark.parametrize("key", SECTIONS)
def test_each_section_has_something_to_say_of_a_full_project(full, key):
    assert part(outline.compose(full), key).blocks


def test_every_figure_stands_in_the_text_with_its_code(full, readable):
    text = readable(outline.compose(full))
    for figure in full.figures:
        assert f"[{figure.id}]" in text


def test_what_cannot_be_computed_is_na_and_stands_among_the_limitations(full):
    table = next(b for b in part(outline.compose(full), "limitations").blocks if isinstance(b, Table))
    assert table.rows == (
        (("Cost performance index",), ("no actual cost is recorded",), (Cite("F3-cpi"),)),
        (("Earned value, WP1 Observing and 1\u00a0more figure",), ("not measured: WP1",), (Cite("F3-ev-wp1"),)),
    )


def test_drafts_and_dismissed_findings_are_named_but_not_printed_as_findings(full, readable):
    text = readable(outline.compose(full))
    assert "1·draft finding that was not decided on" in text
    assert "Few partners | by design" in text
    cards = [b for b in part(outline.compose(full), "findings").blocks if isinstance(b, FindingCard)]
    assert [card.code for card in cards] == ["2025-001"]


def test_a_finding_without_a_cause_says_so(full):
    card = next(b for b in part(outline.compose(full), "findings").blocks if isinstance(b, FindingCard))
    assert dict(card.elements)["Cause"] == ("Not established from the records.",)


def test_two_currencies_never_share_a_table(full):
    dollars = tuple(
        replace(f, id=f"{f.id}-usd", unit="USD" if f.unit == "EUR" else f.unit)
        for f in full.figures
        if f.group == "contributions"
    )
    content = outline.compose(replace(full, figures=(*full.figures, *dollars)))
    tables = [
        b for b in part(content, "contributions").blocks if isinstance(b, Table) and b.caption == "Delivery by partner"
    ]
    assert [t.columns[1].title for t in tables] == ["Pledged, EUR", "Pledged, USD"]
    assert all(len(t.rows) == 5 for t in tables)


def test_a_long_table_ends_with_where_the_rest_is(full):
    many = tuple(replace(full.figures[0], id=f"F3-{i}", label=f"Total {i}") for i in range(45))
    content = outline.compose(replace(full, figures=many))
    table = next(b for b in part(content, "results").blocks if isinstance(b, Table))
    assert len(table.rows) == 40
    assert table.note == "The first 40 of 45 rows; all of them stand in the annex of sources."


def test_characters_that_no_font_has_are_named(full):
    data = replace(full, project=replace(full.project, title="Sea \U0001f30a watch"))
    last = part(outline.compose(data), "limitations").blocks[-1]
    assert isinstance(last, Paragraph)
    assert "U+1F30A water wave" in str(last.text[0])


def test_the_digest_is_of_the_content_not_of_the_issue(full):
    content = outline.compose(full)
    assert replace(content, code="R-2025-009", issued_at="2026-01-01T00:00:00Z").digest == content.digest
    other = replace(full, figures=(replace(full.figures[0], value=Decimal(1)), *full.figures[1:]))
    assert outline.compose(other).digest != content.digest


def test_an_unknown_outline_is_an_error(full):
    with pytest.raises(KeyError):
        outline.compose(replace(full, outline="poem"))
