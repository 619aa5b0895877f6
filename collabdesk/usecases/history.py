"""What happened to a record or to everything, as people ask for it: by noun and code."""

from __future__ import annotations

from collabdesk.domain.problems import Refused
from collabdesk.usecases.workspace import Entry, Workspace

_KNOWN_BY = ("code", "acronym", "short_name", "name", "title", "label")


def history(workspace: Workspace, noun: str | None = None, code: str | None = None, limit: int = 200) -> list[Entry]:
    """The journal, newest first: everything, one noun, or the records of a noun that are known as `code`.

    `code` is a code, acronym or name as the record has it, or its id.
    """
    if noun is None or code is None:
        return workspace.history(noun, limit=limit)
    found = [entry for i in _ids(workspace, noun, code) for entry in workspace.history(noun, i, limit)]
    return sorted(found, key=lambda entry: entry.step, reverse=True)[:limit]


def _ids(workspace: Workspace, noun: str, code: str) -> list[int]:
    columns = workspace.columns(noun)
    for name in _KNOWN_BY:
        if name in columns:
            ids = list(workspace.ids(noun, where={name: code}))
            if ids:
                return ids
    # A deleted record has a history too, but no code to be found by.
    if code.isdecimal() and workspace.history(noun, int(code), 1):
        return [int(code)]
    raise Refused(f"There is no {noun.replace('_', ' ')} known as {code!r}.", "unknown-record")
