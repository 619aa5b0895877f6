"""Outlines of the organisation's own beside the bundled ones: which there are, and those that are kept."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import cast

from collabdesk.domain.own_outlines import OwnOutline
from collabdesk.domain.problems import Refused
from collabdesk.reporting import outline as outlines
from collabdesk.reporting.outlining import PARTNER, PORTFOLIO, PROJECT, Outline, OwnWords
from collabdesk.usecases.workspace import Change, Workspace

LONGEST_NAME, LONGEST_TITLE, LONGEST_OPENING = 60, 200, 4_000
_FROZEN = ("code", "title", "base", "content")
_NAME = re.compile(rf"[^\W_](?:[\w .-]{{0,{LONGEST_NAME - 2}}}\w)?")


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """One section of an outline being edited: its place is its order; "" leaves the program's own words."""

    key: str
    title: str = ""
    opening: str = ""
    is_on: bool = True


@dataclass(frozen=True, slots=True)
class OutlineDraft:
    """An outline as it is edited: every section there is, those that are printed and those that are off."""

    name: str
    title: str
    base: str
    sections: tuple[OutlineSection, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A report that can be asked for."""

    name: str
    title: str
    of: tuple[str, ...]
    is_own: bool


def choices(workspace: Workspace) -> list[Choice]:
    """The bundled outlines, then the own ones by name; one that this program cannot read any more is left out."""
    bundled = [Choice(o.name, o.title, o.of, is_own=False) for o in outlines.all_outlines().values()]
    own = []
    for record in sorted(_records(workspace), key=lambda r: r.code.casefold()):
        made = _made(record)
        if made is not None:
            own.append(Choice(record.code, made.title, made.of, is_own=True))
    return bundled + own


def outline_called(workspace: Workspace, name: str) -> Outline:
    """The bundled outline, or the own one whatever the case; Refused with the names there are."""
    bundled = outlines.all_outlines().get(name)
    if bundled is not None:
        return bundled
    record = _record(workspace, name)
    made = _made(record) if record else None
    if made is None:
        names = ", ".join(c.name for c in choices(workspace))
        raise Refused(f"There is no report called {name!r}. There are: {names}.", "no-outline")
    return made


def frozen(workspace: Workspace, name: str) -> str:
    """The own outline of this name as JSON, for the record of a report printed by it; "" where it is a bundled one."""
    record = _record(workspace, name) if name not in outlines.all_outlines() else None
    if record is None:
        return ""
    return json.dumps({part: getattr(record, part) for part in _FROZEN}, ensure_ascii=False, sort_keys=True)


def thawed(text: str) -> Outline | None:
    """The outline that `frozen` kept, whatever became of it since; None where what it came from is gone."""
    return _made(OwnOutline(**json.loads(text)))


def check_subject(outline: Outline, *, has_project: bool, has_partner: bool) -> None:
    """Refused where the outline is no report of this subject."""
    if has_partner and PARTNER not in outline.of:
        raise Refused(f"‘{outline.title}’ is no report of a partner; `partner_statement` is.", "wrong-subject")
    if outline.of == (PARTNER,) and not has_partner:
        raise Refused(f"‘{outline.title}’ is of one partner of a project: name it with --partner.", "no-partner")
    if not has_project and PORTFOLIO not in outline.of:
        raise Refused(f"‘{outline.title}’ is a report of a project: name one.", "wrong-subject")
    if has_project and not has_partner and PROJECT not in outline.of:
        raise Refused(f"‘{outline.title}’ is a report of the portfolio, not of a project.", "wrong-subject")


def draft_of(workspace: Workspace, name: str) -> OutlineDraft:
    """An outline, bundled or own, to be changed: what it prints in its order, then what it could print."""
    outline = outline_called(workspace, name)
    record = _record(workspace, name)
    if outline.is_own and record is not None:
        kept = _sections(record)
    else:
        kept = tuple(OutlineSection(key) for key in outline.sections)
    known = outlines.all_sections()
    there = {s.key for s in kept}
    rest = sorted((s for s in known.values() if s.key not in there), key=lambda s: s.title)
    sections = (*(s for s in kept if s.key in known), *(OutlineSection(s.key, is_on=False) for s in rest))
    return OutlineDraft(name if outline.is_own else "", outline.title, outline.base or outline.name, sections)


def save(workspace: Workspace, draft: OutlineDraft, *, name: str = "") -> OwnOutline:
    """Keep a draft under its name, or another one, as one step of undo; it takes the place of the one of that name.

    Refused for a bundled outline's name, a name that cannot be typed, or when no section is on.
    """
    draft = checked(replace(draft, name=name or draft.name))
    there = _record(workspace, draft.name)
    content = _content(draft)
    if there is not None:
        after = replace(there, title=draft.title, base=draft.base, content=content)
        if after == there:
            return there
        with workspace.changing(f"Change outline {draft.name}") as step:
            return cast("OwnOutline", step.update(after))
    with workspace.changing(f"Save outline {draft.name}") as step:
        made = OwnOutline(code=draft.name, title=draft.title, base=draft.base, content=content)
        return cast("OwnOutline", step.add(made))


def checked(draft: OutlineDraft) -> OutlineDraft:
    """The draft as it is kept; Refused with what is wrong."""
    bundled = outlines.all_outlines()
    name, title = draft.name.strip(), draft.title.strip()
    if not _NAME.fullmatch(name):
        raise Refused(f"An outline needs a name of at most {LONGEST_NAME} letters, digits, blanks, dots and dashes.",
                      "outline-name")  # fmt: skip
    if name in bundled:
        raise Refused(f"{name} is the name of a bundled outline. Choose another one.", "outline-name")
    if not title or len(title) > LONGEST_TITLE or not title.isprintable():
        raise Refused(f"An outline needs a title of at most {LONGEST_TITLE} characters on one line.", "outline-title")
    if draft.base not in bundled:
        raise Refused(f"There is no bundled outline {draft.base!r}.", "no-outline")
    if not any(s.is_on for s in draft.sections):
        raise Refused("Switch at least one section on.", "no-section")
    keys = [s.key for s in draft.sections]
    unknown = [key for key in keys if key not in outlines.all_sections()]
    if unknown:
        raise Refused(f"There is no section {unknown[0]!r}.", "no-section")
    if len(set(keys)) < len(keys):
        raise Refused("A section stands twice in the outline.", "no-section")
    for one in draft.sections:
        if len(one.title) > LONGEST_TITLE or not one.title.isprintable() or len(one.opening) > LONGEST_OPENING:
            raise Refused(f"The words of section {one.key} are too long.", "outline-words")
    return replace(draft, name=name, title=title)


def rename(workspace: Workspace, name: str, new: str) -> Change:
    """Give an own outline another name, as one step of undo; Refused where another has it."""
    record = own_called(workspace, name)
    there = _record(workspace, new)
    if there is not None and there.id != record.id:
        raise Refused(f"There is an outline ‘{there.code}’ already. Choose another name.", "same-name")
    draft = checked(replace(draft_of(workspace, record.code), name=new))
    with workspace.changing(f"Rename outline {record.code} to {draft.name}") as step:
        step.update(replace(record, code=draft.name))
    return step.change


def remove(workspace: Workspace, name: str) -> Change:
    """Take an own outline away, as one step of undo; reports that were issued by it stay."""
    record = own_called(workspace, name)
    with workspace.changing(f"Remove outline {record.code}") as step:
        step.delete(record)
    return step.change


def own_called(workspace: Workspace, name: str) -> OwnOutline:
    """The own outline of this name; Refused for a bundled one or none."""
    record = _record(workspace, name)
    if record is None:
        if name in outlines.all_outlines():
            raise Refused(f"{name} is a bundled outline: it stays as it is. Save it under a name of your own first.",
                          "bundled")  # fmt: skip
        names = ", ".join(r.code for r in _records(workspace)) or "none yet"
        raise Refused(f"There is no outline of your own called {name!r}. There are: {names}.", "no-outline")
    return record


def free_name(workspace: Workspace, name: str) -> str:
    """The name, numbered where an outline has it already."""
    number, free = 1, name
    while free in outlines.all_outlines() or _record(workspace, free):
        number += 1
        free = f"{name} {number}"
    return free


def section_titles() -> dict[str, str]:
    """Every section's own title by its key."""
    return {s.key: s.title for s in outlines.all_sections().values()}


def contents(sections: tuple[OutlineSection, ...]) -> list[str]:
    """The contents of a report with these sections, numbered as on paper; one with nothing to say is left out there."""
    known = outlines.all_sections()
    lines, chapter, below, annex = [], 0, 0, 0
    for one in sections:
        section = known.get(one.key)
        if section is None or not one.is_on:
            continue
        title = one.title or section.title
        if section.is_annex:
            lines.append(f"Annex {chr(ord('A') + annex)}  {title}")
            annex += 1
        elif section.level > 1 and chapter:
            below += 1
            lines.append(f"    {chapter}.{below}  {title}")
        else:
            chapter, below = chapter + 1, 0
            lines.append(f"{chapter}  {title}")
    return lines


def _record(workspace: Workspace, name: str) -> OwnOutline | None:
    wanted = name.strip().casefold()
    return next((r for r in _records(workspace) if r.code.casefold() == wanted), None)


def _records(workspace: Workspace) -> list[OwnOutline]:
    return cast("list[OwnOutline]", workspace.find("own_outline"))


def _content(draft: OutlineDraft) -> str:
    said = [
        {"key": s.key, **({"title": s.title} if s.title else {}), **({"opening": s.opening} if s.opening else {}),
         **({} if s.is_on else {"off": True})}
        for s in draft.sections
        if s.is_on or s.title or s.opening
    ]  # fmt: skip
    return json.dumps({"sections": said}, ensure_ascii=False)


def _sections(record: OwnOutline) -> tuple[OutlineSection, ...]:
    said = json.loads(record.content or "{}").get("sections", [])
    return tuple(
        OutlineSection(s["key"], s.get("title", ""), s.get("opening", ""), is_on=not s.get("off")) for s in said
    )


def _made(record: OwnOutline) -> Outline | None:
    """The outline of a record; None where a later program wrote it, or what it came from is gone."""
    base = outlines.all_outlines().get(record.base)
    try:
        kept = _sections(record)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    known = outlines.all_sections()
    if base is None:
        return None
    shown = tuple(s for s in kept if s.is_on and s.key in known)
    return replace(
        base,
        name=record.code,
        title=record.title,
        sections=tuple(s.key for s in shown),
        own={s.key: OwnWords(s.title, s.opening) for s in shown if s.title or s.opening},
        base=record.base,
    )
