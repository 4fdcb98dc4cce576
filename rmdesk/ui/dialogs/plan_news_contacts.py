"""Whom news of the day touches; the chosen ones become contacts on the plan of a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from rmdesk.services import daily_logs
from rmdesk.services.daily_logs import News
from rmdesk.ui import formats
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import refusal
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.panes.customers.value_editor import DateField
from rmdesk.ui.widgets import Form

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_ID = Qt.ItemDataRole.UserRole


class PlanNewsContacts(FormDialog):
    """`planned` carries how many contacts were planned. Space checks a customer."""

    planned = Signal(int)

    def __init__(self, context: Context, news: News, day: date, *, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Contacts about this news"), news.headline, verb=self.tr("Plan"), parent=parent
        )
        self._context, self._news = context, news
        self.people = QListWidget()
        self.people.setAccessibleName(self.tr("Customers"))
        self.people.setMinimumHeight(240)
        with context.store.read() as session:
            touched = daily_logs.load_touched(session, news.uid)
        for person, planned_on in touched:
            words = "  ".join(one for one in (person.name, person.tier or "", person.owner or "") if one)
            if planned_on is not None:
                words = self.tr("{customer}  planned for {day}").format(
                    customer=words, day=formats.day(planned_on)
                )
            row = QListWidgetItem(words)
            row.setData(_ID, person.id)
            flags = row.flags()
            row.setFlags(
                flags | Qt.ItemFlag.ItemIsUserCheckable
                if planned_on is None
                else flags & ~Qt.ItemFlag.ItemIsEnabled
            )
            if planned_on is None:
                row.setCheckState(Qt.CheckState.Unchecked)
            self.people.addItem(row)
        self.when = DateField("daily_log_news_customer.planned_on", toward="future")
        self.when.setText(formats.full_day(day))
        self.form = Form()
        self.form.add(self.tr("Whom to contact"), self.people)
        self.form.add(
            self.tr("On the plan of"), self.when, required=True, check=lambda: refusal(self.when.read)
        )
        self.body.addWidget(self.form)
        self.people.setFocus()

    def chosen(self) -> list[int]:
        rows = [self.people.item(place) for place in range(self.people.count())]
        return [int(row.data(_ID)) for row in rows if row.checkState() == Qt.CheckState.Checked]

    def submit(self) -> None:
        if not self.form.check():
            return
        ids, day = self.chosen(), self.when.read()
        if not ids or day is None:
            self.tell(self.tr("Check the customers whom you want to contact."))
            return
        news = self._news

        def save(session: Session, _progress: Progress) -> int:
            return daily_logs.plan_contacts(session, news.uid, ids, day, version=news.version)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Planning contacts"), save, done=self._on_done, failed=self._on_failed
        )

    def _on_done(self, count: int) -> None:
        self.planned.emit(count)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.tell(sentence_of(error))
