"""Greetings on paper: one for each of many touchpoints, and who gets none and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Channel, Customer
from rmdesk.services import addresses, care, changes, roles, settings
from rmdesk.services.actor import acting
from rmdesk.services.care import Key
from rmdesk.services.customers import access
from rmdesk.services.greetings.addressing import address, is_chinese
from rmdesk.services.greetings.proposing import Greeting, Proposed, note_used, propose
from rmdesk.services.roles import Permission
from rmdesk.words import language

USED_UP = "used_up"  # every text was used for this customer; the other reasons are those of `Held`
GONE = "gone"  # nothing is due any more: mourning, no greetings wanted, the record is gone
NOT_YOURS = "not_yours"  # not in the charge of whoever prints


@dataclass(frozen=True, slots=True)
class Letter:
    """A greeting ready to be printed, with the envelope's lines: name and address ("" if none is known).

    On paper who signs stands on a line of its own: `words` and `signature` ("" where nobody signs) are the
    greeting's text in two parts.
    """

    customer_uid: str
    name: str
    address: str
    greeting: Greeting
    proposed: Proposed
    words: str = ""
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Letters:
    """What is printed on `day`, and how many get nothing, by reason."""

    day: date
    letters: tuple[Letter, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.letters)


def gather(
    session: Session, keys: Sequence[Key], today: date, *, chosen: Mapping[Key, str] | None = None
) -> Letters:
    """A letter for each of these touchpoints, to customers in the charge of whoever acts.

    `chosen`: the template that was picked for one of them; else the most fitting that may go by letter.
    Raises NotAllowed.
    """
    roles.require(session, Permission.WRITE_WORK)
    picked = chosen or {}
    branch: str = settings.get(session, "branch.name")
    there = care.find_these(session, keys, today=today)
    ids = {key.customer_id for key in there if key.customer_id is not None}
    customers = {one.id: one for one in session.scalars(select(Customer).where(Customer.id.in_(ids)))}
    letters: list[Letter] = []
    left_out: Counter[str] = Counter()
    for key in dict.fromkeys(keys):
        customer = customers.get(key.customer_id or 0)
        if customer is None or key not in there:
            left_out[GONE] += 1
            continue
        if not access.is_ours(session, customer):
            left_out[NOT_YOURS] += 1
            continue
        proposed = propose(session, there[key], today, channel=Channel.LETTER.value)
        if not proposed.texts:
            left_out[proposed.held.value if proposed.held is not None else USED_UP] += 1
            continue
        text = next((one for one in proposed.texts if one.template == picked.get(key)), proposed.texts[0])
        known = addresses.list_addresses(session, customer.id)
        spoken = language() if is_chinese(customer.name) else "en"
        to = customer.name if spoken == "zh_CN" else address(customer, spoken).dear
        envelope = known[0].address if known else ""
        signed = _signed(text.text, acting(session).name, branch)
        letters.append(Letter(customer.uid, to, envelope, text, proposed, *signed))
    return Letters(today, tuple(letters), dict(left_out))


def _signed(text: str, manager: str, branch: str) -> tuple[str, str]:
    """A text without who signs it, and who does: the names of manager and branch that it ends with."""
    who = f"(?:{re.escape(branch)}|{re.escape(manager)})"
    behind = r"(?:\s+|(?<=[。！？.!?]))"
    wishes = r"(?:\s*[敬谨拜恭][上贺启祝年])?"
    found = re.search(rf"{behind}((?:Yours \w+,\s+)?{who}(?:[\s,，]+{who})?{wishes})\s*$", text)
    return (text, "") if found is None else (text[: found.start()], found[1])


def note_printed(session: Session, letters: Letters) -> None:
    """Remember that these were printed, as one change. Raises as `note_used`."""
    changes.describe(session, "greeting.printed", greetings=len(letters))
    for one in letters.letters:
        note_used(
            session,
            one.customer_uid,
            one.greeting,
            one.proposed,
            today=letters.day,
            channel=Channel.LETTER.value,
        )
