"""The first schema.

A version spells out the schema and imports nothing of CollabDesk: it must do the same in ten years.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _batch()
    _change()
    _funder()
    _kept_file()
    _partner()
    _project()
    _source_file()
    _step()
    _audit()
    _award()
    _budget()
    _contribution()
    _cost()
    _deliverable()
    _indicator()
    _kept_part()
    _milestone()
    _participation()
    _risk()
    _source_table()
    _work_package()
    _finding()
    _report()
    _recommendation()


def _batch() -> None:
    op.create_table(
        "batch",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("rows_read", sa.Integer, nullable=False),
        sa.Column("rows_accepted", sa.Integer, nullable=False),
        sa.Column("rows_set_aside", sa.Integer, nullable=False),
        sa.Column("rows_rejected", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )


def _change() -> None:
    op.create_table(
        "change",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("step_id", sa.Integer, nullable=False),
        sa.Column("noun", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("first_id", sa.Integer, nullable=False),
        sa.Column("last_id", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("image", sa.LargeBinary),
    )
    op.create_index("ix_change_record", "change", ["noun", "first_id"])
    op.create_index("ix_change_step_id", "change", ["step_id"])


def _funder() -> None:
    op.create_table(
        "funder",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("programme", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("currency", sa.Text, nullable=False),
        sa.Column("country", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )


def _kept_file() -> None:
    op.create_table(
        "kept_file",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("packing", sa.Text, nullable=False),
    )


def _partner() -> None:
    op.create_table(
        "partner",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("short_name", sa.Text, nullable=False),
        sa.Column("vat", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("sme", sa.SmallInteger),
        sa.Column("country", sa.Text, nullable=False),
        sa.Column("region", sa.Text, nullable=False),
        sa.Column("city", sa.Text, nullable=False),
        sa.Column("street", sa.Text, nullable=False),
        sa.Column("postcode", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("email", sa.Text, nullable=False),
        sa.Column("phone", sa.Text, nullable=False),
        sa.Column("contact", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_partner_code", "partner", ["code"])


def _project() -> None:
    op.create_table(
        "project",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("acronym", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("abstract", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("funder_status", sa.Text, nullable=False),
        sa.Column("start", sa.Text),
        sa.Column("end", sa.Text),
        sa.Column("duration_months", sa.BigInteger),
        sa.Column("signed_on", sa.Text),
        sa.Column("programme", sa.Text, nullable=False),
        sa.Column("call", sa.Text, nullable=False),
        sa.Column("action_type", sa.Text, nullable=False),
        sa.Column("funder", sa.Text, nullable=False),
        sa.Column("total_cost", sa.BigInteger),
        sa.Column("eligible_cost", sa.BigInteger),
        sa.Column("funding", sa.BigInteger),
        sa.Column("cofunding_rate", sa.BigInteger),
        sa.Column("cofunding_amount", sa.BigInteger),
        sa.Column("public_funding", sa.BigInteger),
        sa.Column("spent", sa.BigInteger),
        sa.Column("currency", sa.Text, nullable=False),
        sa.Column("country", sa.Text, nullable=False),
        sa.Column("region", sa.Text, nullable=False),
        sa.Column("city", sa.Text, nullable=False),
        sa.Column("postcode", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("doi", sa.Text, nullable=False),
        sa.Column("keywords", sa.Text, nullable=False),
        sa.Column("lead", sa.Text, nullable=False),
        sa.Column("coordinator", sa.Text, nullable=False),
        sa.Column("rule_pack", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_project_code", "project", ["code"])


def _source_file() -> None:
    op.create_table(
        "source_file",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_source_file_sha256", "source_file", ["sha256"])


def _step() -> None:
    op.create_table(
        "step",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("reverses", sa.Integer),
        sa.Column("undo_id", sa.Integer),
        sa.Column("redo_id", sa.Integer),
        sa.Column("below", sa.Integer),
        sa.Column("hash", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("as_of", sa.Text),
        sa.Column("period_start", sa.Text),
        sa.Column("period_end", sa.Text),
        sa.Column("objectives", sa.Text, nullable=False),
        sa.Column("scope", sa.Text, nullable=False),
        sa.Column("criteria_set", sa.Text, nullable=False),
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("limitations", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_project_id", "audit", ["project_id"])


def _award() -> None:
    op.create_table(
        "award",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("programme_code", sa.Text, nullable=False),
        sa.Column("amount", sa.BigInteger),
        sa.Column("start", sa.Text),
        sa.Column("end", sa.Text),
        sa.Column("date", sa.Text),
        sa.Column("cluster", sa.Text, nullable=False),
        sa.Column("is_direct", sa.SmallInteger),
        sa.Column("pass_through_name", sa.Text, nullable=False),
        sa.Column("pass_through_code", sa.Text, nullable=False),
        sa.Column("passed_through", sa.BigInteger),
        sa.Column("is_major", sa.SmallInteger),
        sa.Column("is_loan", sa.SmallInteger),
        sa.Column("loan_balance", sa.BigInteger),
        sa.Column("findings_count", sa.BigInteger),
        sa.Column("currency", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_award_project_id", "award", ["project_id"])


def _budget() -> None:
    op.create_table(
        "budget",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("partner_id", sa.Integer, sa.ForeignKey("partner.id")),
        sa.Column("work_package", sa.Text, nullable=False),
        sa.Column("category", sa.Text, nullable=False),
        sa.Column("description", sa.Text, nullable=False),
        sa.Column("period", sa.Text, nullable=False),
        sa.Column("amount", sa.BigInteger),
        sa.Column("units", sa.BigInteger),
        sa.Column("unit_price", sa.BigInteger),
        sa.Column("person_months", sa.BigInteger),
        sa.Column("indirect", sa.BigInteger),
        sa.Column("currency", sa.Text, nullable=False),
        sa.Column("basis", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_budget_partner_id", "budget", ["partner_id"])
    op.create_index("ix_budget_project_id", "budget", ["project_id"])


def _contribution() -> None:
    op.create_table(
        "contribution",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("partner_id", sa.Integer, sa.ForeignKey("partner.id")),
        sa.Column("participation_id", sa.Integer),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("amount", sa.BigInteger),
        sa.Column("net_amount", sa.BigInteger),
        sa.Column("total_cost", sa.BigInteger),
        sa.Column("own", sa.BigInteger),
        sa.Column("public", sa.BigInteger),
        sa.Column("private", sa.BigInteger),
        sa.Column("in_kind", sa.BigInteger),
        sa.Column("other_fund", sa.BigInteger),
        sa.Column("rate", sa.BigInteger),
        sa.Column("pledged", sa.BigInteger),
        sa.Column("called", sa.BigInteger),
        sa.Column("received", sa.BigInteger),
        sa.Column("due", sa.Text),
        sa.Column("received_on", sa.Text),
        sa.Column("milestone_code", sa.Text, nullable=False),
        sa.Column("currency", sa.Text, nullable=False),
        sa.Column("unit_of_account", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_contribution_partner_id", "contribution", ["partner_id"])
    op.create_index("ix_contribution_project_id", "contribution", ["project_id"])


def _cost() -> None:
    op.create_table(
        "cost",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("partner_id", sa.Integer, sa.ForeignKey("partner.id")),
        sa.Column("award_id", sa.Integer),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("category", sa.Text, nullable=False),
        sa.Column("work_package", sa.Text, nullable=False),
        sa.Column("description", sa.Text, nullable=False),
        sa.Column("date", sa.Text),
        sa.Column("period_start", sa.Text),
        sa.Column("period_end", sa.Text),
        sa.Column("obligated", sa.BigInteger),
        sa.Column("expended", sa.BigInteger),
        sa.Column("paid", sa.BigInteger),
        sa.Column("period_obligated", sa.BigInteger),
        sa.Column("period_expended", sa.BigInteger),
        sa.Column("currency", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_cost_partner_id", "cost", ["partner_id"])
    op.create_index("ix_cost_project_id", "cost", ["project_id"])


def _deliverable() -> None:
    op.create_table(
        "deliverable",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("description", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("level", sa.Text, nullable=False),
        sa.Column("work_package", sa.Text, nullable=False),
        sa.Column("lead", sa.Text, nullable=False),
        sa.Column("due", sa.Text),
        sa.Column("submitted_on", sa.Text),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("funder_status", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_deliverable_project_id", "deliverable", ["project_id"])


def _indicator() -> None:
    op.create_table(
        "indicator",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("target", sa.BigInteger),
        sa.Column("actual", sa.BigInteger),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("period_start", sa.Text),
        sa.Column("period_end", sa.Text),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_indicator_project_id", "indicator", ["project_id"])


def _kept_part() -> None:
    op.create_table(
        "kept_part",
        sa.Column("sha256", sa.Text, sa.ForeignKey("kept_file.sha256"), primary_key=True),
        sa.Column("part", sa.Integer, primary_key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )


def _milestone() -> None:
    op.create_table(
        "milestone",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("work_package", sa.Text, nullable=False),
        sa.Column("lead", sa.Text, nullable=False),
        sa.Column("start", sa.Text),
        sa.Column("baseline", sa.Text),
        sa.Column("forecast", sa.Text),
        sa.Column("achieved", sa.Text),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("funder_status", sa.Text, nullable=False),
        sa.Column("critical", sa.SmallInteger),
        sa.Column("verification", sa.Text, nullable=False),
        sa.Column("predecessors", sa.Text, nullable=False),
        sa.Column("successors", sa.Text, nullable=False),
        sa.Column("delay_reason", sa.Text, nullable=False),
        sa.Column("variance_days", sa.BigInteger),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_milestone_project_id", "milestone", ["project_id"])


def _participation() -> None:
    op.create_table(
        "participation",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("partner_id", sa.Integer, sa.ForeignKey("partner.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("order", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("funder_status", sa.Text, nullable=False),
        sa.Column("lead", sa.Text, nullable=False),
        sa.Column("end", sa.Text, nullable=False),
        sa.Column("funding_rate", sa.BigInteger),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_participation_partner_id", "participation", ["partner_id"])
    op.create_index("ix_participation_project_id", "participation", ["project_id"])


def _risk() -> None:
    op.create_table(
        "risk",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("category", sa.Text, nullable=False),
        sa.Column("likelihood", sa.Text, nullable=False),
        sa.Column("impact", sa.Text, nullable=False),
        sa.Column("response", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_risk_project_id", "risk", ["project_id"])


def _source_table() -> None:
    op.create_table(
        "source_table",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
        sa.Column("file_id", sa.Integer, sa.ForeignKey("source_file.id")),
        sa.Column("sheet", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("layout", sa.Text, nullable=False),
        sa.Column("mapping", sa.Text, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_source_table_file_id", "source_table", ["file_id"])


def _work_package() -> None:
    op.create_table(
        "work_package",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("lead", sa.Text, nullable=False),
        sa.Column("start", sa.Text),
        sa.Column("end", sa.Text),
        sa.Column("person_months", sa.BigInteger),
        sa.Column("technique", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_work_package_project_id", "work_package", ["project_id"])


def _finding() -> None:
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
        sa.Column("audit_id", sa.Integer, sa.ForeignKey("audit.id")),
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("award_id", sa.Integer, sa.ForeignKey("award.id")),
        sa.Column("award", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("criterion", sa.Text, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("figures", sa.Text, nullable=False),
        sa.Column("criteria", sa.Text, nullable=False),
        sa.Column("condition", sa.Text, nullable=False),
        sa.Column("cause", sa.Text, nullable=False),
        sa.Column("effect", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("severity", sa.Text, nullable=False),
        sa.Column("questioned_known", sa.BigInteger),
        sa.Column("questioned_likely", sa.BigInteger),
        sa.Column("currency", sa.Text, nullable=False),
        sa.Column("requirement", sa.Text, nullable=False),
        sa.Column("modified_opinion", sa.SmallInteger),
        sa.Column("other_matters", sa.SmallInteger),
        sa.Column("material_weakness", sa.SmallInteger),
        sa.Column("significant_deficiency", sa.SmallInteger),
        sa.Column("other", sa.SmallInteger),
        sa.Column("questioned_cost", sa.SmallInteger),
        sa.Column("repeat", sa.SmallInteger),
        sa.Column("prior_code", sa.Text, nullable=False),
        sa.Column("dismissed_because", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_finding_audit_id", "finding", ["audit_id"])
    op.create_index("ix_finding_award_id", "finding", ["award_id"])
    op.create_index("ix_finding_project_id", "finding", ["project_id"])


def _report() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("audit_id", sa.Integer, sa.ForeignKey("audit.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("outline", sa.Text, nullable=False),
        sa.Column("as_of", sa.Text),
        sa.Column("issued_at", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("pdf_sha256", sa.Text, nullable=False),
        sa.Column("figures", sa.Text, nullable=False),
        sa.Column("chapters", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_report_audit_id", "report", ["audit_id"])
    op.create_index("ix_report_code", "report", ["code"])
    op.create_index("ix_report_project_id", "report", ["project_id"])


def _recommendation() -> None:
    op.create_table(
        "recommendation",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
        sa.Column("finding_id", sa.Integer, sa.ForeignKey("finding.id")),
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("finding", sa.Text, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("addressee", sa.Text, nullable=False),
        sa.Column("contact", sa.Text, nullable=False),
        sa.Column("due", sa.Text),
        sa.Column("priority", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_recommendation_finding_id", "recommendation", ["finding_id"])
    op.create_index("ix_recommendation_project_id", "recommendation", ["project_id"])
