"""What one partner of a project brought, spent, was paid and still has to do."""

from collabdesk.reporting.outlining import PARTNER, Outline

OUTLINE = Outline(
    "partner_statement",
    "Partner statement",
    (
        "partner_identity", "partner_contributions", "partner_costs", "partner_payments", "partner_work",
        "partner_open", "sources",
    ),
    of=(PARTNER,),
)  # fmt: skip
