"""Tables are found in sheets composed at random: a sample of each family, with the same seeds each time.

The words come from the vocabularies and change with them, so a sheet in twenty may fail. To measure more of them, and
to see which go wrong: python tests/synthetic/measure.py 1000
"""

from __future__ import annotations

import pytest

from collabdesk.intake.tables import find_tables
from synthetic.judging import faults, sheet_of
from synthetic.sheets import FAMILIES

SAMPLE, MAY_FAIL = 20, 1


@pytest.mark.parametrize("family", FAMILIES)
def test_nearly_every_made_up_sheet_is_read_as_an_expert_would(family):
    found = {seed: faults(sheet_of(family, seed)) for seed in range(SAMPLE)}
    wrong = {seed: said for seed, said in found.items() if any(not s.startswith("kind") for s in said)}
    assert len(wrong) <= MAY_FAIL, wrong


@pytest.mark.parametrize("family", FAMILIES)
def test_every_filled_row_of_a_table_is_a_record_or_set_aside(family):
    for seed in range(SAMPLE // 3):
        grid = sheet_of(family, seed).grid
        for table in find_tables(grid)[0]:
            if table.layout != "rows":
                continue
            listed = {r for r, _ in table.anchors} | {s.row for s in table.set_aside}
            assert len(listed) == len(table.anchors) + len(table.set_aside)
            columns = [h.place.column for h in table.headers]
            within = range(table.first_row, table.last_row + 1)
            filled = {r for r in within if any(grid.at(r, c) is not None for c in columns)}
            assert filled <= listed, (family, seed, filled - listed)
