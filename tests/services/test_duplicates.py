"""Two records of one person: found and scored, merged with all that hangs on them, and undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from rmdesk.models import Customer, Relation
from rmdesk.services import (
    addresses,
    archive,
    dates,
    documents,
    duplicates,
    figures,
    holdings,
    phones,
    recycle_bin,
    relations,
    search,
    tags,
    undoing,
)
from rmdesk.services.changes import codec
from rmdesk.services.days import Day
from rmdesk.services.duplicates import LEAST, Figures, Pair, Person, Reason
from rmdesk.services.duplicates.likeness import weigh
from rmdesk.services.duplicates.searching import pack
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from tests.support.branches import Branch

ID, OTHER_ID = "11010519491231002X", "110105194912310038"


def person(id: int, name: str = "张晓敏", **known: Any) -> Person:
    empty = {
        "birthday": None,
        "birth_year": None,
        "gender": None,
        "employer": None,
        "phones": (),
        "documents": (),
    }
    return Person(id=id, name=name, **(empty | known))


BORN = {"birthday": (3, 7, False, False), "birth_year": 1984}
CARD = {"documents": (("resident_id", ID),)}
PHONE = {"phones": ("13800138000",)}
FIRM = {"employer": 1}


@pytest.mark.parametrize(
    ("a", "b", "least", "most"),
    [
        (CARD, CARD, 95, 100),
        (CARD, CARD | {"name": "王芳"}, 80, 90),
        (PHONE, PHONE, 85, 95),
        (PHONE, PHONE | {"name": "张小民"}, 75, 90),
        (PHONE, PHONE | {"name": "李强"}, 0, LEAST - 1),
        (BORN, BORN, 80, 90),
        (BORN, BORN | {"name": "張曉敏"}, 80, 90),
        (BORN, BORN | {"name": "章小敏"}, 70, 80),
        (BORN, BORN | {"name": "张晓梅"}, LEAST, 65),
        (BORN, BORN | {"name": "李强"}, 0, 0),
        (BORN, BORN | {"birth_year": None}, 60, 70),
        (FIRM, FIRM | {"name": "章小敏"}, LEAST, 60),
        ({}, {}, 0, 0),
        (BORN | CARD, BORN | {"documents": (("resident_id", OTHER_ID),)}, 0, LEAST - 1),
        (PHONE | {"gender": "male"}, PHONE | {"gender": "female"}, 0, 70),
        (FIRM | BORN, FIRM | BORN | {"birth_year": 1960}, 0, LEAST - 1),
    ],
)
def test_scores(a: dict[str, Any], b: dict[str, Any], least: int, most: int):
    assert least <= weigh(person(1, **a), person(2, **b)).score <= most


def test_the_search_finds_each_pair_once_best_first_but_not_those_kept_apart():
    people = [
        person(7, **PHONE, **CARD),
        person(3, **PHONE, **CARD),
        person(4, "章小敏", **BORN),
        person(5, "张小民", **BORN),
        person(6, "李强", **PHONE),
        *(person(100 + n, "王伟", birthday=(1, 1, False, False), birth_year=1970) for n in range(70)),
    ]
    told: list[int] = []
    pieces = [pack(people[:3]), pack(people[3:])]
    pairs, count = duplicates.search(pieces, [(100, 101)], progress=lambda done, _total: told.append(done))
    assert (pairs[0].a, pairs[0].b) == (3, 7)
    assert {(pair.a, pair.b) for pair in pairs if pair.b < 100} == {(3, 7), (4, 5)}
    assert count == len(pairs) == len({(pair.a, pair.b) for pair in pairs})
    assert (100, 101) not in {(pair.a, pair.b) for pair in pairs}
    assert [pair.score for pair in pairs] == sorted((pair.score for pair in pairs), reverse=True)
    assert told


def found(branch: Branch) -> list[Pair]:
    searched = branch.read(duplicates.gather, lambda _done, _total: None)
    return duplicates.search(searched.pieces, searched.apart, progress=lambda _done, _total: None)[0]


def test_managers_find_among_their_own_supervisors_among_all(branch: Branch):
    branch.act("colleague")
    theirs = branch.add("张晓敏", birthday=Day(6, 3, 1984))
    branch.act("manager")
    branch.add("王芳")
    mine = [branch.add("张晓敏", birthday=Day(6, 3, 1984)), branch.add("章晓敏", birthday=Day(6, 3, 1984))]
    pairs = found(branch)
    assert [(pair.a, pair.b) for pair in pairs] == [(mine[0].id, mine[1].id)]
    row = branch.read(duplicates.load_pairs, pairs)[0]
    assert (row.a.name, row.b.name) == ("张晓敏", "章晓敏")
    assert duplicates.reason(row.pair.reasons) == "names read alike, same birthday"
    branch.act("supervisor")
    assert len(found(branch)) == 3
    assert branch.read(duplicates.load_pairs, found(branch))[0].a.name == "张*"
    branch.write(duplicates.keep_apart, mine[0].uid, theirs.uid)
    branch.write(duplicates.keep_apart, theirs.uid, mine[0].uid)
    assert len(found(branch)) == 2
    branch.undo()
    assert len(found(branch)) == 3
    branch.act("manager")
    with pytest.raises(NotAllowed):
        branch.write(duplicates.keep_apart, mine[0].uid, theirs.uid)
    branch.act("lobby")
    with pytest.raises(NotAllowed):
        found(branch)


def test_of_three_records_of_one_person_the_third_is_found_again_after_a_merge(branch: Branch):
    branch.act("manager")
    a, b, c = (branch.add(name) for name in ("张晓敏", "张小敏", "章小敏"))
    known = [Pair(a.id, b.id, 90, (Reason.PHONE,)), Pair(b.id, c.id, 70, (Reason.DOCUMENT,))]
    merge(branch, a, b)
    first = branch.newest().number
    into = {b.id: a.id}
    assert branch.read(duplicates.still_there, known, into) == [Pair(a.id, c.id, 70, (Reason.DOCUMENT,))]
    merge(branch, c, a)
    assert branch.read(duplicates.still_there, known, into | {a.id: c.id}) == []
    branch.undo()
    branch.write(undoing.undo, first)
    assert branch.read(duplicates.still_there, known, into | {a.id: c.id}) == known
    merge(branch, b, a)
    branch.write(recycle_bin.delete_customer, b.uid, version=branch.version(b))
    to_and_fro = {a.id: b.id, b.id: a.id}
    assert branch.read(duplicates.still_there, known, to_and_fro) == []


# --- merging ---------------------------------------------------------------------------------------


@pytest.fixture
def pair(branch: Branch) -> Iterator[tuple[Customer, Customer]]:
    """Two records of the manager's with rows of every kind, some of them the same in both."""
    branch.act("manager")
    a = branch.add("张晓敏", number="A1", occupation="教师", no_calls=False, stage="core")
    b = branch.add("张小敏", number="B2", district="滨江", no_calls=True, education="本科")
    third, fourth = branch.add("张建国"), branch.add("张丽")
    for one, numbers in ((a, ["13800138000", "13800138001"]), (b, ["13800138001", "13800138002"])):
        for number in numbers:
            branch.write(phones.add_phone, one.uid, number)
        branch.write(addresses.add_address, one.uid, "杭州市滨江区江南大道 1 号")
        branch.write(documents.add_document, one.uid, ID)
        branch.write(dates.add_date, one.uid, {"kind": "wedding", "day": Day(5, 1, 2010)})
        branch.write(tags.add_tag, one.uid, "老客户")
        branch.write(figures.add_figure, one.uid, 1_000_000 + one.id, "2026-01-31")
        branch.write(relations.add_relation, one.uid, "friend", other_uid=fourth.uid)
    branch.write(tags.add_tag, b.uid, "高净值")
    branch.write(figures.add_figure, b.uid, 90_000_000, "2025-12-31")
    branch.write(holdings.add_holding, b.uid, {"kind": "time_deposit", "amount_fen": 5_000_000})
    branch.write(relations.add_relation, b.uid, "parent", other_uid=third.uid)
    branch.write(relations.add_relation, a.uid, "sibling", other_uid=b.uid)
    branch.write(relations.add_relation, b.uid, "colleague", other_uid=third.uid)
    branch.write(duplicates.keep_apart, b.uid, third.uid)
    yield a, b
    assert branch.is_sound()


