"""What the database itself refuses of customers and the rows beside them, whoever writes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from rmdesk.models import (
    AumFigure,
    Customer,
    CustomerPhone,
    Holding,
    IdentityDocument,
    ImportantDate,
    Organisation,
    Relation,
    SavedView,
    Tag,
    Tier,
)
from rmdesk.models.base import utc_now
from rmdesk.services import changes
from rmdesk.services.store import Store

ROW: dict[Any, dict[str, Any]] = {
    Customer: {"name": "张晓敏", "name_key": "zhang"},
    CustomerPhone: {"customer_id": 1, "number": "13800138000"},
    IdentityDocument: {"customer_id": 1, "number": "E12345678"},
    ImportantDate: {"customer_id": 1, "kind": "wedding", "month": 5, "day": 20},
    Relation: {"customer_id": 1, "kind": "child", "other_name": "李思远"},
    Holding: {"customer_id": 1, "kind": "fund", "amount_fen": 1},
    AumFigure: {"customer_id": 1, "basis": "point", "as_of": date(2026, 1, 31), "amount_fen": 1},
    Organisation: {"name": "甲", "name_key": "jia"},
    Tier: {"name": "甲", "rank": 1, "threshold_fen": 0},
    Tag: {"name": "甲"},
    SavedView: {"pane": "customers", "name": "甲", "definition": "{}"},
}


def put(store: Store, *rows: Any) -> None:
    with store.write() as session:
        session.add_all(rows)
        changes.describe(session, "test.added")


@pytest.mark.parametrize(
    ("model", "wrong"),
    [
        (Customer, {"name": " "}),
        (Customer, {"name": "王" * 201}),
        (Customer, {"number": ""}),
        (Customer, {"gender": "other"}),
        (Customer, {"stage": "gone"}),
        (Customer, {"strategy": ""}),
        (Customer, {"preferred_channel": "fax"}),
        (Customer, {"grade": 6}),
        (Customer, {"income_band": 0}),
        (Customer, {"risk_tolerance": 6}),
        (Customer, {"birth_month": 2, "birth_day": 30}),
        (Customer, {"birth_month": 1, "birth_day": 31, "birth_is_lunar": True}),
        (Customer, {"birth_month": 13, "birth_day": 1}),
        (Customer, {"birth_month": 1}),
        (Customer, {"birth_month": 1, "birth_day": 1, "birth_is_leap_month": True}),
        (Customer, {"birth_year": 1700}),
        (Customer, {"owner_id": 1, "stand_in_id": 1}),
        (Customer, {"owner_id": 99}),
        (Customer, {"employer_id": 99}),
        (CustomerPhone, {"number": "12"}),
        (CustomerPhone, {"kind": "fax"}),
        (IdentityDocument, {"number": ""}),
        (IdentityDocument, {"kind": "library_card"}),
        (ImportantDate, {"month": 4, "day": 31}),
        (ImportantDate, {"month": None, "day": None}),
        (Relation, {"other_name": None}),
        (Relation, {"other_name": " "}),
        (Relation, {"other_id": 1}),
        (Relation, {"kind": "enemy"}),
        (Holding, {"amount_fen": 10**14 + 1}),
        (Holding, {"amount_fen": 10**13, "count": 11}),
        (Holding, {"count": 0}),
        (Holding, {"rate": 10**7}),
        (Holding, {"currency": "RMBX"}),
        (Holding, {"kind": "shares"}),
        (AumFigure, {"amount_fen": 2**62}),
        (AumFigure, {"basis": "yearly"}),
        (Organisation, {"name": ""}),
        (Organisation, {"credit_code": "123"}),
        (Tier, {"threshold_fen": -1}),
        (Tier, {"basis": "yearly"}),
        (Tag, {"name": " "}),
        (SavedView, {"name": ""}),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else ",".join(map(str, value)),
)
def test_refused_by_the_database(store: Store, model: Any, wrong: dict[str, Any]) -> None:
    put(store, Customer(**ROW[Customer]))
    with pytest.raises(IntegrityError):
        put(store, model(**ROW[model] | wrong))
    put(store, model(**ROW[model]))


@pytest.mark.parametrize("model", [Organisation, Tier, Tag, SavedView], ids=lambda model: model.__name__)
def test_names_are_there_once(store: Store, model: Any) -> None:
    put(store, model(**ROW[model]))
    with pytest.raises(IntegrityError):
        put(store, model(**ROW[model] | ({"rank": 2} if model is Tier else {})))


def test_customer_numbers_are_there_once_among_those_not_deleted(store: Store) -> None:
    put(store, Customer(**ROW[Customer], number="1"))
    with pytest.raises(IntegrityError):
        put(store, Customer(**ROW[Customer], number="1"))
    with store.write() as session:
        session.get_one(Customer, 1).deleted_at = utc_now()
        changes.describe(session, "test.deleted")
    put(store, Customer(**ROW[Customer], number="1"))
