"""How earned value is said to people: an index and what it means, an estimate, and why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.domain.figures import Figure
from collabdesk.ui.figuretiles import is_money
from collabdesk.ui.texts import THIN, date_text, money_text, number_text, short_money_text

translate = QCoreApplication.translate
Found = Mapping[str, Figure]
_SHORT = {
    "no earned value": QT_TRANSLATE_NOOP("Value", "The work is not measured"),
    "not measured": QT_TRANSLATE_NOOP("Value", "The work is not measured"),
    "no actual cost": QT_TRANSLATE_NOOP("Value", "No costs are known"),
    "no planned value": QT_TRANSLATE_NOOP("Value", "The plan is not whole"),
    "not placed in time": QT_TRANSLATE_NOOP("Value", "The plan is not whole"),
    "no budget": QT_TRANSLATE_NOOP("Value", "There is no plan"),
}
_PERIODS = {
    "month": QT_TRANSLATE_NOOP("Value", "months"),
    "quarter": QT_TRANSLATE_NOOP("Value", "quarters"),
    "year": QT_TRANSLATE_NOOP("Value", "years"),
}


def not_known() -> str:
    """What stands where a value cannot be computed."""
    return translate("Value", "n/a")


def value_text(figure: Figure | None, *, short: bool = False) -> str:
    """An amount with its currency, an index with two decimals, a number of periods."""
    if figure is None or figure.value is None:
        return not_known()
    if is_money(figure):
        return short_money_text(figure.value, figure.unit) if short else money_text(figure.value, figure.unit)
    if figure.unit == "ratio":
        return number_text(figure.value, 2 if short else 4)
    if figure.unit == "periods":
        return f"{_count(figure) if short else number_text(figure.value, 2)}{THIN}{periods(figure)}"
    return number_text(figure.value)


def _count(figure: Figure) -> str:
    """`5`, or `2.6` of what is no whole number."""
    value = figure.value or Decimal(0)
    return number_text(value, 0 if value == int(value) else 1)


def periods(figure: Figure) -> str:
    """`months`, `quarters` …: what the periods of a figure of earned schedule are."""
    said = figure.inputs.get("periods", "").split(" from ")[0]
    known = next((word for name, word in _PERIODS.items() if name in said and "period" not in said), None)
    return translate("Value", str(known)) if known else translate("Value", "periods")


def of_text(detail: str) -> str:
    """Which work package a figure is of, or that it is the project's."""
    return detail or translate("Value", "The project")


def why_not(figure: Figure | None) -> str:
    """Why there is no value."""
    return (figure.note or "") if figure is not None else translate("Value", "Nothing recorded")


def why_short(figure: Figure | None) -> str:
    """The same in a few words, for a tile."""
    why = why_not(figure)
    for start, words in _SHORT.items():
        if why.startswith(start):
            return translate("Value", str(words))
    return why[:1].upper() + why[1:]


def meaning(words: tuple[object, object, object]) -> Callable[[Figure], tuple[str, str]]:
    """What an index says below, at and above one, with its tone."""

    def said(figure: Figure) -> tuple[str, str]:
        value = figure.value or Decimal(0)
        place = 0 if value < 1 else 1 if value == 1 else 2
        return translate("Value", str(words[place])), ("bad", "", "good")[place]

    return said


COST = meaning((
    QT_TRANSLATE_NOOP("Value", "The work costs more than planned"),
    QT_TRANSLATE_NOOP("Value", "The work costs what was planned"),
    QT_TRANSLATE_NOOP("Value", "The work costs less than planned"),
))  # fmt: skip
SCHEDULE = meaning((
    QT_TRANSLATE_NOOP("Value", "Less is done than planned"),
    QT_TRANSLATE_NOOP("Value", "As much is done as planned"),
    QT_TRANSLATE_NOOP("Value", "More is done than planned"),
))  # fmt: skip


def difference(found: Found, slug: str, name: str) -> tuple[str, str]:
    """`Variance: −90,000 EUR`, in red where it is negative."""
    figure = found.get(slug)
    if figure is None or figure.value is None:
        return why_not(figure), ""
    return f"{name}: {value_text(figure, short=True)}", "bad" if figure.value < 0 else ""


def time_said(found: Found) -> tuple[str, str]:
    """`2.6 of 3 months earned`."""
    earned, passed = found.get("es"), found.get("at")
    if earned is None or earned.value is None or passed is None or passed.value is None:
        return why_not(earned), ""
    said = translate("Value", "{earned} of {passed} {periods} earned")
    tone = "bad" if earned.value < passed.value else ""
    return said.format(earned=_count(earned), passed=_count(passed), periods=periods(earned)), tone


def duration_said(expected: Figure, planned: Figure | None) -> tuple[str, str]:
    """`5.8 instead of 5 months`."""
    if planned is None or planned.value is None:
        return value_text(expected, short=True), ""
    said = translate("Value", "{expected} instead of {planned} {periods}")
    tone = "bad" if (expected.value or 0) > planned.value else ""
    return said.format(expected=_count(expected), planned=_count(planned), periods=periods(expected)), tone


def end_text(found: Found) -> str:
    """The day on which the work would end as it went so far."""
    figure = found.get("ieac-t")
    return date_text(figure.inputs.get("ends on")) if figure and figure.value is not None else not_known()
