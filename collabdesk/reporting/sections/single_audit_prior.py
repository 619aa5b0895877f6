"""Summary schedule of prior audit findings, as 2 CFR 200.511(a) and (b) ask [eCFR text of 89 FR 30136].

Each with the reference number, the fiscal year it first occurred in, and its status: (b)(1) fully corrected; (b)(2) not
or partially corrected, with reasons, planned and partial action, or an explanation where other action was taken;
(b)(3) no longer valid, with the reasons.
"""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.findings import Finding
from collabdesk.domain.follow_ups import FollowUp
from collabdesk.reporting.content import Block, Column, Table, Text, say
from collabdesk.reporting.inputs.single_audit import SingleAudit, year_of
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section

_COLUMNS = (
    Column("Reference", 1.2), Column("First occurred in", 1.4), Column("Award", 1.3), Column("Finding", 3.8),
    Column("Status", 2.4), Column("Reasons and action", 3.6),
)  # fmt: skip
_ORDER = ("corrected", "partly_corrected", "not_corrected", "differs", "no_longer_valid", "")


def _compose(data: ReportData) -> Iterator[Block]:
    audit = data.single_audit
    if audit is None or not audit.findings:
        return
    prior = audit.prior()
    if not prior:
        yield say(t("No finding of an earlier year is on record."))
        return
    told = {f.finding_id: f for f in audit.follow_ups}
    ordered = sorted(prior, key=lambda f: _ORDER.index(_outcome(told.get(f.id))))
    yield Table("Prior audit findings", _COLUMNS, tuple(_row(audit, f, told.get(f.id)) for f in ordered))


def _outcome(told: FollowUp | None) -> str:
    return told.outcome if told and told.outcome in _ORDER else ""


def _row(audit: SingleAudit, f: Finding, told: FollowUp | None) -> tuple[Text, ...]:
    return (
        (f.code,), (_first_year(audit, f),), (f.award or "\u2013",), (f.title or f.text or f.condition,),
        (_status(audit, f, told),), (_why(audit, f, told),),
    )  # fmt: skip


def _first_year(audit: SingleAudit, f: Finding) -> str:
    """Back along the references of repeat findings; the year of the last one that is on record or named."""
    known = {g.code: g for g in audit.findings}
    seen: set[str] = set()
    code = f.code
    while (found := known.get(code)) is not None and found.repeat and found.prior_code and code not in seen:
        seen.add(code)
        code = found.prior_code
    return code.partition("-")[0] if code[:4].isdecimal() else year_of(f) or t("not recorded")


def _status(audit: SingleAudit, f: Finding, told: FollowUp | None) -> str:
    said = {
        "corrected": t("(b)(1) fully corrected"),
        "partly_corrected": t("(b)(2) partially corrected"),
        "not_corrected": t("(b)(2) not corrected"),
        "differs": t("(b)(2) corrective action differs"),
        "no_longer_valid": t("(b)(3) no longer valid, or no further action warranted"),
    }
    if outcome := _outcome(told):
        return said[outcome]
    again = _again(audit, f)
    return t("not recorded; reported again as {code}", code=again) if again else t("not recorded")


def _again(audit: SingleAudit, f: Finding) -> str:
    codes = dict.fromkeys(g.code for g in audit.findings if g.repeat and g.prior_code == f.code)
    return ", ".join(codes)


def _why(audit: SingleAudit, f: Finding, told: FollowUp | None) -> str:
    if told and told.text:
        return told.text
    if _outcome(told) == "corrected":
        return t("Corrective action was taken.")
    plan = " / ".join(a.text for a in audit.actions if a.finding_id == f.id)
    return t("planned action: {plan}", plan=plan) if plan else t("not recorded")


SECTION = Section("single_audit_prior", "Summary schedule of prior audit findings", _compose, starts_page=True)
