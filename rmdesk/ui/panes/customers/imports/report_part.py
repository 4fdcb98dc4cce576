"""What a report says, for the preview and the result alike: the numbers, and what stands behind them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from rmdesk import words
from rmdesk.services import amounts
from rmdesk.services.imports import Report, Target
from rmdesk.services.imports.fields import Kind
from rmdesk.ui import formats
from rmdesk.ui.panes.customers.imports import wording
from rmdesk.ui.panes.customers.imports.draft import Draft
from rmdesk.ui.panes.customers.imports.figures import Figures
from rmdesk.ui.panes.customers.imports.grid import Grid, GridRow
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Chip, EmptyState, Hairline, Label

_ROWS, _PROBLEMS, _FLAWED, _PASSED, _PEOPLE, _CLOSED = range(6)
_STAFF = ("owner", "stand_in", "staff")  # fields whose values are people of the branch
_VALUES = 3  # of one kind of problem


class ReportPart(QWidget):
    """`manager_chosen` carries a name of the file and the uid of who it is here, None to keep it as text."""

    manager_chosen = Signal(str, object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._people: Sequence[tuple[str, str]] = ()
        self._names: list[str] = []
        self.figures = Figures()
        self.sentence = Label("", ink="secondary", wrap=True)
        self._chips: dict[int, Chip] = {}
        chips = QHBoxLayout()
        chips.setContentsMargins(SPACE.pane, SPACE.small, SPACE.pane, SPACE.small)
        chips.setSpacing(SPACE.small)
        for place in range(6):
            chip = Chip("", removable=False, active=False)
            chip.clicked.connect(lambda _checked=False, place=place: self.show_part(place))
            self._chips[place] = chip
            chips.addWidget(chip)
        chips.addStretch(1)
        self._grids = [
            Grid(name)
            for name in (
                self.tr("The first rows as they will be"),
                self.tr("Problems by kind"),
                self.tr("Rows with problems"),
                self.tr("Rows that are none of the table's"),
                self.tr("Managers"),
                self.tr("To be closed"),
            )
        ]
        self._grids[_PEOPLE].offer(2, self._choices, self._present)
        self._grids[_PEOPLE].chosen.connect(self._on_chosen)
        self._grids[_PEOPLE].clicked.connect(self._on_clicked)
        self._stack = QStackedWidget()
        for grid in self._grids:
            self._stack.addWidget(grid)
        self._nothing = EmptyState("", icon="circle-check")
        self._stack.addWidget(self._nothing)
        said = QHBoxLayout()
        said.setContentsMargins(SPACE.pane, 0, SPACE.pane, SPACE.small)
        said.addWidget(self.sentence, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.small, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.figures)
        column.addLayout(said)
        column.addWidget(Hairline())
        column.addLayout(chips)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)

    @property
    def chips(self) -> list[Chip]:
        """By the part that each of them shows."""
        return list(self._chips.values())

    def show_report(self, draft: Draft, report: Report, people: Sequence[tuple[str, str]]) -> None:
        """`people` are uid and name of those who may be in charge of customers."""
        is_other, self._draft, self._people = draft is not self._draft, draft, people
        self.figures.show_report(report)
        self.sentence.setText(self._told(draft.about, report))
        self._fill_rows(draft.about, report)
        self._fill_problems(report)
        self._fill_passed(report)
        self._fill_people(draft, report)
        self._fill_closed(report)
        flawed = len(report.rejected_rows) + len(report.warned_rows)
        counts = {
            _ROWS: len(report.shown),
            _PROBLEMS: len(report.kinds),
            _FLAWED: flawed,
            _PASSED: len(report.passed_over),
            _PEOPLE: len(self._names),
            _CLOSED: report.closed,
        }
        titles = {
            _ROWS: self.tr("First rows"),
            _PROBLEMS: self.tr("Problems by kind: {count}"),
            _FLAWED: self.tr("Rows with problems: {count}"),
            _PASSED: self.tr("Not rows of the table: {count}"),
            _PEOPLE: self.tr("Managers in the file: {count}"),
            _CLOSED: self.tr("To be closed: {count}") if report.is_preview else self.tr("Closed: {count}"),
        }
        for place, chip in self._chips.items():
            chip.setText(titles[place].format(count=formats.count(counts[place])))
            chip.setVisible(bool(counts[place]) and (place != _CLOSED or bool(report.closing)))
        if is_other:
            for grid in self._grids:
                grid.start_over()
        first = next((place for place, count in counts.items() if count), _ROWS)
        if counts[_PEOPLE] and report.is_preview and any(draft.meant.get(name) for name in self._names):
            first = _PEOPLE
        self.show_part(first if any(counts.values()) else len(self._grids))

    def show_part(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        for other, chip in self._chips.items():
            chip.set_active(other == place)

    def _told(self, target: Target, report: Report) -> str:
        """The sentence to the numbers: what is not in them."""
        said = [caution] if (caution := target.caution(set(filter(None, report.columns.values())))) else []
        if report.warned:
            said.append(
                self.tr(
                    "{count} of the new and updated rows have a problem in a cell: "
                    "what cannot be read is left out."
                ).format(count=formats.count(report.warned))
                if report.is_preview
                else self.tr(
                    "{count} of the new and updated rows have a problem in a cell: "
                    "what could not be read was left out."
                ).format(count=formats.count(report.warned))
            )
        if report.changed:
            told = (
                self.tr("What the updated rows bring: {fields}.")
                if report.is_preview
                else self.tr("What the updated rows brought: {fields}.")
            )
            fields = (
                self.tr("{field} ({count} rows)").format(
                    field=wording.field(target, name), count=formats.count(count)
                )
                for name, count in report.changed.most_common(_VALUES * 2)
            )
            said.append(told.format(fields=self.tr(", ").join(fields)))
        if report.closed:
            told = (
                self.tr("{count} holdings that the list lacks will be closed on {day}.")
                if report.is_preview
                else self.tr("{count} holdings that the list lacks were closed on {day}.")
            )
            said.append(told.format(count=formats.count(report.closed), day=report.as_of or ""))
        if report.managers:
            rows = sum(report.managers.values())
            told = self.tr(
                "Managers in the file who are nobody here: {names} ({rows} rows); "
                "unless you say who they are, their names are kept as text and nobody has these rows."
            )
            said.append(told.format(names=formats.count(len(report.managers)), rows=formats.count(rows)))
        if said in ([], [caution]) and not report.rejected_rows:
            said.append(self.tr("Every row could be read."))
        return ("" if words.language() == "zh_CN" else " ").join(said)

    def _fill_rows(self, target: Target, report: Report) -> None:
        names = list(dict.fromkeys(name for row in report.shown for name in row.values))
        order = {name: place for place, name in enumerate(report.columns.values()) if name}
        names.sort(key=lambda name: order.get(name, len(order)))
        figures = list(
            dict.fromkeys((one.field, one.basis, one.as_of) for row in report.shown for one in row.figures)
        )
        headings = [
            self.tr("Row"),
            self.tr("Becomes"),
            *(wording.field(target, name) for name in names),
            *(wording.figure(target, *one) for one in figures),
        ]
        kept = [
            {(one.field, one.basis, one.as_of): amounts.grouped(one.amount_fen) for one in row.figures}
            for row in report.shown
        ]
        rows = [
            GridRow(
                [
                    formats.count(row.row),
                    wording.outcome(row.outcome),
                    *(self._worded(name, row.values.get(name, "")) for name in names),
                    *(given.get(one, "") for one in figures),
                ],
                inks={0: "secondary", 1: wording.outcome_ink(row.outcome)},
            )
            for row, given in zip(report.shown, kept, strict=True)
        ]
        of_numbers = [
            place
            for place, name in enumerate(names, 2)
            if target.by_name[name].kind in (Kind.AMOUNT, Kind.RATE, Kind.COUNT)
        ]
        numbers = (0, *of_numbers, *range(2 + len(names), len(headings)))
        self._grids[_ROWS].fill(headings, rows, widths=[64, 84], numbers=numbers)

    def _worded(self, field: str, words: str) -> str:
        """A value of the first rows; a manager by the name of who it is here."""
        if field not in _STAFF or self._draft is None:
            return words
        return dict(self._people).get(self._draft.choices.managers.get(words) or "", words)

    def _fill_problems(self, report: Report) -> None:
        rows = [
            GridRow(
                [
                    formats.count(one.rows),
                    self._taken(one.is_rejected),
                    one.reason,
                    "   ".join(one.values[:_VALUES]),
                    wording.rows(one.first_rows, one.rows),
                ],
                inks={1: "warning" if one.is_rejected else "caution", 3: "secondary"},
            )
            for one in report.kinds
        ]
        headings = [
            self.tr("Rows"),
            self.tr("Taken?"),
            self.tr("What is wrong"),
            self.tr("For instance"),
            self.tr("In rows"),
        ]
        self._grids[_PROBLEMS].fill(headings, rows, widths=[64, 132, 420, 200, 0], stretch=4, numbers=(0,))

    def _fill_passed(self, report: Report) -> None:
        rejected = {one.row for one in report.rejected_rows}
        rows = [
            GridRow(
                [
                    formats.count(one.row),
                    self._taken(one.row in rejected),
                    one.no,
                    one.name,
                    "   ".join(problem.value for problem in one.problems if problem.value),
                    one.reason,
                ],
                inks={0: "secondary", 1: "warning" if one.row in rejected else "caution", 4: "secondary"},
            )
            for one in report.flawed
        ]
        headings = [
            self.tr("Row"),
            self.tr("Taken?"),
            self.tr("Customer number"),
            self.tr("Name"),
            self.tr("In the cell"),
            self.tr("What is wrong"),
        ]
        self._grids[_FLAWED].fill(headings, rows, widths=[64, 132, 0, 0, 0, 0], stretch=5, numbers=(0,))
        passed = [
            GridRow(
                [formats.count(one.row), wording.row_kind(one.kind), one.words],
                inks={0: "secondary", 1: "secondary"},
            )
            for one in report.passed_over
        ]
        self._grids[_PASSED].fill(
            [self.tr("Row"), self.tr("Is"), self.tr("What stands there")],
            passed,
            widths=[64, 96, 0],
            stretch=2,
            numbers=(0,),
        )

    def _taken(self, is_rejected: bool) -> str:
        return self.tr("Rejected") if is_rejected else self.tr("Without the cell")

    def _fill_closed(self, report: Report) -> None:
        rows = [
            GridRow(
                [
                    one.number,
                    one.name,
                    one.bank,
                    one.product,
                    formats.exact_amount(Decimal(one.amount_fen) / 100),
                ]
            )
            for one in report.closing
        ]
        headings = [
            self.tr("Customer number"),
            self.tr("Name"),
            self.tr("Bank"),
            self.tr("Product"),
            self.tr("Amount"),
        ]
        self._grids[_CLOSED].fill(headings, rows, numbers=(4,))

    # --- managers --------------------------------------------------------------------------------

    def _fill_people(self, draft: Draft, report: Report) -> None:
        self._names = list(draft.names if report.is_preview else report.managers)
        chosen = draft.choices.managers
        rows = []
        for name in self._names:
            uid = chosen.get(name)
            meant = draft.meant.get(name)
            if name in chosen:
                why = self.tr("Your choice")
            elif meant is not None:
                why = self.tr("Perhaps {name}?").format(name=self._name_of(meant))
            else:
                why = self.tr("Nobody here is called so")
            rows.append(
                GridRow(
                    [
                        name,
                        formats.count(draft.names.get(name, report.managers.get(name, 0))),
                        self._name_of(uid),
                        why,
                    ],
                    inks={3: "secondary" if name in chosen else "caution"},
                    key=name if report.is_preview else None,
                )
            )
        headings = [self.tr("In the file"), self.tr("Rows"), self.tr("Is here"), ""]
        place = self._grids[_PEOPLE].current_row
        self._grids[_PEOPLE].fill(headings, rows, widths=[200, 64, 240, 0], stretch=3, numbers=(1,))
        self._grids[_PEOPLE].go_to(place)

    def _name_of(self, uid: str | None) -> str:
        names = dict(self._people)
        return names.get(uid or "", self.tr("Nobody; keep the name as text"))

    def _choices(self) -> list[tuple[str | None, str]]:
        return [(None, self.tr("Nobody; keep the name as text")), *self._people]

    def _present(self, place: int) -> str | None:
        name = self._names[place]
        if self._draft is None:
            return None
        return self._draft.choices.managers.get(name, self._draft.meant.get(name))

    def _on_clicked(self, index: QModelIndex) -> None:
        """A click on "Perhaps …?" says yes."""
        draft, name = self._draft, self._names[index.row()]
        if index.column() != 3 or draft is None or draft.result is not None:
            return
        meant = draft.meant.get(name)
        if meant is not None and name not in draft.choices.managers:
            self.manager_chosen.emit(name, meant)

    def _on_chosen(self, place: int, uid: object) -> None:
        self.manager_chosen.emit(self._names[place], uid)
