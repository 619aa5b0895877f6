"""The profiles that this database keeps: found by name or funder, renamed, taken away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from collabdesk.domain.problems import Refused
from collabdesk.domain.profiles import Profile
from collabdesk.usecases.profiles.content import Content
from collabdesk.usecases.profiles.parsing import check_name, kept
from collabdesk.usecases.profiles.writing import to_text
from collabdesk.usecases.workspace import Change, Workspace


@dataclass(frozen=True, slots=True)
class SavedProfile:
    """One profile with what it holds."""

    record: Profile
    content: Content


def saved(workspace: Workspace) -> list[SavedProfile]:
    """Every profile, by name. One that this program cannot read any more is left out; `unreadable` names it."""
    found = ((record, _content(record)) for record in _records(workspace))
    whole = [SavedProfile(record, content) for record, content in found if content is not None]
    return sorted(whole, key=lambda s: s.record.name.casefold())


def unreadable(workspace: Workspace) -> list[str]:
    """Why profiles are left out, a sentence each: a later program may have written them."""
    told = []
    for record in _records(workspace):
        try:
            kept(record.content)
        except Refused as refused:
            told.append(f"The profile ‘{record.name}’ cannot be read: {refused.sentence}")
    return told


def named(workspace: Workspace, name: str) -> SavedProfile | None:
    """The profile of this name, whatever the case; None where there is none."""
    wanted = name.strip().casefold()
    return next((s for s in saved(workspace) if s.record.name.casefold() == wanted), None)


def known(workspace: Workspace, name: str) -> SavedProfile:
    """As `named`; Refused with the names that there are."""
    found = named(workspace, name)
    if found is None:
        raise Refused(f"There is no profile ‘{name}’. {listed(workspace)}", "no-profile")
    return found


def listed(workspace: Workspace) -> str:
    """A sentence with the names that there are."""
    names = [s.record.name for s in saved(workspace)]
    return f"There are: {', '.join(names)}." if names else "No profile is saved yet: accepting an import saves one."


def free_name(workspace: Workspace, name: str) -> str:
    """The name, numbered where another profile has it already."""
    taken = {record.name.casefold() for record in _records(workspace)}
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{name} ({number})"
    return free


def rename(workspace: Workspace, name: str, new: str) -> Change:
    """Give a profile another name, as one step of undo; Refused where another has it."""
    profile, new = known(workspace, name), check_name(new)
    other = named(workspace, new)
    if other is not None and other.record.id != profile.record.id:
        raise Refused(f"There is a profile ‘{other.record.name}’ already. Choose another name.", "same-name")
    with workspace.changing(f"Rename profile {name} to {new}") as step:
        step.update(with_content(profile.record, replace(profile.content, name=new)))
    return step.change


def remove(workspace: Workspace, name: str) -> Change:
    """Take a profile away, as one step of undo; what was imported by it stays."""
    profile = known(workspace, name)
    with workspace.changing(f"Remove profile {profile.record.name}") as step:
        step.delete(profile.record)
    return step.change


def with_content(record: Profile, content: Content) -> Profile:
    """The record that holds this content."""
    return replace(
        record,
        name=content.name,
        funder=content.funder,
        content=to_text(content),
        confirmed_at=content.confirmed_at,
        confirmed_by=content.confirmed_by,
    )


def _records(workspace: Workspace) -> list[Profile]:
    return cast(list[Profile], workspace.find("profile"))


def _content(record: Profile) -> Content | None:
    try:
        return kept(record.content)
    except Refused:
        return None
