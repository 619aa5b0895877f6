"""What is known of the balance of a consortium beside its money: contracts placed, votes, and who leads what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from collabdesk.domain.conversions import NoRate, Rate
from collabdesk.domain.told import in_a_row, number_words, told, words

LEADS = ("work_package", "task", "deliverable")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedSum:
    """The contracts of one country and currency signed by the day; `weighted` by technological interest, which those of
    `weighed` state.

    `country` is "" where neither the contract nor its partner names one.
    """

    country: str
    unit: str
    amount: Decimal
    weighted: Decimal
    ids: tuple[int, ...]
    weighed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteSum:
    """The votes of one partner; None where none are recorded."""

    partner_id: int | None
    votes: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadSum:
    """How many work packages, tasks or deliverables one partner leads; `name` as the plan writes it."""

    kind: str
    partner_id: int | None
    name: str
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Reference points of the concentration index, as the rule pack states them: printed, never a verdict."""

    points: tuple[str, ...] = ()
    source: str = ""
    rule_pack: str = ""
    note: str | None = None

    @property
    def told(self) -> str:
        """`1,000 and 1,800 (US Merger Guidelines 2023, section 2.1; …)`; "" where the pack states none."""
        if not self.points:
            return ""
        *before, last = map(_grouped, self.points)
        said = told("{points} and {last}", points=in_a_row(before, ", "), last=last) if before else last
        why = in_a_row(part for part in (self.source, words(self.note) if self.note else "") if part)
        return told("{points} ({why})", points=said, why=why) if why else said


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceFacts:
    """`left_votes` are participations that ended and vote no more; `rates` convert into the project's currency."""

    contracts: tuple[PlacedSum, ...] = ()
    votes: tuple[VoteSum, ...] = ()
    left_votes: int = 0
    leads: tuple[LeadSum, ...] = ()
    no_lead: Mapping[str, int] = field(default_factory=dict)
    reference: Reference = Reference()
    rates: Mapping[str, Rate | NoRate] = field(default_factory=dict)


def _grouped(text: str) -> str:
    return number_words(f"{Decimal(text):,f}", Decimal(text), 0) if text.isdigit() else text
