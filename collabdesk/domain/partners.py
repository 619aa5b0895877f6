"""A partner: an organisation that takes part in projects."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner(Record):
    """One organisation. `code` is its identifier as the source gives it (PIC, UEI, ROR …), kept verbatim."""

    code: str = ""
    name: str = ""
    short_name: str = ""
    vat: str = ""
    kind: str = ""
    sme: bool | None = None
    country: str = ""
    region: str = ""
    city: str = ""
    street: str = ""
    postcode: str = ""
    url: str = ""
    email: str = ""
    phone: str = ""
    contact: str = ""
