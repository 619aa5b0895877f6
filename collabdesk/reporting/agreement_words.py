"""What sections on an agreement share: states in words, notes below their table, and the figures of one part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collabdesk.domain.figures import Figure
from collabdesk.domain.told import told
from collabdesk.reporting.content import Block, Paragraph, Strong, Subheading
from collabdesk.reporting.inputs.agreement import Agreement
from collabdesk.reporting.language import said, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import figure_table

_STATES = {
    "recorded": told("recorded"),
    "not_recorded": told("not recorded"),
    "expired": told("expired"),
    "contradicts": told("contradicts"),
    "open": told("open"),
}
NONE = "\u2013"


def state_words(state: str) -> str:
    """`recorded`, `not recorded`, `expired`, `contradicts`, `open`: never more than that."""
    return t(_STATES[state])


def figures_of(data: ReportData, *beginnings: str) -> tuple[Figure, ...]:
    """The whole figures of governance whose ids go on with one of these words."""
    return tuple(f for f in data.of("governance") if not f.detail and f.id.partition("-")[2].startswith(beginnings))


def counts(caption: str, figures: Sequence[Figure]) -> Iterator[Block]:
    """The table of counts, where there are any."""
    if figures:
        yield figure_table(caption, figures)


def notes(agreement: Agreement, *nouns: str) -> Iterator[Block]:
    """What is not recorded, expired, contradicts or open in these registers, one line each, the worst first."""
    found = agreement.notes_on(*nouns)
    if not found:
        return
    yield Subheading(t("Not recorded, expired, contradicting or open"))
    for note in found:
        text = t("{name}: {what}", name=said(note.name), what=said(note.text))
        yield Paragraph((Strong(f"{state_words(note.state)}."), f" {text}"), "item")
