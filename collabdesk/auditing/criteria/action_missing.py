"""Audit findings that no corrective action answers."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import listed, number
from collabdesk.domain.findings import Finding
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    every = {_name(f) for f in facts.findings}
    bare = sorted({_name(f) for f in facts.findings if not _is_answered(facts, f)})
    if len(bare) < settings["at_least"]:
        return
    yield Draft(
        title=told("Findings without a corrective action"),
        criteria=told("Each audit finding should have a corrective action with a person and a date"),
        condition=told(
            "For {bare} of {every} no corrective action is recorded: {list}.",
            bare=counted_words(len(bare), "{n} finding", "{n} findings"),
            every=number(len(every)),
            list=listed(bare),
        ),
        effect=told("Nobody is recorded as answerable for correcting them."),
        seen=tuple(bare),
        figures=(figure_id(facts, "findings"),),
    )


def _name(finding: Finding) -> str:
    return finding.code or finding.title or told("finding {id} without a reference", id=finding.id)


def _is_answered(facts: Facts, finding: Finding) -> bool:
    by_code = (finding.project_id, finding.code) in facts.answered or finding.code in facts.answered_anywhere
    return finding.id in facts.answered_ids or (bool(finding.code) and by_code)


CRITERION = Criterion("action_missing", "Corrective actions", ("at_least",), _check, is_pooled=True)
