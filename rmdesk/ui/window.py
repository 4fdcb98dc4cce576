"""The frame: rail, panes, undo strip, status bar, menus and keys. It holds no data of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from rmdesk import labels, messages
from rmdesk.services import roles, settings, staff
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission, Reach
from rmdesk.ui import ask, icons, lock_watch, manual_topics
from rmdesk.ui.frame_commands import FrameCommands, pane_key
from rmdesk.ui.pane import Pane
from rmdesk.ui.panes import PANES, PaneSpec
from rmdesk.ui.placement import fitting_area
from rmdesk.ui.rail import Rail
from rmdesk.ui.rail_counts import RailCounts
from rmdesk.ui.settings import PAGES, PageSpec
from rmdesk.ui.status import StatusBar
from rmdesk.ui.tokens import SIZE
from rmdesk.ui.tray import TrayNotice
from rmdesk.ui.undo import UndoBar, UndoStack
from rmdesk.ui.widgets import EmptyState, Ground, NoticeBar

if TYPE_CHECKING:
    from rmdesk.services.accounts import Notice
    from rmdesk.ui.context import Context
    from rmdesk.ui.drafts import TakenUp
    from rmdesk.ui.palette import Palette, PaletteSource
    from rmdesk.ui.settings.view import SettingsView

_NARROW_BELOW = 1100  # px of width: the rail drops its labels
_TAKES_FILES = "customers"  # the pane that dropped files go to, unless the one shown takes them


@dataclass(frozen=True)
class Facts:
    """What the frame says of the vault."""

    branch: str
    manager_label: str
    idle_seconds: int
    demonstration: bool


class MainWindow(QMainWindow):
    """One signed-in person's window. `lock_requested` and `closing` are for whoever opened the vault.

    `opens_by_itself`: nobody was asked for a password, so a lock would keep nobody out.
    """

    lock_requested = Signal(str)  # a reason of `lock_watch`
    closing = Signal()
    restart_wanted = Signal(object)  # what is to take the place of the vault: Prepared, PreparedRotation
    facts_changed = Signal(object)  # Facts

    def __init__(
        self,
        context: Context,
        *,
        notices: Sequence[Notice] = (),
        panes: Sequence[PaneSpec] = PANES,
        pages: Sequence[PageSpec] = PAGES,
        sources: Sequence[PaletteSource] = (),
        opens_by_itself: bool = False,
    ) -> None:
        super().__init__()
        self.context = context
        self._opens_by_itself = opens_by_itself
        self._specs = {spec.id: spec for spec in panes if spec.allowed(context.actor)}
        self._pages = pages
        self._sources = sources
        self.panes: dict[str, Pane] = {}  # those that were made, by their id
        self.taken_up: TakenUp | None = None
        self.settings: SettingsView | None = None
        self._empty: EmptyState | None = None
        self._current: str | None = None
        self._alone = False  # Alt was pressed and nothing since
        self._may_close = False  # the person said so, whatever is lost
        self._backup_trouble, self._backup_is_made = "", True
        self.facts = self._load_facts()

        self.setWindowIcon(icons.app_icon())
        self.rail = Rail(context.actor.name)
        self.stack = QStackedWidget()
        self.undo_bar = UndoBar()
        self.undo_stack = UndoStack(context, self)
        self.status = StatusBar(context.jobs)
        if any(one.id == "backups" and one.allowed(context.actor) for one in pages):
            self.status.let_backup_lead(lambda: self.show_settings("backups"))
        self.tray = TrayNotice(self)
        self.tray.pressed.connect(self._on_tray_pressed)
        self.bars: list[NoticeBar] = []
        self._build(notices)
        self.commands = FrameCommands(self, list(self._specs.values()), pages)
        self._show_facts()
        context.bus.watch(self, {"setting"}, self._on_settings_changed)
        self._counts = RailCounts(context, self.rail, self._specs.values(), self)
        self._counts.told.connect(self._on_told)
        room = self.screen().availableSize()  # a small screen at 150 % has less than the least
        self.setMinimumSize(
            min(SIZE.window_min_width, room.width()), min(SIZE.window_min_height, room.height())
        )
        self.setAcceptDrops(True)
        self._restore()

    # --- what is shown

    @property
    def pane_ids(self) -> list[str]:
        """The panes this person may see, in the rail's order."""
        return list(self._specs)

    @property
    def current_pane(self) -> Pane | None:
        """The pane shown; None while the settings are."""
        return self.panes.get(self._current) if self._current is not None else None

    def show_pane(self, pane_id: str) -> Pane:
        """Show a pane, made now if it was not shown before."""
        pane = self._pane(pane_id)
        self._current = pane_id
        self.stack.setCurrentWidget(pane)
        self.rail.set_current(pane_id)
        pane.setFocus()
        return pane

    def _pane(self, pane_id: str) -> Pane:
        pane = self.panes.get(pane_id)
        if pane is None:
            pane = self._specs[pane_id].factory(self.context)
            pane.customer_wanted.connect(self.show_customer)
            pane.segment_wanted.connect(self.show_segment)
            pane.place_wanted.connect(self._on_place_wanted)
            pane.pane_wanted.connect(self._on_pane_wanted)
            pane.row_wanted.connect(self._on_row_wanted)
            pane.restore_state(self.context.config.remembered(f"pane.{pane_id}", {}))
            self.panes[pane_id] = pane
            self.stack.addWidget(pane)
            if self.taken_up is not None:
                self.taken_up.give(pane_id)
        return pane

    def title_of(self, pane_id: str) -> str:
        """What a pane is called; its id, if this person has it no more."""
        return self._specs[pane_id].label if pane_id in self._specs else pane_id

    def count_panes(self) -> None:
        """Read the numbers on the rail: after the first sight, which does not wait for them."""
        self._counts.read()
        self.undo_stack.take_up()

    @Slot(str)
    def _on_told(self, sentence: str) -> None:
        if self.context.config.value.morning_notice:
            self.tray.show(sentence)

    @Slot()
    def _on_tray_pressed(self) -> None:
        self.come_forward()
        if "today" in self._specs:
            self.show_pane("today")

    @Slot(str)
    def show_customer(self, uid: str) -> None:
        """Show a customer's page in the archive."""
        if "customers" in self._specs:
            pane = self.show_pane("customers")
            pane.open_customer(uid)  # type: ignore[attr-defined]

    @Slot(str)
    def show_segment(self, uid: str) -> None:
        """List those in a segment in the archive."""
        if "customers" in self._specs:
            pane = self.show_pane("customers")
            pane.show_segment(uid)  # type: ignore[attr-defined]

    @Slot(str)
    def _on_pane_wanted(self, pane_id: str) -> None:
        if pane_id in self._specs:
            self.show_pane(pane_id)

    @Slot(str, object)
    def _on_place_wanted(self, pane_id: str, place: Mapping[str, Any]) -> None:
        if pane_id in self._specs:
            self.show_pane(pane_id).show_place(place)

    @Slot(str, int)
    def _on_row_wanted(self, pane_id: str, id: int) -> None:
        if pane_id in self._specs:
            self.show_pane(pane_id).go_to(id)

    def tells_itself(self, error: UserError) -> bool:
        """Whether an error is damage of the vault, which is told once, with what can be done."""
        return error.code == "db.damaged" and error.params.get("path") == str(
            self.context.vault.folder.database
        )

    def show_settings(self, page_id: str | None = None) -> SettingsView:
        """Show the settings, at a page if one is named."""
        view = self.settings_view()
        if page_id is not None:
            view.show_page(page_id)
        self._current = None
        self.stack.setCurrentWidget(view)
        self.rail.set_current(None)
        return view

    def settings_view(self) -> SettingsView:
        """The settings, made when they are first asked for."""
        if self.settings is None:
            from rmdesk.ui.settings.view import SettingsView

            self.settings = SettingsView(self.context, self._pages)
            self.settings.restart_wanted.connect(self.restart_wanted)
            self.settings.backed_up.connect(self.show_backup)
            self.stack.addWidget(self.settings)
        return self.settings

    @Slot()
    def reload(self) -> None:
        """Read everything shown again."""
        shown = self.stack.currentWidget()
        if isinstance(shown, Pane):
            shown.reload()
        elif self.settings is not None:
            self.settings.reload()

    @Slot()
    def open_palette(self) -> Palette:
        from rmdesk.ui.palette import ActionSource, Palette

        sources: list[PaletteSource] = [ActionSource(self.commands.offered), *self._sources]
        if "customers" in self._specs:
            from rmdesk.ui.panes.customers.palette_source import CustomerSource

            sources.append(CustomerSource(self.context, self._open_customer))
        if roles.allowed(self.context.actor, Permission.WRITE_WORK).reach() > Reach.NONE:
            from rmdesk.ui.interactions.capture_source import CaptureSource

            sources.append(CaptureSource(self.context, self))
        palette = Palette(sources, self)
        palette.show()
        return palette

    def _open_customer(self, id: int) -> None:
        self.show_pane("customers").go_to(id)

    @property
    def manual_place(self) -> str:
        """What the manual says of what is shown."""
        shown = self._current
        if shown is None and self.settings is not None:
            shown = f"settings/{self.settings.page_id}"
        return manual_topics.PLACES.get(shown or "", manual_topics.START)

    @Slot()
    def show_manual(self) -> QWidget:
        from rmdesk.ui.manual import show_manual

        return show_manual(self.manual_place, self)

    def print_manual(self, what: str) -> QWidget:
        """The quick card or all of the manual, over the page of the manual that it is made of."""
        from rmdesk.ui.manual import show_manual

        return show_manual("keys" if what == "card" else manual_topics.START, self).print(what)

    @Slot()
    def show_about(self) -> QWidget:
        from rmdesk.ui.dialogs.about import AboutDialog

        dialog = AboutDialog(self.context.vault.folder.root, self)
        dialog.open()
        return dialog

    def come_forward(self) -> None:
        """Show the window over all others, as a second start asks for."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def save_state(self) -> None:
        """Keep where everything stands, for the next start or after a lock."""
        config = self.context.config
        area = self.normalGeometry()
        config.remember(
            "frame",
            {
                "area": [area.x(), area.y(), area.width(), area.height()],
                "maximized": self.isMaximized(),
                "person": self.context.actor.staff_uid,
                "pane": self._current,
                "settings": self.settings.page_id if self.settings is not None else None,
            },
        )
        for pane_id, pane in self.panes.items():
            config.remember(f"pane.{pane_id}", pane.save_state() or None)
        config.save()

    # --- what stands half-written

    def drafts(self, *, cancelled: Sequence[str] = (), is_working: bool = False) -> dict[str, Any]:
        """All that would be lost with this window; to be kept, and given to `take_up` of the next."""
        from rmdesk.ui.drafts import collect

        return collect(self, cancelled, is_working=is_working)

    def take_up(self, kept: Mapping[str, Any]) -> None:
        """Put back what `drafts` gave; the forms once the window is shown."""
        if not kept:
            return
        from rmdesk.ui.drafts import TakenUp

        self.taken_up = TakenUp(self, kept)
        for pane_id in self.panes:
            self.taken_up.give(pane_id)
        QTimer.singleShot(0, self.taken_up, self.taken_up.open_forms)

    # --- building

    def _build(self, notices: Sequence[Notice]) -> None:
        self._notice_column = QVBoxLayout()
        self._notice_column.setSpacing(0)
        self._banner = NoticeBar(
            self.tr("Demonstration: everybody and every figure here is invented."), tone="caution", edge=True
        )
        content = QVBoxLayout()
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addWidget(self._banner)
        content.addLayout(self._notice_column)
        content.addWidget(self.stack, 1)
        content.addWidget(self.undo_bar)
        upper = QHBoxLayout()
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(0)
        upper.addWidget(self.rail)
        upper.addLayout(content, 1)
        ground = Ground("surface")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(self.status)
        self.setCentralWidget(ground)

        for finding in self.context.vault.findings:
            self.add_notice(
                str(messages.finding(finding)), partial(self.context.vault.findings.remove, finding)
            )
        for notice in notices:
            self.add_notice(messages.notice(notice), partial(self._note_read, notice.uid))

        for place, spec in enumerate(self._specs.values()):
            self.rail.add_pane(spec.id, spec.icon, spec.label, pane_key(place))
        self.rail.pane_chosen.connect(self.show_pane)
        self.rail.search_chosen.connect(self.open_palette)
        self.rail.settings_chosen.connect(self.show_settings)
        self.rail.lock_chosen.connect(self.lock)
        self.rail.person_chosen.connect(self._on_person)
        self.undo_stack.offered.connect(self.undo_bar.offer)
        self.undo_stack.withdrawn.connect(self.undo_bar.withdraw)
        self.undo_bar.undo_chosen.connect(self.undo_stack.undo)

    def add_notice(self, text: str, acknowledged: Callable[[], object], *, action: str = "") -> None:
        """A sentence that stays until the person says they read it, or did what `action` says."""
        bar = NoticeBar(text, tone="caution", action=action or self.tr("Understood"), edge=True)
        bar.acted.connect(bar.hide)
        bar.acted.connect(acknowledged)
        self.bars.append(bar)
        self._notice_column.addWidget(bar)

    def _note_read(self, uid: str) -> None:
        self.context.jobs.write(
            self.tr("Noting that it was read"), lambda session, _: staff.read_notices(session, [uid])
        )

    # --- facts of the vault

    def _load_facts(self) -> Facts:
        with self.context.store.read() as session:
            values = settings.load(session)
        return Facts(
            values["branch.name"].value,
            values["branch.manager_label"].value,
            values["lock.idle_seconds"].value,
            values["vault.demonstration"].value,
        )

    def _on_settings_changed(self) -> None:
        self.facts = self._load_facts()
        self._show_facts()
        self.facts_changed.emit(self.facts)

    def _show_facts(self) -> None:
        facts = self.facts
        self.setWindowTitle(f"{facts.branch} - rmdesk" if facts.branch else "rmdesk")
        self._banner.setVisible(facts.demonstration)
        self.status.set_branch(facts.branch)
        self.status.set_vault(None if self._opens_by_itself else facts.idle_seconds)
        self._show_backup()
        if self._opens_by_itself:
            self.commands.lock.setEnabled(False)
            self.rail.lock.setEnabled(False)
            self.rail.lock.setToolTip(self.tr("The demonstration has no password, so it cannot be locked"))

    def _show_backup(self) -> None:
        self.status.set_backup(
            self.context.vault.folder.last_copied(),
            date.today(),
            trouble=self._backup_trouble,
            is_made=self._backup_is_made,
        )

    @Slot(str, bool)
    def show_backup(self, trouble: str, is_made: bool) -> None:
        """How it stands with the newest backup: "", or what went wrong; `is_made` though the second folder
        lacks it.
        """
        self._backup_trouble, self._backup_is_made = trouble, is_made
        self._show_backup()

    # --- slots

    @Slot()
    def lock(self) -> None:
        """Ask for the lock, unless it would keep nobody out."""
        if self.commands.lock.isEnabled():
            self.lock_requested.emit(lock_watch.BY_KEY)

    @Slot(QPoint)
    def _on_person(self, corner: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        actor = self.context.actor
        menu.addAction(actor.name).setEnabled(False)
        menu.addAction(labels.roles(actor.roles, self.facts.manager_label or None)).setEnabled(False)
        menu.addSeparator()
        menu.addActions(self.commands.of_person())
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))

    # --- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_narrow(self.width() < _NARROW_BELOW)

    def event(self, event: QEvent) -> bool:
        # A key that a command takes, Alt+Left, is never seen as a press.
        if event.type() == QEvent.Type.ShortcutOverride:
            self._alone = False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._alone = event.key() == Qt.Key.Key_Alt
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt and self._alone:
            self.commands.toggle_menus()
        self._alone = False
        super().keyReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _files_in(event.mimeData())
        if not paths:
            return
        event.acceptProposedAction()
        if (shown := self.current_pane) is None or not shown.take_files(paths):
            self.show_pane(_TAKES_FILES).take_files(paths)

    def start_import(self) -> None:
        """Go to where files are brought in."""
        if _TAKES_FILES in self._specs:
            self.show_pane(_TAKES_FILES).take_files([])

    def _takes(self, data: QMimeData) -> bool:
        return _TAKES_FILES in self._specs and bool(_files_in(data))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self._alone = False  # Alt+Tab

    def closeEvent(self, event: QCloseEvent) -> None:
        application = QGuiApplication.instance()
        # When Windows is shut down, a question would only be killed together with the answer.
        ending = isinstance(application, QGuiApplication) and application.isSavingSession()
        worry = "" if self._may_close or ending else self._worry()
        if worry:
            event.ignore()
            ask.confirm(
                self,
                title=self.tr("Close rmdesk?"),
                text=worry,
                verb=self.tr("Close"),
                leave=self.tr("Stay"),
                danger=True,
                then=self._close_anyway,
            )
            return
        self.save_state()
        super().closeEvent(event)
        self.closing.emit()

    def _worry(self) -> str:
        """What would be lost by closing now."""
        long_ones = [job.title for job in self.context.jobs.running if job.total > 0]
        if long_ones:
            return self.tr("Not finished yet: {tasks}. Closing cancels it; nothing of it is kept.").format(
                tasks=", ".join(long_ones)
            )
        if self.settings is not None and self.settings.is_changed:
            return self.tr("Something was typed into the settings and not saved.")
        return ""

    def _close_anyway(self) -> None:
        self._may_close = True
        self.close()

    # --- where it stood

    def _restore(self) -> None:
        kept = self.context.config.remembered("frame", {})
        kept = kept if isinstance(kept, dict) else {}
        self.setGeometry(
            fitting_area(kept.get("area"), [s.availableGeometry() for s in QGuiApplication.screens()])
        )
        if kept.get("maximized") is True:
            self.setWindowState(Qt.WindowState.WindowMaximized)
        pane_id, page_id = kept.get("pane"), kept.get("settings")
        if kept.get("person", self.context.actor.staff_uid) != self.context.actor.staff_uid:
            pane_id = page_id = None  # somebody else stood there
        if isinstance(pane_id, str) and pane_id in self._specs:
            self.show_pane(pane_id)
        elif isinstance(page_id, str) and pane_id is None:
            self.show_settings(page_id)
        elif self._specs:
            self.show_pane(next(iter(self._specs)))
        else:
            self._show_nothing()

    def _show_nothing(self) -> None:
        """A role may have no pane of its own."""
        self._empty = EmptyState(
            self.tr(
                "There is nothing here for your role. Your account and the settings are at the lower left."
            ),
            icon="user-round",
            action=self.tr("Settings"),
        )
        self._empty.acted.connect(self.show_settings)
        self.stack.addWidget(self._empty)


def _files_in(data: QMimeData) -> list[Path]:
    """The files of this computer that are dragged."""
    return [Path(one.toLocalFile()) for one in data.urls() if one.isLocalFile()]
