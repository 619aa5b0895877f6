"""Gathers from the workspace everything that a report is composed from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, cast

from collabdesk import discovery, measures
from collabdesk.domain.audits import Audit
from collabdesk.domain.batches import SourceFile, SourceTable
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.figures import Figure
from collabdesk.domain.findings import Finding
from collabdesk.domain.indicators import Indicator
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.partners import Partner
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.recommendations import Recommendation
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.risks import Risk
from collabdesk.domain.rules import Rule
from collabdesk.domain.told import told
from collabdesk.reporting.outlining import Outline
from collabdesk.reporting.report_input import Line, Participant, ReportData
from collabdesk.usecases import audits, figures, organisation, own_outlines, provenance
from collabdesk.usecases.listing import project_id
from collabdesk.usecases.report_parts import agreement, compared, criteria, engagement, register, sampling, single_audit
from collabdesk.usecases.report_parts import partner as partner_part
from collabdesk.usecases.rules import chosen
from collabdesk.usecases.workspace import Workspace

_UNDECIDED = "draft"
_NOT_PRINTED = frozenset({"draft", "dismissed", "withdrawn"})
_PAGE = 5_000
_WHOLE_FIGURES = frozenset({"status_now", "status_ahead"})
_AGREEMENT = frozenset({"governance", "clauses", "rights", "data"})
_REGISTERED = frozenset({"findings_register", "actions_register"})
_SINGLE_AUDIT = frozenset({
    "single_audit_results", "single_audit_statements", "single_audit_awards", "single_audit_prior",
    "single_audit_corrective",
})  # fmt: skip
_WITHOUT_FIGURES = _REGISTERED | _SINGLE_AUDIT | {"follow_up", "responses"}


def gather(
    workspace: Workspace, project_code: str | None, audit_id: int | None, as_of: date, outline: str | Outline,
    addressee: str, *, partner: str = "", language: str = "",
) -> ReportData:  # fmt: skip
    """The facts of a report of this project, or of the portfolio (None), as of the day.

    `outline` is one, or a bundled or own one's name; `partner` names the partner that a statement is of; `language` ""
    is the organisation's. Refused where one of them is not there, or the outline is no report of this subject.
    """
    chosen_outline = outline if isinstance(outline, Outline) else own_outlines.outline_called(workspace, outline)
    project = None
    if project_code is not None:
        project = cast("Project", workspace.get("project", project_id(workspace, project_code)))
    own_outlines.check_subject(chosen_outline, has_project=project is not None, has_partner=bool(partner))
    one = partner_part.partner_called(workspace, project, partner) if project and partner else None
    house = organisation.current(workspace)
    audit = _audit(workspace, project, audit_id, as_of)
    where: dict[str, object] = {} if project is None else {"project_id": project.id}
    found = audits.findings_of(workspace, audit) if audit else []
    printed = tuple(f for f in found if f.status not in _NOT_PRINTED)
    sections = frozenset(chosen_outline.sections)
    every = [] if sections <= _WITHOUT_FIGURES else figures.figures(workspace, project_code, as_of)
    told_of = printed if "findings" in sections else ()
    own = with_sources(workspace, _figures(every, sections, one))
    projects = () if project else tuple(cast("list[Project]", workspace.find("project")))
    side_by_side = compared.gathered(workspace, projects, as_of) if "projects_compared" in sections else ()
    beside = [f for p in side_by_side for f in p.figures.values()]
    return ReportData(
        as_of=as_of,
        outline=chosen_outline.name,
        own_outline=chosen_outline if chosen_outline.is_own else None,
        language=language or house.language or "en",
        organisation=house if house.id else None,
        logo=organisation.logo(workspace) or b"",
        partner=one,
        partner_facts=partner_part.gathered(workspace, project, one, own) if project and one else None,
        compared=side_by_side,
        register=register.gathered(workspace, project) if sections & _REGISTERED else None,
        single_audit=single_audit.gathered(workspace, project) if sections & _SINGLE_AUDIT else None,
        risks=tuple(cast("list[Risk]", workspace.find("risk", **where))) if project else (),
        periods=tuple(cast("list[ReportingPeriod]", workspace.find("reporting_period", **where))) if project else (),
        agreement=agreement.gathered(workspace, project, as_of) if sections & _AGREEMENT else None,
        project=project,
        projects=projects,
        audit=audit,
        figures=tuple(own),
        evidence=()
        if one or sections <= _WITHOUT_FIGURES
        else tuple(with_sources(workspace, _others(workspace, beside, told_of, own, every, as_of))),
        rules=_rules(),
        rules_why=chosen(workspace, project, as_of).why if project and project.rule_pack else "",
        criteria=criteria.gathered(workspace, audit),
        findings=printed,
        reported_findings=tuple(cast("list[Finding]", workspace.find("finding", audit_id=None, **where))),
        dismissed=tuple(f for f in found if f.status == "dismissed"),
        drafts_open=sum(f.status == _UNDECIDED for f in found),
        recommendations=_recommendations(workspace, printed),
        engagement=engagement.gathered(workspace, audit, printed),
        samples=sampling.gathered(workspace, audit),
        participants=tuple(_participants(workspace, where)) if project else (),
        milestones=tuple(cast("list[Milestone]", workspace.find("milestone", **where))) if project else (),
        deliverables=tuple(cast("list[Deliverable]", workspace.find("deliverable", **where))) if project else (),
        indicators=tuple(cast("list[Indicator]", workspace.find("indicator", **where))) if project else (),
        lines=tuple(_lines(workspace, where)) if project else (),
        addressee=addressee or (audit.addressee if audit else "") or house.addressee,
        author=(audit.team if audit else "") or house.author,
    )


def _figures(found: list[Figure], sections: frozenset[str], partner: Partner | None) -> list[Figure]:
    """Those that the sections can print: looking up their cells takes longest, so none is looked up in vain."""
    if partner is not None:
        return partner_part.figures_of(partner, found)
    shown = figures.printed(found)
    if not sections & _AGREEMENT:
        shown = [f for f in shown if f.group != "governance"]
    elif sections <= _AGREEMENT | {"risks", "sources"}:
        return [f for f in shown if f.group == "governance"]
    if sections <= _WHOLE_FIGURES:
        return [f for f in shown if not f.detail or f.rule.startswith("budget.absorption")]
    return shown


def _others(
    workspace: Workspace, beside: list[Figure], findings: tuple[Finding, ...], own: list[Figure], every: list[Figure],
    as_of: date,
) -> list[Figure]:  # fmt: skip
    """Figures that the report cites without a table of its own: projects side by side, and what findings cite."""
    known = {f.id for f in (*own, *beside)}
    cited = sorted({code for f in findings for code in f.figures.split()} - known)
    return [*beside, *_evidence(workspace, cited, {f.id: f for f in every}, as_of)]


def with_sources(workspace: Workspace, found: Iterable[Figure]) -> list[Figure]:
    """The figures with the cells they rest on; figures on the same records share one look-up."""
    figures_found = list(found)
    each = provenance.sources_of_each(workspace, figures_found)
    return [replace(figure, sources=its) for figure, its in zip(figures_found, each, strict=True)]


def _evidence(workspace: Workspace, cited: list[str], there: dict[str, Figure], as_of: date) -> Iterable[Figure]:
    """The figures that findings cite and no section prints: `there` already, or those of single projects in a report of
    the portfolio.
    """
    others = [figure_id for figure_id in cited if figure_id not in there]
    codes = {p.id: p.code for p in cast("list[Project]", workspace.find("project"))} if others else {}
    computed: dict[str, dict[str, Figure]] = {}
    for figure_id in cited:
        owner = figure_id.partition("-")[0].removeprefix("F")
        code = codes.get(int(owner), "") if owner.isdigit() else ""
        if figure_id in there:
            yield there[figure_id]
        # One look-up a project, not a figure; a code that two projects share cannot name one.
        elif code and list(codes.values()).count(code) == 1:
            if code not in computed:
                computed[code] = {f.id: f for f in figures.figures(workspace, code, as_of)}
            if figure_id in computed[code]:
                yield computed[code][figure_id]
        elif one := figures.find(workspace, figure_id, as_of):
            yield one


def _audit(workspace: Workspace, project: Project | None, audit_id: int | None, as_of: date) -> Audit | None:
    """The audit asked for, or the latest one of the subject that is not after the day."""
    if audit_id is not None:
        audit = workspace.get("audit", audit_id)
        if not isinstance(audit, Audit):
            raise Refused(f"There is no audit {audit_id}.", "no-audit")
        return audit
    wanted = project.id if project else None
    known = audits.audits(workspace)
    fitting = (a for a in known if a.project_id == wanted and (a.as_of or "") <= as_of.isoformat())
    return next(fitting, None)


def _rules() -> tuple[Rule, ...]:
    return tuple(rule for rules in discovery.constants(measures, "RULES") for rule in rules)


def _recommendations(workspace: Workspace, findings: tuple[Finding, ...]) -> tuple[Recommendation, ...]:
    ids = [f.id for f in findings]
    order = {key: i for i, key in enumerate(ids)}
    found = cast("list[Recommendation]", workspace.find("recommendation", finding_id=ids)) if ids else []
    return tuple(sorted(found, key=lambda r: (order[r.finding_id], r.id or 0)))


def _participants(workspace: Workspace, where: dict[str, object]) -> Iterable[Participant]:
    ids = workspace.ids("participation", where=where)
    seen = dict.fromkeys(
        Participant(
            row["partner_name"] or row["code"] or told("unnamed"), row["partner_country"] or "", row["role"] or ""
        )
        for row in _rows(workspace, "participation", ids)
    )
    return sorted(seen, key=lambda p: (p.role.lower() != "coordinator", p.name.casefold(), p.role))


def _rows(workspace: Workspace, noun: str, ids: Any) -> Iterable[dict[str, Any]]:
    for start in range(0, len(ids), _PAGE):
        yield from workspace.rows(noun, ids[start : start + _PAGE])


def _lines(workspace: Workspace, where: dict[str, object]) -> Iterable[Line]:
    places = _places(workspace)
    for row in _rows(workspace, "contribution", workspace.ids("contribution", where=where)):
        file, sheet = places.get((row["batch_id"], row["table_no"]), ("", ""))
        yield Line(
            partner=row["partner_name"] or told("unnamed"),
            country=row["country"] or "",
            form=row["form"],
            title=row["title"],
            amount=row["amount"],
            pledged=row["pledged"],
            received=row["received"],
            currency=row["unit_of_account"] or row["currency"],
            file=file,
            place=_place(sheet, row["source_row"]),
        )


def _places(workspace: Workspace) -> dict[tuple[int | None, int | None], tuple[str, str]]:
    files = {f.id: f.name for f in cast("list[SourceFile]", workspace.find("source_file"))}
    tables = cast("list[SourceTable]", workspace.find("source_table"))
    return {(t.batch_id, t.table_no): (files.get(t.file_id, ""), t.sheet) for t in tables}


def _place(sheet: str, row: int | None) -> str:
    if row is None:
        return told("typed by hand")
    return told("{sheet}, row {row}", sheet=sheet, row=row) if sheet else told("row {row}", row=row)
