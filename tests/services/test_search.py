"""Whatever is typed finds the customers it means, the best match first; the index follows every change."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session

from rmdesk.models import (
    AumFigure,
    Customer,
    CustomerFact,
    CustomerPhone,
    CustomerTag,
    IdentityDocument,
    Organisation,
    Relation,
    Role,
    Staff,
    StaffRole,
    Tag,
    Tier,
)
from rmdesk.models.base import utc_now
from rmdesk.services import bulk, changes, facts, names, search
from rmdesk.services.actor import Actor
from rmdesk.services.customers import access
from rmdesk.services.errors import NotAllowed
from rmdesk.services.roles import Limit
from rmdesk.services.search.index import _RANKED, both
from rmdesk.services.search.question import ask
from rmdesk.services.store import Store


class Archive:
    """A store, the customers in it by name, and who acts."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.staff: dict[str, int] = {}

    def act(self, name: str, *roles: Role) -> None:
        if name not in self.staff:
            with self.store.write() as session:
                person = Staff(name=name)
                person.roles = [StaffRole(role=role.value) for role in roles]
                session.add(person)
                changes.describe(session, "test.added")
            self.staff[name] = person.id
        with self.store.read() as session:
            self.store.actor = Actor.of(session.get_one(Staff, self.staff[name]))

    def add(self, name: str, *, aum: int = 0, **more: Any) -> int:
        phones, documents, tags = more.pop("phones", []), more.pop("documents", []), more.pop("tags", [])
        with self.store.write() as session:
            if employer := more.pop("employer", None):
                more["employer_id"] = self._one(session, Organisation, employer, name_key="x").id
            if tier := more.pop("tier", None):
                more["tier_id"] = self._one(
                    session, Tier, tier, rank=len(tier) + ord(tier[0]), threshold_fen=0
                ).id
            customer = Customer(name=name, name_key=names.name_key(name), **more)
            session.add(customer)
            session.flush()
            session.add(CustomerFact(customer_id=customer.id, aum_fen=aum))
            session.add_all(CustomerPhone(customer_id=customer.id, number=one) for one in phones)
            session.add_all(IdentityDocument(customer_id=customer.id, number=one) for one in documents)
            for tag in tags:
                session.add(CustomerTag(customer_id=customer.id, tag_id=self._one(session, Tag, tag).id))
            changes.describe(session, "test.added", subject=customer)
        return customer.id

    @staticmethod
    def _one(session: Session, model: Any, name: str, **more: Any) -> Any:
        row = session.scalars(select(model).where(model.name == name)).one_or_none()
        if row is None:
            row = model(name=name, **more)
            session.add(row)
            session.flush()
        return row

    def find(self, words: str, **more: Any) -> list[str]:
        """The names found, in order; all ways of asking must agree."""
        with self.store.read() as session:
            ids = search.find(session, words, limit=None, **more)
            assert search.find(session, words, limit=3, **more) == ids[:3]
            assert search.count(session, words, **more) == len(ids)
            if not more:
                assert search.find_first(session, words) == (ids, len(ids))
            chosen = select(Customer.id).where(Customer.id.in_(search.matching(session, words, **more)))
            assert sorted(session.scalars(chosen)) == sorted(ids)
            named = dict(session.execute(select(Customer.id, Customer.name)).all())
        return [named[one] for one in ids]


@pytest.fixture
def archive(store: Store) -> Archive:
    archive = Archive(store)
    archive.act("周建国二", Role.BRANCH_HEAD)
    return archive


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.add(
        "张晓敏",
        aum=500,
        number="10012345",
        phones=["13800005678", "02188886666"],
        documents=["33010219800101123X"],
        employer="IBM中国有限公司",
        tags=["高净值", "老客户"],
        tier="白金",
    )
    archive.add("单雄信", aum=400, phones=["13911112222"], employer="张江贸易")
    archive.add("买买提·吐尔逊", aum=300, phones=["+998901234567"])
    archive.add("Anna O'Brien", aum=200, documents=["E12345678"], tags=["海外"])
    archive.add("𠮷野😀", aum=100, phones=["110"])
    return archive


