"""Float: by how many days each open entry of the plan may slip before the plan's last finish moves."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.auditing.plan_cells import dates_of
from collabdesk.domain.figures import Figure
from collabdesk.domain.told import in_a_row
from collabdesk.measures.critical_path import FLOAT, passes
from collabdesk.usecases.figuring import Group, figure

_SHOWN = 200


def _figures(facts: Facts) -> Iterator[Figure]:
    plan = facts.plan
    if plan is None:
        return
    path = passes([e.activity for e in plan.entries if not e.is_cancelled])
    everything = dates_of(plan.entries)
    open_entries = [e for e in plan.entries if not e.is_done and not e.is_cancelled]
    for e in open_entries[:_SHOWN]:
        timing = path.timings.get(e.name)
        yield figure(
            facts, "plan_float", FLOAT, "float", path.float_of(e.name),
            detail=" ".join(part for part in (e.code, e.title) if part),
            detail_slug=slug_of(e.code) if e.code else f"{e.subject[0]}{e.id}",
            inputs={
                "code": e.name,
                "early finish": timing.finish.isoformat() if timing else None,
                "late finish": timing.late_finish.isoformat() if timing else None,
                "waits for": in_a_row(map(str, e.waits)) or None,
            },
            basis=everything,
        )  # fmt: skip


GROUP = Group("plan_float", 46, _figures)
