"""Kinds of cells: how each is shown, what an editor begins with, and how what was typed becomes a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication

from collabdesk.domain import typed
from collabdesk.domain.scales import AMOUNT_PLACES, places
from collabdesk.ui import texts
from collabdesk.ui.columns import Row
from collabdesk.ui.dates import day_for_spreadsheets, read_day
from collabdesk.ui.entry.here import NO_OFFERS, Here, Offer, Offers

translate = QCoreApplication.translate


class CellKind(Protocol):
    """What a column of an entry table knows of its cells."""

    def show(self, row: Row, here: Here | None) -> str:
        """The cell as people read it."""

    def begin(self, row: Row, here: Here | None) -> str:
        """What an editor begins with: the value whole, without its currency; "" for nothing."""

    def copied(self, row: Row, here: Here | None) -> str:
        """What goes to the clipboard, for spreadsheet programs."""

    def read(self, text: str, row: Row, here: Here | None) -> Mapping[str, Any]:
        """The fields that a typed text sets, with what is shown beside them; ValueError with a sentence."""

    def understood(self, fields: Mapping[str, Any], row: Row) -> str:
        """In other words what was read, for the person to see while typing; "" where it goes without saying."""

    def offers(self, here: Here | None) -> Offers:
        """What can be chosen."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text."""

    field: str

    def show(self, row: Row, here: Here | None) -> str:
        return texts.text(row.get(self.field))

    def begin(self, row: Row, here: Here | None) -> str:
        return str(row.get(self.field) or "")

    def copied(self, row: Row, here: Here | None) -> str:
        return self.begin(row, here)

    def read(self, text: str, row: Row, here: Here | None) -> Mapping[str, Any]:
        return {self.field: "" if typed.is_nothing(text) else text.strip()}

    def understood(self, fields: Mapping[str, Any], row: Row) -> str:
        return ""

    def offers(self, here: Here | None) -> Offers:
        return NO_OFFERS


@dataclass(frozen=True, slots=True)
class Amount(Words):
    """An exact amount in the currency that its row names, or the unit of account where that is given."""

    currency: str = "currency"

    def show(self, row: Row, here: Here | None) -> str:
        return texts.money_text(row.get(self.field), row.get(self.currency) or "")

    def begin(self, row: Row, here: Here | None) -> str:
        return texts.exact_text(row.get(self.field))

    def read(self, text: str, row: Row, here: Here | None) -> Mapping[str, Any]:
        found = typed.amount(text, texts.locale().decimalPoint())
        if found is None:
            return {self.field: None}
        ours = row.get(self.currency) or ""
        if not found.currency or found.currency == ours:
            return {self.field: found.value}
        if ours and (row.get("id") or self._others(row)):
            said = translate(
                "Entry", "The amounts of this row are in {ours}. To enter {theirs}, type it as the currency."
            )
            raise ValueError(said.format(ours=ours, theirs=found.currency))
        return {self.field: found.value, self.currency: found.currency}

    def _others(self, row: Row) -> bool:
        """Does the row hold another amount, which would be in the new currency then?"""
        return any(
            isinstance(value, Decimal) and name != self.field and places(name) == AMOUNT_PLACES
            for name, value in row.items()
        )

    def understood(self, fields: Mapping[str, Any], row: Row) -> str:
        value = fields.get(self.field)
        if value is None:
            return ""
        return texts.money_text(value, fields.get(self.currency) or row.get(self.currency) or "")


@dataclass(frozen=True, slots=True)
class Quantity(Words):
    """A number without a currency: days, person-months, a rate."""

    def show(self, row: Row, here: Here | None) -> str:
        return texts.quantity_text(row.get(self.field))

    def begin(self, row: Row, here: Here | None) -> str:
        return texts.exact_text(row.get(self.field))

    def read(self, text: str, row: Row, here: Here | None) -> Mapping[str, Any]:
        return {self.field: typed.quantity(text, texts.locale().decimalPoint())}

    def understood(self, fields: Mapping[str, Any], row: Row) -> str:
        return "" if fields.get(self.field) is None else texts.quantity_text(fields[self.field])


@dataclass(frozen=True, slots=True)
class Percent(Words):
    """A fraction of one, shown and typed in per cent."""

    def show(self, row: Row, here: Here | None) -> str:
        value = row.get(self.field)
        return texts.DASH if value is None else f"{texts.quantity_text(value * 100)}{texts.THIN}%"

    def begin(self, row: Row, here: Here | None) -> str:
        value = row.get(self.field)
        return "" if value is None else f"{texts.exact_text(value * 100)} %"

    def read(self, text: str, row: Row, here: Here | None) -> Mapping[str, Any]:
        return {self.field: typed.percent(text, texts.locale().decimalPoint())}

    def understood(self, fields: Mapping[str, Any], row: Row) -> str:
        return "" if fields.get(self.field) is None else self.show(fields, None)


