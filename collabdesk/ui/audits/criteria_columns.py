"""How criteria sets, what they ask and their scales are written in tables."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.domain.toml_lines import line_of
from collabdesk.ui.columns import Column
from collabdesk.ui.texts import number_text
from collabdesk.usecases.criteria import CriteriaChoice, Standard


def _origin(choice: CriteriaChoice) -> str:
    if choice.is_own:
        return QCoreApplication.translate("Criteria", "Your own")
    return QCoreApplication.translate("Criteria", "Bundled")


def _by(one: Standard) -> str:
    if one.check is None:
        return QCoreApplication.translate("Criteria", "The team")
    return QCoreApplication.translate("Criteria", "The figures")


def _source(one: Standard) -> str:
    if one.settings.is_confirmed:
        return one.settings.source
    return QCoreApplication.translate("Criteria", "{source} (unconfirmed)").format(source=one.settings.source)


def _asks(one: Standard) -> str:
    return str(one.settings.asks)


SETS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Criteria set"), "title", width=0, tip=lambda c: str(c.title)),
    Column(QT_TRANSLATE_NOOP("Columns", "Version"), "version", width=100),
    Column(QT_TRANSLATE_NOOP("Columns", "Checked"), "criteria", show=number_text, kind="number", width=90),
    Column(QT_TRANSLATE_NOOP("Columns", "Judged"), "judged", show=number_text, kind="number", width=90),
    Column(QT_TRANSLATE_NOOP("Columns", "From"), _origin, width=110),
)
STANDARDS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Dimension"), lambda s: s.settings.dimension, width=110,
           tip=lambda s: str(s.settings.dimension)),
    Column(QT_TRANSLATE_NOOP("Columns", "Criterion"), "title", width=170, tip=lambda s: str(s.title)),
    Column(QT_TRANSLATE_NOOP("Columns", "What it asks"), _asks, width=0, tip=_asks),
    Column(QT_TRANSLATE_NOOP("Columns", "Source"), _source, width=130, tip=_source),
    Column(QT_TRANSLATE_NOOP("Columns", "Judged by"), _by, width=90),
)  # fmt: skip
GRADES = (
    Column(QT_TRANSLATE_NOOP("Columns", "Rating"), "word", width=180),
    Column(QT_TRANSLATE_NOOP("Columns", "What it means"), "legend", width=0, tip=lambda g: str(g.legend)),
)
PROBLEMS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Line"), line_of, show=number_text, kind="number", width=80),
    Column(QT_TRANSLATE_NOOP("Columns", "What is wrong"), "text", width=0, tip=lambda p: p.text),
)
