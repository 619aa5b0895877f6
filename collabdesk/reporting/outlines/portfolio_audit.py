"""All projects of the portfolio side by side; projects stand in place of contribution lines."""

from collabdesk.reporting.outlining import PORTFOLIO, Outline

OUTLINE = Outline(
    "portfolio_audit",
    "Portfolio overview",
    (
        "summary", "background", "projects_compared", "objectives", "criteria", "methodology",
        "results", "budget", "contributions", "pledges", "concentration", "balance",
        "milestones", "deliverables", "indicators", "awards",
        "findings", "recommendations", "follow_up", "limitations", "sign_off", "sources", "project_list",
    ),
    of=(PORTFOLIO,),
    is_audit=True,
)  # fmt: skip
