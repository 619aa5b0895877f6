"""What a saved reading says of a table, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.ui.imports.words import field_text, kind_text
from collabdesk.ui.texts import count_text, date_text, number_text
from collabdesk.usecases.profiles import Offer

translate = QCoreApplication.translate

_MOST_NAMED = 6
_WHAT = {
    "kind": QT_TRANSLATE_NOOP("Imports", "Kind of table"),
    "currency": QT_TRANSLATE_NOOP("Imports", "Currency"),
    "decimal": QT_TRANSLATE_NOOP("Imports", "Decimal mark"),
    "date_order": QT_TRANSLATE_NOOP("Imports", "Dates written"),
}
_WAYS = {
    ".": QT_TRANSLATE_NOOP("Imports", "point"),
    ",": QT_TRANSLATE_NOOP("Imports", "comma"),
    "dmy": QT_TRANSLATE_NOOP("Imports", "day month year"),
    "mdy": QT_TRANSLATE_NOOP("Imports", "month day year"),
    "ymd": QT_TRANSLATE_NOOP("Imports", "year month day"),
}


def confirmed_text(confirmed_at: str) -> str:
    """`3 March 2026`, for the moment at which a reading was confirmed."""
    return date_text(confirmed_at[:10])


def offer_text(offer: Offer) -> str:
    """One sentence: whose reading it is, how much of it fits, what it would change."""
    if offer.is_used:
        said = translate("Imports", "Read as {person} confirmed it on {day} (‘{name}’). {fits}")
    elif offer.changes_nothing:
        said = translate("Imports", "Read just as in the saved reading ‘{name}’ of {day}. {fits}")
    else:
        said = translate("Imports", "The saved reading ‘{name}’ of {day} reads this table otherwise. {fits}")
    return said.format(
        person=offer.confirmed_by or translate("Imports", "somebody"),
        day=confirmed_text(offer.confirmed_at),
        name=offer.profile,
        fits=_fits(offer),
    )


def offers_text(offers: Sequence[Offer]) -> str:
    """One sentence for the tables that saved readings would read otherwise."""
    if not offers:
        return ""
    if len(offers) == 1:
        return offer_text(offers[0])
    names = list(dict.fromkeys(offer.profile for offer in offers))
    if len(names) > 1:
        return count_text(
            "Imports",
            "Saved readings read %n of these tables otherwise.",
            "Saved readings read %n of these tables otherwise.",
            len(offers),
        )
    said = count_text(
        "Imports",
        "The saved reading ‘{name}’ of {day} reads %n of these tables otherwise.",
        "The saved reading ‘{name}’ of {day} reads %n of these tables otherwise.",
        len(offers),
    )
    return said.format(name=names[0], day=confirmed_text(offers[0].confirmed_at))


def _fits(offer: Offer) -> str:
    if offer.fits == offer.of:
        parts = [translate("Imports", "All of its {of} columns are here").format(of=number_text(offer.of))]
    else:
        said = translate("Imports", "It fits {fits} of {of} columns")
        parts = [said.format(fits=number_text(offer.fits), of=number_text(offer.of))]
    if offer.new:
        parts.append(count_text("Imports", "%n column is new", "%n columns are new", len(offer.new)))
    return ", ".join(parts) + "."


def difference_lines(offer: Offer) -> list[tuple[str, str]]:
    """What differs, as (what, how) pairs: kind and the like, single columns, headers gone and new."""
    lines = [(_said(_WHAT, what), _change(_value(what, now), _value(what, then))) for what, now, then in offer.reads]
    lines += [(f"“{_short(header)}”", _change(_field(now), _field(then))) for header, now, then in offer.differs]
    if offer.missing:
        lines.append((translate("Imports", "No longer here"), _named(offer.missing)))
    if offer.new:
        lines.append((translate("Imports", "New here"), _named(offer.new)))
    return lines


def _change(now: str, then: str) -> str:
    return translate("Imports", "now {now}, in the saved reading {then}").format(now=now, then=then)


def _field(field: str) -> str:
    return field_text(field) if field else translate("Imports", "left out")


def _value(what: str, value: str) -> str:
    if not value:
        return translate("Imports", "not known")
    return kind_text(value) if what == "kind" else _said(_WAYS, value)


def _said(words: dict[str, object], key: str) -> str:
    return translate("Imports", str(words[key])) if key in words else key


def _named(headers: Sequence[str]) -> str:
    shown = ", ".join(f"“{_short(h)}”" for h in headers[:_MOST_NAMED])
    more = len(headers) - _MOST_NAMED
    return shown if more <= 0 else translate("Imports", "{names} and {count} more").format(names=shown, count=more)


def _short(header: str) -> str:
    one = " ".join(header.split())
    return one if len(one) <= 48 else one[:47] + "…"
