"""What may not simply be typed into a plan: days that need evidence, frozen dates, what is in others' hands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from collabdesk.domain.deliverable_kinds import READ_ONLY
from collabdesk.domain.problems import Refused
from collabdesk.usecases.plan import baselines, evidence
from collabdesk.usecases.plan.entries import APPROVED, SUBJECTS
from collabdesk.usecases.workspace import Workspace

Fields = Mapping[str, Any]
_ACTS = {
    "achieved": "{name} is set as achieved by an act of its own, with the file that shows it.",
    "cancelled": "{name} is cancelled only by an amendment: name it.",
    "planned": "{name} was missed: it is planned anew only with a baseline change, its reason and its decision.",
}


class Heeded:
    """Asks for one project after the other what is frozen and proven; each is read once."""

    def __init__(self, workspace: Workspace) -> None:
        self._frozen = cache(lambda project_id: _frozen_names(workspace, project_id))
        self._proven = cache(lambda project_id: evidence.proven(workspace, project_id))

    def objections(self, noun: str, before: Fields, values: Fields) -> Iterator[tuple[str, str]]:
        """Fields that cannot be set so, each with its sentence. `before` is what is there (no `id`: a new record)."""
        changed = {field for field, value in values.items() if value != before.get(field)}
        name = str(before.get("code") or before.get("title") or values.get("code") or values.get("title") or "It")
        if before.get("id") is not None:
            yield from self._of_kept(noun, name, before, changed)
        if noun == "milestone" and "achieved" in changed and values["achieved"]:
            key = ("milestone", name)
            if before.get("status") != "achieved" or key not in self._proven(before.get("project_id")):
                yield "achieved", _ACTS["achieved"].format(name=name)

    def _of_kept(self, noun: str, name: str, before: Fields, changed: set[str]) -> Iterator[tuple[str, str]]:
        status = before.get("status")
        if noun == "deliverable" and status in READ_ONLY:
            for field in sorted(changed):
                yield field, f"{name} is {status}: it changes only after a revision was requested."
            return
        code, names = self._frozen(before.get("project_id"))
        if (noun, name) not in names:
            return
        for field in sorted(changed.intersection(APPROVED[noun])):
            yield (
                field,
                (
                    f"{name} is frozen in baseline {code}. Give a forecast, or freeze a further baseline with its"
                    " reason and decision."
                ),
            )
        if "code" in changed or ("title" in changed and not before.get("code")):
            yield "code", f"{name} is known by this number in baseline {code}; it keeps it."


def _frozen_names(workspace: Workspace, project_id: int | None) -> tuple[str, frozenset[tuple[str, str]]]:
    """The last baseline's code, and the entries in it."""
    baseline = baselines.last(workspace, project_id) if project_id is not None else None
    if baseline is None:
        return "", frozenset()
    lines = baselines.lines_of(workspace, baseline)
    return baseline.code, frozenset((line.subject, line.code or line.title) for line in lines)


def heed(workspace: Workspace, noun: str, before: Fields, values: Fields) -> None:
    """Refused, with the first objection, where these fields of a record may not be set so."""
    if noun in SUBJECTS:
        for _, sentence in Heeded(workspace).objections(noun, before, values):
            raise Refused(sentence, "not-typed")


def heed_delete(noun: str, record: Any) -> None:
    """Refused for a deliverable that was handed in."""
    if noun == "deliverable" and record.status in READ_ONLY:
        name = record.code or record.title
        raise Refused(f"{name} is {record.status}: what was handed in is not deleted.", "not-typed")


def heed_move(noun: str, record: Any, status: str) -> None:
    """Refused for a move of a milestone that is an act of its own, with more to state."""
    if noun == "milestone" and status in _ACTS:
        raise Refused(_ACTS[status].format(name=record.code or record.title), "not-typed")
