"""The tags on a customer: taken off by their cross, put on by typing."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from rmdesk.services import tags, text
from rmdesk.services.customers.record import CustomerRecord
from rmdesk.services.errors import UserError
from rmdesk.ui.messages import beside_field
from rmdesk.ui.panes.customers.page.desk import Desk
from rmdesk.ui.panes.customers.page.loading import PageData
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Chip, Flow, Label, LineField

_FIELD_WIDTH = 120


class TagsSection(QWidget):
    """A chip each, and a field that completes from the branch's tags; Enter puts what it holds on."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record: CustomerRecord | None = None
        self.chips: dict[str, Chip] = {}
        self.field = LineField(placeholder=self.tr("Add a tag"))
        self.field.setFixedWidth(_FIELD_WIDTH)
        self.field.returnPressed.connect(self._on_entered)
        self.field.textEdited.connect(lambda _text: self._say(""))
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        # The completer writes the field after this signal.
        completer.activated.connect(lambda _word: QTimer.singleShot(0, self, self._on_entered))
        self.field.setCompleter(completer)
        self._flow = Flow(line=32)
        self._flow.insert(0, self.field)
        self._trouble = Label("", style=TYPE.secondary, ink="warning", wrap=True)
        self._trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.pane, SPACE.tiny, SPACE.pane, SPACE.tiny)
        column.setSpacing(0)
        column.addWidget(self._flow)
        column.addWidget(self._trouble)

    @property
    def error(self) -> str:
        return self._trouble.text()

    def show_record(self, record: CustomerRecord) -> None:
        if self._record is None or self._record.uid != record.uid:
            self.field.clear()
            self._say("")
        self._record = record
        for name in [one for one in self.chips if one not in record.tags]:
            self._flow.remove(self.chips.pop(name))
        for place, name in enumerate(record.tags):
            if name not in self.chips:
                chip = Chip(name, active=False)
                chip.setAccessibleDescription(self.tr("Delete removes this tag"))
                chip.removed.connect(lambda name=name: self._take_off(name))
                self.chips[name] = chip
                self._flow.insert(place, chip)
        with self._desk.context.store.read() as session:
            self._names.setStringList([tag.name for tag in tags.list_tags(session)])

    def show_data(self, data: PageData) -> None:
        self.show_record(data.record)

    def put_away(self) -> None:
        """Nothing is kept: a word half typed is no tag."""

    def focus_first(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, sentence: str) -> None:
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))

    def _on_entered(self) -> None:
        record, typed = self._record, self.field.text()
        if record is None or not typed.strip():
            return
        try:
            name = text.line(typed, "tag.name", longest=tags.NAME_LONGEST)
        except UserError as error:
            self._say(beside_field(error))
            return
        uid = record.uid
        self._desk.do(
            self.tr("Adding a tag"), None, lambda session, _version: tags.add_tag(session, uid, name)
        )
        self.field.setText("")  # `clear` would leave the word to Ctrl+Z, which is to take the tag off

    def _take_off(self, name: str) -> None:
        record = self._record
        if record is None:
            return
        uid = record.uid
        self._desk.do(
            self.tr("Removing a tag"), None, lambda session, _version: tags.remove_tag(session, uid, name)
        )
