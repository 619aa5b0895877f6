"""Why a column was taken for its field, in words for people: `‘Total cost’ in English, amounts in the cells`."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLocale

from collabdesk.ui.imports.words import attribute_text, kind_text
from collabdesk.ui.texts import locale
from collabdesk.usecases.staged import StagedColumn

translate = QCoreApplication.translate

BY_HAND = "chosen by a person"
_KNOWN = re.compile(r"^“(?P<words>.+?)” is known(?: \((?P<sources>[^)]*)\))?(?P<more>.*)$", re.DOTALL)
_SECOND = re.compile(r"^would be a second (?P<field>[\w.]+) beside “(?P<other>.*)”$", re.DOTALL)
_NO_FIELD = re.compile(r"^an? (?P<kind>\w+) table has no such field$")


def reason_text(column: StagedColumn) -> str:
    """One line for the list of columns."""
    return " ".join(", ".join(filter(None, (_headers_reason(column.reason), _cells_reason(column)))).split())


def is_by_hand(column: StagedColumn) -> bool:
    """Did a person choose what becomes of the column?"""
    return column.reason == BY_HAND


def _headers_reason(reason: str) -> str:
    if reason == BY_HAND:
        return translate("Imports", "chosen by hand")
    if found := _KNOWN.match(reason):
        return _known(found["words"], found["sources"] or "") + found["more"]
    if found := _SECOND.match(reason):
        said = translate("Imports", "“{other}” is imported as {field} already")
        return said.format(other=_short(found["other"]), field=attribute_text(found["field"]))
    if found := _NO_FIELD.match(reason):
        return translate("Imports", "nothing like it in a table of this kind ({kind})").format(
            kind=kind_text(found["kind"])
        )
    known = {
        "not known": translate("Imports", "the header is not known"),
        "known, and not kept": translate("Imports", "known, but nothing that is kept"),
        "not sure enough": translate("Imports", "not sure enough: please choose"),
    }
    return known.get(reason, reason)


def _known(words: str, sources: str) -> str:
    named = [s.strip() for s in sources.split(",") if s.strip()]
    languages = [_language(s) for s in named if len(s) == 2]
    said = f"“{_short(words)}”"
    if languages:
        return translate("Imports", "{words} in {languages}").format(words=said, languages=", ".join(languages[:2]))
    if named:
        return translate("Imports", "{words} as this funder writes it").format(words=said)
    return translate("Imports", "{words} is known").format(words=said)


def _language(code: str) -> str:
    language = QLocale(code).language()
    english = locale().language() == QLocale.Language.English
    return QLocale.languageToString(language) if english else QLocale(language).nativeLanguageName()


def _cells_reason(column: StagedColumn) -> str:
    if not column.field:
        return ""
    if column.date_order:
        return translate("Imports", "dates in the cells")
    return translate("Imports", "amounts in the cells") if column.decimal else ""


def _short(words: str) -> str:
    one = " ".join(words.split())
    return one if len(one) <= 48 else one[:47] + "…"
