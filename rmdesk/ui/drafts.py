"""What stood half-written when the window was left, by a lock or otherwise, and how it comes back.

Panes put back what is theirs (`Pane.retype`). A form says by `FormDialog.comes_again` which entry of `FORMS`
opens it; what was typed is then put into its fields. A form that cannot come again is told of, with what
was written in it to copy.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from rmdesk import __version__
from rmdesk.services import drafts, greetings, interactions, notices, organisations, scripts, tasks
from rmdesk.services.errors import UserError
from rmdesk.ui import clipboard
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.quick_entry import QuickEntry
from rmdesk.ui.typed import words_of

if TYPE_CHECKING:
    from rmdesk.ui.jobs import Job
    from rmdesk.ui.window import MainWindow

About = Mapping[str, Any]


def collect(window: MainWindow) -> dict[str, Any]:
    """All that would be lost with this window, as JSON values; empty if there is nothing."""
    taken_up = window.taken_up
    panes = dict(taken_up.panes) if taken_up is not None else {}
    panes |= {id: pane.typed() for id, pane in window.panes.items()}
    forms = [
        {"form": one.form_id, "about": one.about, "title": one.windowTitle(), "typed": typed}
        for one in window.findChildren(FormDialog)
        if (typed := one.typed()) is not None
    ]
    forms += taken_up.refused if taken_up is not None else []
    pages = window.settings.typed() if window.settings is not None else {}
    found = {"panes": {id: kept for id, kept in panes.items() if kept}, "pages": pages, "forms": forms}
    return found | {"version": __version__} if any(found.values()) else {}


class TakenUp(QObject):
    """What was kept, going back to where it stood; as it is saved or given up, it is no longer kept."""

    def __init__(self, window: MainWindow, kept: About) -> None:
        super().__init__(window)
        self._window = window
        # Another version of the program may have other fields.
        same = kept.get("version") == __version__
        self.panes: dict[str, dict[str, Any]] = dict(kept.get("panes", {})) if same else {}
        if same and kept.get("pages"):
            window.settings_view().retype(kept["pages"])
        self._forms: list[dict[str, Any]] = list(kept.get("forms", []))
        self.refused: list[dict[str, Any]] = []  # told of and not yet acknowledged
        if not same:
            self._tell_all(kept)
        self._is_due = False
        window.context.jobs.ended.connect(self._on_ended)  # behind what its asker did about it

    def give(self, pane_id: str) -> None:
        """Let a pane have what is its own, once."""
        kept = self.panes.pop(pane_id, None)
        if kept:
            self._window.panes[pane_id].retype(kept)

    def open_forms(self) -> None:
        """Open the forms again that stood open, in their order."""
        forms, self._forms = self._forms, []
        for kept in forms:
            try:
                dialog = FORMS[kept["form"]](self._window, kept["about"])
            except (UserError, KeyError):  # its row is gone, or it is no longer this person's
                dialog = None
            if dialog is None or not dialog.retype(kept["typed"]):
                if dialog is not None:
                    dialog.close()
                self._tell(kept)
                continue
            dialog.tell(
                self.tr("This stood here when the window was left. It is not saved yet."), tone="info"
            )
            dialog.finished.connect(lambda _result: self._settle())

    # --- what can no longer be put back ------------------------------------------------------------

    def _tell_all(self, kept: About) -> None:
        """Of another version: everything is words to copy."""
        texts = [text for pane in kept.get("panes", {}).values() for text in _texts(pane)]
        if texts:
            self._tell({"title": self.tr("Records"), "typed": texts})
        forms, self._forms = self._forms, []
        for one in forms:
            self._tell(one)

    def _tell(self, kept: dict[str, Any]) -> None:
        words = words_of(_texts(kept["typed"]))
        if not words:
            return
        self.refused.append(kept)
        self._window.add_notice(
            self.tr("“{title}” was half-written when the window was left and cannot be opened again.").format(
                title=kept["title"]
            ),
            partial(self._copy, kept, words),
            action=self.tr("Copy what was written"),
        )

    def _copy(self, kept: dict[str, Any], words: str) -> None:
        clipboard.copy(words)
        self.refused.remove(kept)
        self._settle()

    # --- until nothing is kept any more ------------------------------------------------------------

    def _on_ended(self, _job: Job) -> None:
        self._settle()

    def _settle(self) -> None:
        """Keep from now on only what is still half-written, once all have heard of what happened."""
        if not self._is_due:
            self._is_due = True
            QTimer.singleShot(0, self, self._write)

    def _write(self) -> None:
        self._is_due = False
        context = self._window.context
        drafts.keep(context.vault, context.actor.staff_uid, collect(self._window))


def _texts(typed: Any) -> list[str]:
    """All texts in what was typed, whatever its shape."""
    if isinstance(typed, str):
        return [typed]
    inner = typed.values() if isinstance(typed, dict) else typed if isinstance(typed, list) else ()
    return [text for one in inner for text in _texts(one)]


# --- how each form is opened again -------------------------------------------------------------------


def _add_customer(window: MainWindow, _about: About) -> FormDialog | None:
    return window.show_pane("customers").add_customer()  # type: ignore[attr-defined]


def _add_staff(window: MainWindow, _about: About) -> FormDialog | None:
    return window.show_pane("staff").add_person()  # type: ignore[attr-defined]


def _record_contact(window: MainWindow, about: About) -> FormDialog | None:
    from rmdesk.ui.dialogs.record_contact import RecordContact

    row = None
    if about["row"] is not None:
        uid, seen = about["row"]
        with window.context.store.read() as session:
            row = replace(interactions.load_interaction(session, uid), version=seen)
    dialog = RecordContact(window.context, about["customer_uid"], about["customer"], row=row, parent=window)
    if row is None:
        for entry in window.findChildren(QuickEntry):  # it may have begun there
            dialog.saved.connect(entry.forget)
    dialog.open()
    return dialog


def _prepare_visit(window: MainWindow, about: About) -> FormDialog | None:
    from rmdesk.ui.dialogs.prepare_visit import PrepareVisit

    uid, seen = about["visit"] or (None, None)
    customer = about["customer_uid"], about["customer"]
    dialog = PrepareVisit(window.context, *customer, visit_uid=uid, seen=seen, parent=window)
    dialog.open()
    return dialog


def _add_appointment(window: MainWindow, about: About) -> FormDialog | None:
    from rmdesk.ui.dialogs.add_appointment import AddAppointment

    whom = about["customer"]
    dialog = AddAppointment(
        window.context,
        date.fromisoformat(about["day"]),
        customer=None if whom is None else (whom[0], whom[1]),
        parent=window,
    )
    dialog.open()
    return dialog


def _assign_task(window: MainWindow, about: About) -> FormDialog | None:
    from rmdesk.ui.dialogs.assign_task import AssignTask

    row = None
    if about["row"] is not None:
        uid, seen = about["row"]
        with window.context.store.read() as session:
            row = replace(tasks.load_task(session, uid), version=seen)
    dialog = AssignTask(window.context, row, parent=window)
    dialog.open()
    return dialog


def _edit_notice(window: MainWindow, about: About) -> FormDialog | None:
    from rmdesk.ui.dialogs.edit_notice import EditNotice

    notice = None
    if about["notice"] is not None:
        uid, seen = about["notice"]
        with window.context.store.read() as session:
            found = [one for one in notices.list_notices(session) if one.uid == uid]
        if not found:
            return None
        notice = replace(found[0], version=seen)
    dialog = EditNotice(window.context, about["ids"], notice=notice, parent=window)
    dialog.open()
    return dialog


def _edit_organisation(window: MainWindow, about: About) -> FormDialog | None:
    from rmdesk.ui.dialogs.edit_organisation import EditOrganisation

    row = None
    if about["row"] is not None:
        id, seen = about["row"]
        with window.context.store.read() as session:
            found = organisations.load_organisations(session, [id])
        if not found:
            return None
        row = replace(found[0], version=seen)
    dialog = EditOrganisation(window.context, row, parent=window)
    dialog.open()
    return dialog


def _edit_greeting(window: MainWindow, about: About) -> FormDialog | None:
    from rmdesk.ui.dialogs.edit_greeting import EditGreeting

    template = None
    if about["template"] is not None:
        id, seen = about["template"]
        with window.context.store.read() as session:
            found = [one for one in greetings.list_templates(session) if one.id == id]
        if not found:
            return None
        template = replace(found[0], version=seen)
    dialog = EditGreeting(window.context, about["occasion"], about["language"], template, parent=window)
    dialog.open()
    return dialog


def _edit_script(window: MainWindow, about: About) -> FormDialog | None:
    from rmdesk.ui.dialogs.edit_script import EditScript

    kept = None
    if about["kept"] is not None:
        id, seen = about["kept"]
        with window.context.store.read() as session:
            found = [one for one in scripts.list_scripts(session) if one.id == id]
        if not found:
            return None
        kept = replace(found[0], version=seen)
    place = about["part"], about["occasion"], about["language"]
    dialog = EditScript(window.context, *place, kept, parent=window)
    dialog.open()
    return dialog


FORMS: dict[str, Callable[[MainWindow, About], FormDialog | None]] = {
    "add_customer": _add_customer,
    "add_staff": _add_staff,
    "record_contact": _record_contact,
    "prepare_visit": _prepare_visit,
    "add_appointment": _add_appointment,
    "assign_task": _assign_task,
    "edit_notice": _edit_notice,
    "edit_organisation": _edit_organisation,
    "edit_greeting": _edit_greeting,
    "edit_script": _edit_script,
}
