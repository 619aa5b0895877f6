"""Concentration of contributions in few partners: HHI with its floor, and Gini; a reference, not a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from collabdesk.auditing.concentration import amounts_by_partner, units
from collabdesk.auditing.facts import Facts
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.rules import rounded
from collabdesk.measures.gini import GINI, gini
from collabdesk.measures.hhi import HHI, floor, hhi
from collabdesk.usecases.figuring import Group, currency_condition, figure, scope

_KINDS = (("amount", "funder", "funder's contributions"), ("pledged", "pledged", "pledged contributions"))


def _figures(facts: Facts) -> Iterator[Figure]:
    for field, slug, words in _KINDS:
        for unit, has_account in units(facts, field):
            amounts, nameless = amounts_by_partner(facts, field, unit)
            where = scope(facts) + currency_condition(unit, has_account=has_account)
            if not has_account:
                where += (("unit_of_account", ""),)
            make = partial(
                figure,
                facts,
                "concentration",
                money=unit,
                detail=words,
                detail_slug=slug,
                inputs=_inputs(amounts),
                basis=(Basis("contribution", field, where=where),),
                note=f"{nameless} contributions name no partner and are left out" if nameless else None,
            )
            yield make(HHI, "hhi", hhi(amounts))
            yield make(GINI, "gini", gini(amounts))


def _inputs(amounts: list[Decimal]) -> dict[str, object]:
    n = len(amounts)
    return {"n": n, "floor of the HHI, 10 000 / n": rounded(floor(n), "points") if n else None}


GROUP = Group("concentration", 40, _figures)
