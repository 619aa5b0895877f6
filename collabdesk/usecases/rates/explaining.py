"""One conversion explained: amount, rate, dates, source, and every step that an auditor would do by hand."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.conversions import NoRate, Rate
from collabdesk.domain.rules import plain, rounded
from collabdesk.usecases.rates.finding import Period, Rates
from collabdesk.usecases.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Explained:
    """`value` is the amount in `quote`, rounded half up once, at the end; None, with the reason, where no rate is."""

    amount: Decimal
    base: str
    quote: str
    day: str
    choice: str
    rate: Rate | None
    value: Decimal | None
    reason: str
    steps: tuple[str, ...]


def explained(
    workspace: Workspace,
    amount: Decimal,
    base: str,
    quote: str,
    day: str,
    *,
    choice: str = "day",
    period: Period | None = None,
    project_id: int | None = None,
) -> Explained:
    """Convert one amount and say how. Refused for an unknown choice."""
    base, quote = base.upper(), quote.upper()
    found = Rates.of(workspace, project_id).rate(base, quote, day, choice, period)
    if isinstance(found, NoRate):
        return Explained(amount, base, quote, day, choice, None, None, found.reason, ())
    value = rounded(found.of(amount), quote)
    sides = (found.above, "x"), (found.below, "/")
    work = "".join(f" {sign} {plain(number):f}" for number, sign in sides if number != 1)
    result = f"{plain(amount):f} {base}{work} = {value:f} {quote}, rounded half up once, at the end"
    return Explained(amount, base, quote, day, choice, found, value, "", (*found.steps, result))
