"""Criteria: the standards that performance was measured against, dimension by dimension, and the scale of ratings."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, Column, Pairs, Table, Text, say
from collabdesk.reporting.criteria_tables import are_few, headed, tables
from collabdesk.reporting.inputs.criteria import AppliedCriteria
from collabdesk.reporting.language import n, retold, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section


def _compose(data: ReportData) -> Iterator[Block]:
    applied = data.criteria
    if applied is None:
        yield say(t("No set of criteria was applied: this report states figures and draws no findings from them."))
        return
    yield say(
        t(
            "Performance is measured against the criteria set “{title}”, version {version}, which follows {source}.",
            title=retold(applied.title),
            version=applied.version,
            source=retold(applied.source),
        )
    )
    about: list[tuple[str, Text]] = [(headed(word), (retold(text),)) for word, text in applied.dimensions if text]
    if about:
        yield Pairs(tuple(about))
    if are_few(applied):
        yield from tables(applied)
    else:
        yield say(
            t(
                "The annex lists what was asked: {count}, each with its source. A finding says which criterion it "
                "rests on.",
                count=n(len(applied.standards), "{n} criterion", "{n} criteria"),
            )
        )
    yield from _reservations(data, applied)
    yield from _scale(data, applied)


def _reservations(data: ReportData, applied: AppliedCriteria) -> Iterator[Block]:
    unread = sum(not one.is_confirmed for one in applied.standards)
    if unread:
        yield say(
            t(
                "Of {criteria} the source is unconfirmed: it is known, but its primary text was not read.",
                criteria=n(unread, "{n} criterion", "{n} criteria"),
            ),
            "note",
        )
    left_out = [one for one in applied.standards if one.is_of_project] if data.project is None else []
    if left_out:
        yield say(
            t(
                "Not checked in this audit of the portfolio, for they look into the books of a single project: {count} "
                "({titles}).",
                count=n(len(left_out), "{n} criterion", "{n} criteria"),
                titles="; ".join(retold(one.title) for one in left_out),
            ),
            "note",
        )


def _scale(data: ReportData, applied: AppliedCriteria) -> Iterator[Block]:
    """The scale with its legend; where ratings were given, it stands beside them."""
    rated = data.engagement.ratings or any(one.rating for one in data.engagement.objectives)
    if not applied.scale or rated:
        return
    columns = (Column("Rating", 2.2), Column("What it means", 7.8))
    rows = tuple(((retold(word),), (retold(legend),)) for word, legend in applied.scale)
    yield Table("Scale of the ratings", columns, rows, note=retold(applied.scale_note))


SECTION = Section("criteria", "Criteria", _compose)
