"""Milestones achieved and deliverables handed in of which no file is kept, where files of others are."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import listed, named, number
from collabdesk.domain.told import counted_words, told

_SLUGS = {"milestone": "milestones", "deliverable": "deliverables"}


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    plan = facts.plan
    # Where no file is kept of anything, files are kept elsewhere: their absence here says nothing.
    if plan is None or not plan.proven:
        return
    reached = [e for e in plan.entries if e.subject in _SLUGS and e.is_done and not e.is_cancelled]
    bare = [e for e in reached if e.key not in plan.proven]
    if len(bare) < settings["at_least"]:
        return
    yield Draft(
        title=told("What was delivered is not proven by a file"),
        criteria=told("What is achieved or handed in should be proven by a file on record"),
        condition=told(
            "For {bare} of {reached} achieved or handed in no file is recorded: {list}.",
            bare=counted_words(len(bare), "{n} entry of the plan", "{n} entries of the plan"),
            reached=number(len(reached)),
            list=listed([named(e.code, e.title) for e in bare]),
        ),
        effect=told("That these were delivered rests on a status alone."),
        seen=tuple(str(e.key) for e in bare),
        figures=tuple(
            figure_id(facts, f"evidence-missing-{slug}")
            for subject, slug in _SLUGS.items()
            if any(e.subject == subject for e in bare)
        ),
    )


CRITERION = Criterion("delivery_unproven", "Files that prove delivery", ("at_least",), _check, is_of_project=True)
