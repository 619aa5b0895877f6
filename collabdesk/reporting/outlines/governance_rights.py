"""What is recorded of a project's agreement: decisions, clauses, rights, data and risks."""

from collabdesk.reporting.outlining import Outline

OUTLINE = Outline(
    "governance_rights",
    "Governance and rights",
    ("governance", "clauses", "rights", "data", "risks", "sources"),
    opening="Each record is said to be recorded, not recorded, expired or contradicted by another record. Nothing here "
    "says whether anything is lawful or meets an obligation: that is for people to judge.",
)
