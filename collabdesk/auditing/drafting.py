"""Facts to drafted findings: every criterion of a set over a project, or over the portfolio and each project of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from collabdesk.auditing.criteria_sets import CriteriaSet
from collabdesk.auditing.criterion import Criterion, Draft, Settings, finding
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.wording import count, listed
from collabdesk.domain.findings import SEVERITIES, Finding

MOST_PROJECTS = 5
"""Above this many projects with the same finding, the portfolio's audit makes one finding of them."""


def project_findings(facts: Facts, chosen: CriteriaSet) -> list[Finding]:
    """The findings that the set drafts for one project."""
    project_id = facts.project.id if facts.project else None
    return [
        finding(criterion.key, settings, draft, project_id)
        for criterion, settings in chosen.criteria
        for draft in criterion.check(facts, settings)
    ]


def portfolio_findings(whole: Facts, each: Iterable[Facts], chosen: CriteriaSet) -> list[Finding]:
    """The findings of the portfolio as one and of each project.

    A criterion that meets more than MOST_PROJECTS projects gives one finding, which says how many of how many
    projects it met: a single example supports no broad conclusion (Government Auditing Standards, chapter 8).
    """
    projects = list(each)
    found = []
    for criterion, settings in chosen.criteria:
        found += [finding(criterion.key, settings, d, None) for d in criterion.check(whole, settings)]
        if criterion.is_pooled:
            continue
        met = [(facts, draft) for facts in projects for draft in criterion.check(facts, settings)]
        if len({facts.project.id for facts, _ in met if facts.project}) > MOST_PROJECTS:
            found.append(_together(criterion, settings, met, len(projects)))
        else:
            found += [finding(criterion.key, settings, d, f.project.id if f.project else None) for f, d in met]
    return found


def _together(criterion: Criterion, settings: Settings, met: list[tuple[Facts, Draft]], tested: int) -> Finding:
    names = list(dict.fromkeys(_name(facts) for facts, _ in met))
    first = met[0][1]
    draft = Draft(
        title=f"{criterion.title}: {count(len(names), 'project')}",
        criteria=first.criteria,
        condition=f"{len(names)} of {tested} projects tested do not meet this: {listed(names)}.\n"
        + "\n".join(f"{_name(facts)}: {draft.condition}" for facts, draft in met[:MOST_PROJECTS]),
        cause="\n".join(f"{_name(facts)}: {draft.cause}" for facts, draft in met[:MOST_PROJECTS] if draft.cause),
        effect="\n".join(f"{_name(facts)}: {draft.effect}" for facts, draft in met[:MOST_PROJECTS]),
        severity=min((draft.severity or settings.severity for _, draft in met), key=_rank),
        seen=tuple(f"{facts.project.id if facts.project else 0} {seen}" for facts, draft in met for seen in draft.seen),
        figures=tuple(_figures(met)),
    )
    return finding(criterion.key, settings, draft, None)


def _figures(met: list[tuple[Facts, Draft]]) -> Iterator[str]:
    for _, draft in met[:MOST_PROJECTS]:
        yield from draft.figures


def _name(facts: Facts) -> str:
    project = facts.project
    return (project.acronym or project.code or project.title) if project else "Portfolio"


def _rank(severity: str) -> int:
    return SEVERITIES.index(severity) if severity in SEVERITIES else len(SEVERITIES)
