"""How rule packs are called where people read: by their titles. Reports print code and version."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from collabdesk.domain.packs import Pack


def pack_text(pack: Pack) -> str:
    """`Horizon Europe 2021–27, actual costs (AGA 2.0, 1 April 2025)`."""
    return f"{pack.title} ({pack.version})" if pack.version else pack.title


def pack_titles(packs: Sequence[Pack]) -> dict[str, str]:
    """What can be chosen: a family of several packs, whose version goes by the award, and each pack by its code."""
    titles: dict[str, str] = {}
    by_day = QCoreApplication.translate("Rules", "{title}, by award day")
    for family in dict.fromkeys(pack.family for pack in packs):
        its = [pack for pack in packs if pack.family == family]
        if len(its) > 1:
            titles[family] = by_day.format(title=_common([pack.title for pack in its]))
        titles |= {pack.code: pack.title for pack in its}
    return titles


def _common(titles: list[str]) -> str:
    """What the titles of a family begin with: `US 2 CFR 200`."""
    first, last = min(titles), max(titles)
    same = 0
    while same < min(len(first), len(last)) and first[same] == last[same]:
        same += 1
    return first[:same].rstrip(" ,;:-") or first
