"""Personnel costs by day-equivalents: a person's cost of a period by the most days that can be declared in it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.auditing.grant_facts import EffortOf, GrantFacts
from collabdesk.domain.problems import Refused
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import told
from collabdesk.measures.he_costs import day_equivalents, personnel


@dataclass(frozen=True, slots=True)
class PersonnelOf:
    """`most` are the day-equivalents of the months, `counted` the days that count: never more than those."""

    effort: EffortOf
    cost: Outcome
    most: Decimal | None
    counted: Decimal | None

    @property
    def is_over(self) -> bool:
        """Whether more days are recorded than can be declared."""
        return self.most is not None and self.effort.days is not None and self.effort.days > self.most


def personnel_of(facts: GrantFacts, effort: EffortOf) -> PersonnelOf:
    """What one person cost the action in a period, unrounded; None with the reason where something is missing."""
    try:
        per_year = facts.pack.number("days_per_year")
    except Refused as refusal:
        return PersonnelOf(effort, Outcome(None, refusal.sentence), None, None)
    most = day_equivalents(effort.working_months, Decimal(1), per_year)
    counted = None if effort.days is None else min(effort.days, most)
    if effort.reason:
        return PersonnelOf(effort, Outcome(None, effort.reason), most, counted)
    if effort.days is None or effort.cost is None or counted is None:
        missing = "days" if effort.days is None else "personnel cost"
        return PersonnelOf(
            effort, Outcome(None, told("no {missing} is recorded", missing=told(missing))), most, counted
        )
    if counted == most and most:  # the whole cost, with no division that could leave a last digit
        return PersonnelOf(effort, Outcome(effort.cost), most, counted)
    # Months of the same length on both sides: cost x days x 12 / (days a year x months), in one division.
    return PersonnelOf(effort, personnel(effort.cost * 12, counted, per_year * effort.working_months), most, counted)
