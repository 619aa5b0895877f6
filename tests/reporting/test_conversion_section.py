"""The audit report's sections on conversion and on the sf425."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from collabdesk.domain.figures import Figure
from collabdesk.reporting import content as c
from collabdesk.reporting.sections import conversion, sf425


def figure(key, group, value, note=None, **inputs):
    return Figure(
        f"F3-{key}",
        key,
        None if value is None else Decimal(value),
        "EUR",
        "conversion.sum@CD-3",
        inputs,
        note,
        group=group,
    )


def said(section, data):
    return str([c.plain(block) for block in section.compose(data)]).replace("\\xa0", " ")


def test_each_amount_is_printed_with_rate_date_and_source(full):
    inputs = {"rule pack": "horizon_europe_2021 AGA 2.0", "choice of the rate": "period average",
              "137.59 USD": "100 EUR at 0.7267970056 (average of …, European Central Bank)"}  # fmt: skip
    data = replace(full, figures=(figure("cost-in-own-currency", "conversion", "110", note="open", **inputs),))
    text = said(conversion.SECTION, data)
    for wanted in ("asks for the rate of the period, averaged", "USD 137.59", "EUR 100.00", "0.7267970056 (average of"):
        assert wanted in text


def test_a_sum_without_a_rate_is_named(full):
    data = replace(full, figures=(figure("cost-in-own-currency", "conversion", None, note="7 IUA not converted: why"),))
    assert "7 IUA not converted: why" in said(conversion.SECTION, data)


def test_the_federal_lines_stand_in_their_order(full):
    data = replace(full, figures=tuple(figure(f"{x}.", "sf425", 1) for x in "abc"))
    text = said(sf425.SECTION, data)
    assert text.index("F3-a.") < text.index("F3-b.") < text.index("F3-c.")


def test_without_such_figures_the_sections_are_left_out(full):
    assert list(conversion.SECTION.compose(replace(full, figures=()))) == []
    assert list(sf425.SECTION.compose(replace(full, figures=()))) == []
