"""Concentration of contributions in few partners and countries: shares, HHI with its floor, Gini; no verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from collabdesk.auditing.concentration import by_country, partner_amounts, units
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.rules import Outcome, rounded
from collabdesk.domain.told import in_a_row, told
from collabdesk.measures.gini import GINI, gini
from collabdesk.measures.hhi import FLOOR, HHI, floor, hhi
from collabdesk.measures.shares import PART, part
from collabdesk.usecases.figuring import Condition, Group, currency_condition, figure, scope

_KINDS = (
    ("amount", "funder", told("funder's contributions")),
    ("pledged", "pledged", told("pledged contributions")),
)
NO_COUNTRY = told("country not recorded")


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of contribution in one unit: what figures of it say and rest on."""

    field: str
    slug: str
    words: str
    unit: str
    where: Condition
    note: str | None

    @property
    def basis(self) -> tuple[Basis, ...]:
        return (Basis("contribution", self.field, where=self.where),)


def _figures(facts: Facts) -> Iterator[Figure]:
    for field, slug, words in _KINDS:
        for unit, has_account in units(facts, field):
            amounts, nameless = partner_amounts(facts, field, unit)
            where = scope(facts) + currency_condition(unit, has_account=has_account)
            if not has_account:
                where += (("unit_of_account", ""),)
            note = (
                told("{nameless} contributions name no partner and are left out", nameless=nameless)
                if nameless
                else None
            )
            kind = _Kind(field, slug, words, unit, where, note)
            yield from _indices(facts, kind, list(amounts.values()))
            yield from _countries(facts, kind, amounts)
            if field == "pledged" and facts.project is not None:
                yield from _partners(facts, kind, amounts)


def _indices(
    facts: Facts, kind: _Kind, amounts: list[Decimal], where: str = "", note: str | None = None
) -> Iterator[Figure]:
    """Both indices and the floor; `where` is " by country" for those of countries."""
    slug = f"{kind.slug}-countries" if where else kind.slug
    notes = in_a_row(n for n in (kind.note, note) if n) or None
    make = partial(
        figure, facts, "concentration", money=kind.unit, detail_slug=slug,
        detail=told("{what} by country", what=kind.words) if where else kind.words,
        inputs=_inputs(facts, amounts), basis=kind.basis,
    )  # fmt: skip
    yield make(HHI, "hhi", hhi(amounts), note=notes)
    yield make(
        FLOOR, "hhi-floor", Outcome(floor(len(amounts))) if amounts else Outcome(None, told("nobody contributes"))
    )
    yield make(GINI, "gini", gini(amounts), note=notes)


def _inputs(facts: Facts, amounts: list[Decimal]) -> dict[str, object]:
    n = len(amounts)
    inputs: dict[str, object] = {"n": n, "floor of the HHI, 10 000 / n": rounded(floor(n), "points") if n else None}
    reference = facts.balance.reference if facts.balance else None
    if reference is not None and reference.told:
        inputs["reference points, no verdict"] = reference.told
        inputs["rule pack"] = reference.rule_pack
    return inputs


def _countries(facts: Facts, kind: _Kind, amounts: dict[int, Decimal]) -> Iterator[Figure]:
    whole = sum(amounts.values(), Decimal(0))
    found = by_country(facts, amounts)
    for country, own in found.items():
        yield figure(
            facts, "concentration", PART, f"share-{kind.slug}-country", part(own, whole, "contribution"),
            label="Share of a country", money=kind.unit, detail=in_a_row((country or NO_COUNTRY, kind.words), ", "),
            detail_slug=slug_of(country) if country else "none",
            inputs=_of_all(kind, own, whole), basis=kind.basis, note=kind.note,
        )  # fmt: skip
    left = found.pop("", None)
    note = "partners without a country are left out" if left is not None else None
    yield from _indices(facts, kind, list(found.values()), " by country", note)


def _partners(facts: Facts, kind: _Kind, amounts: dict[int, Decimal]) -> Iterator[Figure]:
    """What the funder grants has its shares among the contributions; these are of what partners pledged."""
    whole = sum(amounts.values(), Decimal(0))
    for partner, own in sorted(amounts.items(), key=lambda pair: (-pair[1], pair[0])):
        yield figure(
            facts, "concentration", PART, f"share-{kind.slug}", part(own, whole, "contribution"), money=kind.unit,
            label="Share of a partner", detail=in_a_row((facts.partner_name(partner), kind.words), ", "),
            detail_slug=f"p{partner}", inputs=_of_all(kind, own, whole), note=kind.note,
            basis=(Basis("contribution", kind.field, where=(*kind.where, ("partner_id", partner))), *kind.basis),
        )  # fmt: skip


def _of_all(kind: _Kind, own: Decimal, whole: Decimal) -> dict[str, object]:
    return {"contributions": own, "all contributions": whole, "contributions are in": kind.unit}


GROUP = Group("concentration", 40, _figures)
