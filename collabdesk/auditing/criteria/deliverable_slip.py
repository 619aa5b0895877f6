"""Deliverables whose forecast is far behind their due day."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import day, days, listed, named, number
from collabdesk.domain.dates import latest
from collabdesk.domain.told import counted_words, told
from collabdesk.measures.deliverable_delivery import is_handed_in


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.project is None:
        return
    open_ones = [d for d in facts.deliverables if d.due and d.forecast and not is_handed_in(d, facts.as_of)]
    slips = [((latest(d.forecast or "") - latest(d.due or "")).days, d) for d in open_ones]
    far = sorted((p for p in slips if p[0] > settings["days"]), key=lambda p: (-p[0], p[1].code, p[1].title))
    if not far:
        return
    lines = [
        told("{name}, due {due}, forecast {forecast} ({days})", name=named(d.code, d.title), due=day(d.due or ""),
             forecast=day(d.forecast or ""), days=days(slip))
        for slip, d in far
    ]  # fmt: skip
    yield Draft(
        title=told("Deliverables are forecast long after their due day"),
        criteria=told(
            "A deliverable should be forecast within {days} of its due day, or its date be amended",
            days=days(int(settings["days"])),
        ),
        condition=told(
            "{far} of {open} not handed in yet that have a forecast are further behind: {list}.",
            far=counted_words(len(far), "{n} deliverable", "{n} deliverables"),
            open=number(len(open_ones)),
            list=listed(lines),
        ),
        effect=told("The furthest is {days} late; what waits for these deliverables moves with them.",
                    days=days(far[0][0])),
        seen=tuple(f"{d.code} {d.title} {d.due} {d.forecast}" for _, d in far),
        figures=(figure_id(facts, "deliverables"), figure_id(facts, "deliverable-delivery")),
    )  # fmt: skip


CRITERION = Criterion("deliverable_slip", "Forecasts of deliverables", ("days",), _check)
