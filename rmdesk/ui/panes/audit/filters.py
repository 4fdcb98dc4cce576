"""The filters of the audit trail, as chips: person, kind, time span, what entries are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from rmdesk import labels
from rmdesk.ui import formats
from rmdesk.ui.panes.audit.asking import AskCustomer, AskDays
from rmdesk.ui.popover import open_menu
from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.widgets import Chip, Ground
from rmdesk.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from rmdesk.ui.context import Context


@dataclass(frozen=True)
class KindGroup:
    """Kinds that belong together: those beginning with one of `prefixes`."""

    id: str
    title: str
    prefixes: tuple[str, ...]

    @property
    def label(self) -> str:
        return translate("audit filters", self.title)

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(kind for kind in labels.KINDS if kind.startswith(self.prefixes))


_CUSTOMERS = (
    "customer.",
    "phone.",
    "address.",
    "document.",
    "date.",
    "relation.",
    "holding.",
    "figure.",
    "organisation.",
    "import.",
)
_WORK = (
    "interaction.",
    "capture.",
    "visit.",
    "commitment.",
    "appointment.",
    "follow_up.",
    "task.",
    "attachment.",
    "notice.",
    "touchpoint.",
    "greeting.",
    "log.",
)

GROUPS: tuple[KindGroup, ...] = (
    KindGroup("auth", QT_TRANSLATE_NOOP("audit filters", "Signing in and out"), ("auth.",)),
    KindGroup("read", QT_TRANSLATE_NOOP("audit filters", "Shown, exported, printed"), ("field.", "data.")),
    KindGroup("staff", QT_TRANSLATE_NOOP("audit filters", "People and passwords"), ("staff.",)),
    KindGroup("customer", QT_TRANSLATE_NOOP("audit filters", "Customers"), _CUSTOMERS),
    KindGroup("work", QT_TRANSLATE_NOOP("audit filters", "Contacts and promises"), _WORK),
    KindGroup(
        "setting",
        QT_TRANSLATE_NOOP("audit filters", "Settings"),
        (
            "setting.",
            "branch.",
            "tiers.",
            "tag.",
            "view.",
            "holidays.",
            "cadence.",
            "template.",
            "script.",
            "segment.",
        ),
    ),
    KindGroup("plan", QT_TRANSLATE_NOOP("audit filters", "Plans"), ("goal.", "plan.", "activity.")),
    KindGroup(
        "survey",
        QT_TRANSLATE_NOOP("audit filters", "Surveys and complaints"),
        ("survey.", "complaint."),
    ),
    KindGroup(
        "vault",
        QT_TRANSLATE_NOOP("audit filters", "The vault itself"),
        ("vault.", "changes.", "demo.", "retention."),
    ),
    KindGroup("undo", QT_TRANSLATE_NOOP("audit filters", "Changes undone"), ("change.",)),
)

# Days back from today, today included.
SPANS: dict[int, str] = {
    1: QT_TRANSLATE_NOOP("audit filters", "Today"),
    7: QT_TRANSLATE_NOOP("audit filters", "Last 7 days"),
    30: QT_TRANSLATE_NOOP("audit filters", "Last 30 days"),
    365: QT_TRANSLATE_NOOP("audit filters", "Last 365 days"),
}


def midnight(day: date) -> datetime:
    """The beginning of a day in this computer's time zone."""
    return datetime.combine(day, datetime.min.time()).astimezone()


def span_start(days: int, today: date) -> datetime:
    """When a span of `days` begins: midnight of its first day in this computer's time zone."""
    return midnight(today - timedelta(days=days - 1))


