"""Sampling: how each sample was drawn, what was tested, what over- and understatements come to, each by itself."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.domain.rules import Outcome, rounded
from collabdesk.domain.sample_items import SampleItem
from collabdesk.domain.sample_terms import left_out, population_words, restriction, why_words
from collabdesk.domain.told import told
from collabdesk.measures.sample_evaluation import MONETARY_UNIT, Direction
from collabdesk.reporting.content import Block, Cite, Column, Pairs, Subheading, Table, Text, say
from collabdesk.reporting.inputs.sampling import Sampled
from collabdesk.reporting.language import in_currency, n, retold, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section
from collabdesk.reporting.wording import NOT_AVAILABLE, amount, day, number, percent, quantity, to_the_cent

_NONE = "\u2013"
_PARTS = (
    ("known", told("Errors found")),
    ("certain", told("Of these in items as large as the interval")),
    ("projected", told("Projected misstatement")),
    ("precision", told("Precision")),
    ("allowance", told("Incremental allowance")),
    ("limit", told("Upper misstatement limit")),
)


def _compose(data: ReportData) -> Iterator[Block]:
    if not data.samples:
        return
    yield say(
        t(
            "What follows was tested by sample. Overstatements and understatements are evaluated apart and never "
            "netted. The annex of samples holds seed, start, order and the SHA-256 of each population, with a script "
            "that draws the same sample again."
        )
    )
    known = {f.id for f in (*data.figures, *data.evidence)}
    for one in data.samples:
        yield from _sample(one, known)


def _sample(one: Sampled, known: set[str]) -> Iterator[Block]:
    sample, unit = one.sample, one.sample.currency
    heading = t("Sample {code}", code=sample.code)
    yield Subheading(f"{heading}: {sample.title}" if sample.title else heading)
    yield Pairs(tuple(_how(one, known)))
    found = one.evaluation
    if not found.untested and found.items:
        yield say(_frequency(one))
    columns = (
        Column("What", 3.2),
        Column("Overstatements", 2.4, is_number=True),
        Column("Code", 2.6),
        Column("Understatements", 2.4, is_number=True),
        Column("Code", 2.6),
    )
    rows = [
        (
            (retold(words),),
            (_value(getattr(found.over, part)),),
            _code(one, f"over-{part}", known),
            (_value(getattr(found.under, part)),),
            _code(one, f"under-{part}", known),
        )
        for part, words in _PARTS
        if getattr(found.over, part) is not None
    ]
    yield Table(
        t("What sample {code} says of its population, {currency}", code=sample.code, currency=unit),
        columns,
        tuple(rows),
        strong_rows=(len(rows) - 1,),
        note=_why_not(found.over, found.under),
    )
    for name, direction in (("over", found.over), ("under", found.under)):
        yield say(_verdict(name, direction, found.tolerable, unit))
    for remark in found.remarks:
        yield say(retold(remark), "note")
    yield from _errors(one)
    if one.changed:
        yield say(
            n(
                len(one.changed),
                "The book value of {n} item of the sample was changed after it was drawn: {items}.",
                "The book value of {n} items of the sample was changed after they were drawn: {items}.",
                items=", ".join(i.reference or str(i.cost_id) for i in one.changed[:ROWS_SHOWN]),
            )
        )


def _how(one: Sampled, known: set[str]) -> Iterator[tuple[str, Text]]:
    """What it takes to judge the sample: how it was planned and drawn."""
    sample, unit = one.sample, one.sample.currency
    is_units = sample.method == MONETARY_UNIT
    settled = restriction(sample)
    yield "Method", (t("Monetary-unit sampling") if is_units else t("Simple random sampling"),)
    yield "Population", (retold(population_words(settled, one.project)),)
    items = n(sample.population_count, "{n} item", "{n} items")
    yield "Book value", (
        t("{amount}, {items}", amount=amount(sample.book_value, unit), items=items), *_cited(one, "book", known)
    )  # fmt: skip
    for out in left_out(sample):
        told = t("{items} of {amount} in all: {why}", items=n(out.count, "{n} item", "{n} items"),
                 amount=amount(out.total, unit), why=retold(why_words(out.why)))  # fmt: skip
        yield "Left out", (told,)
    if sample.confidence is not None:
        yield "Confidence", (percent(sample.confidence),)
    if sample.tolerable is not None and sample.book_value is not None:
        yield "Tolerable", (_share(sample.tolerable, sample.book_value, unit), *_cited(one, "tolerable", known))
    if sample.expected is not None and sample.book_value is not None:
        yield "Expected", (_share(sample.expected, sample.book_value, unit),)
    if is_units:
        yield "Interval", (amount(sample.interval, unit),)
    else:
        by_mean = settled.projection == "mean"
        yield "Projection", (t("by the mean of the errors") if by_mean else t("by the ratio of errors to book value"),)
    certain = sum(bool(i.is_certain) for i in one.items)
    drawn = n(len(one.items), "{n} item", "{n} items")
    yield (
        "Drawn",
        (
            t(
                "{items}, {certain} of them for being as large as the interval",
                items=drawn,
                certain=quantity(Decimal(certain)),
            )
            if is_units
            else drawn,
            *_cited(one, "items", known),
        ),
    )
    yield "Drawn on", (day(sample.drawn_on),)


def _share(share: Decimal, book_value: Decimal, unit: str) -> str:
    return t("{share} of the book value, {amount}", share=percent(share), amount=in_currency(
        to_the_cent(share * book_value), unit))  # fmt: skip


def _frequency(one: Sampled) -> str:
    found = one.evaluation
    return t(
        "Of {items} tested, {over} overstated and {under} understated.",
        items=n(found.items, "{n} item", "{n} items"),
        over=n(found.over.errors, "{n} is", "{n} are"),
        under=n(found.under.errors, "{n} is", "{n} are"),
    )


def _value(outcome: Outcome | None) -> str:
    if outcome is None or outcome.value is None:
        return t(NOT_AVAILABLE)
    return number(outcome.value, 2)


def _code(one: Sampled, part: str, known: set[str]) -> Text:
    return _cited(one, part, known) or (_NONE,)


def _cited(one: Sampled, part: str, known: set[str]) -> Text:
    """The figure's code, where the report holds the figure: not those of single projects in one of the portfolio."""
    code = f"F{one.sample.project_id}-sample-{one.sample.code.lower()}-{part}"
    return (Cite(code),) if code in known else ()


