"""Customers as a card file (vCard 4.0, RFC 6350): what telephones and mail programs read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, CustomerPhone, PhoneKind
from rmdesk.services import masks
from rmdesk.services.archive import ExportedRow
from rmdesk.services.days import Day
from rmdesk.services.export.lists import Load
from rmdesk.services.queries import Query, listed

_PHONES = Query(
    select(CustomerPhone.customer_id, CustomerPhone.kind, CustomerPhone.number)
    .where(CustomerPhone.customer_id.in_(listed("ids")))
    .order_by(CustomerPhone.customer_id, CustomerPhone.position, CustomerPhone.id)
)
_FIELDS = Query(select(Customer.id, Customer.email, Customer.position).where(Customer.id.in_(listed("ids"))))
_LINE = 75  # octets; longer ones are folded
_SPECIAL = re.compile(r"[\\,;\r\n]")
_TYPES = {PhoneKind.MOBILE: "cell", PhoneKind.HOME: "home", PhoneKind.WORK: "work"}


def write_cards(
    session: Session, path: Path, load: Load, chunks: Iterable[Sequence[int]], *, masked: bool
) -> int:
    """One card for each customer, in UTF-8; returns how many. With `masked` no value is exact."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as stream:
        for ids in chunks:
            rows: list[ExportedRow] = load(session, ids)
            beside = _beside(session, [row.id for row in rows])
            for row in rows:
                stream.write(_card(row, *beside[row.id], masked=masked))
                count += 1
    return count


def _beside(session: Session, ids: list[int]) -> dict[int, tuple[list[tuple[str, str]], Any]]:
    """Phones and the few fields that lists do not show."""
    phones: dict[int, list[tuple[str, str]]] = defaultdict(list)
    asked = str(ids)
    for customer_id, kind, number in _PHONES.read(session, ids=asked):
        phones[customer_id].append((kind, number))
    return {row.id: (phones[row.id], row) for row in _FIELDS.read(session, ids=asked)}


def _card(row: ExportedRow, phones: list[tuple[str, str]], more: Any, *, masked: bool) -> str:
    lines = ["BEGIN:VCARD", "VERSION:4.0", f"FN:{_escaped(row.name)}", f"N:{_escaped(row.name)};;;;"]
    for kind, number in phones:
        told = masks.masked("phone", number) if masked else number
        kinds = _TYPES.get(PhoneKind(kind), "voice")
        lines.append(f"TEL;TYPE={kinds}:{_escaped(told)}")
    if more.email:
        lines.append(f"EMAIL:{_escaped(masks.masked('email', more.email) if masked else more.email)}")
    if row.employer:
        lines.append(f"ORG:{_escaped(row.employer)}")
    work = more.position or row.occupation
    if work:
        lines.append(f"TITLE:{_escaped(work)}")
    birthday = _birthday(row.birthday)
    if birthday:
        lines.append(f"BDAY:{birthday}")
    if row.tags:
        lines.append("CATEGORIES:" + ",".join(map(_escaped, row.tags)))
    if row.number:
        lines.append(f"X-CUSTOMER-NUMBER:{_escaped(row.number)}")
    lines += [f"UID:urn:uuid:{_uuid(row.uid)}", "END:VCARD"]
    return "".join(_folded(line) for line in lines)


def _uuid(uid: str) -> str:
    return "-".join((uid[:8], uid[8:12], uid[12:16], uid[16:20], uid[20:]))


def _birthday(day: Day | None) -> str:
    """A solar day, without its year where that is unknown or masked; a lunar one has no place in a card."""
    if day is None or day.is_lunar:
        return ""
    return f"{day.year if day.year is not None else '--'}{day.month:02}{day.day:02}"


def _escaped(value: str) -> str:
    if not _SPECIAL.search(value):
        return value
    plain = value.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return plain.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _folded(line: str) -> str:
    """Lines of at most 75 octets, no character cut in two."""
    if len(line) * 4 <= _LINE or len(line.encode("utf-8")) <= _LINE:
        return line + "\r\n"
    parts, room = [""], _LINE
    for char in line:
        size = len(char.encode("utf-8"))
        if size > room:
            parts.append(" ")
            room = _LINE - 1
        parts[-1] += char
        room -= size
    return "\r\n".join(parts) + "\r\n"
