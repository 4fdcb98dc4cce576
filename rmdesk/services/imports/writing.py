"""What the writers of all targets share: who acts, the choices made, and telling how each row ended."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Business, ChangeRecord, ChangeSet
from rmdesk.services import bulk, customers, roles
from rmdesk.services.actor import acting
from rmdesk.services.errors import UserError
from rmdesk.services.imports.fields import ImportField
from rmdesk.services.imports.report import SHOWN, Figure, Outcome, Problem, Report, Shown
from rmdesk.services.imports.rules import Mode, OnDuplicate
from rmdesk.services.names import fold
from rmdesk.services.progress import Progress
from rmdesk.services.roles import Permission, Reach

_CHUNK = 1000


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it was read: `values` by field, or why there are none; unreadable cells in `problems`."""

    number: int
    values: dict[str, Any] | None
    problems: tuple[Problem, ...] = ()
    no: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person decided about an import.

    `managers` gives the uid of a person of the staff for a name in the file, None to keep it as text;
    names that are not in it are looked up. `as_of` is the date of figures and lists that have none of
    their own, `file_on` the day the file was made; `told_basis` is what its titles say that figures are,
    `source` the file's name.
    """

    rule: OnDuplicate = OnDuplicate.FILL
    mode: Mode = Mode.ADDITION
    as_of: date | None = None
    basis: str | None = None
    managers: Mapping[str, str | None] = field(default_factory=dict)
    file_on: date | None = None
    told_basis: str | None = None
    source: str | None = None


class Target(ABC):
    """One kind of rows that files bring. Adding one is a class and a line in `targets.TARGETS`.

    It is sent to the process that reads, which makes it anew (`__reduce__`).
    """

    name: ClassVar[str]
    fields: tuple[ImportField, ...]
    synonyms: Mapping[str, str]  # words of headings by field, see `synonyms`
    monthly: ClassVar[str | None] = None  # the field of columns that are headed by a month
    # Fields whose values say by themselves what they are, whatever their heading is.
    told_by_values: ClassVar[Collection[str]] = ("document", "phones", "gender", "email", "name", "birthday")

    def __init__(self) -> None:
        self.by_name = {one.name: one for one in self.fields}

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), ()

    def likely(self, heading: str, samples: Sequence[Any]) -> dict[str, float]:
        """Fields that a column may be beyond what `synonyms` tell, and how sure that is."""
        return {}

    def begin(self, fields: Collection[str]) -> None:  # noqa: B027 - few need it
        """Told in the worker process, before the first row, which fields have a column."""

    def complete(self, values: dict[str, Any], problems: list[Problem]) -> None:  # noqa: B027 - few need it
        """Bring the values of a row into the form the writer takes; runs in the worker process.

        What is odd but not wrong goes to `problems`. Raises UserError for a row that cannot be taken.
        """

    def check_columns(self, fields: Collection[str]) -> None:  # noqa: B027 - see `fields` for what is required
        """Raise UserError unless columns of these fields are enough."""

    def caution(self, fields: Collection[str]) -> str:
        """What is to be known of columns of these fields, though they are enough; "" for nothing."""
        return ""

    @abstractmethod
    def writer(self, session: Session, choices: Choices, report: Report) -> Writer:
        """Who brings the rows into the archive; raises NotAllowed."""

    def shown(self, values: Mapping[str, Any]) -> dict[str, str]:
        """A row's values in words, by field."""
        return {
            name: self.by_name[name].shown(value)
            for name, value in values.items()
            if name in self.by_name and value is not None and value != []
        }


