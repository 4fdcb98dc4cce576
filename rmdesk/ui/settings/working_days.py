"""Working days: public holidays of a year and the rest days worked in exchange, as the branch keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from rmdesk.services import holiday_table, roles, typed_days, working_days
from rmdesk.services.errors import Conflict, UserError
from rmdesk.services.roles import Permission
from rmdesk.services.working_days import Line, YearTable
from rmdesk.ui import formats
from rmdesk.ui.context import Context
from rmdesk.ui.messages import beside_field, sentence_of
from rmdesk.ui.pane import command
from rmdesk.ui.settings.page import SettingsPage
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, Combo, IconButton, Label, LineField, Variant

_KIND_WIDTH = 96


class LineRow(QWidget):
    """One line of the table in fields; `removed` when its cross is pressed."""

    removed = Signal()

    def __init__(self, line: Line | None, year: int) -> None:
        super().__init__()
        self._year = year
        self._uid = None if line is None else line.uid
        self.name = LineField("" if line is None else line.name, name=self.tr("Name of the holiday"))
        self.kind = Combo(name=self.tr("Off or worked"))
        self.kind.add(self.tr("Off"), False)
        self.kind.add(self.tr("Worked"), True)
        self.kind.choose(line is not None and line.is_working)
        self.kind.setFixedWidth(_KIND_WIDTH)
        self.first = LineField(
            "" if line is None else formats.full_day(line.starts_on), name=self.tr("First day")
        )
        self.last = LineField(
            "" if line is None else formats.full_day(line.ends_on), name=self.tr("Last day")
        )
        self.last.setPlaceholderText(self.tr("the same day"))
        cross = IconButton("x", self.tr("Remove this line"))
        cross.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.small)
        row.addWidget(self.name, 3)
        row.addWidget(self.kind)
        row.addWidget(self.first, 3)
        row.addWidget(self.last, 3)
        row.addWidget(cross)

    @property
    def typed(self) -> tuple[str, bool, str, str]:
        name, first, last = (one.text().strip() for one in (self.name, self.first, self.last))
        return name, bool(self.kind.currentData()), first, last

    def read(self) -> Line:
        """The line as typed; raises UserError, and marks the field that is wrong."""
        first = self._day(self.first, "holiday.starts_on")
        last = self._day(self.last, "holiday.ends_on") if self.last.text().strip() else first
        if not self.name.text().strip():
            error = UserError("text.empty", what="holiday.name")
            self.name.set_error(beside_field(error))
            raise error
        self.name.set_error("")
        return Line(self.name.text(), first, last, bool(self.kind.currentData()), self._uid)

    def _day(self, field: LineField, what: str) -> date:
        try:
            found = typed_days.read_date(field.text(), what, toward="future", today=date(self._year, 1, 1))
        except UserError as error:
            field.set_error(beside_field(error))
            raise
        field.set_error("")
        return found


class LineHeads(QWidget):
    """The words above the columns of the lines."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, SIZE.control + SPACE.small, 0)
        row.setSpacing(SPACE.small)
        kind = Label("", style=TYPE.secondary)
        kind.setFixedWidth(_KIND_WIDTH)
        row.addWidget(Label(self.tr("Name"), style=TYPE.secondary, ink="secondary"), 3)
        row.addWidget(kind)
        for words in (self.tr("First day"), self.tr("Last day")):
            row.addWidget(Label(words, style=TYPE.secondary, ink="secondary"), 3)


