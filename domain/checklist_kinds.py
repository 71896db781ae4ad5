"""The kinds of checklist. To add one, add a row and its texts in both languages."""

from collections.abc import Mapping

from domain.access import Duty, Hand
from domain.checklists import ListKind, Mode
from domain.refusals import Refusal

RAISER, OWNER, DUTY = Hand.RAISER, Hand.OWNER, Hand.DUTY
HEAD, OFFICE, LEADER = Hand.DUTY_HEAD, Hand.OFFICE, Hand.LEADER
ALL_OF_IT = (RAISER, OWNER, DUTY, OFFICE, LEADER)

STEPS = ListKind(
    "steps",
    "BV",
    Mode.TICK,
    None,
    begins=(RAISER, OWNER, OFFICE),
    marks=(OWNER, RAISER, OFFICE),
    reads=(*ALL_OF_IT, Hand.BESIDE),
)
VISIT = ListKind(
    "visit",
    "BK",
    Mode.CHECK,
    Duty.SUPERVISION,
    begins=(DUTY, OFFICE),
    marks=(RAISER, DUTY),
    closes=(RAISER, DUTY, OFFICE),
    reads=(RAISER, DUTY, OFFICE, LEADER),
)
HAMLET = ListKind(
    "hamlet",
    "TM",
    Mode.CLAIM,
    Duty.MOVEMENTS,
    begins=(OWNER, DUTY, OFFICE),
    marks=(OWNER, RAISER, DUTY),
    judges=(DUTY, HEAD),
    closes=(LEADER,),
    reads=ALL_OF_IT,
)
HOUSE = ListKind(
    "house",
    "NM",
    Mode.CLAIM,
    Duty.MOVEMENTS,
    begins=(OWNER, DUTY, OFFICE),
    marks=(OWNER, RAISER, DUTY),
    judges=(DUTY, HEAD),
    closes=(LEADER,),
    reads=ALL_OF_IT,
    coded=True,
)
CAMPAIGN = ListKind(
    "campaign",
    "CDI",
    Mode.TICK,
    None,
    begins=(RAISER, OFFICE),  # whoever plans activities is its raiser
    marks=(RAISER, OFFICE),
    reads=(RAISER, OFFICE, Hand.ANYBODY),
)
ROWS = (STEPS, VISIT, HAMLET, HOUSE, CAMPAIGN)
CHECKLISTS: Mapping[str, ListKind] = {kind.code: kind for kind in ROWS}
BY_PREFIX: Mapping[str, ListKind] = {kind.prefix: kind for kind in ROWS}


def kind_of(code: str) -> ListKind:
    if code not in CHECKLISTS:
        raise Refusal("unknown_button")
    return CHECKLISTS[code]
