"""The organisation that prints the reports: its name, logo, colours and language."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.records import Record

LANGUAGES = ("en", "de", "fr", "es")


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Record):
    """There is at most one. `language` is one of LANGUAGES; `accent` and `second` are colours as `#RRGGBB`, "" for the
    usual ones. The logo's bytes are kept under `logo_sha256`.
    """

    name: str = ""
    address: str = ""
    language: str = ""
    accent: str = ""
    second: str = ""
    logo_name: str = ""
    logo_sha256: str = ""
    author: str = ""
    addressee: str = ""
    distribution: str = ""
