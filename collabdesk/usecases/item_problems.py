"""Which records of a project break rules, found by the values that records share instead of one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from collabdesk.auditing.item_rules import ItemRule
from collabdesk.usecases.workspace import Workspace


def counted(
    workspace: Workspace, noun: str, project_id: int | None, rules: Iterable[ItemRule], context: Any
) -> dict[str, int]:
    """How many records break each rule; rules that nobody breaks are left out."""
    found: Counter[str] = Counter()
    for rule, _, records in _broken(workspace, noun, project_id, rules, context):
        found[rule.code] += records
    return dict(found)


def broken(
    workspace: Workspace, noun: str, project_id: int | None, rules: Iterable[ItemRule], context: Any
) -> list[int]:
    """The ids of the records that break any of the rules."""
    ids: set[int] = set()
    for _, where, _ in _broken(workspace, noun, project_id, rules, context):
        ids.update(workspace.ids(noun, where=where))
    return sorted(ids)


def _broken(
    workspace: Workspace, noun: str, project_id: int | None, rules: Iterable[ItemRule], context: Any
) -> Iterator[tuple[ItemRule, dict[str, object], int]]:
    for rule in rules:
        where: dict[str, object] = {"project_id": project_id, **rule.within}
        for group in workspace.sums(noun, (), by=rule.fields, where=where):
            if rule.broken(context, *group.key):
                yield rule, where | dict(zip(rule.fields, group.key, strict=True)), group.records
