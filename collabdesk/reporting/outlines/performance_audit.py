"""The performance audit of one project."""

from collabdesk.reporting.outlining import Outline

OUTLINE = Outline(
    "performance_audit",
    "Performance audit report",
    (
        "summary", "background", "objectives", "team", "criteria", "methodology",
        "results", "budget", "budget_versions", "declared_costs", "reimbursement", "conversion", "sf425",
        "earned_value",
        "contributions", "pledges", "concentration", "balance",
        "plan", "milestones", "deliverables",
        "indicators", "awards",
        "sampling",
        "findings", "conclusions", "recommendations", "responses", "follow_up", "limitations", "distribution",
        "sign_off", "evidence", "sample_annex", "criteria_applied", "rules_behind", "sources", "lines",
    ),
    is_audit=True,
)  # fmt: skip
