"""The command line as a person starts it: a real process with a database of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from collabdesk.cli.main import main

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Said:
    """What a command line answered."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "own.db"


@pytest.fixture
def collabdesk(database: Path) -> Callable[..., Said]:
    """Run `collabdesk --database … WORDS`; returns its exit status and what it said."""

    def run(*words: object, timeout: float = 300) -> Said:
        done = subprocess.run(
            [sys.executable, "-m", "collabdesk", "--database", str(database), *map(str, words)],
            cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=timeout, check=False,
        )  # fmt: skip
        return Said(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def here(database: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """The command line in this process, which is faster; gives its status, what it said and what it told of."""

    def run(*words: object) -> tuple[int, str, str]:
        status = main(["--database", str(database), *map(str, words)], lambda _: 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run
