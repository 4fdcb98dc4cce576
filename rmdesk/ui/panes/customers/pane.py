"""The customers pane: the list, organisations, recycle bin, and what is done to customers there."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout

from rmdesk.services import recycle_bin, roles
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission, Reach
from rmdesk.ui import ask, formats
from rmdesk.ui.context import Context
from rmdesk.ui.pane import Pane
from rmdesk.ui.panes.customers.customer_list import CustomerList
from rmdesk.ui.panes.customers.side_view import SideView
from rmdesk.ui.popover import open_menu
from rmdesk.ui.widgets import Button, IconButton, Variant, key_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sqlalchemy.orm import Session

    from rmdesk.ui.dialogs.add_customer import AddCustomer
    from rmdesk.ui.dialogs.edit_customers import EditCustomers
    from rmdesk.ui.dialogs.edit_notice import EditNotice
    from rmdesk.ui.dialogs.export_list import ExportList
    from rmdesk.ui.dialogs.preview_report import PreviewReport
    from rmdesk.ui.panes.customers.backup_view import BackupView
    from rmdesk.ui.panes.customers.bin_view import BinView
    from rmdesk.ui.panes.customers.duplicates import DuplicatesView
    from rmdesk.ui.panes.customers.imports import ImportView
    from rmdesk.ui.panes.customers.imports.past_view import PastImports
    from rmdesk.ui.panes.customers.notices_view import NoticesView
    from rmdesk.ui.panes.customers.organisations_view import OrganisationsView
    from rmdesk.ui.panes.customers.page.page import CustomerPage
    from rmdesk.ui.workers import Progress

_WATCHED = (
    "customer",
    "customer_phone",
    "identity_document",
    "holding",
    "aum_figure",
    "interaction",
    "tier",
    "tag",
    "segment",
    "segment_snapshot",
    "customer_tag",
    "organisation",
    "relation",
    "staff",
)


# Organisations have these keys for their own.
_KEYS_OF_A_LIST = {"new customer": "Ctrl+N", "find customer": "Ctrl+F"}


class CustomersPane(Pane):
    """Ctrl+N adds a customer, Ctrl+F searches as do letters typed in the list, Enter goes to the page."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.list = CustomerList(context)
        self._organisations: OrganisationsView | None = None
        self._bin: BinView | None = None
        self._backup: BackupView | None = None
        self._duplicates: DuplicatesView | None = None
        self._notices: NoticesView | None = None
        self._import: ImportView | None = None
        self._past_imports: PastImports | None = None
        self._may_import = bool(roles.allowed(context.actor, Permission.IMPORT))
        self._bring_in = Button(self.tr("Import"), icon="download")
        self._bring_in.setToolTip(f"{self.tr('Import files')}  {key_words('Ctrl+Shift+I')}")
        if not self._may_import:
            self._bring_in.hide()
        self._is_import_near = False
        self._bring_in.installEventFilter(self)
        self._more = IconButton("ellipsis", self.tr("More"), variant=Variant.NORMAL)
        self._add = Button(self.tr("New customer"), icon="plus", variant=Variant.PRIMARY, key="Ctrl+N")
        self.list.head.add_right(self._bring_in)
        self.list.head.add_right(self._more)
        self.list.head.add_right(self._add)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._offer()
        self._stack.currentChanged.connect(self._on_turned)
        self._add.clicked.connect(self.add_customer)
        self._more.clicked.connect(self._on_more)
        self._bring_in.clicked.connect(self.show_import)
        self.list.import_wanted.connect(self.show_import)
        self.list.add_wanted.connect(self.add_customer)
        self.list.menu_wanted.connect(self._on_menu)
        context.bus.watch(self.list, _WATCHED, self.list.reload)

    def _offer(self) -> None:
        """What the palette and the keys can do here."""
        for name, words, run, key, icon in (
            ("new customer", self.tr("New customer…"), self.add_customer, "Ctrl+N", "plus"),
            ("find customer", self.tr("Find a customer"), self.go_to_search, "Ctrl+F", "search"),
            ("add condition", self.tr("Add a condition…"), self.add_condition, "Ctrl+Shift+F", "list-filter"),
            ("views of customers", self.tr("Views…"), self.list.views.open_menu, "Ctrl+Shift+V", "bookmark"),
            ("sort customers", self.tr("Sort by…"), self.list.table.open_sort_menu, "Ctrl+Shift+S", ""),
            ("columns of customers", self.tr("Columns…"), self.list.open_columns, "", "columns-3"),
            ("show all customers", self.tr("Show all customers"), self.list.show_all, "", "users"),
            (
                "change customers",
                self.tr("Change the marked customers…"),
                self.edit_customers,
                "Ctrl+E",
                "pen-line",
            ),
            ("assign customers", self.tr("Assign to a manager…"), self.assign, "", "user-check"),
            ("delete customers", self.tr("Move to the recycle bin"), self.delete, "Ctrl+Del", "trash-2"),
            ("possible duplicates", self.tr("Possible duplicates"), self.show_duplicates, "", "users-round"),
            ("export list", self.tr("Export…"), self.export, "Ctrl+Shift+E", "upload"),
            ("print customers", self.tr("Print…"), self.print, "Ctrl+P", "printer"),
            (
                "print customer card",
                self.tr("Print the customer card…"),
                self.print_card,
                "Ctrl+Shift+P",
                "printer",
            ),
            (
                "print personal data",
                self.tr("Print all that is kept about the customer…"),
                self.print_personal_data,
                "",
                "printer",
            ),
            (
                "delete at request",
                self.tr("Delete at the customer's request…"),
                self.erase_customer,
                "",
                "trash-2",
            ),
            ("organisations", self.tr("Organisations"), self.show_organisations, "", "building-2"),
            ("notices", self.tr("Notices"), self.show_notices, "", "megaphone"),
            ("new notice", self.tr("New notice…"), self.new_notice, "", "megaphone"),
            ("recycle bin", self.tr("Recycle bin"), self.show_bin, "", "trash-2"),
            ("look into backup", self.tr("Look into a backup"), self.show_backup, "", "database-backup"),
        ):
            self.add_command(name, words, run, key=key, icon=icon)
        if self._may_import:
            words = self.tr("Import files…")
            self.add_command("import files", words, self.show_import, key="Ctrl+Shift+I", icon="download")
            words = self.tr("Earlier imports")
            self.add_command("earlier imports undo", words, self.show_imports, icon="history")
        self._page: CustomerPage | None = None
        self._kept: dict[str, Any] = {}  # half-written before a lock, until the page is made
        self._kept_files: dict[str, Any] = {}  # that were on their way in, until the import is shown
        self.list.page_made.connect(self._on_page_made)

    def _on_turned(self) -> None:
        """What is new and what is found by the usual keys is what the list before the eye holds."""
        of_customers = self._stack.currentWidget() is not self._organisations
        for action in self.actions():
            if action.objectName() in _KEYS_OF_A_LIST:
                action.setShortcut(_KEYS_OF_A_LIST[action.objectName()] if of_customers else "")

    # --- beside the list -------------------------------------------------------------------------

    def show_list(self) -> None:
        """Come back to the customers."""
        self._stack.setCurrentWidget(self.list)
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_organisations(self) -> OrganisationsView:
        from rmdesk.ui.panes.customers.organisations_view import OrganisationsView

        if self._organisations is None:
            self._organisations = OrganisationsView(self.context)
            self._organisations.people_wanted.connect(self._show_people)
            self._organisations.export_wanted.connect(self.export)
            self._add_side(self._organisations)
        self._show_side(self._organisations)
        return self._organisations

    def show_bin(self) -> BinView:
        from rmdesk.ui.panes.customers.bin_view import BinView

        if self._bin is None:
            self._bin = BinView(self.context)
            self._bin.backup_wanted.connect(self.show_backup)
            self._add_side(self._bin)
        self._show_side(self._bin)
        return self._bin

    def show_backup(self) -> BackupView:
        from rmdesk.ui.panes.customers.backup_view import BackupView

        if self._backup is None:
            self._backup = BackupView(self.context)
            self._add_side(self._backup)
        self._show_side(self._backup)
        return self._backup

    def show_notices(self) -> NoticesView:
        from rmdesk.ui.panes.customers.notices_view import NoticesView

        if self._notices is None:
            self._notices = NoticesView(self.context)
            self._notices.new_wanted.connect(self.new_notice)
            self._notices.customer_wanted.connect(self.open_customer)
            self._add_side(self._notices)
        self._show_side(self._notices)
        return self._notices

    def new_notice(self) -> EditNotice:
        """A notice for the marked customers, or for all that the list shows."""
        from rmdesk.ui.dialogs.edit_notice import EditNotice

        ids = self.list.model.marked_ids() or list(self.list.model.ids)
        dialog = EditNotice(self.context, ids, parent=self)
        dialog.saved.connect(lambda uid: self.show_notices().go_to(uid))
        dialog.open()
        return dialog

    def show_duplicates(self) -> DuplicatesView:
        if self._duplicates is None:
            from rmdesk.ui.panes.customers.duplicates import DuplicatesView  # seldom wanted

            self._duplicates = DuplicatesView(self.context)
            self._duplicates.export_wanted.connect(self.export)
            self._add_side(self._duplicates)
        self._show_side(self._duplicates)
        return self._duplicates

    def export(self) -> ExportList | None:
        """The list that is shown, as a file."""
        from rmdesk.ui.dialogs.export_list import ExportList

        shown = self._stack.currentWidget()
        lists = {
            "customers": self.list,
            "organisations": self._organisations,
            "duplicates": self._duplicates,
        }
        name = next((name for name, view in lists.items() if view is not None and view is shown), None)
        if shown is None or name is None:
            return None
        dialog = ExportList(self.context, name, shown.table, parent=self)  # type: ignore[attr-defined]
        dialog.open()
        return dialog

    def print(self) -> PreviewReport | None:
        """The card of the customer whose page has the focus; else the marked customers, or all listed."""
        from rmdesk.services.export import LISTINGS
        from rmdesk.ui.dialogs.preview_report import preview_report

        if self._stack.currentWidget() is not self.list:
            return None
        if self.list.is_page_used:
            return self.print_card()
        model = self.list.model
        known = {one.name for one in LISTINGS["customers"].columns}
        preview = preview_report(
            self.context,
            "customer_list",
            parent=self.window(),
            ids=model.marked_ids() or list(model.ids),
            columns=[one for one in self.list.table.shown_columns() if one in known],
        )
        preview.open()
        return preview

    def print_card(self) -> PreviewReport | None:
        """The card of the customer whose page is shown."""
        from rmdesk.ui.dialogs.preview_report import preview_report

        uid = self.list.shown_uid
        if self._stack.currentWidget() is not self.list or uid is None:
            return None
        preview = preview_report(self.context, "customer_card", parent=self.window(), customer=uid)
        preview.open()
        return preview

    def print_personal_data(self) -> None:
        """All that is kept about the current customer, for them."""
        from rmdesk.ui.panes.customers.personal_data import show_personal_data

        current = self.list.current
        if self._stack.currentWidget() is self.list and current is not None:
            show_personal_data(self.context, current.uid, self.window())

    def erase_customer(self) -> None:
        """Delete the current customer as they asked for."""
        from rmdesk.ui.panes.customers.personal_data import ask_to_erase

        current = self.list.current
        if self._stack.currentWidget() is self.list and current is not None:
            ask_to_erase(self.context, current, self.window())

    def show_import(self) -> ImportView:
        """Where an import was left, or its beginning."""
        if self._import is None:
            from rmdesk.ui.panes.customers.imports import (
                ImportView,  # with the readers of files: seldom wanted
            )

            self._import = ImportView(self.context)
            self._import.past_wanted.connect(self.show_imports)
            self._import.people_wanted.connect(self._show_imported)
            self._add_side(self._import)
        self._show_side(self._import)
        if kept := self._kept_files:
            self._kept_files = {}
            self._import.retype(kept)
        return self._import

    def show_imports(self) -> PastImports:
        """The imports that were done."""
        if self._past_imports is None:
            from rmdesk.ui.panes.customers.imports.past_view import PastImports

            self._past_imports = PastImports(self.context)
            self._past_imports.people_wanted.connect(self._show_imported)
            self._add_side(self._past_imports)
        self._show_side(self._past_imports)
        return self._past_imports

    def _show_imported(self, number: int) -> None:
        self.show_list()
        self.list.show_imported(number)

    def take_files(self, paths: Sequence[Path]) -> bool:
        if not self._may_import:
            return False
        self.show_import().add_files(paths)
        return True

    def _add_side(self, view: SideView) -> None:
        view.left.connect(self.show_list)
        self._stack.addWidget(view)

    def _show_side(self, view: SideView) -> None:
        self._stack.setCurrentWidget(view)
        view.reload()
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_people(self, organisation: str) -> None:
        self.show_list()
        self.list.show_employed(organisation)

    def open_customer(self, uid: str) -> None:
        """Come to a customer's page from another pane."""
        self.show_list()
        self.list.open_customer(uid)

    def show_segment(self, uid: str) -> None:
        """List the customers in a segment, or in what was fixed of one."""
        self.show_list()
        self.list.show_segment(uid)

    def show_place(self, place: Mapping[str, Any]) -> None:
        """`conditions`: of the list."""
        if "conditions" in place:
            self.show_list()
            self.list.show_conditions(place["conditions"])

    def go_to_search(self) -> None:
        self.show_list()
        self.list.go_to_search()

    def add_condition(self) -> None:
        self.show_list()
        self.list.filters.open_menu()

    # --- what is done ----------------------------------------------------------------------------

    def add_customer(self) -> AddCustomer:
        from rmdesk.ui.dialogs.add_customer import AddCustomer

        dialog = AddCustomer(self.context, parent=self)
        dialog.added.connect(self._on_added)
        dialog.open()
        return dialog

    def _on_added(self, id: int) -> None:
        self.show_list()
        self.list.go_to(id)

    def edit_customers(self, field: str = "strategy") -> EditCustomers | None:
        """Change a field of the marked customers, or of the current one."""
        from rmdesk.ui.dialogs.edit_customers import EditCustomers

        ids = self.list.chosen_ids()
        if not ids:
            return None
        dialog = EditCustomers(self.context, ids, field=field, parent=self)
        dialog.open()
        return dialog

    def assign(self) -> EditCustomers | None:
        """Give them to another manager, or to a stand-in where one may not give them away."""
        reach = roles.allowed(self.context.actor, Permission.SEE_CUSTOMERS).reach()
        return self.edit_customers("owner" if reach >= Reach.ALL else "stand_in")

    def delete(self) -> ask.Question | None:
        """Move the marked customers, or the current one, to the recycle bin; many only when asked again."""
        ids = self.list.chosen_ids()
        if not ids:
            return None
        if len(ids) == 1:
            self._delete(ids)
            return None
        return ask.confirm(
            self,
            title=self.tr("Move {count} customers to the recycle bin?").format(count=formats.count(len(ids))),
            text=self.tr("They no longer appear in the list or in searches. Nothing is lost."),
            to_do=self.tr("They can be restored from the recycle bin."),
            verb=self.tr("Move to the recycle bin"),
            danger=True,
            then=lambda: self._delete(ids),
        )

    def _delete(self, ids: list[int]) -> None:
        def delete(session: Session, _progress: Progress) -> int:
            return recycle_bin.delete_many(session, ids)

        self.context.jobs.write(
            self.tr("Moving to the recycle bin"), delete, done=self._on_deleted, failed=self._on_refused
        )

    def _on_deleted(self, _count: int) -> None:
        if self.list.is_page_used:  # the keys would go to whoever is shown next
            self.list.close_page()

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            ask.tell_error(self, error)
            self.reload()

    # --- menus -----------------------------------------------------------------------------------

    def _on_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_commands(menu, "change customers", "assign customers", "delete customers")
        menu.addSeparator()
        self._add_commands(menu, "import files", "export list", "print customers")
        menu.addSeparator()
        self._add_commands(
            menu,
            "possible duplicates",
            "organisations",
            "notices",
            "new notice",
            "earlier imports undo",
            "recycle bin",
            "look into backup",
        )
        open_menu(menu, self._more.mapToGlobal(QPoint(0, self._more.height() + 2)))

    def _on_menu(self, at: QPoint) -> None:
        """What can be done to the row under the pointer, or to all marked ones."""
        if not self.list.chosen_ids():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open"), self.list.open_page)
        self.list.offer_alike(menu)
        menu.addSeparator()
        self._add_commands(menu, "change customers", "assign customers")
        menu.addAction(self.tr("Copy"), self.list.table.copy)
        self._add_commands(
            menu, "export list", "print customers", "print customer card", "print personal data"
        )
        menu.addSeparator()
        self._add_commands(menu, "delete customers", "delete at request")
        menu.popup(at)

    def _add_commands(self, menu: QMenu, *names: str) -> None:
        menu.addActions([action for action in self.actions() if action.objectName() in names])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who comes near the import will want it: its modules are loaded meanwhile, beside the window."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn) and not self._is_import_near:
            self._is_import_near = True
            self.context.jobs.read(lambda _session: import_module("rmdesk.ui.panes.customers.imports"))
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.focusWidget() is self.list.table:
            self.delete()
        elif event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is self.list:
            self.list.close_page()
        else:
            super().keyPressEvent(event)

    # --- what the frame asks ---------------------------------------------------------------------

    def reload(self) -> None:
        self.list.reload()
        shown = self._stack.currentWidget()
        if isinstance(shown, SideView):
            shown.reload()

    def go_to(self, id: int) -> None:
        self.show_list()
        self.list.go_to(id)

    def save_state(self) -> dict[str, Any]:
        return self.list.save_state()

    def restore_state(self, state: dict[str, Any]) -> None:
        self.list.restore_state(state)

    def typed(self) -> dict[str, Any]:
        files = self._kept_files
        if self._import is not None and (files := self._import.typed()):
            files["shown"] = self._stack.currentWidget() is self._import
        pages = self._kept if self._page is None else self._page.desk.typed()
        return {name: one for name, one in (("pages", pages), ("files", files)) if one}

    def retype(self, kept: dict[str, Any]) -> None:
        pages, self._kept_files = kept.get("pages", {}), kept.get("files", {})
        if self._page is None:
            self._kept = pages
        else:
            self._page.desk.retype(pages)
        if self._kept_files.get("shown"):
            self.show_import()

    def _on_page_made(self, page: CustomerPage) -> None:
        self._page = page
        self.addActions(page.offered)
        page.wanted.connect(self._on_page_wanted)
        page.desk.retype(self._kept)

    def _on_page_wanted(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self.list.halves.open_detail()

    def setFocus(self) -> None:  # type: ignore[override]  # noqa: N802 - Qt's name
        shown = self._stack.currentWidget()
        target = self.list.table if shown is self.list else shown
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
