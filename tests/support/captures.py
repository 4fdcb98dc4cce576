"""The sentences of tests/data/capture with the customers they name, and what each is to propose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from rmdesk.models import Customer
from rmdesk.services import customers, phones
from rmdesk.services.days import Day
from tests.support.branches import Branch

TODAY = date(2026, 5, 13)
DATA = Path(__file__).parents[1] / "data" / "capture"
LOTS = (
    "held_out.txt",
    "held_out_later.txt",
    "held_out_last.txt",
    "held_out_fourth.txt",
    "held_out_fifth.txt",
    "held_out_sixth.txt",
    "held_out_seventh.txt",
    "held_out_eighth.txt",
    "held_out_ninth.txt",
    "sentences.txt",
)

# What the files call the fields, and what a proposal does.
_FIELDS = {
    "date": "date",
    "time": "time",
    "channel": "channel",
    "result": "result",
    "amount": "amount",
    "cost": "cost",
    "bank": "institution",
    "product": "product_kind",
    "relation": "relation",
    "name": "name",
    "phone": "phone",
}
_VALUE = re.compile(r"(\w+)=(.*?)(?=\s\w+=|$)")


@dataclass(slots=True)
class Expected:
    """One record that a sentence proposes."""

    kind: str
    who: str  # a customer's number, or "?" and the candidates
    values: dict[str, str]


@dataclass(slots=True)
class Sentence:
    typed: str
    records: list[Expected] = field(default_factory=list)


def sentences(lot: str) -> list[Sentence]:
    found: list[Sentence] = []
    for line in (DATA / lot).read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("  "):
            kind, who, *rest = line.split()
            found[-1].records.append(Expected(kind, who, dict(_VALUE.findall(" ".join(rest)))))
        else:
            found.append(Sentence(line))
    return found


def add_customers(branch: Branch) -> dict[str, Customer]:
    """The customers of the sentences: most in charge of the supervisor, some of a colleague."""
    branch.act("supervisor")
    added: dict[str, Customer] = {}
    with branch.store.write() as session:
        for line in (DATA / "customers.txt").read_text("utf-8").splitlines():
            if line.startswith("#"):
                continue
            number, name, gender, whose, occupation, birthday, phone = (
                part.strip() for part in line.split("|")
            )
            owner = branch.people["supervisor" if whose == "mine" else "colleague"]
            year, month, day = map(int, birthday.split("-"))
            added[number] = customers.add_customer(
                session,
                {
                    "number": number,
                    "name": name,
                    "gender": gender,
                    "occupation": occupation,
                    "birthday": Day(month, day, year),
                    "owner": owner.staff_uid,
                },
            )
            phones.add_phone(session, added[number].uid, phone)
    return added


def differences(proposed: list[dict[str, Any]], expected: Sentence) -> list[str]:
    """What is otherwise than the file says. A guess that is marked as unsure need not be listed there."""
    kinds = [one["type"] for one in proposed]
    if kinds != [one.kind for one in expected.records]:
        return [f"proposes {kinds}"]
    found: list[str] = []
    for one, wanted in zip(proposed, expected.records, strict=True):
        found += [f"{wanted.kind}: {text}" for text in _differences(one, wanted)]
    return found


def _differences(one: dict[str, Any], wanted: Expected) -> list[str]:
    found: list[str] = []
    if wanted.who.startswith("?"):
        named = wanted.who[1:].split(",") if wanted.who[1:] else []
        if "customer_no" in one or one["candidates"][: len(named)] != named:
            found.append(f"customer {one.get('customer_no')} of {one['candidates']}")
    elif one.get("customer_no") != wanted.who:
        found.append(f"customer {one.get('customer_no')} of {one['candidates']}")
    values = {_FIELDS[name]: value for name, value in wanted.values.items() if name in _FIELDS}
    if wanted.kind == "interaction":
        values.setdefault("date", TODAY.isoformat())
    for name in _FIELDS.values():
        if name in values and one.get(name) != values[name]:
            found.append(f"{name} {one.get(name)} instead of {values[name]}")
        elif name not in values and name in one and name not in one["unsure"]:
            found.append(f"{name} {one[name]}, which nobody said")
    if wanted.values.get("purpose", one.get("purpose")) != one.get("purpose"):
        found.append(f"purpose {one.get('purpose')}")
    if (wanted.values.get("lunar") == "yes") != one.get("date_is_lunar", False):
        found.append("the other calendar")
    return found
