"""What a new vault can begin with. A beginning is one line here; it is shown only once it exists."""

from __future__ import annotations

from dataclasses import dataclass

from rmdesk.words import QT_TRANSLATE_NOOP, translate


@dataclass(frozen=True)
class FirstStep:
    """A way to begin: the id that the frame acts on, and what the person reads."""

    id: str
    icon: str
    title: str  # English sources; `label` and `why` translate them
    text: str

    @property
    def label(self) -> str:
        return translate("first_start", self.title)

    @property
    def why(self) -> str:
        return translate("first_start", self.text)


FIRST_STEPS: tuple[FirstStep, ...] = (
    FirstStep(
        "demonstration",
        "flask-conical",
        QT_TRANSLATE_NOOP("first_start", "Look around in the demonstration branch"),
        QT_TRANSLATE_NOOP(
            "first_start",
            "Invented people in a vault of their own. Nothing you try there touches your branch's vault.",
        ),
    ),
    FirstStep(
        "import",
        "download",
        QT_TRANSLATE_NOOP("first_start", "Bring in the customers from files"),
        QT_TRANSLATE_NOOP(
            "first_start",
            "Tables that other systems of the bank export. You see what becomes of every row first.",
        ),
    ),
    FirstStep(
        "empty",
        "users",
        QT_TRANSLATE_NOOP("first_start", "Begin with the staff"),
        QT_TRANSLATE_NOOP(
            "first_start", "Add the people of the branch, so that they can sign in themselves."
        ),
    ),
)