class Writer(ABC):
    """Brings rows of one target into the archive, some at a time, then what follows from all of them.

    `handed_over` is the share of its work that is done once it has had all rows.
    """

    handed_over: ClassVar[float] = 0.97

    def __init__(self, target: Target, session: Session, choices: Choices, report: Report) -> None:
        self.target = target
        self.session = session
        self.choices = choices
        self.report = report
        self.staff_id = acting(session).staff_id
        self.reach = roles.require(session, Permission.IMPORT, accepting=()).reach()
        self.touched: set[int] = set()  # customers whose tier, facts and place in the index may differ now
        self._changed: dict[str, dict[str | None, datetime]] = {}  # see `learn_changes`
        self.made: list[range] = []  # new ones, whose tier and place in the index are right already

    @abstractmethod
    def write(self, rows: Sequence[Row]) -> None:
        """Take these rows, all of which could be read; each is told to the report."""

    def finish(self, progress: Progress) -> None:  # noqa: B027 - most have nothing left
        """Called once it has had all rows; `progress` is that of this part."""

    def ended(
        self,
        row: Row,
        outcome: Outcome,
        problems: Iterable[Problem] = (),
        values: Mapping[str, Any] | None = None,
        changed: Iterable[str] = (),
    ) -> None:
        """Tell how a row ended, and with what values; the first ones are kept to be looked at. `changed`
        are the fields of which an update took the file's values.
        """
        self.report.count(outcome, row.number, row.no, row.name, (*row.problems, *problems))
        if outcome is Outcome.UPDATED:
            self.report.changed.update(changed)
        if values is not None and len(self.report.shown) < SHOWN:
            figures = self.figures_of(values)
            apart = {one.field for one in figures}
            words = self.target.shown({name: one for name, one in values.items() if name not in apart})
            self.report.shown.append(Shown(row.number, outcome, words, figures))

    def figures_of(self, values: Mapping[str, Any]) -> tuple[Figure, ...]:
        """The figures of assets in a row that can be taken; most targets have none."""
        return ()

    def rejected(self, row: Row, error: UserError) -> None:
        """Tell that a row was not taken, and why."""
        problem = Problem.of(error)
        self.report.count(Outcome.REJECTED, row.number, row.no, row.name, (problem,))

    @property
    def sees_all(self) -> bool:
        """Whether whoever acts may import for everybody."""
        return self.reach == Reach.ALL

    def is_mine(self, owner_id: int | None) -> bool:
        """Whether whoever acts may change a customer of this manager by an import."""
        return self.reach == Reach.ALL or owner_id == self.staff_id

    def insert(self, model: type[Business], rows: list[dict[str, Any]], *, is_followed: bool = True) -> range:
        """Insert rows without ids; the ids they got, in order. `is_followed` as for `bulk.insert`."""
        first = bulk.next_id(self.session, model)
        bulk.insert(self.session, model, rows, is_followed=is_followed)
        return range(first, first + len(rows))

    def learn_changes(self, uids: Sequence[str]) -> None:
        """Read when the fields of these rows were changed, all at once, for `changed_on`."""
        self._changed = {uid: {} for uid in uids}
        for start in range(0, len(uids), _CHUNK):
            recorded = (
                select(ChangeRecord.row_uid, ChangeRecord.field, ChangeSet.at)
                .join(ChangeSet, ChangeRecord.set_number == ChangeSet.number)
                .where(ChangeRecord.row_uid.in_(uids[start : start + _CHUNK]))
                .order_by(ChangeSet.number)
            )
            for uid, name, at in self.session.execute(recorded):
                if name is None:  # made, or made again: all its fields are of that day
                    self._changed[uid].clear()
                self._changed[uid][name] = at

    def changed_on(self, uid: str, name: str) -> date | None:
        """The day on which a field was last changed, or its row made: of the rows learned last, else None."""
        found = self._changed.get(uid, {})
        at = found.get(name, found.get(None))
        return None if at is None else at.astimezone().date()


class Managers:
    """Names of managers in a file, and who they are here."""

    def __init__(self, session: Session, chosen: Mapping[str, str | None]) -> None:
        people = customers.managers(session)
        self._names: dict[int | None, str] = {one.id: one.name for one in people}
        self._by_name = {fold(one.name): one.id for one in people}
        by_uid = {one.uid: one.id for one in people}
        self._known = {name: by_uid.get(uid or "") for name, uid in chosen.items()}

    def name_of(self, staff_id: int | None) -> str | None:
        """What a person of the branch is called who may be in charge of customers."""
        return self._names.get(staff_id)

    def find(self, name: str) -> int | None:
        """The id of a person who may be in charge of customers; None for a name that is nobody here."""
        if name not in self._known:
            self._known[name] = self._by_name.get(fold(name))
        return self._known[name]
