"""The room of rates: own tables, the bank's fixings, and a conversion with every step."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel

from collabdesk.domain.exchange_rates import ExchangeRate
from collabdesk.ui.rates.room import RatesRoom


@pytest.fixture
def room(desk, shown):
    return shown(RatesRoom(desk), 1000, 700)


def told(room):
    return " | ".join(shown.text() for shown in room.explain.answer.findChildren(QLabel))


def test_an_amount_is_converted_and_every_step_is_told(room, at_rest):
    room.explain.amount.setText("1.234,50")
    room.explain.day.day = date(2014, 3, 30)
    room.explain.quote.setCurrentText("USD")
    room.explain.convert.click()
    at_rest()
    assert "2,053.37" in told(room)
    assert "this is the last one before" in told(room)
    assert "crossed through the euro" in told(room)


def test_without_a_rate_there_is_no_figure_but_the_reason(room, at_rest):
    room.explain.base.setCurrentText("IUA")
    room.explain.ask()
    at_rest()
    assert "No rate, and so no figure" in told(room)


def test_what_is_no_amount_is_said_at_the_field(room):
    room.explain.amount.setText("lots")
    room.explain.ask()
    assert "lots" in room.explain._amount._hint.text()


def test_the_period_s_days_are_asked_only_for_its_average(room):
    assert not room.explain.first.isVisible()
    room.explain.choice.setCurrentIndex(room.explain.choice.findData("period_average"))
    assert room.explain.first.isVisible()


def test_the_bank_s_fixings_of_a_month_stand_with_their_average(room, at_rest):
    room.enter(part="bank")
    at_rest()
    room.bank.day.day = date(2024, 3, 9)
    room.bank.currency.setCurrentText("GBP")
    at_rest()
    assert room.bank.rows.rowCount() == 20
    assert "Average of 20 fixings: 1 EUR = 0.8552375 GBP." in room.bank.said.text()


def test_own_rates_are_listed_and_a_file_brings_more_as_one_step(room, desk, workspace, tmp_path, at_rest):
    with workspace.changing("Rate") as step:
        step.add(ExchangeRate(base="IUA", quote="EUR", rate=Decimal(1500), kind="agreed"))
    file = tmp_path / "rates.csv"
    file.write_text("base;quote;date;rate\nCHF;EUR;2025-03-01;1,0634\nGBP;EUR;2025-03-01;1,2\n", "utf-8")
    room.bring(file)
    at_rest()
    assert workspace.count("exchange_rate") == 3
    assert room.segments.key == "own"
    workspace.undo()
    assert workspace.count("exchange_rate") == 1


def test_a_file_without_rates_is_refused_with_a_sentence(room, desk, tmp_path, at_rest):
    refusals = []
    desk.failed.connect(refusals.append)
    file = tmp_path / "names.csv"
    file.write_text("colour;shape\nred;round\n", "utf-8")
    room.bring(file)
    at_rest()
    assert "holds no table of rates" in refusals[0]
