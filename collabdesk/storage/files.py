"""The bytes of files as they came, under their SHA-256, in parts so that no row grows past SQLite's limit."""

from __future__ import annotations

import hashlib
import zlib

from sqlalchemy import Column, Connection, ForeignKey, Integer, LargeBinary, Table, Text, func, insert, select

from collabdesk.domain.problems import Refused
from collabdesk.storage.columns import METADATA

FILE = Table(
    "kept_file",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("packing", Text, nullable=False),
)
PART = Table(
    "kept_part",
    METADATA,
    Column("sha256", Text, ForeignKey("kept_file.sha256"), primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
PART_SIZE = 4 * 1024 * 1024


def keep(connection: Connection, name: str, content: bytes) -> str:
    """Keep the bytes once, under the name they first came with; gives their SHA-256."""
    sha256 = hashlib.sha256(content).hexdigest()
    if connection.execute(select(func.count()).where(FILE.c.sha256 == sha256)).scalar_one():
        return sha256
    packing = _packing(content)
    connection.execute(insert(FILE).values(sha256=sha256, name=name, size=len(content), packing=packing))
    for part, start in enumerate(range(0, len(content), PART_SIZE)):
        body = content[start : start + PART_SIZE]
        packed = zlib.compress(body, 1) if packing == "zlib" else body
        connection.execute(insert(PART).values(sha256=sha256, part=part, body=packed))
    return sha256


def content_of(connection: Connection, sha256: str) -> bytes:
    """The bytes kept under `sha256`; Refused where there are none or they are not the same any more."""
    packing = connection.execute(select(FILE.c.packing).where(FILE.c.sha256 == sha256)).scalar()
    if packing is None:
        raise Refused(f"No file with the SHA-256 {sha256} is kept in this database.", "unknown-file")
    parts = connection.execute(select(PART.c.body).where(PART.c.sha256 == sha256).order_by(PART.c.part)).scalars()
    try:
        content = b"".join(zlib.decompress(p) if packing == "zlib" else bytes(p) for p in parts)
    except zlib.error:
        content = b""
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Refused(f"The kept file {sha256} is damaged. Restore the database from a backup.", "damaged")
    return content


def broken_files(connection: Connection) -> list[str]:
    """The SHA-256 of every kept file whose bytes no longer give it."""
    broken = []
    for sha256 in connection.execute(select(FILE.c.sha256).order_by(FILE.c.sha256)).scalars().all():
        try:
            content_of(connection, sha256)
        except Refused:
            broken.append(sha256)
    return broken


def _packing(content: bytes) -> str:
    # Workbooks are packed already; packing them again costs time and wins nothing.
    sample = content[:65536]
    return "zlib" if len(zlib.compress(sample, 1)) < len(sample) * 0.8 else "none"
