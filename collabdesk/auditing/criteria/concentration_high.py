"""Contributions concentrated in few partners: a reference, not a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.concentration import amounts_by_partner, units
from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import money, percent
from collabdesk.domain.rules import plain, rounded
from collabdesk.measures.hhi import floor, hhi

_KINDS = (("amount", "funder", "funder's contributions"), ("pledged", "pledged", "pledged contributions"))


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    for field, slug, words in _KINDS:
        for unit, _ in units(facts, field):
            amounts, _nameless = amounts_by_partner(facts, field, unit)
            index = hhi(amounts).value
            if index is None or len(amounts) < settings["partners"]:
                continue
            # Few partners lie above any threshold by arithmetic: what counts is how far above their own floor.
            if index <= settings["index"] or index <= floor(len(amounts)) * settings["times_floor"]:
                continue
            largest, whole = max(amounts), sum(amounts, Decimal(0))
            yield Draft(
                title=f"The {words} are concentrated in few partners",
                criteria=f"As a reference: above {settings['index']} points a market counts as highly concentrated; "
                "this threshold was made for markets and is no verdict on a consortium",
                condition=f"The Herfindahl-Hirschman index of the {words} of {len(amounts)} partners is "
                f"{plain(rounded(index, 'points')):,f} points; equal shares would give "
                f"{plain(rounded(floor(len(amounts)), 'points')):,f}.",
                effect=f"The largest partner holds {money(largest, unit)} of {money(whole, unit)} "
                f"({percent(largest / whole)}); its withdrawal would touch that much of the work.",
                seen=tuple(f"{field} {amount} {unit}" for amount in sorted(amounts)),
                figures=(figure_id(facts, "hhi", slug, unit), figure_id(facts, "gini", slug, unit)),
            )


CRITERION = Criterion(
    "concentration_high", "Concentration of contributions", ("index", "times_floor", "partners"), _check
)
