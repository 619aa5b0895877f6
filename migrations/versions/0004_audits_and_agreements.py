"""Engagements, samples, answers, follow-up, organisation, outlines, restatements; agreement, rights, data."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_TEXTS = {
    "audit": ("methodology", "independence", "addressee", "distribution"),
    "finding": ("objective", "owner", "verified_by"),
    "recommendation": ("code", "note", "verified_by"),
    "report": ("language", "addressee", "reviewed_by", "signed_by", "signed_at", "supersedes", "signature"),
    "deliverable": ("dissemination",),
}


def upgrade() -> None:
    _audits()
    _reports()
    _agreements()
    _added()


def _audits() -> None:
    _noun(
        "objective",
        sa.Column("audit_id", sa.Integer, sa.ForeignKey("audit.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("conclusion", sa.Text, nullable=False),
        sa.Column("rating", sa.Text, nullable=False),
        index=("audit_id",),
    )
    _noun(
        "team_member",
        sa.Column("audit_id", sa.Integer, sa.ForeignKey("audit.id")),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("organisation", sa.Text, nullable=False),
        sa.Column("interests", sa.Text, nullable=False),
        sa.Column("declared_on", sa.Text),
        index=("audit_id",),
    )
    _noun(
        "rating",
        sa.Column("audit_id", sa.Integer, sa.ForeignKey("audit.id")),
        sa.Column("dimension", sa.Text, nullable=False),
        sa.Column("rating", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        index=("audit_id",),
    )
    _noun(
        "criteria_set",
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("loaded_at", sa.Text, nullable=False),
        sa.Column("loaded_by", sa.Text, nullable=False),
        index=(),
    )
    _noun(
        "sample",
        sa.Column("audit_id", sa.Integer, sa.ForeignKey("audit.id")),
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("method", sa.Text, nullable=False),
        sa.Column("population", sa.Text, nullable=False),
        sa.Column("restriction", sa.Text, nullable=False),
        sa.Column("order", sa.Text, nullable=False),
        sa.Column("currency", sa.Text, nullable=False),
        sa.Column("seed", sa.Text, nullable=False),
        sa.Column("random_start", sa.BigInteger),
        sa.Column("interval", sa.BigInteger),
        sa.Column("book_value", sa.BigInteger),
        sa.Column("population_count", sa.Integer, nullable=False),
        sa.Column("population_sha256", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("confidence", sa.BigInteger),
        sa.Column("tolerable", sa.BigInteger),
        sa.Column("expected", sa.BigInteger),
        sa.Column("drawn_on", sa.Text),
        sa.Column("excluded", sa.Text, nullable=False),
        sa.Column("conclusion", sa.Text, nullable=False),
        index=("audit_id", "project_id"),
    )
    _noun(
        "sample_item",
        sa.Column("sample_id", sa.Integer, sa.ForeignKey("sample.id")),
        sa.Column("cost_id", sa.Integer, sa.ForeignKey("cost.id")),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("description", sa.Text, nullable=False),
        sa.Column("partner", sa.Text, nullable=False),
        sa.Column("book", sa.BigInteger),
        sa.Column("audited", sa.BigInteger),
        sa.Column("currency", sa.Text, nullable=False),
        sa.Column("hits", sa.Integer, nullable=False),
        sa.Column("is_certain", sa.SmallInteger),
        sa.Column("explanation", sa.Text, nullable=False),
        sa.Column("finding", sa.Text, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False),
        index=("sample_id", "cost_id"),
    )
    _noun(
        "response",
        sa.Column("finding_id", sa.Integer, sa.ForeignKey("finding.id")),
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("finding", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("stance", sa.Text, nullable=False),
        sa.Column("respondent", sa.Text, nullable=False),
        sa.Column("date", sa.Text),
        index=("finding_id", "project_id"),
    )
    _noun(
        "follow_up",
        sa.Column("audit_id", sa.Integer, sa.ForeignKey("audit.id")),
        sa.Column("finding_id", sa.Integer, sa.ForeignKey("finding.id")),
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("finding", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("repeated_in", sa.Text, nullable=False),
        sa.Column("checked_by", sa.Text, nullable=False),
        sa.Column("checked_on", sa.Text),
        index=("audit_id", "finding_id", "project_id"),
    )


def _reports() -> None:
    _noun(
        "organisation",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("accent", sa.Text, nullable=False),
        sa.Column("second", sa.Text, nullable=False),
        sa.Column("logo_name", sa.Text, nullable=False),
        sa.Column("logo_sha256", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("addressee", sa.Text, nullable=False),
        sa.Column("distribution", sa.Text, nullable=False),
        index=(),
    )
    _noun(
        "own_outline",
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("base", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        index=(),
    )
    _noun(
        "restatement",
        sa.Column("report_id", sa.Integer, sa.ForeignKey("report.id")),
        sa.Column("report", sa.Text, nullable=False),
        sa.Column("figure", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("old", sa.Text, nullable=False),
        sa.Column("new", sa.Text, nullable=False),
        sa.Column("cause", sa.Text, nullable=False),
        sa.Column("noticed_at", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        index=("report_id",),
    )


def _agreements() -> None:
    _noun(
        "clause",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("effective", sa.Text),
        sa.Column("review_on", sa.Text),
        sa.Column("evidence", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        index=("project_id",),
    )
    _noun(
        "decision",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("date", sa.Text),
        sa.Column("on_agenda", sa.SmallInteger),
        sa.Column("in_meeting", sa.SmallInteger),
        sa.Column("entitled", sa.BigInteger),
        sa.Column("present", sa.BigInteger),
        sa.Column("in_favour", sa.BigInteger),
        sa.Column("against", sa.BigInteger),
        sa.Column("abstained", sa.BigInteger),
        sa.Column("veto_by", sa.Text, nullable=False),
        sa.Column("veto_on", sa.Text),
        sa.Column("veto_reason", sa.Text, nullable=False),
        sa.Column("minutes_on", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        index=("project_id",),
    )
    _noun(
        "asset",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("partner_id", sa.Integer, sa.ForeignKey("partner.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("owners", sa.Text, nullable=False),
        sa.Column("access", sa.Text, nullable=False),
        sa.Column("restriction", sa.Text, nullable=False),
        sa.Column("exclusive_until", sa.Text),
        sa.Column("protection", sa.Text, nullable=False),
        sa.Column("exploitation", sa.Text, nullable=False),
        sa.Column("produced_on", sa.Text),
        sa.Column("published_on", sa.Text),
        sa.Column("embargo_days", sa.BigInteger),
        sa.Column("licence", sa.Text, nullable=False),
        sa.Column("repository", sa.Text, nullable=False),
        sa.Column("deliverable", sa.Text, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False),
        index=("project_id", "partner_id"),
    )
    _noun(
        "dataset",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("partner_id", sa.Integer, sa.ForeignKey("partner.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("duo", sa.Text, nullable=False),
        sa.Column("jurisdiction", sa.Text, nullable=False),
        sa.Column("localisation", sa.Text, nullable=False),
        sa.Column("permitted", sa.Text, nullable=False),
        sa.Column("is_personal", sa.SmallInteger),
        sa.Column("export_class", sa.Text, nullable=False),
        sa.Column("export_list", sa.Text, nullable=False),
        sa.Column("access", sa.Text, nullable=False),
        sa.Column("approvals", sa.Text, nullable=False),
        sa.Column("approval_expires", sa.Text),
        sa.Column("usable_until", sa.Text),
        sa.Column("licence", sa.Text, nullable=False),
        sa.Column("deliverable", sa.Text, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False),
        index=("project_id", "partner_id"),
    )
    _noun(
        "transfer",
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id")),
        sa.Column("dataset_id", sa.Integer, sa.ForeignKey("dataset.id")),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("dataset", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("from_country", sa.Text, nullable=False),
        sa.Column("to_country", sa.Text, nullable=False),
        sa.Column("recipient", sa.Text, nullable=False),
        sa.Column("mechanism", sa.Text, nullable=False),
        sa.Column("licence", sa.Text, nullable=False),
        sa.Column("approved_on", sa.Text),
        sa.Column("expires", sa.Text),
        sa.Column("date", sa.Text),
        sa.Column("evidence", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        index=("project_id", "dataset_id"),
    )


def _added() -> None:
    for table, names in _TEXTS.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.Text, nullable=False, server_default=""))
    op.add_column("finding", sa.Column("verified_on", sa.Text))
    op.add_column("report", sa.Column("settings", sa.Text, nullable=False, server_default="{}"))


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
