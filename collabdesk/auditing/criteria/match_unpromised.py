"""Match that the agreement requires and nobody has pledged, or that is not coming as the project passes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts, total
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import computed, day, index, money, percent
from collabdesk.domain.told import told
from collabdesk.measures.elapsed import elapsed
from collabdesk.measures.match import required


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    project, known = facts.project, facts.pledges
    if project is None or known is None or known.match.ratio is None:
        return
    needed = required(known.match.ratio, project.funding).value
    its = [s for s in known.sums if s.purpose == "match"]
    unit = project.currency
    # In several currencies the figures say what is short; here only one sum is compared with one requirement.
    if not needed or any(s.unit != unit for s in its):
        return
    pledged = total([s.pledged for s in its]) or Decimal(0)
    received = total([s.received for s in its]) or Decimal(0)
    passed = elapsed(project.start, project.end, facts.as_of).value
    unpromised = max(Decimal(0), needed - max(pledged, received))
    behind = passed is not None and received < (passed - settings["lag"]) * needed
    if unpromised <= settings["amount"] and not behind:
        return
    yield Draft(
        title=told("The required match is not covered"),
        criteria=told(
            "The partners should add {ratio} of their own for each unit of funding ({source}), and what is received "
            "of it should not lag behind elapsed time by more than {lag}",
            ratio=index(known.match.ratio), source=known.match.source, lag=percent(settings["lag"]),
        ),
        condition=told(
            "Of {needed} required, {pledged} is pledged; by {day}, {received} ({share}) had been received or credited.",
            needed=computed(needed, unit), pledged=money(pledged, unit), day=day(facts.as_of.isoformat()),
            received=money(received, unit), share=percent(received / needed),
        ),
        effect=told(
            "{unpromised} is promised by nobody and {open} has still to come; the funder may reduce the grant.",
            unpromised=computed(unpromised, unit), open=computed(max(Decimal(0), needed - received), unit),
        ),
        seen=(f"{needed} {pledged} {received} {unit}",),
        figures=tuple(
            figure_id(facts, slug, unit=unit) for slug in ("match-required", "match-unpromised", "match-short")
        ),
    )  # fmt: skip


CRITERION = Criterion("match_unpromised", "Match", ("amount", "lag"), _check, is_of_project=True)
