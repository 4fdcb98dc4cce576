"""How each form that stood half-written is made again from what was kept about it.

The row a form is about is given the version that was seen when the form opened, so that what others changed
since is noticed at saving, as if the window had never been left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from rmdesk.services import greetings, interactions, notices, organisations, scripts, surveys, tasks
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.quick_entry import QuickEntry

if TYPE_CHECKING:
    from rmdesk.ui.window import MainWindow

About = Mapping[str, Any]
Row = TypeVar("Row", bound=Any)


def open_form(window: MainWindow, form: str, about: About) -> FormDialog | None:
    """The form of this entry of `FORMS`, shown; None if this person is no longer offered it.

    Raises UserError, or KeyError, if its row is gone or there is no such form.
    """
    dialog = FORMS[form](window, about)
    if dialog is not None:
        dialog.open()
    return dialog


def _seen(window: MainWindow, seen: list[Any] | None, load: Callable[[Any, Any], Row]) -> Row | None:
    """The row of [its id, the version seen]; None for a form of something new.

    Raises KeyError, or what `load` does, if the row is gone.
    """
    if seen is None:
        return None
    id, version = seen
    with window.context.store.read() as session:
        return replace(load(session, id), version=version)


def _only(rows: Iterable[Row], **wanted: Any) -> Row:
    """The row with this value; KeyError if there is none."""
    ((name, value),) = wanted.items()
    for row in rows:
        if getattr(row, name) == value:
            return row
    raise KeyError(value)


def _add_customer(window: MainWindow, _about: About) -> FormDialog | None:
    return window.show_pane("customers").add_customer()  # type: ignore[attr-defined]


def _add_staff(window: MainWindow, _about: About) -> FormDialog | None:
    return window.show_pane("staff").add_person()  # type: ignore[attr-defined]


def _record_contact(window: MainWindow, about: About) -> FormDialog:
    from rmdesk.ui.dialogs.record_contact import RecordContact

    row = _seen(window, about["row"], interactions.load_interaction)
    dialog = RecordContact(window.context, about["customer_uid"], about["customer"], row=row, parent=window)
    if row is None:
        for entry in window.findChildren(QuickEntry):  # it may have begun there
            dialog.saved.connect(entry.forget)
    return dialog


def _prepare_visit(window: MainWindow, about: About) -> FormDialog:
    from rmdesk.ui.dialogs.prepare_visit import PrepareVisit

    uid, seen = about["visit"] or (None, None)
    customer = about["customer_uid"], about["customer"]
    return PrepareVisit(window.context, *customer, visit_uid=uid, seen=seen, parent=window)


def _add_appointment(window: MainWindow, about: About) -> FormDialog:
    from rmdesk.ui.dialogs.add_appointment import AddAppointment

    whom = about["customer"]
    customer = None if whom is None else (whom[0], whom[1])
    return AddAppointment(window.context, date.fromisoformat(about["day"]), customer=customer, parent=window)


def _assign_task(window: MainWindow, about: About) -> FormDialog:
    from rmdesk.ui.dialogs.assign_task import AssignTask

    return AssignTask(window.context, _seen(window, about["row"], tasks.load_task), parent=window)


def _answer_task(window: MainWindow, about: About) -> FormDialog | None:
    from rmdesk.ui.dialogs.answer_task import AnswerTask

    task = _seen(window, about["row"], tasks.load_task)
    return None if task is None else AnswerTask(window.context, task, parent=window)


def _plan_item(window: MainWindow, about: About) -> FormDialog:
    from rmdesk.ui.dialogs.plan_item import PlanItem

    return PlanItem(window.context, date.fromisoformat(about["day"]), parent=window)


def _add_log_news(window: MainWindow, about: About) -> FormDialog:
    from rmdesk.ui.dialogs.add_log_news import AddLogNews

    return AddLogNews(window.context, date.fromisoformat(about["day"]), parent=window)


def _plan_contact(window: MainWindow, about: About) -> FormDialog:
    from rmdesk.services import plans  # the first window does without
    from rmdesk.ui.dialogs.plan_contact import PlanContact

    with window.context.store.read() as session:
        sheet = plans.load_plan(session, about["plan"])
    return PlanContact(window.context, about["plan"], _only(sheet.nodes, uid=about["node"]), parent=window)


def _edit_survey(window: MainWindow, about: About) -> FormDialog:
    from rmdesk.ui.dialogs.edit_survey import EditSurvey

    return EditSurvey(window.context, _seen(window, about["survey"], surveys.load_survey), parent=window)


def _complaint(window: MainWindow, seen: list[Any]) -> Any:
    """The case of [its uid, the version seen]."""
    from rmdesk.services import complaints  # the first window does without

    uid, version = seen
    with window.context.store.read() as session:
        record = complaints.load_complaint(session, uid)
    return replace(record, row=replace(record.row, version=version))


def _edit_complaint(window: MainWindow, about: About) -> FormDialog:
    from rmdesk.ui.dialogs.edit_complaint import EditComplaint

    record = None if about["complaint"] is None else _complaint(window, about["complaint"])
    customer = None if about["customer"] is None else tuple(about["customer"])
    return EditComplaint(window.context, record, customer=customer, survey_uid=about["survey"], parent=window)


def _settle_complaint(window: MainWindow, about: About) -> FormDialog:
    from rmdesk.ui.dialogs.settle_complaint import SettleComplaint, Settling

    record = _complaint(window, about["complaint"])
    return SettleComplaint(window.context, record, Settling[about["what"]], parent=window)


def _edit_notice(window: MainWindow, about: About) -> FormDialog:
    from rmdesk.ui.dialogs.edit_notice import EditNotice

    notice = _seen(
        window, about["notice"], lambda session, uid: _only(notices.list_notices(session), uid=uid)
    )
    return EditNotice(window.context, about["ids"], notice=notice, parent=window)


def _edit_organisation(window: MainWindow, about: About) -> FormDialog:
    from rmdesk.ui.dialogs.edit_organisation import EditOrganisation

    row = _seen(
        window,
        about["row"],
        lambda session, id: _only(organisations.load_organisations(session, [id]), id=id),
    )
    return EditOrganisation(window.context, row, parent=window)


def _edit_greeting(window: MainWindow, about: About) -> FormDialog:
    from rmdesk.ui.dialogs.edit_greeting import EditGreeting

    template = _seen(
        window, about["template"], lambda session, id: _only(greetings.list_templates(session), id=id)
    )
    return EditGreeting(window.context, about["occasion"], about["language"], template, parent=window)


def _edit_script(window: MainWindow, about: About) -> FormDialog:
    from rmdesk.ui.dialogs.edit_script import EditScript

    kept = _seen(window, about["kept"], lambda session, id: _only(scripts.list_scripts(session), id=id))
    place = about["part"], about["occasion"], about["language"]
    return EditScript(window.context, *place, kept, parent=window)


def _edit_goal(window: MainWindow, _about: About) -> FormDialog | None:
    pane = window.show_pane("plans")
    return pane.show_part("goals").add()  # type: ignore[attr-defined]


def _edit_target(window: MainWindow, about: About) -> FormDialog | None:
    pane = window.show_pane("plans")
    return pane.show_part("goals").open_target(about)  # type: ignore[attr-defined]


def _edit_plan(window: MainWindow, about: About) -> FormDialog | None:
    pane = window.show_pane("plans")
    return pane.show_part("plans").open_plan(about)  # type: ignore[attr-defined]


def _evaluate_plan(window: MainWindow, about: About) -> FormDialog | None:
    pane = window.show_pane("plans")
    part = pane.show_part("plans")  # type: ignore[attr-defined]
    part.go_to(about["plan"])
    return part.open_evaluation(about["plan"])


def _edit_activity(window: MainWindow, about: About) -> FormDialog | None:
    pane = window.show_pane("plans")
    return pane.show_part("activities").deeds.open_form(about)  # type: ignore[attr-defined]


def _evaluate_activity(window: MainWindow, about: About) -> FormDialog | None:
    pane = window.show_pane("plans")
    part = pane.show_part("activities")  # type: ignore[attr-defined]
    part.go_to(about["activity"])
    return part.deeds.open_evaluation(about["activity"])


FORMS: dict[str, Callable[[MainWindow, About], FormDialog | None]] = {
    "goal": _edit_goal,
    "plan": _edit_plan,
    "evaluate_plan": _evaluate_plan,
    "activity": _edit_activity,
    "evaluate_activity": _evaluate_activity,
    "target": _edit_target,
    "add_customer": _add_customer,
    "add_staff": _add_staff,
    "record_contact": _record_contact,
    "prepare_visit": _prepare_visit,
    "add_appointment": _add_appointment,
    "plan_item": _plan_item,
    "plan_contact": _plan_contact,
    "add_log_news": _add_log_news,
    "assign_task": _assign_task,
    "answer_task": _answer_task,
    "edit_notice": _edit_notice,
    "edit_survey": _edit_survey,
    "edit_complaint": _edit_complaint,
    "settle_complaint": _settle_complaint,
    "edit_organisation": _edit_organisation,
    "edit_greeting": _edit_greeting,
    "edit_script": _edit_script,
}
