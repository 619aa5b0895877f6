"""The rule packs there are: those of the program, and those that somebody loaded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import cast

from collabdesk.domain.pack_files import parse
from collabdesk.domain.packs import Pack
from collabdesk.domain.problems import Problem, Refused
from collabdesk.domain.rule_packs import RulePack
from collabdesk.domain.toml_lines import line_of
from collabdesk.paths import resources
from collabdesk.usecases.workspace import Change, Workspace

GENERIC = "generic"


@dataclass(frozen=True, slots=True)
class Offered:
    """A pack as a list shows it; `record_id` is None for those of the program."""

    pack: Pack
    record_id: int | None = None
    loaded_at: str = ""
    loaded_by: str = ""


@cache
def bundled() -> tuple[Pack, ...]:
    """The packs that are files of the program, by code."""
    return tuple(_parsed(path.read_text("utf-8")) for path in sorted(resources("rulepacks").glob("*.toml")))


@lru_cache(maxsize=64)
def _parsed(text: str) -> Pack:
    pack, problems = parse(text)
    if pack is None:
        raise Refused(f"A rule pack cannot be read: {problems[0].cell}, {problems[0].text}.", "bad-rule-pack")
    return pack


def offered(workspace: Workspace) -> list[Offered]:
    """Every pack, the program's first, each with who loaded it and when."""
    loaded = cast("list[RulePack]", workspace.find("rule_pack"))
    own = (Offered(_parsed(record.content), record.id, record.loaded_at, record.loaded_by) for record in loaded)
    return [*(Offered(pack) for pack in bundled()), *sorted(own, key=lambda o: o.pack.code)]


def packs(workspace: Workspace) -> list[Pack]:
    """Every pack that a project may use."""
    return [o.pack for o in offered(workspace)]


def pack_of(workspace: Workspace, code: str) -> Pack:
    """The pack with this code; Refused, naming those there are, when there is none."""
    known = packs(workspace)
    for pack in known:
        if pack.code == code:
            return pack
    names = ", ".join(pack.code for pack in known)
    raise Refused(f"There is no rule pack {code!r}. There are: {names}.", "no-rule-pack")


def check(workspace: Workspace, text: str) -> tuple[Pack | None, list[Problem]]:
    """The pack of a file's text, or everything that is wrong with it, each with its line (`line 12`)."""
    pack, problems = parse(text)
    if pack is None:
        return None, problems
    problems = [*problems, *_beside_others(workspace, pack, text)]
    return (None if problems else pack), sorted(problems, key=line_of)


def load(workspace: Workspace, text: str) -> tuple[Pack, Change]:
    """Keep the pack of a text; one with the same code that was loaded before is replaced. Refused when it is wrong."""
    pack, problems = check(workspace, text)
    if pack is None:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise Refused(f"The rule pack cannot be loaded: {problems[0].cell}, {problems[0].text}{more}.", "bad-rule-pack")
    with workspace.changing(f"Load rule pack {pack.code}") as step:
        there = cast("list[RulePack]", workspace.find("rule_pack", code=pack.code))
        now = datetime.now(UTC).isoformat(timespec="seconds")
        before = there[0] if there else RulePack(code=pack.code)
        after = replace(before, title=pack.title, content=text, loaded_at=now, loaded_by=workspace.person)
        if there:
            step.update(after)
        else:
            step.add(after)
    return pack, step.change


def remove(workspace: Workspace, code: str) -> Change:
    """Take a loaded pack away; Refused while a project uses it, and for the program's own."""
    there = cast("list[RulePack]", workspace.find("rule_pack", code=code))
    if not there:
        raise Refused(f"The rule pack {code} is the program's own and stays.", "bundled")
    pack = _parsed(there[0].content)
    others = {p.family for p in packs(workspace) if p.code != code}
    names = {code} if pack.family in others else {code, pack.family}
    users = workspace.find("project", rule_pack=sorted(names))
    if users:
        raise Refused(f"{len(users)} projects use the rule pack {code}: choose another for them first.", "in-use")
    with workspace.changing(f"Remove rule pack {code}") as step:
        step.delete(there[0])
    return step.change


def _beside_others(workspace: Workspace, pack: Pack, text: str) -> list[Problem]:
    """What is wrong with a pack beside those there are: a code that is taken, award dates that two packs claim."""
    found = []
    if any(pack.code == own.code for own in bundled()):
        found.append(_at(text, "code", "double-code", f"the code {pack.code} is that of a pack of the program"))
    for other in packs(workspace):
        same = (other.family, other.mode) == (pack.family, pack.mode) and other.code != pack.code
        if same and _overlap(pack, other):
            dates = f"{other.since or 'the beginning'} to {other.until or 'the end'}"
            sentence = f"its award dates overlap with those of {other.code} ({dates}), which is of the same family"
            found.append(_at(text, "since", "overlap", sentence))
    return found


def _overlap(one: Pack, other: Pack) -> bool:
    ends_before = bool(one.until and other.since and one.until < other.since)
    begins_after = bool(one.since and other.until and one.since > other.until)
    return not (ends_before or begins_after)


def _at(text: str, key: str, code: str, sentence: str) -> Problem:
    lines = text.splitlines()
    number = next((i for i, line in enumerate(lines, 1) if line.split("=")[0].strip() == key), 1)
    return Problem(code, sentence, f"line {number}")
