"""Getting back in with the recovery code: a new password for one person, and a new code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from rmdesk.services import accounts
from rmdesk.services.errors import UserError
from rmdesk.services.vault import recovery
from rmdesk.ui.account.new_password import NewPassword
from rmdesk.ui.dialogs.show_recovery_code import CodeKeeper, CodeSteps
from rmdesk.ui.messages import beside_field, refusal_of, sentence_of
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, CheckBox, Combo, Form, Label, LineField, NoticeBar, Variant, paint

if TYPE_CHECKING:
    from rmdesk.services.accounts import SignedIn
    from rmdesk.services.vault import KeyFile, Vault, VaultFolder
    from rmdesk.ui.jobs import Job, Jobs
    from rmdesk.ui.workers import Progress

_OLDER = ("vault.rolled_back", "vault.forked")


class RecoverVault(QDialog):
    """Asks for the code, the person and a new password; then shows the new code until it is on paper.

    Only then is anything changed: cancelled before, the old code and passwords stay good.
    """

    recovered = Signal(object, object)  # Vault, SignedIn

    def __init__(
        self, folder: VaultFolder, keyfile: KeyFile, jobs: Jobs, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._folder, self._keyfile, self._jobs = folder, keyfile, jobs
        self._keeper: CodeKeeper | None = None
        self._job: Job | None = None
        self.setWindowTitle(self.tr("Use recovery code"))
        self.setFixedWidth(520)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_form())
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.huge, 20, SPACE.huge, 20)
        column.addWidget(self._stack)

    def _build_form(self) -> QWidget:
        self.code = LineField(placeholder="XXXX-XXXX-…", height=SIZE.control_sign_in)
        self.code.setMaxLength(200)
        self.code.textChanged.connect(self._on_code)
        self.person = Combo(height=SIZE.control_sign_in, mark="chevrons-up-down")
        for name in self._keyfile.names():
            self.person.add(name, name, avatar=paint.initials(name))
        self.password = NewPassword(lambda: self.person.currentText(), height=SIZE.control_sign_in)
        form = Form(spacing=SPACE.medium)
        self._code_row = form.add(self.tr("Recovery code"), self.code, required=True, check=self._check_code)
        form.add(self.tr("Who gets a new password"), self.person, required=True)
        self._form = form
        self.trouble = NoticeBar("", tone="warning")
        self.trouble.hide()
        self.older = CheckBox(self.tr("Open this older state; I know that later work is missing"))
        self.older.hide()
        cancel = Button(self.tr("Cancel"), height=SIZE.control_sign_in)
        cancel.clicked.connect(self.reject)
        self.next_button = Button(self.tr("Continue"), variant=Variant.PRIMARY, height=SIZE.control_sign_in)
        self.next_button.clicked.connect(self.recover)
        self.next_button.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.small)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.next_button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.medium)
        column.addWidget(Label(self.tr("Use recovery code"), style=TYPE.title))
        column.addWidget(
            Label(
                self.tr(
                    "The code opens the vault once. You choose a new password for one person and get a new "
                    "code. "
                    "All administrators are told at their next sign-in."
                ),
                ink="secondary",
                wrap=True,
            )
        )
        column.addWidget(form)
        column.addWidget(self.password)
        column.addWidget(self.trouble)
        column.addWidget(self.older)
        column.addStretch(1)
        column.addLayout(foot)
        self._on_code("")
        return page

    @property
    def code_note(self) -> str:
        """What is said of the code as far as it is typed."""
        return self._code_row.note

    # --- the code as it is typed -----------------------------------------------------------------

    def _on_code(self, typed: str) -> None:
        self._code_row.set_error("")
        if not typed.strip():
            self._code_row.set_note(
                self.tr(
                    "Type or paste it as it stands on the sheet. Capitals, spaces and hyphens do not matter."
                )
            )
            return
        try:
            recovery.read_code(typed)
        except UserError as error:
            if error.code == "recovery.wrong_length":
                given, wanted = error.params["given"], error.params["wanted"]
                self._code_row.set_note(
                    self.tr("{given} of {wanted} characters").format(given=given, wanted=wanted)
                )
            else:
                self._code_row.set_error(beside_field(error))
        else:
            self._code_row.set_note(self.tr("The code is complete and free of typing errors."))

    def _check_code(self) -> str:
        return refusal_of(recovery.read_code, self.code.text())

    # --- recovering ------------------------------------------------------------------------------

    def recover(self) -> None:
        """Open the vault with what was entered; the new code is shown before anything is changed."""
        if self._job is not None:
            return
        # Both are checked, so that everything wrong is marked at once.
        password_right, form_right = self.password.check(), self._form.check()
        if not (password_right and form_right):
            return
        keeper = self._keeper = CodeKeeper(self)
        keeper.made.connect(self._on_made)
        folder, code, name = self._folder, self.code.text(), self.person.currentText()
        new, accept = self.password.password, self.older.isChecked()

        def work(progress: Progress) -> tuple[Vault, SignedIn]:
            vault, _code = accounts.recover(
                folder,
                code,
                name,
                new,
                accept_rollback=accept,
                keep_code=lambda made: keeper.keep(made, progress),
            )
            return vault, accounts.enter(vault, recovery_sheets=keeper.copies)

        self._busy(True)
        self._job = self._jobs.background(
            self.tr("Opening the vault"),
            work,
            done=lambda made: self._on_recovered(*made),
            failed=self._on_failed,
        )
        self._job.cancelled.connect(self._on_cancelled)

    def _on_made(self, code: str) -> None:
        steps = CodeSteps(
            self._jobs,
            code,
            vault_uid=self._keyfile.vault,
            branch=self._keyfile.branch,
            person=self.person.currentText(),
            notice=self.tr(
                "Once you have finished here, the former code opens nothing any more: destroy its sheet."
            ),
        )
        steps.kept.connect(self._on_kept)
        steps.refused.connect(self.reject)
        self._stack.addWidget(steps)
        self._stack.setCurrentWidget(steps)

    @property
    def steps(self) -> CodeSteps | None:
        """Where the new code is shown, once there is one."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, CodeSteps) else None

    def _on_kept(self, copies: int) -> None:
        if self._keeper is not None:
            self._keeper.accept(copies)

    def _on_recovered(self, vault: Vault, signed_in: SignedIn) -> None:
        self._job = None
        self._forget()
        self.recovered.emit(vault, signed_in)
        super().accept()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._back_to_form()
        if isinstance(error, UserError) and error.code.startswith("recovery."):
            self._code_row.set_error(beside_field(error))
            self.code.setFocus()
            return
        self.trouble.set_text(sentence_of(error))
        self.trouble.show()
        self.older.setVisible(isinstance(error, UserError) and error.code in _OLDER)

    def _on_cancelled(self) -> None:
        self._job = None
        self._back_to_form()

    def _back_to_form(self) -> None:
        steps = self.steps
        self._stack.setCurrentIndex(0)
        if steps is not None:
            self._stack.removeWidget(steps)
            steps.deleteLater()
        self._busy(False)

    def _busy(self, busy: bool) -> None:
        for widget in (self._form, self.password, self.next_button, self.older):
            widget.setEnabled(not busy)
        self.next_button.setText(self.tr("Opening…") if busy else self.tr("Continue"))
        self.trouble.hide()

    def _forget(self) -> None:
        self.code.clear()
        self.password.clear()

    def reject(self) -> None:
        if self._keeper is not None:
            self._keeper.refuse()
        if self._job is not None:
            self._job.cancel()
        self._forget()
        super().reject()
