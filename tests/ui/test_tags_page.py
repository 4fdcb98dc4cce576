"""The page of the settings with the tags of the branch."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rmdesk.services import customers, tag_upkeep, tags
from rmdesk.ui.ask import Question
from rmdesk.ui.context import Context
from rmdesk.ui.name_popover import NamePopover
from rmdesk.ui.settings.tags import TagsPage
from tests.conftest import ExpectedLogs
from tests.support.frames import settle

WAIT = 60_000  # ms: a limit, not a measure


@pytest.fixture
def page(qtbot: QtBot, context: Context, expected_logs: ExpectedLogs) -> TagsPage:
    expected_logs("grabbing the keyboard")  # what the offscreen platform says of every popup
    with context.store.write() as session:
        for name, borne in (("客户甲", ("企业主", "老板")), ("客户乙", ("老板",)), ("客户丙", ("沙龙",))):
            uid = customers.add_customer(session, {"name": name}).uid
            for tag in borne:
                tags.add_tag(session, uid, tag)
    made = TagsPage(context)
    qtbot.addWidget(made)
    made.load()
    made.show()
    listed(qtbot, made, {"企业主": 1, "沙龙": 1, "老板": 2})
    return made


def shown(page: TagsPage) -> dict[str, int]:
    rows = [page.model.row_at(one) for one in range(page.model.rowCount())]
    return {row.name: row.customers for row in rows if row is not None}


def listed(qtbot: QtBot, page: TagsPage, wanted: dict[str, int]) -> None:
    qtbot.waitUntil(lambda: shown(page) == wanted, timeout=WAIT)


def go_to(page: TagsPage, name: str) -> None:
    rows = [page.model.row_at(one) for one in range(page.model.rowCount())]
    page.table.go_to(next(row.id for row in rows if row is not None and row.name == name))


def name_asked(page: TagsPage) -> NamePopover:
    found = page.rename()
    assert found is not None
    return found


def answer(page: TagsPage, qtbot: QtBot, choice: str) -> str:
    def question() -> Question | None:
        return page.window().findChild(Question)

    qtbot.waitUntil(lambda: question() is not None, timeout=WAIT)
    asked = question()
    assert asked is not None
    asked.buttons[choice].click()
    return asked.windowTitle()


def test_renamed_by_keys(qtbot: QtBot, page: TagsPage, context: Context) -> None:
    go_to(page, "沙龙")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    popover = QApplication.activePopupWidget()
    assert isinstance(popover, NamePopover)
    popover.name.setText("   ")
    popover.accept()
    assert popover.isVisible()  # it says what is wrong
    popover.name.setText("春季沙龙")
    popover.accept()
    listed(qtbot, page, {"企业主": 1, "春季沙龙": 1, "老板": 2})
    settle(qtbot, context)


def test_put_together_with_one_of_that_name(qtbot: QtBot, page: TagsPage, context: Context) -> None:
    go_to(page, "老板")
    popover = name_asked(page)
    popover.name.setText("企业主")
    popover.accept()
    assert answer(page, qtbot, "leave") == "Put “老板” and “企业主” together?"
    settle(qtbot, context)
    assert shown(page) == {"企业主": 1, "沙龙": 1, "老板": 2}
    popover = name_asked(page)
    popover.name.setText("企业主")
    popover.accept()
    answer(page, qtbot, "do")
    listed(qtbot, page, {"企业主": 2, "沙龙": 1})
    settle(qtbot, context)


def test_removed_after_asking_and_found_by_a_part(qtbot: QtBot, page: TagsPage, context: Context) -> None:
    page.search.setText("老")
    listed(qtbot, page, {"老板": 2})
    go_to(page, "老板")
    page.remove()
    answer(page, qtbot, "leave")
    name_asked(page).close()
    page.remove()
    answer(page, qtbot, "do")
    listed(qtbot, page, {})
    assert not page.remove_button.isEnabled()
    page.search.setText("")
    listed(qtbot, page, {"企业主": 1, "沙龙": 1})
    settle(qtbot, context)


def test_somebody_else_was_first(qtbot: QtBot, page: TagsPage, context: Context) -> None:
    go_to(page, "沙龙")
    popover = name_asked(page)
    with context.store.write() as session:
        row = next(one for one in tags.list_tags(session) if one.name == "沙龙")
        tag_upkeep.delete_tag(session, row.uid, version=row.version)
    popover.name.setText("春季沙龙")
    popover.accept()
    qtbot.waitUntil(page.trouble.isVisible, timeout=WAIT)
    listed(qtbot, page, {"企业主": 1, "老板": 2})
    settle(qtbot, context)
