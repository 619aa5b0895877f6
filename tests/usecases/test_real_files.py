"""Every real funder's file at hand goes through look and import without a crash and with a footing account."""

from __future__ import annotations

from decimal import Decimal

import pytest

from collabdesk.usecases.comparison import What, compare
from collabdesk.usecases.imports import accept, account, look_at
from collabdesk.usecases.workspace import Workspace
from databases import new_location
from funders_files import FILES


@pytest.mark.parametrize("path", FILES or [None], ids=lambda p: p.name if p else "absent")
def test_a_real_file_is_kept_whole_and_a_second_import_adds_nothing(path, real_files, tmp_path):
    with Workspace.open(new_location(tmp_path), person="tester") as workspace:
        staged = look_at([path])
        told = account(staged, accept(workspace, staged))["files"][0]
        compared = compare(workspace, staged)
        again = account(staged, accept(workspace, staged))["files"][0]
    assert told["refused"] is None
    assert told["tables"]
    for table, second in zip(told["tables"], again["tables"], strict=True):
        rows = table["rows"]
        assert rows["read"] == rows["accepted"] + rows["set_aside"] + rows["rejected"]
        assert sum(table["outcome"].values()) == rows["accepted"]
        assert second["outcome"]["added"] == 0
        assert second["outcome"]["same"] == rows["accepted"]
        for total in table["totals"].values():
            Decimal(total["sum"])
    assert not compared.figures
    for table in compared.tables.values():
        assert {what for what, count in table.counts.items() if count} <= {What.SAME}
