"""The performance audit of the whole portfolio: projects in place of contribution lines."""

OUTLINE = (
    "portfolio_audit",
    "Portfolio performance report",
    (
        "summary", "background", "objectives", "criteria", "methodology",
        "results", "budget", "contributions", "pledges", "concentration", "balance",
        "milestones", "deliverables", "indicators", "awards",
        "findings", "recommendations", "follow_up", "limitations", "sign_off", "sources", "project_list",
    ),
)  # fmt: skip
