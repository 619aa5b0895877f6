"""Amounts, quantities and rates: one decimal mark for the column, exact, never guessed cell by cell."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Decimal, localcontext

from collabdesk.domain.number_text import NumberText, take_apart
from collabdesk.domain.problems import Severity
from collabdesk.domain.scales import places
from collabdesk.intake.fields.column import Asked, ColumnRead, Issue, is_null, short, types_of
from collabdesk.intake.grid import CellError, Value

_LARGEST = 2**62
_DUST = Decimal("0.00001")
_CREDITS = "cells that say CR are credits: they were read as amounts below nought"
_MARKS = {".": "point", ",": "comma"}


@dataclass(slots=True)
class _Reading:
    """The column while it is read."""

    asked: Asked
    read: ColumnRead
    scale: int  # ten to the power of the places that are kept
    texts: dict[str, NumberText | None] = field(default_factory=dict)
    decimal: str = ""
    is_ambiguous: bool = False
    unit: int = 0
    numbers: dict[int, Decimal] = field(default_factory=dict)  # what is not an exact fraction of `scale`
    percents: set[int] = field(default_factory=set)  # cells that say % themselves


def read_amounts(values: Sequence[Value], asked: Asked) -> ColumnRead:
    """Kept integers (of ten-thousandths, or hundred-millionths for quantities) of value × factor.

    `total` is the exact sum in the file's own unit. What cannot be understood is an error at its cell.
    """
    attribute = asked.field.partition(".")[2]
    reading = _Reading(asked, ColumnRead([None] * len(values)), 10 ** places(attribute))
    kinds = types_of(values)
    is_plain = kinds == {float} and asked.factor == 1 and asked.type != "rate"
    if is_plain and None not in values and _all_exact(values, reading):
        return reading.read
    if str in kinds:
        _decide(values, reading)
    whole = 0
    kept = reading.read.values
    scale = reading.scale
    for i, value in enumerate(values):
        if value is None:
            reading.read.blank += 1
        elif isinstance(value, float):
            n = round(value * scale) if -1e11 < value < 1e11 else None
            if n is not None and n / scale == value:
                kept[i] = n
                whole += n
            elif math.isfinite(value):
                reading.numbers[i] = Decimal(repr(value))
            else:
                _wrong(reading, i, value, "not-an-amount")
        elif isinstance(value, int) and not isinstance(value, bool):
            kept[i] = value * scale
            whole += value * scale
        else:
            _other(value, i, reading)
    _finish(reading, whole)
    return reading.read


def _all_exact(values: Sequence[Value], reading: _Reading) -> bool:
    """The common case at speed: a full column of numbers with few decimals, as a spreadsheet stores money."""
    scale = reading.scale
    try:
        kept = [round(v * scale) for v in values]  # type: ignore[operator, arg-type]
    except (OverflowError, ValueError):
        return False
    if max(kept) >= 1e15 or min(kept) <= -1e15 or tuple([n / scale for n in kept]) != tuple(values):
        return False
    reading.read.values = kept  # type: ignore[assignment]
    reading.read.total = _sum_of(sum(kept), scale)
    return True


def _sum_of(whole: int, scale: int) -> Decimal:
    return Decimal(whole).scaleb(-len(str(scale)) + 1)


def _decide(values: Sequence[Value], reading: _Reading) -> None:
    """The column's one decimal mark and unit, from all its texts."""
    texts = Counter(v for v in values if isinstance(v, str))
    votes: Counter[str] = Counter()
    units: Counter[int] = Counter()
    has_plain = any(isinstance(v, int | float) for v in values)
    for text, count in texts.items():
        parts = None if is_null(text.strip()) else take_apart(text)
        reading.texts[text] = parts
        if parts:
            votes[parts.votes] += count
            units[parts.unit] += count
    asked = reading.asked.decimal
    clear = {mark: votes[mark] for mark in ".," if votes[mark]}
    told = asked or ("" if clear else reading.asked.hint_decimal)
    reading.decimal = told or (max(clear, key=lambda m: clear[m]) if clear else ".")
    reading.is_ambiguous = not told and votes["?"] > 0 and (not clear or _is_contested(clear))
    reading.read.decimal = reading.decimal if (told or clear) else ""
    if any(parts.is_credit for parts in reading.texts.values() if parts):
        reading.read.issues.append(Issue(-1, "credits", _CREDITS, Severity.NOTE))
    if set(units) != {0} and len(units) == 1 and not has_plain:
        reading.unit = next(iter(units))  # every cell says "m": the column is in millions


def _is_contested(clear: dict[str, int]) -> bool:
    """Do more than a few slips of the pen write the other mark? Then `29,275` may be either number."""
    return len(clear) == 2 and min(clear.values()) >= max(3, 0.05 * sum(clear.values()))


def _other(value: Value, i: int, reading: _Reading) -> None:
    if not isinstance(value, str):
        _wrong(reading, i, value, "error-value" if isinstance(value, CellError) else "not-an-amount")
        return
    parts = reading.texts.get(value)
    if parts is None:
        if is_null(value.strip()):
            reading.read.blank += 1
        else:
            _wrong(reading, i, value, "not-an-amount")
        return
    number = _number(parts, value, i, reading)
    if number is not None:
        reading.numbers[i] = number
        if parts.currency:
            reading.read.currencies[i] = parts.currency


