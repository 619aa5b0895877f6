"""The sheet of responses comes back: read safely, compared with what is on record, accepted as one step of undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from collabdesk.domain.dates import today
from collabdesk.domain.findings import Finding
from collabdesk.domain.places import letters
from collabdesk.domain.problems import Problem, Refused
from collabdesk.domain.reports import Report
from collabdesk.domain.responses import STANCES, Response
from collabdesk.usecases import audits
from collabdesk.usecases.packets.making import findings_of
from collabdesk.usecases.packets.sheet import ABOUT, BY, CODE, DAY, DIGEST, HEADERS, REPORT, SHEET, STANCE, TEXT
from collabdesk.usecases.reports.kept import report_of
from collabdesk.usecases.sampling.filled import Cells, cells_in
from collabdesk.usecases.workspace import Act, Change, Workspace

State = Literal["new", "further", "same"]
_DAY_LENGTH = len("2026-03-31")


@dataclass(frozen=True, slots=True)
class Answer:
    """One row that was filled in. `new`: the first answer; `further`: another one than `before`, which stays on record;
    `same`: on record already. `changed` names the columns that differ from `before`.
    """

    finding: Finding
    stance: str
    text: str
    by: str
    on: date | None
    state: State
    before: Response | None = None
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """What a sheet brings: answers in its order, `open_findings` without one, and problems, each at its cell."""

    report: Report
    answers: tuple[Answer, ...]
    open_findings: int
    problems: tuple[Problem, ...] = ()

    @property
    def to_keep(self) -> tuple[Answer, ...]:
        """What accepting would record."""
        return tuple(a for a in self.answers if a.state != "same")


def read_answers(workspace: Workspace, path: str | Path) -> Answers:
    """Read a sheet that came back and compare it with what is on record; keeps nothing.

    Refused where the file cannot be read safely, is no sheet of responses, or is one of a report that is not here.
    """
    path = Path(path)
    filled = cells_in(path, SHEET, ABOUT)
    said = {row[0]: row[1] for row in filled.about if len(row) > 1}
    if filled.items is None or REPORT not in said:
        raise Refused(f"{path.name} is not a sheet of responses that CollabDesk wrote: it has no sheets"
                      f" \u201c{SHEET}\u201d and \u201c{ABOUT}\u201d.", "no-responses")  # fmt: skip
    report = report_of(workspace, said[REPORT])
    if said.get(DIGEST) != report.digest:
        raise Refused(f"{path.name} belongs to another report called {report.code}: its digest is not the same.",
                      "other-report")  # fmt: skip
    return _Reading(workspace, report, path.name, filled.items).answers()


def accept_answers(workspace: Workspace, read: Answers) -> Change:
    """Record what is new as one step of undo; nothing that is on record is changed. Refused with nothing to record."""
    if not read.to_keep:
        raise Refused("There is no answer in this sheet that is not on record already.", "nothing")
    with workspace.changing(f"Responses to {read.report.code}", Act.AUDIT) as step:
        for one in read.to_keep:
            audits.respond(workspace, one.finding.id or 0, one.stance, one.text, one.by, one.on)
    return step.change


class _Reading:
    """One sheet while it is read."""

    def __init__(self, workspace: Workspace, report: Report, file: str, cells: Cells) -> None:
        self._workspace, self._file, self._cells, self.report = workspace, file, cells, report
        self._findings = {f.code: f for f in findings_of(workspace, report)}
        self._at = {name: self._column(name) for name in HEADERS}
        self._problems: list[Problem] = []

    def answers(self) -> Answers:
        found = [a for row in range(2, len(self._cells.rows) + 1) if (a := self._answer(row)) is not None]
        answered = {a.finding.code for a in found}
        rest = sum(f.code not in answered and not audits.responses_of(self._workspace, f)
                   for f in self._findings.values())  # fmt: skip
        return Answers(self.report, tuple(found), rest, tuple(self._problems))

    def _column(self, name: str) -> int:
        heads: Sequence[str] = self._cells.rows[0] if self._cells.rows else ()
        if name not in heads:
            raise Refused(f"{self._file} has no column \u201c{name}\u201d any more; fill in the sheet as it was sent.",
                          "no-column")  # fmt: skip
        return list(heads).index(name) + 1

    def _text(self, row: int, name: str) -> str:
        return self._cells.at(row, self._at[name])

    def _answer(self, row: int) -> Answer | None:
        code, text, by = self._text(row, CODE).strip(), self._text(row, TEXT).strip(), self._text(row, BY).strip()
        stance, day = self._text(row, STANCE).strip().casefold(), self._text(row, DAY).strip()
        before = len(self._problems)
        for name in (STANCE, TEXT, BY, DAY):
            if (row, self._at[name]) in self._cells.uncached:
                self._wrong(row, name, "not-calculated", "the formula was never calculated: write the answer itself")
        if len(self._problems) > before or not (stance or text or by or day):
            return None
        finding = self._findings.get(code)
        if finding is None:
            self._wrong(row, CODE, "unknown-finding", f"{code!r} is no finding of report {self.report.code}")
        if stance not in STANCES:
            said = f"{stance!r} is no stance" if stance else "no stance is given"
            self._wrong(row, STANCE, "bad-stance", f"{said}: it is {', '.join(STANCES)}")
        if not text and stance != "agree":
            self._wrong(row, TEXT, "no-text", "who does not agree says why")
        on = self._day(row, day, finding)
        if finding is None or len(self._problems) > before:
            return None
        return _compared(self._workspace, finding, (stance, text, by, on))

    def _day(self, row: int, text: str, finding: Finding | None) -> date | None:
        if not text:
            return None
        try:
            on = date.fromisoformat(text[:_DAY_LENGTH])
        except ValueError:
            self._wrong(row, DAY, "not-a-day", f"{text!r} is not a day such as 2026-03-31")
            return None
        if on > today():
            self._wrong(row, DAY, "to-come", "the day is still to come")
        elif self.report.as_of and finding is not None and on.isoformat() < self.report.as_of:
            self._wrong(row, DAY, "too-early", "the day is before that of the report")
        return on

    def _wrong(self, row: int, name: str, code: str, text: str) -> None:
        self._problems.append(Problem(code, text, f"{SHEET}!{letters(self._at[name])}{row}"))


def _compared(workspace: Workspace, finding: Finding, given: tuple[str, str, str, date | None]) -> Answer:
    """The row beside every answer on record: the same as one of them, another than the latest, or the first."""
    known = audits.responses_of(workspace, finding)
    stance, text, by, on = given
    for one in reversed(known):
        if not _differing(one, given):
            return Answer(finding, stance, text, by, on, "same", one)
    if not known:
        return Answer(finding, stance, text, by, on, "new")
    return Answer(finding, stance, text, by, on, "further", known[-1], _differing(known[-1], given))


def _differing(one: Response, given: tuple[str, str, str, date | None]) -> tuple[str, ...]:
    stance, text, by, on = given
    sides = ((STANCE, one.stance, stance), (TEXT, one.text.strip(), text), (BY, one.respondent, by))
    changed = [name for name, old, new in sides if old != new]
    # Without a day the answer is as of the day on which it is recorded, so an empty cell says nothing else.
    if on is not None and one.date != on.isoformat():
        changed.append(DAY)
    return tuple(changed)
