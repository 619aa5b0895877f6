"""Colour roles, light and dark: every colour of the window has its name here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass

PAPER = "#FFFFFF"
"""A printed page is white in both themes."""


@dataclass(frozen=True, slots=True)
class Roles:
    """One theme. Text roles keep a contrast of at least 4.5:1 on every surface they are used on."""

    is_dark: bool
    window: str  # behind the pages
    side: str  # the list of rooms, menus of the frame
    surface: str  # cards, fields, tables
    raised: str  # menus, pop-ups, notices that float
    hover: str
    pressed: str
    selected: str  # chosen row or room
    line: str  # separators
    edge: str  # borders of fields and buttons
    text: str
    secondary: str
    muted: str  # hints, empty values; still readable
    accent: str  # the one accent: links, focus, chosen tab
    accent_fill: str  # primary button
    accent_hover: str
    on_accent: str
    accent_soft: str  # tinted ground of the accent
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    info: str
    info_soft: str
    neutral_soft: str
    shade: str  # scroll bar handle


LIGHT = Roles(
    is_dark=False,
    window="#FBFBFA",
    side="#F4F4F2",
    surface="#FFFFFF",
    raised="#FFFFFF",
    hover="#F1F1EF",
    pressed="#E7E7E4",
    selected="#EAEDFB",
    line="#EAEAE7",
    edge="#D5D5D0",
    text="#1D2025",
    secondary="#545B66",
    muted="#666D78",
    accent="#3D55C5",
    accent_fill="#4059CF",
    accent_hover="#3449B4",
    on_accent="#FFFFFF",
    accent_soft="#EAEDFB",
    good="#1C6B45",
    good_soft="#E3F3EA",
    warn="#86540A",
    warn_soft="#FBF0DA",
    bad="#AE2A2A",
    bad_soft="#FBE9E8",
    info="#245F92",
    info_soft="#E5F0F9",
    neutral_soft="#EEEEEB",
    shade="#CFCFCA",
)

DARK = Roles(
    is_dark=True,
    window="#15171B",
    side="#101215",
    surface="#1B1F24",
    raised="#252A31",
    hover="#232830",
    pressed="#2E343C",
    selected="#272E4B",
    line="#292E35",
    edge="#3D444E",
    text="#ECEDEF",
    secondary="#B0B5BE",
    muted="#979DA8",
    accent="#9DAEFF",
    accent_fill="#4B63D6",
    accent_hover="#536ADB",
    on_accent="#FFFFFF",
    accent_soft="#272E4B",
    good="#7FD3A6",
    good_soft="#1B3328",
    warn="#EBBE6B",
    warn_soft="#3A2E17",
    bad="#F49B96",
    bad_soft="#412323",
    info="#8CC2EE",
    info_soft="#1C3143",
    neutral_soft="#2B3038",
    shade="#414851",
)

TONES = ("good", "warn", "bad", "info", "accent", "neutral")


def tone_colours(roles: Roles, tone: str) -> tuple[str, str]:
    """Text and ground of a tone (`good`, `warn`, `bad`, `info`, `accent`; anything else is neutral)."""
    if tone in TONES and tone != "neutral":
        return getattr(roles, tone), getattr(roles, f"{tone}_soft")
    return roles.secondary, roles.neutral_soft
