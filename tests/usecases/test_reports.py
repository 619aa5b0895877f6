"""Reports end to end over a database: compose, print, issue, verify."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.batches import Batch, SourceFile, SourceTable
from collabdesk.domain.contributions import Contribution
from collabdesk.domain.efforts import Effort
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.participations import Participation
from collabdesk.domain.partners import Partner
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.reporting.content import LinesAnnex
from collabdesk.usecases import audits, figures, own_outlines, reports
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database

AS_OF = date(2025, 3, 14)
MAPPING = json.dumps({"contribution.amount": [{"column": 3}]})


@pytest.fixture
def books(tmp_path):
    """One project, two partners, one of the contributions from row 7 of a file, one typed by hand."""
    with Workspace.open(fresh_database(tmp_path), person="Ada") as workspace:
        with workspace.changing("Set up") as step:
            project = step.add(
                Project(
                    code="P-1",
                    acronym="TIDE",
                    title="Tides",
                    currency="EUR",
                    funding=Decimal(300),
                    start="2024-01-01",
                    end="2026-12-31",
                )
            )
            alpha, beta = step.add_many([Partner(name="Alpha", country="NO"), Partner(name="Ωmega", country="EL")])
            step.add_many(
                [Participation(project_id=project.id, partner_id=p.id, role="beneficiary") for p in (alpha, beta)]
            )
            batch = step.add(Batch(label="list.xlsx"))
            sha256 = step.keep_file("list.xlsx", b"not read here")
            known = workspace.find("source_file", sha256=sha256)
            file = known[0] if known else step.add(SourceFile(name="list.xlsx", sha256=sha256, batch_id=batch.id))
            step.add(SourceTable(batch_id=batch.id, table_no=1, file_id=file.id, sheet="Partners", mapping=MAPPING))
            step.add_many([
                Contribution(project_id=project.id, partner_id=alpha.id, amount=Decimal(200), currency="EUR",
                             pledged=Decimal(50), received=Decimal(10), batch_id=batch.id, table_no=1, source_row=7),
                Contribution(project_id=project.id, partner_id=beta.id, amount=Decimal(100), currency="EUR"),
            ])  # fmt: skip
            step.add(
                Milestone(
                    project_id=project.id, code="MS1", title="Start", baseline="2024-02-01", achieved="2024-03-02"
                )
            )
        yield workspace


def issue(workspace, path, **more):
    return reports.issue(workspace, project_code="P-1", as_of=AS_OF, path=path, **more)


def test_a_report_is_composed_from_what_is_on_record(books):
    content = reports.compose(books, project_code="P-1", as_of=AS_OF)
    values = {f.id: f.value for f in content.figures}
    assert values["F1-funding"] == 300
    assert values["F1-delivery"] == Decimal("0.2000")
    annex = next(b for p in content.parts for b in p.blocks if isinstance(b, LinesAnnex))
    assert [row[0] for row in annex.rows] == ["Alpha", "Ωmega"]
    assert [row[-1] for row in annex.rows] == ["Partners, row 7", "typed by hand"]
    assert content.code == ""


def test_composing_keeps_nothing(books):
    before = len(books.history())
    reports.pdf_bytes(reports.compose(books, project_code="P-1", as_of=AS_OF))
    assert len(books.history()) == before


def test_the_same_database_gives_the_same_bytes_twice(books, tmp_path):
    first = issue(books, tmp_path / "a.pdf")
    second = issue(books, tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert first == second
    assert books.count("report") == 1


def test_an_issue_keeps_code_digest_and_frozen_figures_as_one_step_of_undo(books, tmp_path):
    report = issue(books, tmp_path / "a.pdf", issued_at="2025-04-01T08:00:00Z")
    assert report.code == "R-2025-001"
    assert report.issued_at == "2025-04-01T08:00:00Z"
    frozen = {f["id"]: f for f in json.loads(report.figures)}
    assert frozen["F1-delivery"]["value"] == "0.2000"
    assert frozen["F1-delivery"]["rule"] == "contribution.delivery@CD-1"
    books.undo()
    assert books.count("report") == 0


def test_other_content_is_another_report_with_the_next_code(books, tmp_path):
    issue(books, tmp_path / "a.pdf")
    other = reports.issue(books, project_code=None, as_of=AS_OF, path=tmp_path / "b.pdf")
    assert other.code == "R-2025-002"
    assert other.outline == "portfolio_audit"
    assert other.project_id is None


def test_the_preview_of_an_issued_report_carries_its_code(books, tmp_path):
    report = issue(books, tmp_path / "a.pdf")
    content = reports.compose(books, project_code="P-1", as_of=AS_OF)
    assert content.code == report.code
    assert reports.pdf_bytes(content) == (tmp_path / "a.pdf").read_bytes()


def test_accepted_findings_are_printed_and_drafts_only_counted(books):
    audit = audits.plan(books, "P-1", "Tides reviewed", AS_OF)
    drafts = audits.draft_findings(books, audit)
    assert drafts
    accepted = audits.accept_finding(books, drafts[0])
    content = reports.compose(books, project_code="P-1", as_of=AS_OF)
    assert content.title == "Tides reviewed"
    cards = [b for p in content.parts if p.key == "findings" for b in p.blocks]
    assert [card.code for card in cards] == [accepted.code]


def test_a_report_verifies_as_ours_unchanged_and_true(books, tmp_path):
    issue(books, tmp_path / "a.pdf")
    verdict = reports.verify(books, tmp_path / "a.pdf")
    assert (verdict.is_ours, verdict.is_unchanged, verdict.still_true) == (True, True, True)
    assert "unchanged since it was issued" in verdict.sentences[0]


def test_later_data_show_figure_by_figure_what_differs(books, tmp_path):
    issue(books, tmp_path / "a.pdf")
    paid = books.find("contribution")[0]
    with books.changing("Pay") as step:
        step.update(replace(paid, received=Decimal(40)))
    verdict = reports.verify(books, tmp_path / "a.pdf")
    assert verdict.is_unchanged
    assert not verdict.still_true
    found = {d.figure: (d.old, d.new) for d in verdict.differences}
    assert found["F1-delivery"] == ("0.2000 ratio", "0.8000 ratio")
    assert found["F1-received"] == ("10 EUR", "40 EUR")
    assert "F1-funding" not in found
    assert any("0.2000 ratio -> 0.8000 ratio" in s for s in verdict.sentences)


def test_what_no_section_prints_stays_out_of_the_annex_unless_a_finding_cites_it(books, tmp_path):
    with books.changing("Effort") as step:
        step.add(Effort(project_id=1, partner_id=1, person="Ada", days=Decimal(3), month="2024-05"))
    days = next(f for f in figures.figures(books, "P-1", AS_OF) if f.group == "effort")
    assert days.id not in {f.id for f in reports.compose(books, project_code="P-1", as_of=AS_OF).figures}
    audits.accept_finding(books, audits.draft_findings(books, audits.plan(books, "P-1", "Audit", AS_OF))[0])
    with books.changing("Cite") as step:
        (finding,) = books.find("finding", status="issued")
        step.update(replace(finding, figures=f"{finding.figures} {days.id}"))
    report = reports.issue(books, project_code="P-1", as_of=AS_OF, path=tmp_path / "a.pdf")
    assert days.id in {f["id"] for f in json.loads(report.figures)}
    assert reports.verify(books, tmp_path / "a.pdf").differences == ()


def test_a_finding_edited_after_the_issue_shows_though_no_figure_differs(books, tmp_path):
    audit = audits.plan(books, "P-1", "Tides reviewed", AS_OF)
    finding = audits.accept_finding(books, audits.draft_findings(books, audit)[0])
    issue(books, tmp_path / "a.pdf", addressee="General Assembly")
    assert reports.verify(books, tmp_path / "a.pdf").still_true
    audits.edit_finding(books, finding, cause="A strike at the yard")
    verdict = reports.verify(books, tmp_path / "a.pdf")
    assert (verdict.is_unchanged, verdict.still_true, verdict.differences) == (True, False, ())
    assert verdict.chapters == ("Findings",)
    assert verdict.sentences[-1] == "Printed today, these chapters would read otherwise: Findings."


def test_a_changed_file_is_recognised_but_not_taken_for_the_issued_one(books, tmp_path):
    issue(books, tmp_path / "a.pdf")
    forged = tmp_path / "forged.pdf"
    forged.write_bytes((tmp_path / "a.pdf").read_bytes().replace(b"/Count", b"/count", 1))
    verdict = reports.verify(books, forged)
    assert (verdict.is_ours, verdict.is_unchanged) == (True, False)


def test_a_strange_file_is_not_ours(books, tmp_path):
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.4 nothing")
    assert not reports.verify(books, tmp_path / "x.pdf").is_ours
    with pytest.raises(Refused, match="cannot be read"):
        reports.verify(books, tmp_path / "missing.pdf")


@pytest.mark.parametrize(
    ("more", "why"),
    [({"outline": "poem"}, "no report called 'poem'"), ({"audit_id": 99}, "no audit 99"), ({"project_code": "Q"}, "no project 'Q'")],
)  # fmt: skip
def test_what_does_not_exist_is_refused_with_a_sentence(books, more, why):
    with pytest.raises(Refused, match=why):
        reports.compose(books, **{"project_code": "P-1", "as_of": AS_OF, **more})


def test_a_place_that_cannot_be_written_is_refused_and_nothing_is_kept(books, tmp_path):
    with pytest.raises(Refused, match="no folder"):
        issue(books, tmp_path / "nowhere" / "a.pdf")
    with pytest.raises(Refused, match="is a folder"):
        issue(books, tmp_path)
    assert books.count("report") == 0


def test_write_pdf_tells_place_digest_pages_and_hash(books, tmp_path):
    content = reports.compose(books, project_code="P-1", as_of=AS_OF)
    written = reports.write_pdf(content, tmp_path / "a.pdf")
    assert written.path.read_bytes().startswith(b"%PDF")
    assert written.digest == content.digest
    assert written.pages > 5
    assert set(reports.outline_names()) >= {"performance_audit", "portfolio_audit"}


def test_a_signed_report_keeps_the_own_outline_that_it_was_printed_by(books, tmp_path):
    draft = own_outlines.draft_of(books, "performance_audit")
    own_outlines.save(books, replace(draft, title="To the board"), name="Board")
    signed = issue(books, tmp_path / "a.pdf", outline="board")
    reports.review(books, signed.code, by="Bo")
    reports.sign(books, signed.code, by="Ada")
    only = tuple(replace(s, is_on=s.key == "milestones", opening="Quite otherwise.") for s in draft.sections)
    own_outlines.save(books, replace(draft, title="Brief", sections=only), name="Board")
    assert reports.verify(books, tmp_path / "a.pdf").still_true
    assert reports.compose(books, project_code="P-1", as_of=AS_OF, outline="board").kind == "Brief"
    own_outlines.remove(books, "Board")
    assert reports.verify(books, tmp_path / "a.pdf").still_true
    later = reports.supersede(books, signed.code, path=tmp_path / "b.pdf")
    assert set(json.loads(signed.chapters)) < set(json.loads(later.chapters))
    assert reports.verify(books, tmp_path / "b.pdf").still_true


def test_a_record_changed_past_the_program_proves_nothing_any_more(books, tmp_path):
    report = issue(books, tmp_path / "a.pdf")
    raw = sqlite3.connect(books.file)
    raw.execute("UPDATE report SET figures = replace(figures, '300', '400')")
    raw.commit()
    raw.close()
    verdict = reports.verify(books, tmp_path / "a.pdf")
    assert verdict.is_unchanged
    assert not verdict.still_true
    assert any(f"The record of {report.code} in this database was changed past the program" in s
               for s in verdict.sentences)  # fmt: skip