def merge(branch: Branch, a: Customer, b: Customer, **given: Any) -> Customer:
    versions = branch.version(a), branch.version(b)
    return branch.write(duplicates.merge, a.uid, b.uid, versions=versions, **given)


def everything(branch: Branch) -> dict[str, list[Any]]:
    """Every business row but for its version."""
    with branch.store.read() as session:
        return {
            name: [
                {key: value for key, value in row.items() if key != "version"}
                for row in session.execute(select(table).order_by(table.c.id)).mappings()
            ]
            for name, table in codec.business_tables().items()
        }


def test_everything_hangs_on_the_survivor_and_undo_restores_both(
    branch: Branch, pair: tuple[Customer, Customer]
):
    a, b = pair
    before = everything(branch)
    merge(branch, a, b, take=["name", "number", "district", "no_calls"])
    done = branch.newest()
    assert done.kind == "customer.merged"
    merged = everything(branch)
    record = branch.exact(a)
    assert [record.fields[one].value for one in ("name", "number", "district", "no_calls", "occupation")] == [
        "张小敏",
        "B2",
        "滨江",
        True,
        "教师",
    ]
    assert [row.number.value for row in record.phones] == ["13800138000", "13800138001", "13800138002"]
    assert [len(one) for one in (record.addresses, record.documents, record.dates)] == [1, 1, 1]
    assert sorted(record.tags) == ["老客户", "高净值"]
    assert [row.amount_fen.value for row in record.figures] == [90_000_000, 1_000_000 + a.id]
    assert len(record.holdings) == 1
    assert {(row.kind, row.name) for row in record.relations} == {
        ("friend", "张丽"),
        ("parent", "张建国"),
        ("colleague", "张建国"),
    }
    with branch.store.read() as session:
        assert list(archive.find_customers(session, search="张小敏")) == [a.id]
        assert search.find(session, "13800138002") == [a.id]
        assert list(session.scalars(select(Relation.customer_id).where(Relation.other_id == b.id))) == [a.id]
    assert [
        row.uid for row in branch.read(lambda s: recycle_bin.load_deleted(s, recycle_bin.find_deleted(s)))
    ] == [b.uid]

    branch.write(undoing.undo, done.number)
    assert everything(branch) == before
    with branch.store.read() as session:
        assert set(search.find(session, "13800138001")) == {a.id, b.id}
    branch.undo()
    assert everything(branch) == merged


