"""`python -m tests.ui.gallery OUT`: every widget, light and dark, Chinese and English, at two scales, as PNG.

For the eye of whoever changes the look; nothing here is checked by the suite.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

WORDS = {
    "zh": {
        "title": "客户档案",
        "view": "90 天内到期",
        "search": "姓名、拼音、手机尾号、单位",
        "import": "导入",
        "export": "导出",
        "new": "新建客户",
        "chips": ["层级：金卡及以上", "负责人：林晓雯"],
        "condition": "条件",
        "segments": ["日", "周", "月"],
        "name": "员工姓名",
        "password": "密码",
        "wrong": "两次输入的密码不一样",
        "date": "周六上午",
        "date_hint": "9月12日",
        "save": "仅保存",
        "save_done": "保存并完成",
        "recovery": "用恢复码",
        "notice": "超出可用 9 小时。若不调整，排在最后的 7 位金卡客户本月联系不到。",
        "act": "查看",
        "empty": "还没有员工。先添加一位客户经理。",
        "add": "添加员工",
        "tiers": ["普通", "金卡", "白金", "钻石", "私行"],
        "fold": "基本信息",
        "fact": "待补：邮箱、风险测评已过期",
        "check": "在这台电脑上记住我",
        "role": "客户经理",
        "section": "与主管约定",
        "done": "执行中，第 2 版",
        "late": "落后 9 件",
        "overdue": "逾期",
        "disabled": "不可用",
        "person": "林晓雯",
        "delete": "停用 3 人",
    },
    "en": {
        "title": "Customers",
        "view": "Maturing in 90 days",
        "search": "Name, pinyin, last digits, employer",
        "import": "Import",
        "export": "Export",
        "new": "New customer",
        "chips": ["Tier: gold and above", "Manager: Lin Xiaowen"],
        "condition": "Condition",
        "segments": ["Day", "Week", "Month"],
        "name": "Name of the person",
        "password": "Password",
        "wrong": "The two passwords differ",
        "date": "Saturday morning",
        "date_hint": "12 Sep",
        "save": "Save only",
        "save_done": "Save and finish",
        "recovery": "Use the recovery code",
        "notice": "9 hours more than available. Unless changed, the last 7 gold customers are not reached.",
        "act": "Show",
        "empty": "There are no people yet. Add a relationship manager first.",
        "add": "Add a person",
        "tiers": ["Basic", "Gold", "Platin", "Diamond", "Private"],
        "fold": "Basic information",
        "fact": "Missing: e-mail, risk assessment expired",
        "check": "Remember me on this computer",
        "role": "Manager",
        "section": "Agreed with the head",
        "done": "Running, version 2",
        "late": "9 behind",
        "overdue": "Overdue",
        "disabled": "Disabled",
        "person": "Lin Xiaowen",
        "delete": "Disable 3 people",
    },
}


def _page(words: dict[str, object]) -> object:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QTabBar, QVBoxLayout, QWidget

    from rmdesk.ui import widgets as w
    from rmdesk.ui.tokens import KIND_ICONS, TYPE

    page = w.Ground("surface")
    page.resize(1100, 760)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    head = w.PaneHead(words["title"])
    head.add_left(w.Button(words["view"], icon="bookmark", menu_mark=True))
    search = w.SearchField(words["search"])
    search.setFixedWidth(300)
    head.add_right(search)
    head.add_right(w.Button(words["import"], icon="download"))
    head.add_right(w.Button(words["export"], icon="upload"))
    head.add_right(w.Button(words["new"], icon="plus", variant=w.Variant.PRIMARY, key="Ctrl+N"))
    column.addWidget(head)

    def row(*parts: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(8)
        for part in parts:
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        column.addLayout(line)
        return line

    chips = [w.Chip(text) for text in words["chips"]]
    row(*chips, w.Chip(words["condition"], removable=False, active=False, icon="plus"))
    disabled = w.Button(words["disabled"])
    disabled.setEnabled(False)
    disabled_primary = w.Button(words["disabled"], variant=w.Variant.PRIMARY)
    disabled_primary.setEnabled(False)
    row(
        w.Button(words["save"]),
        w.Button(words["save_done"], variant=w.Variant.OUTLINED, key="Ctrl+Return"),
        w.Button(words["delete"], variant=w.Variant.DANGER),
        w.Button(words["import"], variant=w.Variant.FLAT, icon="download"),
        w.Button(words["recovery"], variant=w.Variant.LINK, icon="key-round"),
        disabled,
        disabled_primary,
        QPushButton("Qt"),
        w.IconButton("pen-line", "edit", variant=w.Variant.NORMAL),
        w.IconButton("ellipsis", "more", variant=w.Variant.NORMAL),
        w.IconButton("columns-3", "columns"),
    )
    names = words["segments"]
    segments = [(str(place), text) for place, text in enumerate(names)]
    off = w.CheckBox(words["disabled"], checked=True)
    off.setEnabled(False)
    row(
        w.Segments(segments),
        w.Segments(segments, in_form=True, current="1"),
        w.CheckBox(words["check"], checked=True),
        w.CheckBox(words["check"]),
        off,
    )
    kinds = [w.Tag(kind, tone=kind, icon=icon) for kind, icon in KIND_ICONS.items()]
    row(*kinds[:9])
    row(
        *[w.Badge(text, rank) for rank, text in enumerate(words["tiers"])],
        w.Tag(words["done"], tone="good", icon="circle-check"),
        w.Tag(words["late"], tone="caution", icon="clock"),
        w.Tag(words["overdue"], tone="warning"),
        w.Tag(words["check"], icon="pen-line"),
        w.KeyHint([("D", words["save"]), ("Enter", words["act"]), ("Space", words["add"])]),
        w.CountMark(15),
        w.CountMark(3, alert=True),
        w.Avatar(words["person"]),
    )
    form = QHBoxLayout()
    form.setContentsMargins(16, 0, 16, 0)
    form.setSpacing(16)
    name = w.Combo()
    name.add(words["person"], 1, hint=words["role"], avatar=words["person"][0])
    date = w.LineField(words["date"])
    date.set_hint(words["date_hint"])
    password = w.PasswordField(name=words["password"], height=32)
    password.setText("12345678")
    wrong = w.PasswordField(name=words["password"])
    wrong.setText("1234")
    rows = [
        w.FormRow(words["name"], name, required=True),
        w.FormRow(words["date"], date, note=words["check"]),
        w.FormRow(words["password"], password),
        w.FormRow(words["password"], wrong, required=True),
    ]
    rows[2].set_caution(words["wrong"])
    rows[3].set_error(words["wrong"])
    for part in rows:
        form.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    column.addLayout(form)
    for tone in ("info", "caution", "warning"):
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 0, 16, 0)
        bar.addWidget(w.NoticeBar(words["notice"], tone=tone, action=words["act"], dismissable=True))
        column.addLayout(bar)
    fold = w.FoldHead(words["fold"], count="6", fact=words["fact"])
    column.addWidget(fold)
    folded = w.FoldHead(words["fold"], count="4", opened=False)
    column.addWidget(folded)
    tabs = QTabBar()
    for text in (words["title"], words["fold"], words["section"]):
        tabs.addTab(text)
    progress = w.ProgressLine(width=160)
    progress.set_share(0.4)
    small = w.ProgressLine(width=120, height=4)
    small.set_share(None)
    native = QProgressBar()
    native.setValue(60)
    native.setFixedWidth(120)
    row(tabs, progress, small, native, w.Label("386.20万", style=TYPE.figure, tabular=True))
    empty = w.EmptyState(words["empty"], icon="users", action=words["add"], action_icon="plus")
    column.addWidget(empty, 1)
    date.setFocus()
    return page


def _people(folder: Path) -> object:
    """A real vault with enough rows to scroll, made where it will be thrown away."""
    from rmdesk.models import Staff
    from rmdesk.services import accounts, changes
    from rmdesk.services.vault import Cost, create_vault

    vault, _code = create_vault(
        folder / "vault", branch="滨江支行", admin="周建国", password="八点开门 8:00", cost=Cost.FLOOR
    )
    accounts.sign_in(vault)
    with vault.store.write() as session:
        changes.describe(session, "staff.added")
        session.add_all(
            Staff(name=f"{NAMES[n % len(NAMES)]}{n}", mobile=f"{n * 7919 % 1000:05}") for n in range(400)
        )
    return vault


NAMES = ["田永胜", "赵文博", "郑伟", "沈佩芬", "唐建军", "高建平", "黄国栋", "宋晓岚", "陈静怡", "欧阳雪梅"]


def _table(words: dict[str, object], vault: object, jobs: object) -> object:
    from sqlalchemy import select

    from rmdesk.models import Staff
    from rmdesk.ui import formats
    from rmdesk.ui.columns import BadgeCell, IconCell, RiskCell, StrategyCell, TagCell
    from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source

    tiers, kinds = words["tiers"], ["calendar-clock", "cake", "handshake", "triangle-alert"]
    roles = ["kind.maturity", "kind.birthday", "kind.commitment", "kind.warning"]

    def find(session: object, *, sort: str, descending: bool) -> list[int]:
        column = {"mobile": Staff.mobile, "name": Staff.name}[sort]
        return list(session.scalars(select(Staff.id).order_by(column.desc() if descending else column)))

    def load(session: object, ids: list[int]) -> list[Staff]:
        return list(session.scalars(select(Staff).where(Staff.id.in_(ids))))

    def figure(row: Staff) -> int:
        return int(row.mobile or 0) * 12345

    def word(at: int) -> str:
        return str([words["import"], words["export"], words["check"], words["section"]][at])

    columns = [
        Column("name", words["name"], lambda row: row.name, CellKind.NAME, width=88, sort="name"),
        Column(
            "tier",
            words["view"][:4],
            lambda row: BadgeCell(tiers[row.id % 5], row.id % 5),
            CellKind.BADGE,
            width=64,
        ),
        Column("sum", "AUM", figure, CellKind.NUMBER, width=92, sort="mobile", text=formats.amount),
        Column(
            "change",
            "±%",
            lambda row: row.id % 9 - 4,
            CellKind.NUMBER,
            width=64,
            text=lambda v: formats.percent(v / 100, signed=True),
        ),
        Column(
            "risk",
            words["overdue"],
            lambda row: RiskCell(words["segments"][row.id % 3], ["low", "middle", "high"][row.id % 3]),
            CellKind.RISK,
            width=84,
        ),
        Column(
            "strategy",
            words["act"],
            lambda row: StrategyCell(words["segments"][row.id % 3], row.id % 3 + 1),
            CellKind.STRATEGY,
            width=90,
        ),
        Column(
            "state",
            words["fold"],
            lambda row: TagCell(words["late"], "caution", "clock") if row.id % 4 == 0 else None,
            CellKind.TAG,
            width=110,
        ),
        Column("last", words["date"], lambda row: words["date_hint"], CellKind.QUIET, width=80),
        Column(
            "next",
            words["section"],
            lambda row: IconCell(word(row.id % 4), kinds[row.id % 4], roles[row.id % 4]),
            CellKind.ICON_TEXT,
            width=120,
            stretch=True,
        ),
    ]
    model = QueryModel(
        columns, Source(find, load), vault.store, jobs, sort="mobile", descending=True, markable=True
    )
    table = QueryTable(model, name="people")
    table.resize(960, 420)
    table.show()
    table.activateWindow()
    table.setFocus()
    model.refresh()
    return table


def _wait(app: object, done: object) -> None:
    while not done():
        app.processEvents()


def draw(out: Path, scale: str) -> None:
    import tempfile

    from PySide6.QtWidgets import QApplication

    from rmdesk.ui import ask
    from rmdesk.ui.jobs import Jobs
    from rmdesk.ui.theme import Theme
    from rmdesk.ui.widgets import Combo

    app = QApplication([])
    theme = Theme(app)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["RMDESK_HOME"] = folder
        vault = _people(Path(folder))
        jobs = Jobs(vault.store)
        for appearance in ("light", "dark"):
            theme.apply(appearance)
            for language, words in WORDS.items():
                name = f"{language}-{appearance}-{scale}.png"
                page = _page(words)
                page.show()
                app.processEvents()
                page.grab().save(str(out / f"widgets-{name}"))
                page.close()
                table = _table(words, vault, jobs)
                _wait(app, lambda table=table: table.query.is_loaded)
                table.go_to(table.query.id_at(5))
                table.query.mark([2, 8])
                app.processEvents()
                table.grab().save(str(out / f"table-{name}"))
                menu = table.columns_menu()
                menu.popup(table.mapToGlobal(table.rect().center()))
                app.processEvents()
                menu.grab().save(str(out / f"menu-{name}"))
                menu.close()
                table.close()
                combo = Combo()
                for person in NAMES[:4]:
                    combo.add(person, person, hint=words["role"], icon="user-round")
                combo.resize(240, 28)
                combo.show()
                combo.showPopup()
                app.processEvents()
                combo.view().window().grab().save(str(out / f"combo-{name}"))
                combo.hidePopup()
                combo.close()
                question = ask.choose(
                    None,
                    title=words["delete"],
                    text=words["notice"],
                    kept=words["fact"],
                    to_do=words["empty"],
                    details="disk.io\nD:/rmdesk/vault.db",
                    choices=[
                        ask.Choice("no", words["save"]),
                        ask.Choice("yes", words["delete"], ask.Variant.DANGER),
                    ],
                    way_out="no",
                    then=lambda _answer: None,
                    tone="caution",
                )
                app.processEvents()
                question.grab().save(str(out / f"ask-{name}"))
                question.close()
        jobs.close()
        vault.close()


def main() -> None:
    out = Path(sys.argv[1])
    if len(sys.argv) > 2:
        draw(out, sys.argv[2])
        return
    out.mkdir(parents=True, exist_ok=True)
    for scale in ("1", "1.5"):
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        command = [sys.executable, "-m", "tests.ui.gallery", str(out), scale]
        subprocess.run(command, check=True, env=environment)


if __name__ == "__main__":
    main()
