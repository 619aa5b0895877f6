"""What is wrong with records of one noun, told one by one."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from collabdesk.cli.command import DONE, WITH_PROBLEMS, say, say_json
from collabdesk.usecases.workspace import Workspace

if TYPE_CHECKING:
    from collabdesk.domain.problems import Problem


class Judge(Protocol):
    """Knows the records that break a rule, and which rules."""

    def of(self, row: Mapping[str, Any]) -> list[Problem]: ...

    def broken(self, workspace: Workspace) -> list[int]: ...


def say_problems(
    workspace: Workspace, parsed: argparse.Namespace, noun: str, judge: Judge,
    known_by: Callable[[Mapping[str, Any]], dict[str, Any]], called: Callable[[Mapping[str, Any]], str],
) -> int:  # fmt: skip
    """Each problem on a line behind what its record is `called`; as JSON with the fields that it is `known_by`."""
    found = [(row, p) for row in workspace.rows(noun, judge.broken(workspace)) for p in judge.of(row)]
    if parsed.json:
        problems = [
            {**known_by(row), "id": row["id"], "code": p.code, "severity": str(p.severity.value), "text": p.text}
            for row, p in found
        ]
        say_json({"project": parsed.project, "problems": problems})
    else:
        for row, p in found:
            say(f"{called(row)}: {p.text}")
    return WITH_PROBLEMS if found else DONE
