"""Profiles as files that one manager hands to another."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path
from typing import cast

from collabdesk.domain.problems import Refused
from collabdesk.domain.profiles import Profile
from collabdesk.usecases.profiles.content import Content
from collabdesk.usecases.profiles.parsing import LARGEST, from_text
from collabdesk.usecases.profiles.saved import free_name, known, named, with_content
from collabdesk.usecases.profiles.writing import to_text
from collabdesk.usecases.workspace import Workspace
from collabdesk.whole_files import write_whole

ENDING = ".toml"


def write_profile(workspace: Workspace, name: str, path: Path | str) -> Path:
    """Write a profile to a file, whole or not at all; gives the path, which ends with .toml. Refused when it cannot."""
    profile = known(workspace, name)
    file = Path(path)
    if file.suffix.casefold() != ENDING:
        file = file.with_name(file.name + ENDING)
    try:
        write_whole(file, to_text(profile.content).encode("utf-8"))
    except (OSError, ValueError) as wrong:
        why = getattr(wrong, "strerror", None) or wrong
        raise Refused(f"{file.name} cannot be written: {why}.", "unwritable") from None
    return file


def content_of_file(path: Path | str) -> Content:
    """The profile in a file, checked. Refused with the line where something is not as a profile has it."""
    file = Path(path)
    return from_text(_text(file), file.name)


def read_profile(workspace: Workspace, path: Path | str, *, replaces: bool = False) -> Profile:
    """Take a profile from a file over into the database, as one step of undo; gives the record.

    Where another of its name is there, the new one is numbered, or takes its place where it `replaces` it. The same
    profile again changes nothing.
    """
    content = content_of_file(path)
    there = named(workspace, content.name)
    if there is not None and to_text(there.content) == to_text(content):
        return there.record
    with workspace.changing(f"Import profile {content.name}") as step:
        if there is not None and replaces:
            return cast(Profile, step.update(with_content(there.record, content)))
        content = replace(content, name=free_name(workspace, content.name))
        return cast(Profile, step.add(with_content(Profile(), content)))


def _text(file: Path) -> str:
    try:
        told = file.stat()
        if not stat.S_ISREG(told.st_mode):
            raise Refused(f"{file.name} is no file that could hold a profile.", "profile-file")
        if told.st_size > 4 * LARGEST:
            raise Refused(f"{file.name} is too large for a profile.", "profile-file")
        return file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise Refused(f"There is no file {file.name}. Check the name and the folder.", "missing") from None
    except UnicodeDecodeError as wrong:
        line = wrong.object.count(b"\n", 0, wrong.start) + 1
        raise Refused(f"{file.name}, line {line}: a profile is written in UTF-8.", "profile-file") from None
    except (OSError, ValueError) as wrong:
        why = getattr(wrong, "strerror", None) or wrong
        raise Refused(f"{file.name} cannot be read: {why}.", "unreadable") from None
