"""Appearance and language: settings of this computer, not of the branch."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from rmdesk import policies
from rmdesk.ui.context import Context
from rmdesk.ui.settings.page import SettingsPage, imposed_note
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Form, Segments


class AppearancePage(SettingsPage):
    """Light or dark, and the language of the window. Both apply as soon as they are saved."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.appearance = Segments(
            [
                ("system", self.tr("Follow Windows")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ],
            name=self.tr("Appearance"),
            in_form=True,
        )
        self.language = Segments(
            [("zh_CN", "中文"), ("en", "English")], name=self.tr("Language"), in_form=True
        )
        self.morning = Segments(
            [("on", self.tr("Show")), ("off", self.tr("Do not show"))],
            name=self.tr("Notice in the morning"),
            in_form=True,
        )
        form = Form(spacing=SPACE.huge)
        form.add(
            self.tr("Appearance"),
            self.appearance,
            note=self.tr("For everybody who uses this Windows account."),
        )
        row = form.add(
            self.tr("Language of the window"),
            self.language,
            note=self.tr("The window is built anew; what is open stays open."),
        )
        if policies.policy().language:
            self.language.setEnabled(False)
            row.set_note(imposed_note(policies.policy().set_by))
        form.add(
            self.tr("Notice in the morning"),
            self.morning,
            note=self.tr("How much the day asks for, in the system's tray. It holds counts, never names."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)

    def load(self) -> None:
        value = self.context.config.value
        self.appearance.choose(value.theme)
        self.language.choose(value.language)
        self.morning.choose("on" if value.morning_notice else "off")

    @property
    def is_changed(self) -> bool:
        value = self.context.config.value
        chosen = (self.appearance.current, self.language.current, self.morning.current == "on")
        return chosen != (value.theme, value.language, value.morning_notice)

    def save(self) -> None:
        self.context.config.change(
            theme=self.appearance.current,
            language=self.language.current,
            morning_notice=self.morning.current == "on",
        )