# fmt: off
_FIND_HER = (
    "张晓敏", "张", "晓", "敏", "张晓", "晓敏", "張曉敏", "曉",
    "zhangxiaomin", "zhangxiaom", "zhang xiao min", "zhang xiao", "xiaomin", "xiao", "zhangx", "zh", "z",
    "zxm", "zx", "xm", "zhangxm", "ZXM", "Ｚｈａｎｇ", "zhāng", "xiǎo mǐn",
    "13800005678", "138-0000-5678", "138 0000 5678", "1380", "5678", "678", "78", "１３８０",
    "33010219800101123X", "123x", "19800101", "23X", "3X", "02188886666",
    "10012345", "2345", "345",
    "IBM", "ibm中国", "中国", "有限公司", "高净值", "净值", "老客户", "白金",
    "张 白金 1380", "zxm 5678", "晓敏 中国", "张1380", "zxm1380", "张晓敏 zhang",
    " 张　晓 ", "张,敏", "张 张",
)
_FIND_NOBODY = (
    "", " ", "%", "_", "*", '"', "'", "\\", "-", "(", ")", "^", ":", "·", "\u202e", "\ud83d", "\x00",
    "张 AND 晓敏", "NOT", "张 OR 单", "NEAR(张 晓)", "n张", "words:张", "' OR 1=1 --", '" OR "', "敏张",
    "张敏", "minx", "公", "5", "00", "80001", "99991234", "6782", "李", "lisi", "ls", "张 李",
    "王 白金 1380",
)
# fmt: on


def test_everything_that_is_known_of_somebody_finds_them(filled: Archive) -> None:
    assert [words for words in _FIND_HER if "张晓敏" not in filled.find(words)] == []


def test_rarer_names_are_found_too(filled: Archive) -> None:
    for words, found in (
        ("shan", ["单雄信"]),
        ("dan", ["单雄信"]),
        ("sxx", ["单雄信"]),
        ("買買提", ["买买提·吐尔逊"]),
        ("买买提·吐", ["买买提·吐尔逊"]),
        ("提吐", ["买买提·吐尔逊"]),
        ("tuerxun", ["买买提·吐尔逊"]),
        ("mmt", ["买买提·吐尔逊"]),
        ("998901", ["买买提·吐尔逊"]),
        ("anna", ["Anna O'Brien"]),
        ("o'brien", ["Anna O'Brien"]),
        ("obrien", ["Anna O'Brien"]),
        ("BRIEN", ["Anna O'Brien"]),
        ("e1234", ["Anna O'Brien", "买买提·吐尔逊"]),  # whose number holds 1234, and whose name sounds so
        ("海外", ["Anna O'Brien"]),
        ("𠮷", ["𠮷野😀"]),
        ("😀", ["𠮷野😀"]),
        ("ye", ["𠮷野😀"]),
        ("110", ["𠮷野😀"]),
    ):
        assert filled.find(words) == found


def test_nothing_is_found_by_what_nobody_has_and_no_text_is_an_error(filled: Archive) -> None:
    assert [words for words in _FIND_NOBODY if filled.find(words)] == []


def test_marks_around_a_word_are_passed_over(filled: Archive) -> None:
    for words in ("张*", "张%", '"张"', "^张", "张)", "张\ud83d", "张\x00", "张\u202e"):
        assert filled.find(words)[0] == "张晓敏"


def test_a_text_longer_than_any_name_finds_nothing_and_takes_no_time(filled: Archive) -> None:
    for words in (
        "张" * 60_000,
        "张 " * 30_000,
        "a" * 60_000,
        '"' * 60_000,
        "1" * 60_000,
        "张晓敏" + " x" * 500,
    ):
        assert filled.find(words) == []


def test_a_hundred_words_are_a_question_like_any_other(filled: Archive) -> None:
    assert filled.find(" ".join(chr(0x4E00 + place) for place in range(100))) == []
    assert filled.find("张 晓 敏 zhang xiao min 1380 5678 白金 中国 高净值 老客户 zxm xm") == ["张晓敏"]


