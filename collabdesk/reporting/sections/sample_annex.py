"""The annex of samples: what an outsider needs to draw each of them again, its items, and the script that does it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.domain.sample_items import SampleItem
from collabdesk.domain.sample_terms import left_out, why_words
from collabdesk.reporting.content import Block, Code, Column, Pairs, Subheading, Table, Text, say
from collabdesk.reporting.inputs.sampling import Sampled
from collabdesk.reporting.language import n, retold, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import amount, number, quantity

_NONE = "\u2013"


def _compose(data: ReportData) -> Iterator[Block]:
    for one in data.samples:
        yield from _sample(one)


def _sample(one: Sampled) -> Iterator[Block]:
    sample = one.sample
    yield Subheading(t("Sample {code}: how to draw it again", code=sample.code))
    yield Pairs(tuple(_terms(one)))
    yield say(
        t(
            "The population is handed out as {file}. Save the lines below as draw.py and run them with Python 3: they "
            "check that the file is the population, and print the items of the sample.",
            file=one.population_file,
        )
    )
    script = tuple(one.script.splitlines())
    yield Code(t("Script that draws sample {code} again", code=sample.code), script)
    columns = (
        Column("Position", 0.8, is_number=True),
        Column("Item", 0.7, is_number=True),
        Column("Reference and source cell", 4),
        Column("Partner", 2.4),
        Column("Book value", 1.5, is_number=True),
        Column("Audited", 1.5, is_number=True),
        Column("Taken for", 1.2),
        Column("Explanation and evidence", 3),
    )
    caption = t("Items of sample {code}, {currency}", code=sample.code, currency=sample.currency)
    yield Table(caption, columns, tuple(_item(i) for i in one.items), is_wide=True)
    for out in left_out(sample):
        heads = (Column("Reference", 2), Column("Source cell", 4), Column("Amount", 2, is_number=True))
        rows: tuple[tuple[Text, ...], ...] = tuple(
            ((reference or _NONE,), (source or t("typed by hand"),), (number(Decimal(value), 2),))
            for reference, source, value in out.items
        )
        title = t("Not drawn from in sample {code}: {why}", code=sample.code, why=retold(why_words(out.why)))
        rest = out.count - len(rows)
        note = n(rest, "{n} more is not listed.", "{n} more are not listed.") if rest else ""
        yield Table(title, heads, rows, note=note)


def _terms(one: Sampled) -> Iterator[tuple[str, Text]]:
    sample = one.sample
    yield "Seed", (sample.seed,)
    yield "Population SHA-256", (sample.population_sha256,)
    yield "Items in it", (quantity(Decimal(sample.population_count)),)
    yield "Order", (t(sample.order),)
    if sample.interval is not None:
        yield "Interval", (amount(sample.interval, sample.currency),)
        yield "Random start", (amount(sample.random_start, sample.currency),)
    yield "Selections", (quantity(Decimal(sample.size)),)


def _item(item: SampleItem) -> tuple[Text, ...]:
    said = "; ".join(part for part in (item.explanation, item.evidence) if part)
    return (
        (quantity(Decimal(item.position)),),
        (str(item.cost_id or _NONE),),
        (item.reference or t("typed by hand"),),
        (item.partner or _NONE,),
        (number(item.book or Decimal(0), 2),),
        (t("not tested") if item.audited is None else number(item.audited, 2),),
        (t("its size") if item.is_certain else t("the draw"),),
        (said or _NONE,),
    )


SECTION = Section("sample_annex", "Samples", _compose, is_annex=True)
