"""Reports of periods that are over and whose report is past its due day."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.cost_facts import PeriodFacts
from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id, slug_of
from collabdesk.auditing.wording import day, days, listed, number
from collabdesk.domain.dates import earliest
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    every = [p for p in (facts.cost_facts.periods if facts.cost_facts else ()) if p.due and p.due < facts.as_of]
    late = [(p, n) for p in every if (n := _late(p, facts)) > settings["days"]]
    if not late:
        return
    open_ones = [p for p, _ in late if not _submitted(p, facts)]
    yield Draft(
        title=told("Periodic reports are late"),
        criteria=told("The report of a period should be submitted by the day on which it is due"),
        condition=told(
            "By {day}, {late} of {every} whose report had fallen due were late or still open: {list}.",
            day=day(facts.as_of.isoformat()),
            late=counted_words(len(late), "{n} period", "{n} periods"),
            every=number(len(every)),
            list=listed([_line(p, n, facts) for p, n in late]),
        ),
        effect=told("The payment that follows a report waits for it; the longest delay is {days}.",
                    days=days(max(n for _, n in late))),
        severity="high" if open_ones else settings.severity,
        seen=tuple(f"{p.period.code} {p.due} {p.period.submitted_on}" for p, _ in late),
        figures=tuple(figure_id(facts, "report-late", slug_of(p.period.code)) for p, _ in late),
    )  # fmt: skip


def _submitted(one: PeriodFacts, facts: Facts) -> bool:
    return bool(one.period.submitted_on) and earliest(one.period.submitted_on or "") <= facts.as_of


def _late(one: PeriodFacts, facts: Facts) -> int:
    until = earliest(one.period.submitted_on or "") if _submitted(one, facts) else facts.as_of
    return (until - one.due).days if one.due else 0


def _line(one: PeriodFacts, late: int, facts: Facts) -> str:
    said = {"code": one.period.code, "due": day(one.due.isoformat() if one.due else ""), "from": one.due_from}
    if not _submitted(one, facts):
        return told("{code}, due {due} ({from}), not submitted", **said)
    submitted = day(one.period.submitted_on or "")
    return told("{code}, due {due} ({from}), submitted {on}, {days} late", **said, on=submitted, days=days(late))


CRITERION = Criterion("report_overdue", "Periodic reports in time", ("days",), _check, is_of_project=True)
