"""Two partners made one, or told apart for good; each is one step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, cast

from collabdesk.domain.dates import this_moment
from collabdesk.domain.participations import Participation
from collabdesk.domain.partner_names import DIFFERENT, SAME, PartnerName
from collabdesk.domain.partners import Partner
from collabdesk.domain.problems import Refused
from collabdesk.domain.records import Record
from collabdesk.storage import dependants
from collabdesk.usecases.changes import Change
from collabdesk.usecases.keeping.references import plain
from collabdesk.usecases.steps import Step
from collabdesk.usecases.workspace import Workspace

_AT_ONCE = 2000
_OF_EVERY_RECORD = frozenset(f.name for f in fields(Record))


@dataclass(frozen=True, slots=True)
class Merging:
    """What a merge would do. `moved`: noun -> how many records are re-pointed to the kept one; `filled`: the blank
    fields that it gets; `joined`: how many participations are the same as one of its own and become one with it."""

    kept: Partner
    other: Partner
    moved: dict[str, int] = field(default_factory=dict)
    filled: tuple[str, ...] = ()
    joined: int = 0


def foresee(workspace: Workspace, kept_id: int, other_id: int) -> Merging:
    """What merging the other into the kept one would do. Refused where one of them is not there."""
    kept, other = _two(workspace, kept_id, other_id)
    moved = {
        noun: count
        for noun, column in dependants.referrers("partner")
        if (count := workspace.count(noun, **{column.name: other_id}))
    }
    joined = len(_same_participations(workspace, kept_id, other_id))
    return Merging(kept, other, moved, tuple(_blanks(kept, other)), joined)


def merge(workspace: Workspace, kept_id: int, other_id: int) -> Change:
    """Make the other partner one with the kept one: one step, one undo.

    Whatever refers to the other refers to the kept one afterwards; blank fields of the kept one are filled; the
    other's name and identifier are remembered as further names, so that files that use them mean the kept one.
    Participations of one project stay two, with what each says, unless they say the same.
    """
    kept, other = _two(workspace, kept_id, other_id)
    with workspace.changing(f"Merge {_called(other)} into {_called(kept)}") as step:
        _join_same_participations(workspace, step, kept_id, other_id)
        for noun, column in dependants.referrers("partner"):
            _repoint(workspace, step, noun, column.name, other_id, kept_id)
        _forget_difference(workspace, step, kept, other)
        blanks = _blanks(kept, other)
        if blanks:
            step.update(replace(cast(Any, workspace.get("partner", kept_id)), **blanks))
        if other.name or other.code:
            step.add(_name(workspace, kept_id, other, SAME))
        step.delete(cast(Record, workspace.get("partner", other_id)))
    return step.change


def tell_apart(workspace: Workspace, one_id: int, other_id: int) -> Change:
    """Remember that two partners are not one, so that nobody asks again; one step, one undo."""
    one, other = _two(workspace, one_id, other_id)
    with workspace.changing(f"Tell {_called(one)} and {_called(other)} apart") as step:
        if not workspace.count("partner_name", partner_id=one_id, name=other.name, code=other.code, verdict=DIFFERENT):
            step.add(_name(workspace, one_id, other, DIFFERENT))
    return step.change


def remember_former_name(workspace: Workspace, step: Step, before: Partner, after: Partner) -> None:
    """A partner got another name: files that use the former one mean it still."""
    if not before.name or plain(before.name) == plain(after.name):
        return
    if not workspace.count("partner_name", partner_id=before.id, name=before.name, code="", verdict=SAME):
        step.add(replace(_name(workspace, before.id or 0, before, SAME), code=""))


def _two(workspace: Workspace, one_id: int, other_id: int) -> tuple[Partner, Partner]:
    if one_id == other_id:
        raise Refused("A partner cannot be merged with itself; choose two.", "same-partner")
    found = [workspace.get("partner", i) for i in (one_id, other_id)]
    if None in found:
        raise Refused("This partner is not there any more.", "gone")
    return cast("tuple[Partner, Partner]", tuple(found))


def _called(partner: Partner) -> str:
    return partner.name or partner.short_name or partner.code or f"no. {partner.id}"


def _blanks(kept: Partner, other: Partner) -> dict[str, Any]:
    """The fields that the kept one leaves blank and the other states."""
    names = (f.name for f in fields(Partner) if f.name not in _OF_EVERY_RECORD)
    stated = {name: getattr(other, name) for name in names if getattr(kept, name) in (None, "")}
    return {name: value for name, value in stated.items() if value not in (None, "")}


def _name(workspace: Workspace, partner_id: int, other: Partner, verdict: str) -> PartnerName:
    return PartnerName(
        partner_id=partner_id,
        name=other.name or other.short_name,
        code=other.code,
        verdict=verdict,
        decided_at=this_moment(),
        decided_by=workspace.person,
    )


def _repoint(workspace: Workspace, step: Step, noun: str, column: str, old: int, new: int) -> None:
    records = workspace.find(noun, **{column: old})
    for start in range(0, len(records), _AT_ONCE):
        some: Sequence[Any] = records[start : start + _AT_ONCE]
        step.update_many([replace(r, **{column: new}) for r in some])


def _same_participations(workspace: Workspace, kept_id: int, other_id: int) -> dict[int, int]:
    """Participations of the other that say the same as one of the kept: other's id -> kept's id."""
    free: dict[tuple[Any, ...], list[int]] = {}
    for one in cast("list[Participation]", workspace.find("participation", partner_id=kept_id)):
        free.setdefault(_says(one), []).append(one.id or 0)
    same = {}
    for one in cast("list[Participation]", workspace.find("participation", partner_id=other_id)):
        if mine := free.get(_says(one)):
            same[one.id or 0] = mine.pop(0)
    return same


def _says(one: Participation) -> tuple[Any, ...]:
    names = (f.name for f in fields(Participation) if f.name not in _OF_EVERY_RECORD)
    return tuple(getattr(one, name) for name in names if name != "partner_id")


def _join_same_participations(workspace: Workspace, step: Step, kept_id: int, other_id: int) -> None:
    for old, new in _same_participations(workspace, kept_id, other_id).items():
        for noun, column in dependants.referrers("participation"):
            _repoint(workspace, step, noun, column.name, old, new)
        step.delete(cast(Record, workspace.get("participation", old)))


def _forget_difference(workspace: Workspace, step: Step, kept: Partner, other: Partner) -> None:
    """That they were told apart before is taken back by merging them."""
    for said in cast("list[PartnerName]", workspace.find("partner_name", partner_id=kept.id, verdict=DIFFERENT)):
        if (said.name, said.code) in {(p.name or p.short_name, p.code) for p in (kept, other)}:
            step.delete(said)
