"""F1 opens the manual where it is about what is shown; there one reads, searches and follows links."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.change_password import ChangePassword
from rmdesk.ui.dialogs.preview_report import PreviewReport
from rmdesk.ui.manual import Manual, show_manual
from tests.ui.window.conftest import MakeWindow


@pytest.fixture(autouse=True)
def no_manual_is_left(qtbot: QtBot) -> Iterator[None]:
    yield
    for one in open_manuals():
        one.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def open_manuals() -> list[Manual]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, Manual) and one.isVisible()]


def shown() -> Manual:
    (found,) = open_manuals()
    return found


@pytest.fixture
def manual(qtbot: QtBot) -> Iterator[Manual]:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    found = show_manual("first-day", owner)
    qtbot.waitUntil(found.isActiveWindow)
    yield found
    owner.close()


def test_f1_opens_what_is_said_of_the_pane_and_the_same_window_again(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window()
    window.show_pane("audit")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    first = shown()
    assert first.place == "privacy#audit"
    assert first.view.toPlainText()
    window.show_settings()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert shown() is first
    assert first.place == "first-day"  # nothing is said of the page of this test


def test_a_dialog_has_its_own_place_and_can_still_be_used(
    qtbot: QtBot, make_window: MakeWindow, context: Context
) -> None:
    window = make_window()
    dialog = ChangePassword(context, parent=window)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    assert shown().place == "first-day#password"
    assert shown().parent() is dialog  # else the open dialog would keep it from being used
    qtbot.waitUntil(shown().isActiveWindow)
    qtbot.keyClick(shown(), Qt.Key.Key_Escape)
    assert open_manuals() == []
    assert dialog.isVisible()
    dialog.reject()


def test_the_list_follows_links_and_leads_to_sections(qtbot: QtBot, manual: Manual) -> None:
    manual.view.setSource(
        QUrl.fromLocalFile(manual.view.source().toLocalFile()).resolved(QUrl("import.html"))
    )
    assert manual.list.currentItem().data(0, Qt.ItemDataRole.UserRole) == "import"
    section = manual.list.currentItem().child(1)
    manual.list.setCurrentItem(section)
    assert manual.place == "import#rejects"
    qtbot.keyClick(manual, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert manual.place == "import"


def test_a_search_narrows_the_pages_and_enter_goes_from_hit_to_hit(qtbot: QtBot, manual: Manual) -> None:
    manual.search.setText("recovery code")
    manual.search.search_now()
    left = manual.list.topLevelItemCount()
    assert 0 < left < 13
    qtbot.keyClick(manual.search, Qt.Key.Key_Return)
    first = manual.view.textCursor().selectionStart()
    assert manual.view.textCursor().selectedText().casefold() == "recovery code"
    qtbot.keyClick(manual.search, Qt.Key.Key_Return)
    assert manual.view.textCursor().selectionStart() != first
    manual.search.setText("no such words anywhere")
    manual.search.search_now()
    assert manual.list.topLevelItemCount() == 0
    assert not manual.isHidden()


def test_the_card_is_seen_as_it_is_printed_and_saved(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window()
    (action,) = [one for one in window.commands.of_person() if "Print the quick card" in one.text()]
    action.trigger()
    assert shown().place == "keys"
    preview = shown().findChild(PreviewReport)
    assert preview is not None
    qtbot.waitUntil(lambda: preview.pdf is not None)
    assert preview.pdf is not None
    assert preview.pdf.pages == 1
    with qtbot.waitSignal(preview.saved):
        preview.save_to(tmp_path / "card")
    assert (tmp_path / "card.pdf").read_bytes() == preview.pdf.content
    preview.reject()
    shown().close()


def test_the_whole_manual_is_printed_from_its_window(qtbot: QtBot, manual: Manual) -> None:
    preview = manual.print("manual")
    qtbot.waitUntil(lambda: preview.pdf is not None, timeout=60_000)
    assert preview.pdf is not None
    assert preview.pdf.pages > len(manual._pages)
    preview.reject()
