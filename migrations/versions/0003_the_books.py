"""The books: rules, amendments, budget versions, periods, effort, payments, rates, baselines, progress, evidence."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _rules()
    _money()
    _contributions()
    _plan()
    _added()


def _rules() -> None:
    _noun(
        "rule_pack",
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("loaded_at", sa.Text, nullable=False),
        sa.Column("loaded_by", sa.Text, nullable=False),
        index=("code",),
    )
    _noun(
        "rule_override",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        index=("project_id",),
    )
    _noun(
        "amendment",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("date", sa.Text),
        sa.Column("effective", sa.Text),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("changed", sa.Text, nullable=False),
        sa.Column("adopts_rules", sa.SmallInteger),
        index=("project_id",),
    )
    _noun(
        "exchange_rate",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("series", sa.Text, nullable=False),
        sa.Column("base", sa.Text, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("start", sa.Text),
        sa.Column("end", sa.Text),
        sa.Column("rate", sa.BigInteger),
        sa.Column("source", sa.Text, nullable=False),
        index=("project_id",),
    )


def _money() -> None:
    _noun(
        "budget_version",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("effective", sa.Text),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("amendment", sa.Text, nullable=False),
        sa.Column("approved_on", sa.Text),
        sa.Column("approved_by", sa.Text, nullable=False),
        index=("project_id",),
    )
    _noun(
        "reporting_period",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("start", sa.Text),
        sa.Column("end", sa.Text),
        sa.Column("due", sa.Text),
        sa.Column("submitted_on", sa.Text),
        sa.Column("accepted_on", sa.Text),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("reopened_because", sa.Text, nullable=False),
        index=("project_id",),
    )
    _noun(
        "effort",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("partner_id", sa.Integer, sa.ForeignKey("partner.id")),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("category", sa.Text, nullable=False),
        sa.Column("work_package", sa.Text, nullable=False),
        sa.Column("month", sa.Text),
        sa.Column("days", sa.BigInteger),
        sa.Column("working_time", sa.BigInteger),
        sa.Column("cost", sa.BigInteger),
        sa.Column("currency", sa.Text, nullable=False),
        sa.Column("signed_on", sa.Text),
        sa.Column("declared_in", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        index=("partner_id", "project_id"),
    )
    _noun(
        "payment",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("partner_id", sa.Integer, sa.ForeignKey("partner.id")),
        sa.Column("payment_id", sa.Integer, sa.ForeignKey("payment.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("period", sa.Text, nullable=False),
        sa.Column("expected_on", sa.Text),
        sa.Column("expected", sa.BigInteger),
        sa.Column("received_on", sa.Text),
        sa.Column("received", sa.BigInteger),
        sa.Column("currency", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        index=("partner_id", "payment_id", "project_id"),
    )


def _contributions() -> None:
    _noun(
        "credit_event",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("partner_id", sa.Integer, sa.ForeignKey("partner.id")),
        sa.Column("contribution_id", sa.Integer, sa.ForeignKey("contribution.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("milestone_code", sa.Text, nullable=False),
        sa.Column("due", sa.Text),
        sa.Column("amount", sa.BigInteger),
        sa.Column("currency", sa.Text, nullable=False),
        sa.Column("unit_of_account", sa.Text, nullable=False),
        sa.Column("credited_on", sa.Text),
        sa.Column("evidence", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        index=("contribution_id", "partner_id", "project_id"),
    )
    _noun(
        "assessment",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("year", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("total", sa.BigInteger),
        sa.Column("currency", sa.Text, nullable=False),
        sa.Column("due", sa.Text),
        index=("project_id",),
    )
    _noun(
        "scale_share",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("partner_id", sa.Integer, sa.ForeignKey("partner.id")),
        sa.Column("country", sa.Text, nullable=False),
        sa.Column("year", sa.Text, nullable=False),
        sa.Column("share", sa.BigInteger),
        sa.Column("base", sa.BigInteger),
        sa.Column("currency", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        index=("partner_id", "project_id"),
    )
    _noun(
        "contract",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("partner_id", sa.Integer, sa.ForeignKey("partner.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("supplier", sa.Text, nullable=False),
        sa.Column("country", sa.Text, nullable=False),
        sa.Column("amount", sa.BigInteger),
        sa.Column("currency", sa.Text, nullable=False),
        sa.Column("weight", sa.BigInteger),
        sa.Column("signed_on", sa.Text),
        index=("partner_id", "project_id"),
    )


def _plan() -> None:
    _noun(
        "progress",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("work_package", sa.Text, nullable=False),
        sa.Column("day", sa.Text),
        sa.Column("done", sa.BigInteger),
        sa.Column("note", sa.Text, nullable=False),
        index=("project_id",),
    )
    _noun(
        "baseline",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("frozen_on", sa.Text),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("decision", sa.Text, nullable=False),
        sa.Column("decided_on", sa.Text),
        index=("project_id",),
    )
    _noun(
        "baseline_line",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("baseline_id", sa.Integer, sa.ForeignKey("baseline.id")),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("start", sa.Text),
        sa.Column("end", sa.Text),
        sa.Column("person_months", sa.BigInteger),
        sa.Column("cost", sa.BigInteger),
        sa.Column("currency", sa.Text, nullable=False),
        index=("baseline_id", "project_id"),
    )
    _noun(
        "forecast",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("reported_on", sa.Text),
        sa.Column("forecast", sa.Text),
        sa.Column("reason", sa.Text, nullable=False),
        index=("project_id",),
    )
    _noun(
        "evidence",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("custodian", sa.Text, nullable=False),
        sa.Column("received_on", sa.Text),
        sa.Column("note", sa.Text, nullable=False),
        index=("project_id",),
    )


def _added() -> None:
    op.add_column("project", sa.Column("cost_model", sa.Text, nullable=False, server_default=""))
    op.add_column("project", sa.Column("match_ratio", sa.BigInteger))
    op.add_column("participation", sa.Column("votes", sa.BigInteger))
    op.add_column("budget", sa.Column("budget_id", sa.Integer))
    op.add_column("cost", sa.Column("rate", sa.BigInteger))
    op.add_column("cost", sa.Column("rate_date", sa.Text))
    op.add_column("cost", sa.Column("rate_source", sa.Text, nullable=False, server_default=""))
    op.add_column("cost", sa.Column("declared_in", sa.Text, nullable=False, server_default=""))
    op.add_column("cost", sa.Column("accepted", sa.BigInteger))
    op.add_column("cost", sa.Column("rejected_because", sa.Text, nullable=False, server_default=""))
    op.add_column("cost", sa.Column("cost_id", sa.Integer))
    op.add_column("cost", sa.Column("units", sa.BigInteger))
    op.add_column("cost", sa.Column("unit_price", sa.BigInteger))
    op.add_column("cost", sa.Column("subaward", sa.Text, nullable=False, server_default=""))
    op.add_column("cost", sa.Column("fund", sa.Text, nullable=False, server_default=""))
    op.add_column("cost", sa.Column("evidence", sa.Text, nullable=False, server_default=""))
    op.add_column("work_package", sa.Column("parent", sa.Text, nullable=False, server_default=""))
    op.add_column("work_package", sa.Column("predecessors", sa.Text, nullable=False, server_default=""))
    op.add_column("work_package", sa.Column("forecast_start", sa.Text))
    op.add_column("work_package", sa.Column("forecast_end", sa.Text))
    op.add_column("work_package", sa.Column("actual_start", sa.Text))
    op.add_column("work_package", sa.Column("actual_end", sa.Text))
    op.add_column("work_package", sa.Column("cost", sa.BigInteger))
    op.add_column("work_package", sa.Column("currency", sa.Text, nullable=False, server_default=""))
    op.add_column("milestone", sa.Column("weight", sa.BigInteger))
    op.add_column("deliverable", sa.Column("forecast", sa.Text))
    op.add_column("deliverable", sa.Column("predecessors", sa.Text, nullable=False, server_default=""))
    op.add_column("contribution", sa.Column("purpose", sa.Text, nullable=False, server_default=""))
    op.add_column("contribution", sa.Column("year", sa.Text, nullable=False, server_default=""))
    # Said in SQL, for Alembic would add the reference apart, which SQLite cannot.
    op.execute("ALTER TABLE budget ADD COLUMN budget_version_id INTEGER REFERENCES budget_version (id)")
    op.create_index("ix_budget_budget_version_id", "budget", ["budget_version_id"])


def _noun(name: str, *columns: sa.Column, index: tuple[str, ...]) -> None:
    op.create_table(name, *_of_every_record(), *columns, sqlite_autoincrement=True)
    for column in index:
        op.create_index(f"ix_{name}_{column}", name, [column])


def _of_every_record() -> list[sa.Column]:
    return [
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer),
        sa.Column("table_no", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("source_column", sa.Integer),
    ]
