"""What the sections of the page share: whose record it is, saving, showing what is masked, conflicts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from rmdesk.services.customers.record import CustomerRecord
from rmdesk.services.errors import Conflict, UserError
from rmdesk.ui.conflict_card import Clash
from rmdesk.ui.messages import beside_field, sentence_of
from rmdesk.ui.panes.customers.page.conflicts import find_clash
from rmdesk.ui.panes.customers.page.revealing import Revealer
from rmdesk.ui.panes.customers.page.saving import Saver, Target

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context


class Editor(Protocol):
    """What a cell's editor and a part's form have in common."""

    committed: SignalInstance
    given_up: SignalInstance

    def typed(self) -> list[Any]: ...

    def retype(self, typed: list[Any]) -> None: ...

    def set_error(self, sentence: str) -> None: ...

    @property
    def is_changed(self) -> bool: ...

    @property
    def is_saving(self) -> bool: ...


@dataclass(frozen=True)
class Edit:
    """One thing edited, from opening its editor until it is saved.

    `make` makes the editor, `save(session, version, value)` saves, `said(value)` are the words for what
    was entered, by column. `target` is what the person saw when they began; None adds something.
    """

    title: str
    target: Target | None
    make: Callable[[], Any]
    save: Callable[[Session, int, Any], object]
    said: Callable[[Any], Mapping[str, str]]


@dataclass(frozen=True)
class Draft:
    """What was typed and could not be saved before another customer was shown, or before a lock.

    After a lock the edit is made anew, of the row in the version that the person had `seen`.
    """

    edit: Edit | None
    typed: list[Any]
    sentence: str
    seen: int | None = None

    def edit_again(self, found: Edit | None) -> Edit | None:
        """The edit to go on with; `found` is that of the row as it is now, None if it is gone."""
        if self.edit is not None or found is None or found.target is None or self.seen is None:
            return self.edit or found
        return replace(found, target=replace(found.target, version=self.seen))


class Desk(QObject):
    """One for each page. Sections ask it to save; it tells the page what came of it."""

    clashed = Signal(object)  # conflicts.Clash: somebody else changed the row meanwhile
    told = Signal(str)  # a sentence for the person
    drafts_wanted = Signal()  # whoever has an open editor offers what is typed in it by `keep`
    customer_chosen = Signal(str)

    def __init__(self, context: Context, *, reveal_seconds: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.saver = Saver(context, self)
        self.revealer = Revealer(context, seconds=reveal_seconds, parent=self)
        self.revealer.refused.connect(self.told)
        self.record: CustomerRecord | None = None
        self._drafts: dict[tuple[str, str], Draft] = {}

    # --- drafts ------------------------------------------------------------------------------------

    def keep(self, uid: str, key: str, draft: Draft) -> None:
        """Keep what was typed into the editor `key` of a customer until they are shown again."""
        self._drafts[uid, key] = draft

    def take_drafts(self, uid: str, prefix: str) -> dict[str, Draft]:
        """The drafts of a customer whose keys begin so; they are not kept any longer."""
        found = {
            key: one for (whose, key), one in self._drafts.items() if whose == uid and key.startswith(prefix)
        }
        for key in found:
            del self._drafts[uid, key]
        return found

    def typed(self) -> dict[str, dict[str, Any]]:
        """What stands half-written of every customer, as JSON values; what is open stays open."""
        former = dict(self._drafts)
        self.drafts_wanted.emit()
        found: dict[str, dict[str, Any]] = {}
        for (uid, key), draft in self._drafts.items():
            target = draft.edit.target if draft.edit is not None else None
            seen = draft.seen if target is None else self.saver.version_of(target)
            found.setdefault(uid, {})[key] = [draft.typed, draft.sentence, seen]
        self._drafts = former
        return found

    def retype(self, kept: Mapping[str, Mapping[str, Any]]) -> None:
        """Put back what `typed` gave, before any of these customers is shown."""
        for uid, drafts in kept.items():
            for key, (typed, sentence, seen) in drafts.items():
                self._drafts[uid, key] = Draft(None, typed, sentence, seen)

    # --- saving ------------------------------------------------------------------------------------

    def save(
        self,
        uid: str,
        edit: Edit,
        value: Any,
        *,
        done: Callable[[], object],
        failed: Callable[[UserError | None, str], object],
    ) -> None:
        """Save an edit of customer `uid`; `failed` gets the error, and the sentence to stand beside it."""

        def on_failed(error: Exception) -> None:
            if (
                isinstance(error, Conflict)
                and edit.target is not None
                and error.params.get("present") is not None
            ):
                failed(None, self.tr("Not saved yet."))
                self._tell_clash(uid, edit, value, done, failed)
            elif isinstance(error, UserError):
                failed(error, beside_field(error))
            else:
                failed(None, sentence_of(error))

        self.saver.save(
            edit.title,
            uid,
            lambda session, version: edit.save(session, version, value),
            target=edit.target,
            done=done,
            failed=on_failed,
        )

    def do(self, title: str, target: Target | None, work: Callable[[Session, int], object]) -> None:
        """Save something that has no editor, such as a removal; a refusal is told on the page."""
        if self.record is None:
            return
        self.saver.save(
            title,
            self.record.uid,
            work,
            target=target,
            failed=lambda error: self.told.emit(sentence_of(error)),
        )

    def _tell_clash(
        self,
        uid: str,
        edit: Edit,
        value: Any,
        done: Callable[[], object],
        failed: Callable[[UserError | None, str], object],
    ) -> None:
        """Show field by field what the other did and what stands in the editor, and save what is chosen."""
        assert edit.target is not None
        seen = replace(edit.target, version=self.saver.version_of(edit.target))
        with self.context.store.read() as session:
            found = find_clash(session, uid, seen, edit.said(value))
        if found is None:
            failed(None, self.tr("Somebody else removed this meanwhile."))
            return
        lines, present = found

        def settle(mine: frozenset[str]) -> None:
            """Save the chosen fields over what is there now; without any, the other's stay."""
            if not mine:
                done()
                return
            chosen = value
            if isinstance(value, dict):
                chosen = {name: one for name, one in value.items() if name in mine}
            self.save(uid, replace(edit, target=present), chosen, done=done, failed=failed)

        self.clashed.emit(Clash(uid, lines, settle))
