"""Contributions: what the funder grants to each partner, and what partners pledged and delivered."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.figures import Figure
from collabdesk.domain.told import told
from collabdesk.reporting.content import Block
from collabdesk.reporting.currencies import by_unit, units_of
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section, chart, detail_table, figure_table, with_unit

_FORMS = ("in cash", "in kind")
_DELIVERY = (("pledged", told("Pledged")), ("received", told("Received")))
_SHARE = (("contribution", told("Contribution")),)


def _compose(data: ReportData) -> Iterator[Block]:
    figures = data.of("contributions")
    if not figures:
        return
    whole = [f for f in figures if not f.detail]
    units = units_of(f for f in whole if f.unit.isupper())
    yield figure_table("Contributions as a whole", whole)
    delivered = data.by_rule("contribution.delivery", detailed=True)
    forms = [f for f in delivered if f.detail in _FORMS]
    for unit, found in by_unit(forms, units):
        yield from chart(
            "forms", with_unit("Delivery in cash and in kind", unit), found, len(found) if len(found) > 1 else 0
        )
        yield detail_table("Delivery in cash and in kind", found, "Form", _DELIVERY, unit, "Delivered")
    for unit, found in by_unit([f for f in delivered if f.detail not in _FORMS], units):
        yield from chart(
            "contributions", with_unit("Delivery of contributions by partner", unit), [*whole, *found], len(found)
        )
        yield detail_table("Delivery by partner", found, "Partner", _DELIVERY, unit, "Delivered")
    yield from _shares(data.by_rule("contribution.share"), units)


def _shares(figures: tuple[Figure, ...], units: tuple[str, ...]) -> Iterator[Block]:
    for unit, found in by_unit(figures, units):
        yield from chart(
            "shares", with_unit("Share of each partner in the funder's contribution", unit), found, len(found)
        )
        yield detail_table("The funder's contribution by partner", found, "Partner", _SHARE, unit, "Share")


SECTION = Section("contributions", "Contributions", _compose, level=2)
