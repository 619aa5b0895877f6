"""Conclusions: what the audit concludes on each objective, and its ratings with the scale that they are words of."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.objectives import Objective
from collabdesk.reporting.content import Block, Column, Paragraph, Strong, Table, say
from collabdesk.reporting.language import retold, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import joined

_NONE = "\u2013"


def _compose(data: ReportData) -> Iterator[Block]:
    engagement = data.engagement
    for objective in engagement.objectives:
        yield from _objective(objective, data)
    if engagement.ratings:
        columns = (Column("Criterion", 2.2), Column("Rating", 2.2), Column("Reason", 5.6))
        rows = tuple(((t(r.dimension),), (t(r.rating),), (r.reason or _NONE,)) for r in engagement.ratings)
        yield Table("Ratings by criterion", columns, rows)
    if engagement.scale and (engagement.ratings or any(o.rating for o in engagement.objectives)):
        words = (Column("Rating", 2.2), Column("What it means", 7.8))
        legend = tuple(((t(word),), (t(meaning),)) for word, meaning in engagement.scale)
        yield Table("Scale of the ratings", words, legend, note=retold(engagement.scale_note))


def _objective(objective: Objective, data: ReportData) -> Iterator[Block]:
    yield Paragraph((Strong(f"{objective.code}  {objective.text}"),))
    if not objective.conclusion:
        yield say(t("No conclusion was drawn on this objective."), "note")
        return
    yield say(objective.conclusion)
    if objective.rating:
        yield say(t("Rating: {rating}", rating=t(objective.rating)))
    bearing = joined(f.code for f in data.findings if f.objective == objective.code)
    if bearing:
        yield say(t("Findings that bear on it: {codes}.", codes=bearing), "note")


SECTION = Section("conclusions", "Conclusions", _compose)