@given(words=st.text(max_size=40))
def test_any_text_makes_an_expression_that_the_index_understands(words: str) -> None:
    question = ask(words)
    if question is not None:
        for expression in (*question.classes, question.every):
            assert expression.count('"') % 2 == 0
            expression.encode()


def test_the_index_takes_any_text(filled: Archive) -> None:
    pieces = ["张", "晓", '"', "*", "^", "(", "NEAR", "AND", "-", "1380", "zxm", "😀", "é", "\ud800", " "]
    with filled.store.read() as session:
        for first in pieces:
            for second in pieces:
                for third in pieces:
                    search.find(session, first + second + third)


def test_the_best_match_comes_first(archive: Archive) -> None:
    archive.add("王伟", aum=1)
    archive.add("王伟明", aum=50)
    archive.add("王伟东", aum=70)
    archive.add("张王伟", aum=900)
    archive.add("李四", aum=5000, employer="王伟贸易")
    archive.add("汪维", aum=3000)  # sounds so
    assert archive.find("王伟") == ["王伟", "王伟东", "王伟明", "张王伟", "李四"]
    assert archive.find("wangwei") == ["汪维", "王伟", "王伟东", "王伟明", "张王伟"]
    assert archive.find("ww") == ["汪维", "王伟东", "王伟明", "王伟", "张王伟"]
    assert archive.find("王 伟")[0] == "王伟"


def test_a_surname_that_reads_exactly_so_comes_before_those_that_only_begin_so(archive: Archive) -> None:
    archive.add("尚可欣", aum=900)
    archive.add("单国庆", aum=50)  # whose g is no part of the surname
    archive.add("单伟", aum=20)
    archive.add("林立", aum=800)
    archive.add("李娜", aum=10)
    assert archive.find("shan") == ["单国庆", "单伟", "尚可欣"]
    assert archive.find("shang") == ["尚可欣", "单国庆"]
    assert archive.find("li") == ["李娜", "林立"]


def test_the_end_of_a_number_counts_more_than_its_middle(archive: Archive) -> None:
    archive.add("甲", aum=900, phones=["13856781111"])
    archive.add("乙", aum=100, phones=["13811115678"])
    archive.add("丙", aum=50, number="5678")
    assert archive.find("5678") == ["丙", "乙", "甲"]


def test_no_word_reaches_over_two_numbers_or_names(archive: Archive) -> None:
    archive.add("甲", phones=["13800001234", "56780000"], tags=["高端", "净土"], employer="海天")
    assert archive.find("12345678") == []
    assert archive.find("高端净土") == []
    assert archive.find("甲海") == []


def test_whose_assets_nobody_knows_come_last(archive: Archive) -> None:
    archive.add("王一", aum=1)
    with archive.store.write() as session:
        session.add(Customer(name="王二", name_key="x"))
        changes.describe(session, "test.added")
    assert archive.find("王") == ["王一", "王二"]


def _fill(archive: Archive, rows: list[dict[str, Any]], aum: list[int | None]) -> list[int]:
    """Customers in bulk, with their assets; their ids."""
    with archive.store.write() as session:
        changes.describe(session, "test.imported")
        uids = bulk.insert(session, Customer, ({"name_key": "x", **row} for row in rows))
        ids = [session.scalars(select(Customer.id).where(Customer.uid == uid)).one() for uid in uids]
        facts = [{"customer_id": one, "aum_fen": fen} for one, fen in zip(ids, aum, strict=True)]
        session.execute(insert(CustomerFact), facts)
    return ids


