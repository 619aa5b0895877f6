"""Findings and questioned costs for Federal awards, the third component of the schedule.

Organised by Federal agency or pass-through entity (2 CFR 200.515(d)(3)(i)); each finding with its elements in the order
of 200.516(b)(1) to (11) and its reference number (200.516(c)) [eCFR text of 89 FR 30136, 22 April 2024].
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from collabdesk.domain.awards import Award
from collabdesk.domain.findings import Finding
from collabdesk.domain.recommendations import Recommendation
from collabdesk.reporting.content import Block, FindingCard, Subheading, Text, say
from collabdesk.reporting.inputs.single_audit import SingleAudit
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import amount, spoken

_FLAGS = (
    ("modified_opinion", "Modified opinion"), ("other_matters", "Other matters"),
    ("material_weakness", "Material weakness"), ("significant_deficiency", "Significant deficiency"),
    ("other", "Other findings"),
)  # fmt: skip


def _compose(data: ReportData) -> Iterator[Block]:
    audit = data.single_audit
    if audit is None or not audit.findings:
        return
    current = audit.current()
    yield say(t("Audit year {year}.", year=audit.year) if audit.year else t("The audit year is not recorded."))
    same: dict[str, list[Finding]] = {}
    for finding in current:
        same.setdefault(finding.code or f"#{finding.id}", []).append(finding)
    groups: dict[str, list[list[Finding]]] = {}
    for found in same.values():
        groups.setdefault(_payers(audit, found), []).append(found)
    for payer in sorted(groups, key=lambda name: (not name, name.casefold())):
        yield Subheading(payer or t("Federal agency not recorded"))
        for found in groups[payer]:
            yield _card(audit, found)


def _payers(audit: SingleAudit, found: list[Finding]) -> str:
    """Whoever pays the awards that a finding is of, each once."""
    return ", ".join(dict.fromkeys(p for f in found if (p := _payer(audit.award_of(f)))))


def _payer(award: Award | None) -> str:
    if award is None:
        return ""
    return award.pass_through_name or award.agency


def _card(audit: SingleAudit, found: list[Finding]) -> FindingCard:
    """One finding; where it is of several awards it stands on several lines of the workbook, and is presented once."""
    finding = found[0]
    title = finding.title or _first_sentence(finding.text or finding.condition) or t("Its text is not recorded")
    return FindingCard(finding.code, title, _marked(finding), spoken(finding.status), tuple(_elements(audit, found)))


def _first_sentence(text: str) -> str:
    line = " ".join(text.split())
    first = line.split(". ")[0]
    return first if len(first) <= 110 else first[:110].rpartition(" ")[0] + " \u2026"


def _marked(finding: Finding) -> str:
    """The grid of the data collection form, as its letters stand there: `NNNYN`."""
    letters = {True: "Y", False: "N", None: "\u2013"}
    grid = "".join(letters[getattr(finding, name)] for name, _ in _FLAGS)
    return grid if any(getattr(finding, name) is not None for name, _ in _FLAGS) else ""


def _elements(audit: SingleAudit, found: list[Finding]) -> Iterator[tuple[str, Text]]:
    f, absent = found[0], t("not recorded")
    yield "(1) Program and award", (_each(_award(audit.award_of(one), one) for one in found) or absent,)
    yield "(2) Criteria", (_criteria(f) or absent,)
    yield "(3) Condition", (f.condition or f.text or absent,)
    yield "(4) Cause", (f.cause or absent,)
    yield "(5) Effect", (f.effect or absent,)
    yield "(6) Questioned costs", (_each(map(_questioned, found)),)
    yield "(7) If undetermined", (_undetermined(f),)
    yield "(8) Perspective", (absent,)
    yield "(9) Repeat finding", (_repeat(f),)
    yield "(10) Recommendation", (_each(a.text for a in audit.actions if _is_advice(a, f)) or absent,)
    yield "(11) Views of officials", (_each(r.text for r in audit.responses if r.finding_id == f.id) or absent,)
    yield "Classified as", (_flags(f) or absent,)
    if places := _each(audit.places.get(one.id or 0, "") for one in found):
        yield "Source", (places,)


def _each(texts: Iterable[str]) -> str:
    """Each of them once."""
    return " / ".join(dict.fromkeys(text for text in texts if text))


def _is_advice(action: Recommendation, f: Finding) -> bool:
    """The auditor's own recommendation; the auditee's plan is a document of its own (200.511(c))."""
    return action.form == "recommendation" and action.finding_id == f.id


def _award(award: Award | None, f: Finding) -> str:
    """Assistance listing with title, award number, agency, and the pass-through entity where there is one."""
    if award is None:
        return f.award
    start = str(award.start or "")[:4]
    through = " ".join(w for w in (award.pass_through_name, award.pass_through_code) if w)
    parts = (
        " ".join(w for w in (award.programme_code, award.title) if w),
        t("award {number}", number=award.code) if award.code else "",
        t("of {year}", year=start) if start else t("year not recorded"),
        award.agency or t("Federal agency not recorded"),
        t("passed through by {entity}", entity=through) if through else "",
    )
    return "; ".join(p for p in parts if p)


def _criteria(f: Finding) -> str:
    asked = t("compliance requirement {letters}", letters=f.requirement) if f.requirement else ""
    return "; ".join(w for w in (f.criteria, asked) if w)


def _questioned(f: Finding) -> str:
    if f.questioned_known is None:
        if f.questioned_cost is not None:
            return (
                t("marked as questioned costs; the amount is not recorded") if f.questioned_cost else t("none marked")
            )
        return t("not recorded")
    known = t("{amount} known", amount=amount(f.questioned_known, f.currency))
    likely = ""
    if f.questioned_likely is not None:
        likely = t("{amount} likely", amount=amount(f.questioned_likely, f.currency))
    how = t("how it was computed is not recorded") if f.questioned_known else ""
    return "; ".join(w for w in (known, likely, how) if w)


def _undetermined(f: Finding) -> str:
    is_open = f.questioned_known is None and f.questioned_cost is True
    return t("not recorded") if is_open else t("does not apply")


def _repeat(f: Finding) -> str:
    if f.repeat is None:
        return t("not recorded")
    if not f.repeat:
        return t("No repeat.")
    if f.prior_code and f.prior_code.upper() != "N/A":
        return t("Yes, of {code}.", code=f.prior_code)
    return t("Yes; the earlier reference is not recorded.")


def _flags(f: Finding) -> str:
    return ", ".join(t(words) for name, words in _FLAGS if getattr(f, name) is True)


SECTION = Section("single_audit_awards", "Findings and questioned costs for Federal awards", _compose)
