"""Where every finding and recommendation of all audits stands."""

from collabdesk.reporting.outlining import PORTFOLIO, PROJECT, Outline

OUTLINE = Outline(
    "findings_follow_up",
    "Follow-up of findings",
    ("findings_register", "actions_register"),
    of=(PROJECT, PORTFOLIO),
)
