"""The points of the S-curve, read out of the figures that hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from collabdesk.domain.figures import Figure
from collabdesk.domain.money import NO_CURRENCY

Points = tuple[tuple[date, float], ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """The three curves of one project in one currency; `estimate` is where the cost is expected to end, and when."""

    currency: str
    planned: Points
    earned: Points
    spent: Points
    as_of: date | None = None
    budget: float | None = None
    estimate: tuple[date, float] | None = None


def curve_of(figures: Sequence[Figure]) -> list[Curve]:
    """The curve of the project's own currency, as a list of one; empty where there is no plan over time."""
    found = next((f for f in figures if f.rule.startswith("evm.curve@")), None)
    if found is None:
        return []
    # The curve's own currency is an input: its unit says that it is a count of points.
    currency = found.inputs.get("currency", "")
    its = {f.rule.split("@")[0]: f for f in figures if not f.detail and _is_of(f, found)}
    points = [(date.fromisoformat(day), _parts(said)) for day, said in found.inputs.items() if day[:2] in ("19", "20")]
    planned = _named(points, "PV")
    if not planned:
        return []
    budget, as_of = its.get("evm.bac"), its.get("evm.pv")
    day = as_of.inputs.get("as of") if as_of else None
    return [
        Curve(
            "" if currency == NO_CURRENCY else currency,
            planned,
            _named(points, "EV"),
            _named(points, "AC"),
            date.fromisoformat(day) if day else None,
            None if budget is None or budget.value is None else float(budget.value),
            _estimate(its, planned[-1][0]),
        )
    ]


def _is_of(figure: Figure, curve: Figure) -> bool:
    """Whether it is of the same project and currency: then its id ends as the curve's does."""
    return figure.id.split("-")[0] == curve.id.split("-")[0] and _end(figure) == _end(curve)


def _end(figure: Figure) -> str:
    last = figure.id.rpartition("-")[2]
    return last if figure.inputs.get("currency", figure.unit).lower() == last else ""


def _parts(said: str) -> dict[str, float]:
    parts = {}
    for piece in said.split("; "):
        name, _, value = piece.partition(" ")
        try:
            parts[name] = float(Decimal(value))
        except InvalidOperation:
            continue
    return parts


def _named(points: Sequence[tuple[date, dict[str, float]]], name: str) -> Points:
    """The curve of this name; one that has nothing but its beginning is none."""
    found = tuple((day, parts[name]) for day, parts in points if name in parts)
    return found if len(found) > 1 else ()


def _estimate(its: dict[str, Figure], planned_end: date) -> tuple[date, float] | None:
    cost, time = its.get("evm.eac-typical"), its.get("es.ieac-t")
    if cost is None or cost.value is None:
        return None
    ends = time.inputs.get("ends on") if time and time.value is not None else None
    return (date.fromisoformat(ends) if ends else planned_end), float(cost.value)