class FilterRow(Ground):
    """The row under the head. `changed` carries filters as `audit.find_entries` takes them, None for one that
    was taken away.
    """

    changed = Signal(dict)

    def __init__(self, context: Context, people: Mapping[str, str], *, parent: QWidget | None = None) -> None:
        """`people`: sign-in names by uid, those whose entries may be read."""
        super().__init__("surface", parent=parent)
        self.setFixedHeight(SIZE.filter_row)
        self._context, self.people = context, people
        self._chosen: dict[str, Any] = {}
        self._days: tuple[date | None, date | None] = (None, None)
        self.chips: dict[str, Chip] = {}
        self.add_chip = Chip(self.tr("Condition"), removable=False, active=False, icon="plus")
        self.add_chip.clicked.connect(self.open_menu)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACE.pane, 0, SPACE.pane, 0)
        self._row.setSpacing(SPACE.small)
        self._row.addWidget(self.add_chip)
        self._row.addStretch(1)

    def add_right(self, widget: QWidget) -> None:
        self._row.addWidget(widget)

    def open_menu(self) -> QMenu:
        """Everything that can be narrowed down."""
        menu = QMenu(self)
        person = menu.addMenu(self.tr("Person"))
        for uid, name in sorted(self.people.items(), key=lambda pair: pair[1]):
            person.addAction(name, partial(self.choose_person, uid))
        menu.addAction(self.tr("Customer…"), self.ask_customer)
        kind = menu.addMenu(self.tr("Kind"))
        for group in GROUPS:
            kind.addAction(group.label, partial(self.choose_group, group.id))
        span = menu.addMenu(self.tr("Time"))
        for days, words in SPANS.items():
            span.addAction(translate("audit filters", words), partial(self.choose_span, days))
        span.addAction(self.tr("Days…"), self.ask_days)
        menu.aboutToHide.connect(menu.deleteLater)
        open_menu(menu, self.add_chip.mapToGlobal(QPoint(0, self.add_chip.height() + 2)))
        return menu

    def ask_customer(self) -> AskCustomer:
        dialog = AskCustomer(self._context, parent=self)
        dialog.chosen.connect(self.choose_customer)
        dialog.open()
        return dialog

    def ask_days(self) -> AskDays:
        dialog = AskDays(*self._days, parent=self)
        dialog.chosen.connect(self.choose_days)
        dialog.open()
        return dialog

    def choose_person(self, uid: str) -> None:
        name = self.people.get(uid, "")
        self._set("person", self.tr("Person: {name}").format(name=name), staff_uid=uid)

    def choose_group(self, id: str) -> None:
        group = next(one for one in GROUPS if one.id == id)
        self._set("kind", self.tr("Kind: {kind}").format(kind=group.label), kinds=group.kinds)

    def choose_kind(self, kind: str) -> None:
        """Only one kind, narrower than its group."""
        self._set("kind", self.tr("Kind: {kind}").format(kind=labels.kind(kind)), kinds=(kind,))

    def choose_customer(self, uid: str, name: str) -> None:
        self._set("customer", self.tr("Customer: {name}").format(name=name), customer_uid=uid)

    def choose_span(self, days: int) -> None:
        self._days = (None, None)
        start = span_start(days, date.today())
        self._set("time", translate("audit filters", SPANS[days]), from_=start, to=None)

    def choose_days(self, first: date | None, last: date | None) -> None:
        """The days from `first` to `last`, both included."""
        self._days = (first, last)
        words = [formats.full_day(one) if one else "" for one in (first, last)]
        self._set(
            "time",
            self.tr("Days: {first} to {last}").format(first=words[0], last=words[1]).strip(),
            from_=None if first is None else midnight(first),
            to=None if last is None else midnight(last + timedelta(days=1)),
        )

    def choose_subject(self, uid: str, words: str) -> None:
        """Only what is mainly about one row, such as a customer."""
        self._set("subject", self.tr("About: {what}").format(what=words), subject_uid=uid)

    def clear(self) -> None:
        for name in list(self.chips):
            self._remove(name)

    def _set(self, name: str, words: str, **filters: Any) -> None:
        if name in self.chips:
            self._drop(name)
        chip = Chip(words)
        chip.clicked.connect(self.open_menu)
        chip.removed.connect(lambda: self._remove(name))
        self.chips[name] = chip
        self._chosen[name] = filters
        self._row.insertWidget(len(self.chips) - 1, chip)
        self.changed.emit(filters)

    def _remove(self, name: str) -> None:
        taken = self._chosen[name]
        self._drop(name)
        self.add_chip.setFocus()
        self.changed.emit(dict.fromkeys(taken))

    def _drop(self, name: str) -> None:
        chip = self.chips.pop(name)
        self._chosen.pop(name)
        chip.hide()
        chip.deleteLater()
