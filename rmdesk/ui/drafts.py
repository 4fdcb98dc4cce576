"""What stood half-written when the window was left, by a lock or otherwise, and how it comes back.

Panes put back what is theirs (`Pane.retype`). A form says by `FormDialog.comes_again` which entry of
`reopening.FORMS` makes it; what was typed is then put into its fields. A form that cannot come again, or
never does, is told of, with what was written in it to copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from rmdesk import __version__
from rmdesk.services.errors import UserError
from rmdesk.ui import clipboard
from rmdesk.ui.dialogs.form_dialog import FormDialog

if TYPE_CHECKING:
    from rmdesk.ui.reopening import About
    from rmdesk.ui.window import MainWindow


def collect(window: MainWindow, cancelled: Sequence[str] = (), *, is_working: bool = False) -> dict[str, Any]:
    """All that would be lost with this window, as JSON values; empty if there is nothing.

    `cancelled` are the titles of work that ended with it, which is told. `is_working`: the window goes on; if
    this is what is found, it ended without being left, and what went back where is told.
    """
    taken_up = window.taken_up
    panes = dict(taken_up.panes) if taken_up is not None else {}
    panes |= {id: pane.typed() for id, pane in window.panes.items()}
    forms = [
        {"form": one.form_id, "about": one.about, "title": one.windowTitle(), "typed": typed}
        for one in window.findChildren(FormDialog)
        if (typed := one.typed()) is not None
    ]
    forms += [
        {"form": "", "about": {}, "title": one.windowTitle(), "typed": words}
        for one in window.findChildren(FormDialog)
        if (words := one.half_written()) is not None
    ]
    forms += taken_up.refused if taken_up is not None else []
    pages = window.settings.typed() if window.settings is not None else {}
    found = {"panes": {id: kept for id, kept in panes.items() if kept}, "pages": pages, "forms": forms}
    found |= {"cancelled": list(cancelled)}
    if not any(found.values()):
        return {}
    return found | {"version": __version__, "is_working": is_working}


class TakenUp(QObject):
    """What was kept, going back to where it stood. `settled`: something of it was given up or heard of."""

    settled = Signal()

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
        if same and kept.get("is_working") and (self.panes or kept.get("pages")):
            self._tell_back(bool(kept.get("pages")))
        for title in kept.get("cancelled", ()):
            self._tell_cancelled(title)
        if not same:
            self._tell_all(kept)

    def give(self, pane_id: str) -> None:
        """Let a pane have what is its own, once."""
        kept = self.panes.pop(pane_id, None)
        if kept:
            self._window.panes[pane_id].retype(kept)

    def open_forms(self) -> None:
        """Open the forms again that stood open, in their order."""
        from rmdesk.ui.reopening import open_form  # brings what the forms are about

        forms, self._forms = self._forms, []
        for kept in forms:
            try:
                dialog = open_form(self._window, kept["form"], kept["about"])
            except (UserError, KeyError):  # its row is gone, or it is no longer this person's
                dialog = None
            if dialog is None:
                self._tell(kept)
                continue
            if not dialog.retype(kept["typed"]):
                dialog.close()
                self._tell(kept)
                continue
            dialog.tell(
                self.tr("This stood here when the window was left. It is not saved yet."), tone="info"
            )
            dialog.finished.connect(lambda _result: self.settled.emit())

    def _tell_back(self, has_pages: bool) -> None:
        places = [self._window.title_of(one) for one in self.panes]
        places += [self.tr("Settings")] if has_pages else []
        self._window.add_notice(
            self.tr(
                "rmdesk ended unexpectedly. What was not saved yet is back where it stood: {places}."
            ).format(places=self.tr(", ").join(places)),
            lambda: None,
        )

    # --- what can no longer be put back ------------------------------------------------------------

    def _tell_all(self, kept: About) -> None:
        """Of another version: everything is words to copy."""
        texts = [text for pane in kept.get("panes", {}).values() for text in _texts(pane)]
        if texts:
            self._tell({"title": self.tr("Records"), "typed": texts})
        forms, self._forms = self._forms, []
        for one in forms:
            self._tell(one)

    def _tell_cancelled(self, title: str) -> None:
        self._window.add_notice(
            self.tr(
                "“{title}” was not finished when the window was left, and nothing of it was kept. What was "
                "saved before it is there."
            ).format(title=title),
            self.settled.emit,
        )

    def _tell(self, kept: dict[str, Any]) -> None:
        from rmdesk.ui.typed import words_of  # brings the fields of all forms

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
        self.settled.emit()


def _texts(typed: Any) -> list[str]:
    """All texts in what was typed, whatever its shape."""
    if isinstance(typed, str):
        return [typed]
    inner = typed.values() if isinstance(typed, dict) else typed if isinstance(typed, list) else ()
    return [text for one in inner for text in _texts(one)]
