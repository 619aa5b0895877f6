"""Contributions concentrated in few partners: a reference, not a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.concentration import amounts_by_partner, units
from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import money, number, percent
from collabdesk.domain.rules import rounded
from collabdesk.domain.told import told
from collabdesk.measures.hhi import floor, hhi

_KINDS = (
    ("amount", "funder", told("funder's contributions")),
    ("pledged", "pledged", told("pledged contributions")),
)


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
                title=told("The {contributions} are concentrated in few partners", contributions=words),
                criteria=told(
                    "As a reference: above {index} points a market counts as highly concentrated; this threshold was "
                    "made for markets and is no verdict on a consortium",
                    index=number(settings["index"]),
                ),
                condition=told(
                    "The Herfindahl-Hirschman index of the {contributions} of {partners} partners is {index} points; "
                    "equal shares would give {floor}.",
                    contributions=words,
                    partners=number(len(amounts)),
                    index=number(rounded(index, "points")),
                    floor=number(rounded(floor(len(amounts)), "points")),
                ),
                effect=told(
                    "The largest partner holds {largest} of {whole} ({share}); its withdrawal would touch that much of "
                    "the work.",
                    largest=money(largest, unit),
                    whole=money(whole, unit),
                    share=percent(largest / whole),
                ),
                seen=tuple(f"{field} {amount} {unit}" for amount in sorted(amounts)),
                figures=(figure_id(facts, "hhi", slug, unit), figure_id(facts, "gini", slug, unit)),
            )


CRITERION = Criterion(
    "concentration_high", "Concentration of contributions", ("index", "times_floor", "partners"), _check
)
