"""What the comparison says: its classes, what will be done, and values as people read them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.scales import AMOUNT_PLACES, QUANTITY_PLACES, field_types
from collabdesk.ui.imports.compare_plan import Plan
from collabdesk.ui.imports.words import sum_text
from collabdesk.ui.texts import (
    DASH,
    count_text,
    date_text,
    days_text,
    money_text,
    number_text,
    share_text,
    status_text,
    yes_text,
)
from collabdesk.usecases.comparison import FieldChange, FigureChange, RowCompared, What
from collabdesk.usecases.decisions import TableKey

translate = QCoreApplication.translate

CLASSES = (What.ADDED, What.CHANGED, What.MOVED, What.GONE, What.SAME, What.SKIPPED)
"""In the order in which they are shown."""
WORTH = (What.CHANGED, What.GONE, What.MOVED, What.ADDED, What.SAME, What.SKIPPED)
"""In the order in which a person wants to see them."""
_NAMES = {
    What.ADDED: QT_TRANSLATE_NOOP("Compare", "Added {n}"),
    What.CHANGED: QT_TRANSLATE_NOOP("Compare", "Changed {n}"),
    What.MOVED: QT_TRANSLATE_NOOP("Compare", "Moved {n}"),
    What.GONE: QT_TRANSLATE_NOOP("Compare", "Gone {n}"),
    What.SAME: QT_TRANSLATE_NOOP("Compare", "Same {n}"),
    What.SKIPPED: QT_TRANSLATE_NOOP("Compare", "Skipped {n}"),
}
_MEANINGS = {
    What.ADDED: QT_TRANSLATE_NOOP("Compare", "In the file and not here yet: a record will be added for each."),
    What.CHANGED: QT_TRANSLATE_NOOP("Compare", "Here already, and the file says something else now."),
    What.MOVED: QT_TRANSLATE_NOOP("Compare", "The same as before, in another place of the file."),
    What.GONE: QT_TRANSLATE_NOOP(
        "Compare", "In an earlier version of the file, not in this one. It stays unless you remove it."
    ),
    What.SAME: QT_TRANSLATE_NOOP("Compare", "Here already, word for word: nothing will be done."),
    What.SKIPPED: QT_TRANSLATE_NOOP("Compare", "Not taken over, though it could be read."),
}
_NONE = {
    What.ADDED: QT_TRANSLATE_NOOP("Compare", "Nothing new: every row of the file is here already."),
    What.CHANGED: QT_TRANSLATE_NOOP("Compare", "Nothing that is here would change."),
    What.MOVED: QT_TRANSLATE_NOOP("Compare", "No record stands in another place than before."),
    What.GONE: QT_TRANSLATE_NOOP(
        "Compare", "Nothing is missing: all that is here from this list is still in the file."
    ),
    What.SAME: QT_TRANSLATE_NOOP("Compare", "No row is exactly as it is here already."),
    What.SKIPPED: QT_TRANSLATE_NOOP("Compare", "No row is passed over."),
}
_WORDED = frozenset({"status", "role", "form", "severity", "likelihood", "impact", "priority"})
_SHARE_PLACES = 4  # of a share that hardly changes


def class_text(what: What, count: int) -> str:
    """`Added 12`."""
    return translate("Compare", str(_NAMES[what])).format(n=number_text(count))


def meaning_text(what: What) -> str:
    """What a class is, in a sentence."""
    return translate("Compare", str(_MEANINGS[what]))


def row_text(row: RowCompared) -> str:
    """What becomes of one row, in a sentence."""
    if row.what == What.CHANGED:
        many = len(row.changes)
        return count_text("Compare", "%n field is something else now.", "%n fields are something else now.", many)
    words = {
        What.ADDED: translate("Compare", "New: nothing like it is here yet."),
        What.MOVED: translate("Compare", "Says the same as before: nothing will be done."),
        What.SAME: translate("Compare", "Says the same as before: nothing will be done."),
    }
    return words.get(row.what, meaning_text(row.what))


def none_text(what: What) -> str:
    """What an empty class says."""
    return translate("Compare", str(_NONE[what]))


def doing_text(plan: Plan) -> str:
    """`Add 12, change 5, remove 1`: exactly what accepting will do."""
    parts = [
        (plan.done(What.ADDED), translate("Compare", "add {n}")),
        (plan.done(What.CHANGED), translate("Compare", "change {n}")),
        (plan.removed, translate("Compare", "remove {n}")),
    ]
    said = ", ".join(words.format(n=number_text(n)) for n, words in parts if n)
    return said[:1].upper() + said[1:] if said else translate("Compare", "Keep the file, change nothing")


def compared_text(plan: Plan, key: TableKey) -> str:
    """`12 new, 5 changed, 3 gone, 480 the same`: how one table compares."""
    parts = [
        (What.ADDED, translate("Compare", "{n} new")),
        (What.CHANGED, translate("Compare", "{n} changed")),
        (What.MOVED, translate("Compare", "{n} moved")),
        (What.GONE, translate("Compare", "{n} gone from the file")),
        (What.SAME, translate("Compare", "{n} as before")),
        (What.SKIPPED, translate("Compare", "{n} passed over")),
    ]
    said = [(what, words.format(n=number_text(n))) for what, words in parts if (n := plan.count(what, key))]
    if [what for what, _ in said] == [What.ADDED]:
        return translate("Compare", "Compared: all new")
    return translate("Compare", "Compared: {said}").format(said=", ".join(words for _, words in said)) if said else ""


def leaving_text(plan: Plan) -> list[str]:
    """What of the comparison is not done, counted: `3 rows left out by you`, `1 gone record kept`."""
    parts = [
        (plan.all_left, "%n row left out by you", "%n rows left out by you"),
        (plan.gone_kept, "%n gone record stays", "%n gone records stay"),
        (plan.undecided, "%n name that looks alike stays apart", "%n names that look alike stay apart"),
        (plan.count(What.SKIPPED), "%n passed over", "%n passed over"),
        (plan.count(What.SAME) + plan.count(What.MOVED), "%n as before", "%n as before"),
    ]
    return [count_text("Compare", one, many, n) for n, one, many in parts if n]


def value_text(field: str, value: Any, currency: str = "") -> str:
    """A domain value of a field (`contribution.amount`) as people read it."""
    attribute = field.partition(".")[2]
    if value is None or value == "":
        return DASH
    if isinstance(value, bool):
        return yes_text(value)
    if isinstance(value, Decimal):
        return sum_text(field, value, currency)
    if _type_of(field) == "date":
        return date_text(value)
    return status_text(str(value)) if attribute in _WORDED else str(value)


def values_text(change: FieldChange) -> tuple[str, str]:
    """What a field was and what it becomes, amounts each in the currency that the record had and will have."""
    old = value_text(change.field, change.old, change.old_currency)
    return old, value_text(change.field, change.new, change.new_currency)


def kept_text(field: str, value: Any, currency: str = "") -> str:
    """A staged value of a field, as the books would keep it, as people read it."""
    word = _type_of(field)
    if value is not None and word in ("amount", "quantity"):
        value = Decimal(value).scaleb(-AMOUNT_PLACES if word == "amount" else -QUANTITY_PLACES)
    elif value is not None and word == "bool":
        value = bool(value)
    return value_text(field, value, currency)


def figure_text(value: Decimal | None, unit: str, *, is_difference: bool = False, places: int = 1) -> str:
    """A figure or a difference of two, exact, in its unit; a difference carries its sign."""
    if value is None:
        return DASH
    if unit == "ratio":
        said = share_text(value)
        if is_difference:  # of two percentages the difference is in points, not in per cent of either
            said = translate("Compare", "{n} points").format(n=number_text(value * 100, places))
    elif unit == "days":
        said = days_text(value).removeprefix("+")
    elif unit in ("count", "points"):
        said = number_text(value, 0 if value == value.to_integral_value() else 2)
    else:
        said = money_text(value, unit)
    return f"+{said}" if is_difference and value > 0 else said


def figures_text(change: FigureChange) -> tuple[str, str, str]:
    """A figure before and after and the difference of the two as they are shown: nobody shall find it wrong by hand."""
    old, new, unit = change.old, change.new, change.unit
    if old is None or new is None:
        return figure_text(old, unit), figure_text(new, unit), ""
    if unit != "ratio":
        return figure_text(old, unit), figure_text(new, unit), figure_text(new - old, unit, is_difference=True)
    ways = ((places, _percent(old, places), _percent(new, places)) for places in range(1, _SHARE_PLACES + 1))
    places, before, after = next((way for way in ways if way[1] != way[2]), (1, _percent(old, 1), _percent(new, 1)))
    difference = figure_text((after - before) / 100, unit, is_difference=True, places=places)
    return share_text(old, places), share_text(new, places), difference


def _percent(share: Decimal, places: int) -> Decimal:
    return (share * 100).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _type_of(field: str) -> str:
    noun, _, attribute = field.partition(".")
    noun = "recommendation" if noun == "action" else noun  # what a table calls a corrective action
    return field_types(NOUNS[noun]).get(attribute, "text") if noun in NOUNS else "text"
