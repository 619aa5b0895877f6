"""Facts to Figures: ids that stay the same, rounding at the end, and the basis that leads back to the cells."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from collabdesk.auditing.facts import Facts, Undone
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.rules import Outcome, Rule, plain, rounded
from collabdesk.domain.told import in_a_row, told, words

Condition = tuple[tuple[str, str | int | tuple[str | int | None, ...] | None], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Figures of one subject. Groups are printed by `order`.

    `prints` chooses those that a report prints, each with its sources in the annex (None: all); the others are for the
    window and for scripts.
    """

    key: str
    order: int
    figures: Callable[[Facts], Iterable[Figure]]
    prints: Callable[[Figure], bool] | None = None


def in_no_section(_: Figure) -> bool:
    """For groups that no section of a report shows: what a finding cites of them is printed with the finding."""
    return False


def scope(facts: Facts) -> Condition:
    """The condition that picks the records of the facts' project; empty for the portfolio."""
    return (("project_id", facts.project.id),) if facts.project else ()


def period_days(facts: Facts) -> tuple[Basis, ...]:
    """The days of the project's reporting periods, for figures that place something in a period by its date."""
    if facts.project is None:
        return ()
    return tuple(Basis("reporting_period", field, where=scope(facts)) for field in ("start", "end"))


def project_days(facts: Facts) -> tuple[Basis, ...]:
    """The days between which the project runs."""
    ids = (facts.project.id or 0,) if facts.project else ()
    return tuple(Basis("project", field, ids=ids) for field in ("start", "end") if ids)


def figure(  # noqa: PLR0913 (a figure has many sides; all but the first five are named)
    facts: Facts,
    group: str,
    rule: Rule,
    slug: str,
    outcome: Outcome,
    *,
    label: str = "",
    money: str = "",
    detail: str = "",
    detail_slug: str = "",
    inputs: Mapping[str, object] | None = None,
    basis: Iterable[Basis] = (),
    note: str | None = None,
) -> Figure:
    """One Figure of a rule; `money` is the currency it is in or was computed within."""
    unit = money if rule.unit == "money" else rule.unit
    cells = tuple(basis)
    undone = _undone(facts, cells)
    notes = [words(n) for n in (outcome.reason, note, _no_currency(money), *map(_before, undone)) if n]
    return Figure(
        id=figure_id(facts, slug, detail_slug, money),
        label=words(label or rule.label),
        value=None if outcome.value is None else rounded(outcome.value, unit),
        unit=unit,
        rule=rule.code,
        inputs={words(name): shown(value) for name, value in (inputs or {}).items()},
        note=in_a_row(notes) or None,
        project=facts.project.code if facts.project else None,
        group=group,
        detail=detail,
        basis=(*cells, *(Basis("amendment", "changed", ids=one.ids) for one in undone)),
    )


def _undone(facts: Facts, cells: tuple[Basis, ...]) -> list[Undone]:
    """The later amendments that the figure does not know of yet, of the fields of projects that it rests on."""
    fields = {b.field for b in cells if b.noun == "project"} if facts.undone else set()
    found = (one for (_, name), one in facts.undone.items() if name in fields)
    return list(dict.fromkeys(found))


def _before(one: Undone) -> str:
    return told("as before amendment {code}", code=one.code)


def _no_currency(money: str) -> str | None:
    return told("the source states no currency") if money == NO_CURRENCY else None


def shown(value: object) -> str:
    """An input as text: decimals exact and plain, None as not recorded."""
    if isinstance(value, Decimal):
        return f"{plain(value):f}"
    if value is None:
        return told("not recorded")
    return value if isinstance(value, str) else str(value)  # str() of what the program said would make it plain


def currency_condition(unit: str, *, has_account: bool = False) -> Condition:
    """The condition that picks the contributions (or other records) counted in `unit`."""
    if has_account:
        return (("unit_of_account", unit),)
    return (("currency", "" if unit == NO_CURRENCY else unit),)


def distinct(figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures with ids made unique: two words of the source that make one slug get a digest of the word."""
    seen: set[str] = set()
    for one in figures:
        if one.id in seen:
            digest = hashlib.sha256(f"{one.detail}|{one.unit}".encode()).hexdigest()[:6]
            one = replace(one, id=f"{one.id}-{digest}")
        seen.add(one.id)
        yield one
