"""The staff pane: the list of people, and the current one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QMenu, QVBoxLayout

from rmdesk import labels, messages
from rmdesk.services import people, settings, staff
from rmdesk.services.errors import UserError
from rmdesk.services.people import PersonRow
from rmdesk.ui import ask, formats
from rmdesk.ui.columns import TagCell
from rmdesk.ui.context import Context
from rmdesk.ui.list_and_page import ListAndPage, Widths
from rmdesk.ui.masked import SHOWN_SECONDS
from rmdesk.ui.pane import Pane
from rmdesk.ui.panes.staff.detail import PersonDetail
from rmdesk.ui.table import CellKind, Column, QueryTable, Source
from rmdesk.ui.widgets import Button, CheckBox, IconButton, NoticeBar, PaneHead, SearchField, Variant

if TYPE_CHECKING:
    from rmdesk.ui.dialogs.add_staff import AddStaff
    from rmdesk.ui.dialogs.export_list import ExportList
    from rmdesk.ui.dialogs.preview_report import PreviewReport
    from rmdesk.ui.dialogs.reset_password import ResetPassword

_WATCHED = ("staff", "staff_role", "setting")


class StaffPane(Pane):
    """For administrators. Ctrl+N adds a person, Enter goes to the person's fields, Ctrl+P prints the list."""

    def __init__(self, context: Context, *, reveal_seconds: float = SHOWN_SECONDS) -> None:
        super().__init__(context)
        with context.store.read() as session:
            self._manager_label = str(settings.get(session, "branch.manager_label"))
        self._detail = PersonDetail(context, self._manager_label, reveal_seconds=reveal_seconds)
        least = max(320, self._detail.minimumSizeHint().width())
        self.list = ListAndPage(
            context,
            "staff",
            self.tr("Staff"),
            self._columns(),
            Source(staff.find_staff, people.load_rows),
            self._detail,
            Widths(page=400, page_least=least, list_least=420),
            sort="name",
            look_for=self.tr("Part of a name"),
            icon="users",
        )
        self.list.empty.set_text(self.tr("Nobody has such a name."), icon="users")
        self._model = self.list.model
        self._build_head()
        self._build_layout()
        self._connect()
        self.reload()
        context.bus.watch(self, _WATCHED, self.reload)

    @property
    def table(self) -> QueryTable:
        return self.list.table

    @property
    def detail(self) -> PersonDetail:
        return self._detail

    @property
    def search(self) -> SearchField:
        return self.list.search

    def dialogs(self) -> list[QDialog]:
        """The dialogs opened from here."""
        return self.findChildren(QDialog)

    # --- parts -----------------------------------------------------------------------------------

    def _columns(self) -> list[Column]:
        return [
            Column("name", self.tr("Name"), lambda row: row.name, CellKind.NAME, 120, sort="name"),
            Column("state", self.tr("State"), self._state, CellKind.TAG, 88, sort="disabled_at"),
            Column("roles", self.tr("Roles"), self._roles, width=220, stretch=True),
            Column(
                "mobile",
                self.tr("Mobile"),
                lambda row: row.mobile,
                CellKind.NUMBER,
                108,
                sample="138****8000",
            ),
            Column(
                "last",
                self.tr("Last sign-in"),
                lambda row: row.last_signed_in,
                CellKind.QUIET,
                128,
                text=formats.moment,
                tooltip=formats.exact_moment,
            ),
            Column("password", self.tr("Password"), self._password, CellKind.QUIET, 88),
        ]

    def _build_head(self) -> None:
        self._head = PaneHead(self.tr("Staff"))
        self.with_former = CheckBox(self.tr("Include disabled"), checked=True)
        self._export = IconButton("upload", self.tr("Export…"), key="Ctrl+Shift+E")
        self._print = Button(self.tr("Print list"), icon="printer", key="Ctrl+P")
        self._add = Button(self.tr("Add a person"), icon="plus", variant=Variant.PRIMARY, key="Ctrl+N")
        for widget in (
            self.with_former,
            self.search,
            self.list.columns_button,
            self._export,
            self._print,
            self._add,
        ):
            self._head.add_right(widget)

    def _build_layout(self) -> None:
        self.hint = NoticeBar(
            self.tr(
                "So far only you can sign in. Add the people of the branch; each gets their own password."
            ),
            action=self.tr("Add a person"),
            edge=True,
        )
        self.hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.hint)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.add_command("new person", self.tr("Add a person…"), self.add_person, key="Ctrl+N", icon="plus")
        self.add_command(
            "find person", self.tr("Find a person"), self.search.setFocus, key="Ctrl+F", icon="search"
        )
        self.add_command(
            "print list of staff", self.tr("Print the list…"), self.print_list, key="Ctrl+P", icon="printer"
        )
        self.add_command("export list", self.tr("Export…"), self.export, key="Ctrl+Shift+E", icon="upload")
        self.add_command("reset password", self.tr("Reset password…"), self.reset_password, icon="key-round")
        self.add_command(
            "disable enable person", self.tr("Disable or enable…"), self.switch_person, icon="user-x"
        )
        self._add.clicked.connect(self.add_person)
        self._print.clicked.connect(self.print_list)
        self._export.clicked.connect(self.export)
        self.hint.acted.connect(self.add_person)
        self.with_former.toggled.connect(self._on_former)
        self.list.listed.connect(self._on_listed)
        self.list.shown.connect(self._detail.show_person)
        self.list.menu_wanted.connect(self._fill_menu)
        self.table.opened.connect(lambda _id: self._to_detail())
        self._detail.saved.connect(self.reload)
        self._detail.reset_wanted.connect(self.reset_password)
        self._detail.switch_wanted.connect(self.switch_person)
        self._detail.closed.connect(self.list.to_list)

    # --- cells -----------------------------------------------------------------------------------

    def _state(self, row: PersonRow) -> TagCell:
        if row.is_active:
            return TagCell(self.tr("Active"), "good")
        return TagCell(self.tr("Disabled"), "neutral")

    def _roles(self, row: PersonRow) -> str:
        return labels.roles(row.roles, self._manager_label or None)

    def _password(self, row: PersonRow) -> str:
        slot = self.context.vault.keyfile.of_staff(row.uid)
        if slot is None or not row.is_active:
            return ""
        return self.tr("One-use") if slot.one_use else self.tr("Own")

    # --- showing ---------------------------------------------------------------------------------

    def reload(self) -> None:
        self.list.reload()

    def _on_listed(self, count: int) -> None:
        filtered = bool(self._model.filters)
        self._head.set_meta(self.tr("{count} in all").format(count=formats.count(count)))
        self.hint.setVisible(count == 1 and not filtered)

    def _to_detail(self) -> None:
        self.list.open_detail()
        self._detail.name.setFocus()

    @property
    def current(self) -> PersonRow | None:
        """The person whose row is current."""
        row: PersonRow | None = self.list.current
        return row

    def _on_former(self, shown: bool) -> None:
        self._model.set_filters(with_disabled=None if shown else False)

    def _fill_menu(self, menu: QMenu) -> None:
        person: PersonRow = self.list.current
        own = person.uid == self.context.actor.staff_uid
        menu.addAction(self.tr("Edit"), self._to_detail)
        reset = menu.addAction(self.tr("Reset password…"), self.reset_password)
        reset.setEnabled(person.is_active and not own)
        switch = menu.addAction(
            self.tr("Disable…") if person.is_active else self.tr("Enable again…"), self.switch_person
        )
        switch.setEnabled(not own)

    # --- actions ---------------------------------------------------------------------------------

    # A dialog's code is loaded when it is first asked for: the window is there sooner and smaller.

    def add_person(self) -> AddStaff:
        from rmdesk.ui.dialogs.add_staff import AddStaff

        dialog = AddStaff(self.context, self._manager_label, parent=self)
        dialog.added.connect(self._on_added)
        dialog.open()
        return dialog

    def _on_added(self, id: int) -> None:
        self.search.clear()
        self.list.want(id)

    def reset_password(self) -> ResetPassword | None:
        """Hand out a one-use password to the current person."""
        person = self.current
        if person is None or not person.is_active or person.uid == self.context.actor.staff_uid:
            return None
        return self._hand_out_password(person)

    def _hand_out_password(self, person: PersonRow) -> ResetPassword:
        from rmdesk.ui.dialogs.reset_password import ResetPassword

        dialog = ResetPassword(self.context, person, parent=self)
        dialog.done_for.connect(lambda _id: self.reload())
        dialog.open()
        return dialog

    def switch_person(self) -> ask.Question | ResetPassword | None:
        """Disable the current person, or let them in again."""
        person = self.current
        if person is None or person.uid == self.context.actor.staff_uid:
            return None
        if not person.is_active:
            return self._hand_out_password(person)
        return ask.confirm(
            self,
            title=self.tr("Disable {name}?").format(name=person.name),
            text=self.tr("They can no longer sign in. Their work stays under their name."),
            to_do=self.tr("You can enable them again later, with a new password."),
            verb=self.tr("Disable"),
            danger=True,
            then=lambda: self._disable(person),
        )

    def _disable(self, person: PersonRow) -> None:
        vault = self.context.vault
        self.context.jobs.write(
            self.tr("Disabling {name}").format(name=person.name),
            lambda session, _progress: staff.disable_staff(
                session, vault, person.uid, version=person.version
            ),
            done=self._on_disabled,
            failed=self._on_refused,
        )

    def _on_disabled(self, proposal: Any) -> None:
        self.reload()
        told = messages.finding(proposal)
        ask.tell(self, title=self.tr("Disabled"), text=told.happened, kept=told.kept, to_do=told.to_do)

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            ask.tell_error(self, error)
            self.reload()

    def export(self) -> ExportList:
        """The list as it is shown, as a file."""
        from rmdesk.ui.dialogs.export_list import ExportList

        dialog = ExportList(self.context, "staff", self.table, parent=self)
        dialog.open()
        return dialog

    def print_list(self) -> PreviewReport:
        from rmdesk.ui.dialogs.preview_report import preview_report

        preview = preview_report(self.context, "staff_list", parent=self)
        preview.open()
        return preview

    # --- state -----------------------------------------------------------------------------------

    def save_state(self) -> dict[str, Any]:
        return self.list.save_state()

    def restore_state(self, state: dict[str, Any]) -> None:
        self.list.restore_state(state)

    def setFocus(self) -> None:  # type: ignore[override]  # noqa: N802 - Qt's name
        self.list.setFocus()
