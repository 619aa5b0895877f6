"""Projects past their end that still count as active."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import day, days
from collabdesk.domain.dates import latest
from collabdesk.domain.projects import Project
from collabdesk.domain.told import told

_STATUS = {"active": told("active"), "suspended": told("suspended")}
_RUNNING = frozenset({"", "active", "signed", "ongoing", "open", "running", "in progress", "suspended"})


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    project = facts.project
    if project is None or project.end is None or project.status not in _STATUS:
        return
    past = (facts.as_of - latest(project.end)).days
    # The funder's own word wins: it may say closed in a status that nobody has moved here yet.
    if past <= settings["days"] or project.funder_status.strip().lower() not in _RUNNING:
        return
    yield Draft(
        title=told("The project is past its end but still active"),
        criteria=told(
            "A project should be ended or extended no later than {days} after its end date",
            days=days(int(settings["days"])),
        ),
        condition=_condition(facts, project),
        effect=told("Final reports, payments and the closing of the books may be outstanding."),
        seen=(f"{project.end} {project.status}",),
        figures=(figure_id(facts, "elapsed"),),
    )


def _condition(facts: Facts, project: Project) -> str:
    said = {
        "end": day(project.end or ""), "day": day(facts.as_of.isoformat()), "status": _STATUS[project.status],
    }  # fmt: skip
    if not project.funder_status:
        return told("The end of the project is {end}; on {day} its status is {status}.", **said)
    return told(
        "The end of the project is {end}; on {day} its status is {status} (the funder's word: {word}).",
        **said, word=project.funder_status,
    )  # fmt: skip


CRITERION = Criterion("status_ended", "Status after the end", ("days",), _check)
