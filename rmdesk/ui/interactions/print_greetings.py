"""Greetings on paper, from the lines of a list: who gets one, on pages or labels, then the preview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from rmdesk import greeting_labels
from rmdesk.services import greetings
from rmdesk.services.errors import UserError
from rmdesk.services.greetings import Letters
from rmdesk.services.reports import greeting_letters
from rmdesk.ui import ask, formats
from rmdesk.ui.ask import Choice

if TYPE_CHECKING:
    from rmdesk.services.care import Key
    from rmdesk.ui.context import Context
    from rmdesk.ui.dialogs.preview_report import PreviewReport


class PrintGreetings(QObject):
    """Works for one list, `view`."""

    def __init__(self, context: Context, view: QWidget) -> None:
        super().__init__(view)
        self._context, self._view = context, view
        self.preview: PreviewReport | None = None

    def start(self, keys: Sequence[Key], today: date, chosen: Mapping[Key, str] | None = None) -> None:
        """Print a greeting for each of these touchpoints; `chosen`: the text that was picked for one."""
        wanted = list(keys)
        self._context.jobs.read(
            lambda session: greetings.gather_letters(session, wanted, today, chosen=chosen),
            done=self._on_gathered,
            failed=self._on_refused,
        )

    def _on_gathered(self, letters: Letters) -> None:
        missing = "\n".join(
            greeting_labels.left_out(reason, count) for reason, count in letters.left_out.items()
        )
        if not letters:
            nobody = self.tr("Nobody among these is to be greeted by letter.")
            ask.tell(self._view, title=self.tr("Print greetings"), text=missing or nobody)
        elif len(letters) == 1 and not missing:
            self._preview(letters, greeting_letters.PAGES)
        else:
            count = formats.count(len(letters))
            title = self.tr("Print a greeting for {count}?").format(count=count)
            ask.choose(
                self._view,
                title=title,
                text=self.tr("Labels are eight to a page, to be cut out."),
                kept=self.tr("Left out:\n{who}").format(who=missing) if missing else "",
                choices=[
                    Choice(greeting_letters.PAGES, self.tr("One to a page")),
                    Choice(greeting_letters.LABELS, self.tr("Labels")),
                ],
                way_out=self.tr("Cancel"),
                then=lambda layout: self._preview(letters, layout),
            )

    def _preview(self, letters: Letters, layout: str) -> None:
        from rmdesk.ui.dialogs.preview_report import preview_report

        if layout in (greeting_letters.PAGES, greeting_letters.LABELS):
            self.preview = preview_report(
                self._context,
                "greeting_letters",
                parent=self._view.window(),
                letters=letters,
                layout=layout,
            )
            self.preview.open()

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        ask.tell_error(self._view, error)
