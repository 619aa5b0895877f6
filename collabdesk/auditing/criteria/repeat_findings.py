"""Findings of earlier audits that come again."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import listed, number
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    again = sorted({(f.code or f.title, f.prior_code) for f in facts.findings if f.repeat})
    stated = {f.code or f.title for f in facts.findings if f.repeat is not None}
    if len(again) < settings["at_least"]:
        return
    lines = [told("{code}, first as {prior}", code=code, prior=prior) if prior else code for code, prior in again]
    yield Draft(
        title=told("Findings of earlier audits repeat"),
        criteria=told("A finding should be corrected before the next audit"),
        condition=told(
            "{again} of {stated} that say whether they repeat an earlier one do: {list}.",
            again=counted_words(len(again), "{n} finding", "{n} findings"),
            stated=number(len(stated)),
            list=listed(lines),
        ),
        effect=told("The weaknesses persist, and the earlier corrective actions did not remove them."),
        seen=tuple(f"{code} {prior}" for code, prior in again),
        figures=(figure_id(facts, "findings-repeat"), figure_id(facts, "repeat-share")),
    )


CRITERION = Criterion("repeat_findings", "Repeat findings", ("at_least",), _check, is_pooled=True)