@dataclass(frozen=True, slots=True)
class Day(Words):
    """A day, a month or a year; `begins` says that a month of the project means its first day."""

    begins: bool = False

    def show(self, row: Row, here: Here | None) -> str:
        return texts.date_text(row.get(self.field))

    def begin(self, row: Row, here: Here | None) -> str:
        return "" if not row.get(self.field) else texts.date_text(row[self.field])

    def copied(self, row: Row, here: Here | None) -> str:
        value = row.get(self.field) or ""
        return day_for_spreadsheets(value) if len(value) == len("2025-03-14") else self.begin(row, here)

    def read(self, text: str, row: Row, here: Here | None) -> Mapping[str, Any]:
        if typed.is_nothing(text):
            return {self.field: None}
        month = typed.project_month(text, here.start if here else None, begins=self.begins)
        return {self.field: month or read_day(text)}

    def understood(self, fields: Mapping[str, Any], row: Row) -> str:
        return texts.date_text(fields[self.field]) if fields.get(self.field) else ""


@dataclass(frozen=True, slots=True)
class Choice(Words):
    """One word of a list, shown in the person's language; `words` may be read off the table's place."""

    words: Sequence[str] | Callable[[Here], Sequence[str]] = ()
    word: Callable[[str], str] = texts.status_text
    is_open: bool = False  # other words are taken too

    def show(self, row: Row, here: Here | None) -> str:
        return self.word(row.get(self.field) or "")

    def begin(self, row: Row, here: Here | None) -> str:
        return self.word(row[self.field]) if row.get(self.field) else ""

    def read(self, text: str, row: Row, here: Here | None) -> Mapping[str, Any]:
        wanted = " ".join(text.split())
        if typed.is_nothing(wanted):
            return {self.field: ""}
        offers = self.offers(here)
        found = _found(wanted, offers)
        if found is not None:
            return {self.field: found.value}
        if self.is_open:
            return {self.field: wanted}
        raise ValueError(_none_of(wanted, offers))

    def offers(self, here: Here | None) -> Offers:
        words = self.words(here) if callable(self.words) and here is not None else self.words
        return NO_OFFERS if callable(words) else Offers([Offer(w, self.word(w), (w,)) for w in words if w])


@dataclass(frozen=True, slots=True)
class YesOrNo(Words):
    """Yes, no, or not stated."""

    def show(self, row: Row, here: Here | None) -> str:
        return texts.yes_text(row.get(self.field))

    def begin(self, row: Row, here: Here | None) -> str:
        return "" if row.get(self.field) is None else texts.yes_text(row[self.field])

    def read(self, text: str, row: Row, here: Here | None) -> Mapping[str, Any]:
        if typed.is_nothing(text):
            return {self.field: None}
        found = _found(text.strip(), self.offers(here))
        if found is None:
            raise ValueError(_none_of(text.strip(), self.offers(here)))
        return {self.field: found.value}

    def offers(self, here: Here | None) -> Offers:
        yes = Offer(True, texts.yes_text(True), ("yes", "y", "true", "1"))
        return Offers([yes, Offer(False, texts.yes_text(False), ("no", "n", "false", "0"))])


@dataclass(frozen=True, slots=True)
class Reference(Words):
    """Another record, typed by its code or name: its id in a field that ends in `_id`, else its code."""

    noun: str = ""
    shown: str = ""  # the column of the list that names it; "" = looked up among what can be referred to

    def show(self, row: Row, here: Here | None) -> str:
        if self.shown and row.get(self.shown):
            return str(row[self.shown])
        value = row.get(self.field)
        if value in (None, ""):
            return texts.DASH
        if not self.field.endswith("_id"):
            return str(value)
        return next((o.text for o in self.offers(here) if o.value == value), f"#{value}")

    def begin(self, row: Row, here: Here | None) -> str:
        value = row.get(self.field)
        if value in (None, ""):
            return ""
        return next((o.text for o in self.offers(here) if o.value == value), self.show(row, here))

    def read(self, text: str, row: Row, here: Here | None) -> Mapping[str, Any]:
        wanted = " ".join(text.split())
        is_id = self.field.endswith("_id")
        if typed.is_nothing(wanted):
            return {self.field: None if is_id else "", **({self.shown: ""} if self.shown else {})}
        offers = self.offers(here)
        found = _found(wanted, offers)
        if found is None:
            if not is_id and not offers:  # nothing to refer to is recorded yet
                return {self.field: wanted}
            raise ValueError(_none_of(wanted, offers))
        return {self.field: found.value, **(found.beside or ({self.shown: found.text} if self.shown else {}))}

    def offers(self, here: Here | None) -> Offers:
        return here.offers(self.noun, self.field) if here is not None else NO_OFFERS


def _found(wanted: str, offers: Offers) -> Offer | None:
    """The one offer that a text means: as it is shown, by another of its names, or by how only one begins."""
    fitting = offers.called(wanted)
    if not fitting:
        text = wanted.casefold()
        fitting = [offer for offer in offers if offer.text.casefold().startswith(text)]
    return fitting[0] if len(fitting) == 1 else None


def _none_of(wanted: str, offers: Offers) -> str:
    near = [o.text for o in offers if wanted.casefold() in o.text.casefold()]
    named = ", ".join((near or [o.text for o in offers])[:4])
    if len(near) > 1:
        said = translate("Entry", "“{text}” may be several: {named}. Write more of it.")
    elif named:
        said = translate("Entry", "“{text}” is not known here. Known are {named} …")
    else:
        said = translate("Entry", "“{text}” is not known: nothing is recorded here yet that it could mean.")
    return said.format(text=wanted, named=named)
