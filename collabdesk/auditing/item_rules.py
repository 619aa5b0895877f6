"""A rule that records of one noun are held against: broken, it is a problem beside the row, never a silent omission."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from collabdesk.domain.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class ItemRule:
    """`broken(context, *values of fields)` gives the sentence for the person, or "" where the rule is kept.

    It looks at `fields` only, so that many records can be judged by the values that they share. `within` are the
    values that a record must have for the rule to be about it at all.
    """

    code: str
    fields: tuple[str, ...]
    broken: Callable[..., str]
    severity: Severity = Severity.ERROR
    within: Mapping[str, Any] = field(default_factory=dict)

    def of(self, context: Any, row: Mapping[str, Any]) -> Problem | None:
        """The problem of one record, or None."""
        if any(not _is_one_of(row.get(name), values) for name, values in self.within.items()):
            return None
        text = self.broken(context, *(row.get(name) for name in self.fields))
        return Problem(self.code, text, severity=self.severity) if text else None


def _is_one_of(value: object, values: Any) -> bool:
    return bool(value in values if isinstance(values, tuple) else value == values)


def problems_of(rules: Iterable[ItemRule], context: Any, row: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong with one record."""
    found = (rule.of(context, row) for rule in rules)
    return (problem for problem in found if problem is not None)
