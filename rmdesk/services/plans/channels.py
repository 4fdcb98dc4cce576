"""Ways of contact with their shares: how they are kept, typed, and given to contacts one after the other."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping

from rmdesk.models import Channel
from rmdesk.services import values
from rmdesk.services.errors import UserError

Mix = Mapping[str, int]  # by channel, in percent, the most used first; together 100

# How long a contact takes where nobody said otherwise: minutes, with getting there and writing it down.
MINUTES: dict[str, int] = {
    Channel.VISIT: 90,
    Channel.BRANCH_VISIT: 40,
    Channel.CALL: 10,
    Channel.WECHAT: 5,
    Channel.SMS: 2,
    Channel.EMAIL: 5,
    Channel.LETTER: 5,
}
DEFAULT: Mix = {Channel.CALL.value: 100}


def check(value: object, what: str) -> str:
    """A mix as it is kept; raises UserError `value.not_a_choice`, `plan.shares` if it is not 100 %."""
    if not isinstance(value, Mapping) or not value:
        raise UserError("value.not_a_choice", what=what)
    mix = {values.choice(channel, what, Channel): share for channel, share in value.items()}
    if any(isinstance(share, bool) or not isinstance(share, int) or share <= 0 for share in mix.values()):
        raise UserError("plan.shares")
    if sum(mix.values()) != 100:
        raise UserError("plan.shares")
    ordered = sorted(mix.items(), key=lambda one: -one[1])
    return json.dumps(dict(ordered))


def read(kept: str | None) -> Mix:
    """What is kept; calls if nothing is."""
    return DEFAULT if kept is None else dict(json.loads(kept))


def typed(text: str, words: Mapping[str, str]) -> Mix | None:
    """A mix as it is typed: "电话", "电话60 面访40", "call 60, visit 40%"; `words` are the channels by what
    they are called. One without a share gets what is left. None for nothing; raises UserError `plan.shares`.
    """
    said = unicodedata.normalize("NFKC", text).strip().lower()
    if not said:
        return None
    known = {unicodedata.normalize("NFKC", word).lower(): channel for word, channel in words.items()}
    longest_first = "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True))
    pattern = re.compile(rf"\s*({longest_first})\s*[::]?\s*(\d{{1,3}})?\s*%?\s*[,,、;;·/+]?")
    found: dict[str, int | None] = {}
    place = 0
    while place < len(said):
        match = pattern.match(said, place)
        if match is None or known[match[1]] in found:
            raise UserError("plan.shares")
        found[known[match[1]]] = None if match[2] is None else int(match[2])
        place = match.end()
    open_ones = [channel for channel, share in found.items() if share is None]
    left = 100 - sum(share or 0 for share in found.values())
    for number, channel in enumerate(open_ones):
        found[channel] = left // len(open_ones) + (number < left % len(open_ones))
    if any(not share or share < 0 for share in found.values()) or sum(v or 0 for v in found.values()) != 100:
        raise UserError("plan.shares")
    return {channel: share or 0 for channel, share in found.items()}


def in_turn(mix: Mix) -> Iterator[str]:
    """Channels without end, each as often as its share says, as evenly mixed as can be."""
    owed = dict.fromkeys(mix, 0)
    while True:
        for channel, share in mix.items():
            owed[channel] += share
        most = max(owed, key=lambda channel: owed[channel])
        owed[most] -= 100
        yield most


def minutes_of(channel: str, given: int | None) -> int:
    """How long a contact by this way takes; `given` is what the sub-plan says."""
    return MINUTES[channel] if given is None else given


def average_minutes(mix: Mix, given: int | None) -> float:
    return sum(minutes_of(channel, given) * share for channel, share in mix.items()) / 100
