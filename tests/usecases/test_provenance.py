"""A figure leads back to cells whose raw texts are really there, through edits, later imports and their undoing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from collabdesk.domain.figures import Basis, Figure
from collabdesk.usecases import provenance
from collabdesk.usecases.imports import accept, batches, look_at, revert
from collabdesk.usecases.workspace import Workspace
from databases import new_location

HEADERS = "projectID,projectAcronym,organisationID,name,country,role,ecContribution"
ROWS = (
    'P1,ALPHA,111,Uni One,DE,coordinator,"1.000,50"',
    'P1,ALPHA,222,Lab Two,FR,participant,"500,00"',
    'P2,BETA,111,Uni One,DE,coordinator,"7,25"',
    'P1,ALPHA,333,Works Three,FR,participant,"2,00"',
)
BASIS = Basis("contribution", "amount", where=(("project_id", 1),))
FIGURE = Figure("F1-granted", "Granted", Decimal("1502.5"), "EUR", "sum@test", basis=(BASIS,))


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(new_location(tmp_path), person="tester") as opened:
        yield opened


def take(workspace, path, *rows):
    path.write_text("\n".join((HEADERS, *rows)) + "\n", "utf-8")
    return accept(workspace, look_at([path]))


def test_sources_name_file_cells_and_exact_sum(workspace, tmp_path):
    take(workspace, tmp_path / "grants.csv", *ROWS)
    (source,) = provenance.sources(workspace, BASIS)
    assert (source.file, source.cells, source.records, source.total) == (
        "grants.csv",
        "G2:G3, G5",
        3,
        Decimal("1502.5"),
    )


def test_a_trace_gives_the_raw_texts_of_the_file(workspace, tmp_path):
    take(workspace, tmp_path / "grants.csv", *ROWS)
    trace = provenance.trace(workspace, FIGURE)
    assert [(c.cell, c.raw) for c in trace.cells] == [("G2", "1.000,50"), ("G3", "500,00"), ("G5", "2,00")]
    assert trace.edits == ()


def test_a_typed_value_has_no_cell_and_its_edit_is_told(workspace, tmp_path):
    take(workspace, tmp_path / "grants.csv", *ROWS)
    first = workspace.find("contribution")[0]
    with workspace.changing("Correct the grant") as step:
        step.update(replace(first, amount=Decimal(900)))
    trace = provenance.trace(workspace, FIGURE)
    assert {s.file: s.records for s in trace.sources} == {"": 1, "grants.csv": 2}
    assert [(e.old, e.new) for e in trace.edits] == [(Decimal("1000.5"), Decimal(900))]
    typed = next(source for source in provenance.sources(workspace, BASIS) if not source.file)
    assert [(e.person, e.old, e.new) for e in typed.edits] == [("tester", "1000.5", "900")]
    workspace.undo()
    assert [s.cells for s in provenance.sources(workspace, BASIS)] == ["G2:G3, G5"]


def test_a_later_import_is_the_source_of_what_it_changed(workspace, tmp_path):
    take(workspace, tmp_path / "grants.csv", *ROWS)
    take(workspace, tmp_path / "amended.csv", ROWS[2], ROWS[0].replace("1.000,50", "1.100,00"))
    assert {s.file: s.cells for s in provenance.sources(workspace, BASIS)} == {
        "grants.csv": "G3, G5",
        "amended.csv": "G3",
    }
    revert(workspace, batches(workspace)[0].id)
    assert {s.file: s.cells for s in provenance.sources(workspace, BASIS)} == {"grants.csv": "G2:G3, G5"}


def test_of_two_files_in_one_go_that_of_the_last_change_is_the_source(workspace, tmp_path):
    take(workspace, tmp_path / "grants.csv", *ROWS)
    may, june = tmp_path / "may.csv", tmp_path / "june.csv"
    may.write_text("\n".join((HEADERS, ROWS[1].replace("500,00", "600,00"), ROWS[0].replace("1.000,50", "7,00"))))
    june.write_text("\n".join((HEADERS, ROWS[2], ROWS[3], ROWS[0].replace("1.000,50", "9,00").replace("DE", "AT"))))
    accept(workspace, look_at([may, june]))
    assert {s.file: s.cells for s in provenance.sources(workspace, BASIS)} == {
        "may.csv": "G2",
        "june.csv": "G4",
        "grants.csv": "G5",
    }
    take(workspace, tmp_path / "july.csv", ROWS[0].replace("1.000,50", "10,00"), *ROWS[1:])
    workspace.undo()
    assert {c.cell: c.raw for c in provenance.trace(workspace, FIGURE).cells} == {
        "G2": "600,00",
        "G4": "9,00",
        "G5": "2,00",
    }


def test_an_import_that_was_taken_back_is_no_source_though_it_said_the_same(workspace, tmp_path):
    take(workspace, tmp_path / "grants.csv", *ROWS)
    second = take(workspace, tmp_path / "second.csv", ROWS[0].replace("1.000,50", "8,00"), *ROWS[1:])
    third = take(workspace, tmp_path / "third.csv", *ROWS)
    with workspace.changing("Correct the form") as step:
        step.update(replace(workspace.find("contribution")[0], title="first part"))
    revert(workspace, third.batch_id)
    revert(workspace, second.batch_id)
    assert {s.file: s.cells for s in provenance.sources(workspace, BASIS)} == {"grants.csv": "G2:G3, G5"}


def test_counts_rest_on_the_cells_that_name_the_records(workspace, tmp_path):
    take(workspace, tmp_path / "grants.csv", *ROWS)
    (source,) = provenance.sources(workspace, Basis("participation", "id", where=(("project_id", 2),)))
    assert (source.cells, source.records, source.total) == ("F4", 1, None)


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ([(5, 3), (6, 3), (7, 3), (9, 3)], "C5:C7, C9"),
        ([(4, 2), (4, 3), (4, 4), (4, 9)], "B4:D4, I4"),
        ([(1, 1)], "A1"),
        ([(1, 1), (2, 1), (1, 2), (2, 2)], "A1:A2, B1:B2"),
        ([], ""),
    ],
)
def test_cells_are_joined_to_runs(cells, text):
    assert provenance.runs(cells) == text


def test_a_partner_is_traced_to_the_cell_that_names_it(workspace, tmp_path):
    take(workspace, tmp_path / "grants.csv", *ROWS)
    counted = Figure("F1-partners", "Partners", Decimal(3), "count", "count@test",
                     basis=(Basis("participation", "partner_id", where=(("project_id", 1),)),))  # fmt: skip
    assert [(c.cell, c.raw) for c in provenance.trace(workspace, counted).cells] == [
        ("D2", "Uni One"), ("D3", "Lab Two"), ("D5", "Works Three"),
    ]  # fmt: skip
