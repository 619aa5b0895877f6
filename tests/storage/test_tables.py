"""Dataclass, table and migration say the same."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import BigInteger, Integer, SmallInteger, Text

from collabdesk import paths
from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.scales import field_types
from collabdesk.storage.columns import METADATA
from collabdesk.storage.database import open_database
from collabdesk.storage.revision import OBJECTS, REVISION, digest_of
from collabdesk.storage.schema import TABLES, expected_objects

KEPT_AS = {
    "text": Text,
    "date": Text,
    "int": Integer,
    "bool": SmallInteger,
    "amount": BigInteger,
    "quantity": BigInteger,
}


@pytest.mark.parametrize("noun", NOUNS)
def test_a_table_has_its_nouns_fields_in_their_order_and_types(noun: str) -> None:
    types = field_types(NOUNS[noun])
    assert [c.name for c in TABLES[noun].columns] == list(types)
    for name, word in types.items():
        assert type(TABLES[noun].c[name].type) is KEPT_AS[word], name


def test_every_noun_has_a_table_and_every_table_a_noun() -> None:
    assert set(TABLES) == set(NOUNS)


def test_every_field_that_ends_in_id_refers_to_a_noun() -> None:
    for noun, table in TABLES.items():
        for column in table.columns:
            if column.name.endswith("_id") and column.name != "batch_id":
                assert column.info["noun"] in NOUNS, f"{noun}.{column.name}"


def test_ids_are_never_given_twice() -> None:
    assert all(table.dialect_kwargs["sqlite_autoincrement"] for table in TABLES.values())


def test_the_migrations_build_exactly_the_tables_of_the_code(tmp_path: Path) -> None:
    database = open_database(tmp_path / "new.db")
    with database.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)
    database.close()
    assert differences == []


def test_a_new_file_is_marked_as_ours_with_its_version(tmp_path: Path) -> None:
    open_database(tmp_path / "new.db").close()
    raw = sqlite3.connect(tmp_path / "new.db")
    assert raw.execute("PRAGMA application_id").fetchone() == (0x436F4C44,)
    assert raw.execute("PRAGMA user_version").fetchone() == (int(REVISION),)
    names = {name for (name,) in raw.execute("SELECT name FROM sqlite_schema") if not name.startswith("sqlite_")}
    assert names == expected_objects()
    assert digest_of(names) == OBJECTS


def test_the_code_expects_the_last_migration() -> None:
    assert ScriptDirectory(str(paths.migrations())).get_heads() == [REVISION]


def test_a_migration_imports_nothing_of_ours() -> None:
    for file in (paths.migrations() / "versions").glob("*.py"):
        assert "import collabdesk" not in file.read_text() and "from collabdesk" not in file.read_text()
