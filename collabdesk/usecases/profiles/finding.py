"""Which profile a name means: a saved one, a file, or the way an earlier import was read."""

from __future__ import annotations

from pathlib import Path

from collabdesk.domain.problems import Refused
from collabdesk.intake.confirmed import Confirmed
from collabdesk.usecases.profiles.earlier import earlier, files_imported
from collabdesk.usecases.profiles.handing_on import ENDING, content_of_file
from collabdesk.usecases.profiles.saved import listed, named
from collabdesk.usecases.workspace import Workspace

_MOST_NAMED = 8


def is_file(name: str) -> bool:
    """Does it name a profile's file, for which no database is needed?"""
    return name.casefold().endswith(ENDING) and Path(name).exists()


def find_confirmed(workspace: Workspace | None, name: str) -> Confirmed:
    """What a look is told for `--mapping NAME`. Refused, with what there is, where the name means nothing."""
    saved = named(workspace, name) if workspace is not None else None
    if saved is not None:
        return saved.content.confirmed()
    if is_file(name):
        return content_of_file(name).confirmed()
    before = earlier(workspace, name) if workspace is not None else None
    if before is not None:
        return before.confirmed()
    raise Refused(f"There is no saved mapping ‘{name}’. {_what_there_is(workspace)}", "no-mapping")


def _what_there_is(workspace: Workspace | None) -> str:
    if workspace is None:
        return "Give the path of a profile's file (.toml)."
    files = files_imported(workspace)
    more = f" and {len(files) - _MOST_NAMED} more" if len(files) > _MOST_NAMED else ""
    imported = f" Files imported so far: {', '.join(files[:_MOST_NAMED])}{more}." if files else ""
    return f"{listed(workspace)}{imported} A profile's file (.toml) can be named by its path."
