"""The design system: readable contrast in both themes, and every icon that is asked for is there."""

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

import collabdesk.ui
from collabdesk import paths
from collabdesk.ui.design import icons
from collabdesk.ui.design.roles import DARK, LIGHT, TONES, tone_colours
from collabdesk.ui.design.stylesheet import stylesheet

THEMES = pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])


def _light(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """As WCAG 2.2 defines it."""
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@THEMES
def test_text_is_readable_on_every_ground(roles):
    for ground, text in product(
        ("window", "side", "surface", "raised", "hover"), ("text", "secondary", "muted", "accent")
    ):
        assert contrast(getattr(roles, text), getattr(roles, ground)) >= 4.5, (text, ground)
    for text in ("text", "secondary"):
        assert contrast(getattr(roles, text), roles.selected) >= 4.5, text


@THEMES
def test_badges_and_notices_are_readable(roles):
    for tone in TONES:
        assert contrast(*tone_colours(roles, tone)) >= 4.5, tone
    for ground in ("info_soft", "warn_soft", "bad_soft", "good_soft"):
        assert contrast(roles.text, getattr(roles, ground)) >= 4.5, ground
    assert contrast(roles.on_accent, roles.accent_fill) >= 4.5
    assert contrast(roles.on_accent, roles.accent_hover) >= 4.5


@THEMES
def test_the_focus_ring_stands_out_from_what_is_around_it(roles):
    for ground in ("window", "side", "surface", "selected"):
        assert contrast(roles.accent, getattr(roles, ground)) >= 3, ground


@THEMES
def test_the_stylesheet_leaves_no_token_open(roles):
    sheet = stylesheet(roles, {"chevron_down": "a.svg", "chevron_up": "b.svg", "check": "c.svg"})
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_colours_stand_only_in_the_roles():
    folder = Path(collabdesk.ui.__file__).parent
    files = [f for f in folder.rglob("*.py") if f.name != "roles.py"]
    found = [f"{f.name}: {m}" for f in files for m in re.findall(r"\"#[0-9A-Fa-f]{6}\"", f.read_text(encoding="utf-8"))]
    assert not found


def test_every_icon_that_is_asked_for_is_there():
    folder = Path(collabdesk.ui.__file__).parent
    known = {f.stem for f in paths.resources("icons").glob("*.svg")}
    asked = set()
    for file in folder.rglob("*.py"):
        asked |= set(
            re.findall(r"(?:icon|IconLabel|icon_button|EmptyState|LinkRow)\(\"([a-z-]+)\"", file.read_text("utf-8"))
        )
    assert asked
    assert asked <= known


def test_icons_take_the_present_theme_and_are_crisp_at_twice_the_pixels(qapp, theme):
    made = icons.icon("home", "text")
    colours = []
    for dark in (False, True):
        theme.fix(dark)
        image = made.pixmap(QSize(24, 24), 2.0, QIcon.Mode.Normal).toImage()
        assert image.width() == 48
        solid = [image.pixelColor(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() > 250]
        colours.append(solid[0].name())
    theme.fix(False)
    assert colours == [LIGHT.text.lower(), DARK.text.lower()]
