"""«Sửa tuổi», tapped or said: «thật ra em mới 15 tuổi» is read back before it counts."""

import re

from actions.own_data import ages
from domain.consent import Age, age_of
from domain.letters import Message
from domain.names import fold
from domain.refusals import Refusal
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()
_AN_AGE = r"(?i).{0,60}\b\d{1,2} ?(?:tuổi|tuoi|t)\b[\w ,.!]{0,12}"
_SAID = re.compile(
    r"(?:(?:(?:em|e|toi|minh|chau) )?"
    r"(?:(?:that|thuc) ra|xin loi|(?:bao |khai |ghi )?nham)[ ,.:]*)*"
    r"(?:em|e|toi|tui|minh|mk|to|chau) (?:(?:moi|chi|nay|nam nay|la|co|that ra|thuc ra) )*"
    r"(?P<under>(?:duoi|chua du|chua toi|chua den|khong du) )?(?:(?:tren|du|hon) )?"
    r"(?P<years>\d{1,2}) ?(?:tuoi|t)(?: (?:a|nhe|nha|thoi|roi|ma|ad))*\W*"
)
"""About the writer: children who come along are another question's."""


@router.button("d.age")
@router.phrase("sửa tuổi", "đổi tuổi", "sửa độ tuổi", "change my age")
async def on_ask_age(turn: Turn) -> Message | None:
    return await turn.see(ages.ask_age)


@router.button("d.old")
async def on_age(turn: Turn) -> Message | None:
    if turn.arg not in tuple(Age):
        raise Refusal("unknown_button")
    return await turn.do(ages.correct_age, Age(turn.arg))


@router.pattern(_AN_AGE)
async def on_age_typed(turn: Turn) -> Response:
    said = _SAID.fullmatch(fold(turn.text))
    asked_of_family = any(waiting.topic == "family" for waiting in turn.waiting)
    if said is None or asked_of_family or await turn.see(ages.known_age) is None:
        return PASS
    age = age_of(int(said["years"]), under=bool(said["under"]))
    return await turn.see(ages.read_age, age) if age else await turn.see(ages.ask_age)