def _why_not(*directions: Direction) -> str:
    reasons = dict.fromkeys(retold(d.limit.reason) for d in directions if d.limit.reason)
    return t("n/a: {reasons}.", reasons="; ".join(reasons)) if reasons else ""


def _verdict(name: str, direction: Direction, tolerable: Outcome, unit: str) -> str:
    if direction.accepted is None or tolerable.value is None:
        if name == "over":
            return t("Overstatements: whether they are tolerable cannot be said.")
        return t("Understatements: whether they are tolerable cannot be said.")
    # Without a limit what is projected is above what is tolerable by itself.
    reached = direction.projected.value if direction.limit.value is None else direction.limit.value
    said = {
        "limit": in_currency(to_the_cent(rounded(reached or Decimal(0), unit)), unit),
        "most": in_currency(to_the_cent(rounded(tolerable.value, unit)), unit),
    }
    if direction.limit.value is None:
        if name == "over":
            return t("Overstatements: the projected {limit} exceeds the tolerable {most}. Not accepted.", **said)
        return t("Understatements: the projected {limit} exceeds the tolerable {most}. Not accepted.", **said)
    if name == "over":
        if direction.accepted:
            return t("Overstatements: the upper limit of {limit} is within the tolerable {most}. Accepted.", **said)
        return t("Overstatements: the upper limit of {limit} exceeds the tolerable {most}. Not accepted.", **said)
    if direction.accepted:
        return t("Understatements: the upper limit of {limit} is within the tolerable {most}. Accepted.", **said)
    return t("Understatements: the upper limit of {limit} exceeds the tolerable {most}. Not accepted.", **said)


def _errors(one: Sampled) -> Iterator[Block]:
    wrong = [i for i in one.items if i.audited is not None and i.audited != i.book]
    if not wrong:
        return
    unit = one.sample.currency
    columns = (
        Column("Item", 3.4),
        Column("Book value", 1.7, is_number=True),
        Column("Audited", 1.7, is_number=True),
        Column("Error", 1.7, is_number=True),
        Column("Tainting", 1.3, is_number=True),
        Column("Explanation", 3),
    )
    rows = tuple(_error(item) for item in wrong[:ROWS_SHOWN])
    note = t("The first {shown} of {total} rows; all of them stand in the annex of samples.", shown=ROWS_SHOWN,
             total=quantity(Decimal(len(wrong)))) if len(wrong) > ROWS_SHOWN else ""  # fmt: skip
    caption = t("Errors found in sample {code}, {currency}", code=one.sample.code, currency=unit)
    yield Table(caption, columns, rows, note=note)


def _error(item: SampleItem) -> tuple[Text, ...]:
    book, audited = item.book or Decimal(0), item.audited or Decimal(0)
    error = book - audited
    tainting = percent(error / book) if book and not item.is_certain else _NONE
    named = item.reference or str(item.cost_id)
    return (
        (t("{item} (as large as the interval)", item=named) if item.is_certain else named,),
        (number(book, 2),),
        (number(audited, 2),),
        (number(error, 2),),
        (tainting,),
        (item.explanation or t("Not explained."),),
    )


SECTION = Section("sampling", "Sampling", _compose)
