"""Tabs that are too many for their page: closer together, then in a menu; the chosen one is always seen."""

from collabdesk.ui.widgets import TabBar

MANY = [(f"k{n}", f"A part of the page {n}") for n in range(12)]


def seen(bar):
    return [key for key, tab in zip(bar._keys, bar._group.buttons(), strict=True) if tab.isVisible()]


def test_what_has_no_room_is_in_a_menu_and_comes_out_when_it_is_chosen(qtbot, theme):
    bar = TabBar(MANY)
    qtbot.addWidget(bar)
    bar.resize(700, 40)
    bar.show()
    hidden = [key for key, _ in MANY if key not in seen(bar)]
    assert hidden
    assert [action.text() for action in bar._more.menu().actions()] == [text for key, text in MANY if key in hidden]
    with qtbot.waitSignal(bar.chosen) as heard:
        bar._more.menu().actions()[-1].trigger()
    assert heard.args == ["k11"]
    assert "k11" in seen(bar)
    assert all(tab.width() >= tab.sizeHint().width() for tab in bar._group.buttons() if tab.isVisible())


def test_with_room_for_all_there_is_no_menu(qtbot, theme):
    bar = TabBar(MANY)
    qtbot.addWidget(bar)
    bar.resize(2400, 40)
    bar.show()
    assert len(seen(bar)) == len(MANY)
    assert not bar._more.isVisible()
