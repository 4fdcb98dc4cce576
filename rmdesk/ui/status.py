"""The status bar: at the left the job under way, at the right the vault, its backup and the branch."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from rmdesk.ui import formats, theme
from rmdesk.ui.jobs import Job, Jobs, State
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, IconLabel, Label, ProgressLine, Variant, paint

# A job shorter than this is not worth a flicker in the corner of the eye.
_SHOWN_AFTER = 400  # ms

_BAR_WIDTH = 120
_OLD_DAYS = 3  # a backup older than that stands out


class StatusBar(QWidget):
    """Watches the jobs by itself; the vault's facts are set by the window."""

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(SIZE.status_bar)
        self._jobs = jobs
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=_SHOWN_AFTER)
        self._pause.timeout.connect(self._show_job)

        self.idle = _Fact("circle-check", self.tr("No tasks running"))
        self.title = Label(style=TYPE.secondary, ink="secondary")
        self.bar = ProgressLine(
            height=SIZE.progress_status, width=_BAR_WIDTH, name=self.tr("Progress of the task")
        )
        self.count = Label(style=TYPE.secondary, ink="secondary", tabular=True)
        self.left = Label(style=TYPE.secondary, ink="secondary", tabular=True)
        self.cancel = Button(self.tr("Cancel"), variant=Variant.LINK, height=20)
        self.cancel.setFont(self.title.font())
        self.cancel.clicked.connect(self._on_cancel)
        self._running = QWidget()
        running = QHBoxLayout(self._running)
        running.setContentsMargins(0, 0, 0, 0)
        running.setSpacing(SPACE.medium)
        for widget in (self.title, self.bar, self.count, self.left, self.cancel):
            running.addWidget(widget)
        running.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.idle)
        self._stack.addWidget(self._running)

        self.vault = _Fact("shield-check", "")
        self.backup = _Fact("database-backup", "")
        self.backup.hide()
        self.branch = Label(style=TYPE.secondary, ink="secondary")

        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.medium, 1, SPACE.medium, 0)
        row.setSpacing(SPACE.large)
        row.addWidget(self._stack, 1)
        row.addWidget(self.vault)
        row.addWidget(self.backup)
        row.addWidget(self.branch)

        jobs.started.connect(self._on_started)
        jobs.ended.connect(self._on_ended)

    def set_vault(self, idle_seconds: int | None) -> None:
        """After how many seconds without use it locks; None: never (a demonstration)."""
        if idle_seconds is None:
            text = self.tr("Vault encrypted")
        elif idle_seconds % 60:
            text = self.tr("Vault encrypted, locks after {seconds} s without use").format(
                seconds=idle_seconds
            )
        else:
            text = self.tr("Vault encrypted, locks after {minutes} min without use").format(
                minutes=idle_seconds // 60
            )
        self.vault.set_text(text)

    def set_backup(
        self, at: datetime | None, today: date, *, trouble: str = "", is_made: bool = False
    ) -> None:
        """When the newest verified backup was made, in local time; None while there is none. `trouble`: why
        there is no newer one, or, where `is_made`, none in the second folder.
        """
        self.backup.setVisible(at is not None or bool(trouble))
        days = 0 if at is None else (today - at.date()).days
        if not trouble and days > _OLD_DAYS:
            self.backup.set_caution(
                self.tr("The last backup is {days} days old. Make one in the settings.").format(days=days)
            )
        else:
            self.backup.set_caution(trouble)
        if at is None:
            self.backup.set_text(self.tr("No backup"))
            return
        moment = at.strftime("%H:%M" if at.date() == today else "%Y-%m-%d %H:%M")
        if at.date() == today:
            text = self.tr("Last backup today {time}, verified").format(time=moment)
        else:
            text = self.tr("Last backup {time}, verified").format(time=moment)
        if days > _OLD_DAYS:
            text = self.tr("{last}, {days} days ago").format(last=text, days=days)
        if trouble and is_made:
            text = self.tr("{last}; the second folder lacks it").format(last=text)
        elif trouble:
            text = self.tr("{last}; the newest changes are not in it").format(last=text)
        self.backup.set_text(text)

    def let_backup_lead(self, further: Callable[[], object]) -> None:
        """Where a press on the words about the backup leads."""
        self.backup.setCursor(Qt.CursorShape.PointingHandCursor)
        self.backup.pressed.connect(further)

    def set_branch(self, name: str) -> None:
        self.branch.setText(name)

    @Slot(object)
    def _on_started(self, job: Job) -> None:
        if self._job is None and not self._pause.isActive():
            self._pause.start()

    @Slot(object)
    def _on_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._stack.setCurrentWidget(self.idle)
            if self._jobs.running:
                self._show_job()
        elif self._job is not None:
            self._show_progress()

    @Slot()
    def _show_job(self) -> None:
        running = self._jobs.running
        if self._job is not None or not running:
            return
        # What runs before what waits for it.
        self._job = next((job for job in running if job.state is State.RUNNING), running[0])
        self._job.progressed.connect(self._show_progress)
        self.cancel.setEnabled(True)
        self._show_progress()
        self._stack.setCurrentWidget(self._running)

    @Slot()
    def _show_progress(self) -> None:
        job = self._job
        if job is None:
            return
        others = len(self._jobs.running) - 1
        title = job.title
        if others > 0:
            title = self.tr("{title} and {count} more").format(title=title, count=others)
        self.title.setText(title)
        self.bar.set_share(job.done / job.total if job.total > 0 else None)
        self.count.setText(f"{job.done:,} / {job.total:,}" if job.total > 0 else "")
        self.left.setText(formats.time_left(job.seconds_left))

    @Slot()
    def _on_cancel(self) -> None:
        if self._job is not None:
            self.cancel.setEnabled(False)  # asked for once; the job says when it has ended
            self._job.cancel()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("window"))
        paint.edge(painter, self.rect(), Qt.Edge.TopEdge)


class _Fact(QWidget):
    """A small icon and a few words; `pressed` leads further, where something listens and the hand says so."""

    pressed = Signal()

    def __init__(self, icon: str, text: str) -> None:
        super().__init__()
        self._label = Label(text, style=TYPE.secondary, ink="secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._name = icon
        self._icon = IconLabel(icon, size=SIZE.icon_status)
        row.addWidget(self._icon)
        row.addWidget(self._label)
        row.addStretch(1)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        return self._label.text()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def set_caution(self, why: str) -> None:
        """Stand out, and say why under the mouse; "" for no longer."""
        self._label.set_ink("caution" if why else "secondary")
        self._icon.set_icon(self._name, "caution" if why else "secondary")
        self.setToolTip(why)
        self.setAccessibleDescription(why)

    def set_text(self, text: str) -> None:
        self._label.setText(text)
        self.setAccessibleName(text)
