"""Greetings on paper: whom, with which text, on pages or labels, recorded once they leave."""

from __future__ import annotations

import re
from datetime import date

import pypdfium2
import pytest

from rmdesk import words
from rmdesk.models import Customer, GreetingUse
from rmdesk.services import addresses, care, changes, greetings, reports
from rmdesk.services.care import Key
from rmdesk.services.days import Day
from rmdesk.services.errors import NotAllowed
from rmdesk.services.greetings import Letters
from tests.services.care.test_rules import add
from tests.support.branches import Branch

TODAY = date(2026, 9, 10)


@pytest.fixture
def keys(branch: Branch) -> list[Key]:
    """Of five birthdays: the third in mourning, the fourth wants none, the fifth is a colleague's."""
    words.use("zh_CN")
    branch.act("manager")
    born = Day(9, 10, 1966)
    people = [
        add(branch, "陈静怡", gender="female", birthday=born),
        add(branch, "John A&B Smith", gender="male", birthday=born),
        add(branch, "赵文博", birthday=born, bereaved_on=TODAY),
        add(branch, "孙丽华", birthday=born, no_greetings=True),
    ]
    branch.write(addresses.add_address, people[0].uid, "杭州市滨江区江南大道 <b>1</b> 号")
    branch.act("head")
    colleague = branch.people["colleague"].staff_uid
    people.append(add(branch, "周海燕", birthday=born, owner=colleague))
    return [Key("birthday", one.id, "", TODAY) for one in people]


def printed(branch: Branch, letters: Letters, layout: str) -> tuple[list[str], reports.Printout]:
    with branch.store.read() as session:
        made = reports.prepare(session, "greeting_letters", {"letters": letters, "layout": layout})
    pdf = pypdfium2.PdfDocument(reports.render(made, "zh_CN").pdf)
    texts = [re.sub(r"\s+", "", page.get_textpage().get_text_bounded()) for page in pdf]
    pdf.close()
    return texts, made


def test_whom_and_who_not(branch: Branch, keys: list[Key]) -> None:
    branch.act("manager")
    letters = branch.read(greetings.gather_letters, keys[:4], TODAY)
    assert [(one.name, one.address) for one in letters.letters] == [
        ("陈静怡", "杭州市滨江区江南大道 <b>1</b> 号"),
        ("Mr Smith", ""),
    ]
    assert letters.left_out == {"gone": 2}
    branch.act("supervisor")
    assert branch.read(greetings.gather_letters, keys, TODAY).left_out == {"not_yours": 3, "gone": 2}


def test_who_keeps_no_records_prints_none(branch: Branch, keys: list[Key]) -> None:
    branch.act("head")
    with pytest.raises(NotAllowed):
        branch.read(greetings.gather_letters, keys, TODAY)


def test_a_picked_text_is_printed(branch: Branch, keys: list[Key]) -> None:
    branch.act("manager")
    first = branch.read(greetings.gather_letters, keys[:1], TODAY)
    other = first.letters[0].proposed.texts[1]
    found = branch.read(greetings.gather_letters, keys[:1], TODAY, chosen={keys[0]: other.template})
    assert found.letters[0].greeting == other


@pytest.mark.parametrize(("layout", "pages"), [("pages", 2), ("labels", 1)])
def test_they_are_printed_and_remembered(branch: Branch, keys: list[Key], layout: str, pages: int) -> None:
    branch.act("manager")
    letters = branch.read(greetings.gather_letters, keys[:4], TODAY)
    texts, made = printed(branch, letters, layout)
    assert len(texts) == pages
    whole = "".join(texts)
    assert "江南大道<b>1</b>号" in whole
    for one in letters.letters:
        assert re.sub(r"\s+", "", one.greeting.text) in whole
        assert "林晓雯" in one.signature
        assert len(one.signature) > len("林晓雯 敬贺")  # the branch signs as well
    branch.write(reports.note_print, made, pages)
    with branch.store.read() as session:
        uses = session.query(GreetingUse).order_by(GreetingUse.id).all()
        assert [(one.text, one.channel) for one in uses] == [
            (one.greeting.text, "letter") for one in letters.letters
        ]
        kinds = [one.kind for one in changes.load_sets(session, changes.find_numbers(session)[:2])]
        assert set(kinds) == {"greeting.printed", "data.printed"}
        customer = session.get_one(Customer, keys[0].customer_id)
        touchpoint = care.find_these(session, keys[:1], today=TODAY)[keys[0]]
        assert greetings.propose(session, touchpoint, TODAY).used_by == "林晓雯"
        assert customer.name == "陈静怡"
    again = branch.read(greetings.gather_letters, keys[:4], TODAY)
    assert [one.greeting.text for one in again.letters] == [one.greeting.text for one in letters.letters]


def test_who_signs_stands_on_a_line_of_its_own(branch: Branch, keys: list[Key]) -> None:
    branch.act("manager")
    for one in branch.read(greetings.gather_letters, keys[:4], TODAY).letters:
        assert "林晓雯" in one.signature
        assert "林晓雯" not in one.words
        joined = re.sub(r"\s+", "", one.words + one.signature)
        assert joined == re.sub(r"\s+", "", one.greeting.text)


def test_many_fill_pages_of_labels(branch: Branch) -> None:
    words.use("zh_CN")
    branch.act("manager")
    people = [add(branch, f"客户{number}", birthday=Day(9, 10, 1970)) for number in range(9)]
    keys = [Key("birthday", one.id, "", TODAY) for one in people]
    letters = branch.read(greetings.gather_letters, keys, TODAY)
    assert len(printed(branch, letters, "labels")[0]) == 2
    assert len(printed(branch, letters, "pages")[0]) == 9
