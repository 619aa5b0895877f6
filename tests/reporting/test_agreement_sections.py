"""What a report says of an agreement: decisions, clauses, rights, data and risks, against a golden text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from agreements import DATA, SENT, TAKEN
from collabdesk.domain.assets import Asset
from collabdesk.domain.clauses import Clause
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.projects import Project
from collabdesk.domain.risks import Risk
from collabdesk.reporting import outline
from collabdesk.reporting.content import Table
from collabdesk.usecases import report_facts
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database, keep

D = Decimal
DAY = date(2026, 6, 30)
GOLDEN = Path(__file__).parent / "golden" / "governance_rights.txt"
# The sections of the folder: governance, clauses, rights, data, risks; the outline is governance_rights.
PARTS = ["governance", "clauses", "rights", "data", "risks", "sources"]


def books(project_id):
    own = {"project_id": project_id}
    return (
        Clause(**own, code="6.3", type="governance", title="Veto <rights>", reference="DESCA 2.1, 6.2.4",
               effective="2024-01-01", review_on="2026-03"),
        Clause(**own, code="8.1", type="ip", title="Ownership"),
        replace(TAKEN, **own, id=None, title="Budget & plan"),
        replace(TAKEN, **own, id=None, code="GA-2", title="Site", body="Board", present=D(9), in_favour=D(7),
                abstained=None, on_agenda=False, minutes_on="2026-06-20"),
        replace(TAKEN, **own, id=None, code="GA-3", title="Cloud", status="vetoed", veto_by="CVD", veto_on="2026-05-12",
                veto_reason="Its costs double", present=None, in_favour=None, against=None, abstained=None),
        Asset(**own, form="background", code="B1", title="Model", owners="NHU", protection="Copyright"),
        Asset(**own, form="result", code="R1", title="Buoy", owners="VMT", access="fair", restriction="patent pending",
              exclusive_until="2027-12-31", produced_on="2025-03-31", deliverable="D3.1"),
        Asset(**own, form="publication", code="P1", title="Waves", published_on="2026-02", embargo_days=D(180),
              licence="CC BY 4.0", repository="Zenodo"),
        Asset(**own, form="publication", code="P2", title="Salt", embargo_days=D(0), licence="CC BY 4.0"),
        replace(DATA, **own, id=None, title="Positions", localisation="NO", duo="GRU XX", export_class="6A001",
                export_list="2021/821, Annex I, 2025", approvals="REC 1", approval_expires="2027-01-31",
                usable_until="2026-03-31"),
        replace(SENT, **own, id=None, recipient="HSR", to_country="US", mechanism="scc", approved_on="2025-11-24",
                expires="2026-05-31", status="approved"),
        replace(SENT, **own, id=None, code="T2", mechanism="", status="done", date="2025-02-10"),
        Deliverable(**own, code="D3.1", title="Prototype", level="PU"),
        Risk(**own, code="1", title="Ship is late", likelihood="high", impact="low", response="Charter"),
    )  # fmt: skip


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    with Workspace.open(fresh_database(tmp_path_factory.mktemp("books")), person="Ada") as workspace:
        (project,) = keep(workspace, Project(code="101", acronym="SEA", title="Sea", currency="EUR",
                                             rule_pack="horizon_europe", signed_on="2023-11-20"))  # fmt: skip
        keep(workspace, *books(project.id))
        yield report_facts.gather(workspace, "101", None, DAY, "governance_rights", "")


def test_governance_and_rights_read_as_agreed(data, readable, update_golden):
    text = readable(outline.compose(data))
    if update_golden:
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")


def test_a_report_on_an_agreement_never_judges(data, readable):
    text = readable(outline.compose(data)).lower()
    assert not [word for word in ("compliant", "compliance", "unlawful", "violat", "breach") if word in text]


def test_each_section_has_its_part_and_only_figures_of_the_agreement(data):
    content = outline.compose(data)
    assert [part.key for part in content.parts] == PARTS
    assert {figure.group for figure in content.figures} == {"governance"}


def test_every_figure_of_the_agreement_stands_in_the_text(data, readable):
    text = readable(outline.compose(data))
    assert [f.id for f in data.figures if f"[{f.id}]" not in text] == []


def test_tables_keep_to_portrait_pages(data):
    tables = [b for part in outline.compose(data).parts for b in part.blocks if isinstance(b, Table)]
    assert max(len(t.columns) for t in tables) <= 8


def test_where_nothing_is_recorded_there_is_no_section(data):
    bare = replace(data, agreement=None, risks=(), figures=())
    assert [part.key for part in outline.compose(bare).parts if part.key != "sources"] == []


def test_without_terms_the_report_says_that_nothing_is_measured(data, readable):
    text = readable(outline.compose(replace(data, agreement=replace(data.agreement, terms=(), model=""))))
    assert "No quorum, majority or days of a veto are stated" in text


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_it_is_written_in_each_language_without_a_fault(data, language, readable):
    assert "SEA" in readable(outline.compose(replace(data, language=language)))
