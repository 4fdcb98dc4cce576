"""Tiers: their names, from which assets on and by which figure; what a change would do to customers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from rmdesk import choices, labels
from rmdesk.models import AumBasis
from rmdesk.services import amounts, tiers
from rmdesk.services.errors import Conflict, UserError
from rmdesk.services.tiers import Move, Step
from rmdesk.ui import formats
from rmdesk.ui.context import Context
from rmdesk.ui.messages import beside_field
from rmdesk.ui.settings.page import SettingsPage
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, Combo, IconButton, Label, LineField, Section, Variant
from rmdesk.words import translate

if TYPE_CHECKING:
    from rmdesk.ui.jobs import Job

_PREVIEW_AFTER_MS = 400
_MOVES_SHOWN = 8


@dataclass(eq=False)
class Row:
    """The fields of one tier; `uid` is None for one that is new."""

    uid: str | None
    name: LineField
    threshold: LineField
    basis: Combo
    remove: IconButton
    error: Label

    def typed(self) -> tuple[str | None, str, str, str]:
        return self.uid, self.name.text().strip(), self.threshold.text().strip(), self.basis.currentData()


class TiersPage(SettingsPage):
    """A tier may be typed in anywhere: they are ordered by where they begin."""

    previewed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.rows: list[Row] = []
        self._present: list[tuple[str | None, str, str, str]] = []
        self._versions: dict[str, int] = {}
        self._asked: Job | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE.small)
        self._grid.setVerticalSpacing(SPACE.small)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        for place, name in enumerate(("name", "threshold_fen", "basis")):
            head = Label(labels.field("tier", name), style=TYPE.secondary, ink="secondary")
            self._grid.addWidget(head, 0, place)
        self.add_button = Button(self.tr("Add a tier"), icon="plus", variant=Variant.LINK, height=24)
        self.add_button.clicked.connect(self.add)
        self.consequence = Label("", ink="secondary", wrap=True)
        section = Section(self.tr("What it does"))
        section.body.addWidget(self.consequence)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.large)
        column.addWidget(self.trouble)
        column.addWidget(
            Label(
                self.tr(
                    "A customer is in the highest tier that the newest figure of assets reaches. Where there "
                    "is no figure of that basis, the newest of the other one counts."
                ),
                ink="secondary",
                wrap=True,
            )
        )
        column.addLayout(self._grid)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(section)
        self._soon = QTimer(self, singleShot=True, interval=_PREVIEW_AFTER_MS)
        self._soon.timeout.connect(self.preview)

    # --- showing -----------------------------------------------------------------------------------

    def load(self) -> None:
        with self.context.store.read() as session:
            found = tiers.list_tiers(session)
            self._versions = {one.uid: one.version for one in found}
            present = tiers.present_steps(session)
        self._show(present)
        self._present = [one.typed() for one in self.rows]
        self.trouble.hide()
        self.consequence.setText(self.tr("Nobody changes tier."))

    def _show(self, wanted: Sequence[Step]) -> None:
        for row in self.rows:
            self._take_away(row)
        self.rows = []
        for step in wanted:
            self._add_row(step)

    def _add_row(self, step: Step | None) -> Row:
        def named(name: str) -> str:
            return labels.field("tier", name)

        name = LineField("" if step is None else step.name, name=named("name"))
        threshold = LineField(
            "" if step is None else _typed_amount(step.threshold_fen), name=named("threshold_fen")
        )
        threshold.setPlaceholderText(self.tr("for example 500,000"))
        basis = Combo(name=named("basis"))
        for code, words in choices.of_field("tier", "basis").items():
            basis.add(words, code)
        basis.choose(self._usual_basis() if step is None else step.basis)
        remove = IconButton("trash-2", self.tr("Remove this tier"))
        error = Label("", style=TYPE.secondary, ink="warning", wrap=True)
        error.hide()
        row = Row(None if step is None else step.uid, name, threshold, basis, remove, error)
        self.rows.append(row)
        line = self._grid.rowCount()
        for place, widget in enumerate((name, threshold, basis, remove)):
            self._grid.addWidget(widget, line, place)
        self._grid.addWidget(error, line + 1, 0, 1, 4)
        remove.clicked.connect(partial(self.remove, row))
        name.textEdited.connect(partial(self._on_edited, row))
        threshold.textEdited.connect(partial(self._on_edited, row))
        threshold.textChanged.connect(partial(_show_understood, threshold))
        basis.activated.connect(partial(self._on_edited, row))
        _show_understood(threshold)
        return row

    def _usual_basis(self) -> str:
        return self.rows[-1].basis.currentData() if self.rows else AumBasis.MONTH_AVERAGE.value

    def _take_away(self, row: Row) -> None:
        for widget in (row.name, row.threshold, row.basis, row.remove, row.error):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    # --- editing -----------------------------------------------------------------------------------

    def add(self) -> None:
        self._add_row(None).name.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self, row: Row) -> None:
        place = self.rows.index(row)
        self.rows.remove(row)
        self._take_away(row)
        left = self.rows[min(place, len(self.rows) - 1)].name if self.rows else self.add_button
        left.setFocus(Qt.FocusReason.OtherFocusReason)
        self._soon.start()

    def _on_edited(self, row: Row, *_typed: object) -> None:
        self._set_error(row, "")
        self.trouble.hide()
        self._soon.start()

    @property
    def is_changed(self) -> bool:
        return bool(self._present) and [one.typed() for one in self.rows] != self._present

    def _read(self, *, tell: bool) -> list[Step] | None:
        """What is entered, lowest first; None if a field cannot be read."""
        found: list[Step] = []
        for row in self.rows:
            try:
                fen = amounts.read(row.threshold.text(), "tier.threshold_fen")
                found.append(Step(tiers.check_name(row.name.text()), fen, row.basis.currentData(), row.uid))
                self._set_error(row, "")
            except UserError as error:
                if not tell:
                    return None
                self._set_error(row, beside_field(error))
                wrong = row.threshold if row.name.text().strip() else row.name
                wrong.setFocus(Qt.FocusReason.OtherFocusReason)
                return None
        return sorted(found, key=lambda one: one.threshold_fen)

    @staticmethod
    def _set_error(row: Row, sentence: str) -> None:
        row.error.setText(sentence)
        row.error.setVisible(bool(sentence))

    def check(self) -> bool:
        return self._read(tell=True) is not None

    # --- what it would do --------------------------------------------------------------------------

    def preview(self) -> None:
        """Count who would change tier, on a reading thread: all customers are looked at."""
        self._soon.stop()
        wanted = self._read(tell=False)
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
        if wanted is None:
            self.consequence.setText(self.tr("Fill in the names and amounts to see who changes tier."))
            return
        steps = wanted
        self._asked = self.context.jobs.read(
            lambda session: tiers.preview_tiers(session, steps),
            done=self._on_previewed,
            failed=self._on_not_previewed,
        )

    def _on_previewed(self, moves: list[Move]) -> None:
        self._asked = None
        self.trouble.hide()
        lines = [_move_words(one) for one in moves[:_MOVES_SHOWN]]
        rest = sum(one.customers for one in moves[_MOVES_SHOWN:])
        if rest:
            lines.append(self.tr("and {count} others").format(count=formats.count(rest)))
        self.consequence.setText("\n".join(lines) or self.tr("Nobody changes tier."))
        self.previewed.emit()

    def _on_not_previewed(self, error: Exception) -> None:
        self._asked = None
        if isinstance(error, UserError):
            self.consequence.setText(beside_field(error))
            self.previewed.emit()

    # --- saving ------------------------------------------------------------------------------------

    def save(self) -> None:
        wanted = self._read(tell=True)
        if wanted is None or not self.is_changed:
            return
        steps, versions = wanted, dict(self._versions)

        title = self.tr("Setting the tiers")
        self.keep(title, lambda session: tiers.set_tiers(session, steps, versions=versions))

    def meet_conflict(self, error: Conflict) -> str:
        with self.context.store.read() as session:
            found = tiers.list_tiers(session)
        self._versions = {one.uid: one.version for one in found}
        for row in self.rows:
            if row.uid not in self._versions:  # removed meanwhile: it would be a new one
                row.uid = None
        return self.tr("Somebody else changed the tiers meanwhile. Save again to put yours in force.")


def _move_words(move: Move) -> str:
    nothing = translate("tiers", "no tier")
    return translate(
        "tiers",
        "{count} from {former} to {next}",
        count=formats.count(move.customers),
        former=move.from_ or nothing,
        next=move.to or nothing,
    )


def _typed_amount(fen: int) -> str:
    return amounts.yuan(fen).removesuffix(".00")


def _show_understood(field: LineField, *_typed: object) -> None:
    """The amount as it was understood, right inside the field."""
    try:
        fen = amounts.read(field.text(), "tier.threshold_fen")
    except UserError:
        field.set_hint("")
    else:
        field.set_hint(formats.amount(Decimal(fen) / 100))
