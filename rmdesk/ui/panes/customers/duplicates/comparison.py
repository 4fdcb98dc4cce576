"""Two records side by side: which one stays, which value of each field, and what hangs on either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rmdesk import labels
from rmdesk.services.customers.record import CustomerRecord
from rmdesk.services.duplicates import Comparison, Figures, PairRow, reason
from rmdesk.ui import formats
from rmdesk.ui.panes.customers.duplicates.choice_row import LABEL_WIDTH, ChoiceRow, GroupHead
from rmdesk.ui.panes.customers.page import wording
from rmdesk.ui.panes.customers.side_by_side import SideBySide
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, Label, Segments, Variant


class ComparisonCard(SideBySide):
    """`merge_wanted`, `apart_wanted`, `later_wanted`: what the three buttons at the foot ask for."""

    merge_wanted = Signal()
    apart_wanted = Signal()
    later_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.merge_button = Button(self.tr("Merge"), icon="check", variant=Variant.PRIMARY, key="Ctrl+Return")
        self.apart_button = Button(self.tr("Different people"), key="Ctrl+D")
        self.later_button = Button(self.tr("Later"), key="Ctrl+J")
        super().__init__((self.merge_button, self.apart_button, self.later_button), parent=parent)
        self.comparison: Comparison | None = None
        self.stays: ChoiceRow | None = None
        self.figures: Segments | None = None
        for button, signal in (
            (self.merge_button, self.merge_wanted),
            (self.apart_button, self.apart_wanted),
            (self.later_button, self.later_wanted),
        ):
            button.clicked.connect(signal)

    # --- what is shown ---------------------------------------------------------------------------

    def show_pair(self, pair: PairRow | None, comparison: Comparison | None) -> None:
        """Show two records as they are now; None shows nothing."""
        self.comparison = comparison
        self.stays, self.figures = None, None
        if pair is None or comparison is None:
            self.lay("", "")
            return
        told = self.tr("{score} of 100: {reason}")
        why = told.format(score=pair.pair.score, reason=reason(pair.pair.reasons))
        self.lay(self.tr("One person or two?"), why, self._lines(comparison))

    def shows(self, comparison: Comparison) -> bool:
        """Whether these two records stand here already, as they are now."""
        if self.comparison is None:
            return False
        here, there = (
            [(one.uid, one.version) for one in found.records] for found in (self.comparison, comparison)
        )
        return here == there

    def _lines(self, comparison: Comparison) -> Iterator[QWidget]:
        a, b = comparison.records
        self.stays = ChoiceRow(self.tr("Stays"), (_who(a), _who(b)), chosen=comparison.survivor)
        yield self.stays
        differing = [one for one in comparison.choices if one.differs]
        yield self._heading(self.tr("Differing fields"), len(differing))
        for one in differing:
            values = (wording.value(one.field, one.values[0]), wording.value(one.field, one.values[1]))
            row = ChoiceRow(wording.field_label(one.field), values, chosen=one.proposed)
            self.rows[one.field.name] = row
            yield row
        if comparison.colliding:
            yield self._figures(comparison.colliding)
        beside = _beside(a, b)
        yield self._heading(self.tr("Kept of both"), len(beside))
        for label, values in beside:
            yield ChoiceRow(label, values, chosen=None)
        same = [
            (one, words)
            for one in comparison.choices
            if not one.differs and (words := wording.value(one.field, one.values[0]))
        ]
        yield self._heading(self.tr("Same in both"), len(same))
        for one, words in same:
            yield ChoiceRow(wording.field_label(one.field), (words, words), chosen=None)

    def _heading(self, title: str, count: int) -> QWidget:
        head = GroupHead(title, formats.count(count))
        head.setVisible(count > 0)
        return head

    def _figures(self, colliding: int) -> QWidget:
        """What becomes of figures of one day of which both have one."""
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(SPACE.pane, SPACE.small, SPACE.small, SPACE.small)
        row.setSpacing(SPACE.small)
        words = self.tr("Assets of the same day ({count})").format(count=formats.count(colliding))
        self.figures = Segments(
            [
                (Figures.SURVIVOR.value, self.tr("Of the one that stays")),
                (Figures.OTHER.value, self.tr("Of the other")),
                (Figures.SUM.value, self.tr("Added up")),
            ],
            name=words,
            in_form=True,
            height=24,
        )
        label = Label(words, style=TYPE.secondary, ink="secondary", wrap=True)
        label.setFixedWidth(LABEL_WIDTH - SPACE.small)
        row.addWidget(label)
        row.addWidget(self.figures)
        row.addStretch(1)
        return box

    # --- what is chosen --------------------------------------------------------------------------

    @property
    def survivor(self) -> int:
        """The place of the record that stays."""
        return 0 if self.stays is None or self.stays.chosen is None else self.stays.chosen

    @property
    def taken(self) -> list[str]:
        """The fields whose value comes from the other record."""
        return [name for name, row in self.rows.items() if row.chosen != self.survivor]

    @property
    def figures_chosen(self) -> str:
        return Figures.SURVIVOR if self.figures is None else self.figures.current or Figures.SURVIVOR

    def go_to_first(self) -> None:
        if self.stays is not None:
            self.stays.setFocus(Qt.FocusReason.OtherFocusReason)


def _who(record: CustomerRecord) -> str:
    return "  ".join(part for part in (record.name, record.fields["number"].value) if part)


def _beside(a: CustomerRecord, b: CustomerRecord) -> list[tuple[str, tuple[str, str]]]:
    """The rows that hang on either, in words or by their number; what neither has is left out."""

    def both(label: str, words: Sequence[str]) -> tuple[str, tuple[str, str]]:
        return label, (words[0], words[1])

    records = (a, b)
    found = [
        both(
            labels.table("customer_phone"), [labels.listed(_texts(one.phones, "number")) for one in records]
        ),
        both(
            labels.table("identity_document"),
            [labels.listed(_texts(one.documents, "number")) for one in records],
        ),
        both(
            labels.table("customer_address"),
            [labels.listed(_texts(one.addresses, "address")) for one in records],
        ),
        both(labels.table("tag"), [labels.listed(one.tags) for one in records]),
        both(
            labels.table("relation"),
            [labels.listed(relation.name for relation in one.relations) for one in records],
        ),
        *(
            both(labels.table(table), [_counted(getattr(one, name)) for one in records])
            for table, name in (
                ("holding", "holdings"),
                ("aum_figure", "figures"),
                ("important_date", "dates"),
            )
        ),
    ]
    return [(label, values) for label, values in found if any(values)]


def _texts(rows: Sequence[object], field: str) -> list[str]:
    return [str(getattr(row, field).value or "") for row in rows]


def _counted(rows: Sequence[object]) -> str:
    return formats.count(len(rows)) if rows else ""
