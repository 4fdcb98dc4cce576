"""Putting an invented branch into a vault: one transaction, one change set, all or nothing."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    AumBasis,
    AumFigure,
    Business,
    Commitment,
    Customer,
    CustomerAddress,
    CustomerPhone,
    CustomerTag,
    FollowUp,
    Holding,
    IdentityDocument,
    ImportantDate,
    Interaction,
    Organisation,
    Relation,
    Tag,
    Task,
    TierChange,
)
from rmdesk.models.base import new_uid
from rmdesk.services import bulk, names, tiers
from rmdesk.services.demo import contacts, money, words
from rmdesk.services.demo.contacts import Contacts
from rmdesk.services.demo.customers import Branch, Invented
from rmdesk.services.errors import UserError

Progress = Callable[[int, int], None]

_MONTH_AVERAGE = AumBasis.MONTH_AVERAGE.value
_KNOWN_LEAST, _KNOWN_SPAN = 740, 120  # days
_CHUNK = 500  # customers made, then written, at a time

_T = TypeVar("_T")


def check_empty(session: Session) -> None:
    """Raise UserError `demo.not_empty` if the vault holds customers, also deleted ones."""
    if session.scalar(select(Customer.id).limit(1)) is not None:
        raise UserError("demo.not_empty")


def fill(
    session: Session,
    *,
    customers: int,
    seed: int,
    today: date,
    managers: Sequence[int],
    helpers: Sequence[int] = (),
    contacts_each: int | None = None,
    progress: Progress | None = None,
) -> None:
    """Put this many invented customers into a vault without any; `managers`, `helpers` are ids of staff.

    Helpers are given tasks. With `contacts_each` there are about so many contacts with everybody, instead
    of many with the wealthy and few with the others.

    The same seed, day and numbers give the same data. Whoever calls describes the change set first. What
    `progress(done, total)` raises ends it. Raises UserError `demo.not_empty`.
    """
    check_empty(session)
    branch = Branch(seed, today, employers=max(40, customers // 50), managers=len(managers))
    filler = _Filler(session, branch, managers, customers)
    filler.contacts = partial(contacts.invent, seed, today=today, assignees=helpers, each=contacts_each)
    invented = islice(branch.customers(), customers)
    done = 0
    for chunk in _chunks(invented):
        if progress is not None:
            progress(done, customers)
        filler.write(chunk)
        done += len(chunk)
    if progress is not None:
        progress(done, customers)


class _Filler:
    """Writes chunks of invented customers; knows the ids that those before were given."""

    def __init__(self, session: Session, branch: Branch, managers: Sequence[int], total: int) -> None:
        self._session = session
        self._branch = branch
        self._managers = managers
        self._total = total
        self._months = [(end, f"{end:%Y-%m} 月报") for end in money.month_ends(branch.today)]
        self._ladder = tiers.ensure(session)
        self._ids = array("q")  # of the customers, by their place in the branch
        self._waiting: list[tuple[int, dict[str, Any]]] = []  # relations to customers of the next chunk
        self._offices = self._insert(Organisation, map(_office_row, branch.offices))
        known = dict(session.execute(select(Tag.name, Tag.id)).all())
        missing = [name for name in words.TAGS if name not in known]
        known |= dict(zip(missing, self._insert(Tag, ({"name": name} for name in missing)), strict=True))
        self._tags = [known[name] for name in words.TAGS]
        self.contacts: Callable[..., Contacts] = contacts.invent

    def write(self, chunk: Sequence[Invented]) -> None:
        self._ids.extend(self._insert(Customer, map(self._customer_row, chunk)))
        self._write_parts(CustomerPhone, ((one, one.phones) for one in chunk))
        self._write_parts(CustomerAddress, ((one, one.addresses) for one in chunk))
        self._write_parts(IdentityDocument, ((one, one.documents) for one in chunk))
        self._write_parts(ImportantDate, ((one, one.days) for one in chunk))
        self._write_parts(Holding, ((one, one.holdings) for one in chunk))
        self._write_parts(AumFigure, ((one, self._figures(one)) for one in chunk))
        self._write_parts(TierChange, ((one, self._tiers(one)) for one in chunk))
        tags = ((one, [{"tag_id": self._tags[tag]} for tag in sorted(one.tags)]) for one in chunk)
        self._write_parts(CustomerTag, tags)
        self._write_relations(chunk)
        self._write_contacts(chunk)

    def _write_contacts(self, chunk: Sequence[Invented]) -> None:
        """What the managers did; customers of nobody have no contacts."""
        told = [
            (one, one.manager, self.contacts(one.ordinal, yuan=one.figures_fen[-1] // 100))
            for one in chunk
            if one.manager is not None
        ]
        for model, name in (
            (Interaction, "interactions"),
            (Commitment, "commitments"),
            (FollowUp, "follow_ups"),
            (Task, "tasks"),
        ):
            rows = (
                (one, [{"staff_id": self._managers[manager], **row} for row in getattr(found, name)])
                for one, manager, found in told
            )
            self._write_parts(model, rows)

    def _customer_row(self, one: Invented) -> dict[str, Any]:
        tier = self._ladder.tier_of(None, one.figures_fen[-1])
        return one.row | {
            "uid": new_uid(),
            "known_since": _known_since(one.ordinal, self._branch.today),
            "name_key": names.name_key(one.row["name"]),
            "employer_id": None if one.office is None else self._offices[one.office],
            "owner_id": None if one.manager is None else self._managers[one.manager],
            "stand_in_id": None if one.stand_in is None else self._managers[one.stand_in],
            "tier_id": None if tier is None else tier.id,
        }

    def _figures(self, one: Invented) -> Iterator[dict[str, Any]]:
        for (end, source), amount in zip(self._months, one.figures_fen, strict=True):
            yield {
                "basis": _MONTH_AVERAGE,
                "as_of": end,
                "amount_fen": amount,
                "source": source,
            }

    def _tiers(self, one: Invented) -> Iterator[dict[str, Any]]:
        """The customer's way through the tiers, as if each month's figure had been entered in its time."""
        before = None
        for (end, _), amount in zip(self._months, one.figures_fen, strict=True):
            tier = self._ladder.tier_of(None, amount)
            if tier is not before:
                yield {"tier_id": None if tier is None else tier.id, "since": end, "amount_fen": amount}
                before = tier

    def _write_relations(self, chunk: Sequence[Invented]) -> None:
        waiting, self._waiting = self._waiting, []
        rows = []
        told = [(one.ordinal, relation) for one in chunk for relation in one.relations]
        for ordinal, relation in [*waiting, *told]:
            other = relation.get("other")
            if other is not None and other >= len(self._ids):
                if other < self._total:  # the last family may be cut short
                    self._waiting.append((ordinal, relation))
                continue
            office = relation.get("office")
            rows.append(
                {
                    "customer_id": self._ids[ordinal],
                    "kind": relation["kind"],
                    "other_id": None if other is None else self._ids[other],
                    "organisation_id": None if office is None else self._offices[office],
                    "other_name": relation.get("other_name"),
                }
            )
        bulk.insert(self._session, Relation, rows)

    def _write_parts(
        self, model: type[Business], parts: Iterable[tuple[Invented, Iterable[dict[str, Any]]]]
    ) -> None:
        ids = self._ids
        rows = ({"customer_id": ids[one.ordinal], **row} for one, found in parts for row in found)
        bulk.insert(self._session, model, rows)

    def _insert(self, model: type[Any], rows: Iterable[dict[str, Any]]) -> list[int]:
        """Insert rows; their ids in order."""
        uids = bulk.insert(self._session, model, rows)
        found: dict[str, int] = {}
        for some in _chunks(uids):
            found |= dict(self._session.execute(select(model.uid, model.id).where(model.uid.in_(some))).all())
        return [found[uid] for uid in uids]


def _known_since(ordinal: int, today: date) -> date:
    """Everybody has been here for some time, and nobody for so long that a visit could be years late."""
    return today - timedelta(days=_KNOWN_LEAST + ordinal * 7919 % _KNOWN_SPAN)


def _office_row(office: Any) -> dict[str, Any]:
    return {
        "name": office.name,
        "name_key": names.name_key(office.name, of_person=False),
        "credit_code": office.credit_code,
        "industry": office.trade,
        "phone": office.phone,
        "address": office.address,
    }


def _chunks(items: Iterable[_T]) -> Iterator[list[_T]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, _CHUNK)):
        yield chunk
