"""The performance audit of one project."""

OUTLINE = (
    "performance_audit",
    "Performance audit report",
    (
        "summary", "background", "objectives", "criteria", "methodology",
        "results", "budget", "budget_versions", "reimbursement", "conversion", "sf425", "earned_value",
        "contributions", "pledges", "concentration", "balance",
        "plan", "milestones", "deliverables",
        "indicators", "awards",
        "findings", "recommendations", "follow_up", "limitations", "sign_off", "sources", "lines",
    ),
)  # fmt: skip
