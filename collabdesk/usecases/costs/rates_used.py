"""Which rate converts a cost item into its project's currency: the one stated with it, else that of the rule pack."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from collabdesk.domain.conversions import NoRate, Rate
from collabdesk.domain.projects import Project
from collabdesk.usecases import periods
from collabdesk.usecases.workspace import Workspace

if TYPE_CHECKING:
    from collabdesk.usecases.rates.finding import Rates


class RatesUsed:
    """The rates of one project on a day. The own tables are read when the first item in another currency is met."""

    def __init__(self, workspace: Workspace, project: Project, as_of: date) -> None:
        self._workspace, self._project, self._as_of = workspace, project, as_of

    def of(self, item: Mapping[str, Any]) -> Rate | NoRate | None:
        """The rate of one item of a list; None where it is in the project's currency, or either has none."""
        currency, home = item.get("currency") or "", self._project.currency
        if not currency or not home or currency == home:
            return None
        if item.get("rate") is not None:
            day = item.get("rate_date") or ""
            return Rate(currency, home, item["rate"], Decimal(1), "stated", day, day, item.get("rate_source") or "")
        return self._found(currency, item.get("date") or item.get("period_end") or "", item.get("declared_in") or "")

    def problem(self, currency: str, day: str, declared_in: str) -> str:
        """Why there is no rate for an amount of that day and period; "" where there is one."""
        found = self._found(currency, day, declared_in)
        return f"It has no rate into {self._project.currency}: {found.reason}." if isinstance(found, NoRate) else ""

    def _found(self, currency: str, day: str, declared_in: str) -> Rate | NoRate:
        if not day:
            return NoRate("it has no date")
        if not self._choice:
            return NoRate("the rule pack does not say which rate converts a cost")
        home = self._project.currency
        if self._choice != "period_average":
            return self._rates.rate(currency, home, day, self._choice)
        period = periods.span_of(self._periods, declared_in, day)
        return self._rates.of_period(currency, home, day, period, self._as_of)[0]

    @cached_property
    def _rates(self) -> Rates:
        from collabdesk.usecases.rates.finding import Rates  # the table of rates is read only where one is needed

        return Rates.of(self._workspace, self._project.id)

    @cached_property
    def _choice(self) -> str:
        from collabdesk.usecases.rates.choosing import choice_of

        return choice_of(self._workspace, self._project, self._as_of).name

    @cached_property
    def _periods(self) -> tuple[Any, ...]:
        return periods.of(self._workspace, self._project.id)
