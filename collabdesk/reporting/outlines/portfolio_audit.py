"""All projects of the portfolio side by side; projects stand in place of contribution lines."""

from collabdesk.reporting.outlining import PORTFOLIO, Outline

OUTLINE = Outline(
    "portfolio_audit",
    "Portfolio overview",
    (
        "summary", "projects_compared", "background", "objectives", "criteria", "methodology",
        "results", "budget", "contributions", "pledges", "concentration", "balance",
        "milestones", "deliverables", "indicators", "awards",
        "sampling", "findings", "recommendations", "follow_up", "limitations", "sign_off",
        "sample_annex", "criteria_applied", "rules_behind", "sources", "project_list",
    ),
    of=(PORTFOLIO,),
    is_audit=True,
)  # fmt: skip
