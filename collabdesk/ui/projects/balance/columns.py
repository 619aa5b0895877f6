"""Columns of the balance by partner and by country, and of contracts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.domain.figures import Figure
from collabdesk.ui.columns import Column
from collabdesk.ui.entry import EntryColumn, amount, day, quantity, reference, words
from collabdesk.ui.projects.parts.figure_table import COLUMNS as FIGURES
from collabdesk.ui.texts import amount_text, number_text, share_text, text


def _share(title: object, field: str, **more: Any) -> Column:
    return Column(title, field, show=share_text, kind="share", **{"width": 122, **more})


def _count(title: object, field: str) -> Column:
    return Column(title, field, show=number_text, kind="number", width=96)


def _coefficient(value: Any) -> str:
    return text(None) if value is None else number_text(value, 4)


_LEADS = (
    _count(QT_TRANSLATE_NOOP("Columns", "Leads WPs"), "work_packages"),
    _count(QT_TRANSLATE_NOOP("Columns", "Leads tasks"), "tasks"),
    _count(QT_TRANSLATE_NOOP("Columns", "Deliverables"), "deliverables"),
)
_UNIT = Column(QT_TRANSLATE_NOOP("Columns", "Unit"), "currency", width=60)


def _amount(title: object, field: str) -> Column:
    """The contributions under the name of what they are; a table holds those of one kind."""
    return Column(
        title, lambda row: row.amount if row.field == field else None, show=amount_text, kind="number", width=132
    )


_AMOUNTS = (
    _amount(QT_TRANSLATE_NOOP("Columns", "Granted"), "amount"),
    _amount(QT_TRANSLATE_NOOP("Columns", "Pledged"), "pledged"),
    _amount(QT_TRANSLATE_NOOP("Columns", "Received"), "received"),
)
_VOTES = _share(QT_TRANSLATE_NOOP("Columns", "Votes"), "vote_share")
PARTNERS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Partner"), "partner", width=0),
    Column(QT_TRANSLATE_NOOP("Columns", "Country"), "country", width=76),
    _UNIT,
    *_AMOUNTS,
    _share(QT_TRANSLATE_NOOP("Columns", "Share"), "share"),
    _VOTES,
    *_LEADS,
)
COUNTRIES = (
    Column(QT_TRANSLATE_NOOP("Columns", "Country"), "country", width=0),
    _count(QT_TRANSLATE_NOOP("Columns", "Partners"), "partners"),
    _UNIT,
    *_AMOUNTS,
    _share(QT_TRANSLATE_NOOP("Columns", "Share"), "share"),
    _share(QT_TRANSLATE_NOOP("Columns", "Contracts"), "contract_share"),
    Column(QT_TRANSLATE_NOOP("Columns", "Return"), "coefficient", show=_coefficient, kind="number", width=84),
    _VOTES,
    *_LEADS,
)


def _of_how_many(figure: Figure) -> str:
    """How many shares an index is of, and what is to be known of it."""
    n = figure.inputs.get("n")
    told = QCoreApplication.translate("Balance", "of {n} shares").format(n=n) if n else ""
    return "; ".join(part for part in (told, figure.note) if part)


INDICES = (
    *FIGURES[:3],
    replace(FIGURES[3], value=_of_how_many, tip=_of_how_many),
)
CONTRACTS: tuple[EntryColumn, ...] = (
    words(QT_TRANSLATE_NOOP("Columns", "No."), "code", width=84),
    words(QT_TRANSLATE_NOOP("Columns", "Contract"), "title", width=0),
    words(QT_TRANSLATE_NOOP("Columns", "Supplier"), "supplier", width=180),
    words(QT_TRANSLATE_NOOP("Columns", "Country"), "country", width=84),
    amount(QT_TRANSLATE_NOOP("Columns", "Amount"), "amount"),
    quantity(QT_TRANSLATE_NOOP("Columns", "Weight"), "weight", width=84),
    day(QT_TRANSLATE_NOOP("Columns", "Signed on"), "signed_on"),
    reference("partner", QT_TRANSLATE_NOOP("Columns", "Partner"), width=150),
    words(QT_TRANSLATE_NOOP("Columns", "Currency"), "currency", width=86),
)
