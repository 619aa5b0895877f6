"""Work that costs more than was planned for it (earned value)."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.value_totals import totals
from collabdesk.auditing.wording import computed, day, index
from collabdesk.domain.told import told
from collabdesk.measures.evm import cpi


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    for value in facts.value or ():
        if not value.parts:
            continue
        found = totals(value, None, facts.as_of, is_now=True)
        bac, ev, ac = found.bac.value, found.ev.value, found.ac.value
        if ev is None or ac is None or bac is None or not ev:
            continue
        ratio = cpi(ev, ac).value
        if ratio is None or ratio >= settings["index"]:
            continue
        yield Draft(
            title=told("The work done cost more than was planned for it"),
            criteria=told("The cost performance index should be at least {index}", index=index(settings["index"])),
            condition=told(
                "By {day}, work planned at {ev} had cost {ac}: a cost performance index of {cpi}.",
                day=day(facts.as_of.isoformat()),
                ev=computed(ev, value.unit),
                ac=computed(ac, value.unit),
                cpi=index(ratio),
            ),
            effect=told(
                "The work so far cost {over} more than planned; at this rate the whole, planned at {bac}, costs {eac}.",
                over=computed(ac - ev, value.unit),
                bac=computed(bac, value.unit),
                eac=computed(bac / ratio, value.unit),
            ),
            seen=(f"{bac} {ev} {ac} {value.unit}",),
            figures=tuple(figure_id(facts, slug, unit=value.unit) for slug in ("cpi", "ev", "ac", "eac")),
        )


CRITERION = Criterion("value_cost_low", "Cost performance index", ("index",), _check, is_of_project=True)
