"""The windows; PySide6 lives only here."""

from collabdesk.ui.immortal import keep_singletons

keep_singletons()
