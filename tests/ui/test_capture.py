"""One line in the window: reviewed field by field, accepted by Enter, left by Esc, undone as one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from rmdesk.models import Customer, FollowUp, Interaction
from rmdesk.services import customers, undoing
from rmdesk.services.changes import find_numbers
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.review_capture import ReviewCapture
from rmdesk.ui.interactions.capture_line import CaptureLine
from rmdesk.ui.interactions.capture_source import CaptureSource
from tests.support.frames import add_people, settle

WAIT = 60_000  # ms: a limit, not a measure
LINE = "赵敏 电话 满意 下周三再联系 送了月饼80元"


@pytest.fixture
def numbers(context: Context) -> dict[str, str]:
    """Uids of the manager's customers by number."""
    add_people(context, "manager")
    with context.store.write() as session:
        return {
            number: customers.add_customer(session, {"name": name, "number": number}).uid
            for number, name in (("C001", "赵敏"), ("C002", "张伟"), ("C003", "张伟"))
        }


@pytest.fixture
def line(qtbot: QtBot, context: Context, numbers: dict[str, str]) -> Iterator[CaptureLine]:
    made = CaptureLine(context)
    qtbot.addWidget(made)
    made.show()
    yield made
    settle(qtbot, context)


def count(context: Context, model: type) -> int:
    with context.store.read() as session:
        return session.scalar(select(func.count()).select_from(model)) or 0


def typed(line: CaptureLine, words: str) -> ReviewCapture:
    """Type a line and press Enter."""
    line.field.setText(words)
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    dialog = line.window().findChildren(ReviewCapture)[-1]
    assert dialog.isVisible()
    return dialog


def accept(qtbot: QtBot, dialog: ReviewCapture) -> None:
    with qtbot.waitSignal(dialog.accepted_line, timeout=WAIT):
        QTest.keyClick(dialog, Qt.Key.Key_Return)


def test_enter_shows_what_it_would_write_and_enter_writes_it(
    qtbot: QtBot, context: Context, line: CaptureLine
) -> None:
    dialog = typed(line, LINE)
    contact, to_do = dialog.blocks
    assert contact.tick.text() == "Contact"
    assert [row.field.text() for name, row in contact.rows.items() if name in ("cost", "cost_for")] == [
        "80",
        "送了月饼",
    ]
    assert to_do.rows["text"].field.text() == "再联系"
    assert count(context, Interaction) == 0
    contact.rows["text"].field.setText("聊得很好")
    accept(qtbot, dialog)
    assert line.field.text() == ""
    with context.store.read() as session:
        row = session.scalars(select(Interaction)).one()
        assert (row.content, row.satisfaction, row.cost_fen, row.held_on) == (
            "聊得很好",
            "satisfied",
            8000,
            date.today(),
        )
        newest = find_numbers(session)[0]
    assert count(context, FollowUp) == 1
    with context.store.write() as session:
        undoing.undo(session, newest)
    assert count(context, Interaction) == count(context, FollowUp) == 0


def test_what_is_not_ticked_is_not_written(qtbot: QtBot, context: Context, line: CaptureLine) -> None:
    dialog = typed(line, LINE)
    dialog.blocks[1].tick.setChecked(False)
    accept(qtbot, dialog)
    assert (count(context, Interaction), count(context, FollowUp)) == (1, 0)


def test_esc_leaves_with_nothing_written_and_the_line_stays(context: Context, line: CaptureLine) -> None:
    dialog = typed(line, LINE)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert line.field.text() == LINE
    assert count(context, Interaction) == 0


def test_nothing_ticked_is_said(qtbot: QtBot, context: Context, line: CaptureLine) -> None:
    dialog = typed(line, "赵敏 电话 满意")
    dialog.blocks[0].tick.setChecked(False)
    dialog.submit()
    qtbot.waitUntil(dialog.trouble.isVisible, timeout=WAIT)
    assert dialog.isVisible()
    assert count(context, Interaction) == 0
    dialog.reject()


def test_whose_it_is_must_be_chosen_where_several_may_be_meant(
    qtbot: QtBot, context: Context, line: CaptureLine, numbers: dict[str, str]
) -> None:
    dialog = typed(line, "张伟 电话 满意")
    dialog.submit()
    assert dialog.who_row.error == "Choose whose it is."
    assert count(context, Interaction) == 0
    dialog.who.choose(numbers["C003"])
    with qtbot.waitSignal(dialog.accepted_line, timeout=WAIT):
        dialog.submit()
    with context.store.read() as session:
        whose = select(Customer.number).join(Interaction, Interaction.customer_id == Customer.id)
        assert session.scalars(whose).all() == ["C003"]


def test_a_stranger_is_entered(qtbot: QtBot, context: Context, line: CaptureLine) -> None:
    before = count(context, Customer)
    dialog = typed(line, "刘女士13812345678 想办信用卡")
    assert (dialog.name.text(), dialog.phone.text()) == ("刘女士", "13812345678")
    accept(qtbot, dialog)
    assert (count(context, Customer), count(context, Interaction)) == (before + 1, 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("2月30日拜访赵敏", "there is no such day"),
        ("？！…", "no words"),
        ("赵敏" * 5000, "at most 500"),
        ("赵敏他行9223372036854775808元到期", "more than a trillion"),
    ],
)
def test_what_is_wrong_with_a_line_stands_below_it(
    context: Context, line: CaptureLine, words: str, said: str
) -> None:
    line.field.setMaxLength(20_000)
    line.field.setText(words)
    assert line.review() is None
    assert said in line.row.error
    assert line.field.text() == words


def test_a_cost_above_the_limit_asks_for_its_reason(
    qtbot: QtBot, context: Context, line: CaptureLine
) -> None:
    dialog = typed(line, "请赵敏吃饭 花了9000元")
    dialog.submit()
    qtbot.waitUntil(lambda: "cost_reason" in dialog.blocks[0].rows, timeout=WAIT)
    dialog.blocks[0].rows["cost_reason"].field.setText("周年答谢")
    with qtbot.waitSignal(dialog.accepted_line, timeout=WAIT):
        dialog.submit()
    with context.store.read() as session:
        assert session.scalars(select(Interaction.cost_reason)).all() == ["周年答谢"]


def test_the_palette_offers_to_record_what_is_typed(
    qtbot: QtBot, context: Context, line: CaptureLine
) -> None:
    source = CaptureSource(context, line)
    titles = [one.title for one in source.find(LINE)]
    assert titles == [f"Note: {LINE}", "Contact  赵敏", "To do  赵敏"]
    assert source.find("赵敏") == source.find("settings") == ()
    source.find(LINE)[0].run()
    dialog = line.findChildren(ReviewCapture)[-1]
    accept(qtbot, dialog)
    assert count(context, Interaction) == 1
