"""The window of the first start: steps at the left, one question at a time at the right.

The vault comes into being only when its recovery code is on paper: until then, leaving leaves nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from rmdesk import words
from rmdesk.services import accounts
from rmdesk.services import vault as vaults
from rmdesk.services.vault import keyfile as keyfiles
from rmdesk.ui import ask, icons, theme
from rmdesk.ui.dialogs.show_recovery_code import CodeKeeper, CodeSteps
from rmdesk.ui.first_start.pages import BeginningPage, BranchPage, MakingPage, Page, PersonPage
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.pane import command
from rmdesk.ui.tokens import RADIUS, SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, Ground, Hairline, Label, Segments, Variant, paint

if TYPE_CHECKING:
    from rmdesk.services.accounts import SignedIn
    from rmdesk.services.vault import Cost, Vault
    from rmdesk.ui.context import ConfigHolder
    from rmdesk.ui.i18n import Languages
    from rmdesk.ui.jobs import Job, Jobs
    from rmdesk.ui.workers import Progress

WIDTH, HEIGHT, SIDE = 760, 560, 208


class FirstStartWindow(QWidget):
    """Makes a vault in `folder` or wherever the person chooses. `cost` is calibrated unless given."""

    finished = Signal(
        object, object, str
    )  # Vault, SignedIn, FirstStep.id: whoever takes them closes the vault
    sign_in_wanted = Signal(object)  # Path: there is a vault already
    demonstration_wanted = Signal()  # before there is a vault
    quit = Signal()

    def __init__(
        self,
        folder: Path,
        jobs: Jobs,
        config: ConfigHolder,
        languages: Languages,
        *,
        cost: Cost | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._config, self._languages, self._cost = jobs, config, languages, cost
        self._keeper: CodeKeeper | None = None
        self._job: Job | None = None
        self._made: tuple[Vault, SignedIn] | None = None
        self._done = False
        self.setWindowTitle("rmdesk")
        self.setWindowIcon(icons.app_icon())
        self.setFixedSize(WIDTH, HEIGHT)
        command(self, "manual help", self.tr("Manual"), self.show_manual, key="F1")
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._root: QWidget | None = None
        self._build(folder)

    @property
    def manual_place(self) -> str:
        """What the manual says of the step that is shown."""
        if self.code_steps is not None:
            return "first-day#recovery-code"
        return "first-day#begin" if self._stack.currentWidget() is self.beginning_page else "first-day#vault"

    def show_manual(self) -> None:
        from rmdesk.ui.manual import show_manual

        show_manual(self.manual_place, self)

    # --- parts -----------------------------------------------------------------------------------

    def _build(self, folder: Path) -> None:
        """Everything in the present language; called again when another is chosen."""
        former, self._root = self._root, QWidget()
        self.branch_page = BranchPage(folder)
        self.branch_page.sign_in_wanted.connect(self._on_sign_in_wanted)
        self.branch_page.demonstration_wanted.connect(self.demonstration_wanted)
        self.person_page = PersonPage()
        self.making_page = MakingPage()
        self.beginning_page = BeginningPage()
        self.beginning_page.chosen.connect(self._on_chosen)
        self._stack = QStackedWidget()
        for page in (self.branch_page, self.person_page, self.making_page, self.beginning_page):
            self._stack.addWidget(page)
        self._side = _Side(
            [self.tr("The branch"), self.tr("The first person"), self.tr("Recovery code"), self.tr("Begin")],
            self._languages.language,
        )
        self._side.languages.chosen.connect(self._on_language)
        self._side.manual.clicked.connect(self.show_manual)
        self.back_button = Button(self.tr("Back"), icon="arrow-left", height=SIZE.control_sign_in)
        self.back_button.clicked.connect(self._on_back)
        self.next_button = Button(self.tr("Continue"), variant=Variant.PRIMARY, height=SIZE.control_sign_in)
        self.next_button.clicked.connect(self.go_on)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(SPACE.small)
        foot.addStretch(1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        right = Ground("surface")
        column = QVBoxLayout(right)
        column.setContentsMargins(40, 32, 40, SPACE.huge)
        column.setSpacing(SPACE.medium)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        row = QHBoxLayout(self._root)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(Hairline(Qt.Orientation.Vertical))
        row.addWidget(right, 1)
        if former is not None:
            former.hide()
            former.deleteLater()
        self._whole.addWidget(self._root)
        self._root.show()  # a layout would show it only later, and the focus must go into it now
        self._show_page(self.branch_page)

    @property
    def code_steps(self) -> CodeSteps | None:
        """Where the recovery code is shown, while it is."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, CodeSteps) else None

    @property
    def languages(self) -> Segments:
        return self._side.languages

    def _show_page(self, page: Page) -> None:
        self._stack.setCurrentWidget(page)
        asking = page in (self.branch_page, self.person_page)
        self._foot.setVisible(asking or not self.making_page.trouble.isHidden())
        self.back_button.setVisible(page is not self.branch_page)
        self.next_button.setVisible(asking)
        self.languages.setEnabled(asking)
        steps: list[QWidget] = [self.branch_page, self.person_page, self.making_page, self.beginning_page]
        self._side.mark(steps.index(page))
        page.begin()

    def _on_language(self, language: str) -> None:
        """Everything again in another language; what was typed stays."""
        page = [self.branch_page, self.person_page].index(self._stack.currentWidget())  # type: ignore[arg-type]
        branch, name, folder = (
            self.branch_page.branch.text(),
            self.person_page.name.text(),
            self.branch_page.folder,
        )
        first, again = self.person_page.password.first.text(), self.person_page.password.again.text()
        self._languages.use(language)
        self._config.change(language=language)
        self._build(folder)
        self.branch_page.branch.setText(branch)
        self.person_page.name.setText(name)
        self.person_page.password.first.setText(first)
        self.person_page.password.again.setText(again)
        self._show_page([self.branch_page, self.person_page][page])
        self.languages.button(language).setFocus()

    # --- going through the steps -----------------------------------------------------------------

    def go_on(self) -> None:
        """What Enter and the primary button do on a page that asks."""
        page = self._stack.currentWidget()
        if page is self.branch_page and self.branch_page.check():
            self._show_page(self.person_page)
        elif page is self.person_page and self.person_page.check():
            self._make()

    def _on_back(self) -> None:
        self.making_page.trouble.hide()
        back_to = self.branch_page if self._stack.currentWidget() is self.person_page else self.person_page
        self._show_page(back_to)

    def _make(self) -> None:
        folder, branch = self.branch_page.folder, self.branch_page.branch.text()
        name, password, cost = self.person_page.name.text(), self.person_page.password.password, self._cost
        keeper = self._keeper = CodeKeeper(self)
        keeper.made.connect(self._on_code)

        def work(progress: Progress) -> tuple[Vault, SignedIn]:
            vault, _code = vaults.create_vault(
                folder,
                branch=branch,
                admin=name,
                password=password,
                cost=cost,
                keep_code=lambda code: keeper.keep(code, progress),
            )
            return vault, accounts.enter(vault, recovery_sheets=keeper.copies)

        self._show_page(self.making_page)
        self._job = self._jobs.background(
            self.tr("Making the vault"), work, done=lambda made: self._on_made(*made), failed=self._on_failed
        )
        self._job.cancelled.connect(self._on_cancelled)

    def _on_code(self, code: str) -> None:
        # Until the code is on paper, the key file lies with the other unfinished parts.
        parts = vaults.VaultFolder(vaults.VaultFolder.at(self.branch_page.folder).unfinished)
        steps = CodeSteps(
            self._jobs,
            code,
            vault_uid=keyfiles.load(parts).keyfile.vault,
            branch=self.branch_page.branch.text(),
            person=self.person_page.name.text(),
        )
        steps.kept.connect(self._on_kept)
        steps.refused.connect(self.close)
        self._stack.addWidget(steps)
        self._stack.setCurrentWidget(steps)
        self._side.mark(2)

    def _on_kept(self, copies: int) -> None:
        if self._keeper is not None:
            self._keeper.accept(copies)

    def _on_made(self, vault: Vault, signed_in: SignedIn) -> None:
        self._job = self._keeper = None
        self._made = (vault, signed_in)
        self.person_page.password.clear()
        self._drop_code()
        self._show_page(self.beginning_page)

    def _on_failed(self, error: Exception) -> None:
        self._job = self._keeper = None
        self._drop_code()
        self.making_page.trouble.set_text(sentence_of(error))
        self.making_page.trouble.show()
        self._show_page(self.making_page)

    def _on_cancelled(self) -> None:
        self._job = self._keeper = None
        self._drop_code()
        if not self._done:
            self._show_page(self.person_page)

    def _drop_code(self) -> None:
        steps = self.code_steps
        if steps is not None:
            self._stack.removeWidget(steps)
            steps.deleteLater()

    def _on_chosen(self, id: str) -> None:
        made, self._made = self._made, None
        if made is None:
            return
        self._done = True
        vault, signed_in = made
        self._config.change(last_name=signed_in.actor.name, vault=str(self.branch_page.folder))
        self.finished.emit(vault, signed_in, id)

    def _on_sign_in_wanted(self, folder: Path) -> None:
        self._done = True
        self.sign_in_wanted.emit(folder)

    # --- leaving ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.next_button.isVisible():
            self.go_on()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._done or self._job is None:
            super().closeEvent(event)
            self._leave()
            return
        event.ignore()
        ask.confirm(
            self,
            title=self.tr("Stop making the vault?"),
            text=self.tr("The vault is not finished. Nothing of it is kept, and the code opens nothing."),
            verb=self.tr("Stop"),
            leave=self.tr("Back to the code"),
            danger=True,
            then=self._stop,
        )

    def _stop(self) -> None:
        self._done = True
        keeper, job = self._keeper, self._job
        if job is not None:
            job.ended.connect(self._on_stopped)
            job.cancel()
        if keeper is not None:
            keeper.refuse()

    def _on_stopped(self) -> None:
        self.close()
        self.quit.emit()

    def _leave(self) -> None:
        if self._done:
            return
        self._done = True
        if self._made is not None:
            vault, _ = self._made
            self._made = None
            accounts.sign_out(vault)
            vault.close()
        self.quit.emit()


