"""The demonstration: all of the sample workbooks through the real import, audits and reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from collabdesk.reporting import outline
from collabdesk.reporting.outlining import Outline
from collabdesk.usecases import figures
from collabdesk.usecases.demo import AS_OF, Demo, build_demo
from collabdesk.usecases.provenance import trace
from collabdesk.usecases.reports.composing import Asked, facts_of
from collabdesk.usecases.workspace import Workspace
from translations import pseudo

CONSORTIUM, FACILITY = "101998877", "MRF-CONSTRUCTION"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    return build_demo(tmp_path_factory.mktemp("demo"))


@pytest.fixture
def books(demo: Demo) -> Iterator[Workspace]:
    with Workspace.open(demo.database, person="test") as workspace:
        yield workspace


def test_the_demonstration_ends_with_two_reports(demo):
    assert demo.pdf.read_bytes().startswith(b"%PDF-")
    assert demo.portfolio_pdf.read_bytes().startswith(b"%PDF-")
    assert demo.findings >= 10
    assert demo.recommendations >= 5


def test_no_row_of_a_sample_is_rejected(demo):
    tables = [table for account in demo.accounts for file in account["files"] for table in file["tables"]]
    assert [table["sheet"] for table in tables if table["rows"]["rejected"]] == []


def test_every_project_of_the_samples_is_there_and_no_other(books):
    codes = {project.code for project in books.find("project")}
    assert codes == {CONSORTIUM, FACILITY, "PCN-2301", "PCN-2302", "PCN-2303"}


def test_each_partner_is_there_once(books):
    names = [partner.name for partner in books.find("partner")]
    assert len(names) == len(set(names))
    assert {"Ινστιτούτο Παράκτιας Έρευνας Αιγαίου", "Черноморски център за океански данни"} <= set(names)


def test_the_costs_of_the_consortium_are_those_of_its_workbook_and_one_correction(books):
    project = books.find("project", code=CONSORTIUM)[0]
    where = {"project_id": project.id, "currency": "EUR"}
    spent = {s.key: s.totals["expended"] for s in books.sums("cost", ["expended"], by=["cost_id"], where=where)}
    assert spent.pop((None,)) == Decimal("6097418.06")
    assert list(spent.values()) == [Decimal("-412.60")]


def test_contributions_in_kind_stay_in_their_unit_of_account(books):
    found = books.sums("contribution", ["pledged", "received"], by=["unit_of_account"])
    in_units = next(s for s in found if s.key == ("MUA",))
    assert (in_units.totals["pledged"], in_units.totals["received"]) == (Decimal("450.41"), Decimal("302.509"))


def test_each_contribution_is_in_cash_or_in_kind(books):
    assert {c.form for c in books.find("contribution")} == {"cash", "in_kind"}


def test_a_program_number_keeps_its_zeros(books):
    assert "10.500" in {award.programme_code for award in books.find("award")}


def test_a_printed_figure_leads_back_to_cells_of_the_funders_file(books):
    found = figures.figures(books, CONSORTIUM, AS_OF)
    spent = next(f for f in found if f.value == Decimal("6097005.46"))
    traced = trace(books, spent)
    assert [(s.file, s.sheet, s.records) for s in traced.sources] == [
        ("horizon_europe_consortium.xlsx", "Use of resources", 351),
        ("", "", 1),
    ]
    first = next(cell for cell in traced.cells if cell.cell.endswith("G5"))
    assert first.raw == "82.575,77 €"


def test_building_it_again_gives_the_same_reports_byte_for_byte(demo):
    before = demo.pdf.read_bytes(), demo.portfolio_pdf.read_bytes()
    again = build_demo(demo.database.parent)
    assert (again.pdf.read_bytes(), again.portfolio_pdf.read_bytes()) == before
    with Workspace.open(again.database, person="test") as workspace:
        assert workspace.count("batch") == 3


ALL_SECTIONS = Outline("everything", "Performance audit report", tuple(outline.all_sections()))


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (CONSORTIUM, "performance_audit"), (FACILITY, "partner_statement"), ("PCN-2301", "single_audit_findings"),
        (None, "portfolio_audit"),
    ],
)  # fmt: skip
def test_no_text_of_a_report_would_stay_english(books, monkeypatch, code, kind):
    """All that is neither translated nor brought by a file or a person, by section; dev.py translations has the rest."""
    partner = "Domestic Agency Japan" if kind == "partner_statement" else ""
    asked = Asked(as_of=AS_OF, project_code=code, outline=kind, partner=partner, language="de")
    with pseudo.writing_brackets(monkeypatch):
        content = outline.compose(replace(facts_of(books, asked), own_outline=ALL_SECTIONS))
        assert pseudo.left_in_english(content, pseudo.own_words(books)) == []
