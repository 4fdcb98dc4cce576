"""The first start: a few questions, the vault, its recovery code on paper, and where to begin."""

from rmdesk.ui.first_start.beginnings import FIRST_STEPS, FirstStep
from rmdesk.ui.first_start.window import FirstStartWindow

__all__ = ["FIRST_STEPS", "FirstStartWindow", "FirstStep"]
