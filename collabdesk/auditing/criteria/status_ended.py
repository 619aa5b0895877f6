"""Projects past their end that still count as active."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.domain.dates import in_words, latest

_RUNNING = frozenset({"", "active", "signed", "ongoing", "open", "running", "in progress", "suspended"})


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    project = facts.project
    if project is None or project.end is None or project.status not in ("active", "suspended"):
        return
    past = (facts.as_of - latest(project.end)).days
    # The funder's own word wins: it may say closed in a status that nobody has moved here yet.
    if past <= settings["days"] or project.funder_status.strip().lower() not in _RUNNING:
        return
    words = f" (the funder's word: {project.funder_status})" if project.funder_status else ""
    yield Draft(
        title="The project is past its end but still active",
        criteria=f"A project should be ended or extended no later than {settings['days']} days after its end date",
        condition=f"The project ended on {in_words(project.end)}; on {facts.day} its status is "
        f"{project.status}{words}.",
        effect="Final reports, payments and the closing of the books may be outstanding.",
        seen=(f"{project.end} {project.status}",),
        figures=(figure_id(facts, "elapsed"),),
    )


CRITERION = Criterion("status_ended", "Status after the end", ("days",), _check)
