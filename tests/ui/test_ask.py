"""Questions: verbs on the buttons, one answer each, and nothing that blocks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from rmdesk import messages
from rmdesk.services.errors import UserError
from rmdesk.ui import ask
from rmdesk.ui.ask import Choice, Question
from rmdesk.ui.theme import Theme
from rmdesk.ui.widgets import Button, FoldHead, Label, Variant


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    theme = Theme(qapp)
    theme.apply("light")
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    with qtbot.waitActive(made):
        made.show()
    yield made
    theme.deleteLater()


def words_of(question: QDialog) -> list[str]:
    return [label.text() for label in question.findChildren(Label) if label.isVisible()]


def answered(qtbot: QtBot, question: Question, do: object) -> str:
    with qtbot.waitSignal(question.answered) as blocker:
        do()  # type: ignore[operator]
    return str(blocker.args[0])


def test_a_confirmed_act_is_done_once(qtbot: QtBot, window: QWidget) -> None:
    done: list[str] = []
    question = ask.confirm(
        window,
        title="Disable 3 people?",
        text="They can no longer sign in.",
        to_do="What they kept stays.",
        verb="Disable 3 people",
        danger=True,
        then=lambda: done.append("done"),
    )
    assert words_of(question) == ["Disable 3 people?", "They can no longer sign in.", "What they kept stays."]
    assert [button.text() for button in question.buttons.values()] == ["Cancel", "Disable 3 people"]
    assert question.buttons["do"].variant is Variant.DANGER
    button = question.buttons["do"]
    assert answered(qtbot, question, lambda: qtbot.mouseClick(button, Qt.MouseButton.LeftButton)) == "do"
    assert done == ["done"]


def test_what_destroys_is_not_answered_by_enter(qtbot: QtBot, window: QWidget) -> None:
    done: list[str] = []
    question = ask.confirm(
        window, title="t", text="x", verb="Disable", danger=True, then=lambda: done.append("done")
    )
    assert answered(qtbot, question, lambda: qtbot.keyClick(question, Qt.Key.Key_Return)) == "leave"
    assert done == []


def test_enter_takes_the_primary_answer(qtbot: QtBot, window: QWidget) -> None:
    done: list[str] = []
    question = ask.confirm(window, title="t", text="x", verb="Print", then=lambda: done.append("done"))
    assert answered(qtbot, question, lambda: qtbot.keyClick(question, Qt.Key.Key_Return)) == "do"
    assert done == ["done"]


@pytest.mark.parametrize("way", ["escape", "close"])
def test_closing_changes_nothing(qtbot: QtBot, window: QWidget, way: str) -> None:
    done: list[str] = []
    question = ask.confirm(window, title="t", text="x", verb="Print", then=lambda: done.append("done"))
    leave = {"escape": lambda: qtbot.keyClick(question, Qt.Key.Key_Escape), "close": question.close}[way]
    assert answered(qtbot, question, leave) == "leave"
    assert done == []


def test_one_of_several(qtbot: QtBot, window: QWidget) -> None:
    taken: list[str] = []
    question = ask.choose(
        window,
        title="A draft is open",
        text="What shall become of it?",
        choices=[
            Choice("back", "Go on writing"),
            Choice("drop", "Throw it away", Variant.DANGER),
            Choice("keep", "Keep it", Variant.PRIMARY),
        ],
        way_out="back",
        then=taken.append,
    )
    answered(qtbot, question, lambda: question.buttons["drop"].click())
    assert taken == ["drop"]


def test_an_error_says_what_happened_what_was_kept_and_what_to_do(qtbot: QtBot, window: QWidget) -> None:
    error = UserError("disk.io", path="D:/vault")
    told = messages.message(error)
    question = ask.tell_error(window, error)
    assert question is not None
    assert words_of(question)[1:4] == [told.happened, told.kept, told.to_do]
    fold = question.findChildren(FoldHead)[0]
    fold.setChecked(True)
    copy = next(button for button in question.findChildren(Button) if button.text() == "Copy the details")
    copy.click()
    assert QGuiApplication.clipboard().text() == "disk.io"
    assert answered(qtbot, question, lambda: qtbot.keyClick(question, Qt.Key.Key_Escape)) == "close"


def test_the_window_goes_on_while_a_question_is_open(qtbot: QtBot, window: QWidget) -> None:
    question = ask.tell(window, title="Saved", text="The sheet is on the disk.")
    assert question.isVisible()
    assert question.isModal()
    assert question.accessibleName() == "Saved"
    assert question.accessibleDescription() == "The sheet is on the disk."
    answered(qtbot, question, lambda: question.buttons["close"].click())
