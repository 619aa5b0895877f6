"""An organisation's own outlines as files that one office hands to another."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from collabdesk.domain.own_outlines import OwnOutline
from collabdesk.domain.problems import Refused
from collabdesk.domain.toml_lines import broken, line_at, line_of, lines_of
from collabdesk.usecases import own_outlines
from collabdesk.usecases.own_outlines import OutlineDraft, OutlineSection
from collabdesk.usecases.profiles.writing import quoted
from collabdesk.usecases.workspace import Workspace
from collabdesk.whole_files import write_whole

VERSION = 1
_LARGEST = 500_000
_ENDING = ".toml"
_HEAD = {"version": int, "name": str, "title": str, "base": str, "section": list}
_SECTION = {"key": str, "title": str, "opening": str, "off": bool}


def write_outline(workspace: Workspace, name: str, path: Path | str) -> Path:
    """Write an own outline to a file, whole or not at all; gives the path, which ends with .toml."""
    record = own_outlines.own_called(workspace, name)
    file = Path(path)
    if file.suffix.casefold() != _ENDING:
        file = file.with_name(file.name + _ENDING)
    try:
        write_whole(file, to_text(own_outlines.draft_of(workspace, record.code)).encode("utf-8"))
    except (OSError, ValueError) as wrong:
        raise Refused(f"{file.name} cannot be written: {getattr(wrong, 'strerror', None) or wrong}.",
                      "unwritable") from None  # fmt: skip
    return file


def read_outline(workspace: Workspace, path: Path | str, *, replaces: bool = False) -> OwnOutline:
    """Keep the outline of a file, as one step of undo; numbered where its name is taken, unless it `replaces` that one.

    Refused with the line where something is not as an outline has it.
    """
    file = Path(path)
    try:
        if file.stat().st_size > _LARGEST:
            raise Refused(f"{file.name} is too large for an outline.", "outline-file")
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = wrong.object.count(b"\n", 0, wrong.start) + 1
        raise Refused(f"{file.name}, line {line}: an outline is written in UTF-8.", "outline-file") from None
    except OSError as error:
        raise Refused(f"{file.name} cannot be read: {error.strerror or error}.", "unreadable") from None
    draft = from_text(text, file.name)
    name = draft.name if replaces else own_outlines.free_name(workspace, draft.name)
    return own_outlines.save(workspace, draft, name=name)


def to_text(draft: OutlineDraft) -> str:
    """The outline as TOML; sections that are off and unchanged are left out."""
    lines = ["# An outline of a report", f"version = {VERSION}", f"name = {quoted(draft.name)}",
             f"title = {quoted(draft.title)}", f"base = {quoted(draft.base)}"]  # fmt: skip
    for one in draft.sections:
        if not (one.is_on or one.title or one.opening):
            continue
        lines += ["", "[[section]]", f"key = {quoted(one.key)}"]
        lines += [f"title = {quoted(one.title)}"] if one.title else []
        lines += [f"opening = {quoted(one.opening)}"] if one.opening else []
        lines += [] if one.is_on else ["off = true"]
    return "\n".join(lines) + "\n"


def from_text(text: str, file: str) -> OutlineDraft:
    """The outline that a text holds; Refused with the file's name, the line and what is wrong there."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problem = broken(error, text)
        raise Refused(f"{file}, line {line_of(problem)}: {problem.text}.", "outline-file") from None
    lines = lines_of(text)

    def refuse(path: tuple[str | int, ...], why: str) -> Refused:
        return Refused(f"{file}, line {line_at(lines, path)}: {why}", "outline-file")

    _check(said, _HEAD, (), refuse)
    if said.get("version") != VERSION:
        raise refuse(("version",), f"this program reads outlines of version {VERSION}.")
    known = own_outlines.section_titles()
    sections: list[OutlineSection] = []
    for number, one in enumerate(said.get("section", [])):
        path = ("section", number)
        if not isinstance(one, dict):
            raise refuse(path, "a section is a table [[section]].")
        _check(one, _SECTION, path, refuse)
        if one.get("key") not in known:
            raise refuse((*path, "key"), f"there is no section {one.get('key', '')!r}.")
        if one["key"] in {s.key for s in sections}:
            raise refuse((*path, "key"), f"section {one['key']!r} stands here a second time.")
        sections.append(OutlineSection(one["key"], one.get("title", ""), one.get("opening", ""),
                                       is_on=not one.get("off", False)))  # fmt: skip
    draft = OutlineDraft(said.get("name", ""), said.get("title", ""), said.get("base", ""), tuple(sections))
    try:
        return own_outlines.checked(draft)
    except Refused as wrong:
        at = {"outline-name": "name", "outline-title": "title", "no-outline": "base"}.get(wrong.code, "section")
        raise refuse((at,), wrong.sentence) from None


def _check(said: dict[str, Any], known: dict[str, type], path: tuple[str | int, ...], refuse: Any) -> None:
    for key, value in said.items():
        if key not in known:
            raise refuse((*path, key), f"{key!r} does not belong in an outline.")
        if type(value) is not known[key]:
            raise refuse((*path, key), f"{key!r} is not written as it should be.")
