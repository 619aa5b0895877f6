"""Own rates from a file: one step of undo, each led back to its cell."""

from __future__ import annotations

from decimal import Decimal

import pytest

from collabdesk.domain.figures import Basis
from collabdesk.usecases.provenance import sources
from collabdesk.usecases.rates import importing, rate
from collabdesk.usecases.workspace import Workspace
from databases import new_location

TABLE = (
    "base;quote;date;rate;source\nCHF;EUR;01.03.2025;1,0634;Nationalbank\nGBP;EUR;02.03.2025;1,20105;Bank of England\n"
)


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(new_location(tmp_path)) as opened:
        yield opened


def bring(workspace, tmp_path, text=TABLE):
    file = tmp_path / "rates.csv"
    file.write_text(text, "utf-8")
    return importing.keep(workspace, importing.look([file]))


def test_a_table_of_rates_is_kept_and_used(workspace, tmp_path):
    bring(workspace, tmp_path)
    found = rate(workspace, "chf", "eur", "2025-03-01", choice="day")
    assert (f"{found.value:f}".rstrip("0"), found.source) == ("1.0634", "an own rate: Nationalbank")


def test_the_import_is_one_step_of_undo(workspace, tmp_path):
    bring(workspace, tmp_path)
    workspace.undo()
    assert workspace.count("exchange_rate") == 0


def test_importing_again_with_another_value_updates_the_rate(workspace, tmp_path):
    bring(workspace, tmp_path)
    bring(workspace, tmp_path, TABLE.replace("1,0634", "1,0700"))
    assert workspace.count("exchange_rate") == 2
    assert rate(workspace, "CHF", "EUR", "2025-03-01", choice="day").value == Decimal("1.07")


def test_a_kept_rate_leads_back_to_its_cell(workspace, tmp_path):
    bring(workspace, tmp_path)
    (source,) = sources(workspace, Basis("exchange_rate", "rate"))
    assert (source.file, source.cells, source.records) == ("rates.csv", "D2:D3", 2)
