"""Shared widgets: every room is put together from these."""

from collabdesk.ui.widgets.amounts import AmountField, read_amount
from collabdesk.ui.widgets.bars import SegmentBar, TabBar
from collabdesk.ui.widgets.buttons import button, danger, icon_button, link, primary, quiet
from collabdesk.ui.widgets.cards import Card, StatTile
from collabdesk.ui.widgets.empty import EmptyState
from collabdesk.ui.widgets.facts import FactGrid, QuietField
from collabdesk.ui.widgets.fields import FormField, SearchField
from collabdesk.ui.widgets.header import PageHeader
from collabdesk.ui.widgets.labels import Badge, ElidedLabel, IconLabel, label, separator
from collabdesk.ui.widgets.notice import NoticeBar, Toast
from collabdesk.ui.widgets.page import Page, clear, row
from collabdesk.ui.widgets.rows import LinkRow

__all__ = [
    "AmountField",
    "Badge",
    "Card",
    "ElidedLabel",
    "EmptyState",
    "FactGrid",
    "FormField",
    "IconLabel",
    "LinkRow",
    "NoticeBar",
    "Page",
    "PageHeader",
    "QuietField",
    "SearchField",
    "SegmentBar",
    "StatTile",
    "TabBar",
    "Toast",
    "button",
    "clear",
    "danger",
    "icon_button",
    "label",
    "link",
    "primary",
    "quiet",
    "read_amount",
    "row",
    "separator",
]
