"""Saved readings for all tables of an import at once: the bar over the tables, and what is decided by using it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from collabdesk.ui.design.scale import GAP_M, GAP_S
from collabdesk.ui.imports.draft import Choices, Draft, TableKey
from collabdesk.ui.imports.profile_words import offers_text
from collabdesk.ui.widgets import IconLabel, button, label, row
from collabdesk.ui.widgets.labels import restyle
from collabdesk.usecases.profiles import Offer

Offers = Mapping[TableKey, Offer]


class ProfilesBar(QFrame):
    """`used` asks to read every table as it was saved. There is none to show where nothing is `usable`."""

    used = Signal()

    def __init__(self, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        open_ = usable(offers)
        self.text = label(offers_text(list(open_.values())), "", wrap=True)
        self.use = button(self.tr("&Use it") if len(open_) == 1 else self.tr("&Use for all"))
        self.use.clicked.connect(self.used)
        line = row(IconLabel("history", "info"), gap=GAP_M)
        line.setContentsMargins(14, GAP_S, GAP_S, GAP_S)
        line.addWidget(self.text, 1)
        line.addWidget(self.use)
        self.setLayout(line)
        self.setAccessibleName(self.text.text())
        restyle(self, "notice", "info")


def usable(offers: Offers) -> dict[TableKey, Offer]:
    """The tables that a saved reading would read otherwise."""
    return {key: offer for key, offer in offers.items() if not offer.is_used and not offer.changes_nothing}


def choices_as_saved(draft: Draft, offers: Offers) -> dict[TableKey, Choices]:
    """What is decided for each table when its saved reading is used."""
    return {key: draft.choices.get(key, Choices()).with_profile(offer) for key, offer in usable(offers).items()}
