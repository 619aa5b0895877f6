"""Corrective action plan: a document of its own, for each finding of the year (2 CFR 200.511(c)).

In the order of the text: the reference number (200.511(a)), the contact persons, the corrective action, the anticipated
completion date; where the auditee does not agree, its reasons [eCFR text of 89 FR 30136, 22 April 2024].
"""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.findings import Finding
from collabdesk.domain.recommendations import Recommendation
from collabdesk.reporting.content import Block, Column, Subheading, Table, Text, say
from collabdesk.reporting.inputs.single_audit import SingleAudit
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import day

_COLUMNS = (
    Column("Reference", 1.2), Column("Contact person", 2.2), Column("Corrective action", 5.4),
    Column("Anticipated completion", 2.0), Column("Reasons where not agreed", 2.6),
)  # fmt: skip
_PLAN, _LONGEST = "corrective_action", 700
_DISAGREES = frozenset({"disagree", "partly"})


def _compose(data: ReportData) -> Iterator[Block]:
    audit = data.single_audit
    if audit is None or not audit.findings:
        return
    yield say(
        t("Contact and date are those of the plan's own columns; what the plan's text says of them is not taken out "
          "of it, for nobody confirmed it."), "note",
    )  # fmt: skip
    yield Table("Corrective action by finding", _COLUMNS, tuple(_rows(audit)))
    for finding in audit.current_once():
        for action in _plans(audit, finding):
            if len(action.text) > _LONGEST:
                yield Subheading(t("Corrective action on {code}", code=finding.code))
                yield from (say(line) for line in action.text.splitlines() if line.strip())


def _rows(audit: SingleAudit) -> Iterator[tuple[Text, ...]]:
    for finding in audit.current_once():
        its = _plans(audit, finding)
        if not its:
            yield ((finding.code,), (t("not recorded"),), (t("No corrective action is recorded."),),
                   (t("not recorded"),), (_reasons(audit, finding),))  # fmt: skip
        for action in its:
            yield _row(audit, finding, action)


def _plans(audit: SingleAudit, finding: Finding) -> list[Recommendation]:
    return [a for a in audit.actions if a.form == _PLAN and finding.code in (a.finding, _code_of(audit, a))]


def _code_of(audit: SingleAudit, action: Recommendation) -> str:
    return next((f.code for f in audit.findings if f.id == action.finding_id), "")


def _row(audit: SingleAudit, finding: Finding, action: Recommendation) -> tuple[Text, ...]:
    due = day(action.due) if action.due else t("not recorded")
    contact = action.contact or action.addressee or t("not recorded")
    text = t("Printed in full below.") if len(action.text) > _LONGEST else action.text or t("not recorded")
    return ((finding.code,), (contact,), (text,), (due,), (_reasons(audit, finding),))


def _reasons(audit: SingleAudit, finding: Finding) -> str:
    said = [r.text for r in audit.responses if r.finding_id == finding.id and r.stance in _DISAGREES]
    return " / ".join(said) or "\u2013"


SECTION = Section("single_audit_corrective", "Corrective action plan", _compose, starts_page=True)
