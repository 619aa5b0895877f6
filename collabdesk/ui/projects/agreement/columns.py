"""Columns of an agreement's registers: what is typed, and beside it what is computed of each record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.domain.assets import FORMS
from collabdesk.domain.clauses import TYPES
from collabdesk.domain.transfers import MECHANISMS
from collabdesk.ui.columns import Column, Row, status
from collabdesk.ui.columns import day as shown_day
from collabdesk.ui.entry import EntryColumn, choice, day, quantity, reference, words, yes
from collabdesk.ui.texts import date_text, share_text, status_text

Of = Callable[[Row], Any]
_NO = QT_TRANSLATE_NOOP("Columns", "No.")


def record(state: Of, why: Callable[[Row], str]) -> Column:
    """A pill: recorded, not recorded, expired, contradicts or open; the tip says what."""
    return Column(QT_TRANSLATE_NOOP("Columns", "Record"), state, show=status_text, kind="status", width=128, sort="",
                  tip=why)  # fmt: skip


def clauses(pill: Column) -> tuple[Column, ...]:
    """Clauses."""
    return (
        words(_NO, "code", width=76),
        words(QT_TRANSLATE_NOOP("Columns", "Clause"), "title", width=0),
        choice(QT_TRANSLATE_NOOP("Columns", "Type"), "type", TYPES, width=130),
        pill,
        words(QT_TRANSLATE_NOOP("Columns", "Where"), "reference", width=150),
        day(QT_TRANSLATE_NOOP("Columns", "In force from"), "effective"),
        day(QT_TRANSLATE_NOOP("Columns", "Review on"), "review_on"),
        words(QT_TRANSLATE_NOOP("Columns", "Text"), "text", width=260),
        words(QT_TRANSLATE_NOOP("Columns", "Note"), "note", width=180),
    )


def decisions(pill: Column, quorum: Of, majority: Of, veto: Callable[[Row], str]) -> tuple[Column, ...]:
    """Decisions; `quorum` and `majority` give shares, `veto` says until when."""
    return (
        words(_NO, "code", width=112),
        words(QT_TRANSLATE_NOOP("Columns", "Decision"), "title", width=250),
        day(QT_TRANSLATE_NOOP("Columns", "Day"), "date"),
        status(QT_TRANSLATE_NOOP("Columns", "Status"), "status", sort="status"),
        pill,
        _share(QT_TRANSLATE_NOOP("Columns", "Present"), quorum),
        _share(QT_TRANSLATE_NOOP("Columns", "In favour"), majority),
        Column(QT_TRANSLATE_NOOP("Columns", "Veto until"), veto, width=118, sort=""),
        words(QT_TRANSLATE_NOOP("Columns", "Body"), "body", width=140),
        yes(QT_TRANSLATE_NOOP("Columns", "On agenda"), "on_agenda", width=100),
        yes(QT_TRANSLATE_NOOP("Columns", "In meeting"), "in_meeting", width=100),
        quantity(QT_TRANSLATE_NOOP("Columns", "Votes entitled"), "entitled", width=120),
        quantity(QT_TRANSLATE_NOOP("Columns", "Votes present"), "present", width=120),
        quantity(QT_TRANSLATE_NOOP("Columns", "Votes for"), "in_favour", width=100),
        quantity(QT_TRANSLATE_NOOP("Columns", "Votes against"), "against", width=120),
        quantity(QT_TRANSLATE_NOOP("Columns", "Abstained"), "abstained", width=100),
        day(QT_TRANSLATE_NOOP("Columns", "Minutes sent"), "minutes_on"),
        words(QT_TRANSLATE_NOOP("Columns", "Vetoed by"), "veto_by", width=120),
        day(QT_TRANSLATE_NOOP("Columns", "Vetoed on"), "veto_on"),
        words(QT_TRANSLATE_NOOP("Columns", "Reason of veto"), "veto_reason", width=240),
        words(QT_TRANSLATE_NOOP("Columns", "Text"), "text", width=260),
    )


def assets(pill: Column) -> tuple[Column, ...]:
    """Background, results and publications."""
    return (
        words(_NO, "code", width=76),
        words(QT_TRANSLATE_NOOP("Columns", "Title"), "title", width=250),
        choice(QT_TRANSLATE_NOOP("Columns", "Form"), "form", FORMS, width=116),
        pill,
        words(QT_TRANSLATE_NOOP("Columns", "Owner"), "owners", width=110),
        words(QT_TRANSLATE_NOOP("Columns", "Access"), "access", width=170),
        day(QT_TRANSLATE_NOOP("Columns", "Produced on"), "produced_on"),
        words(QT_TRANSLATE_NOOP("Columns", "Use"), "exploitation", width=180),
        words(QT_TRANSLATE_NOOP("Columns", "Restriction"), "restriction", width=180),
        day(QT_TRANSLATE_NOOP("Columns", "Exclusive until"), "exclusive_until"),
        words(QT_TRANSLATE_NOOP("Columns", "Protection"), "protection", width=150),
        day(QT_TRANSLATE_NOOP("Columns", "Published on"), "published_on"),
        quantity(QT_TRANSLATE_NOOP("Columns", "Embargo, days"), "embargo_days", width=126),
        words(QT_TRANSLATE_NOOP("Columns", "Licence"), "licence", width=120),
        words(QT_TRANSLATE_NOOP("Columns", "Repository"), "repository", width=130),
        words(QT_TRANSLATE_NOOP("Columns", "Deliverable"), "deliverable", width=110),
        words(QT_TRANSLATE_NOOP("Columns", "Kind"), "kind", width=120),
        reference("partner", QT_TRANSLATE_NOOP("Columns", "Partner"), width=180),
    )


def datasets(pill: Column, meaning: Callable[[Row], str]) -> tuple[Column, ...]:
    """Datasets; `meaning` says in words what the codes of use stand for."""
    return (
        words(_NO, "code", width=76),
        words(QT_TRANSLATE_NOOP("Columns", "Dataset"), "title", width=250),
        pill,
        words(QT_TRANSLATE_NOOP("Columns", "Codes of use"), "duo", width=126, tip=meaning),
        words(QT_TRANSLATE_NOOP("Columns", "Lies in"), "localisation", width=80),
        words(QT_TRANSLATE_NOOP("Columns", "May go to"), "permitted", width=120),
        yes(QT_TRANSLATE_NOOP("Columns", "Personal"), "is_personal", width=92),
        day(QT_TRANSLATE_NOOP("Columns", "Usable until"), "usable_until"),
        words(QT_TRANSLATE_NOOP("Columns", "Export class"), "export_class", width=112),
        words(QT_TRANSLATE_NOOP("Columns", "Of the list"), "export_list", width=200),
        words(QT_TRANSLATE_NOOP("Columns", "Approvals"), "approvals", width=180),
        day(QT_TRANSLATE_NOOP("Columns", "Approved until"), "approval_expires"),
        words(QT_TRANSLATE_NOOP("Columns", "Access"), "access", width=120),
        words(QT_TRANSLATE_NOOP("Columns", "Law of"), "jurisdiction", width=80),
        words(QT_TRANSLATE_NOOP("Columns", "Licence"), "licence", width=120),
        words(QT_TRANSLATE_NOOP("Columns", "Deliverable"), "deliverable", width=110),
        words(QT_TRANSLATE_NOOP("Columns", "Kind"), "kind", width=120),
        reference("partner", QT_TRANSLATE_NOOP("Columns", "Held by"), width=200),
    )


def transfers(pill: Column) -> tuple[Column, ...]:
    """Transfers of datasets and items."""
    return (
        words(_NO, "code", width=70),
        words(QT_TRANSLATE_NOOP("Columns", "Dataset"), "dataset", width=96),
        words(QT_TRANSLATE_NOOP("Columns", "What"), "title", width=0),
        status(QT_TRANSLATE_NOOP("Columns", "Status"), "status", sort="status"),
        pill,
        words(QT_TRANSLATE_NOOP("Columns", "From"), "from_country", width=70),
        words(QT_TRANSLATE_NOOP("Columns", "To"), "to_country", width=60),
        words(QT_TRANSLATE_NOOP("Columns", "Recipient"), "recipient", width=150),
        _mechanism(),
        shown_day(QT_TRANSLATE_NOOP("Columns", "Approved on"), "approved_on"),
        day(QT_TRANSLATE_NOOP("Columns", "Approved until"), "expires"),
        shown_day(QT_TRANSLATE_NOOP("Columns", "Done on"), "date"),
        words(QT_TRANSLATE_NOOP("Columns", "Licence"), "licence", width=180),
    )


def veto_text(last: Any, *, in_meeting: bool) -> str:
    """Until when a veto is possible."""
    return QCoreApplication.translate("Agreement", "in the meeting") if in_meeting else date_text(last)


def _mechanism() -> EntryColumn:
    return choice(QT_TRANSLATE_NOOP("Columns", "Mechanism"), "mechanism", MECHANISMS, is_open=True, width=180)


def _share(title: object, of: Of) -> Column:
    return Column(title, of, show=share_text, kind="number", width=92, sort="")
