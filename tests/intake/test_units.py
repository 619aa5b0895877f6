"""The unit that a header states: a factor and a currency, in the words of many languages; a threshold is no unit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from collabdesk.intake.units import unit_of


@pytest.mark.parametrize(
    "header, power, currency",
    [
        ("RDEL (£m)", 6, "GBP"),
        ("Costs in 1,000 EUR", 3, "EUR"),
        ("Částka (1 000 Kč)", 3, "CZK"),
        ("Částka (tis. Kč)", 3, "CZK"),
        ("USD '000", 3, "USD"),
        ("US$000", 3, "USD"),
        ("Support (€000s)", 3, "EUR"),
        ("EUR (000)", 3, "EUR"),
        ("Betrag in T€", 3, "EUR"),
        ("TEUR", 3, "EUR"),
        ("Budget (MEUR)", 6, "EUR"),
        ("Összeg (E Ft)", 3, "HUF"),
        ("Importe (miles de euros)", 3, "EUR"),
        ("Сумма, тыс. руб.", 3, "RUB"),
        ("Обща стойност, млн. лв.", 6, "BGN"),
        ("Ποσό (χιλ. €)", 3, "EUR"),
        ("Bütçe (bin TL)", 3, "TRY"),
        ("Belopp i tusen kronor", 3, ""),
        ("配分額（千円）", 3, "JPY"),
        ("総額（百万円）", 6, "JPY"),
        ("资助金额（万元）", 4, "CNY"),
        ("사업비(백만원)", 6, "KRW"),
        ("Amount in thousands of US dollars", 3, "USD"),
        ("Valor (R$)", 0, "BRL"),
        ("Amount (A$)", 0, "AUD"),
        ("Kwota (zł)", 0, "PLN"),
    ],
)
def test_a_header_states_its_unit(header, power, currency):
    assert unit_of(header) == (Decimal(10) ** power, currency)


@pytest.mark.parametrize(
    "header",
    ["Awards > 50,000 USD", "over 50 000 EUR", "Awards over 1,000,000 USD", "USD e EUR", "Area (ft)", "Rate in %"],
)
def test_a_threshold_or_another_measure_is_no_unit_of_money(header):
    assert unit_of(header)[0] == 1
