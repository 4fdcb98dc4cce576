"""One line becomes a record: `赵敏 电话 满意 下周三再联系 送了月饼80元`. Without network or model.

`lexicon` holds the words, `spans` finds days, times, amounts and phones, `people` who is meant, `parsing`
tells what the line says. `propose` writes nothing; `accept` writes what a person confirmed, as one change.
"""

from rmdesk.services.capture.accepting import Written, accept
from rmdesk.services.capture.drafts import Draft, Kind
from rmdesk.services.capture.people import Candidate
from rmdesk.services.capture.proposing import LONGEST, Proposal, described, propose

__all__ = ["LONGEST", "Candidate", "Draft", "Kind", "Proposal", "Written", "accept", "described", "propose"]
