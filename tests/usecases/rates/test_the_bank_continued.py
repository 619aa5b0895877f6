"""The European Central Bank's own file: a column for each currency, kept as the table that continues the history."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.conversions import NoRate
from collabdesk.domain.figures import Basis
from collabdesk.domain.problems import Refused
from collabdesk.usecases.provenance import sources
from collabdesk.usecases.rates import ecb, importing, rate
from collabdesk.usecases.rates.bank import Bank
from collabdesk.usecases.workspace import Workspace
from databases import new_location

HEAD = "Date,USD,JPY,CYP,GBP,"
LATER = ("2024-04-03,1.0783,163.66,N/A,0.85713,", "2024-04-02,1.0749,162.99,N/A,0.8551,")
KNOWN = ("2024-03-28,9.9999,163.45,N/A,0.85510,", "2024-03-27,1.0816,163.52,N/A,0.85768,")


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    monkeypatch.setattr(ecb, "last_day", lambda: date(2024, 3, 28))
    known = ecb.bounds
    monkeypatch.setattr(ecb, "bounds", lambda c: (b := known(c)) and (b[0], min(b[1], date(2024, 3, 28))))
    monkeypatch.setattr(ecb, "fixed", lambda c, day, of=ecb.fixed: of(c, day) if day <= date(2024, 3, 28) else None)
    with Workspace.open(new_location(tmp_path)) as opened:
        yield opened


def bring(workspace, tmp_path, rows=(*LATER, *KNOWN)):
    file = tmp_path / "eurofxref-hist.csv"
    file.write_text("\n".join([HEAD, *rows, ""]), "utf-8")
    return importing.bring(workspace, file)


def test_only_the_days_after_the_bundled_history_are_kept_and_cells_without_a_fixing_are_none(workspace, tmp_path):
    assert bring(workspace, tmp_path) == 6
    kept = workspace.find("exchange_rate")
    assert {(r.series, r.base, r.quote, r.kind) for r in kept} == {
        ("ECB", "EUR", c, "day") for c in ("USD", "JPY", "GBP")
    }
    assert {r.start for r in kept} == {"2024-04-02", "2024-04-03"}


def test_a_later_day_has_its_fixing_and_the_bundled_ones_stand_as_they_are(workspace, tmp_path):
    assert isinstance(rate(workspace, "EUR", "USD", "2024-04-03", choice="day"), NoRate)
    bring(workspace, tmp_path)
    found = rate(workspace, "EUR", "USD", "2024-04-03", choice="day")
    assert (found.value, found.kind) == (Decimal("1.0783"), "day")
    assert found.source == "European Central Bank, bundled history to 28 March 2024, later days from own table ECB"
    assert rate(workspace, "EUR", "USD", "2024-03-28", choice="day").value == Decimal("1.0811")


def test_a_holiday_between_the_two_takes_the_last_fixing_before(workspace, tmp_path):
    bring(workspace, tmp_path)
    found = rate(workspace, "EUR", "USD", "2024-04-01", choice="day")  # Easter Monday
    assert (found.value, found.first) == (Decimal("1.0811"), "2024-03-28")


def test_an_average_is_of_the_bundled_fixings_and_the_later_ones_together(workspace, tmp_path):
    bring(workspace, tmp_path)
    found = rate(workspace, "EUR", "GBP", "2024-04-02", choice="period_average", period=("2024-03-27", "2024-04-03"))
    assert found.above == (Decimal("0.85768") + Decimal("0.85510") + Decimal("0.8551") + Decimal("0.85713")) / 4
    assert len(found.own_ids) == 2


def test_a_table_of_the_manager_s_own_still_goes_before_the_bank(workspace, tmp_path):
    bring(workspace, tmp_path)
    with workspace.changing("Type") as step:
        line = workspace.find("exchange_rate", quote="USD", start="2024-04-03")[0]
        step.add(type(line)(series="BANK", base="EUR", quote="USD", rate=Decimal("1.1"), start="2024-04-03"))
    assert rate(workspace, "EUR", "USD", "2024-04-03", choice="day").source == "own table BANK"


def test_the_history_tells_how_far_it_reaches_now(workspace, tmp_path):
    bring(workspace, tmp_path)
    assert Bank.of(workspace).last_day() == date(2024, 4, 3)
    assert "to 3 April 2024" in rate(workspace, "EUR", "USD", "2024-05-03", choice="day").reason


def test_each_rate_leads_back_to_its_own_cell(workspace, tmp_path):
    bring(workspace, tmp_path)
    (line,) = workspace.find("exchange_rate", quote="GBP", start="2024-04-02")
    (source,) = sources(workspace, Basis("exchange_rate", "rate", ids=(line.id,)))
    assert (source.file, source.cells) == ("eurofxref-hist.csv", "E3")


def test_a_file_that_holds_nothing_new_is_refused_and_says_how_far_the_history_goes(workspace, tmp_path):
    with pytest.raises(Refused, match="goes to 28 March 2024"):
        bring(workspace, tmp_path, KNOWN)
