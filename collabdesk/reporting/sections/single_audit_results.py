"""Summary of the auditor's results, the first component of the schedule of findings and questioned costs.

In the order of 2 CFR 200.515(d)(1)(i) to (ix) [eCFR text of 89 FR 30136, 22 April 2024]. Imported workbooks hold few of
these statements: what they do not hold is said to be not recorded, never concluded.
"""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.findings import Finding
from collabdesk.reporting.content import Block, Column, Table, Text, say
from collabdesk.reporting.inputs.single_audit import SingleAudit
from collabdesk.reporting.language import n, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section

_COLUMNS = (Column("Element", 4.4), Column("2 CFR", 1.9), Column("As recorded", 5.0))


def _compose(data: ReportData) -> Iterator[Block]:
    audit = data.single_audit
    if audit is None:
        return
    if not audit.findings and not audit.awards:
        yield say(t("No single-audit workbook is imported: neither awards nor findings are on record."))
        return
    yield say(
        t("Printed from the imported workbooks in the order of 2 CFR 200.515(d) and 200.516(b), 89 FR 30136. What the "
          "workbooks do not hold is said to be not recorded; nothing is concluded from its absence."),
    )  # fmt: skip
    yield Table("Summary of the auditor's results", _COLUMNS, tuple(_rows(audit)))


def _rows(audit: SingleAudit) -> Iterator[tuple[Text, ...]]:
    absent = t("not recorded")
    current = audit.current_once()
    yield _row(t("Type of report on the financial statements"), "(d)(1)(i)", absent)
    yield _row(t("Significant deficiencies or material weaknesses, financial statements"), "(d)(1)(ii)", absent)
    yield _row(t("Noncompliance material to the financial statements"), "(d)(1)(iii)", absent)
    yield _row(t("Significant deficiencies or material weaknesses, major programs"), "(d)(1)(iv)", _control(current))
    yield _row(t("Type of report on compliance for major programs"), "(d)(1)(v)", _opinion(current))
    found = n(len(current), "{n} finding is recorded", "{n} findings are recorded")
    of_year = t("{findings} for {year}", findings=found, year=audit.year) if audit.year else found
    yield _row(t("Audit findings to be reported under 200.516(a)"), "(d)(1)(vi)", of_year)
    yield _row(t("Major programs"), "(d)(1)(vii)", _major(audit) or absent)
    yield _row(t("Dollar threshold between Type A and Type B programs"), "(d)(1)(viii)", absent)
    yield _row(t("Low-risk auditee"), "(d)(1)(ix)", absent)


def _row(element: str, place: str, said: str) -> tuple[Text, ...]:
    return ((element,), (f"200.515{place}",), (said,))


def _control(findings: tuple[Finding, ...]) -> str:
    weak = sum(f.material_weakness is True for f in findings)
    deficient = sum(f.significant_deficiency is True for f in findings)
    if all(f.material_weakness is None and f.significant_deficiency is None for f in findings):
        return t("not recorded")
    return t("{weak}; {deficient}",
             weak=n(weak, "{n} finding is marked a material weakness", "{n} findings are marked a material weakness"),
             deficient=n(deficient, "{n} finding is marked a significant deficiency",
                         "{n} findings are marked a significant deficiency"))  # fmt: skip


def _opinion(findings: tuple[Finding, ...]) -> str:
    marked = sum(f.modified_opinion is True for f in findings)
    if all(f.modified_opinion is None for f in findings):
        return t("not recorded")
    return t("The type itself is not recorded; {marked}.",
             marked=n(marked, "{n} finding is marked a basis of a modified opinion",
                      "{n} findings are marked a basis of a modified opinion"))  # fmt: skip


def _major(audit: SingleAudit) -> str:
    """Each major program once; of a cluster only its name is asked for."""
    names = (a.cluster or " ".join(w for w in (a.programme_code, a.title or a.code) if w)
             for a in audit.awards if a.is_major)  # fmt: skip
    return "; ".join(dict.fromkeys(names))


SECTION = Section("single_audit_results", "Summary of the auditor's results", _compose, starts_page=True)