def test_of_very_many_the_same_come_first_as_of_few(archive: Archive) -> None:
    """Where the customers of each band of assets are asked for by themselves, nothing is to change."""
    dice = random.Random(3)
    shapes = ["王{}", "{}王", "汪{}", "王{}伟", "李{}"]
    rows = [{"name": dice.choice(shapes).format(dice.choice("伟芳娜秀英敏静丽强"))} for _ in range(2500)]
    fen = [dice.choice([None, -5, 0, 10 ** dice.randrange(13) + dice.randrange(9)]) for _ in rows]
    _fill(archive, rows, fen)
    with archive.store.read() as session:
        for words in ("王", "wang", "w", "wa", "王伟", "ww", "伟", "li", "王 wang"):
            every = search.find(session, words, limit=None)
            assert len(every) == search.count(session, words)
            best, total = search.find_first(session, words)
            assert total == len(every)
            assert best == every[: len(best)]
            assert len(best) == (total if total < 1000 else 100), words
            for limit in (1, 100, 700, 5000):
                assert search.find(session, words, limit=limit) == every[:limit], (words, limit)


def test_who_came_into_another_band_is_found_in_it(archive: Archive) -> None:
    ids = _fill(
        archive, [{"name": f"王{place}"} for place in range(1500)], [100 + one for one in range(1500)]
    )
    poorest, middle = ids[0], ids[700]

    def set_figures(values: dict[int, int]) -> int:
        with archive.store.write() as session:
            changes.describe(session, "test.figures")
            figure = {"basis": "point", "as_of": date(2026, 3, 1)}
            rows = ({**figure, "customer_id": one, "amount_fen": fen} for one, fen in values.items())
            bulk.insert(session, AumFigure, rows)
            facts.refresh(session, list(values))
        return archive.store.head().number

    def best(count: int) -> list[int]:
        with archive.store.read() as session:
            return search.find(session, "王", limit=count)

    assert best(2) == [ids[-1], ids[-2]]
    set_figures({poorest: 10**10})
    assert best(2) == [poorest, ids[-1]]
    # Of very many changed figures only the customers that changed the band are entered anew.
    number = set_figures({one: 2 * place + 50 for place, one in enumerate(ids[1:700])} | {middle: 10**11})
    assert best(3) == [middle, poorest, ids[-1]]
    with archive.store.write() as session:
        changes.undo(session, number)
        facts.refresh(session)
    assert best(2) == [poorest, ids[1]]  # of the others nobody knows any assets now


# --- who sees what ---------------------------------------------------------------------------------


def test_everybody_finds_only_whom_they_may_see(archive: Archive) -> None:
    archive.act("甲经理", Role.RELATIONSHIP_MANAGER)
    archive.act("乙经理", Role.RELATIONSHIP_MANAGER)
    first, second = archive.staff["甲经理"], archive.staff["乙经理"]
    archive.add("王一", owner_id=first)
    archive.add("王二", owner_id=second, stand_in_id=first)
    archive.add("王三", owner_id=second)
    archive.add("王四")
    for name, seen in (("甲经理", ["王一", "王二"]), ("乙经理", ["王二", "王三"])):
        archive.act(name)
        assert archive.find("王") == seen
        with archive.store.read() as session:
            allowed = select(Customer.name).where(access.visible(session)).order_by(Customer.id)
            assert list(session.scalars(allowed)) == seen
    archive.act("周建国二")
    assert archive.find("王") == ["王一", "王二", "王三", "王四"]
    archive.act("柜员", Role.TELLER)
    with pytest.raises(NotAllowed):
        archive.find("王")


def test_the_lobby_looks_at_names_and_phones_only(filled: Archive) -> None:
    filled.act("大堂", Role.LOBBY_MANAGER)
    with pytest.raises(NotAllowed), filled.store.read() as session:
        search.find(session, "张", accepting=())
    for words in ("张", "zxm", "5678", "138 0000 5678", "xiaomin", "78", "zxm1380"):
        assert "张晓敏" in filled.find(words, accepting=(Limit.CARD,))
    for words in ("123x", "19800101", "10012345", "345", "白金", "高净值", "中国", "张 白金", "1001"):
        assert filled.find(words, accepting=(Limit.CARD,)) == []
    filled.act("周建国二")
    assert filled.find("白金", accepting=(Limit.CARD,)) == ["张晓敏"]


# --- following changes -----------------------------------------------------------------------------


def _change(archive: Archive, model: Any, **values: Any) -> int:
    with archive.store.write() as session:
        row = session.scalars(select(model)).first()
        for name, value in values.items():
            setattr(row, name, value)
        changes.describe(session, "test.set")
    return archive.store.head().number


