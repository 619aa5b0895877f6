"""What is known of a partner, field by field, as people read it."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.domain.partners import Partner
from collabdesk.ui.texts import DASH, text, yes_text

FIELDS = (
    ("name", QT_TRANSLATE_NOOP("PartnerFacts", "Name")),
    ("short_name", QT_TRANSLATE_NOOP("PartnerFacts", "Short name")),
    ("code", QT_TRANSLATE_NOOP("PartnerFacts", "Identifier")),
    ("vat", QT_TRANSLATE_NOOP("PartnerFacts", "VAT number")),
    ("kind", QT_TRANSLATE_NOOP("PartnerFacts", "Kind")),
    ("sme", QT_TRANSLATE_NOOP("PartnerFacts", "Small or medium-sized")),
    ("country", QT_TRANSLATE_NOOP("PartnerFacts", "Country")),
    ("region", QT_TRANSLATE_NOOP("PartnerFacts", "Region")),
    ("city", QT_TRANSLATE_NOOP("PartnerFacts", "City")),
    ("street", QT_TRANSLATE_NOOP("PartnerFacts", "Street")),
    ("postcode", QT_TRANSLATE_NOOP("PartnerFacts", "Postcode")),
    ("url", QT_TRANSLATE_NOOP("PartnerFacts", "Web address")),
    ("email", QT_TRANSLATE_NOOP("PartnerFacts", "E-mail")),
    ("phone", QT_TRANSLATE_NOOP("PartnerFacts", "Telephone")),
    ("contact", QT_TRANSLATE_NOOP("PartnerFacts", "Contact")),
)


def field_text(field: str) -> str:
    """The field's name in the person's language."""
    return QCoreApplication.translate("PartnerFacts", str(dict(FIELDS)[field]))


def said(partner: Partner, field: str) -> str:
    """What the partner's record says in a field; a dash where it says nothing."""
    value = getattr(partner, field)
    if field == "sme":
        return DASH if value is None else yes_text(value)
    return text(value) if value else DASH


def called(partner: Partner) -> str:
    """How a person knows a partner."""
    return partner.name or partner.short_name or partner.code or DASH
