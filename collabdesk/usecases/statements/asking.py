"""What a statement is asked for: its kind, its project, partner and reporting period, and the facts of the day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import cast

from collabdesk import discovery
from collabdesk.auditing.facts import Facts
from collabdesk.domain.partners import Partner
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.statements import Line, Statement
from collabdesk.domain.told import told
from collabdesk.usecases import periods
from collabdesk.usecases.workspace import Workspace

AXES = ("category", "partner", "work_package", "period")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`partner` and `period` None mean all of them; `by` is one of AXES, where it can be cut several ways."""

    workspace: Workspace
    project: Project
    facts: Facts
    as_of: date
    partner: Partner | None = None
    period: ReportingPeriod | None = None
    by: str = AXES[0]

    @property
    def project_id(self) -> int:
        return self.project.id or 0

    @property
    def partner_name(self) -> str:
        """The partner's whole name; "all partners" where none is asked for."""
        return self.partner.name or self.partner.short_name if self.partner else told("all partners")

    @property
    def subject(self) -> str:
        """The project as its page calls it."""
        return self.project.acronym or self.project.code or self.project.title


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of statement. `asks` names what has a meaning for it (`partner`, `period`, `by`), `needs` what must be.

    `why_not` gives the reason why a project has no such statement, "" where it has one.
    """

    key: str
    title: str
    order: int
    make: Callable[[Asked], Statement]
    why_not: Callable[[Facts], str]
    asks: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()

    def statement(
        self,
        asked: Asked,
        *,
        facts: Iterable[tuple[str, str]],
        first: str,
        columns: tuple[str, ...],
        lines: Iterable[Line],
        notes: Iterable[str],
        rule_pack: str = "",
        rates: Iterable[str] = (),
    ) -> Statement:
        """A statement of this kind on what was asked, with the parts as `Statement` has them."""
        return Statement(
            kind=self.key,
            title=self.title,
            subject=asked.subject,
            as_of=asked.as_of,
            project_id=asked.project_id,
            currency=asked.project.currency,
            facts=tuple(facts),
            first=first,
            columns=columns,
            lines=tuple(lines),
            notes=tuple(notes),
            rule_pack=rule_pack,
            rates=tuple(rates),
        )


def kinds() -> list[Kind]:
    """Every kind of statement there is, in their order."""
    from collabdesk.usecases.statements import forms

    return sorted(discovery.constants(forms, "STATEMENT"), key=lambda kind: kind.order)


def kind_of(key: str) -> Kind:
    """The kind with this key; Refused when there is none."""
    found = next((kind for kind in kinds() if kind.key == key), None)
    if found is None:
        raise Refused(f"There is no statement {key!r}. There are: {', '.join(k.key for k in kinds())}.", "no-statement")
    return found


def partners_of(workspace: Workspace, project_id: int) -> list[Partner]:
    """Everybody who takes part in the project, brings something or has costs, by name."""
    where = {"project_id": project_id}
    ids = {i for noun in ("participation", "contribution", "cost") for i in workspace.stated(noun, "partner_id", where)}
    found = cast("list[Partner]", workspace.find("partner", id=sorted(i for i in ids if i))) if ids else []
    return sorted(found, key=lambda p: (p.short_name or p.name).casefold())


def partner_called(workspace: Workspace, project_id: int, said: str) -> Partner:
    """The project's partner with this code, short name, name or number (`#7`); Refused unless it is just one."""
    there = partners_of(workspace, project_id)
    wanted = said.strip().casefold()
    for name in ("code", "short_name", "name"):
        found = [p for p in there if wanted and str(getattr(p, name)).casefold() == wanted]
        if len(found) == 1:
            return found[0]
    found = [p for p in there if str(p.id) == wanted.removeprefix("#")]
    if len(found) == 1:
        return found[0]
    names = ", ".join(p.short_name or p.name for p in there) or "none yet"
    raise Refused(f"The project has no one partner {said!r}. Its partners are: {names}.", "no-partner")


def period_called(workspace: Workspace, project_id: int, said: str) -> ReportingPeriod:
    """The project's reporting period with this code or title; Refused when there is none."""
    there = periods.of(workspace, project_id)
    wanted = said.strip().casefold()
    for period in there:
        if wanted and wanted in (period.code.casefold(), period.title.casefold()):
            return period
    names = ", ".join(p.code for p in there) or "none yet"
    raise Refused(f"The project has no reporting period {said!r}. Its periods are: {names}.", "no-period")
