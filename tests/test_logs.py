"""The log tells what happened and where in the code, and quotes nobody's data."""

from __future__ import annotations

import faulthandler
import logging
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from rmdesk import logs
from rmdesk.services.errors import UserError
from tests.conftest import ExpectedLogs

SECRET = "张秀英 6222021234567890123"
logger = logging.getLogger("rmdesk.test")


@pytest.fixture
def written(home: Path) -> Path:
    logs.setup()
    return home / "logs" / "rmdesk.log"


def _fail_with_a_customer_in_it(name: str) -> None:
    raise ValueError(f"{name} is no amount")


def test_an_error_is_told_by_kind_and_place_without_its_message(
    written: Path, expected_logs: ExpectedLogs
) -> None:
    expected_logs("saving failed")
    try:
        try:
            _fail_with_a_customer_in_it(SECRET)
        except ValueError as error:
            raise RuntimeError(SECRET) from error
    except RuntimeError:
        logger.exception("saving failed")
    text = written.read_text("utf-8")
    assert "saving failed" in text
    assert "ValueError" in text
    assert "RuntimeError" in text
    assert "_fail_with_a_customer_in_it" in text
    assert "张秀英" not in text
    assert "6222021234567890123" not in text


def test_parameters_of_errors_stay_out_of_the_record(written: Path) -> None:
    error = UserError("customer.no_phone", name=SECRET)
    logger.info("refused: %s", error)
    logger.info("refused: %(error)s", {"error": ValueError(SECRET)})
    logger.info(ValueError(SECRET))
    text = written.read_text("utf-8")
    assert "UserError customer.no_phone" in text
    assert text.count("ValueError") == 2
    assert "张秀英" not in text


def test_long_numbers_are_left_out_but_ids_stay(written: Path) -> None:
    logger.info("call 13812345678 or 11010119900307123X about 0190a1b2-1234-7abc-8def-001234567890")
    text = written.read_text("utf-8")
    assert "call … or … about 0190a1b2-1234-7abc-8def-001234567890" in text


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(28, "No space left on device", "/home/张秀英"), f"OSError 28: {os.strerror(28)}"),
        (
            AttributeError("'Vault' object has no attribute 'x'"),
            "AttributeError: 'Vault' object has no attribute 'x'",
        ),
        (
            RuntimeError("UNIQUE constraint failed: staff.uid"),
            "RuntimeError: UNIQUE constraint failed: staff.uid",
        ),
        (RuntimeError('fts5: syntax error near "张秀英"'), "RuntimeError"),
        (KeyError(SECRET), "KeyError"),
    ],
)
def test_only_messages_about_the_program_are_told(error: Exception, told: str) -> None:
    assert logs.describe(error) == told


def test_a_statement_that_fails_shows_no_parameter(written: Path, expected_logs: ExpectedLogs) -> None:
    import sqlalchemy

    expected_logs("statement failed")
    engine = sqlalchemy.create_engine("sqlite://", echo=True)
    try:
        with engine.connect() as connection:
            connection.execute(sqlalchemy.text("select * from missing where name = :name"), {"name": SECRET})
    except sqlalchemy.exc.OperationalError:
        logger.exception("statement failed")
    finally:
        engine.dispose()
        logging.getLogger("sqlalchemy.engine.Engine").handlers.clear()
    text = written.read_text("utf-8")
    assert "OperationalError: no such table: missing" in text
    assert "张秀英" not in text


def test_errors_of_threads_reach_the_log(written: Path, expected_logs: ExpectedLogs) -> None:
    expected_logs("uncaught in a thread")
    thread = threading.Thread(target=_fail_with_a_customer_in_it, args=(SECRET,))
    thread.start()
    thread.join()
    text = written.read_text("utf-8")
    assert "_fail_with_a_customer_in_it" in text
    assert "张秀英" not in text


def test_what_nobody_caught_ends_the_process_and_is_logged(home: Path) -> None:
    script = "from rmdesk import logs; logs.setup(); raise ValueError('张秀英')"
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script], capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 1
    text = (home / "logs" / "rmdesk.log").read_text("utf-8")
    assert "CRITICAL" in text
    assert "ValueError" in text
    assert "张秀英" not in text + ran.stderr


def test_a_crash_of_the_interpreter_leaves_its_stacks(home: Path) -> None:
    script = "import ctypes; from rmdesk import logs; logs.setup(); ctypes.string_at(0)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert ran.returncode != 0
    assert "Current thread" in (home / "logs" / "crashes.log").read_text("utf-8")


def test_old_logs_are_rotated_and_kept_in_number(home: Path, written: Path) -> None:
    for _ in range(120):
        logger.info("%s", "x" * 100_000)
    assert len(list((home / "logs").glob("rmdesk.log*"))) == 6
    assert written.stat().st_size <= 1_100_000


def test_setting_up_again_starts_anew_and_leaves_no_second_handler(written: Path) -> None:
    logs.setup()
    logger.info("once")
    assert written.read_text("utf-8").count("once") == 1
    assert faulthandler.is_enabled()


def test_a_folder_that_cannot_be_made_stops_nothing(
    home: Path, expected_logs: ExpectedLogs, capsys: pytest.CaptureFixture[str]
) -> None:
    expected_logs("no log file")
    (home / "logs").write_text("a file where the folder should be", "utf-8")
    logs.setup()
    assert "no log file" in capsys.readouterr().err
