"""What a sample says: over- and understatements beside each other, the verdict on each, and how it was drawn."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from collabdesk.domain.rules import Outcome
from collabdesk.domain.sample_terms import left_out, why_words
from collabdesk.domain.samples import Sample
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S
from collabdesk.ui.texts import date_text, money_text, number_text, share_text
from collabdesk.ui.widgets import Badge, Card, FactGrid, clear, label
from collabdesk.usecases.sampling import MONETARY_UNIT, Direction, Evaluation

translate = QCoreApplication.translate
_PARTS: tuple[tuple[str, Any], ...] = (
    ("known", QT_TRANSLATE_NOOP("Sampling", "Errors found")),
    ("certain", QT_TRANSLATE_NOOP("Sampling", "Of these in items as large as the interval")),
    ("projected", QT_TRANSLATE_NOOP("Sampling", "Projected misstatement")),
    ("precision", QT_TRANSLATE_NOOP("Sampling", "Precision")),
    ("allowance", QT_TRANSLATE_NOOP("Sampling", "Incremental allowance")),
    ("limit", QT_TRANSLATE_NOOP("Sampling", "Upper limit")),
)
_VERDICTS: dict[bool | None, tuple[Any, str]] = {
    True: (QT_TRANSLATE_NOOP("Sampling", "Accepted"), "good"),
    False: (QT_TRANSLATE_NOOP("Sampling", "Not accepted"), "bad"),
    None: (QT_TRANSLATE_NOOP("Sampling", "Open"), "muted"),
}


class ResultsPanel(QScrollArea):
    """Shows the evaluation above, how the sample was drawn below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, GAP_S, 0)
        self._column.setSpacing(GAP_L)
        self.setWidget(inner)

    def show_sample(self, sample: Sample, found: Evaluation, changed: int) -> None:
        """The sample as it stands; `changed` items have another book value now than when they were drawn."""
        clear(self._column)
        result = Card(translate("Sampling", "Result"))
        result.column.addLayout(_grid(sample, found))
        for text in _remarks(found, changed):
            result.column.addWidget(label(text, "small", wrap=True))
        self._column.addWidget(result)
        drawn = Card(translate("Sampling", "How it was drawn"))
        facts = FactGrid(1)
        for name, text in _facts(sample):
            facts.add_text(name, text)
        drawn.column.addWidget(facts)
        self._column.addWidget(drawn)
        self._column.addStretch(1)


def _grid(sample: Sample, found: Evaluation) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(GAP_M)
    grid.setVerticalSpacing(GAP_S)
    grid.setColumnStretch(0, 1)
    for column, text in ((1, translate("Sampling", "Overstated")), (2, translate("Sampling", "Understated"))):
        grid.addWidget(label(text, "label"), 0, column, Qt.AlignmentFlag.AlignRight)
    line = 1
    for part, words in _PARTS:
        over, under = getattr(found.over, part), getattr(found.under, part)
        if over is None:
            continue
        grid.addWidget(
            label(translate("Sampling", words), "strong" if part == "limit" else "secondary", wrap=True), line, 0
        )
        for column, outcome in ((1, over), (2, under)):
            shown = label(_amount(outcome, sample.currency), "strong" if part == "limit" else "")
            grid.addWidget(shown, line, column, Qt.AlignmentFlag.AlignRight)
        line += 1
    grid.addWidget(label(translate("Sampling", "Tolerable"), "secondary"), line, 0)
    grid.addWidget(label(_amount(found.tolerable, sample.currency)), line, 1, Qt.AlignmentFlag.AlignRight)
    line += 1
    grid.addWidget(label(translate("Sampling", "Verdict"), "secondary"), line, 0)
    for column, direction in ((1, found.over), (2, found.under)):
        grid.addWidget(_verdict(direction), line, column, Qt.AlignmentFlag.AlignRight)
    return grid


def _verdict(direction: Direction) -> Badge:
    words, tone = _VERDICTS[direction.accepted]
    badge = Badge()
    badge.show_text(translate("Sampling", words), tone)
    return badge


def _amount(outcome: Outcome, currency: str) -> str:
    if outcome.value is None:
        return translate("Sampling", "n/a")
    return money_text(outcome.value, currency, 2)


def _remarks(found: Evaluation, changed: int) -> Iterator[str]:
    reasons = dict.fromkeys(d.limit.reason for d in (found.over, found.under) if d.limit.reason)
    for reason in reasons:
        yield translate("Sampling", "n/a: {reason}.").format(reason=reason)
    yield from found.remarks
    if changed:
        told = translate("Sampling", "The book value of {n} items was changed after the sample was drawn.")
        yield told.format(n=number_text(changed))


def _facts(sample: Sample) -> Iterator[tuple[str, str]]:
    unit = sample.currency
    is_units = sample.method == MONETARY_UNIT
    method = translate("Sampling", "Monetary-unit sampling") if is_units else translate("Sampling", "Random sampling")
    yield translate("Sampling", "Method"), method
    yield translate("Sampling", "Population"), sample.population
    items = translate("Sampling", "{amount} in {n} items")
    book = money_text(sample.book_value, unit)
    yield translate("Sampling", "Book value"), items.format(amount=book, n=number_text(sample.population_count))
    for out in left_out(sample):
        told = translate("Sampling", "{n} of {amount}: {why}")
        said = told.format(n=number_text(out.count), amount=money_text(out.total, unit), why=why_words(out.why))
        yield translate("Sampling", "Left out"), said
    shares = translate("Sampling", "confidence {confidence}, tolerable {tolerable}, expected {expected}")
    yield (
        translate("Sampling", "Planned with"),
        shares.format(
            confidence=share_text(sample.confidence),
            tolerable=share_text(sample.tolerable),
            expected=share_text(sample.expected),
        ),
    )
    yield translate("Sampling", "Selections"), number_text(sample.size)
    if is_units:
        yield translate("Sampling", "Interval"), money_text(sample.interval, unit)
        yield translate("Sampling", "Random start"), money_text(sample.random_start or Decimal(0), unit)
    yield translate("Sampling", "Seed"), sample.seed
    yield translate("Sampling", "Order"), sample.order
    # Broken into groups, for a text without a space cannot wrap.
    digest = sample.population_sha256
    yield translate("Sampling", "SHA-256"), " ".join(digest[i : i + 16] for i in range(0, len(digest), 16))
    yield translate("Sampling", "Drawn on"), date_text(sample.drawn_on)
