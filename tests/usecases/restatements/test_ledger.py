"""Later data change a signed report's figures: the ledger lists them with old, new and cause, and the report stands."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.contributions import Contribution
from collabdesk.domain.partners import Partner
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.usecases import reports, restatements
from collabdesk.usecases.imports import LookOptions, accept, look_at
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database, keep

AS_OF = date(2025, 3, 14)
LIST = "Grant number,Project acronym,EU contribution\nP-1,TIDE,{funding}\n"


@pytest.fixture(scope="module")
def signed_once(tmp_path_factory):
    """Books with a signed report of a project whose funding came from a file; made once."""
    folder = tmp_path_factory.mktemp("signed")
    with Workspace.open(fresh_database(folder), person="Ada") as workspace:
        read(workspace, folder, "300000.00")
        keep(
            workspace,
            Partner(name="Alpha"),
            Contribution(project_id=1, partner_id=1, pledged=Decimal(50), received=Decimal(10), currency="EUR"),
            Project(code="P-2", acronym="ELSE", funding=Decimal(7), currency="EUR"),
        )
        report = reports.issue(workspace, project_code="P-1", as_of=AS_OF, path=folder / "a.pdf")
        reports.review(workspace, report.code, by="Bo")
        reports.sign(workspace, report.code, by="Ada")
    return folder


@pytest.fixture
def books(signed_once, tmp_path):
    for name in ("books.db", "a.pdf"):
        shutil.copyfile(signed_once / name, tmp_path / name)
    with Workspace.open(tmp_path / "books.db", person="Ada") as workspace:
        yield workspace


def read(workspace, folder, funding):
    file = folder / f"list {funding}.csv"
    file.write_text(LIST.format(funding=funding))
    return accept(workspace, look_at([file], LookOptions(currency="EUR")))


def pay(books, amount):
    with books.changing("Correct the receipt") as step:
        step.update(replace(books.get("contribution", 1), received=Decimal(amount)))


def standing(books):
    return {r.figure: (r.old, r.new) for r in books.find("restatement", note="")}


def test_a_signed_report_survives_the_import_of_a_changed_file_with_an_entry(books, tmp_path):
    (report,) = books.find("report")
    printed = (tmp_path / "a.pdf").read_bytes()
    read(books, tmp_path, "450000.00")
    assert reports.kept_bytes(books, report) == printed
    (entry,) = [r for r in books.find("restatement") if r.figure == "F1-funding"]
    assert (entry.report, entry.old, entry.new) == ("R-2025-001", "300000 EUR", "450000 EUR")
    assert entry.cause.startswith("Import list 450000.00.csv (")
    assert books.get("report", report.id) == report


def test_a_second_look_records_nothing_new_and_costs_no_figures(books, tmp_path, monkeypatch):
    pay(books, 40)
    assert restatements.notice(books).id
    before = books.last_change
    monkeypatch.setattr("collabdesk.usecases.restatements.ledger.figures_now", None)
    assert not restatements.notice(books).id
    assert books.last_change == before


def test_a_change_of_another_project_is_not_even_computed(books, tmp_path, monkeypatch):
    monkeypatch.setattr("collabdesk.usecases.restatements.ledger.figures_now", None)
    with books.changing("Other") as step:
        step.update(replace(books.find("project", code="P-2")[0], funding=Decimal(8)))
    assert not restatements.notice(books).id


def test_an_entry_ends_when_the_figure_is_as_it_was_signed(books, tmp_path):
    (report,) = books.find("report")
    pay(books, 40)
    restatements.notice(books)
    assert standing(books)["F1-received"] == ("10 EUR", "40 EUR")
    books.undo()
    restatements.notice(books)
    assert standing(books) == {}
    assert {r.note.split(",")[0] for r in restatements.of_report(books, report)} == {"As in the report again"}


def test_an_entry_that_changes_again_is_followed_by_another(books, tmp_path):
    pay(books, 40)
    restatements.notice(books)
    pay(books, 45)
    restatements.notice(books)
    assert standing(books)["F1-received"] == ("10 EUR", "45 EUR")
    assert books.count("restatement", figure="F1-received") == 2


def test_noticing_is_no_step_of_undo(books, tmp_path):
    pay(books, 40)
    restatements.notice(books)
    assert books.undo_label == "Correct the receipt"


def test_a_draft_is_never_restated(books, tmp_path):
    reports.issue(books, project_code="P-2", as_of=AS_OF, path=tmp_path / "b.pdf")
    with books.changing("Other") as step:
        step.update(replace(books.find("project", code="P-2")[0], funding=Decimal(8)))
    restatements.notice(books)
    assert books.count("restatement") == 0


def test_the_report_that_takes_its_place_says_what_is_restated_and_why(books, tmp_path):
    pay(books, 40)
    restatements.notice(books)
    (late,) = restatements.out_of_date(books)
    assert late.report.code == "R-2025-001"
    later = reports.supersede(books, "R-2025-001", path=tmp_path / "b.pdf")
    assert (later.supersedes, later.status) == ("R-2025-001", "draft")
    content = reports.compose(books, project_code="P-1", as_of=AS_OF, supersedes="R-2025-001")
    assert [p.key for p in content.parts][:2] == ["summary", "restatements"]
    (table,) = [b for p in content.parts if p.key == "restatements" for b in p.blocks if hasattr(b, "rows")]
    rows = {row[0][0]: [str(cell[0]) for cell in row[1:4]] for row in table.rows}
    assert rows["Contributions received"][0:2] == ["EUR\xa010.00", "EUR\xa040.00"]
    assert rows["Contributions received"][2] == "1"
    (changes,) = [b for p in content.parts if p.key == "restatements" for b in p.blocks if hasattr(b, "items")]
    assert [(term, said[0].partition(" (")[0]) for term, said in changes.items] == [("Change 1", "Correct the receipt")]
    reports.review(books, later.code, by="Bo")
    reports.sign(books, later.code, by="Ada")
    assert [r.status for r in books.find("report")] == ["superseded", "signed"]
    assert restatements.out_of_date(books) == []
    assert {r.note for r in books.find("restatement")} == {"Restated in R-2025-002."}
    verdict = reports.verify(books, tmp_path / "a.pdf")
    assert (verdict.is_unchanged, verdict.still_true) == (True, False)
    assert "It was superseded by R-2025-002." in verdict.sentences
    assert reports.verify(books, tmp_path / "b.pdf").still_true


def test_only_a_signed_report_is_superseded(books, tmp_path):
    draft = reports.supersede(books, "R-2025-001", path=tmp_path / "b.pdf")
    with pytest.raises(Refused, match=f"{draft.code} is draft"):
        reports.supersede(books, draft.code, path=tmp_path / "b.pdf")


def test_a_database_that_is_only_read_is_left_as_it_is(books, tmp_path):
    pay(books, 40)
    place = books.location
    books.close()
    with Workspace.open(place, read_only=True) as reader:
        assert not restatements.notice(reader).id
