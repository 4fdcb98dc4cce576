"""Bringing customers into the archive: new ones, and what a file knows better of those that are there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from datetime import date
from types import SimpleNamespace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    AumBasis,
    AumFigure,
    Business,
    Customer,
    CustomerAddress,
    CustomerPhone,
    CustomerTag,
    IdentityDocument,
    Stage,
    Tag,
    TierChange,
)
from rmdesk.services import bulk, days, search, tiers
from rmdesk.services.errors import UserError
from rmdesk.services.imports.finding import SEVERAL, Finder, Known
from rmdesk.services.imports.report import SHOWN, Figure, Outcome, Problem, Report
from rmdesk.services.imports.rules import OnDuplicate, decide
from rmdesk.services.imports.targets.customer_states import Fresh, State, Step
from rmdesk.services.imports.targets.organisations import Organisations
from rmdesk.services.imports.writing import Choices, Managers, Row, Target, Writer
from rmdesk.services.names import name_key
from rmdesk.services.progress import Progress
from rmdesk.services.roles import Reach

_CHUNK = 2000  # rows in one statement
_VERY_MANY = 20_000  # new customers, after which the parts of the index are worth merging
_BIRTH = ("birth_year", "birth_month", "birth_day", "birth_is_lunar", "birth_is_leap_month")
# The fields of a file whose values the columns hold that are not called so.
_FIELD_OF = {"owner_id": "owner", "owner_text": "owner", "stand_in_id": "stand_in"} | dict.fromkeys(
    _BIRTH, "birthday"
)
# What a customer's row holds before anything is known.
_EMPTY: dict[str, Any] = {
    column.name: (False if column.name.startswith(("no_", "wants_", "birth_is_")) else None)
    for column in Customer.__table__.columns
    if column.name not in ("id", "uid", "version", "origin_id")
} | {"stage": Stage.IDENTIFIED.value}


class CustomerWriter(Writer):
    """Values: those of `fields.FIELDS`; `owner` and `stand_in` by name, `employer` by name, `birthday` as
    a Day; `phones` [(number, kind)], `addresses` [(line, kind)], `documents` [(number, kind, expiry)],
    `tags` [name], `aum` (fen, basis or None), `aum_average` (fen, basis), `aum_on`, `aum_basis`; `name_key`,
    `folded`, `is_masked` of a name that is hidden.
    """

    def __init__(self, target: Target, session: Session, choices: Choices, report: Report) -> None:
        super().__init__(target, session, choices, report)
        self._today = date.today()
        self._finder = Finder(session)
        self._managers = Managers(session, choices.managers)
        self._ladder = tiers.ladder(session)
        self._steps = {one: Step(one.id, one.name, one.basis) for one in self._ladder.tiers}
        self._organisations = Organisations(self)
        self._tags: dict[str, int] = dict(session.execute(select(Tag.name, Tag.id)).all())

    def write(self, rows: Sequence[Row]) -> None:
        known = [_known(row.values or {}) for row in rows]
        self._finder.look(known)
        meant = [self._finder.find(one) for one in known]
        here = self._load(one for one in meant if isinstance(one, int))
        if self.choices.rule is OnDuplicate.NEWEST:
            self.learn_changes([state.uid for state in here.values()])
        fresh = Fresh()
        for row, who, one in zip(rows, known, meant, strict=True):
            if one is SEVERAL:
                self.rejected(row, UserError("import.several_customers"))
                continue
            state = here[one] if isinstance(one, int) else fresh.find(who)
            self._take(row, who, state, fresh)
        self._save_new(fresh.states)
        self._save_changed([state for state in here.values() if state.id is not None])

    def finish(self, progress: Progress) -> None:
        if sum(map(len, self.made)) >= _VERY_MANY and not self.report.is_preview:
            search.merge(self.session)

    # ------------------------------------------------------------------ one row

    def _take(self, row: Row, who: Known, state: State | None, fresh: Fresh) -> None:
        assert row.values is not None
        values = row.values
        problems: list[Problem] = []
        wanted = self._columns(values, problems)
        if state is None:
            if values["is_masked"]:
                self.rejected(row, UserError("import.masked_name"))
                return
            if self.reach < Reach.ALL:
                if wanted.get("owner_text") or not self.is_mine(wanted.get("owner_id", self.staff_id)):
                    self.rejected(row, UserError("import.not_yours"))
                    return
                wanted["owner_id"] = self.staff_id
            employer = wanted.pop("employer", None)
            state = State("", _EMPTY | {"known_since": self._today} | wanted)
            if employer is not None:
                state.employer = employer
            self._add_parts(state, values, OnDuplicate.FILE)
            state.terms, state.called = values.get("terms"), state.names
            fresh.add(state, who)
            self.ended(row, Outcome.IMPORTED, problems, values)
            return
        if not self.is_mine(state.columns["owner_id"]):
            is_covered = state.columns["stand_in_id"] == self.staff_id
            if is_covered and not self._bring(deepcopy(state), wanted, values):
                self.ended(row, Outcome.UNCHANGED, problems, self._as_kept(state, values))
            else:
                self.rejected(row, UserError("import.not_yours"))
            return
        changed = self._bring(state, wanted, values)
        if state.id is None:
            fresh.add_keys(state, who)
        outcome = Outcome.UPDATED if changed else Outcome.UNCHANGED
        self.ended(row, outcome, problems, self._as_kept(state, values), changed)

    def _as_kept(self, state: State, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """What the archive holds in the fields of a row, for as long as rows are shown."""
        if len(self.report.shown) >= SHOWN:
            return values
        columns = state.columns
        kept = {name: columns.get(name, value) for name, value in values.items()}
        employer = state.employer or self._organisations.name_of(columns["employer_id"])
        others: dict[str, Any] = {
            "birthday": days.of_row(SimpleNamespace(**columns), "birth_"),
            "owner": self._managers.name_of(columns["owner_id"]) or columns["owner_text"],
            "stand_in": self._managers.name_of(columns["stand_in_id"]),
            "employer": employer,
            "phones": [(number, None) for number in state.phones],
            "documents": [(number, None, None) for number in state.documents],
            "addresses": [(line, None) for line in state.addresses],
            "tags": sorted(state.tags),
        }
        return kept | {name: value for name, value in others.items() if name in values}

    def _bring(self, state: State, wanted: dict[str, Any], values: dict[str, Any]) -> set[str]:
        """Take over what a row says of a customer who is there; the fields that did change."""
        named = state.columns["owner_text"]
        if named is not None and named != values.get("owner") and self.choices.rule is OnDuplicate.FILL:
            wanted = {name: value for name, value in wanted.items() if name != "owner_id"}
        return self._merge(state, wanted) | self._add_parts(state, values, self.choices.rule)

    def figures_of(self, values: Mapping[str, Any]) -> tuple[Figure, ...]:
        as_of, found = _figure_day(values, self.choices), []
        if "aum" in values:
            found.append(Figure("aum", self._basis(values), as_of, values["aum"][0]))
        if "aum_average" in values:
            found.append(Figure("aum_average", values["aum_average"][1], as_of, values["aum_average"][0]))
        return tuple(found)

    def _basis(self, values: Mapping[str, Any]) -> str:
        told = self.choices.basis or values.get("aum_basis") or values["aum"][1]
        return str(told or AumBasis.POINT.value)

    def _columns(self, values: dict[str, Any], problems: list[Problem]) -> dict[str, Any]:
        """The columns that the row speaks of."""
        columns = {name: value for name, value in values.items() if name in _EMPTY and value is not None}
        if values["is_masked"]:
            del columns["name"], columns["name_key"]
        birthday = values.get("birthday")
        if birthday is not None:
            columns |= birthday.columns("birth_")
        if (owner := values.get("owner")) is not None:
            staff_id = self._manager(owner)
            columns |= {"owner_text": owner} if staff_id is None else {"owner_id": staff_id}
        if (stand_in := values.get("stand_in")) is not None:
            staff_id = self._manager(stand_in)
            if staff_id is not None and staff_id != columns.get("owner_id"):
                columns["stand_in_id"] = staff_id
        if (employer := values.get("employer")) is not None:
            columns["employer"] = employer
        return columns

    def _manager(self, name: str) -> int | None:
        found = self._managers.find(name)
        if found is None:
            self.report.managers[name] = self.report.managers.get(name, 0) + 1
        return found

    def _merge(self, state: State, wanted: dict[str, Any]) -> set[str]:
        """Take over what the rule takes over; the fields that did change."""
        rule, columns, before = self.choices.rule, state.columns, dict(state.columns)
        employer = state.employer
        for name, value in wanted.items():
            if name in _BIRTH:
                continue
            if name == "employer":
                present = state.employer or self._organisations.name_of(columns["employer_id"])
                if present != value and self._wins(rule, state, "employer_id", present, value):
                    state.employer = value
                continue
            if name == "owner_text":
                if columns["owner_id"] is not None:
                    continue
            elif name == "owner_id" and self.reach < Reach.ALL:
                continue
            if columns[name] != value and self._wins(rule, state, name, columns[name], value):
                columns[name] = value
                if name == "owner_id":
                    columns["owner_text"] = None
        self._merge_birthday(state, wanted)
        if columns["owner_id"] is not None and columns["owner_id"] == columns["stand_in_id"]:
            columns["stand_in_id"] = (
                before["stand_in_id"] if before["stand_in_id"] != columns["owner_id"] else None
            )
        if columns["name"] != before["name"]:
            columns["name_key"] = wanted.get("name_key") or name_key(columns["name"])
        elif columns["name_key"] != before["name_key"]:
            columns["name_key"] = before["name_key"]
        changed = {name for name, value in columns.items() if before[name] != value}
        state.changed |= changed
        fields = {_FIELD_OF.get(name, name) for name in changed if name != "name_key"}
        return fields | {"employer"} if employer != state.employer else fields

    def _merge_birthday(self, state: State, wanted: dict[str, Any]) -> None:
        if "birth_month" not in wanted:
            return
        present = {name: state.columns[name] for name in _BIRTH}
        file = {name: wanted[name] for name in _BIRTH}
        archive = None if present["birth_month"] is None else present
        if file["birth_year"] is None:  # of the same day it knows less
            present = present | {"birth_year": None}
        if present != file and self._wins(self.choices.rule, state, "birth_day", archive, file):
            state.columns |= file

    def _wins(self, rule: OnDuplicate, state: State, name: str, archive: Any, file: Any) -> bool:
        if isinstance(file, bool) and rule is OnDuplicate.FILL:
            return file and not archive  # a box that is not ticked is empty
        return decide(rule, archive, file, self.choices.file_on, lambda: self.changed_on(state.uid, name))

    def _add_parts(self, state: State, values: dict[str, Any], rule: OnDuplicate) -> set[str]:
        """Add what there is beside a customer; the fields that brought anything new."""
        if rule is OnDuplicate.ARCHIVE:
            return set()
        fill = rule is OnDuplicate.FILL
        changed: set[str] = set()
        if not (fill and state.phones):
            for number, kind in values.get("phones", ()):
                if number not in state.phones:
                    state.phones += (number,)
                    state.new_phones += ((number, kind),)
                    changed.add("phones")
        if not (fill and state.documents):
            for number, kind, expires_on in values.get("documents", ()):
                if number not in state.documents:
                    state.documents += (number,)
                    state.new_documents += ((number, kind, expires_on),)
                    changed.add("document")
        if not (fill and state.addresses):
            for line, kind in values.get("addresses", ()):
                if line not in state.addresses:
                    state.addresses += (line,)
                    state.new_addresses += ((line, kind),)
                    changed.add("addresses")
        for tag in values.get("tags", ()):
            if tag not in state.tags:
                state.tags |= {tag}
                state.new_tags += (tag,)
                changed.add("tags")
        if "aum" in values and not self._is_known(state, values):
            key = (self._basis(values), _figure_day(values, self.choices))
            if self._set_figure(state, key, values["aum"][0]):
                changed.add("aum")
        if "aum_average" in values:
            amount, basis = values["aum_average"]
            if self._set_figure(state, (basis, _figure_day(values, self.choices)), amount):
                changed.add("aum_average")
        return changed

    def _is_known(self, state: State, values: Mapping[str, Any]) -> bool:
        """Whether an amount of which nobody says the day is what the newest figure says already."""
        if "aum_on" in values or self.choices.as_of is not None or not state.figures:
            return False
        newest = max(as_of for _, as_of in state.figures)
        return any(
            as_of == newest and amount == values["aum"][0] for (_, as_of), amount in state.figures.items()
        )

    def _set_figure(self, state: State, key: tuple[str, date], amount: int) -> bool:
        present = state.figures.get(key)
        if present == amount:
            return False
        if present is None:
            state.new_figures = {**state.new_figures, key: amount}
        elif self.choices.rule not in (OnDuplicate.FILE, OnDuplicate.NEWEST):
            return False
        elif key in state.new_figures:
            state.new_figures = {**state.new_figures, key: amount}
        else:
            state.set_figures = {**state.set_figures, key: amount}
        state.figures = {**state.figures, key: amount}
        return True

    # ------------------------------------------------------------------ the archive

    def _load(self, ids: Iterable[int]) -> dict[int, State]:
        """The customers with these ids as they are."""
        wanted = list(dict.fromkeys(ids))
        if not wanted:
            return {}
        run = self.session.execute
        table = Customer.__table__
        states: dict[int, State] = {}
        for row in run(select(table).where(table.c.id.in_(wanted))).mappings():
            columns = {name: row[name] for name in _EMPTY}
            states[row["id"]] = State(row["uid"], columns, row["id"])
        part = CustomerPhone
        for one, number in run(select(part.customer_id, part.number).where(part.customer_id.in_(wanted))):
            states[one].phones += (number,)
        paper = IdentityDocument
        for one, number in run(select(paper.customer_id, paper.number).where(paper.customer_id.in_(wanted))):
            states[one].documents += (number,)
        place = CustomerAddress
        for one, line in run(select(place.customer_id, place.address).where(place.customer_id.in_(wanted))):
            states[one].addresses += (line,)
        names = select(CustomerTag.customer_id, Tag.name).join(Tag)
        for one, name in run(names.where(CustomerTag.customer_id.in_(wanted))):
            states[one].tags |= {name}
        figure = AumFigure
        figures = select(figure.customer_id, figure.basis, figure.as_of, figure.amount_fen, figure.id)
        figures_of: dict[int, dict[tuple[str, date], int]] = defaultdict(dict)
        ids_of: dict[int, dict[tuple[str, date], int]] = defaultdict(dict)
        for one, basis, as_of, amount, row_id in run(figures.where(figure.customer_id.in_(wanted))):
            figures_of[one][basis, as_of] = amount
            ids_of[one][basis, as_of] = row_id
        for one, held in figures_of.items():
            states[one].figures, states[one].figure_ids = held, ids_of[one]
        self._organisations.learn(state.columns["employer_id"] for state in states.values())
        return states

    def _save_new(self, states: Sequence[State]) -> None:
        if not states:
            return
        self._organisations.ensure(state.employer for state in states)
        for state in states:
            if state.employer:
                state.columns["employer_id"] = self._organisations.id_of(state.employer)
            if state.new_figures:
                self._find_tier(state)
        rows = [state.columns for state in states]
        ids = self.insert(Customer, rows, is_followed=False)
        self.made.append(ids)
        for state, row_id in zip(states, ids, strict=True):
            state.id = row_id
        self._save_parts(states, is_followed=False)
        moves = _Rows("customer_id", "tier_id", "since", "amount_fen")
        for state in states:
            if state.tier is not None:
                # Of figures of one day the first.
                (_, as_of), amount = max(state.new_figures.items(), key=lambda one: one[0][1])
                moves.append((state.id, state.tier.id, as_of, amount))
        moves.write(self.session, TierChange, is_followed=True)
        search.enter(self.session, map(self._entry, states))

    def _find_tier(self, state: State) -> None:
        """The tier of a new customer who has figures."""
        newest = _newest(state.new_figures)
        tier = self._ladder.tier_of(newest.get("point"), newest.get("month_average"))
        if tier is not None:
            state.tier = self._steps[tier]
            state.columns["tier_id"] = state.tier.id
            state.aum_fen = newest.get(state.tier.basis, next(iter(newest.values())))

    def _entry(self, state: State) -> tuple[int, search.Entry, str | None]:
        """What the index is to know of a new customer."""
        assert state.id is not None
        columns, tier = state.columns, state.tier
        return (
            state.id,
            search.Entry(
                columns["name"],
                columns["number"],
                columns["owner_id"],
                columns["stand_in_id"],
                state.aum_fen,
                state.phones,
                state.documents,
                (state.employer,) if state.employer else (),
                state.new_tags if tier is None else (tier.name, *state.new_tags),
            ),
            state.terms if state.called == state.names else None,
        )

    def _save_changed(self, states: Sequence[State]) -> None:
        self._organisations.ensure(state.employer for state in states)
        for state in states:
            if state.employer:
                state.columns["employer_id"] = self._organisations.id_of(state.employer)
                state.changed |= {"employer_id"}
        differing = [state for state in states if state.changed]
        fields = sorted({name for state in differing for name in state.changed})
        if fields:
            rows = [{"id": state.id} | {name: state.columns[name] for name in fields} for state in differing]
            bulk.update(self.session, Customer, rows, fields)
        self._save_parts(states)
        amounts = [
            {"id": state.figure_ids[key], "amount_fen": amount}
            for state in states
            for key, amount in state.set_figures.items()
        ]
        if amounts:
            bulk.update(self.session, AumFigure, amounts, ["amount_fen"])
        for state in states:
            if state.id is not None and (
                state.changed or state.adds_parts or state.set_figures or state.new_figures
            ):
                self.touched.add(state.id)

    def _save_parts(self, states: Sequence[State], *, is_followed: bool = True) -> None:
        phones = _Rows("customer_id", "number", "kind", "position")
        documents = _Rows("customer_id", "number", "kind", "expires_on")
        addresses = _Rows("customer_id", "address", "kind", "position")
        figures = _Rows("customer_id", "basis", "as_of", "amount_fen", "source")
        tags: list[tuple[int | None, str]] = []
        for state in states:
            one = state.id
            first = len(state.phones) - len(state.new_phones)
            phones += [(one, *phone, place) for place, phone in enumerate(state.new_phones, first)]
            documents += [(one, *document) for document in state.new_documents]
            first = len(state.addresses) - len(state.new_addresses)
            addresses += [(one, *address, place) for place, address in enumerate(state.new_addresses, first)]
            figures += [(one, *key, amount, self.choices.source) for key, amount in state.new_figures.items()]
            tags += [(one, tag) for tag in state.new_tags]
        phones.write(self.session, CustomerPhone, is_followed=is_followed)
        documents.write(self.session, IdentityDocument, is_followed=is_followed)
        addresses.write(self.session, CustomerAddress, is_followed=is_followed)
        figures.write(self.session, AumFigure, is_followed=is_followed)
        new = [name for name in dict.fromkeys(tag for _, tag in tags) if name not in self._tags]
        self._tags |= dict(zip(new, self.insert(Tag, [{"name": name} for name in new]), strict=True))
        borne = [{"customer_id": one, "tag_id": self._tags[tag]} for one, tag in tags]
        bulk.insert(self.session, CustomerTag, borne, is_followed=is_followed)


class _Rows(list[tuple[Any, ...]]):
    """New rows as tuples of these columns, in the order of which they are inserted."""

    def __init__(self, *columns: str) -> None:
        super().__init__()
        self._columns = columns

    def write(self, session: Session, model: type[Business], *, is_followed: bool) -> None:
        for start in range(0, len(self), _CHUNK):
            columns = zip(*self[start : start + _CHUNK], strict=True)
            named = dict(zip(self._columns, columns, strict=True))
            bulk.insert_columns(session, model, named, is_followed=is_followed)


def _known(values: dict[str, Any]) -> Known:
    return Known(
        values.get("number"),
        tuple(number for number, _, _ in values.get("documents", ())),
        tuple(number for number, _ in values.get("phones", ())),
        values.get("folded") or "",
    )


def _figure_day(values: Mapping[str, Any], choices: Choices) -> date:
    return values.get("aum_on") or choices.as_of or choices.file_on or date.today()


def _newest(figures: Mapping[tuple[str, date], int]) -> dict[str, int]:
    """The newest of some figures by basis."""
    by_day = figures.items() if len(figures) == 1 else sorted(figures.items(), key=lambda one: one[0][1])
    return {basis: amount for (basis, _), amount in by_day}
