"""Files of others, thousands of times changed: each is read or refused with a sentence, within 10 seconds,
and nothing is kept by half.

Each kind is tried by a child that says which file it is at, so that a crash or a hang costs one file.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import resource
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from rmdesk import logs, messages, policies, resources
from rmdesk.services import holiday_table
from rmdesk.services.errors import UserError
from rmdesk.services.imports import BY_NAME, mapping_files
from rmdesk.services.imports.mapping_files import Saved
from rmdesk.services.surveys import deriving, questionnaire
from rmdesk.services.vault import keyfile as keyfiles
from rmdesk.services.vault import unlock, unlock_with_recovery
from tests.faults import damaged_imports, segment_files, tables
from tests.faults.children import Child, Say
from tests.faults.mutating import mutate
from tests.faults.operations import Saving
from tests.faults.tables import damaged
from tests.services.surveys.test_questionnaire import DOCUMENT
from tests.support.vaults import ADMIN, PASSWORD

FILES_FROM = "RMDESK_FUZZ_FILES"
SECONDS = 10.0  # of the processor, for one file
_HANGS = 600.0  # by the clock, however busy the machine is
_LONGER = 1.5  # by the clock, than the time of the processor that is wanted
_OVER = "over"  # says a child whose time is over

Trial = Callable[[random.Random], str]  # tries one file; what became of it
Kind = Callable[[Path, "Path | None"], contextlib.AbstractContextManager[Trial]]

READ, REFUSED = "read", "refused"
WRONG = ("crashes", "half", "miscounted", "over 10 s", "over 500 MB")
PROCESSOR = "processor s"  # for how long they were tried, besides what became of them


def run(name: str, count: int, seconds: float | None = None, *, first: int = 0) -> dict[str, int]:
    """Try files of this kind, each told by its number, until there were `count`, or `seconds` of the
    processor are used up; where others want it too, no longer than half as long again.

    The variable `FILES_FROM` may name a folder of real ones to begin from, besides our own.
    """
    figures: Counter[str] = Counter(dict.fromkeys((READ, REFUSED, *WRONG), 0))
    folder = os.environ.get(FILES_FROM)
    files = Path(folder) if folder else None
    until = time.monotonic() + _LONGER * (float("inf") if seconds is None else seconds)
    left = float("inf") if seconds is None else seconds
    with tempfile.TemporaryDirectory() as place, KINDS[name](Path(place), files) as trial:
        number, last, begun = first, first + count, _used()
        while number < last and not (number > first and (left <= 0 or time.monotonic() > until)):
            before = _used()
            number = _some(trial, number, last, left, until, figures, name)
            left -= _used() - before
        used = _used() - begun
    return dict(figures) | {PROCESSOR: round(used)}


def _used() -> float:
    """Seconds of the processor that children took which have ended."""
    found = resource.getrusage(resource.RUSAGE_CHILDREN)
    return found.ru_utime + found.ru_stime


def _some(
    trial: Trial,
    number: int,
    last: int,
    seconds: float,
    until: float,
    figures: Counter[str],
    name: str,
) -> int:
    """Let a child try them from `number` on; the number to go on with."""

    def work(say: Say) -> None:
        for one in range(number, last):
            if one > number and time.process_time() > seconds:
                say(_OVER)
                return
            # The system ends who takes longer, whatever it is doing.
            signal.setitimer(signal.ITIMER_PROF, SECONDS)
            said = _tried(trial, one)
            signal.setitimer(signal.ITIMER_PROF, 0)
            say(said)

    with Child(work) as child:
        while True:
            outcome = child.line(time.monotonic() + _HANGS)
            if outcome == _OVER:
                return number
            if outcome is None:
                child.kill()
                is_slow = child.heard.signal in (signal.SIGPROF, signal.SIGKILL)
                outcome = "over 10 s" if is_slow else "crashes"
                print(f"{name} {number}: ended by signal {child.heard.signal}")
                figures[outcome] += 1
                return number + 1
            if outcome not in figures:
                print(f"{name} {number}: {outcome}")
                outcome = "crashes"
            figures[outcome] += 1
            number += 1
            if number == last or time.monotonic() > until:
                return number


def _tried(trial: Trial, number: int) -> str:
    try:
        return trial(random.Random(number))
    except UserError as error:
        messages.sentence(error)
        return REFUSED
    except Exception as error:
        trace = logs.trace(error).strip().splitlines()
        return f"{type(error).__name__} {trace[-1] if trace else ''}"


# --- the kinds ---------------------------------------------------------------------------------------


@contextlib.contextmanager
def _questionnaires(place: Path, files: Path | None) -> Iterator[Trial]:
    sound = [json.dumps(one, ensure_ascii=False).encode() for one in (DOCUMENT, _SMALL)]

    def trial(chance: random.Random) -> str:
        text = mutate(chance, chance.choice(sound)).decode("utf-8", "replace")
        found = questionnaire.parse(text)
        assert questionnaire.parse(found.dumps()) == found
        assert questionnaire.examine(found.stored()) == (found, {})
        found.asked({})
        return READ

    yield trial


@contextlib.contextmanager
def _answers(place: Path, files: Path | None) -> Iterator[Trial]:
    rows = [["问卷编号", "总体满意度(1-10)", "愿意推荐(0-10)", "常用渠道", "最关心(多选)", "建议"]]
    rows += [
        [f"R{i}", f"{i % 10 + 1}", f"{i % 11}", "柜面;网银"[: i % 3 + 2], "收益,排队", "好" * (i % 4)]
        for i in range(40)
    ]
    sound = [*tables.seeds(rows), *tables.real(files, "survey")]

    def trial(chance: random.Random) -> str:
        file = place / "answers.xlsx"
        content, is_by_parts = chance.choice(sound)
        file.write_bytes(damaged(chance, content, is_by_parts=is_by_parts))
        found = deriving.derive_file(file)
        assert questionnaire.parse(found.dumps()) == found
        return READ

    yield trial


@contextlib.contextmanager
def _mappings(place: Path, files: Path | None) -> Iterator[Trial]:
    sound = {
        name: mapping_files.text_of(
            name,
            Saved(
                {f"列{number}": one.name for number, one in enumerate(target.fields[:8])} | {"备注": None},
                {"林晓雯": "0" * 32, "陈立": None},
            ),
        ).encode()
        for name, target in BY_NAME.items()
    }

    def trial(chance: random.Random) -> str:
        name = chance.choice(list(BY_NAME))
        file = place / "mapping.json"
        file.write_bytes(mutate(chance, sound[name]))
        found = mapping_files.read_file(file, BY_NAME[name])
        assert mapping_files.read(mapping_files.text_of(name, found), BY_NAME[name]) == found
        return READ

    yield trial


@contextlib.contextmanager
def _holidays(place: Path, files: Path | None) -> Iterator[Trial]:
    rows = [
        ["名称", "类别", "开始", "结束"],
        ["国庆节", "放假", "10月1日", "10月7日"],
        ["国庆节", "上班", "2026-10-10", ""],
    ] * 8
    notice = (
        "一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。\n"
        "七、国庆节：10月1日至7日放假，共7天。9月20日上班。"
    )
    sound = [*tables.seeds(rows), (notice.encode(), False), (notice.encode("gb18030"), False)]

    def trial(chance: random.Random) -> str:
        file = place / "holidays.xlsx"
        content, is_by_parts = chance.choice(sound)
        content = damaged(chance, content, is_by_parts=is_by_parts)
        file.write_bytes(content)
        holiday_table.read_text(2026, content.decode("utf-8", "replace"))
        holiday_table.read_file(2026, file)
        return READ

    yield trial


@contextlib.contextmanager
def _policies(place: Path, files: Path | None) -> Iterator[Trial]:
    sound = resources.path(*policies.SAMPLE).read_bytes().replace(b"D:\\\\", b"/").replace(b"E:\\\\", b"/")

    def trial(chance: random.Random) -> str:
        file = place / "policy.json"
        file.write_bytes(mutate(chance, sound))
        found = policies._read.__wrapped__(file)  # as at a start of its own
        for problem in found.problems:
            messages.sentence(problem)
        return REFUSED if found.problems else READ

    yield trial


@contextlib.contextmanager
def _key_files(place: Path, files: Path | None) -> Iterator[Trial]:
    """With a sum that fits, so that what the values say is judged, too."""
    operation = Saving(place / "live")
    right = operation.unlocked()
    folder = right.folder
    folder.keyfile_backup.unlink()
    sound = folder.keyfile.read_bytes()

    def trial(chance: random.Random) -> str:
        content = mutate(chance, sound)
        with contextlib.suppress(ValueError, RecursionError, UnicodeDecodeError):
            body = json.loads(content)
            if isinstance(body, dict) and chance.random() < 0.9:
                body.pop("sum", None)
                content = json.dumps(body | {"sum": keyfiles._sum(body)}).encode()
        folder.keyfile.write_bytes(content)
        with contextlib.suppress(UserError):
            unlock_with_recovery(folder, "0000-" * 8)
        loaded = keyfiles.load(folder)
        # What would take minutes to derive is allowed, and is not what is tried here.
        if any(one.password is not None and one.password.cost.memory > 65536 for one in loaded.keyfile.slots):
            return READ
        found = unlock(folder.root, ADMIN, PASSWORD, wait=lambda _seconds: None)
        return READ if found.master == right.master else "half"

    yield trial


_SMALL = {
    "version": 1,
    "sections": [
        {"key": "s", "title": {}, "questions": [{"key": "q", "kind": "nps", "text": {"en": "Recommend us?"}}]}
    ],
}

KINDS: dict[str, Kind] = {
    "imports": damaged_imports.trials,
    "tables": tables.trials,
    "questionnaires": _questionnaires,
    "answers": _answers,
    "mappings": _mappings,
    "segments": segment_files.trials,
    "holidays": _holidays,
    "policies": _policies,
    "key files": _key_files,
}
