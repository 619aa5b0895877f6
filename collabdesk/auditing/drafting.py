"""Facts to drafted findings: every criterion of a set over a project, or over the portfolio and each project of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from collabdesk.auditing.criteria_sets import CriteriaSet
from collabdesk.auditing.criterion import Criterion, Draft, Say, Settings, finding
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.wording import listed, number
from collabdesk.domain.findings import Finding, by_severity
from collabdesk.domain.told import counted_words, in_a_row, told

MOST_PROJECTS = 5
"""Above this many projects with the same finding, the portfolio's audit makes one finding of them."""


def project_findings(facts: Facts, chosen: CriteriaSet, say: Say = str) -> list[Finding]:
    """The findings that the set drafts for one project, in the words of `say`."""
    project_id = facts.project.id if facts.project else None
    return [
        finding(criterion.key, settings, draft, project_id, say)
        for criterion, settings in chosen.criteria
        for draft in criterion.check(facts, settings)
    ]


def portfolio_findings(whole: Facts, each: Iterable[Facts], chosen: CriteriaSet, say: Say = str) -> list[Finding]:
    """The findings of the portfolio as one and of each project, in the words of `say`.

    A criterion that meets more than MOST_PROJECTS projects gives one finding, which says how many of how many
    projects it met: a single example supports no broad conclusion (Government Auditing Standards, chapter 8).
    """
    projects = list(each)
    found = []
    for criterion, settings in chosen.criteria:
        if criterion.is_of_project:
            continue
        found += [finding(criterion.key, settings, d, None, say) for d in criterion.check(whole, settings)]
        if criterion.is_pooled:
            continue
        met = [(facts, draft) for facts in projects for draft in criterion.check(facts, settings)]
        if len({facts.project.id for facts, _ in met if facts.project}) > MOST_PROJECTS:
            found.append(
                finding(criterion.key, settings, _together(criterion, settings, met, len(projects)), None, say)
            )
        else:
            found += [finding(criterion.key, settings, d, f.project.id if f.project else None, say) for f, d in met]
    return found


def _together(criterion: Criterion, settings: Settings, met: list[tuple[Facts, Draft]], tested: int) -> Draft:
    names = list(dict.fromkeys(_name(facts) for facts, _ in met))
    first = met[0][1]
    shown = met[:MOST_PROJECTS]
    how_many = told(
        "{names} of {tested} tested do not meet this: {list}.",
        names=counted_words(len(names), "{n} project", "{n} projects"),
        tested=number(tested),
        list=listed(names),
    )
    return Draft(
        title=told(
            "{criterion}: {projects}",
            criterion=told(criterion.title),
            projects=counted_words(len(names), "{n} project", "{n} projects"),
        ),
        criteria=first.criteria,
        condition=in_a_row([how_many, *(_of(facts, draft.condition) for facts, draft in shown)], "\n"),
        cause=in_a_row([_of(facts, draft.cause) for facts, draft in shown if draft.cause], "\n"),
        effect=in_a_row([_of(facts, draft.effect) for facts, draft in shown], "\n"),
        severity=min((draft.severity or settings.severity for _, draft in met), key=by_severity),
        seen=tuple(f"{facts.project.id if facts.project else 0} {seen}" for facts, draft in met for seen in draft.seen),
        figures=tuple(_figures(met)),
    )


def _of(facts: Facts, text: str) -> str:
    return told("{project}: {text}", project=_name(facts), text=text)


def _figures(met: list[tuple[Facts, Draft]]) -> Iterator[str]:
    for _, draft in met[:MOST_PROJECTS]:
        yield from draft.figures


def _name(facts: Facts) -> str:
    project = facts.project
    return (project.acronym or project.code or project.title) if project else told("Portfolio")
