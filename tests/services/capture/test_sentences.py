"""The sentences of tests/data/capture, against a real vault with the customers they name."""

from __future__ import annotations

from typing import Any

import pytest

from rmdesk.services import capture
from rmdesk.services.errors import UserError
from tests.support.branches import Branch
from tests.support.captures import LOTS, TODAY, add_customers, differences, sentences

LEAST = 0.95  # of each lot; what is right below it is a fault of the reader


def _proposed(branch: Branch, typed: str) -> list[dict[str, Any]]:
    try:
        return [capture.described(one) for one in branch.read(capture.propose, typed, today=TODAY)]
    except UserError as refused:
        return [{"type": refused.code}]


def test_the_share_of_sentences_that_propose_what_they_say(
    branch: Branch, capsys: pytest.CaptureFixture[str]
) -> None:
    add_customers(branch)
    shares: dict[str, float] = {}
    told: list[str] = []
    for lot in LOTS:
        listed = sentences(lot)
        wrong = {}
        for one in listed:
            found = differences(_proposed(branch, one.typed), one)
            if found:
                wrong[one.typed] = found
        shares[lot] = 1 - len(wrong) / len(listed)
        told.append(f"{lot}: {len(listed) - len(wrong)} of {len(listed)} right")
        told += [f"  {typed}: {'; '.join(found)}" for typed, found in wrong.items()]
    with capsys.disabled():
        print("\n" + "\n".join(told))
    assert sum(len(sentences(lot)) for lot in LOTS) >= 300
    assert min(shares.values()) >= LEAST, "\n".join(told)
