"""The records themselves: costs out of the period, without evidence, typed, doubled; stated totals that do not foot."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.books_facts import BooksFacts, ItemSum
from collabdesk.auditing.facts import Facts
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.period_rules import DECLARED
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import told
from collabdesk.measures.totals import COUNT, SUM, counted
from collabdesk.usecases.figuring import Condition, Group, currency_condition, figure, in_no_section, scope

_CHECKED = tuple(sorted({"checked", *DECLARED}))


def _figures(facts: Facts) -> Iterator[Figure]:
    known = facts.books
    if known is None:
        return
    yield from _sums(facts, known.outside, "cost-outside", "Costs dated outside the project", in_days=True)
    bare: Condition = (("status", _CHECKED), ("evidence", ""))
    yield from _sums(facts, known.unproven, "cost-unproven", told("Costs checked or declared without evidence"), bare)
    typed: Condition = (("status", ("entered", "imported")), ("batch_id", None), ("evidence", ""))
    yield from _sums(facts, known.typed, "cost-typed", "Costs entered by hand without evidence", typed)
    if known.costs:
        yield _doubled(facts, known)
    if known.totals:
        yield figure(
            facts, "books", COUNT, "totals-off", counted(len(known.totals_off)),
            label="Stated totals that the rows do not sum to", inputs={"stated totals compared": known.totals},
        )  # fmt: skip


def _sums(
    facts: Facts, sums: tuple[ItemSum, ...] | None, slug: str, label: str, where: Condition = (), *,
    in_days: bool = False,
) -> Iterator[Figure]:  # fmt: skip
    for one in sums or ():
        its = (*scope(facts), *currency_condition(one.unit), *where, *((("date", one.days),) if in_days else ()))
        yield figure(
            facts, "books", SUM, slug, Outcome(one.amount), label=label, money=one.unit,
            inputs={"items": one.records, "of": one.every}, basis=(Basis("cost", "expended", where=its),),
        )  # fmt: skip


def _doubled(facts: Facts, known: BooksFacts) -> Figure:
    if known.doubled is None:
        outcome = Outcome(None, told("there are too many items to judge all"))
        return figure(facts, "books", COUNT, "cost-doubled", outcome, label="Cost items recorded more than once")
    beyond: dict[str, Decimal] = {}
    for one in known.doubled:
        beyond[one.unit] = beyond.get(one.unit, Decimal(0)) + one.extra
    ids = tuple(sorted(i for one in known.doubled for i in one.ids))
    return figure(
        facts, "books", COUNT, "cost-doubled", counted(len(known.doubled)),
        label="Cost items recorded more than once", inputs={f"beyond the first, {u}": a for u, a in beyond.items()},
        basis=(Basis("cost", "expended", ids=ids),) if ids else (),
    )  # fmt: skip


GROUP = Group("books", 29, _figures, in_no_section)
