"""Putting right what was said: a sent report, or a «no» that may mean several things."""

from actions.assignments import correcting, doubts, reports, typed
from domain.letters import Message
from domain.names import fold
from handlers.kit.reading import says_no, says_yes
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.kit.wording import asks_about, read_correction

router = Router()


async def mended(turn: Turn) -> Response:
    """«sai rồi, 2 nhà»: about one's own report that nobody has judged, never about other work."""
    said = read_correction(turn.text)
    report = await turn.see(correcting.waiting_report, said.number) if said else None
    if said is None or report is None:
        return PASS
    if not said.words:
        return await turn.see(reports.open_report, report)
    return await turn.do(correcting.ask_fix, report, said.words)


async def ask_the_lead(turn: Turn) -> Response:
    """«sao việc 139 chậm thế»: a word to whoever leads it, read back before it goes."""
    number = asks_about(turn.text)
    about = await turn.see(typed.led_by_another, number) if number else None
    return await turn.do(doubts.ask_word, about, turn.text) if about else PASS


@router.button("c.recall")
async def on_recall(turn: Turn) -> Message | None:
    return await turn.do(correcting.recall, turn.subject)


@router.button("c.fix")
async def on_fix(turn: Turn) -> Message | None:
    return await turn.do(correcting.fix, turn.subject)


@router.button("c.leave")
async def on_leave(turn: Turn) -> Message | None:
    return await turn.do(correcting.leave, turn.subject)


@router.topic(correcting.TOPIC)
async def on_fix_said(turn: Turn) -> Response:
    """«đúng» or «thôi» typed instead of tapped."""
    if turn.heard is None or not (says_yes(turn.text) or says_no(turn.text)):
        return PASS
    deed = correcting.fix if says_yes(turn.text) else correcting.leave
    return await turn.do(deed, turn.heard.subject)


@router.button("n.block", "n.release", "n.note", "n.say", "n.drop")
async def on_settle(turn: Turn) -> Message | None:
    verb = turn.press.verb if turn.press else ""
    return await turn.do(doubts.settle, turn.subject, verb)


@router.topic(doubts.TOPIC)
async def on_settle_said(turn: Turn) -> Response:
    """«vướng», «không nhận», «đúng», «thôi» typed instead of tapped."""
    if turn.heard is None:
        return PASS
    offered = turn.heard.answers["offered"]
    verb = offered[0] if says_yes(turn.text) and "n.drop" in offered else _said(turn.text)
    if verb not in offered:
        return PASS
    return await turn.do(doubts.settle, turn.heard.subject, verb)


_WORDS = {
    "vuong": "n.block",
    "vuong mac": "n.block",
    "khong nhan": "n.release",
    "xin khong nhan": "n.release",
    "chi ghi": "n.note",
    "ghi lai": "n.note",
    "chi ghi lai": "n.note",
}


def _said(text: str) -> str:
    """Which button the words stand for."""
    return "n.drop" if says_no(text) else _WORDS.get(fold(text).strip(" .!"), "")
