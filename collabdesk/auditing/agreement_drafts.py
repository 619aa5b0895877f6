"""A criterion over the books of an agreement: the remarks of one check, drafted as one finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from collabdesk.auditing.agreement_remarks import all_remarks
from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import day, listed
from collabdesk.domain.told import told


@dataclass(frozen=True, slots=True)
class Check:
    """`key` is the check of the remarks and the criterion's own; `counted` says how many of what it looks at.

    `title`, `should` and `effect` are told; `figures` are the slugs of the figures that say how many.
    """

    key: str
    title: str
    should: str
    effect: str
    counted: Callable[[int], str]
    figures: tuple[str, ...]

    def criterion(self) -> Criterion:
        """The criterion that drafts a finding from this check's remarks."""
        return Criterion(self.key, str(self.title), (), self._drafts, is_of_project=True)

    def _drafts(self, facts: Facts, _settings: Settings) -> Iterator[Draft]:
        if facts.agreement is None:
            return
        met = [r for r in all_remarks(facts.agreement, facts.as_of) if r.check == self.key]
        if not met:
            return
        records = len({(r.noun, r.id, r.name) for r in met})
        each = [told("{name}: {what}", name=r.name, what=r.text) for r in met]
        yield Draft(
            title=self.title,
            criteria=self.should,
            condition=told(
                "On record by {day}: {records}. {list}",
                day=day(facts.as_of.isoformat()), records=self.counted(records), list=listed(each, " "),
            ),
            effect=self.effect,
            seen=tuple(r.seen for r in met),
            figures=tuple(figure_id(facts, slug) for slug in self.figures),
        )  # fmt: skip
