"""Customers as they will be once the rows of a file are in the archive, new ones and those that are there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from rmdesk.services.imports.finding import Known


class Step(NamedTuple):
    """A tier, as plain values: there is one for each new customer."""

    id: int
    name: str
    basis: str


class State:
    """A customer as they will be; `id` is None while they are not in the archive yet.

    `phones` and so on hold what there is beside the row, `new_…` what of it has to be added. Most customers
    have none of most of it, so what they have in common stands here and is replaced, never changed.
    """

    changed: frozenset[str] = frozenset()  # columns, of one that is in the archive
    phones: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    tags: frozenset[str] = frozenset()
    figures: Mapping[tuple[str, date], int] = MappingProxyType({})
    figure_ids: Mapping[tuple[str, date], int] = MappingProxyType({})
    employer: str | None = None  # its name, where it has no id yet
    terms: str | None = None  # as the index has them, while the customer is `called` so
    called: tuple[Any, ...] = ()
    tier: Step | None = None  # of a new customer, by the newest figures
    aum_fen: int | None = None  # the one of them that the tier goes by
    new_phones: tuple[tuple[str, str], ...] = ()
    new_documents: tuple[tuple[str, str, date | None], ...] = ()
    new_addresses: tuple[tuple[str, str], ...] = ()
    new_tags: tuple[str, ...] = ()
    new_figures: Mapping[tuple[str, date], int] = MappingProxyType({})
    set_figures: Mapping[tuple[str, date], int] = MappingProxyType({})

    def __init__(self, uid: str, columns: dict[str, Any], id: int | None = None) -> None:
        self.uid = uid
        self.columns = columns
        self.id = id

    @property
    def adds_parts(self) -> bool:
        """Whether there is anything to add beside the row, figures apart."""
        return bool(self.new_phones or self.new_documents or self.new_addresses or self.new_tags)

    @property
    def names(self) -> tuple[Any, ...]:
        """What a customer's own terms in the index follow from; phones and documents only get more."""
        return self.columns["name"], self.columns["number"], len(self.phones), len(self.documents)


class Fresh:
    """Customers of some rows who are not in the archive yet, found as those in it are."""

    def __init__(self) -> None:
        self.states: list[State] = []
        self._by_number: dict[str, State] = {}
        self._by_document: dict[str, State] = {}
        self._by_phone: dict[tuple[str, str], State] = {}

    def add(self, state: State, who: Known) -> None:
        self.states.append(state)
        self.add_keys(state, who)

    def add_keys(self, state: State, who: Known) -> None:
        if who.number and state.columns["number"] == who.number:
            self._by_number[who.number] = state
        for number in who.documents:
            self._by_document[number] = state
        for number in who.phones:
            self._by_phone[number, who.folded] = state

    def find(self, who: Known) -> State | None:
        if who.number and who.number in self._by_number:
            return self._by_number[who.number]
        for number in who.documents:
            if number in self._by_document:
                return self._by_document[number]
        for number in who.phones:
            state = self._by_phone.get((number, who.folded))
            if state is not None and not (
                state.documents and who.documents and not set(state.documents) & set(who.documents)
            ):
                return state
        return None
