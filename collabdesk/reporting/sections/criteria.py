"""Criteria: the standards that performance was measured against, dimension by dimension, and the scale of ratings."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, Column, Pairs, Table, Text, say
from collabdesk.reporting.inputs.criteria import AppliedCriteria, AppliedStandard
from collabdesk.reporting.language import n, retold, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section

_NONE = "\u2013"


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
    about: list[tuple[str, Text]] = [(_headed(word), (retold(text),)) for word, text in applied.dimensions if text]
    if about:
        yield Pairs(tuple(about))
    checked = [one for one in applied.standards if not one.is_judged]
    judged = [one for one in applied.standards if one.is_judged]
    if checked:
        yield _table("Criteria applied", checked, applied)
    if judged:
        yield _table("Criteria judged by the audit's team", judged, applied)
    yield from _reservations(data, applied)
    yield from _scale(data, applied)


def _table(caption: str, standards: list[AppliedStandard], applied: AppliedCriteria) -> Table:
    """The criteria by their dimensions, each headed by its word; within one as the set has them."""
    words = [word for word, _ in applied.dimensions]
    words += dict.fromkeys(one.dimension for one in standards if one.dimension not in words)
    rows: list[tuple[Text, ...]] = []
    heads = []
    for word in words:
        its = [one for one in standards if one.dimension == word]
        if its:
            heads.append(len(rows))
            rows += [((_headed(word),), ("",), ("",))]
            rows += [((retold(one.title),), (retold(one.asks),), (_source(one),)) for one in its]
    columns = (Column("Criterion", 2.3), Column("What it asks", 4.3), Column("Source", 3.8))
    return Table(caption, columns, tuple(rows), strong_rows=tuple(heads))


def _headed(word: str) -> str:
    spoken = retold(word)
    return spoken[:1].upper() + spoken[1:]


def _source(one: AppliedStandard) -> str:
    if not one.source:
        return _NONE
    if one.is_confirmed:
        return retold(one.source)
    return t("{source} (unconfirmed)", source=retold(one.source))


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
