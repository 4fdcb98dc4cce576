"""News of the day: what happened, what it means, and which customers it touches."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rmdesk import choices, labels
from rmdesk.models import NewsKind, ProductKind
from rmdesk.models.customer import LINE_LONGEST
from rmdesk.services import archive, daily_logs, segments, tags, views
from rmdesk.services.daily_logs.news import CHECKS
from rmdesk.services.errors import UserError
from rmdesk.services.reports.parameters import CUSTOMERS_PANE
from rmdesk.ui import formats
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import TextArea, checked, pick, refusal
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Combo, Form, Label, LineField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_TABLE = "daily_log_news"
_LINES = 3


class AddLogNews(FormDialog):
    """`added` carries its uid; the customers are those who hold such a thing, have the tag, satisfy the
    filter (a segment or a saved view), or all of it.
    """

    added = Signal(str)

    def __init__(self, context: Context, day: date, *, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("News of the day"), verb=self.tr("Add"), parent=parent, width=520)
        self._context, self._day = context, day
        self.kind = pick(_TABLE, "kind", NewsKind.MARKET.value)
        self.headline = LineField()
        self.meaning = TextArea("", lines=_LINES)
        self.product_kind = Combo()
        self.product_kind.add(self.tr("no matter what they hold"), None)
        for one in ProductKind:
            self.product_kind.add(choices.word("holding", "kind", one.value), one.value)
        self.product, self.bank = LineField(), LineField()
        self.bank.setPlaceholderText(self.tr("any bank"))
        self.tag = Combo()
        self.tag.add(self.tr("with or without a tag"), None)
        self.filter = Combo()
        self.filter.add(self.tr("no filter"), None)
        self._filters: list[list[archive.Condition]] = []
        with context.store.read() as session:
            for one_tag in tags.list_tags(session):
                self.tag.add(one_tag.name, one_tag.name)
            for segment in segments.list_segments(session):
                named = self.tr("Segment: {name}").format(name=segment.name)
                self._offer(named, [archive.Condition("segment", (segment.uid,))])
            for view in views.list_views(session, CUSTOMERS_PANE):
                kept = archive.Condition.of_view(view.definition)
                if kept:
                    self._offer(self.tr("View: {name}").format(name=view.name), kept)
        self.form = Form(spacing=SPACE.medium)
        self.form.add(labels.field(_TABLE, "kind"), self.kind)
        self.form.add(
            labels.field(_TABLE, "headline"),
            self.headline,
            required=True,
            check=lambda: refusal(lambda: checked(CHECKS, _TABLE, "headline", self.headline.text())),
        )
        self.form.add(
            labels.field(_TABLE, "meaning"),
            self.meaning,
            check=lambda: refusal(lambda: checked(CHECKS, _TABLE, "meaning", self.meaning.toPlainText())),
        )
        self.form.add(self.tr("Whom it touches: who holds"), self.product_kind)
        self.form.add(self.tr("Part of the product's name"), self.product)
        self.form.add(labels.field("holding", "bank"), self.bank)
        self.form.add(self.tr("Tag"), self.tag)
        self.form.add(self.tr("Segment or view"), self.filter)
        self.count = Label("", ink="secondary")
        self.form.add_widget(self.count)
        self.body.addWidget(self.form)
        for field in (self.product, self.bank):
            field.editingFinished.connect(self._count)
        for combo in (self.product_kind, self.tag, self.filter):
            combo.activated.connect(lambda _place: self._count())
        self._count()
        self.headline.setFocus()
        self.comes_again("add_log_news", day=day.isoformat())

    def _offer(self, name: str, conditions: list[archive.Condition]) -> None:
        self.filter.add(name, len(self._filters))
        self._filters.append(conditions)

    @property
    def _is_narrowed(self) -> bool:
        typed = self.product.text().strip() or self.bank.text().strip()
        return bool(typed or self.product_kind.currentData() or self._conditions())

    def _conditions(self) -> list[archive.Condition]:
        tag, place = self.tag.currentData(), self.filter.currentData()
        by_tag = [archive.Condition("tag", (tag,))] if tag else []
        return by_tag if place is None else [*by_tag, *self._filters[place]]

    def touched(self, session: Session) -> list[int]:
        """The customers that were chosen; nobody if nothing narrows them down."""
        if not self._is_narrowed:
            return []
        return daily_logs.find_touched(
            session,
            kind=self.product_kind.currentData(),
            product=self.product.text(),
            bank=self.bank.text().strip() or None,
            conditions=self._conditions(),
        )

    def _found_by(self) -> str:
        kind = self.product_kind.currentText() if self.product_kind.currentData() else ""
        tag = self.tag.currentText() if self.tag.currentData() else ""
        chosen = self.filter.currentText() if self.filter.currentData() is not None else ""
        told = (kind, self.product.text().strip(), self.bank.text().strip(), tag, chosen)
        return "  ".join(one for one in told if one)[:LINE_LONGEST]

    def _count(self) -> None:
        try:
            with self._context.store.read() as session:
                found = len(self.touched(session))
        except UserError:
            found = 0
        words = self.tr("It touches {count} customers.").format(count=formats.count(found))
        self.count.setText(words if self._is_narrowed else self.tr("Say whom it touches, if anybody."))

    def submit(self) -> None:
        if not self.form.check():
            return
        given: dict[str, object] = {
            "kind": self.kind.currentData(),
            "headline": self.headline.text(),
            "meaning": self.meaning.toPlainText(),
            "found_by": self._found_by(),
        }
        try:
            with self._context.store.read() as session:
                ids = self.touched(session)
        except UserError as error:
            self.tell(sentence_of(error))
            return
        day = self._day

        def save(session: Session, _progress: Progress) -> str:
            return daily_logs.add_news(session, day, given, ids).uid

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(self.tr("Saving news"), save, done=self._on_saved, failed=self._on_failed)

    def _on_saved(self, uid: str) -> None:
        self.added.emit(uid)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.tell(sentence_of(error))
