"""Numbered groups whose labels differ: one table, each group read by its own labels."""

from __future__ import annotations

from datetime import date

from collabdesk.intake.grid import Grid
from collabdesk.intake.mapping import understand
from collabdesk.intake.stage import StageOptions, stage
from collabdesk.intake.tables import find_tables

DAY = date(2021, 3, 1)


def group(kind, number, labels, values):
    texts = [f"{kind} MM{number}{' ' + label if label else ''}" for label in labels]
    return [[text, value, value] for text, value in zip(texts, values, strict=True)]


def master(*groups):
    head = [["Project/Programme Name", "Mars", "Venus"], ["IPA ID Number", "M-1", "V-1"], ["Department", "DfT", "DfT"],
            ["Project status", "Live", "Live"], ["Delivery Body", "One", "Two"]]  # fmt: skip
    return Grid("Master", [*head, *(row for one in groups for row in one)])


APPROVAL = ("", "Ver No", "Original Baseline", "Forecast / Actual", "Status")
PROJECT = ("", "CP", "Original Baseline", "Forecast / Actual", "Status")
SWAPPED = ("", "Original Baseline", "Version No", "Forecast / Actual", "Status")


def mixed():
    return master(
        *(group("Approval", n, APPROVAL, (f"Gate {n}", n, DAY, DAY, "Live")) for n in range(1, 5)),
        *(group("Project", n, PROJECT, (f"Step {n}", "Yes", DAY, DAY, "Live")) for n in range(5, 20)),
        group("Approval", 20, SWAPPED, ("Gate 20", "2", DAY, DAY, "Live")),
    )


def milestones(grid):
    table = next(t for t in find_tables(grid)[0] if "milestone" in t.context)
    return table, understand(table, grid)


def test_labels_of_one_place_that_differ_in_meaning_are_columns_of_their_own_groups():
    grid = mixed()
    table, understood = milestones(grid)
    assert len(table.anchors) == 40
    critical = [h for c in understood.columns if c.field == "milestone.critical" for h in [table.headers[c.header]]]
    assert [h.text for h in critical] == ["Project MM# CP"]
    assert len(critical[0].place.only) == 15


def test_a_record_takes_each_field_from_its_own_label():
    grid = mixed()
    table, understood = milestones(grid)
    kept = stage(table, understood, grid, StageOptions())
    by_title = dict(zip(kept.values["milestone.title"], range(kept.records), strict=True))
    flags = kept.values["milestone.critical"]
    assert [flags[by_title[t]] for t in ("Gate 1", "Step 5")] == [None, 1]
    assert kept.values["milestone.baseline"][by_title["Step 5"]] == "2021-03-01"
    assert kept.rows_read == 40


def test_a_group_with_swapped_labels_is_believed_by_its_labels_and_its_cell_is_a_problem():
    grid = mixed()
    table, understood = milestones(grid)
    kept = stage(table, understood, grid, StageOptions())
    at = {p.cell for p in kept.problems if "date" in p.code or "date" in p.text}
    assert {"Master!B102", "Master!C102"} <= at
    last = list(kept.values["milestone.title"]).index("Gate 20")
    assert not kept.values["milestone.baseline"][last]
