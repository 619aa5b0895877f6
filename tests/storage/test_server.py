"""A PostgreSQL server in place of the file. Every test that uses `new_location` runs there too when it is named."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy import create_engine

from collabdesk.domain.nouns import Batch, Partner
from collabdesk.domain.problems import Refused
from collabdesk.usecases.backups import backup, check
from collabdesk.usecases.workspace import Workspace
from databases import SERVER, new_on_server

pytestmark = pytest.mark.skipif(not SERVER, reason="COLLABDESK_TEST_SERVER names no PostgreSQL server")


def test_a_server_holds_the_same_books() -> None:
    url = new_on_server()
    with Workspace.open(url) as workspace:
        with workspace.changing("Import") as step:
            batch = step.add(Batch(label="x"))
            assert batch.id is not None
            columns = {"paid": [2**62, 2**62, None], "description": ["tab\tquote'", "line\nbreak \\", None]}
            step.insert_columns("cost", columns, batch_id=batch.id, table_no=1, source_rows=[1, 2, 3])
            step.add(Partner(name="Ωmega", sme=True))
        kept = workspace.find("cost")
        assert workspace.sums("cost", ["paid"])[0].totals["paid"] == Decimal(2**63).scaleb(-4)
        workspace.revert(batch.id)
        workspace.undo()
        assert workspace.find("cost") == kept
    with Workspace.open(url) as again:
        assert again.find("cost") == kept and check(again) == []
        with pytest.raises(Refused, match="pg_dump"):
            backup(again)


def test_two_people_work_at_once() -> None:
    url = new_on_server()
    with Workspace.open(url, person="Ada") as ada, Workspace.open(url, person="Bob") as bob:
        for workspace in (ada, bob, ada):
            with workspace.changing("Add") as step:
                step.add(Partner(name=workspace.person))
        assert [e.person for e in bob.history("partner")] == ["Ada", "Bob", "Ada"]
        assert bob.verify_journal() == []


def test_a_later_version_on_a_server_is_refused() -> None:
    url = new_on_server()
    Workspace.open(url).close()
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    with pytest.raises(Refused, match="later version"):
        Workspace.open(url)


def test_a_server_that_is_not_there_is_a_sentence() -> None:
    with pytest.raises(Refused, match="cannot be used"):
        Workspace.open("postgresql+psycopg://nobody@127.0.0.1:1/none")
