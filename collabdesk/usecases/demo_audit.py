"""The demonstration's audit: who audits and with which interests, a sample tested, answers, evidence, conclusions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from collabdesk.domain.audits import Audit
from collabdesk.domain.sample_terms import Restriction
from collabdesk.usecases import audits, sampling
from collabdesk.usecases.plan.evidence import Proof
from collabdesk.usecases.workspace import Workspace

_FROM, _DECLARED, _ANSWERED = date(2024, 1, 1), date(2026, 5, 4), date(2026, 7, 13)
_OBJECTIVES = (
    "To assess whether the consortium uses its means as planned.",
    "To assess whether milestones, deliverables and targets are reached when promised.",
    "To assess whether the costs declared for the first period are as the records show.",
)
_CONCLUSIONS = (
    "Means are used as planned in most categories; contributions of some partners are behind what was pledged.",
    "Not all that had fallen due was reached on time; the reasons recorded lie with suppliers and permits.",
    "The costs tested are as recorded but for the errors in the sample.",
)
_ERRORS = {
    3: (Decimal("0.85"), "The invoice includes a private share of 15 %."),
    9: (Decimal("0.97"), "Value-added tax that is recovered was declared."),
}
"""By place in the sample: the share of the book value that was found to be right, and why."""
_ANSWERS = {
    "contribution_short": (
        "agree", "We agree. The three partners were written to on 6 July, and dated instalments go to the assembly.",
    ),
    "cost_rejected": (
        "partly", "We agree with the facts. Offers had been asked for; the partner is looking for their record.",
    ),
    "effort_over_year": (
        "disagree", "Days of travel at weekends were recorded in full; none above 215 in a year has been declared.",
    ),
}  # fmt: skip
"""By the criterion of the finding: the stance and the words of the auditee."""
_MINUTES = b"Minutes of the General Assembly, 16 June 2026, item 4: the new dates of the sea trial were agreed.\n"


def engage(workspace: Workspace, project: str, as_of: date) -> Audit:
    """Plan the audit of the demonstration's project."""
    return audits.plan(
        workspace,
        project,
        "Mid-term performance audit",
        as_of,
        period_start=_FROM,
        period_end=as_of,
        objectives=_OBJECTIVES,
        scope="The grant from its start to the day of the figures; all participants.",
        team=[
            audits.member("A. Revisor", "lead", "None.", "Audit office", _DECLARED),
            audits.member("B. Controller", "financial audit", "Employed by partner IKW until 2019.", on=_DECLARED),
        ],
        independence="Nobody on the team took part in the project or decides on its money.",
        limitations="Accounts of the partners themselves were not examined.",
        addressee="General Assembly",
        distribution="General Assembly\nProject officer of the funder\nPartners concerned",
    )


def draw_and_test(workspace: Workspace, audit: Audit) -> None:
    """Draw a monetary-unit sample of the costs and record what each item was found to be."""
    sample = sampling.draw(
        workspace,
        audit,
        design=sampling.Design(tolerable=Decimal("0.10"), expected=Decimal("0.02")),
        restriction=Restriction(currency="EUR"),
        seed="20260630",
        title="Costs declared in euro",
    )
    found = []
    for place, item in enumerate(sampling.items(workspace, sample)):
        share, why = _ERRORS.get(place, (Decimal(1), ""))
        audited = None if item.book is None else round(item.book * share, 2)
        found.append(replace(item, audited=audited, explanation=why))
    with workspace.changing("Record what the sample was found to be") as step:
        step.update_many(found)


def settle(workspace: Workspace, audit: Audit) -> None:
    """What follows the findings: a document as evidence, the auditee's answers, a conclusion on each objective."""
    issued = [f for f in audits.findings_of(workspace, audit) if f.status == "issued"]
    proof = Proof("minutes-2026-06-16.txt", _MINUTES, "Minutes of the General Assembly", "minutes", "Coordinator")
    slipped = next((f for f in issued if f.criterion == "milestone_slip"), issued[0])
    audits.attach_bytes(workspace, slipped, proof, _ANSWERED)
    for finding in issued:
        if finding.criterion in _ANSWERS:
            stance, text = _ANSWERS[finding.criterion]
            audits.respond(workspace, finding, stance, text, "Coordinator", _ANSWERED)
    for objective, conclusion in zip(audits.objectives_of(workspace, audit), _CONCLUSIONS, strict=True):
        audits.conclude(workspace, objective, conclusion)
