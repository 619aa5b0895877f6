"""What comes next in the wizard: the words of its one button, where it leads, and what is left behind."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from collabdesk.ui.imports.compare_words import doing_text, leaving_text
from collabdesk.ui.imports.draft import Draft
from collabdesk.ui.texts import count_text

translate = QCoreApplication.translate

FILES, TABLES, COLUMNS, NAMES, COMPARE, DONE = "files", "tables", "columns", "names", "compare", "done"
IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Next:
    """Where the button leads ("" nowhere yet), its words, and what the foot says beside it. `why` says why it cannot
    be pressed."""

    step: str
    words: str
    said: str = ""
    why: str = ""
    tip: str = ""


def next_step(draft: Draft, step: str, *, is_first: bool, is_looking: bool) -> Next:
    """What the button does from this step on. `is_first` where nothing is there to compare with."""
    if why := draft.why_not():
        return Next("", "&" + draft.button_text(), why, why)
    if is_looking:
        return Next("", "&" + draft.button_text(), "", translate("Wizard", "The table is being looked at again."))
    if step == NAMES:
        return _comparing(draft)
    if step == COMPARE:
        return Next(IMPORT, "&" + doing_text(draft.plan), left_behind(draft), "", _accept_tip())
    return _from_tables(draft, is_first=is_first)


def _from_tables(draft: Draft, *, is_first: bool) -> Next:
    """From the tables or their columns: to what is worth a look, else to the end."""
    plan, said = draft.plan, left_behind(draft)
    if plan.compared is None and not is_first:
        return _comparing(draft)
    if count := plan.undecided:
        words = count_text("Wizard", "Look at %n name that looks alike", "Look at %n names that look alike", count)
        return Next(NAMES, "&" + words, said, "", _hurry_tip())
    if plan.is_worth_a_look:
        return _comparing(draft)
    if plan.changes_nothing:
        nothing = translate("Wizard", "All of it is here already, word for word.")
        return Next(IMPORT, "&" + doing_text(plan), nothing, "", _accept_tip())
    if plan.is_all_new:
        said = ",  ".join(filter(None, (translate("Wizard", "All of it is new"), said)))
    elif plan.compared is not None:
        return Next(IMPORT, "&" + doing_text(plan), said, "", _accept_tip())
    return Next(IMPORT, "&" + draft.button_text(), said, "", _accept_tip())


def _comparing(draft: Draft) -> Next:
    words = translate("Wizard", "Comp&are with what is there")
    return Next(COMPARE, words, left_behind(draft), "", _hurry_tip())


def _accept_tip() -> str:
    return translate("Wizard", "Import (Ctrl+Enter)")


def _hurry_tip() -> str:
    return translate("Wizard", "Ctrl+Enter imports at once: everything is taken, nothing is removed.")


def left_behind(draft: Draft) -> str:
    """What is not imported, counted: nothing is left out silently."""
    taken = [t for key, t in draft.tables() if draft.is_taken(key)]
    parts = [
        (sum(len(t.set_aside) for t in taken), "%n row set aside", "%n rows set aside"),
        (sum(t.rows_rejected for t in taken), "%n row rejected", "%n rows rejected"),
        (len(draft.left_out), "%n table left out", "%n tables left out"),
    ]
    said = [count_text("Wizard", one, many, count) for count, one, many in parts if count]
    return ",  ".join([*said, *(leaving_text(draft.plan) if draft.plan.compared is not None else ())])
