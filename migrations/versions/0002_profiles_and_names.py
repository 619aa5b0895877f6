"""Profiles of funders' layouts, and other names of partners."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "profile",
        *_of_every_record(),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("funder", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("confirmed_at", sa.Text, nullable=False),
        sa.Column("confirmed_by", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_profile_name", "profile", ["name"])
    op.create_table(
        "partner_name",
        *_of_every_record(),
        sa.Column("partner_id", sa.Integer, sa.ForeignKey("partner.id")),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("decided_at", sa.Text, nullable=False),
        sa.Column("decided_by", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    for name in ("code", "name", "partner_id"):
        op.create_index(f"ix_partner_name_{name}", "partner_name", [name])


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
