"""How rule packs are called where people read."""

from __future__ import annotations

from collabdesk.ui.rules.naming import pack_text, pack_titles
from collabdesk.usecases import rules


def test_a_family_of_several_packs_and_each_pack_have_titles_without_codes() -> None:
    titles = pack_titles(rules.bundled())
    assert {"horizon_europe", "us_2cfr200"} <= set(titles)
    assert not any("_" in title for title in titles.values())
    assert len(set(titles.values())) == len(titles)


def test_a_pack_is_said_with_its_version() -> None:
    pack = next(p for p in rules.bundled() if p.code == "horizon_europe_2021")
    assert pack_text(pack) == f"{pack.title} ({pack.version})"
