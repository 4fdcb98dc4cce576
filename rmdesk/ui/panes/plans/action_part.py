"""Action plans: the list of them, the tree of the current one, and beside it all about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk.services import plans, roles, segments
from rmdesk.services.errors import Conflict, UserError
from rmdesk.services.plans import NodeRow, PlanSheet
from rmdesk.services.roles import Permission, Reach
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.pane import command
from rmdesk.ui.panes.plans import plan_list
from rmdesk.ui.panes.plans.part import Part
from rmdesk.ui.panes.plans.plan_head import PlanHead
from rmdesk.ui.panes.plans.plan_list import PlanList
from rmdesk.ui.panes.plans.plan_side import EVALUATION, ITEMS, NODE, PROGRESS, VERSIONS, PlanSide
from rmdesk.ui.panes.plans.plan_tree import NAME, PlanTree
from rmdesk.ui.widgets import (
    Button,
    EmptyState,
    Ground,
    Hairline,
    IconButton,
    ListAndDetail,
    Variant,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.dialogs.form_dialog import FormDialog
    from rmdesk.ui.dialogs.preview_report import PreviewReport

_SIDE_WIDTH, _SIDE_LEAST, _TREE_LEAST = 400, 360, 420
_WATCHED = ("plan", "plan_node", "plan_item", "plan_version", "segment", "staff", "goal", "interaction")


class ActionPart(Part):
    """Ctrl+N begins a plan, Ins adds a sub-plan beside the current one, Shift+Ins below it, Alt with an
    arrow moves it, Ctrl+G makes the contacts, Alt with a digit shows what is beside the tree.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.sheet: PlanSheet | None = None
        self.may_write = roles.allowed(context.actor, Permission.WRITE_WORK).reach() > Reach.NONE
        self._versions: dict[str, int] = {}  # of the rows shown, as far as our own saves brought them
        self._wanted_node: str | None = None
        self._edits_name = False  # the sub-plan just added is named as soon as it is there
        self.list = PlanList(context)
        self.tree = PlanTree()
        self.side = PlanSide(context)
        self.over = PlanHead(context)
        self.new_button = Button(self.tr("New plan"), icon="plus", variant=Variant.PRIMARY, key="Ctrl+N")
        self.print_button = IconButton("printer", self.tr("Print"), key="Ctrl+P")
        self.head = [self.print_button, self.new_button] if self.may_write else [self.print_button]
        self._build_layout()
        self._offer()
        self._connect()
        self._show(None)
        context.bus.watch(self, _WATCHED, self.reload)

    # --- parts -----------------------------------------------------------------------------------------

    def _build_layout(self) -> None:
        middle = Ground("surface")
        self._plan = QWidget()
        column = QVBoxLayout(self._plan)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.over)
        column.addWidget(Hairline())
        column.addWidget(self.tree, 1)
        self.empty = EmptyState("", icon="list-tree")
        column.addWidget(self.empty, 1)
        self.nothing = EmptyState(self.tr("Choose a plan in the list."), icon="list-tree")
        whole = QVBoxLayout(middle)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._plan)
        whole.addWidget(self.nothing)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(Hairline(Qt.Orientation.Vertical))
        row.addWidget(middle, 1)
        width = self.context.config.remembered("plans.side", _SIDE_WIDTH)
        self.halves = ListAndDetail(
            both,
            self.side,
            width=width if isinstance(width, int) else _SIDE_WIDTH,
            list_least=plan_list.WIDTH + _TREE_LEAST,
            detail_least=_SIDE_LEAST,
            may_overlay=True,
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.halves)
        self.setFocusProxy(self.list)

    def _offer(self) -> None:
        offered: list[tuple[str, str, Callable[[], object], str, str]] = []
        if self.may_write:
            offered += [
                ("new plan", self.tr("New plan…"), self.add, "Ctrl+N", "plus"),
                ("change plan", self.tr("Change this plan…"), self.edit, "Ctrl+E", "pencil"),
                ("remove plan", self.tr("Remove this plan"), self.remove, "Ctrl+Del", "trash-2"),
                ("copy plan", self.tr("Copy this plan to the next period…"), self.copy, "", "copy"),
                ("add sub-plan", self.tr("Add a sub-plan"), self.add_sibling, "Ins", "plus"),
                ("add part", self.tr("Add a part of it"), self.add_child, "Shift+Ins", "list-tree"),
                ("remove sub-plan", self.tr("Remove this sub-plan"), self.remove_node, "Del", "trash-2"),
                ("sub-plan up", self.tr("Sub-plan up"), partial(self.tree.move_by, -1), "", "arrow-up"),
                ("sub-plan down", self.tr("Sub-plan down"), partial(self.tree.move_by, 1), "", "arrow-down"),
                ("indent", self.tr("Make it a part of the one above"), self.tree.indent, "", "arrow-right"),
                ("outdent", self.tr("Take it out of the one above"), self.tree.outdent, "", "arrow-left"),
                ("make contacts", self.tr("Make the contacts…"), self.generate, "Ctrl+G", "calendar-plus"),
                ("add contact", self.tr("Add a contact by hand…"), self.add_contact, "", "user-plus"),
                ("move contacts", self.tr("Put contacts on another day…"), self.side.items.ask_to_move, "",
                 "calendar-arrow-up"),
                ("submit plan", self.tr("Submit this plan"), self.submit, "", "upload"),
                ("take back plan", self.tr("Take the submitted plan back"), self.take_back, "", "undo-2"),
                ("revise plan", self.tr("Begin the next version"), self.revise, "", "git-commit-horizontal"),
                ("evaluate plan", self.tr("Evaluate and close this plan…"), self.evaluate, "", "check"),
            ]  # fmt: skip
        if roles.allowed(self.context.actor, Permission.APPROVE_WORK):
            offered += [
                ("agree plan", self.tr("Agree to this plan"), self.agree, "", "stamp"),
                ("return plan", self.tr("Return this plan…"), self.return_plan, "", "corner-down-left"),
                ("hand over plan", self.tr("Hand this plan over…"), self.hand_over, "", "user-check"),
            ]
        offered.append(("print plan", self.tr("Print this plan…"), self.print, "Ctrl+P", "printer"))
        for number, (view, words) in enumerate(
            (
                (NODE, self.tr("Sub-plan: fields")),
                (ITEMS, self.tr("Contacts of the plan")),
                (PROGRESS, self.tr("Progress of the plan")),
                (VERSIONS, self.tr("Versions of the plan")),
                (EVALUATION, self.tr("Evaluation of the plan")),
            ),
            1,
        ):
            offered.append((f"plan {view}", words, partial(self.show_view, view), f"Alt+{number}", "eye"))
        for name, words, run, key, icon in offered:
            command(self, name, words, run, key=key, icon=icon)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.add)
        self.print_button.clicked.connect(self.print)
        self.list.add_wanted.connect(self.add)
        self.list.current_changed.connect(lambda _uid: self._read())
        self.list.table.opened.connect(lambda _uid: self.tree.setFocus(Qt.FocusReason.OtherFocusReason))
        self.tree.current_changed.connect(self._on_node)
        self.tree.edited.connect(self.edit_node)
        self.tree.moved.connect(self._move_node)
        self.tree.refused.connect(self.over.say)
        self.side.form.edited.connect(self.edit_node)
        self.side.items.customer_wanted.connect(self.customer_wanted)
        self.side.items.add_wanted.connect(self.add_contact)
        self.side.items.move_wanted.connect(self._move_items)
        self.side.items.remove_wanted.connect(self._remove_items)
        self.side.evaluation.evaluate_wanted.connect(self.evaluate)
        self.side.evaluation.copy_wanted.connect(self.copy)
        self.empty.acted.connect(self.add_sibling)
        for name, run in (
            ("add", self.add_sibling),
            ("generate", self.generate),
            ("submit", self.submit),
            ("take_back", self.take_back),
            ("agree", self.agree),
            ("return", self.return_plan),
            ("revise", self.revise),
            ("hand_over", self.hand_over),
        ):
            self.over.buttons[name].clicked.connect(run)

    # --- showing ---------------------------------------------------------------------------------------

    def reload(self) -> None:
        self.list.reload()
        self._read()

    def _read(self) -> None:
        """One plan is a short read: its tree, and its contacts counted from an index."""
        uid = self.list.current
        if uid is None:
            self._show(None)
            return
        try:
            with self.context.store.read() as session:
                sheet = plans.load_plan(session, uid)
                usable = segments.list_segments(session) if sheet.may_edit else []
        except UserError:
            self._show(None)
            return
        self.tree.segments = [(one.uid, one.name) for one in usable]
        self._show(sheet)

    def _show(self, sheet: PlanSheet | None) -> None:
        changed = (None if sheet is None else sheet.row.uid) != (
            None if self.sheet is None else self.sheet.row.uid
        )
        self.sheet = sheet
        self._plan.setVisible(sheet is not None)
        self.nothing.setVisible(sheet is None)
        if changed:
            self.over.say("")
        if sheet is None:
            self.side.show_sheet(None)
            self.side.show_node(None)
            return
        self._versions = {sheet.row.uid: sheet.row.version}
        self._versions |= {one.uid: one.version for one in sheet.nodes}
        self.over.show_sheet(sheet)
        self.tree.setVisible(bool(sheet.nodes))
        self.empty.setVisible(not sheet.nodes)
        self.empty.set_text(
            self.tr("A sub-plan says for which segment, by which ways, and how often."),
            action=self.tr("Add a sub-plan") if sheet.may_edit else "",
            icon="list-tree",
        )
        self.side.sheet = sheet
        self.tree.show_nodes(sheet.nodes, may_edit=sheet.may_edit, current=self._wanted_node)
        self._wanted_node = None
        self.side.show_sheet(sheet)
        if not sheet.nodes:
            self.side.show_node(None)
        if self._edits_name:
            self._edits_name = False
            self.tree.edit_cell(NAME)

    def _on_node(self, node: NodeRow | None) -> None:
        self.side.show_node(node)

    def show_view(self, view: str) -> None:
        self.halves.open_detail()
        self.side.show_view(view)

    def print(self) -> PreviewReport | None:
        """The plan with its contacts; its progress or evaluation where that is what stands beside it."""
        sheet, view = self.sheet, self.side.view
        if sheet is None:
            return None
        if view == PROGRESS:
            return self.preview_report("plan_progress", plan=sheet.row.uid)
        if view == EVALUATION and sheet.evaluation is not None:
            return self.preview_report("plan_evaluation", plan=sheet.row.uid)
        return self.preview_report(
            "action_plan", plan=sheet.row.uid, with_contacts=bool(sheet.row.tally.items)
        )

    def go_to(self, uid: str) -> None:
        self.list.go_to(uid)
        self.reload()

    # --- writing ---------------------------------------------------------------------------------------

    def _write(
        self,
        title: str,
        work: Callable[[Session], object],
        done: Callable[[Any], object] | None = None,
    ) -> None:
        def finished(answer: Any) -> None:
            self.over.say("")
            if done is not None:
                done(answer)
            else:
                self.reload()

        self.context.jobs.write(
            title, lambda session, _progress: work(session), done=finished, failed=self._on_refused
        )

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, Conflict):
            self.reload()
            self.over.say(self.tr("Somebody else changed it meanwhile. This is how it stands now."))
        elif isinstance(error, UserError):
            self.reload()
            self.over.say(sentence_of(error))

    def _of_plan(self, title: str, use_case: Callable[..., object], *arguments: object) -> None:
        """A use case of the plan that is shown, with the version that was seen."""
        sheet = self.sheet
        if sheet is not None:
            uid, version = sheet.row.uid, sheet.row.version
            self._write(title, lambda session: use_case(session, uid, *arguments, version=version))

    def add(self) -> FormDialog:
        return self._open_plan(None)

    def edit(self) -> FormDialog | None:
        sheet = self.sheet
        return None if sheet is None or not sheet.may_edit else self._open_plan(sheet)

    def copy(self) -> FormDialog | None:
        sheet = self.sheet
        return None if sheet is None or not sheet.row.is_own else self._open_plan(sheet, copying=True)

    def open_plan(self, about: Mapping[str, Any]) -> FormDialog:
        """The form of a plan again, as it stood before a lock."""
        uid = about.get("plan")
        if uid is None:
            return self.add()
        with self.context.store.read() as session:
            sheet = plans.load_plan(session, uid)
        return self._open_plan(sheet, copying=bool(about.get("copying")))

    def _open_plan(self, sheet: PlanSheet | None, *, copying: bool = False) -> FormDialog:
        from rmdesk.ui.dialogs.edit_plan import EditPlan

        dialog = EditPlan(self.context, sheet, copying=copying, parent=self)
        dialog.saved.connect(self.go_to)
        dialog.open()
        return dialog

    def remove(self) -> None:
        if self.sheet is not None and self.sheet.may_edit:
            self._of_plan(self.tr("Removing a plan"), plans.remove_plan)

    def add_sibling(self) -> None:
        """A sub-plan behind the current one, beside it."""
        node = self.tree.current
        self._add_node(None if node is None else node.parent_uid, node)

    def add_child(self) -> None:
        node = self.tree.current
        self._add_node(None if node is None else node.uid, None)

    def _add_node(self, parent_uid: str | None, behind: NodeRow | None) -> None:
        sheet = self.sheet
        if sheet is None or not sheet.may_edit:
            return
        beside = self.tree.siblings(parent_uid)
        place = beside.index(behind) + 1 if behind in beside else len(beside)
        before = beside[place].uid if place < len(beside) else None
        name = self.tr("Sub-plan {number}").format(number=len(sheet.nodes) + 1)

        def work(session: Session) -> str:
            given = {"name": name}
            return plans.add_node(session, sheet.row.uid, given, parent_uid=parent_uid, before_uid=before).uid

        self._write(self.tr("Adding a sub-plan"), work, self._on_added)

    def _on_added(self, uid: str) -> None:
        self._wanted_node, self._edits_name = uid, True
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def edit_node(self, uid: str, given: Mapping[str, Any]) -> None:
        """Keep fields of a sub-plan. Saves wait for each other, so nobody conflicts with themselves."""
        versions = self._versions

        def work(session: Session) -> None:
            plans.edit_node(session, uid, given, version=versions[uid])
            versions[uid] += 1

        self._write(self.tr("Saving a sub-plan"), work)

    def _move_node(self, uid: str, parent_uid: str | None, before_uid: str | None) -> None:
        versions = self._versions

        def work(session: Session) -> None:
            plans.move_node(session, uid, parent_uid=parent_uid, before_uid=before_uid, version=versions[uid])
            versions[uid] += 1

        self._wanted_node = uid
        self._write(self.tr("Moving a sub-plan"), work)

    def remove_node(self) -> None:
        node, sheet = self.tree.current, self.sheet
        if node is not None and sheet is not None and sheet.may_edit:
            self._write(
                self.tr("Removing a sub-plan"),
                lambda session: plans.remove_node(session, node.uid, version=self._versions[node.uid]),
            )

    def generate(self) -> FormDialog | None:
        from rmdesk.ui.dialogs.make_contacts import MakeContacts

        sheet = self.sheet
        if sheet is None or not sheet.may_edit:
            return None
        dialog = MakeContacts(self.context, sheet, parent=self)
        dialog.made.connect(self._on_made)
        dialog.open()
        return dialog

    def _on_made(self) -> None:
        self.show_view(ITEMS)
        self.reload()

    def add_contact(self) -> FormDialog | None:
        """A contact of the current sub-plan with a customer, on a day chosen by hand."""
        from rmdesk.ui.dialogs.plan_contact import PlanContact

        sheet, node = self.sheet, self.tree.current
        if sheet is None or node is None or not sheet.may_edit:
            return None
        dialog = PlanContact(self.context, sheet.row.uid, node, parent=self)
        dialog.saved.connect(self._on_made)
        dialog.open()
        return dialog

    def _move_items(self, ids: list[int]) -> None:
        from rmdesk.ui.dialogs.move_contacts import MoveContacts

        sheet = self.sheet
        if sheet is not None:
            dialog = MoveContacts(self.context, sheet, ids, parent=self)
            dialog.moved.connect(self.reload)
            dialog.open()

    def _remove_items(self, ids: list[int]) -> None:
        sheet = self.sheet
        if sheet is not None:
            self._write(
                self.tr("Taking contacts out"),
                lambda session: plans.remove_items(session, sheet.row.uid, ids),
            )

    # --- agreement -------------------------------------------------------------------------------------

    def submit(self) -> None:
        if self.sheet is not None and self.sheet.may_edit:
            self._of_plan(self.tr("Submitting a plan"), plans.submit_plan)

    def take_back(self) -> None:
        if self.sheet is not None and self.sheet.row.is_own:
            self._of_plan(self.tr("Taking a plan back"), plans.take_back)

    def agree(self) -> None:
        if self.sheet is not None and self.sheet.may_judge:
            self._of_plan(self.tr("Agreeing to a plan"), plans.agree_plan)

    def revise(self) -> None:
        if self.sheet is not None and self.sheet.row.is_own:
            self._of_plan(self.tr("Beginning a version"), plans.revise_plan)

    def return_plan(self) -> FormDialog | None:
        from rmdesk.ui.dialogs.remark_on_log import RemarkOnLog

        sheet = self.sheet
        if sheet is None or not sheet.may_judge:
            return None
        dialog = RemarkOnLog(
            self.context,
            self.tr("Return this plan?"),
            self.tr("{name} goes on writing it and submits it again.").format(name=sheet.row.owner),
            lambda session, words: plans.return_plan(
                session, sheet.row.uid, words, version=sheet.row.version
            ),
            verb=self.tr("Return"),
            field=self.tr("What is to be changed"),
            parent=self,
        )
        dialog.saved.connect(self.reload)
        dialog.open()
        return dialog

    def evaluate(self) -> FormDialog | None:
        sheet = self.sheet
        if sheet is None or not sheet.row.is_own or sheet.row.state != "agreed":
            return None
        return self._open_evaluation(sheet)

    def open_evaluation(self, uid: str) -> FormDialog:
        """The form again, as it stood before a lock."""
        with self.context.store.read() as session:
            sheet = plans.load_plan(session, uid)
        return self._open_evaluation(sheet)

    def _open_evaluation(self, sheet: PlanSheet) -> FormDialog:
        from rmdesk.ui.dialogs.evaluate_plan import EvaluatePlan

        dialog = EvaluatePlan(self.context, sheet, parent=self)
        dialog.saved.connect(self._on_evaluated)
        dialog.open()
        return dialog

    def _on_evaluated(self) -> None:
        self.show_view(EVALUATION)
        self.reload()

    def hand_over(self) -> FormDialog | None:
        """Nobody hands over a plan of their own, or one that is closed."""
        from rmdesk.ui.dialogs.hand_over_plan import HandOverPlan

        sheet = self.sheet
        if sheet is None or sheet.row.is_own or sheet.row.state == "closed":
            return None
        dialog = HandOverPlan(self.context, sheet, parent=self)
        dialog.saved.connect(self.reload)
        dialog.open()
        return dialog

    # --- state -----------------------------------------------------------------------------------------

    def save_state(self) -> dict[str, Any]:
        self.context.config.remember("plans.side", self.halves.detail_width)
        return {"plan": self.list.current, "view": self.side.view}

    def typed(self) -> dict[str, Any]:
        nodes = self.side.form.typed()
        return {"nodes": nodes} if nodes else {}

    def retype(self, kept: dict[str, Any]) -> None:
        self.side.form.retype(kept.get("nodes", {}))

    def restore_state(self, state: dict[str, Any]) -> None:
        if isinstance(state.get("plan"), str):
            self.list.go_to(state["plan"])
        if state.get("view") in (NODE, ITEMS, PROGRESS, VERSIONS, EVALUATION):
            self.side.show_view(state["view"])
