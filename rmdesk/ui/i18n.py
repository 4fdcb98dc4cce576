"""The language of the window: our translations and Qt's own, exchanged while the program runs.

The window is built anew by its composer when the language changes, so no widget retranslates itself.
"""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from rmdesk import resources, words

# English is the language of the source and needs no translators.
_SOURCE = "en"


class Languages(QObject):
    """Installs the translators of one of `words.LANGUAGES`, for Qt and for everything below the window."""

    changed = Signal(str)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []
        self._language = ""

    @property
    def language(self) -> str:
        return self._language

    def use(self, language: str) -> None:
        """Speak `zh_CN` or `en` from now on; raises FileNotFoundError if it was packed without it."""
        if language == self._language:
            return
        words.use(language)
        for translator in self._installed:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._installed = []
        if language != _SOURCE:
            qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            # Installed last, asked first: ours goes before Qt's.
            self._install(f"{qt}/qtbase_{language}.qm")
            self._install(str(resources.path("i18n", f"rmdesk_{language}.qm")))
        QLocale.setDefault(QLocale(language))
        self._language = language
        self.changed.emit(language)

    def _install(self, file: str) -> None:
        translator = QTranslator(self)
        if not translator.load(file):
            raise FileNotFoundError(file)
        self._app.installTranslator(translator)
        self._installed.append(translator)
