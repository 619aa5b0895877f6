"""What a command of the command line is, and what it is handed."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collabdesk.usecases.workspace import Workspace

DONE, WITH_PROBLEMS, USAGE, REFUSED, BUG = 0, 1, 2, 3, 70


@dataclass(frozen=True, slots=True)
class Desk:
    """What a command works with: the database named on the command line and the way to open a window."""

    location: str | None
    open_window: Callable[[str | Path | None], int]

    def workspace(self, *, create: bool = True, upgrade: bool = True) -> AbstractContextManager[Workspace]:
        """The opened database; close it by leaving the `with`."""
        from collabdesk.usecases.workspace import Workspace

        return Workspace.open(self.location, create=create, upgrade=upgrade)


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its line of help, its arguments, and what it does; `run` returns the exit status."""

    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Desk], int]


def no_arguments(_parser: argparse.ArgumentParser) -> None:
    """For a command without arguments of its own."""


def json_option(parser: argparse.ArgumentParser) -> None:
    """Add `--json`."""
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output, nothing else")


def say(text: str = "") -> None:
    """Print a line for people on standard output."""
    print(text)  # noqa: T201


def tell(text: str) -> None:
    """Print a message on standard error."""
    print(text, file=sys.stderr)  # noqa: T201


def say_json(document: object) -> None:
    """Print one JSON document: amounts as strings, everything UTF-8."""
    say(json.dumps(document, ensure_ascii=False, indent=1, default=str))


def say_table(rows: Iterable[Sequence[object]], heads: Sequence[str], right: Sequence[int] = ()) -> None:
    """Print rows in aligned columns; the columns numbered in `right` are aligned to the right."""
    body = [[("" if cell is None else str(cell)).replace("\n", " ") for cell in row] for row in rows]
    widths = [max([len(head), *(min(len(row[i]), 60) for row in body)]) for i, head in enumerate(heads)]
    for row in [list(heads), *body]:
        cells = (
            cut(c, w).rjust(w) if i in right else cut(c, w).ljust(w)
            for i, (c, w) in enumerate(zip(row, widths, strict=True))
        )
        say("  ".join(cells).rstrip())


def cut(text: str, width: int) -> str:
    """The text in at most `width` characters, with an ellipsis where something was left out."""
    return text if len(text) <= width else text[: width - 1] + "…"


def pick(row: Mapping[str, Any], names: Sequence[str]) -> list[Any]:
    """The named values of a row, in order."""
    return [row.get(name) for name in names]
