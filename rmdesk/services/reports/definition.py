"""What a report is: who may make it, what it asks for, how it is gathered and told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from rmdesk.services import roles
from rmdesk.services.actor import Actor
from rmdesk.services.reports.blocks import Block
from rmdesk.services.reports.parameters import Parameter
from rmdesk.services.roles import Permission, Reach


@dataclass(frozen=True, slots=True)
class Report:
    """One report. `gather(session, **values)` returns plain values that may cross to a worker process,
    masked by role; `story` tells them in the language in use, without the vault.

    It is offered to those who hold `permission` without limits; with None it is opened only from where its
    contents are. `about`: the uid of the customer it is about, so that printing stands in their timeline.
    Pages are `traced` by a watermark where they tell of customers. `wide`: they are wider than high.
    `note` records what else follows from a copy that leaves, in the change that records the copy;
    `exact_phones`: how many phone numbers stand on it in full, which the audit trail says.
    """

    title: Callable[[], str]
    gather: Callable[..., Any]
    story: Callable[[Any], Iterable[Block]]
    parameters: tuple[Parameter, ...] = ()
    permission: Permission | None = None
    about: Callable[[Any], str] | None = None
    traced: bool = True
    wide: Callable[[Any], bool] = lambda _data: False
    note: Callable[[Session, Any], None] | None = None
    exact_phones: Callable[[Any], int] | None = None

    def is_offered(self, actor: Actor) -> bool:
        if self.permission is None:
            return False
        return roles.allowed(actor, self.permission).reach() > Reach.NONE
