"""What tests of the use cases share: new books that somebody has opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from collabdesk.usecases.workspace import Workspace
from databases import fresh_database


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A new, empty workspace."""
    with Workspace.open(fresh_database(tmp_path), person="Ada") as opened:
        yield opened
