"""Scenes of the import: each step of a good file, a bad one beside it, and the list of imports."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from rmdesk.ui.panes.customers.imports.draft import Step
from rmdesk.ui.panes.customers.pane import CustomersPane
from rmdesk.ui.window import MainWindow
from tests.screens.stage import Stage

_ROWS = [
    ["滨江支行客户清单"],
    ["截至 2026-09-30", "单位：元"],
    ["客户号", "客户姓名", "性别", "证件号码", "出生日期", "手机号码", "资产总额", "客户经理", "查询密码"],
    *(
        [
            f"C{place:05}",
            name,
            "女",
            "",
            f"19{70 + place}年3月8日",
            f"138{place:08}",
            f"{place}.5万",
            "王经理",
            "1",
        ]
        for place, name in enumerate(("陈静怡", "周素珍", "孙丽华", "许志明", "冯秋生", "罗美玲", "吴海燕"))
    ),
    ["C00090", "", "男", "", "1990-01-01", "", "1", "王经理", "1"],
    ["C00091", "李卫东", "男", "110101196608151234", "", "", "1", "王经理", "1"],
    ["C00092", "蒋明", "男", "", "2月31日", "1380013", "待核", "王经理", "1"],
    ["合计", "10户"],
    ["制表：方志远"],
]


def importing(stage: Stage, window: MainWindow, folder: Path) -> None:
    """Walk through an import and take it back, so that the next look begins as this one did."""
    jobs = window.context.jobs
    pane = window.show_pane("customers")
    if not isinstance(pane, CustomersPane):
        raise RuntimeError("there is no customers pane")
    view = pane.show_import()
    stage.keep("import-1-no-files", window, jobs)
    view.add_files(_files(folder))
    stage.keep("import-2-files", window, jobs)
    for step in (Step.TABLE, Step.COLUMNS, Step.OPTIONS, Step.PREVIEW):
        view.go_on()
        stage.keep(f"import-{step + 2}-{step.name.lower()}", window, jobs)
    for place, chip in enumerate(view.preview_page.part.chips):
        if place and chip.isVisible():
            view.preview_page.part.show_part(place)
            stage.keep(f"import-6-preview-{place}", window, jobs)
    view.go_on()
    stage.keep("import-7-result", window, jobs)
    view.undo()
    stage.keep("import-8-taken-back", window, jobs)
    pane.show_imports()
    stage.keep("import-9-earlier", window, jobs)
    pane.show_list()
    for draft in list(view.drafts):
        view.remove(draft)


def _files(folder: Path) -> list[Path]:
    folder.mkdir(exist_ok=True)
    text = io.StringIO()
    csv.writer(text).writerows(_ROWS)
    good, bad, survey = folder / "客户清单.csv", folder / "持有产品.xlsx", folder / "问卷.csv"
    good.write_bytes(text.getvalue().encode("gb18030"))
    bad.write_bytes(b"PK\x03\x04 cut off")
    survey.write_bytes("编号,1.总体满意度(1-10),2.推荐意愿(0-10)\n1,8,9\n".encode())
    return [bad, survey, good]
