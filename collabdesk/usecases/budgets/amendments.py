"""Amendments of a grant: what they change in the project, recorded as old and new in the same step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, cast

from collabdesk.domain.amendments import Amendment
from collabdesk.domain.dates import as_iso
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.rules import plain
from collabdesk.domain.scales import field_types
from collabdesk.usecases.workspace import Workspace

AMENDED = ("end", "start", "funding", "total_cost", "eligible_cost", "cofunding_rate", "title", "coordinator", "call",
           "action_type", "duration_months")  # fmt: skip
"""The project's fields that an amendment may change."""
_ARROW = " → "
_NOTHING = "not recorded"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that an amendment changed: the values that it had and got, None where nothing stood."""

    field: str
    old: Any
    new: Any


def amend(  # noqa: PLR0913 (an amendment is described by many words; all but the first three are named)
    workspace: Workspace,
    project_id: int,
    code: str,
    *,
    title: str = "",
    signed: date | str | None = None,
    effective: date | str | None = None,
    reason: str = "",
    changes: Mapping[str, Any] | None = None,
    said: str = "",
    adopts_rules: bool | None = None,
) -> Amendment:
    """Record an amendment and change the project's fields by it, as one step.

    `changes` are the new values of fields of AMENDED; `said` is what else it changes, in the agreement's own words.
    Refused without a code, for one that is there already, for an unknown field, and where nothing is changed and
    nothing said.
    """
    project = workspace.get("project", project_id)
    if not isinstance(project, Project):
        raise Refused("This project is not there any more.", "gone")
    if not code.strip():
        raise Refused("An amendment needs its number.", "no-code")
    if workspace.count("amendment", project_id=project_id, code=code.strip()):
        raise Refused(f"There is an amendment {code.strip()} already.", "same-code")
    unknown = [name for name in changes or {} if name not in AMENDED]
    if unknown:
        raise Refused(f"An amendment does not change {unknown[0]!r}. It changes: {', '.join(AMENDED)}.", "no-field")
    new = {name: value for name, value in (changes or {}).items() if value != getattr(project, name)}
    if not (new or said.strip() or reason.strip() or title.strip()):
        raise Refused("Say what the amendment changes.", "no-change")
    words = [written(FieldChange(name, getattr(project, name), value), project.currency) for name, value in new.items()]
    amendment = Amendment(
        project_id=project_id,
        code=code.strip(),
        title=title.strip(),
        date=as_iso(signed),
        effective=as_iso(effective) or as_iso(signed),
        reason=reason.strip(),
        changed="; ".join([*words, *([said.strip()] if said.strip() else [])]),
        adopts_rules=adopts_rules,
    )
    with workspace.changing(f"Amendment {amendment.code}") as step:
        if new:
            step.update(replace(project, **new))
        return cast(Amendment, step.add(amendment))


def written(change: FieldChange, currency: str) -> str:
    """`funding: 4250000 → 4500000 EUR`: how `changed` records a field; `changes_of` reads it again."""
    unit = f" {currency}" if currency and field_types(Project).get(change.field) == "amount" else ""
    return f"{change.field}: {_text(change.old)}{_ARROW}{_text(change.new)}{unit}"


def changes_of(amendment: Amendment) -> tuple[list[FieldChange], list[str]]:
    """What an amendment changed: the fields with old and new values, and what is said in other words."""
    found, other = [], []
    for part in (p.strip() for p in amendment.changed.split(";")):
        change = _read(part)
        if change is not None:
            found.append(change)
        elif part:
            other.append(part)
    return found, other


def in_order(amendments: Iterable[Amendment]) -> list[Amendment]:
    """By the day on which they took effect, then as they were recorded."""
    return sorted(amendments, key=lambda a: (a.effective or a.date or "", a.id or 0))


def _read(part: str) -> FieldChange | None:
    field, colon, rest = part.partition(":")
    old, arrow, new = rest.partition(_ARROW.strip())
    if field not in AMENDED or not colon or not arrow:
        return None
    word = field_types(Project)[field]
    try:
        return FieldChange(field, _value(old.strip(), word), _value(new.strip(), word))
    except InvalidOperation:
        return None


def _value(text: str, word: str) -> Any:
    if text in ("", _NOTHING):
        return None
    return Decimal(text.split(maxsplit=1)[0]) if word in ("amount", "quantity") else text


def _text(value: Any) -> str:
    if value is None or value == "":
        return _NOTHING
    return f"{plain(value):f}" if isinstance(value, Decimal) else str(value).replace(";", ",")
