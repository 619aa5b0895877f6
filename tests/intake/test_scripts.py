"""Scripts of the world: what is written differently and says the same has one key."""

from __future__ import annotations

import pytest

from collabdesk.intake.headertext import key, pieces
from collabdesk.intake.scripts import in_cyrillic, is_unspaced


@pytest.mark.parametrize(
    "one, other",
    [
        ("項目編號", "项目编号"),
        ("ﾌﾟﾛｼﾞｪｸﾄ名", "プロジェクト名"),
        ("المشروع", "مشروع"),
        ("الجهة", "جهه"),
        ("הפרויקט", "פרויקט"),
        ("İL", "il"),
        ("ＰＲＯＪＥＣＴ　ＩＤ", "Project ID"),
        ("Проєкт №", "проєкт no"),
    ],
)
def test_ways_to_write_one_word_have_one_key(one, other):
    assert key(one) == key(other)


def test_a_voiced_sound_is_no_accent():
    assert key("ド") != key("ト")


def test_brackets_of_full_width_are_brackets():
    assert [p.text for p in pieces("配分額（千円）")][:2] == ["配分額(千円)", "配分額"]


def test_serbian_is_written_in_both_alphabets():
    assert in_cyrillic("Ljubav, Njegoš i džep") == "љубав, његош и џеп"


def test_only_scripts_without_spaces_are_taken_apart_by_their_words():
    assert is_unspaced("研究課題名") and is_unspaced("과제명")
    assert not is_unspaced("Projekttitel") and not is_unspaced("परियोजना")
