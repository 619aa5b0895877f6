"""A finding: criteria, condition, cause and effect; imported from a funder or drafted by an audit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record
from collabdesk.domain.statuses import Moves

STATUSES = Moves(
    "finding",
    {
        "draft": ("issued", "dismissed"),
        "dismissed": ("draft",),
        "issued": ("agreed", "disputed", "withdrawn"),
        "agreed": ("action_planned",),
        "disputed": ("action_planned", "withdrawn"),
        "action_planned": ("implemented",),
        "implemented": ("verified",),
        "verified": ("closed",),
        "closed": (),
        "withdrawn": (),
    },
)
SEVERITIES = ("high", "medium", "low")


def by_severity(severity: str) -> int:
    """For sorting: the gravest first, what has no severity last."""
    return SEVERITIES.index(severity) if severity in SEVERITIES else len(SEVERITIES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Record):
    """`criterion` names the check that drafted it and `facts` a digest of what it saw, so that a dismissed
    draft does not come back for the same facts. The flags are those of the US single audit (None: not stated).
    `figures` are the ids of the figures it cites, separated by spaces. `objective` is the code of the audit's objective
    that it bears on. `owner` has to act on it; `verified_by`, somebody else, saw that it was done. `text` is the whole
    wording of an imported finding; of an audit's own it says how the likely questioned cost was estimated.
    """

    audit_id: int | None = None
    project_id: int | None = None
    award_id: int | None = None
    award: str = ""
    code: str = ""
    title: str = ""
    criterion: str = ""
    facts: str = ""
    figures: str = ""
    criteria: str = ""
    condition: str = ""
    cause: str = ""
    effect: str = ""
    text: str = ""
    severity: str = ""
    questioned_known: Decimal | None = None
    questioned_likely: Decimal | None = None
    currency: str = ""
    requirement: str = ""
    modified_opinion: bool | None = None
    other_matters: bool | None = None
    material_weakness: bool | None = None
    significant_deficiency: bool | None = None
    other: bool | None = None
    questioned_cost: bool | None = None
    repeat: bool | None = None
    prior_code: str = ""
    dismissed_because: str = ""
    objective: str = ""
    owner: str = ""
    verified_by: str = ""
    verified_on: IsoDate | None = None
    status: str = "draft"