def _undo(archive: Archive, number: int) -> None:
    with archive.store.write() as session:
        changes.undo(session, number)


@pytest.mark.parametrize(
    ("model", "values", "gone", "new"),
    [
        (Customer, {"name": "赵云"}, "张晓敏", "zhaoyun"),
        (Customer, {"number": "20099999"}, "10012345", "20099999"),
        (Customer, {"employer_id": None}, "中国", "张晓敏"),
        (Customer, {"tier_id": None}, "白金", "张晓敏"),
        (CustomerPhone, {"number": "13900009999"}, "13800005678", "13900009999"),
        (IdentityDocument, {"number": "330102198001011234"}, "123x", "330102198001011234"),
        (Organisation, {"name": "海天集团"}, "中国", "海天"),
        (Organisation, {"deleted_at": utc_now()}, "中国", "张晓敏"),
        (Tag, {"name": "私行"}, "高净值", "私行"),
        (Tier, {"name": "钻石"}, "白金", "钻石"),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_the_index_follows_a_change_and_its_undo(
    filled: Archive, model: Any, values: dict[str, Any], gone: str, new: str
) -> None:
    number = _change(filled, model, **values)
    assert filled.find(gone) == []
    assert len(filled.find(new)) == 1
    _undo(filled, number)
    assert filled.find(gone) == ["张晓敏"]
    _undo(filled, filled.store.head().number)
    assert filled.find(gone) == []
    assert len(filled.find(new)) == 1


def test_what_is_moved_to_another_customer_is_found_there_only(filled: Archive) -> None:
    with filled.store.read() as session:
        other = session.scalars(select(Customer.id).where(Customer.name == "单雄信")).one()
    number = _change(filled, CustomerPhone, customer_id=other)
    assert filled.find("13800005678") == ["单雄信"]
    _undo(filled, number)
    assert filled.find("13800005678") == ["张晓敏"]


def test_organisations_one_is_related_to_are_found(filled: Archive) -> None:
    with filled.store.write() as session:
        firm = Organisation(name="海天集团", name_key="x")
        session.add(firm)
        session.flush()
        customer = session.scalars(select(Customer).where(Customer.name == "单雄信")).one()
        session.add(Relation(customer_id=customer.id, kind="key_person_of", organisation_id=firm.id))
        changes.describe(session, "test.related")
    number = filled.store.head().number
    assert filled.find("海天") == ["单雄信"]
    _change_name = {"name": "天海集团"}
    with filled.store.write() as session:
        session.get_one(Organisation, firm.id).name = _change_name["name"]
        changes.describe(session, "test.set")
    assert (filled.find("海天"), filled.find("天海")) == ([], ["单雄信"])
    _undo(filled, filled.store.head().number)
    _undo(filled, number)
    assert filled.find("海天") == []


def test_the_recycle_bin_is_not_searched(filled: Archive) -> None:
    number = _change(filled, Customer, deleted_at=utc_now())
    assert filled.find("张晓敏") == []
    _undo(filled, number)
    assert filled.find("张晓敏") == ["张晓敏"]


def test_rows_that_go_and_come_back_by_undo(filled: Archive) -> None:
    with filled.store.write() as session:
        for row in session.scalars(select(CustomerTag)):
            session.delete(row)
        changes.describe(session, "test.untagged")
    assert filled.find("高净值") == []
    _undo(filled, filled.store.head().number)
    assert filled.find("高净值") == ["张晓敏"]


def test_an_import_and_its_undo(archive: Archive) -> None:
    rows = [{"name": f"王{chr(0x4E00 + place)}", "name_key": "x"} for place in range(2500)]
    with archive.store.write() as session:
        changes.describe(session, "test.imported")
        uids = bulk.insert(session, Customer, rows)
        ids = list(session.scalars(select(Customer.id).where(Customer.uid.in_(uids))))
        bulk.insert(
            session,
            CustomerPhone,
            ({"customer_id": one, "number": f"138{place:08}"} for place, one in enumerate(ids)),
        )
    imported = archive.store.head().number
    with archive.store.read() as session:
        assert search.count(session, "王") == 2500
        assert len(search.find(session, "王")) == 100
        assert search.find(session, "13800002345") == [ids[2345]]
    _undo(archive, imported)
    with archive.store.read() as session:
        assert search.count(session, "王") == 0
        assert search.count(session, "1380") == 0


def test_records_that_were_settled_early_are_followed_too(archive: Archive) -> None:
    """A large set writes its records before it ends; the customers of the first ones count all the same."""
    rows = ({"name": f"李{place}", "name_key": "x"} for place in range(21_000))
    with archive.store.write() as session:
        changes.describe(session, "test.imported")
        bulk.insert(session, Customer, rows)
    with archive.store.read() as session:
        assert search.count(session, "李") == 21_000
        assert search.find(session, "李20999") == search.find(session, "20999") != []


def test_a_failed_transaction_leaves_the_index_as_it_was(filled: Archive) -> None:
    customer = filled.add("王五")
    with pytest.raises(RuntimeError, match="no use case described"), filled.store.write() as session:
        session.get_one(Customer, customer).name = "赵云"
    assert filled.find("赵云") == []
    assert filled.find("王五") == ["王五"]


def test_the_index_is_made_anew_from_the_customers(filled: Archive) -> None:
    asked = ["张", "zxm", "5678", "中国", "高净值", "mmt", "e1234", "😀", "白金"]
    before = {words: filled.find(words) for words in asked}
    heard: list[tuple[int, int]] = []
    with filled.store.write() as session:
        session.connection().exec_driver_sql(
            "INSERT INTO customer_search (customer_search) VALUES ('delete-all')"
        )
    assert filled.find("张") == []
    with filled.store.write() as session:
        search.rebuild(session, lambda done, total: heard.append((done, total)))
    assert {words: filled.find(words) for words in asked} == before
    assert heard == [(5, 5)]
    assert filled.store.integrity() == []


def test_the_index_holds_no_text_of_its_own(filled: Archive) -> None:
    with filled.store.read() as session:
        tables = set(
            session.scalars(text("SELECT name FROM sqlite_schema WHERE name LIKE 'customer_search%'"))
        )
        assert tables == {f"customer_search{part}" for part in ("", "_data", "_idx", "_docsize", "_config")}
        assert session.scalar(text("SELECT words FROM customer_search LIMIT 1")) is None


def test_who_is_erased_leaves_no_word_in_the_index(filled: Archive) -> None:
    filled.add("王五")  # in a later part of the index than the one who goes

    def holds(word: str) -> bool:
        with filled.store.read() as session:
            blocks = session.scalars(text("SELECT block FROM customer_search_data")).all()
        # A term is kept as what follows the beginning it shares with the one before: look for its end.
        return any(word.encode()[-4:] in block for block in blocks)

    assert holds("𠮷野😀")
    with filled.store.write() as session:
        gone, uid = session.execute(select(Customer.id, Customer.uid).where(Customer.name == "𠮷野😀")).one()
        ids = session.scalars(select(CustomerPhone.id).where(CustomerPhone.customer_id == gone)).all()
        facts.remove(session, [gone])
        changes.describe(session, "test.purged")
        bulk.delete(session, CustomerPhone, ids)
        bulk.delete(session, Customer, [gone])
        changes.erase(session, [uid])
    assert filled.find("𠮷") == []
    assert not holds("𠮷野😀")
    assert filled.find("张") != []


def test_the_index_is_asked_first_and_each_customer_looked_at_once(filled: Archive) -> None:
    """Walking the customers by assets and probing the index for each would be a hundred times slower."""
    question = ask("王 1380")
    assert question is not None
    with filled.store.read() as session:
        arguments = (both(question.every, '"h1"'), 100)
        plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {_RANKED}", arguments).all()
    assert [row[3].split(":")[0] for row in plan] == [
        "SCAN found VIRTUAL TABLE INDEX 0",
        "SEARCH fact USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN",
        "USE TEMP B-TREE FOR ORDER BY",
    ]
