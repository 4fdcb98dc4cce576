"""Scenes of the pane of today: walked, recorded, put off, marked, searched, done, and a festival's people."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rmdesk.services import tasks
from rmdesk.services.care import Key, Line, Touchpoint
from rmdesk.services.care.touchpoint import Kind
from rmdesk.services.greetings import occasions_of
from rmdesk.ui.dialogs.edit_notice import EditNotice
from rmdesk.ui.panes.today.asking import HandOverTo, PostponeTo, SkipBecause
from rmdesk.ui.panes.today.pane import TodayPane
from rmdesk.ui.window import MainWindow
from tests.screens.stage import Stage

_LATER = 5  # rows down


def day(stage: Stage, window: MainWindow) -> None:
    pane = window.show_pane("today")
    jobs = window.context.jobs
    if not isinstance(pane, TodayPane):
        raise RuntimeError("there is no pane of today")
    _add_task(window)
    stage.settle(jobs)
    pane.view.go_first()
    stage.keep("today", window, jobs)
    task = next((one for one in pane.model.lines if one.is_task), None)
    if task is not None:
        pane.view.go_to(task.key)
        stage.keep("today-task", window, jobs)
        pane.view.go_first()
    for _ in range(_LATER):
        QTest.keyClick(pane.view, Qt.Key.Key_Down)
    pane.deeds.act("done")
    stage.keep("today-recording", window, jobs)
    pane.view.setFocus()
    for action, asked in (("postpone", PostponeTo), ("skip", SkipBecause), ("hand_over", HandOverTo)):
        pane.deeds.act(action)
        popover = pane.view.findChildren(asked)[-1]
        if isinstance(popover, PostponeTo):
            popover.field.setText("下个工作日" if stage.language == "zh_CN" else "next working day")
        stage.keep_and_close(f"today-{action}", popover, jobs)
    for _ in range(3):
        QTest.keyClick(pane.view, Qt.Key.Key_Space)
    stage.keep("today-marked", window, jobs)
    QTest.keyClick(pane.view, Qt.Key.Key_D)
    stage.keep("today-undo", window, jobs)
    window.undo_stack.undo()
    stage.settle(jobs)
    pane.search.setText("答应" if stage.language == "zh_CN" else "promised")
    stage.keep("today-search", window, jobs)
    pane.search.setText("查无此人")
    stage.keep("today-nobody", window, jobs)
    pane.search.clear()
    _one_line(stage, window, pane)
    _papers(stage, window, pane)
    _festival(stage, window, pane)


def _one_line(stage: Stage, window: MainWindow, pane: TodayPane) -> None:
    """What one line would record: in the field above the list, and in the palette."""
    jobs = window.context.jobs
    who = next((one.person.name for one in pane.model.lines if one.person is not None), "赵敏")
    for scene, typed in (
        ("several", f"{who} 电话 满意 他行45万理财8月底到期 下周三下午3点来行 送了月饼80元"),
        ("stranger", "刘女士13812345678 想办信用卡"),
        ("who", "王姐 女儿6月高考"),
    ):
        pane.line.field.setText(typed)
        dialog = pane.line.review()
        if dialog is None:
            raise RuntimeError("the line was not read")
        stage.keep(f"capture-{scene}", dialog, jobs)
        stage.close(dialog)
    pane.line.field.setText("2月30日拜访" + who)
    pane.line.review()
    stage.keep("capture-wrong", window, jobs)
    pane.line.field.clear()
    pane.line.row.set_error("")
    palette = window.open_palette()
    palette.field.setText(f"{who} 电话 满意 下周三再联系")
    stage.keep_and_close("capture-palette", palette, jobs)


def _add_task(window: MainWindow) -> None:
    """A task due today, once."""
    actor = window.context.actor
    with window.context.store.write() as session:
        if not tasks.find_tasks(session, which="mine"):
            given = {"work": "核对购汇额度，回复客户", "due_on": date.today(), "assignee": actor.staff_uid}
            tasks.add_task(session, None, given)


def _papers(stage: Stage, window: MainWindow, pane: TodayPane) -> None:
    """A greeting as a letter, and a notice to tell."""
    jobs = window.context.jobs
    greeted = [one for one in pane.model.lines if one.person and occasions_of(one.touchpoint)]
    if greeted:
        pane.deeds.printing.start([greeted[0].key], pane.day)
        stage.settle(jobs)
        if pane.deeds.printing.preview is not None:
            stage.keep_and_close("today-letter", pane.deeds.printing.preview, jobs)
    notice = EditNotice(window.context, parent=window)
    notice.submit()
    stage.keep_and_close("notice-wrong", notice, jobs)


def _festival(stage: Stage, window: MainWindow, pane: TodayPane) -> None:
    """The people of a festival to come, whatever today is."""
    festival = date(date.today().year + 1, 1, 1)
    key = Key("festival", None, "new_years_day", festival)
    pane.deeds.opened.emit(Line(Touchpoint(key, Kind.FESTIVAL, festival), None, None, None, "wechat"))
    stage.keep("today-festival", window, window.context.jobs)
    pane.close_members()
    stage.settle(window.context.jobs)
