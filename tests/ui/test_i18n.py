"""The language of the window, exchanged while it runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rmdesk import words
from rmdesk.ui.i18n import Languages


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    made = Languages(qapp)
    yield made
    made.use("en")
    made.deleteLater()


def of_qt(text: str) -> str:
    return QCoreApplication.translate("QPlatformTheme", text)


def test_our_words_and_those_of_qt_change_together(qtbot: QtBot, languages: Languages) -> None:
    languages.use("en")
    with qtbot.waitSignal(languages.changed) as blocker:
        languages.use("zh_CN")
    assert blocker.args == ["zh_CN"]
    assert words.language() == languages.language == "zh_CN"
    assert of_qt("Cancel") == "取消"
    assert QLocale().language() == QLocale.Language.Chinese
    languages.use("en")
    assert words.language() == "en"
    assert of_qt("Cancel") == "Cancel"


def test_the_same_language_again_changes_nothing(qtbot: QtBot, languages: Languages) -> None:
    languages.use("en")
    with qtbot.assertNotEmitted(languages.changed):
        languages.use("en")


def test_an_unknown_language_is_refused(languages: Languages) -> None:
    with pytest.raises(ValueError, match="tlh"):
        languages.use("tlh")