@pytest.mark.parametrize(
    ("figures_", "amount"), [(Figures.SURVIVOR, 0), (Figures.OTHER, 1), (Figures.SUM, 2)]
)
def test_figures_of_one_day(branch: Branch, pair: tuple[Customer, Customer], figures_: Figures, amount: int):
    a, b = pair
    assert branch.read(duplicates.compare, a.uid, b.uid).colliding == 1
    own, theirs = 1_000_000 + a.id, 1_000_000 + b.id
    merge(branch, a, b, figures=figures_)
    assert branch.exact(a).figures[-1].amount_fen.value == (own, theirs, own + theirs)[amount]
    assert branch.exact(a).figures[-1].as_of == date(2026, 1, 31)


def test_the_proposal(branch: Branch, pair: tuple[Customer, Customer]):
    a, b = pair
    branch.edit(b, risk_tolerance=2, risk_assessed_on="2026-01-05")
    branch.edit(a, risk_tolerance=4, risk_assessed_on="2024-01-05")
    found = branch.read(duplicates.compare, a.uid, b.uid)
    proposed = {one.field.name: one.proposed for one in found.choices}
    differing = {one.field.name for one in found.choices if one.differs}
    other = 1 - found.survivor
    assert {"name", "number", "occupation", "district", "no_calls"} <= differing
    assert "owner" not in differing
    assert (proposed["occupation"], proposed["district"], proposed["no_calls"]) == (0, 1, 1)
    assert proposed["risk_tolerance"] == proposed["risk_assessed_on"] == 1
    assert proposed["name"] == 1 - other


def test_who_may_merge_and_what_is_refused(branch: Branch, pair: tuple[Customer, Customer]):
    a, b = pair
    with pytest.raises(UserError) as caught:
        merge(branch, a, a)
    assert caught.value.code == "duplicates.oneself"
    branch.edit(b, notes="同时被别人改了")
    with pytest.raises(Conflict):
        branch.write(duplicates.merge, a.uid, b.uid, versions=(branch.version(a), branch.version(b) - 1))
    branch.act("colleague")
    with pytest.raises(NotAllowed):
        merge(branch, a, b)
    with pytest.raises(NotAllowed):
        branch.read(duplicates.compare, a.uid, b.uid)
    branch.act("supervisor")
    merge(branch, b, a)
    number = branch.newest().number
    moved = branch.exact(b).phones[-1]
    branch.write(phones.edit_phone, moved.uid, {"kind": "work"}, version=moved.version)
    branch.write(undoing.undo, number)
    assert branch.record(a).fields["name"].value == "张晓敏"
    number = branch.newest().number
    branch.write(phones.remove_phone, moved.uid, version=branch.exact(a).phones[0].version)
    with pytest.raises(UserError) as caught:
        branch.write(undoing.undo, number)
    assert caught.value.code == "changes.undo_refused"


def test_no_reason_is_without_words():
    assert all(duplicates.reason([one]) for one in Reason)
