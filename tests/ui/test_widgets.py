"""The small widgets: what they say, how keys and the mouse work them, what a screen reader hears."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.theme import Theme
from rmdesk.ui.tokens import DARK, LIGHT, SIZE
from rmdesk.ui.widgets import (
    Badge,
    Button,
    Card,
    CheckBox,
    Chip,
    Combo,
    CountMark,
    EmptyState,
    Fold,
    FoldHead,
    Form,
    FormRow,
    Hairline,
    IconButton,
    IconLabel,
    KeyHint,
    Label,
    LineField,
    NoticeBar,
    PaneHead,
    PasswordField,
    ProgressLine,
    SearchField,
    Segments,
    Tag,
    Variant,
    key_words,
    paint,
)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp)
    made.apply("light")
    yield made
    made.apply("light")
    made.deleteLater()


def show(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


class TestButton:
    def test_it_is_as_high_as_the_look_says_and_wide_enough(self, qtbot: QtBot) -> None:
        plain, keyed = Button("Save"), Button("Save", icon="check", key="Ctrl+N")
        assert plain.sizeHint().height() == SIZE.control
        assert keyed.sizeHint().width() > plain.sizeHint().width() + SIZE.icon

    def test_the_primary_one_is_filled(self, qtbot: QtBot, look: Theme) -> None:
        button = Button("Save", variant=Variant.PRIMARY)
        qtbot.addWidget(button)
        assert button.grab().toImage().pixelColor(6, 6) == QColor(LIGHT.accent_fill)
        look.apply("dark")
        assert button.grab().toImage().pixelColor(6, 6) == QColor(DARK.accent_fill)

    def test_enter_presses_the_focused_button(self, qtbot: QtBot) -> None:
        button = Button("Save")
        show(qtbot, button)
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, Qt.Key.Key_Return)

    def test_focus_by_keyboard_is_seen(self, qtbot: QtBot) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        button = Button("Save")
        column.addWidget(QLineEdit())
        column.addWidget(button)
        show(qtbot, page)
        button.setFocus(Qt.FocusReason.MouseFocusReason)
        without = button.grab().toImage().pixelColor(1, 14)
        page.setFocus()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        assert button.grab().toImage().pixelColor(1, 14) == QColor(LIGHT.focus) != without

    def test_an_icon_button_says_its_name_and_key(self, qtbot: QtBot) -> None:
        button = IconButton("columns-3", "Columns", key="Ctrl+K")
        assert button.accessibleName() == "Columns"
        assert button.toolTip() == "Columns  Ctrl K"
        assert button.sizeHint().width() == button.sizeHint().height() == SIZE.control

    def test_keys_are_written_as_on_the_keyboard(self) -> None:
        assert key_words("Ctrl+N") == "Ctrl N"
        assert key_words("F5") == "F5"
        assert key_words("Ctrl++") == "Ctrl +"
        assert key_words("Ctrl+Return") == "Ctrl ↵"


class TestField:
    def test_the_hint_leaves_room_for_the_text(self, qtbot: QtBot) -> None:
        field = LineField("周六上午")
        show(qtbot, field)
        field.set_hint("9月12日")
        assert field.textMargins().right() > paint.text_width("9月12日") * 0.8
        field.set_hint("")
        assert field.textMargins().right() == 0

    def test_an_error_is_seen_and_heard_and_goes(self, qtbot: QtBot) -> None:
        field = LineField()
        show(qtbot, field)
        with qtbot.waitSignal(field.error_changed):
            field.set_error("There is no such day.")
        assert field.grab().toImage().pixelColor(1, 14) == QColor(LIGHT.warning)
        assert field.accessibleDescription() == "There is no such day."
        field.set_error("")
        assert field.grab().toImage().pixelColor(1, 14) != QColor(LIGHT.warning)

    def test_searching_follows_the_last_key(self, qtbot: QtBot) -> None:
        field = SearchField("Name")
        show(qtbot, field)
        told: list[str] = []
        field.searched.connect(told.append)
        with qtbot.waitSignal(field.searched):
            qtbot.keyClicks(field, "chen")
        assert told == ["chen"]
        assert field.hint == ""
        qtbot.keyClick(field, Qt.Key.Key_Escape)
        assert told == ["chen", ""]
        assert field.hint == "Ctrl F"

    def test_enter_searches_at_once(self, qtbot: QtBot) -> None:
        field = SearchField("Name")
        show(qtbot, field)
        qtbot.keyClicks(field, "li")
        with qtbot.waitSignal(field.searched, timeout=1000) as blocker:
            qtbot.keyClick(field, Qt.Key.Key_Return)
        assert blocker.args == ["li"]

    def test_a_password_is_hidden_until_the_eye_is_pressed(self, qtbot: QtBot) -> None:
        field = PasswordField(name="Password")
        show(qtbot, field)
        assert field.echoMode() == QLineEdit.EchoMode.Password
        field.actions()[0].trigger()
        assert field.echoMode() == QLineEdit.EchoMode.Normal
        field.hide()
        assert field.echoMode() == QLineEdit.EchoMode.Password

    def test_caps_lock_is_told(self, qtbot: QtBot) -> None:
        field = PasswordField(name="Password")
        show(qtbot, field)
        with qtbot.waitSignal(field.caps_lock_changed) as blocker:
            qtbot.keyClick(field, "A")
        assert blocker.args == [True]
        with qtbot.waitSignal(field.caps_lock_changed) as blocker:
            qtbot.keyClick(field, "a")
        assert blocker.args == [False]


class TestForm:
    def make(self, qtbot: QtBot) -> tuple[Form, LineField, LineField]:
        form = Form()
        name, phone = LineField(), LineField()
        form.add("Name", name, required=True)
        form.add("Phone", phone, check=lambda: "" if phone.text().isdigit() else "Digits only.")
        show(qtbot, form)
        return form, name, phone

    def test_labels_name_their_fields(self, qtbot: QtBot) -> None:
        _form, name, _phone = self.make(qtbot)
        assert name.accessibleName() == "Name"
        assert name.accessibleDescription() == "Required"

    def test_an_error_stands_beside_the_field_as_it_is_left(self, qtbot: QtBot) -> None:
        form, name, phone = self.make(qtbot)
        phone.setFocus()
        qtbot.keyClicks(phone, "12a")
        name.setFocus()
        assert form.rows[1].error == "Digits only."
        assert [label.text() for label in form.rows[1].findChildren(Label) if label.isVisible()] == [
            "Phone",
            "Digits only.",
        ]
        phone.setFocus()
        qtbot.keyClick(phone, Qt.Key.Key_Backspace)
        assert form.rows[1].error == ""

    def test_what_was_refused_is_told_until_it_is_edited(self, qtbot: QtBot) -> None:
        form, name, phone = self.make(qtbot)
        phone.setText("138")
        phone.setFocus()
        form.rows[1].set_error("Somebody else has it.")
        name.setFocus()
        assert form.rows[1].error == "Somebody else has it."
        phone.setFocus()
        qtbot.keyClicks(phone, "1")
        assert form.rows[1].error == ""
        form.rows[1].set_error("Somebody else has it.")
        phone.setText("139")
        assert form.rows[1].check()
        assert form.rows[1].error == ""

    def test_an_untouched_field_is_not_scolded(self, qtbot: QtBot) -> None:
        form, name, phone = self.make(qtbot)
        name.setFocus()
        phone.setFocus()
        assert form.rows[0].error == ""

    def test_checking_goes_to_the_first_wrong_field(self, qtbot: QtBot) -> None:
        form, name, phone = self.make(qtbot)
        phone.setFocus()
        assert not form.check()
        assert form.rows[0].error == "Please fill in: Name"
        assert QApplication.focusWidget() is name
        name.setText("林晓雯")
        phone.setText("138")
        assert form.check()
        assert [row.error for row in form.rows] == ["", ""]

    def test_what_is_hidden_is_not_checked(self, qtbot: QtBot) -> None:
        form, _name, phone = self.make(qtbot)
        form.rows[0].hide()
        phone.setText("138")
        assert form.check()

    def test_caps_lock_is_said_below_the_password(self, qtbot: QtBot) -> None:
        form = Form()
        password = PasswordField(name="Password")
        row = form.add("Password", password)
        show(qtbot, form)
        password.setFocus()
        qtbot.keyClick(password, "A")
        assert "Caps Lock is on" in [label.text() for label in row.findChildren(Label)]

    def test_required_lists_and_texts(self, qtbot: QtBot) -> None:
        form = Form()
        combo = Combo()
        combo.add("branch head", "head")
        combo.setCurrentIndex(-1)
        form.add("Role", combo, required=True)
        show(qtbot, form)
        assert not form.check()
        assert combo.property("error") is True
        combo.choose("head")
        assert form.check()
        assert combo.property("error") is False


class TestCombo:
    def test_it_draws_words_hint_and_avatar(self, qtbot: QtBot) -> None:
        combo = Combo(name="Person")
        combo.add("林晓雯", 7, hint="manager", avatar="林")
        combo.add("周建国", 8, icon="user-round")
        combo.resize(240, SIZE.control)
        show(qtbot, combo)
        first = combo.grab().toImage()
        combo.choose(8)
        assert combo.currentData() == 8
        assert combo.grab().toImage() != first

    def test_the_wheel_does_not_change_it(self, qtbot: QtBot) -> None:
        combo = Combo()
        combo.add("one", 1)
        combo.add("two", 2)
        show(qtbot, combo)
        event = QWheelEvent(
            QPoint(5, 5),
            combo.mapToGlobal(QPoint(5, 5)),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(combo, event)
        assert combo.currentData() == 1
        assert not event.isAccepted()


class TestChoices:
    def test_one_segment_is_taken(self, qtbot: QtBot) -> None:
        segments = Segments([("day", "Day"), ("week", "Week")], name="Range")
        show(qtbot, segments)
        assert segments.current == "day"
        with qtbot.waitSignal(segments.chosen) as blocker:
            qtbot.mouseClick(segments.button("week"), Qt.MouseButton.LeftButton)
        assert blocker.args == ["week"]
        assert segments.current == "week"
        with qtbot.assertNotEmitted(segments.chosen):
            segments.choose("day")
        assert segments.current == "day"

    def test_arrows_move_between_segments(self, qtbot: QtBot) -> None:
        segments = Segments([("day", "Day"), ("week", "Week")])
        show(qtbot, segments)
        segments.button("day").setFocus()
        with qtbot.waitSignal(segments.chosen) as blocker:
            qtbot.keyClick(segments.button("day"), Qt.Key.Key_Right)
        assert blocker.args == ["week"]

    def test_the_whole_of_a_check_box_can_be_pressed(self, qtbot: QtBot) -> None:
        box = CheckBox("Remember me")
        show(qtbot, box)
        before = box.grab().toImage()
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 4, 14))
        assert box.isChecked()
        assert box.grab().toImage() != before

    def test_a_chip_is_taken_away_by_its_cross_or_delete(self, qtbot: QtBot) -> None:
        chip = Chip("Tier: gold")
        show(qtbot, chip)
        cross = QPoint(chip.width() - 16, 12)
        with qtbot.waitSignal(chip.removed), qtbot.assertNotEmitted(chip.clicked):
            qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=cross)
        with qtbot.waitSignal(chip.removed):
            qtbot.keyClick(chip, Qt.Key.Key_Delete)
        with qtbot.waitSignal(chip.clicked):
            qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, 12))


class TestFold:
    def test_it_folds_by_mouse_and_arrows(self, qtbot: QtBot) -> None:
        body = Label("below")
        fold = Fold(FoldHead("Basics", count="6", fact="mail missing"), body)
        show(qtbot, fold)
        assert body.isVisible()
        qtbot.mouseClick(fold.head, Qt.MouseButton.LeftButton)
        assert not body.isVisible()
        assert fold.head.accessibleName() == "Basics 6"
        assert fold.head.accessibleDescription() == "folded, mail missing"
        qtbot.keyClick(fold.head, Qt.Key.Key_Right)
        assert body.isVisible()
        qtbot.keyClick(fold.head, Qt.Key.Key_Return)
        assert not body.isVisible()


class TestSentences:
    def test_a_notice_acts_and_is_dismissed(self, qtbot: QtBot) -> None:
        bar = NoticeBar("The backup is old.", tone="caution", action="Back up", dismissable=True)
        show(qtbot, bar)
        link, cross = bar.findChildren(Button)
        with qtbot.waitSignal(bar.acted):
            qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(bar.dismissed):
            qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
        assert not bar.isVisible()

    def test_a_notice_may_change_its_words(self, qtbot: QtBot) -> None:
        bar = NoticeBar("one")
        show(qtbot, bar)
        bar.set_text("two", tone="warning", action="Look")
        assert bar.text == bar.accessibleName() == "two"
        assert bar.grab().toImage().pixelColor(60, 3) == QColor(LIGHT.warning_tint)

    def test_an_empty_state_offers_the_next_step(self, qtbot: QtBot) -> None:
        empty = EmptyState("Nothing here yet.", action="Add")
        show(qtbot, empty)
        with qtbot.waitSignal(empty.acted):
            qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
        empty.set_text("Nothing found.")
        assert empty.accessibleName() == "Nothing found."
        assert not empty.button.isVisible()


class TestMarks:
    def test_marks_say_their_words(self, qtbot: QtBot) -> None:
        assert Tag("late", tone="caution").accessibleName() == "late"
        assert Badge("钻石", 3).sizeHint().width() == SIZE.badge_width
        assert Badge("A long tier's name", 3).sizeHint().width() > SIZE.badge_width
        assert KeyHint([("D", "done"), ("P", "put off")]).accessibleName() == "D done, P put off"

    def test_a_count_of_nothing_is_not_shown(self, qtbot: QtBot) -> None:
        page = QWidget()
        mark = CountMark(3, parent=page)
        show(qtbot, page)
        assert mark.words == "3"
        mark.set_count(120)
        assert mark.words == "99+"
        mark.set_count(0)
        assert not mark.isVisible()

    def test_initials(self) -> None:
        assert paint.initials("林晓雯") == "林"
        assert paint.initials("欧阳 雪梅") == "欧"
        assert paint.initials("Ada King Lovelace") == "AL"
        assert paint.initials("") == ""

    def test_ranks_above_the_drawn_ones_have_a_badge_too(self) -> None:
        assert paint.tier_roles(9) == paint.tier_roles(4)
        assert paint.tier_roles(0)[2] is None


class TestFrames:
    def test_the_head_of_a_pane(self, qtbot: QtBot) -> None:
        head = PaneHead("Customers", meta="64 of them")
        head.add_left(Tag("draft"))
        head.add_right(Button("New", variant=Variant.PRIMARY))
        show(qtbot, head)
        assert head.height() == SIZE.pane_head
        assert head.title == "Customers"
        image = head.grab().toImage()
        assert image.pixelColor(3, SIZE.pane_head - 1) == QColor(LIGHT.line)
        assert image.pixelColor(3, SIZE.pane_head - 2) == QColor(LIGHT.surface)

    def test_the_facts_of_a_head_give_way_where_there_is_no_room(self, qtbot: QtBot) -> None:
        head = PaneHead("Today", meta="Monday 7 December, Heavy Snow")
        done = Label("0 of 39 done")
        head.add_left(done, gives_way=True)
        search, button = LineField(), Button("Record a contact", variant=Variant.PRIMARY)
        search.setFixedWidth(212)
        head.add_right(search)
        head.add_right(button)
        show(qtbot, head)
        for width, shown in ((900, True), (500, False), (900, True)):
            head.setFixedWidth(width)
            QApplication.processEvents()
            assert done.isVisible() is shown
            assert search.geometry().right() < button.geometry().left()
        head.set_meta("")
        assert done.isVisible()
        head.setFixedWidth(520)
        QApplication.processEvents()
        done.setText("1,234 of 5,678 done, more than there is room for")
        head.fit_facts()
        assert done.isHidden()
        head.setFixedWidth(380)  # not even the title
        QApplication.processEvents()
        assert search.geometry().right() < button.geometry().left()

    def test_progress_is_drawn_and_told(self, qtbot: QtBot) -> None:
        line = ProgressLine(width=100, name="Importing")
        show(qtbot, line)
        line.set_share(0.4)
        image = line.grab().toImage()
        assert image.pixelColor(20, 3) == QColor(LIGHT.accent)
        assert image.pixelColor(70, 3) == QColor(LIGHT.track)
        assert line.accessibleDescription() == "40%"
        line.set_share(None)
        assert line.share is None
        assert line.grab().toImage().pixelColor(5, 3) == QColor(LIGHT.track)

    def test_a_hairline_is_one_pixel(self, qtbot: QtBot) -> None:
        line = Hairline(Qt.Orientation.Vertical)
        line.resize(1, 20)
        show(qtbot, line)
        assert line.grab().toImage().pixelColor(0, 10) == QColor(LIGHT.line)
        assert line.width() == 1

    def test_a_card_and_an_icon_are_drawn(self, qtbot: QtBot) -> None:
        card = Card(ground="sunken")
        icon = IconLabel("lock", role="accent", name="locked")
        card.body.addWidget(icon)
        card.resize(80, 60)
        show(qtbot, card)
        image = card.grab().toImage()
        assert image.pixelColor(40, 5) == QColor(LIGHT.sunken)
        assert image.pixelColor(40, 0) == QColor(LIGHT.line_strong)
        icon.set_icon("lock-open", "warning")
        assert card.grab().toImage() != image


def test_an_unknown_ink_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="pink"):
        Label("x", ink="pink")


def test_a_form_that_grows_keeps_its_buttons_on_the_screen(qtbot: QtBot) -> None:
    form = FormDialog("Title", verb="Add")
    qtbot.addWidget(form)
    form.show()
    room = form.screen().availableGeometry()
    form.move(room.left(), room.bottom() - form.height())
    form.resize(form.width(), room.height() - 100)
    assert form.frameGeometry().bottom() <= room.bottom()
    assert form.frameGeometry().top() >= room.top()


class Shown(QObject):
    """The kinds of widgets that were shown while they were windows of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds.append(type(watched).__name__)
        return False


def test_no_part_flashes_up_as_a_window_before_it_stands_in_its_widget(qapp: QApplication) -> None:
    shown = Shown()
    qapp.installEventFilter(shown)
    made = [
        FormRow("Name", LineField()),
        NoticeBar("Something", action="Do it", dismissable=True),
        EmptyState("Nothing", action="Begin"),
        PaneHead("Title", meta="42"),
    ]
    qapp.removeEventFilter(shown)
    assert shown.kinds == []
    for one in made:
        one.deleteLater()
