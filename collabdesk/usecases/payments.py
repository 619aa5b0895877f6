"""A grant's payments: the schedule beside what came, put into the books, and handed on to the partners."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import cast

from collabdesk.auditing.eligibility import Eligible, of_partners, together
from collabdesk.auditing.federal_costs import Federal, federal
from collabdesk.auditing.grant_facts import GrantFacts, LumpShare
from collabdesk.auditing.payment_schedule import Expected, distributed_to, received, recorded, schedule, signed
from collabdesk.domain.dates import IsoDate
from collabdesk.domain.payments import Payment
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.measures.reimbursement import distributed
from collabdesk.usecases.gathering import grant as grants
from collabdesk.usecases.workspace import Change, Workspace

__all__ = [
    "Handed", "LumpShare", "Planned", "Reimbursed", "accept", "account", "hand_on", "reimbursed",
]  # fmt: skip
_CENT = Decimal("0.01")
_ON_THE_WAY = ("expected", "received", "distributed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One line of the schedule with what the books hold of it. `expected` is None with a `remark` where unknown."""

    kind: str
    period: str
    expected_on: str
    expected: Decimal | None
    received: Decimal | None
    received_on: str
    currency: str
    remark: str
    is_kept: bool

    @property
    def difference(self) -> Decimal | None:
        """Received less expected; None where either is not known."""
        return None if self.received is None or self.expected is None else self.received - self.expected


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A partner's share of all that came, and what of it was handed on."""

    partner_id: int | None
    partner: str
    grant: Decimal
    share: Decimal
    handed_on: Decimal
    currency: str

    @property
    def open(self) -> Decimal:
        """What is still to be handed on."""
        return self.share - self.handed_on


@dataclass(frozen=True, slots=True)
class Reimbursed:
    """What a page of payments shows: costs by partner under the pack, the schedule, and the distribution.

    `whole` None where the pack is one of lump sums; `federal` only under rules with a base over the award's life.
    """

    facts: GrantFacts
    partners: tuple[Eligible, ...]
    whole: Eligible | None
    federal: Federal | None
    planned: tuple[Planned, ...]
    handed: tuple[Handed, ...]
    remainder: Decimal


def reimbursed(workspace: Workspace, project: Project, as_of: date) -> Reimbursed | None:
    """All of it as known by the day; None where the project is under no rule pack."""
    facts = grants.gathered(workspace, project, as_of)
    if facts is None:
        return None
    is_federal = facts.pack.get("subaward_cap") is not None
    partners = () if is_federal or facts.pack.mode != "actual" else tuple(of_partners(facts))
    came = received(facts.payments)
    shares, rest = distributed(came, _grants(facts))
    return Reimbursed(
        facts=facts,
        partners=partners,
        whole=together(facts, partners) if partners else None,
        federal=federal(facts) if is_federal and facts.costs else None,
        planned=tuple(_planned(facts, one) for one in schedule(facts)),
        handed=tuple(_handed(facts, number, share) for number, share in shares.items()),
        remainder=rest if shares else Decimal(0),
    )


def account(found: Reimbursed) -> tuple[Decimal, Decimal]:
    """What reached the account so far, and what all that is known of the schedule brings to it."""
    known = (signed(line.kind, line.expected) for line in found.planned if line.expected is not None)
    return received(found.facts.payments), sum(known, Decimal(0))


def _grants(facts: GrantFacts) -> dict[int | None, Decimal]:
    return {p.partner_id: p.grant for p in facts.parties if p.grant is not None and p.grant > 0}


def _planned(facts: GrantFacts, one: Expected) -> Planned:
    own = recorded(facts.payments, one)
    came = [p.received for p in own if p.received is not None]
    days = [p.received_on for p in own if p.received_on]
    return Planned(
        kind=one.kind,
        period=one.period,
        expected_on=next((p.expected_on for p in own if p.expected_on), one.expected_on) or "",
        expected=None if one.amount.value is None else one.amount.value.quantize(_CENT, rounding=ROUND_HALF_UP),
        received=sum(came, Decimal(0)) if came else None,
        received_on=max(days) if days else "",
        currency=facts.currency,
        remark="; ".join(part for part in (one.amount.reason, one.told) if part),
        is_kept=bool(own),
    )


def _handed(facts: GrantFacts, number: int | None, share: Decimal) -> Handed:
    party = facts.party(number)
    return Handed(
        partner_id=number,
        partner=party.name,
        grant=party.grant or Decimal(0),
        share=share,
        handed_on=distributed_to(facts.payments, number),
        currency=facts.currency,
    )


def accept(
    workspace: Workspace, project: Project, as_of: date, wanted: Collection[tuple[str, str]] | None = None
) -> Change:
    """Put payments of the schedule into the books as expected: those wanted (kind, period), or all that are known.

    What the books hold already is left as it is. Refused when nothing is left to put there.
    """
    facts = grants.gathered(workspace, project, as_of)
    lines = schedule(facts) if facts else []
    if facts is not None:
        lines = [line for line in lines if wanted is None or (line.kind, line.period) in wanted]
        lines = [line for line in lines if line.amount.value is not None and not recorded(facts.payments, line)]
    if facts is None or not lines:
        raise Refused("Nothing of the schedule is left to put into the books.", "nothing")
    with workspace.changing(f"Expect the payments of {project.acronym or project.code}") as step:
        step.add_many(
            [
                Payment(
                    project_id=project.id,
                    kind=line.kind,
                    period=line.period,
                    expected_on=IsoDate(line.expected_on) if line.expected_on else None,
                    expected=cast("Decimal", line.amount.value).quantize(_CENT, rounding=ROUND_HALF_UP),
                    currency=facts.currency,
                    title=f"By {facts.pack.name}",
                )
                for line in lines
            ]
        )
    return step.change


def hand_on(workspace: Workspace, number: int, day: date) -> Change:
    """Distribute a received payment to the partners by their maximum grants, as payments that are expected to be made.

    Each share is rounded down to the cent; what remains stays with the coordinator. Refused where the payment has not
    come, was distributed before, or no partner's maximum grant is recorded.
    """
    payment = workspace.get("payment", number)
    if not isinstance(payment, Payment) or payment.received is None or payment.status == "cancelled":
        raise Refused("Only a payment that came can be distributed.", "not-received")
    if workspace.count("payment", payment_id=number, kind="distribution"):
        raise Refused("This payment was distributed already: its shares are among the payments.", "distributed")
    project = cast("Project", workspace.get("project", payment.project_id or 0))
    facts = grants.gathered(workspace, project, day)
    shares, _ = distributed(payment.received, _grants(facts) if facts else {})
    if not shares:
        raise Refused("No partner's maximum grant is recorded, so nothing can be distributed.", "no-grants")
    with workspace.changing(f"Distribute a payment of {project.acronym or project.code}") as step:
        step.add_many(
            [
                Payment(
                    project_id=project.id, partner_id=partner_id, payment_id=number, kind="distribution",
                    period=payment.period, expected_on=IsoDate(day.isoformat()), expected=share,
                    currency=payment.currency or project.currency,
                )
                for partner_id, share in shares.items()
            ]
        )  # fmt: skip
        for status in _ON_THE_WAY[_ON_THE_WAY.index(payment.status) + 1 :]:
            payment = cast("Payment", step.move(payment, status))
    return step.change
