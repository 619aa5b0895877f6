"""The schedules of a US single audit from imported workbooks, in their statutory order.

2 CFR 200.515(d) schedule of findings and questioned costs: (1) summary of the auditor's results, (2) findings relating
to the financial statements, (3) findings and questioned costs for Federal awards; then 200.511(b) summary schedule of
prior audit findings, and 200.511(c) corrective action plan [eCFR text of 89 FR 30136, 22 April 2024].
"""

from collabdesk.reporting.outlining import PORTFOLIO, PROJECT, Outline

OUTLINE = Outline(
    "single_audit_findings",
    "Single audit: findings and corrective action",
    (
        "single_audit_results", "single_audit_statements", "single_audit_awards", "single_audit_prior",
        "single_audit_corrective",
    ),
    of=(PROJECT, PORTFOLIO),
)  # fmt: skip