def _number(parts: NumberText, value: str, i: int, reading: _Reading) -> Decimal | None:
    """The cell's number in the column's unit, or None after saying why not."""
    if reading.is_ambiguous and parts.votes == "?":
        _wrong(reading, i, value, "ambiguous-decimal")
        return None
    number = parts.value(reading.decimal)
    if number is None:
        _wrong(
            reading,
            i,
            value,
            "other-decimal" if parts.value("," if reading.decimal == "." else ".") else "not-an-amount",
        )
        return None
    if parts.percent and reading.asked.type != "rate":
        _wrong(reading, i, value, "not-an-amount")
        return None
    if parts.percent:
        reading.percents.add(i)
        return number / 100
    return number if _same_unit(parts, value, i, reading) else None


def _same_unit(parts: NumberText, value: str, i: int, reading: _Reading) -> bool:
    factor = reading.asked.factor
    if parts.unit and Decimal(10) ** parts.unit != factor and not (factor == 1 and parts.unit == reading.unit):
        _wrong(reading, i, value, "other-unit")
        return False
    return True


def _finish(reading: _Reading, whole: int) -> None:
    """Scale what is left, sum exactly, and read percents as fractions."""
    read, scale = reading.read, reading.scale
    with localcontext() as context:
        context.prec = 60
        read.total = _sum_of(whole, scale) + sum(reading.numbers.values(), Decimal(0))
        if reading.unit:
            read.total *= Decimal(10) ** reading.unit
        if reading.asked.type == "rate":
            _as_fractions(reading)
        factor = reading.asked.factor * (Decimal(10) ** reading.unit)
        if factor != 1:
            for i, v in enumerate(read.values):
                if v is not None:
                    reading.numbers[i] = Decimal(int(v)).scaleb(1 - len(str(scale)))
        rounded = _keep_numbers(reading, factor)
    if rounded:
        text = f"{rounded} amounts have more decimals than are kept; they were rounded half to even"
        read.issues.append(Issue(-1, "rounded", text, Severity.NOTE))


def _scaled(kept: int, factor: Decimal) -> int:
    return int((kept * factor).to_integral_value(ROUND_HALF_EVEN))


def _keep_numbers(reading: _Reading, factor: Decimal) -> int:
    rounded = 0
    for i, number in reading.numbers.items():
        exact = number * factor * reading.scale
        kept = exact.to_integral_value(ROUND_HALF_EVEN)
        if abs(kept) > _LARGEST:
            _wrong(reading, i, f"{number:f}", "too-large")
            reading.read.values[i] = None
            reading.read.total -= number * (Decimal(10) ** reading.unit)
            continue
        # 0.1 + 0.2 leaves dust in the sixteenth decimal; that is no decimal of the file's.
        rounded += abs(kept - exact) > _DUST and reading.asked.type == "amount"
        reading.read.values[i] = int(kept)
    return rounded


def _as_fractions(reading: _Reading) -> None:
    """80 is 0.8 in a column of percents: one where the header says % or a plain number lies above 1."""
    plain = [v / reading.scale for v in reading.read.values if isinstance(v, int)]
    plain += [float(n) for i, n in reading.numbers.items() if i not in reading.percents]
    if not plain or max(abs(v) for v in plain) <= 1:
        return
    hundred = Decimal(100)
    reading.read.values = [None if v is None else _scaled(int(v), 1 / hundred) for v in reading.read.values]
    for i in reading.numbers:
        if i not in reading.percents:
            reading.numbers[i] /= hundred
    if any(0 < abs(v) < 1 for v in plain) and "%" not in reading.asked.header:
        text = "the column holds both fractions and percents; all were read as percents"
        reading.read.issues.append(Issue(-1, "mixed-rates", text, Severity.WARNING))


def _wrong(reading: _Reading, i: int, value: Value, code: str) -> None:
    reading.read.not_numeric += 1
    cell = short(value)
    mark = _MARKS[reading.decimal or "."]
    other = _MARKS["," if reading.decimal == "." else "."]
    sentence = {
        "not-an-amount": f"{cell!r} is not an amount",
        "error-value": f"{cell} is an error value of the spreadsheet, not an amount",
        "ambiguous-decimal": f"{cell!r} could have a decimal mark or a thousands mark; say which with --decimal",
        "other-decimal": f"{cell!r} is written with a decimal {other}, the rest of the column with a decimal {mark}",
        "other-unit": f"{cell!r} is in another unit than the rest of the column",
        "too-large": f"{cell} is too large to be kept",
    }[code]
    reading.read.issues.append(Issue(i, code, sentence, _severity(reading.asked)))


def _severity(asked: Asked) -> Severity:
    # A quantity or rate that cannot be read is left blank; a lost amount would falsify a sum.
    return Severity.ERROR if asked.type == "amount" else Severity.WARNING
