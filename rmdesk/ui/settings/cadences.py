"""Contact intervals: how many days between two contacts, by tier, strategy and kind of contact."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from rmdesk import care_labels, choices
from rmdesk.models import ContactKind, Strategy
from rmdesk.models.care import LONGEST_INTERVAL
from rmdesk.services import cadences, tiers
from rmdesk.services.cadences import Place
from rmdesk.services.errors import Conflict
from rmdesk.ui.context import Context
from rmdesk.ui.settings.page import SettingsPage
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Label, LineField, Section

if TYPE_CHECKING:
    pass


class CadencesPage(SettingsPage):
    """One grid for each kind of contact: tiers from the top, strategies beside each other. Empty: never."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.fields: dict[Place, LineField] = {}
        self._seen: dict[Place, int] = {}
        self._begun: dict[Place, str] = {}
        self._grids = QWidget()
        self._sections = QVBoxLayout(self._grids)
        self._sections.setContentsMargins(0, 0, 0, 0)
        self._sections.setSpacing(SPACE.huge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.large)
        column.addWidget(self.trouble)
        column.addWidget(
            Label(
                self.tr(
                    "Days between two contacts; leave a place empty for none. A visit counts as a meeting "
                    "and as a call. Who has no strategy counts as passive, who has no tier as one of the "
                    "lowest."
                ),
                ink="secondary",
                wrap=True,
            )
        )
        column.addWidget(self._grids)

    def load(self) -> None:
        with self.context.store.read() as session:
            ladder = [(one.uid, one.name) for one in reversed(tiers.list_tiers(session))]
            self._seen = cadences.load_intervals(session)
        self._build(ladder)
        for place, field in self.fields.items():
            field.setText(_typed(self._seen.get(place, 0)))
        self._begun = self.typed
        self.trouble.hide()

    @property
    def typed(self) -> dict[Place, str]:
        return {place: field.text().strip() for place, field in self.fields.items()}

    @property
    def is_changed(self) -> bool:
        return self.typed != self._begun

    def _build(self, ladder: list[tuple[str, str]]) -> None:
        """The tiers are the branch's, so the fields are made anew for them."""
        while (item := self._sections.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.fields = {}
        for contact in ContactKind:
            section = Section(care_labels.rule(f"cadence_{contact.value}"))
            inside = QWidget()
            grid = QGridLayout(inside)
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setHorizontalSpacing(SPACE.small)
            grid.setVerticalSpacing(SPACE.small)
            for place, strategy in enumerate(Strategy, 1):
                word = choices.word("customer", "strategy", strategy.value)
                grid.addWidget(Label(word, style=TYPE.secondary, ink="secondary"), 0, place)
                grid.setColumnStretch(place, 2)
            grid.setColumnStretch(0, 2)
            for line, (uid, name) in enumerate(ladder, 1):
                grid.addWidget(Label(name), line, 0)
                for column, strategy in enumerate(Strategy, 1):
                    grid.addWidget(self._field(Place(uid, strategy.value, contact.value), name), line, column)
            section.body.addWidget(inside)
            self._sections.addWidget(section)

    def _field(self, place: Place, tier: str) -> LineField:
        strategy = choices.word("customer", "strategy", place.strategy)
        field = LineField(name=f"{care_labels.rule(f'cadence_{place.contact}')}, {tier}, {strategy}")
        field.set_hint(self.tr("days"))
        field.setPlaceholderText(self.tr("never"))
        field.textEdited.connect(partial(self._on_edited, field))
        self.fields[place] = field
        return field

    def _on_edited(self, field: LineField, _typed: str) -> None:
        field.set_error("")
        self.trouble.hide()

    def check(self) -> bool:
        wrong = []
        for field in self.fields.values():
            text = field.text().strip()
            is_right = not text or (text.isascii() and text.isdigit() and 0 <= int(text) <= LONGEST_INTERVAL)
            sentence = self.tr("Days from 1 to {most}, or empty.").format(most=LONGEST_INTERVAL)
            field.set_error("" if is_right else sentence)
            if not is_right:
                wrong.append(field)
        if wrong:
            wrong[0].setFocus()
            words = self.tr("Some places hold no number of days from 1 to {most}.")
            self.tell(words.format(most=LONGEST_INTERVAL))
        return not wrong

    def save(self) -> None:
        if not self.is_changed:
            return
        wanted = {place: int(text or 0) for place, text in self.typed.items()}
        seen = dict(self._seen)

        title = self.tr("Setting the contact intervals")
        self.keep(title, lambda session: cadences.set_intervals(session, wanted, seen=seen))

    def meet_conflict(self, error: Conflict) -> str:
        """What is in force is shown where nothing was typed."""
        entered = {place: text for place, text in self.typed.items() if text != self._begun[place]}
        self.load()
        for place, text in entered.items():
            if place in self.fields:
                self.fields[place].setText(text)
        return self.tr("Somebody else changed the intervals meanwhile. Save again to put yours in force.")


def _typed(days: int) -> str:
    return str(days) if days else ""
