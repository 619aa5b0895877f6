"""Restatements: the figures of the superseded report that are others now, old beside new, each with its cause."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.figures import Figure
from collabdesk.reporting.content import Block, Cite, Column, Pairs, Paragraph, Subheading, Table, Text
from collabdesk.reporting.inputs.restated import Restated, RestatedFigure
from collabdesk.reporting.language import share, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import day, is_share, value_of

_COLUMNS = (
    Column("Figure", 4.4),
    Column("As signed", 1.9, is_number=True),
    Column("Now", 1.9, is_number=True),
    Column("Change", 0.8),
    Column("Code", 2.4),
)
_NOTE = "The change is the nearest on record to the figure; below the table each stands with its day and person."


def _compose(data: ReportData) -> Iterator[Block]:
    if data.restated is None:
        return
    its = data.restated
    yield Paragraph((_superseded(its),), "lead")
    if its.as_of != data.as_of.isoformat():
        yield Paragraph((t("It was as of {then}, this one is as of {now}; some figures differ for that reason alone.",
                           then=day(its.as_of), now=day(data.as_of)),))  # fmt: skip
    if not its.figures:
        yield Paragraph((t("None of its figures is another one now."),))
        return
    # Most figures differ for the same few changes: these are told once.
    causes = list(dict.fromkeys(one.cause for one in its.figures))
    rows = tuple(_row(one, causes.index(one.cause) + 1) for one in its.figures)
    yield Table("Figures restated", _COLUMNS, rows, note=_NOTE)
    yield Subheading("What changed since")
    yield Pairs(tuple((t("Change {n}", n=at), (t(cause),)) for at, cause in enumerate(causes, 1)))


def _superseded(its: Restated) -> str:
    return t(
        "This report takes the place of report {code} as of {as_of}, which was signed by {person} on {signed}.",
        code=its.code, as_of=day(its.as_of), person=its.signed_by, signed=day(its.signed_at),
    )  # fmt: skip


def _row(one: RestatedFigure, change: int) -> tuple[Text, ...]:
    figure = one.new or one.old
    assert figure is not None
    name = t("{label}, {detail}", label=t(figure.label), detail=t(figure.detail)) if figure.detail else t(figure.label)
    code: Text = (Cite(figure.id),) if one.new else (figure.id,)
    return ((name,), (_value(one.old),), (_value(one.new),), (str(change),), code)


def _value(figure: Figure | None) -> str:
    if figure is None:
        return t("no longer computed")
    if figure.value is not None and is_share(figure):
        return share(figure.value, 2)  # all decimals that a ratio has: a small change is to be seen
    return value_of(figure)


SECTION = Section("restatements", "Restatements", _compose)
