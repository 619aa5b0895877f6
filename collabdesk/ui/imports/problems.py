"""The list of problems: how much each matters, its cell, and what is wrong."""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.domain.problems import Problem, Severity
from collabdesk.ui.columns import Column
from collabdesk.ui.texts import DASH

_OPTION = re.compile(r"; say which with --[a-z-]+")
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_WORDS = {
    Severity.ERROR: QT_TRANSLATE_NOOP("Imports", "Problem"),
    Severity.WARNING: QT_TRANSLATE_NOOP("Imports", "Warning"),
    Severity.NOTE: QT_TRANSLATE_NOOP("Imports", "Note"),
}
_TONES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.NOTE: "neutral"}


def severity_text(severity: Severity) -> str:
    """How much a problem matters, as one word."""
    return QCoreApplication.translate("Imports", str(_WORDS[severity]))


def cell_text(cell: str) -> str:
    """The cell without its sheet, which the page names already."""
    return cell.rpartition("!")[2] or DASH


def without_options(text: str) -> str:
    """A sentence without the option of the command line that would settle it: the page has its own question."""
    return _OPTION.sub("", text)


def problem_text(problem: Problem) -> str:
    """What is wrong, as the window says it."""
    return without_options(problem.text)


COLUMNS = (
    Column(
        QT_TRANSLATE_NOOP("Columns", "Severity"),
        "severity",
        show=severity_text,
        kind="status",
        width=112,
        tone=lambda p: _TONES[p.severity],
    ),
    Column(QT_TRANSLATE_NOOP("Columns", "Cell"), "cell", show=cell_text, width=90),
    Column(QT_TRANSLATE_NOOP("Columns", "What is wrong"), problem_text, width=0, tip=problem_text),
)


def sorted_problems(problems: list[Problem]) -> list[Problem]:
    """Errors first, then warnings and notes, each in the order of the sheet."""
    return sorted(problems, key=lambda p: _ORDER[p.severity])
