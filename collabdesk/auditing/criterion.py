"""A criterion: what should be, with its source and thresholds as data; and the draft of a finding that it gives."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from collabdesk.auditing.facts import Facts
from collabdesk.domain.findings import Finding
from collabdesk.domain.told import told

Say = Callable[[str], str]
"""What the program said, in the language of whoever reads it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One criterion's part of a criteria set: its source, dimension (economy, efficiency …) and thresholds.

    `asks` is what it asks for, in a sentence that names the thresholds. `is_confirmed` is False where a threshold or
    the standard itself was not read in its primary text.
    """

    source: str
    dimension: str
    severity: str
    thresholds: Mapping[str, Decimal]
    asks: str = ""
    is_confirmed: bool = True

    def __getitem__(self, name: str) -> Decimal:
        return self.thresholds[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A finding as a criterion drafts it. `seen` are the facts it rests on: the same facts give the same digest.

    `seen` holds nothing that changes merely with the day (as days overdue), else a dismissed draft came back
    tomorrow. `cause` is "" where no reason is recorded: people establish causes, not the program. What the draft says
    is `told`, so that it is written in the organisation's language.
    """

    title: str
    criteria: str
    condition: str
    effect: str
    seen: tuple[str, ...]
    figures: tuple[str, ...] = ()
    cause: str = ""
    severity: str = ""
    questioned_known: Decimal | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One check. `needs` names the thresholds that every criteria set using it must give.

    A portfolio's audit checks the portfolio as one and each project; a pooled one the portfolio as one only. One that
    `is_of_project` looks into the books of a single project, which a portfolio's audit does not open.
    """

    key: str
    title: str
    needs: tuple[str, ...]
    check: Callable[[Facts, Settings], Iterable[Draft]]
    is_pooled: bool = False
    is_of_project: bool = False


def finding(criterion: str, settings: Settings, draft: Draft, project_id: int | None, say: Say = str) -> Finding:
    """The draft as a Finding that is not kept yet, in the words of `say`.

    The digest of its facts is the same in every language.
    """
    return Finding(
        project_id=project_id,
        title=say(draft.title),
        criterion=criterion,
        facts=digest(criterion, project_id, draft.seen),
        figures=" ".join(dict.fromkeys(draft.figures)),
        criteria=say(_standard(draft.criteria, settings)),
        condition=say(draft.condition),
        cause=say(draft.cause),
        effect=say(draft.effect),
        severity=draft.severity or settings.severity,
        questioned_known=draft.questioned_known,
        currency=draft.currency,
    )


def _standard(criteria: str, settings: Settings) -> str:
    """What should be, and where that stands."""
    named = {"criteria": criteria, "dimension": settings.dimension, "source": settings.source}
    if settings.is_confirmed:
        return told("{criteria} ({dimension}; {source})", **named)
    return told("{criteria} ({dimension}; {source}; unconfirmed: its primary text was not read)", **named)


def digest(criterion: str, project_id: int | None, seen: Iterable[str]) -> str:
    """The SHA-256 over what a draft rests on, whatever the order it was seen in."""
    text = "\n".join([criterion, str(project_id or 0), *sorted(seen)])
    return hashlib.sha256(text.encode()).hexdigest()
