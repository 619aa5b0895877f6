"""Take an import back days later."""

from __future__ import annotations

from sqlalchemy import Connection

from collabdesk.storage.writer import Writer


def revert_batch(writer: Writer, batch_id: int) -> None:
    raise NotImplementedError


def blockers(connection: Connection, batch_id: int) -> list[str]:
    return []


def kept(connection: Connection, batch_id: int) -> list[str]:
    return []
