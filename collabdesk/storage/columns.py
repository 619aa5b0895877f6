"""How each kind of field is kept: the column words that the tables are written in."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, MetaData, SmallInteger, Table, Text

METADATA = MetaData()


def text(name: str) -> Column[str]:
    """Text, never NULL: "" where nothing is stated."""
    return Column(name, Text, nullable=False)


def day(name: str) -> Column[str]:
    """An ISO date of any precision, as text, so that it sorts and keeps the precision of its source."""
    return Column(name, Text)


def flag(name: str) -> Column[int]:
    """1, 0 or NULL (not stated)."""
    return Column(name, SmallInteger)


def amount(name: str) -> Column[int]:
    """Money in ten-thousandths of the currency's unit: integers, so that sums in SQL are exact."""
    return Column(name, BigInteger)


def quantity(name: str) -> Column[int]:
    """Any other decimal number, in hundred-millionths."""
    return Column(name, BigInteger)


def whole(name: str) -> Column[int]:
    """A whole number, never NULL."""
    return Column(name, Integer, nullable=False)


def ref(noun: str, name: str = "") -> Column[int]:
    """The id of a record of `noun`, or NULL; indexed, and the database refuses an id that is not there."""
    return Column(name or f"{noun}_id", Integer, ForeignKey(f"{noun}.id"), info={"noun": noun})


def link(noun: str) -> Column[int]:
    """As `ref`, for the bulk nouns' references that nobody searches by: neither indexed nor checked at each row,
    which is a fifth of the time of a large import. `check` looks after them.
    """
    return Column(f"{noun}_id", Integer, info={"noun": noun})


def noun_table(noun: str, *columns: Column[Any], index: tuple[str, ...] = ()) -> Table:
    """The table of a noun: what every record carries, then its own columns; `index` names those looked up by value.

    Every reference is indexed too: without that, deleting one project would read every table.
    """
    indexed = [c.name for c in columns if c.foreign_keys or c.name in index]
    return Table(
        noun,
        METADATA,
        Column("id", Integer, primary_key=True),
        text("uid"),
        whole("version"),
        Column("batch_id", Integer),
        Column("table_no", Integer),
        Column("source_row", Integer),
        Column("source_column", Integer),
        *columns,
        *(Index(f"ix_{noun}_{name}", name) for name in indexed),
        sqlite_autoincrement=True,  # an id is never given twice
    )
