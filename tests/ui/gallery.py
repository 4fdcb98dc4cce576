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
        w.Radio(names[0], checked=True),
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


def draw(out: Path, scale: str) -> None:
    from PySide6.QtWidgets import QApplication

    from rmdesk.ui.theme import Theme

    app = QApplication([])
    theme = Theme(app)
    for appearance in ("light", "dark"):
        theme.apply(appearance)
        for language, words in WORDS.items():
            page = _page(words)
            page.show()  # type: ignore[attr-defined]
            app.processEvents()
            page.grab().save(str(out / f"widgets-{language}-{appearance}-{scale}.png"))  # type: ignore[attr-defined]
            page.close()  # type: ignore[attr-defined]


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
