"""The budget in force: its version and approval, its parts, what was transferred, and the funding as amended."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.dates import in_words
from collabdesk.domain.figures import Figure
from collabdesk.domain.told import told
from collabdesk.reporting.content import Block, Paragraph
from collabdesk.reporting.currencies import by_unit, units_of
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section, detail_table, figure_table, with_unit

_AXES = (
    (told("Budget in force by partner"), told("Partner")),
    (told("Budget in force by category"), told("Category")),
    (told("Budget in force by work package"), told("Work package")),
)


def _compose(data: ReportData) -> Iterator[Block]:
    figures = data.of("budget_versions")
    whole = [f for f in figures if not f.detail]
    version = next((f for f in whole if "in force from" in f.inputs), None)
    if version is None and all(f.label == "Budget in force" for f in whole):
        # The budget as imported is told by the section of budget and expenditure.
        return
    if version is not None:
        yield Paragraph((_sentence(version),))
    yield figure_table("Budget in force, transfers and funding", whole)
    for label, of in _AXES if version is not None else ():
        parts = [f for f in figures if f.label == label]
        for unit, found in by_unit(parts, units_of(parts)):
            yield detail_table(with_unit(label, unit), found, of, (), unit, "Budget")


def _sentence(figure: Figure) -> str:
    said = figure.inputs
    version, since = said["version"], in_words(said["in force from"])
    if "approved by" in said:
        text = t("The budget in force is version {version}, in force from {since}, approved by {by}",
                 version=version, since=since, by=said["approved by"])  # fmt: skip
    else:
        text = t("The budget in force is version {version}, in force from {since}", version=version, since=since)
    if "amendment" in said:
        return t("{text} (amendment {number}).", text=text, number=said["amendment"])
    return f"{text}."


SECTION = Section("budget_versions", "Budget in force", _compose, level=2)