class WorkingDaysPage(SettingsPage):
    """One year at a time. What the program brings is the beginning; saving makes it the branch's own."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.saves = bool(roles.allowed(context.actor, Permission.SET_RULES))
        self.year = date.today().year
        self._table: YearTable | None = None
        self._begun: list[tuple[str, bool, str, str]] = []
        self.rows: list[LineRow] = []

        self._title = Label("", style=TYPE.section)
        self.state = Label("", ink="secondary", wrap=True)
        self.earlier = IconButton("chevron-left", self.tr("The year before"), key="Alt+Left")
        self.earlier.clicked.connect(lambda: self.go_to(self.year - 1))
        self.later = IconButton("chevron-right", self.tr("The year after"), key="Alt+Right")
        self.later.clicked.connect(lambda: self.go_to(self.year + 1))
        self.add_button = Button(self.tr("Add a line"), icon="plus", key="Ctrl+N")
        self.add_button.clicked.connect(self.add_line)
        self.paste_button = Button(self.tr("Paste a table"), icon="copy", key="Ctrl+Shift+V")
        self.paste_button.setToolTip(
            self.tr("From a spreadsheet: name, 放假 or 上班 (off or work), first day, last day")
        )
        self.paste_button.clicked.connect(self.paste)
        self.file_button = Button(self.tr("Import from a file…"), icon="folder-open", key="Ctrl+O")
        self.file_button.setToolTip(
            self.tr("A table (.xlsx, .csv, …) or the text of the State Council's notice (.txt)")
        )
        self.file_button.clicked.connect(self.choose_file)
        self.clear_button = Button(self.tr("Back to what the program brings"), variant=Variant.FLAT)
        self.clear_button.clicked.connect(self.clear)
        for name, text, run, key in (
            ("year before", self.tr("The year before"), lambda: self.go_to(self.year - 1), "Alt+Left"),
            ("year after", self.tr("The year after"), lambda: self.go_to(self.year + 1), "Alt+Right"),
            ("add holiday", self.tr("Add a line"), self.add_line, "Ctrl+N"),
            ("paste holidays", self.tr("Paste a table"), self.paste, "Ctrl+Shift+V"),
            ("import holidays", self.tr("Import from a file…"), self.choose_file, "Ctrl+O"),
        ):
            if self.saves or key.startswith("Alt"):
                command(self, name, text, run, key=key)

        head = QHBoxLayout()
        head.setSpacing(SPACE.small)
        head.addWidget(self.earlier)
        head.addWidget(self._title)
        head.addWidget(self.later)
        head.addStretch(1)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE.small)
        feet = []
        for buttons in ((self.add_button, self.paste_button), (self.file_button, self.clear_button)):
            foot = QHBoxLayout()
            foot.setSpacing(SPACE.small)
            for button in buttons:
                foot.addWidget(button)
                if not self.saves:
                    button.hide()
            foot.addStretch(1)
            feet.append(foot)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(SPACE.large)
        body.addWidget(self.trouble)
        body.addLayout(head)
        body.addWidget(self.state)
        self._heads = LineHeads()
        body.addWidget(self._heads)
        body.addLayout(self._lines)
        for foot in feet:
            body.addLayout(foot)

    def load(self) -> None:
        with self.context.store.read() as session:
            self._table = working_days.load_year(session, self.year)
        self._title.setText(str(self.year))
        self.state.setText(self._state_words(self._table))
        self.clear_button.setVisible(self.saves and self._table.is_own)
        self._fill(self._table.lines)
        self._heads.setVisible(bool(self.rows))
        self._begun = self.typed
        self.trouble.hide()

    @property
    def typed(self) -> list[tuple[str, bool, str, str]]:
        """What stands in the fields, line by line."""
        return [row.typed for row in self.rows]

    @property
    def is_changed(self) -> bool:
        return self._table is not None and self.typed != self._begun

    def go_to(self, year: int) -> None:
        """Show another year; not while something is typed that is not saved."""
        if self.is_changed:
            self.tell(self.tr("Save or discard what you typed for {year} first.").format(year=self.year))
        elif working_days.FIRST_YEAR <= year <= working_days.LAST_YEAR:
            self.year = year
            self.load()

    def add_line(self, line: Line | None = None) -> LineRow:
        row = LineRow(line if isinstance(line, Line) else None, self.year)
        row.setEnabled(self.saves)
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._lines.addWidget(row)
        self._heads.show()
        if not isinstance(line, Line):
            row.name.setFocus()
        return row

    def paste(self) -> None:
        """Add the lines of the table or notice on the clipboard; those that cannot be read are said."""
        found = holiday_table.read_text(self.year, QGuiApplication.clipboard().text())
        self._take(found, self.tr("There is no table on the clipboard."))

    def choose_file(self) -> None:
        """Ask for a file and add its lines."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Holidays of {year} from a file").format(year=self.year),
            documents,
            self.tr("Tables") + " (*.xlsx *.xlsm *.xls *.csv *.tsv *.txt);;" + self.tr("All files") + " (*)",
        )
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, path: Path) -> None:
        """Add the lines of this file to those of the year shown; nothing is kept before it is saved."""
        self.file_button.setEnabled(False)
        year, nothing = self.year, self.tr("There are no holidays in {file}.").format(file=path.name)
        job = self.context.jobs.compute(
            self.tr("Reading {file}").format(file=path.name),
            holiday_table.read_file,
            year,
            str(path),
            done=lambda found: self._take(found, nothing) if self.year == year else None,
            failed=lambda error: self.tell(sentence_of(error)),
        )
        job.ended.connect(lambda: self.file_button.setEnabled(True))

    def _take(self, read: holiday_table.Found, nothing: str) -> None:
        found, refused = read
        self.trouble.hide()
        for line in found:
            row = self.add_line(line)
            if self.typed.count(row.typed) > 1:  # it stands there already
                self._remove(row)
        if refused:
            number, error = refused[0]
            self.tell(
                self.tr("{count} lines were not taken over, the first is line {number}: {why}").format(
                    count=len(refused), number=number, why=beside_field(error)
                )
            )
        elif not found:
            self.tell(nothing)

    def clear(self) -> None:
        """Take every line away: once saved, what the program brings counts again."""
        self._fill(())

    def check(self) -> bool:
        self.trouble.hide()
        lines, first = [], None
        for row in self.rows:
            try:
                lines.append(row.read())
            except UserError as error:
                first = first or error
        try:
            if first is not None:
                raise first
            working_days.check_lines(self.year, lines)
        except UserError as error:
            self.tell(beside_field(error))
            return False
        return True

    def save(self) -> None:
        if self._table is None or not self.is_changed:
            return
        lines, year, versions = [row.read() for row in self.rows], self.year, self._table.versions

        title = self.tr("Saving working days")
        self.keep(title, lambda session: working_days.set_year(session, year, lines, versions=versions))

    def meet_conflict(self, error: Conflict) -> str:
        with self.context.store.read() as session:
            self._table = working_days.load_year(session, self.year)
        return self.tr("Somebody else changed this year meanwhile. Save again to put yours in force.")

    def _fill(self, lines: Sequence[Line]) -> None:
        while self.rows:
            self._remove(self.rows[-1])
        for line in lines:
            self.add_line(line)

    def _remove(self, row: LineRow) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._heads.setVisible(bool(self.rows))

    def _state_words(self, table: YearTable) -> str:
        if table.is_own:
            words = self.tr("Entered by the branch; it stands in for what the program brings.")
        elif table.is_known:
            words = self.tr("As the State Council arranged it; the program brings this.")
        else:
            words = self.tr("Not known yet: weekends are days off, and the calendar says that it guesses.")
        return words if self.saves else f"{words} {self.tr('Your roles do not permit changing this.')}"
