"""One person beside the list: what is known of them, each part saved as it is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rmdesk import labels
from rmdesk.services import changes, masks, people, staff, text
from rmdesk.services.errors import Conflict, UserError
from rmdesk.services.people import PersonRow
from rmdesk.services.staff import NAME_LONGEST
from rmdesk.ui import formats
from rmdesk.ui.masked import SHOWN_SECONDS, MaskedValue
from rmdesk.ui.messages import beside_field, refusal_of, sentence_of
from rmdesk.ui.panes.staff.role_boxes import RoleBoxes
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import (
    Avatar,
    Button,
    FormRow,
    Ground,
    Hairline,
    Label,
    LineField,
    NoticeBar,
    Section,
    Tag,
    Variant,
)
from rmdesk.words import translate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.services.changes import FieldChange
    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

Work = Callable[["Session", PersonRow], object]


class EscapeField(LineField):
    """A field that Esc puts back."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)


class PersonDetail(QWidget):
    """Shows a `PersonRow`. Names and numbers are saved with Enter or as the field is left, roles at once."""

    saved = Signal()
    reset_wanted = Signal()
    switch_wanted = Signal()  # disable, or enable again
    closed = Signal()

    def __init__(
        self,
        context: Context,
        manager_label: str = "",
        *,
        reveal_seconds: float = SHOWN_SECONDS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._person: PersonRow | None = None
        self._waiting: list[tuple[str, Work, FormRow]] = []
        # After a conflict, leaving the field is not enough: nobody is overwritten by accident.
        self._in_conflict = False
        self._build(manager_label, reveal_seconds)
        self.hide()

    @property
    def person(self) -> PersonRow | None:
        return self._person

    # --- parts -----------------------------------------------------------------------------------

    def _build(self, manager_label: str, reveal_seconds: float) -> None:
        inside = Ground("surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.pane)
        column.setSpacing(SPACE.large)
        column.addLayout(self._build_head())
        self.conflict = NoticeBar("", tone="caution")
        self.conflict.dismissed.connect(self.conflict.hide)
        self.conflict.hide()
        column.addWidget(self.conflict)
        column.addWidget(self._build_person(reveal_seconds))
        column.addWidget(Hairline())
        self.roles = RoleBoxes(manager_label)
        self.roles.edited.connect(self._on_roles)
        self.roles_row = FormRow(self.tr("They apply from the next sign-in."), self.roles)
        section = Section(self.tr("Roles"))
        section.body.addWidget(self.roles_row)
        column.addWidget(section)
        column.addWidget(Hairline())
        column.addWidget(self._build_sign_in())
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        # Wide enough for the words of the language, also while the scroll bar is there.
        area.setMinimumWidth(inside.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _build_head(self) -> QHBoxLayout:
        self._avatar = Avatar("")
        self._title = Label("", style=TYPE.section)
        self.state = Tag("")
        head = QHBoxLayout()
        head.setSpacing(SPACE.medium)
        head.addWidget(self._avatar)
        head.addWidget(self._title)
        head.addWidget(self.state)
        head.addStretch(1)
        return head

    def _build_person(self, reveal_seconds: float) -> QWidget:
        self.name = EscapeField()
        self.name.returnPressed.connect(self._on_return)
        self.name.editingFinished.connect(self._on_name)
        self.name.given_up.connect(self._put_back)
        self.name_row = FormRow(self.tr("Name"), self.name, required=True, check=self._check_name)
        self.mobile = MaskedValue(self._context, "staff", "mobile", seconds=reveal_seconds)
        self.mobile.refused.connect(self._tell)
        self.change_mobile = Button(self.tr("Change"), variant=Variant.LINK, height=24)
        self.change_mobile.clicked.connect(self._on_change_mobile)
        self.new_mobile = EscapeField(placeholder=self.tr("New number; empty for none"))
        self.new_mobile.returnPressed.connect(self._on_return)
        self.new_mobile.editingFinished.connect(self._on_mobile)
        self.new_mobile.given_up.connect(self._put_back)
        self.new_mobile_row = FormRow(self.tr("Mobile"), self.new_mobile, check=self._check_mobile)
        shown = QWidget()
        line = QHBoxLayout(shown)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.medium)
        line.addWidget(self.mobile)
        line.addWidget(self.change_mobile)
        line.addStretch(1)
        self._mobile_row = FormRow(self.tr("Mobile"), shown)
        section = Section(self.tr("Person"))
        for widget in (self.name_row, self._mobile_row, self.new_mobile_row):
            section.body.addWidget(widget)
        return section

    def _build_sign_in(self) -> QWidget:
        self._last = Label("", ink="secondary", wrap=True)
        self._password = Label("", ink="secondary", wrap=True)
        self.reset = Button(self.tr("Reset password…"), icon="key-round")
        self.reset.clicked.connect(self.reset_wanted)
        self.switch = Button("", icon="user-x")
        self.switch.clicked.connect(self.switch_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.small)
        buttons.addWidget(self.reset)
        buttons.addWidget(self.switch)
        buttons.addStretch(1)
        section = Section(self.tr("Sign-in"))
        section.body.addWidget(self._last)
        section.body.addWidget(self._password)
        section.body.addLayout(buttons)
        return section

    # --- showing ---------------------------------------------------------------------------------

    def show_person(self, person: PersonRow | None) -> None:
        """Show what is in force; an unfinished entry for the same person stays."""
        same = person is not None and self._person is not None and person.uid == self._person.uid
        entered = self.name.text() if same and self.name_row.error else None
        self._person = person
        self.setVisible(person is not None)
        if person is None:
            return
        if not same:
            self._end_conflict()
            self._show_mobile_entry(False)
        self._avatar.set_words(person.name)
        self._title.setText(person.name)
        active, own = person.is_active, person.uid == self._context.actor.staff_uid
        self.state.set_words(self.tr("Active") if active else self.tr("Disabled"))
        self.state.set_tone("good" if active else "neutral")
        if not (same and self.name.hasFocus() and self.name.isModified()):
            self.name.setText(person.name if entered is None else entered)
        self.mobile.show_masked(person.uid, person.mobile, own=own)
        self.roles.choose(person.roles)
        self.roles_row.set_error("")
        for widget in (self.name, self.change_mobile, self.roles, self.reset):
            widget.setEnabled(active)
        self.reset.setEnabled(active and not own)
        self.reset.setToolTip(self.tr("Your own password is changed in My account") if own else "")
        self.switch.setText(self.tr("Disable…") if active else self.tr("Enable again…"))
        self.switch.set_icon("user-x" if active else "user-check")
        self.switch.setEnabled(not own)
        self.switch.setToolTip(self.tr("Nobody can disable themselves") if own else "")
        self._show_sign_in(person)

    def _show_sign_in(self, person: PersonRow) -> None:
        if person.last_signed_in is None:
            self._last.setText(self.tr("Has never signed in"))
        else:
            self._last.setText(
                self.tr("Last signed in {when}").format(when=formats.moment(person.last_signed_in))
            )
        if person.disabled_at is not None:
            words = self.tr("Disabled {when}; the work stays under their name").format(
                when=formats.moment(person.disabled_at)
            )
        else:
            words = password_words(self._context, person.uid)
        self._password.setText(words)

    def _show_mobile_entry(self, entering: bool) -> None:
        self._mobile_row.setVisible(not entering)
        self.new_mobile_row.setVisible(entering)
        self.new_mobile.clear()
        self.new_mobile_row.set_error("")

    # --- saving ----------------------------------------------------------------------------------

    def _check_name(self) -> str:
        return refusal_of(text.line, self.name.text(), "staff.name", longest=NAME_LONGEST)

    def _check_mobile(self) -> str:
        return refusal_of(staff.read_mobile, self.new_mobile.text())

    def _on_name(self) -> None:
        person, name, vault = self._person, self.name.text(), self._context.vault
        if person is None or name.strip() == person.name or self._in_conflict:
            return
        if not self.name_row.check():
            return
        self._save(
            self.tr("Renaming"),
            lambda session, seen: staff.rename_staff(session, vault, seen.uid, name, version=seen.version),
            self.name_row,
        )

    def _on_change_mobile(self) -> None:
        self._show_mobile_entry(True)
        self.new_mobile.setFocus()

    def _on_mobile(self) -> None:
        if self.new_mobile_row.isHidden() or self._in_conflict:
            return
        if not self.new_mobile_row.check():
            return
        number = self.new_mobile.text()
        if not self.new_mobile.isModified():
            self._show_mobile_entry(False)  # nothing was typed: as it was
            return
        self._save(
            self.tr("Saving the mobile number"),
            lambda session, seen: staff.set_mobile(session, seen.uid, number, version=seen.version),
            self.new_mobile_row,
        )

    def _on_return(self) -> None:
        """Before `editingFinished`: Enter saves even over what somebody else did."""
        self._in_conflict = False

    def _on_roles(self) -> None:
        wanted = self.roles.chosen
        trouble = self.roles.trouble()
        if trouble:
            self.roles_row.set_error(trouble)
            return
        self._save(
            self.tr("Setting roles"),
            lambda session, seen: staff.set_roles(session, seen.uid, wanted, version=seen.version),
            self.roles_row,
        )

    def _save(self, title: str, work: Work, row: FormRow) -> None:
        """Save one thing; what is entered while another is being saved waits its turn, so that nobody
        meets a conflict with themselves.
        """
        self._waiting.append((title, work, row))
        if len(self._waiting) == 1:
            self._save_next()

    def _save_next(self) -> None:
        person = self._person
        if person is None or not self._waiting:
            self._waiting.clear()
            return
        title, work, row = self._waiting[0]

        def save(session: Session, _progress: Progress) -> PersonRow:
            work(session, person)
            session.flush()
            return people.load_rows(session, [person.id])[0]

        self._context.jobs.write(
            title,
            save,
            done=lambda fresh: self._on_saved(fresh, row),
            failed=lambda error: self._on_refused(error, row),
        )

    def _on_saved(self, fresh: PersonRow, row: FormRow) -> None:
        self._waiting.pop(0)
        row.set_error("")
        if row is self.name_row:
            self.name.setModified(False)
        if row is self.new_mobile_row:
            self._show_mobile_entry(False)
        self._end_conflict()
        same = self._person is not None and self._person.uid == fresh.uid
        if same and self._waiting:
            self._person = fresh
        elif same:
            self.show_person(fresh)
        self._save_next()
        self.saved.emit()

    def _on_refused(self, error: Exception, row: FormRow) -> None:
        self._waiting.clear()
        if isinstance(error, Conflict):
            self._show_conflict(error, row)
        elif isinstance(error, UserError):
            row.set_error(beside_field(error))
            if row is self.roles_row and self._person is not None:
                self.roles.choose(self._person.roles)

    def _show_conflict(self, error: Conflict, row: FormRow) -> None:
        """Somebody else was faster: what they changed, field by field; the entry stays in its field."""
        uid, seen = error.params["uid"], error.params["seen"]
        if error.params.get("present") is None:
            self._tell(sentence_of(error))
            return
        with self._context.store.read() as session:
            found = changes.since(session, "staff", uid, seen)
        told = [self._change_words(one) for one in found if one.field]
        lines = [self.tr("Somebody else changed this person meanwhile; what you entered was not saved.")]
        if row is not self.roles_row:
            lines.append(self.tr("It still stands in its field: Enter saves it now, Esc puts it back."))
        self._in_conflict = row is not self.roles_row
        self.conflict.set_text("\n".join([*lines, *told]), tone="caution")
        self.conflict.show()
        row.set_error(self.tr("Not saved yet."))
        self.saved.emit()  # shows the present state; the entry stays

    def _end_conflict(self) -> None:
        self._in_conflict = False
        self.conflict.hide()

    def _change_words(self, change: FieldChange) -> str:
        field = change.field or ""
        kind = masks.COLUMNS.get(("staff", field))
        before, after = (
            masks.masked(kind, value) if kind else str(value or "") for value in (change.before, change.after)
        )
        return self.tr("{field}: {before} → {after} ({when})").format(
            field=labels.field("staff", field),
            before=before or self.tr("None"),
            after=after or self.tr("None"),
            when=formats.moment(change.at),
        )

    def _tell(self, sentence: str) -> None:
        self.conflict.set_text(sentence, tone="warning")
        self.conflict.show()

    def _put_back(self) -> None:
        """Esc: what is in force again."""
        person = self._person
        if person is None:
            return
        if not self.new_mobile_row.isHidden():
            self._show_mobile_entry(False)
            self.change_mobile.setFocus()
        elif self.name.text() != person.name:
            self.name.setText(person.name)
            self.name.setModified(False)
            self.name_row.set_error("")
            self._end_conflict()
        else:
            self.closed.emit()


def password_words(context: Context, uid: str) -> str:
    """How a person signs in, as far as the key file tells."""
    slot = context.vault.keyfile.of_staff(uid)
    if slot is None:
        return translate("staff", "No password")
    if slot.one_use:
        return translate("staff", "One-use password, not replaced yet")
    return translate("staff", "Own password")
