"""What is known of a project's contributions beyond sums: credit events, scales, assessments, match, agreed rates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from collabdesk.domain.assessments import Assessment
from collabdesk.domain.conversions import NoRate, Rate
from collabdesk.domain.credit_events import CreditEvent
from collabdesk.domain.scale_shares import ScaleShare
from collabdesk.measures.crediting import behind


@dataclass(frozen=True, slots=True, kw_only=True)
class Credited:
    """One contribution with credited events: `recorded` is its own `received`, as known by the day.

    `credited` is the sum of the `events` that are credited by the day.
    """

    project_id: int | None
    partner_id: int | None
    contribution_id: int
    form: str
    unit: str
    has_account: bool
    purpose: str
    year: str
    due: str
    recorded: Decimal | None
    credited: Decimal
    events: tuple[int, ...]

    @property
    def more(self) -> Decimal:
        """What counts as received beyond what is recorded."""
        return behind(self.recorded, self.credited)


@dataclass(frozen=True, slots=True, kw_only=True)
class PurposeSum:
    """The contributions of one partner, purpose, year and unit; `received` counts what credit events credited.

    `dues` are the days by which calls were found that are not marked as assessed but count as such.
    """

    partner_id: int | None
    purpose: str
    year: str
    unit: str
    has_account: bool
    pledged: Decimal | None
    called: Decimal | None
    received: Decimal | None
    own: Decimal | None
    private: Decimal | None
    dues: tuple[str, ...] = ()
    events: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchTerms:
    """The required ratio; None where nobody states one. `source` says who does, `note` what is unconfirmed of it."""

    ratio: Decimal | None
    source: str = ""
    rule_pack: str = ""
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeFacts:
    """Everything of one project. `unplaced` are credited events that no contribution could be found for.

    `call_years`: of these years no contribution is marked as assessed, so calls in cash that fell due in them count.
    `rates` convert each unit into the project's currency, as agreed for the day.
    """

    events: tuple[CreditEvent, ...] = ()
    unplaced: tuple[CreditEvent, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    call_years: frozenset[str] = frozenset()
    scale: tuple[ScaleShare, ...] = ()
    sums: tuple[PurposeSum, ...] = ()
    rates: Mapping[str, Rate | NoRate] = field(default_factory=dict)
    match: MatchTerms = MatchTerms(ratio=None)
