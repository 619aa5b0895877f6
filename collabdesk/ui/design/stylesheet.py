"""The one stylesheet, written from the design tokens; Fusion underneath draws what it does not name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from string import Template

from collabdesk.ui.design import scale
from collabdesk.ui.design.roles import Roles

_FRAME = """
QWidget { color: $text; font-size: ${body}px; selection-background-color: $accent_fill; selection-color: $on_accent; }
QMainWindow, QDialog, QWidget[ground="window"] { background: $window; }
QWidget[ground="side"] { background: $side; }
QWidget[ground="surface"] { background: $surface; }
QWidget[ground="side"][edge="right"] { border-right: 1px solid $line; }
QFrame[line="true"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QToolTip { background: $raised; color: $text; border: 1px solid $edge; border-radius: ${r_s}px; padding: 5px 8px; }
QMenuBar { background: $side; color: $secondary; padding: 3px 8px; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 4px 9px; border-radius: ${r_s}px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $pressed; color: $text; }
QMenu { background: $raised; border: 1px solid $edge; border-radius: ${r}px; padding: 5px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: ${r_s}px; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $muted; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QStatusBar { background: $side; color: $secondary; border-top: 1px solid $line; min-height: 30px; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
"""

_TEXT = """
QLabel { background: transparent; }
QLabel[face="display"] { font-size: ${display}px; font-weight: 600; }
QLabel[face="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[face="heading"] { font-size: ${heading}px; font-weight: 600; }
QLabel[face="strong"] { font-weight: 600; }
QLabel[face="label"] { font-size: ${small}px; font-weight: 500; color: $secondary; }
QLabel[face="secondary"] { color: $secondary; }
QLabel[face="muted"] { color: $muted; }
QLabel[face="small"] { font-size: ${small}px; color: $muted; }
QLabel[tone="bad"] { color: $bad; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="accent"] { color: $accent; }
QLabel[badge="true"] { font-size: ${small}px; font-weight: 500; border-radius: 9px; padding: 1px 9px;
  min-height: 17px; max-height: 17px; }
QLabel[badge="true"][tone="neutral"] { background: $neutral_soft; color: $secondary; }
QLabel[badge="true"][tone="good"] { background: $good_soft; color: $good; }
QLabel[badge="true"][tone="warn"] { background: $warn_soft; color: $warn; }
QLabel[badge="true"][tone="bad"] { background: $bad_soft; color: $bad; }
QLabel[badge="true"][tone="info"] { background: $info_soft; color: $info; }
QLabel[badge="true"][tone="accent"] { background: $accent_soft; color: $accent; }
"""

_BUTTONS = """
QPushButton { background: $surface; border: 1px solid $edge; border-radius: ${r_s}px; padding: 6px 13px;
  min-height: 20px; font-weight: 500; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 12px; }
QPushButton:disabled { color: $muted; border-color: $line; background: $window; }
QPushButton[kind="primary"] { background: $accent_fill; border-color: $accent_fill; color: $on_accent; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $pressed; border-color: $pressed; color: $secondary; }
QPushButton[kind="danger"] { color: $bad; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="quiet"], QToolButton { background: transparent; border: 1px solid transparent;
  border-radius: ${r_s}px; color: $secondary; }
QPushButton[kind="quiet"] { padding: 6px 9px; }
QPushButton[kind="quiet"]:hover, QToolButton:hover { background: $hover; color: $text; }
QPushButton[kind="quiet"]:pressed, QToolButton:pressed { background: $pressed; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; padding: 5px 8px; }
QToolButton { padding: 5px; }
QToolButton:focus { border: 2px solid $accent; padding: 4px; }
QToolButton:disabled, QPushButton[kind="quiet"]:disabled { color: $muted; background: transparent; }
QPushButton[kind="link"] { background: transparent; border: none; border-radius: 3px; color: $accent; padding: 2px 3px;
  text-align: left; min-height: 16px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; padding: 0 1px; }
QPushButton[kind="room"] { background: transparent; border: 1px solid transparent; text-align: left; padding: 6px 10px;
  color: $secondary; font-weight: 500; }
QPushButton[kind="room"]:hover { background: $hover; color: $text; }
QPushButton[kind="room"]:checked { background: $selected; color: $accent; }
QPushButton[kind="room"]:focus { border: 2px solid $accent; padding: 5px 9px; }
QPushButton[kind="tab"] { background: transparent; border: none; border-bottom: 2px solid transparent; border-radius: 0;
  color: $secondary; padding: 8px 2px; }
QPushButton[kind="tab"]:hover { color: $text; }
QPushButton[kind="tab"]:checked { color: $text; border-bottom: 2px solid $accent; }
QPushButton[kind="tab"]:focus { color: $accent; border-bottom: 2px solid $accent; background: $accent_soft; }
QWidget[segments="true"] { background: $neutral_soft; border-radius: ${r}px; }
QPushButton[kind="segment"] { background: transparent; border: 1px solid transparent; color: $secondary;
  padding: 4px 12px; }
QPushButton[kind="segment"]:hover { color: $text; }
QPushButton[kind="segment"]:checked { background: $raised; color: $text; border: 1px solid $edge; }
QPushButton[kind="segment"]:focus { border: 2px solid $accent; padding: 3px 11px; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit {
  background: $surface; border: 1px solid $edge; border-radius: ${r_s}px; padding: 6px 9px; min-height: 20px; }
QLineEdit:hover, QComboBox:hover, QDateEdit:hover { border-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {
  border: 2px solid $accent; padding: 5px 8px; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QDateEdit:disabled {
  color: $secondary; background: $window; }
QLineEdit[quiet="true"] { background: transparent; border-color: transparent; min-height: 16px; }
QLineEdit[quiet="true"]:hover { border-color: $edge; }
QLineEdit[quiet="true"]:focus { border: 2px solid $accent; background: $surface; }
QLineEdit[state="error"] { border-color: $bad; }
QTableView QLineEdit { border-radius: 0; padding: 2px 8px; }
QTableView QLineEdit:focus { padding: 1px 7px; }
QTableView QLineEdit[state="error"] { border: 2px solid $bad; }
QLabel[answer="true"] { background: $raised; border: 1px solid $edge; border-radius: ${r_s}px; padding: 4px 9px;
  font-size: ${small}px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 26px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$chevron_down"); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $edge; border-radius: ${r_s}px; padding: 4px;
  outline: 0; selection-background-color: $selected; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; border-radius: 4px; }
QSpinBox::up-button, QSpinBox::down-button { border: none; width: 20px; }
QSpinBox::up-arrow { image: url("$chevron_up"); width: 12px; height: 12px; }
QSpinBox::down-arrow { image: url("$chevron_down"); width: 12px; height: 12px; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox::indicator, QListView::indicator { width: 16px; height: 16px; border: 1px solid $muted;
  border-radius: 4px; background: $surface; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: $accent_fill; border-color: $accent_fill;
  image: url("$check"); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; width: 14px; height: 14px; }
QCheckBox::indicator:disabled { border-color: $line; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $muted; border-radius: 8px;
  background: $surface; }
QRadioButton::indicator:checked { border: 5px solid $accent_fill; width: 6px; height: 6px; background: $on_accent; }
QProgressBar { background: $neutral_soft; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent_fill; border-radius: 3px; }
QSlider::groove:horizontal { background: $neutral_soft; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal { background: $accent_fill; width: 14px; margin: -5px 0; border-radius: 7px; }
"""

_VIEWS = """
QScrollArea, QAbstractItemView, QPdfView { background: $surface; border: none; }
QScrollArea { background: transparent; border: none; }
QTableView, QListView, QTreeView { background: $surface; border: none; outline: 0; gridline-color: $line;
  alternate-background-color: $surface; selection-background-color: $selected; selection-color: $text; }
QFrame[framed="true"] { border: 1px solid $line; border-radius: ${r}px; background: $surface; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $secondary; font-size: ${small}px; font-weight: 500;
  border: none; border-bottom: 1px solid $line; padding: 0 12px; min-height: ${header}px; }
QHeaderView::section:hover { color: $text; background: $hover; }
QHeaderView::up-arrow { image: url("$chevron_up"); width: 12px; height: 12px; }
QHeaderView::down-arrow { image: url("$chevron_down"); width: 12px; height: 12px; }
QListView[offers="true"] { background: $raised; border: 1px solid $edge; padding: 4px; }
QAbstractScrollArea::corner { background: $surface; border: none; }
QTableCornerButton::section { background: $surface; border: none; }
QListView::item, QTreeView::item { min-height: 30px; padding: 2px 8px; border-radius: ${r_s}px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $selected; color: $text; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $shade; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QFrame[card="true"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QFrame[card="true"][active="true"]:hover { border-color: $edge; background: $hover; }
QFrame[card="true"][active="true"]:focus { border: 2px solid $accent; }
QFrame[linkrow="true"] { background: transparent; border: 1px solid transparent; border-radius: ${r}px; }
QFrame[linkrow="true"]:hover { background: $hover; }
QFrame[linkrow="true"]:focus { border: 2px solid $accent; }
QFrame[notice="info"] { background: $info_soft; border: none; border-radius: ${r}px; }
QFrame[notice="warn"] { background: $warn_soft; border: none; border-radius: ${r}px; }
QFrame[notice="error"] { background: $bad_soft; border: none; border-radius: ${r}px; }
QFrame[notice="good"] { background: $good_soft; border: none; border-radius: ${r}px; }
QFrame[notice="toast"] { background: $raised; border: 1px solid $edge; border-radius: ${r}px; }
QFrame[drop="true"] { background: $surface; border: 2px dashed $edge; border-radius: 12px; }
QFrame[drop="true"][over="true"] { background: $accent_soft; border-color: $accent; }
QTabWidget::pane { border: none; }
"""


def stylesheet(roles: Roles, images: Mapping[str, str]) -> str:
    """The whole stylesheet in one theme; `images` gives the files of `chevron_down`, `chevron_up` and `check`."""
    sizes = {name: face.size for name, face in scale.TYPE.items()}
    tokens = asdict(roles) | sizes | dict(images)
    tokens |= {"r": scale.RADIUS, "r_s": scale.RADIUS_SMALL, "header": scale.HEADER_HEIGHT}
    return Template(_FRAME + _TEXT + _BUTTONS + _FIELDS + _VIEWS).substitute(tokens)