class _Side(QWidget):
    """The steps with the present one marked, and the language."""

    _TOP, _ROW = 128, 32

    def __init__(self, steps: list[str], language: str) -> None:
        super().__init__()
        self.setFixedWidth(SIDE - 1)
        self._steps, self._current = steps, 0
        self.languages = Segments(
            [("zh_CN", "中文"), ("en", "English")],
            name=self.tr("Language"),
            current=language if language in words.LANGUAGES else words.language(),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.huge, SPACE.huge + 52, SPACE.huge, SPACE.huge)
        column.addWidget(Label("rmdesk", style=TYPE.section))
        column.addStretch(1)
        self.manual = Button(self.tr("Manual"), icon="circle-help", variant=Variant.LINK, key="F1", height=20)
        column.addWidget(self.manual, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(SPACE.medium)
        column.addWidget(self.languages)

    def mark(self, step: int) -> None:
        self._current = step
        self.setAccessibleDescription(
            self.tr("Step {number} of {steps}: {name}").format(
                number=step + 1, steps=len(self._steps), name=self._steps[step]
            )
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("window"))
        sign = QRectF(SPACE.huge, SPACE.huge, 40, 40)
        paint.frame(painter, sign, fill="accent_fill", radius=RADIUS.control)
        icons.paint(painter, "lock-keyhole", "accent_text", sign.left() + 8, sign.top() + 8, 24)
        for place, step in enumerate(self._steps):
            top = self._TOP + place * self._ROW
            done, current = place < self._current, place == self._current
            icon = "circle-check" if done else "circle-dot" if current else "circle"
            icons.paint(painter, icon, "accent" if current else "secondary", SPACE.huge, top + 8)
            style = TYPE.strong if current else TYPE.body
            line = QRectF(SPACE.huge + 26, top, self.width() - SPACE.huge - 34, self._ROW)
            paint.text(painter, line, step, style=style, role="text" if current else "secondary")
