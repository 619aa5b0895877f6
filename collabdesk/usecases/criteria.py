"""Criteria sets: those that are bundled and one's own; loaded from a file, handed on, and taken away when unused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from collabdesk.auditing import criteria_sets
from collabdesk.auditing.criteria_files import parse
from collabdesk.auditing.criteria_sets import CriteriaSet, Standard
from collabdesk.domain.audits import Audit
from collabdesk.domain.criteria_set_files import CriteriaSetFile
from collabdesk.domain.dates import this_moment
from collabdesk.domain.problems import Problem, Refused
from collabdesk.domain.toml_lines import line_of
from collabdesk.usecases.changes import Change
from collabdesk.usecases.workspace import Act, Workspace
from collabdesk.whole_files import write_whole

__all__ = [
    "CriteriaChoice", "Standard", "add_file", "add_text", "check", "choices", "export", "line_of", "load_set",
    "read_file", "remove", "title_of",
]  # fmt: skip
USUAL = "three_es"
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class CriteriaChoice:
    """One set as a person chooses it: what it looks at, which version, and where it comes from.

    `record_id` is that of one's own file, None for a bundled set.
    """

    key: str
    title: str
    version: str
    source: str
    criteria: int = 0
    judged: int = 0
    record_id: int | None = None
    loaded: str = ""

    @property
    def is_own(self) -> bool:
        """Loaded here, from a file of one's own."""
        return self.record_id is not None


def choices(workspace: Workspace) -> list[CriteriaChoice]:
    """Every set there is: the usual one first, then the other bundled ones, then one's own."""
    bundled = [criteria_sets.load(key) for key in criteria_sets.names()]
    own = [(file, chosen) for file in _files(workspace) if (chosen := parse(file.content)[0]) is not None]
    return [
        *(_choice(one, None) for one in sorted(bundled, key=lambda s: (s.key != USUAL, s.title))),
        *(_choice(one, file) for file, one in sorted(own, key=lambda pair: pair[1].title)),
    ]


def _choice(one: CriteriaSet, file: CriteriaSetFile | None) -> CriteriaChoice:
    checked = len(one.criteria)
    return CriteriaChoice(
        key=one.key, title=one.title, version=one.version, source=one.source, criteria=checked,
        judged=len(one.standards) - checked, record_id=file.id if file else None, loaded=file.loaded_at if file else "",
    )  # fmt: skip


def title_of(workspace: Workspace, key: str) -> str:
    """The title of a set; its key where the set is not there any more."""
    if key in criteria_sets.names():
        return criteria_sets.load(key).title
    file = _file(workspace, key)
    return file.title if file else key


def load_set(workspace: Workspace, key: str) -> CriteriaSet:
    """The set with this key, bundled or one's own. Refused, with what there is, where there is none."""
    if key in criteria_sets.names():
        return criteria_sets.load(key)
    file = _file(workspace, key)
    if file is None:
        there = ", ".join([*criteria_sets.names(), *(one.code for one in _files(workspace))])
        raise Refused(f"There is no criteria set {key!r}. There are: {there}.", "no-criteria-set")
    chosen, problems = parse(file.content)
    if chosen is None:
        # It was whole when it was loaded: a criterion that it names has gone from the program since.
        raise Refused(f"The criteria set {key!r}, {problems[0].cell}: {problems[0].text}.", "bad-criteria-set")
    return chosen


def check(text: str) -> tuple[CriteriaSet | None, list[Problem]]:
    """What the text of a set says, or everything that is wrong with it, each at its line."""
    chosen, problems = parse(text)
    if chosen is not None and chosen.key in criteria_sets.names():
        line = next((n for n, s in enumerate(text.splitlines(), start=1) if s.lstrip().startswith("code")), 1)
        return None, [Problem("bundled", f"{chosen.key} is a bundled set: give this one another code", f"line {line}")]
    return chosen, problems


def add_text(workspace: Workspace, text: str) -> tuple[CriteriaSet, Change]:
    """Keep a set, in the place of the one with its code. Refused with every error and its line where it is not whole.

    Refused too where an audit that is past its draft was made by the set as it is: its report has to stay what it was.
    """
    chosen, problems = check(text)
    if chosen is None:
        said = " ".join(f"{p.cell.capitalize()}: {p.text}." for p in problems)
        raise Refused(f"The criteria set is not whole. {said}", "bad-criteria-set")
    before = _file(workspace, chosen.key)
    if before is not None and before.content == text:
        return chosen, Change(label=f"{chosen.title} is loaded already")
    settled = [a.title for a in _audits(workspace, chosen.key) if a.status not in ("planned", "fieldwork", "draft")]
    if before is not None and settled:
        raise Refused(f"{settled[0]} was made by {before.title} as it is. Give the new one another code.", "set-in-use")
    at = this_moment()
    record = CriteriaSetFile(
        id=before.id if before else None, uid=before.uid if before else "", version=before.version if before else 1,
        code=chosen.key, title=chosen.title, content=text, loaded_at=at, loaded_by=workspace.person,
    )  # fmt: skip
    with workspace.changing(f"Load the criteria set {chosen.title}", Act.AUDIT) as step:
        step.update(record) if before else step.add(record)
    return chosen, step.change


def add_file(workspace: Workspace, path: Path) -> tuple[CriteriaSet, Change]:
    """As `add_text`, from a file."""
    return add_text(workspace, read_file(path))


def read_file(path: Path) -> str:
    """The text of a set's file. Refused where it is none."""
    try:
        if path.stat().st_size > _LARGEST:
            raise Refused(f"{path.name} is too large for a criteria set.", "too-large")
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(f"{path.name} is no text in UTF-8.", "not-utf8") from None
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror}.", "unreadable") from None


def export(workspace: Workspace, key: str, path: Path) -> Path:
    """Write a set's file, bundled or one's own, as it was loaded: to be handed on, or changed into one's own."""
    file = _file(workspace, key)
    text = file.content if file and key not in criteria_sets.names() else criteria_sets.text_of(key)
    write_whole(path, text.encode("utf-8"))
    return path


def remove(workspace: Workspace, key: str) -> Change:
    """Take a set of one's own away. Refused for a bundled one, and while an audit uses it."""
    if key in criteria_sets.names():
        raise Refused(f"{title_of(workspace, key)} is bundled with the program and stays.", "bundled")
    file = _file(workspace, key)
    if file is None:
        raise Refused(f"There is no criteria set {key!r}.", "no-criteria-set")
    using = [a.title for a in _audits(workspace, key)]
    if using:
        more = f" and {len(using) - 1} more" if len(using) > 1 else ""
        raise Refused(f"{file.title} is used by {using[0]}{more}: it stays.", "set-in-use")
    with workspace.changing(f"Remove the criteria set {file.title}", Act.AUDIT) as step:
        step.delete(file)
    return step.change


def _files(workspace: Workspace) -> Sequence[CriteriaSetFile]:
    return cast("list[CriteriaSetFile]", workspace.find("criteria_set"))


def _file(workspace: Workspace, key: str) -> CriteriaSetFile | None:
    found = cast("list[CriteriaSetFile]", workspace.find("criteria_set", code=key))
    return found[-1] if found else None


def _audits(workspace: Workspace, key: str) -> list[Audit]:
    return cast("list[Audit]", workspace.find("audit", criteria_set=key))
