"""The floor of a start: a plain window of 100 rows from a raw encrypted database, nothing of ours.

With `loaded` as second argument SQLAlchemy, cryptography and the shipped fonts are in memory too: the floor
of memory.
"""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

if "loaded" in sys.argv:  # before PySide6, which reads the source of whatever is imported after it
    import cryptography.hazmat.primitives.ciphers.aead  # noqa: F401
    import sqlalchemy.orm  # noqa: F401 - for what it takes

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem
from sqlcipher3 import dbapi2

KEY = "00" * 32  # of invented rows
ROWS = 100


def make(path: Path) -> None:
    """The database that the window shows."""
    with closing(dbapi2.connect(str(path))) as connection:
        connection.execute(f"PRAGMA key = \"x'{KEY}'\"")
        connection.execute("CREATE TABLE person (name TEXT, role TEXT, mobile TEXT)")
        people = [(f"客户经理 {row}", "relationship_manager", str(13800000000 + row)) for row in range(ROWS)]
        connection.executemany("INSERT INTO person VALUES (?, ?, ?)", people)
        connection.commit()


class _Painted(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, lambda: print("painted", file=sys.stderr, flush=True))
        return False


def main(path: str, loaded: bool) -> int:
    app = QApplication([])
    if loaded:
        fonts = Path(__file__).resolve().parents[2] / "resources" / "fonts"
        for file in sorted(fonts.glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
        app.setFont(QFont("Noto Sans SC"))
    with closing(dbapi2.connect(path)) as connection:
        connection.execute(f"PRAGMA key = \"x'{KEY}'\"")
        rows = connection.execute("SELECT * FROM person").fetchall()
    table = QTableWidget(len(rows), 3)
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            table.setItem(number, column, QTableWidgetItem(value))
    table.resize(1366, 768)
    painted = _Painted()
    table.viewport().installEventFilter(painted)
    table.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "loaded" in sys.argv[2:]))
