"""Cells of statements: figures with codes that name statement, partner and period, so that they are found again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.rules import Outcome, Rule
from collabdesk.usecases.figuring import figure
from collabdesk.usecases.statements.asking import Asked


def cell(  # noqa: PLR0913 (as `figure`, which it calls)
    asked: Asked,
    kind: str,
    rule: Rule,
    slug: str,
    outcome: Outcome,
    *,
    label: str,
    money: str = "",
    inputs: Mapping[str, object] | None = None,
    basis: Iterable[Basis] = (),
    note: str | None = None,
    detail: str = "",
) -> Figure:
    """A figure whose code begins with `st-` and names the statement's kind, partner, period and cut."""
    whose = f"-p{asked.partner.id}" if asked.partner else ""
    when = f"-r{asked.period.id}" if asked.period else ""
    return figure(
        asked.facts,
        f"statement {kind}",
        rule,
        f"st-{kind}{whose}{when}-{slug}",
        outcome,
        label=label,
        money=money or asked.project.currency or NO_CURRENCY,
        inputs=inputs,
        basis=basis,
        note=note,
        detail=detail,
    )
