"""Which records of a project break rules: a few are read at once, many are judged by the values that they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import Any

from collabdesk.auditing.item_rules import ItemRule
from collabdesk.usecases.workspace import Workspace

_READ_WHOLE = 20_000
"""Records up to which one look at all is quicker than a look for each rule."""


def counted(
    workspace: Workspace, noun: str, project_id: int | None, rules: Sequence[ItemRule], context: Any
) -> dict[str, int]:
    """How many records break each rule; rules that nobody breaks are left out."""
    found: Counter[str] = Counter()
    if workspace.count(noun, project_id=project_id) <= _READ_WHOLE:
        found.update(rule.code for rule, _ in _each(workspace, noun, project_id, rules, context))
    else:
        for rule, _, records in _grouped(workspace, noun, project_id, rules, context):
            found[rule.code] += records
    return dict(found)


def broken(
    workspace: Workspace, noun: str, project_id: int | None, rules: Sequence[ItemRule], context: Any
) -> list[int]:
    """The ids of the records that break any of the rules."""
    if workspace.count(noun, project_id=project_id) <= _READ_WHOLE:
        return sorted({number for _, number in _each(workspace, noun, project_id, rules, context)})
    ids: set[int] = set()
    for _, where, _ in _grouped(workspace, noun, project_id, rules, context):
        ids.update(workspace.ids(noun, where=where))
    return sorted(ids)


def _each(
    workspace: Workspace, noun: str, project_id: int | None, rules: Sequence[ItemRule], context: Any
) -> Iterator[tuple[ItemRule, int]]:
    """Each broken rule with the record that breaks it."""
    fields = tuple(dict.fromkeys(("id", *(f for rule in rules for f in (*rule.fields, *rule.within)))))
    place = {name: n for n, name in enumerate(fields)}
    asked = [(rule, [place[f] for f in rule.fields], cache(partial(rule.broken, context))) for rule in rules]
    within = [[(place[f], v if isinstance(v, tuple) else (v,)) for f, v in rule.within.items()] for rule in rules]
    for group in workspace.sums(noun, (), by=fields, where={"project_id": project_id}):
        key = group.key
        for (rule, places, is_broken), conditions in zip(asked, within, strict=True):
            if all(key[n] in values for n, values in conditions) and is_broken(*(key[n] for n in places)):
                yield rule, key[0]


def _grouped(
    workspace: Workspace, noun: str, project_id: int | None, rules: Sequence[ItemRule], context: Any
) -> Iterator[tuple[ItemRule, dict[str, object], int]]:
    for rule in rules:
        where: dict[str, object] = {"project_id": project_id, **rule.within}
        for group in workspace.sums(noun, (), by=rule.fields, where=where):
            if rule.broken(context, *group.key):
                yield rule, where | dict(zip(rule.fields, group.key, strict=True)), group.records
