"""Words for errors as the window shows them."""

from __future__ import annotations

from collections.abc import Callable

from rmdesk import messages, words
from rmdesk.services.errors import UserError


def sentence_of(error: BaseException) -> str:
    """What happened, what was kept, what to do. Anything but a UserError is a bug, and logged elsewhere."""
    return messages.sentence(error) if isinstance(error, UserError) else str(messages.internal())


def beside_field(error: UserError) -> str:
    """What is wrong and what to do, for a place beside a field, where plainly nothing was saved yet."""
    told = messages.message(error)
    between = "" if words.language() == "zh_CN" else " "
    return between.join(part for part in (told.happened, told.to_do) if part)


def refusal_of(check: Callable[..., object], *values: object, **limits: object) -> str:
    """Why `check` refuses what was entered, for a place beside its field; "" if it does not."""
    try:
        check(*values, **limits)
    except UserError as error:
        return beside_field(error)
    return ""
