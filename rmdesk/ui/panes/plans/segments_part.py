"""Segments: the list of them, what the current one consists of, and beside it whom it takes in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk.services import segments
from rmdesk.services.errors import Conflict, UserError
from rmdesk.services.segments import Kept, Version
from rmdesk.ui import ask, formats
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.pane import command
from rmdesk.ui.panes.plans import segment_list
from rmdesk.ui.panes.plans.inspector import FIXED, HISTORY, MEMBERS, Inspector
from rmdesk.ui.panes.plans.part import Part
from rmdesk.ui.panes.plans.segment_form import SegmentForm
from rmdesk.ui.panes.plans.segment_list import SegmentList
from rmdesk.ui.widgets import Button, Hairline, ListAndDetail, Variant

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_INSPECTOR_WIDTH, _INSPECTOR_LEAST, _FORM_LEAST = 384, 320, 360
_NEW = ""  # stands for the uid of a segment that is not saved yet
_WATCHED = ("segment", "segment_snapshot", "tag", "tier", "staff")
# What else changes who is in a segment.
_COUNTED = ("customer", "customer_tag", "holding", "aum_figure", "interaction", "important_date")


class SegmentsPart(Part):
    """Ctrl+N begins a new one, Ctrl+S keeps what is built, Ins adds a condition, Shift+Ins a group.

    What is built and not kept stays, segment by segment, until it is kept or discarded.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._drafts: dict[str, dict[str, Any]] = {}  # built and not kept, as the form gives it
        self._shown: str | None = None  # the uid of what the form shows, _NEW, or None at first
        self._is_new_back = False  # a new one that had been begun is shown again while the list is loading
        self.list = SegmentList(context, lambda uid: uid in self._drafts)
        self.form = SegmentForm(context)
        self.inspector = Inspector(context)
        self.new_button = Button(self.tr("New segment"), icon="plus", variant=Variant.PRIMARY, key="Ctrl+N")
        self.head = [self.new_button]
        self._build_layout()
        self._offer()
        self._connect()
        self._put(_NEW, None)
        self._shown = None
        context.bus.watch(self, _WATCHED, self.reload)
        context.bus.watch(self, _COUNTED, self._on_customers)

    def _build_layout(self) -> None:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(Hairline(Qt.Orientation.Vertical))
        row.addWidget(self.form, 1)
        width = self.context.config.remembered("segments.detail", _INSPECTOR_WIDTH)
        self.halves = ListAndDetail(
            both,
            self.inspector,
            width=width if isinstance(width, int) else _INSPECTOR_WIDTH,
            list_least=segment_list.WIDTH + _FORM_LEAST,
            detail_least=_INSPECTOR_LEAST,
            may_overlay=True,
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.halves)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        """To the list, which then goes to a row, or to the new one that was begun."""
        begun = self._shown == _NEW and self.form.is_changed
        (self.form.name if begun else self.list).setFocus(reason)

    def _offer(self) -> None:
        builder = self.form.builder
        for name, words, run, key, icon in (
            ("new segment", self.tr("New segment"), self.add, "Ctrl+N", "plus"),
            ("save segment", self.tr("Save this segment"), self.save, "Ctrl+S", "check"),
            ("add condition", self.tr("Add a condition…"), builder.add_condition, "Ins", "list-filter"),
            ("add group", self.tr("Add a group"), builder.tree.add_group, "Shift+Ins", "list-tree"),
            ("remove part", self.tr("Remove this part"), builder.tree.remove_current, "Del", "trash-2"),
            ("copy segment", self.tr("Save under another name…"), self.copy, "Ctrl+Shift+S", "copy"),
            ("delete segment", self.tr("Delete this segment"), self.remove, "Ctrl+Del", "trash-2"),
            ("discard segment", self.tr("Discard what is not saved"), self.discard, "", "undo-2"),
            ("find segment", self.tr("Find a segment"), self.list.go_to_search, "Ctrl+F", "search"),
            ("segment who", self.tr("Who is in it"), self.open_inspector, "Ctrl+I", "users-round"),
            ("fix members", self.tr("Fix who is in it today"), self.fix, "", "calendar-check"),
            (
                "list segment customers",
                self.tr("List them in the archive"),
                self.list_customers,
                "Ctrl+Shift+L",
                "book-user",
            ),
        ):
            command(self, name, words, run, key=key, icon=icon)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.add)
        self.list.add_wanted.connect(self.add)
        self.list.loaded.connect(self._on_loaded)
        self.list.table.current_changed.connect(self._on_current)
        self.list.table.opened.connect(lambda _uid: self.form.builder.go_to_tree())
        self.form.changed.connect(self._on_changed)
        self.form.save_wanted.connect(self.save)
        self.form.discard_wanted.connect(self.discard)
        self.inspector.customer_wanted.connect(self.customer_wanted)
        self.inspector.segment_wanted.connect(self.segment_wanted)
        self.inspector.show_button.clicked.connect(self.list_customers)
        self.inspector.fix_wanted.connect(self.fix)
        self.inspector.version_wanted.connect(self._on_version)

    # --- which one is shown ------------------------------------------------------------------------

    def reload(self) -> None:
        self.list.reload()
        self.form.builder.reload()
        self._show_found()
        self.inspector.reload()

    def _on_customers(self) -> None:
        self.list.recount()
        self.inspector.reload()

    def _on_loaded(self, count: int) -> None:
        self.meta_changed.emit(
            self.tr("{count} segments").format(count=formats.count(count)) if count else ""
        )
        if self._is_new_back:
            QTimer.singleShot(0, self, self._on_settled)
        uid = self.list.current
        if uid is None and self._shown is None and count:
            self.list.table.go_to(self.list.model.id_at(0))
        elif self._shown not in (None, _NEW):
            if self._shown not in self.list.model.ids and not self.list.model.filters:
                self._put(_NEW, None)  # deleted meanwhile
            elif self._shown not in self._drafts:
                self._show(str(self._shown))
        elif self._shown is None:
            if uid is None:
                self._put(_NEW, None)
            else:
                self._show(uid)

    def _on_current(self, uid: str | None) -> None:
        if self._is_new_back:  # the list goes to a row by itself as it is loaded
            self.list.table.selectionModel().clear()
        elif uid is not None and uid != self._shown:
            self._show(uid)

    def _on_settled(self) -> None:
        self._is_new_back = False

    def _show(self, uid: str) -> None:
        """Show a kept segment, or what was built of it and is not kept."""
        self._stow()
        try:
            with self.context.store.read() as session:
                kept = segments.load_segment(session, uid)
        except UserError as error:
            self.form.tell(error)
            return
        self._put(uid, kept)

    def _put(self, uid: str, kept: Kept | None) -> None:
        builder = self.form.builder
        place = builder.draft.place_of(builder.tree.current) if uid == self._shown else ()
        self._shown = uid
        self.form.fill(kept, self._drafts.get(uid), place)
        self.inspector.show_segment(uid or None)
        self._show_found()

    def _show_found(self) -> None:
        self.form.show_state()
        self.inspector.show_expression(self.form.builder.expression, self.form.unfinished)

    def _stow(self) -> None:
        """Keep in mind what is built and not kept, before another one is shown."""
        if self._shown is None:
            return
        if self.form.is_changed:
            self._drafts[self._shown] = self.form.typed()
        else:
            self._drafts.pop(self._shown, None)

    def _on_changed(self) -> None:
        was_marked = self._shown in self._drafts
        self._stow()
        if self._shown and was_marked != (self._shown in self._drafts):
            self.list.show_marks()
        self._show_found()

    def go_to(self, uid: str) -> None:
        self._is_new_back = False
        self.list.go_to(uid)

    # --- what is done ------------------------------------------------------------------------------

    def add(self) -> None:
        """Begin a new segment; one that was begun comes again."""
        self._stow()
        self._put(_NEW, None)
        self.list.table.selectionModel().clear()
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy(self) -> None:
        """Begin a new segment with these conditions."""
        self._stow()
        words = self.tr("{name} (copy)").format(name=self.form.name.text())
        self._drafts[_NEW] = self.form.typed() | {"name": words, "shared": False, "version": None}
        self._put(_NEW, None)
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.name.selectAll()

    def discard(self) -> None:
        """Go back to what is kept."""
        if self._shown is None:
            return
        self._drafts.pop(self._shown, None)
        uid, self._shown = self._shown, None
        if uid == _NEW:
            self._put(_NEW, None)
        else:
            self._show(uid)
            self.list.show_marks()

    def save(self) -> None:
        """Keep what is built; what cannot be kept is said, and stays."""
        form, shown = self.form, self._shown
        name = form.check() if form.is_changed else None
        expression = form.builder.expression
        if name is None or expression is None or shown is None:
            return
        kept, shared = form.kept, form.shared.isChecked()
        # What was built of an earlier version: somebody may have saved another one meanwhile.
        seen = (self._drafts.get(shown) or form.typed())["version"]

        def work(session: Session, _progress: Progress) -> str:
            if kept is None or form.is_foreign:
                row = segments.save_segment(session, name, expression, shared=kept is None and shared)
                return row.uid
            version = kept.version if seen is None else seen
            segments.change_segment(session, kept.uid, version=version, name=name, expression=expression)
            return kept.uid

        form.save_button.setEnabled(False)
        self.context.jobs.write(
            self.tr("Saving a segment"), work, done=partial(self._on_saved, shown), failed=self._on_refused
        )

    def _on_saved(self, was: str, uid: str) -> None:
        self._drafts.pop(was, None)
        if self._shown == was:
            self._shown = None
            self._show(uid)
        self.list.go_to(uid)
        self.list.reload()

    def _on_refused(self, error: Exception) -> None:
        self.form.show_state()
        kept = self.form.kept
        if isinstance(error, Conflict) and kept is not None and self._shown is not None:
            # What was built stays; saving again puts it in force knowingly.
            with self.context.store.read() as session:
                found = segments.load_segments(session, [kept.uid])
            if found:
                self.form.kept = found[0]
                self._drafts[self._shown] = self.form.typed()
                self.form.say(
                    self.tr("Somebody else changed it meanwhile. Save again to put yours in force.")
                )
                self.form.show_state()
                return
        if isinstance(error, UserError) and error.code == "segment.name_taken":
            self.form.refuse_name(error)
        else:
            self.form.say(sentence_of(error))

    def remove(self) -> None:
        """Delete the current segment, and what was fixed of it; undo brings both back."""
        kept = self.form.kept
        if kept is None:
            self.discard()
            return

        def work(session: Session, _progress: Progress) -> None:
            segments.remove_segment(session, kept.uid, version=kept.version)

        self.context.jobs.write(
            self.tr("Deleting a segment"),
            work,
            done=lambda _nothing: self._on_removed(kept.uid),
            failed=self._on_refused,
        )

    def _on_removed(self, uid: str) -> None:
        self._drafts.pop(uid, None)
        self._shown = None
        self.list.reload()

    def fix(self) -> None:
        """Keep who is in it today, as it is saved."""
        uid = self._saved_uid(self.tr("Its members are fixed as it is saved."))
        if uid is not None:
            self.context.jobs.write(
                self.tr("Fixing who is in a segment"),
                lambda session, _progress: segments.fix_members(session, uid).uid,
                done=lambda _uid: self.inspector.show_view(FIXED),
                failed=self._on_refused,
            )

    def list_customers(self) -> None:
        """List them in the archive, where they are filtered, exported or changed."""
        uid = self._saved_uid(self.tr("The archive lists what is saved under its name."))
        if uid is not None:
            self.segment_wanted.emit(uid)

    def _saved_uid(self, why: str) -> str | None:
        """The uid of what is shown, if it is saved as it is shown; else it is said why it must be."""
        if self.form.kept is not None and not self.form.is_changed:
            return self.form.kept.uid
        ask.tell(self, title=self.tr("Save the segment first"), text=why)
        return None

    def open_inspector(self) -> None:
        """Go to who is in it."""
        self.halves.open_detail()
        self.inspector.show_view(MEMBERS)
        self.inspector.members.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_version(self, version: Version) -> None:
        if isinstance(version.document, dict):
            self.form.builder.show_document(version.document)
            self._on_changed()
            self.form.builder.go_to_tree()

    # --- state -------------------------------------------------------------------------------------

    def save_state(self) -> dict[str, Any]:
        self.context.config.remember("segments.detail", self.halves.detail_width)
        return {"segment": self.list.current, "view": self.inspector.which.current}

    def restore_state(self, state: dict[str, Any]) -> None:
        if isinstance(state.get("segment"), str):
            self.list.go_to(state["segment"])
        if state.get("view") in (MEMBERS, FIXED, HISTORY):
            self.inspector.show_view(state["view"])

    def typed(self) -> dict[str, Any]:
        self._stow()
        return dict(self._drafts)

    def retype(self, kept: dict[str, Any]) -> None:
        self._drafts = {uid: draft for uid, draft in kept.items() if isinstance(draft, dict)}
        if _NEW in self._drafts:
            self._is_new_back = True
            self._put(_NEW, None)
