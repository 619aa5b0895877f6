"""Accepting does exactly what the comparison said, whatever was decided, and can be taken back whole."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from books import books
from collabdesk.domain.dates import today
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.usecases import figures
from collabdesk.usecases.comparison import What, compare
from collabdesk.usecases.decisions import Decisions
from collabdesk.usecases.imports import accept, account, revert
from collabdesk.usecases.workspace import Workspace
from databases import new_location
from staged_tables import Row, a_look, a_table

_TABLE = (0, 0)
_rows = st.lists(
    st.builds(
        lambda project, partner, country, amount: {
            "project.code": project,
            "partner.name": partner,
            "partner.country": country,
            "contribution.amount": None if amount is None else amount * 10_000,
        },
        st.sampled_from(["P1", "P2", "P3"]),
        st.sampled_from(["Uni One", "Lab Two", "SME Three"]),
        st.sampled_from(["", "DE", "FR"]),
        st.none() | st.integers(0, 3),
    ),
    max_size=9,
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(new_location(tmp_path), person="Ada") as opened:
        yield opened


def all_figures(workspace: Workspace) -> dict[str, Decimal | None]:
    """Every figure of the portfolio and of each project."""
    codes = [None, *(p.code for p in workspace.find("project") if isinstance(p, Project))]
    return {f.id: f.value for code in codes for f in figures.figures(workspace, code, today())}


@settings(max_examples=12)
@given(_rows, _rows, st.sets(st.integers(0, 8)), st.data())
def test_accepting_gives_what_the_comparison_said(
    before: list[Row], after: list[Row], left_out: set[int], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as name, Workspace.open(new_location(Path(name)), person="Ada") as workspace:
        folder = Path(name)
        accept(workspace, a_look(folder, "list 1.xlsx", a_table(before, kind="contribution")))
        staged = a_look(folder, "list 2.xlsx", a_table(after))
        gone = compare(workspace, staged).tables[_TABLE].gone
        removed = data.draw(st.sets(st.sampled_from([(g.noun, g.id) for g in gone if not g.why_kept]))) if gone else ()
        decisions = Decisions(left_out={_TABLE: {i for i in left_out if i < len(after)}}, removed=set(removed))
        was, said = books(workspace), compare(workspace, staged, decisions=decisions)
        assert books(workspace) == was
        table = said.tables[_TABLE]
        rows = {row.index: row for what in What for row in table.rows(what)}
        told = [[(c.field, c.new, c.new_cell) for c in row.changes] for row in rows.values()]
        assert sum(len(table.rows(what)) for what in What) == len(rows) == len(after)
        assert {what: len(table.rows(what)) for what in What if what != What.GONE} | {What.GONE: len(table.gone)} \
            == table.counts  # fmt: skip
        old = all_figures(workspace)
        accepted = accept(workspace, staged, decisions=decisions)
        kept = accepted.of(staged.tables[0])
        assert kept is not None and kept.outcome == table.outcome and sum(kept.outcome.values()) == len(after)
        assert [rows[i].record_id for i in sorted(rows) if rows[i].record_id] \
            == [n for n, o in zip(kept.ids, kept.outcomes, strict=True) if o in ("same", "updated")]  # fmt: skip
        assert all(workspace.get(noun, number) is None for noun, number in decisions.removed)
        new = all_figures(workspace)
        shown = {f.id: (f.old, f.new) for f in said.figures}
        assert all((old.get(i), new.get(i)) == pair for i, pair in shown.items())
        assert {i for i in old.keys() | new.keys() if i.startswith("F0-") and old.get(i) != new.get(i)} <= shown.keys()
        again = {row.index: row for what in What for row in table.rows(what)}
        assert [[(c.field, c.new, c.new_cell) for c in row.changes] for row in again.values()] == told
        revert(workspace, accepted.batch_id)
        assert books(workspace) == was
        workspace.undo()
        workspace.undo()
        assert books(workspace) == was


def contribution(project: str, partner: str, amount: int) -> Row:
    return {"project.code": project, "partner.name": partner, "contribution.amount": amount * 10_000}


ROWS = (contribution("P1", "Uni One", 100), contribution("P1", "Lab Two", 200), contribution("P2", "Uni One", 300))


@pytest.fixture
def kept(workspace: Workspace, tmp_path: Path) -> Workspace:
    accept(workspace, a_look(tmp_path, "list 1.xlsx", a_table(ROWS)))
    return workspace


def test_a_row_left_out_is_in_the_account_with_its_reason(kept: Workspace, tmp_path: Path) -> None:
    staged = a_look(tmp_path, "list 2.xlsx", a_table([contribution("P1", "Uni One", 150), *ROWS[1:]]))
    accepted = accept(kept, staged, decisions=Decisions(left_out={_TABLE: {0}}))
    told = account(staged, accepted)["files"][0]["tables"][0]
    assert told["outcome"] == {"added": 0, "updated": 0, "same": 2, "skipped": 1}
    assert told["left_out"] == [{"row": 2, "why": "left out by hand"}]
    assert sum(told["outcome"].values()) == told["rows"]["accepted"]
    assert kept.find("contribution", id=1)[0].amount == Decimal(100)  # type: ignore[attr-defined]


def test_a_removal_is_part_of_the_imports_one_step(kept: Workspace, tmp_path: Path) -> None:
    was = books(kept)
    staged = a_look(tmp_path, "list 2.xlsx", a_table(ROWS[:2]))
    accept(kept, staged, decisions=Decisions(removed={("contribution", 3)}))
    assert kept.count("contribution") == 2
    kept.undo()
    assert books(kept) == was


def test_reverting_days_later_brings_back_what_was_removed_as_it_was(kept: Workspace, tmp_path: Path) -> None:
    was = books(kept)
    staged = a_look(tmp_path, "list 2.xlsx", a_table(ROWS[:2]))
    batch = accept(kept, staged, decisions=Decisions(removed={("contribution", 3)})).batch_id
    with kept.changing("Add a project") as step:
        step.add(Project(code="P9"))
    revert(kept, batch)
    assert books(kept)["contribution"] == was["contribution"] and not kept.verify_journal()


def test_a_revert_is_refused_when_what_a_removed_record_belonged_to_is_gone(kept: Workspace, tmp_path: Path) -> None:
    staged = a_look(tmp_path, "list 2.xlsx", a_table(ROWS[:2]))
    batch = accept(kept, staged, decisions=Decisions(removed={("contribution", 3)})).batch_id
    with kept.changing("Delete a project") as step:
        for noun in ("participation", "project"):
            for record in kept.find(noun, **({"code": "P2"} if noun == "project" else {"project_id": 2})):
                step.delete(record)
    with pytest.raises(Refused, match="1 contribution that it removed belonged to a project that is not there"):
        revert(kept, batch)


def test_what_is_not_there_any_more_cannot_be_removed(kept: Workspace, tmp_path: Path) -> None:
    staged = a_look(tmp_path, "list 2.xlsx", a_table(ROWS))
    with pytest.raises(Refused, match="not there any more"):
        accept(kept, staged, decisions=Decisions(removed={("contribution", 77)}))
    assert kept.count("batch") == 1


def test_a_record_goes_with_what_its_row_gave_beside_it(workspace: Workspace, tmp_path: Path) -> None:
    def row(partner: str) -> dict[str, Any]:
        return {**contribution("P1", partner, 5), "participation.role": "partner"}

    accept(workspace, a_look(tmp_path, "a 1.xlsx", a_table([row("A"), row("B"), row("C")], kind="participation")))
    staged = a_look(tmp_path, "a 2.xlsx", a_table([row("A"), row("B")], kind="participation"))
    (gone,) = compare(workspace, staged).tables[_TABLE].gone
    assert (gone.noun, gone.why_kept) == ("participation", "")
    accept(workspace, staged, decisions=Decisions(removed={(gone.noun, gone.id)}))
    assert [workspace.count(noun) for noun in ("participation", "contribution", "partner")] == [2, 2, 3]
