"""Kinds of table: what each says of itself holds together, and small tables are taken for what they are."""

from __future__ import annotations

import pytest

from collabdesk.domain.nouns import NOUNS
from collabdesk.intake.canonical import canonical
from collabdesk.intake.grid import Grid
from collabdesk.intake.kind import kinds
from collabdesk.intake.mapping import understand
from collabdesk.intake.tables import find_tables


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.name)
def test_a_kind_names_only_fields_that_there_are(kind):
    named = {field for sign in kind.signs for field in sign} | set(kind.key) | set(kind.typical)
    assert named <= set(canonical())
    assert kind.noun in NOUNS
    assert kind.nouns


# The files of the folder: corrective_actions.py and work_packages.py.
CORRECTIVE_ACTIONS = [
    ["Finding reference number", "Planned corrective action", "Contact person"],
    ["2025-001", "Every instrument gets a tag.", "A. Person"],
    ["2025-002", "Charges are reversed.", "B. Person"],
    ["2025-003", "Reports have a calendar.", "C. Person"],
]
WORK_PACKAGES = [
    ["WP no.", "Work package title", "Lead beneficiary", "Person-months", "Start month", "End month"],
    ["WP1", "Management", "Alpha", 24, 1, 48],
    ["WP2", "Sensors", "Beta", 60, 3, 36],
    ["WP3", "Data", "Gamma", 48, 6, 48],
]


@pytest.mark.parametrize(("name", "rows"), [("corrective_action", CORRECTIVE_ACTIONS), ("work_package", WORK_PACKAGES)])
def test_a_small_table_is_taken_for_its_kind(name, rows):
    grid = Grid("Sheet1", rows)
    tables, _ = find_tables(grid)
    assert len(tables) == 1
    assert understand(tables[0], grid).kind == name
    assert len(tables[0].anchors) == len(rows) - 1
