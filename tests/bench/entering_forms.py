"""A digit typed into the form of a survey of thirty questions, until what it changed is painted."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable

from rmdesk.services import surveys
from rmdesk.services.surveys.questionnaire import Questionnaire
from rmdesk.services.vault import Vault
from tests.bench.figures import Figure, Limit

_NAME = "entry of a form: a digit until it is painted"
_BARE = "the digit typed into a bare line field of a window of this size, painted"
_PATIENCE = 20  # s
_DIGIT = "3"  # an answer to every question but that for words, and the first figure of none


def typed(vault: Vault, form: Questionnaire, rounds: int) -> Iterable[Figure]:
    """The whole entry screen at 1366×768, by the clock: each question is answered by one digit."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

    from rmdesk.ui.bus import Bus
    from rmdesk.ui.context import ConfigHolder, Context
    from rmdesk.ui.jobs import Jobs
    from rmdesk.ui.panes.surveys.pane import SurveysPane
    from rmdesk.ui.start import make_application
    from rmdesk.ui.theme import Theme

    application = QApplication.instance() or make_application()
    assert isinstance(application, QApplication)
    theme = Theme(application)
    theme.apply("light")

    class Painted(QObject):
        """Counts what is painted of the widget it is put upon."""

        count = 0

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            self.count += event.type() == QEvent.Type.Paint
            return False

    def until(holds: Callable[[], bool]) -> None:
        ends = time.monotonic() + _PATIENCE
        while not holds():
            application.processEvents()
            if time.monotonic() > ends:
                raise RuntimeError("nothing was painted")

    def timed(field: QWidget, *places: QWidget) -> float:
        """Milliseconds from the key until any of these was painted and what was due then is over."""
        seen = Painted()
        for one in places:
            one.installEventFilter(seen)
        began = time.perf_counter()
        QTest.keyClicks(field, _DIGIT)
        until(lambda: seen.count > 0)
        application.processEvents()
        taken = (time.perf_counter() - began) * 1000
        for one in places:
            one.removeEventFilter(seen)
        return taken

    with vault.store.write() as session:
        survey = surveys.add_survey(session, {"title": "录入", "is_anonymous": True}, form)
        surveys.open_survey(session, survey.uid, version=survey.version)
        id, uid = survey.id, survey.uid
    jobs, bus = Jobs(vault.store), Bus(vault.store)
    pane = SurveysPane(Context(vault, vault.store, jobs, bus, ConfigHolder(), theme))
    pane.resize(1366, 768)
    pane.show()
    pane.go_to(id)
    until(lambda: pane.survey is not None and pane.survey.uid == uid)
    pane.show_part("entry")
    pane.activateWindow()
    until(pane.isActiveWindow)
    entry = pane.page.entry
    samples: list[float] = []
    for _form in range(rounds):
        entry.start_form()
        for field in entry.fields.values():
            field.setFocus()
            application.processEvents()
            asked: QWidget = field
            while (inner := asked.focusProxy()) is not None:  # a matrix's first row, the line for words
                asked = inner
            samples.append(timed(asked, asked, *getattr(asked, "chips", ()), entry.area.viewport()))
        if unanswered := [key for key, field in entry.fields.items() if not field.answers()]:
            raise RuntimeError(f"the digit did not answer {unanswered}")
    bare, line = QWidget(), QLineEdit()
    bare.resize(1366, 768)
    QVBoxLayout(bare).addWidget(line)
    bare.show()
    bare.activateWindow()
    until(bare.isActiveWindow)
    floors: list[float] = []
    for _each in samples:
        line.clear()
        application.processEvents()
        floors.append(timed(line, line))
    pane.close()
    bare.close()
    jobs.close()
    bus.close()
    yield Figure(_NAME, "ms", tuple(samples), tuple(floors), _BARE, Limit(16))
