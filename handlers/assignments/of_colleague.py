"""What a head says of a colleague's work by their name is of that, and never of the head's own."""

from collections.abc import Sequence

from actions.assignments import at_once, doubts, leading, lists, managing, typed, words
from actions.assignments.at_once import NumberSaid
from actions.assignments.of_colleague import TOPIC, ask_which
from actions.assignments.whom import colleagues
from domain.access import Permission
from domain.assignments import Assignment
from domain.dialogue import Hears
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from language import OfColleague

router = Router()
SPOKEN = ("assignment", "report")


async def ordered_of_colleague(turn: Turn) -> Response:
    """«Hoa chỉ đến 30/11 thôi», «chuyển việc của Hoa cho Bình», «hỏi Hoa sao chưa xong»."""
    said = await _said(turn)
    return await _of_theirs(turn, said) if said and await _orders(turn, said) else PASS


async def word_to_colleague(turn: Turn) -> Response:
    """«Bắc đang ở đâu» is a word to Bắc, where nothing plainer is read of it."""
    said = await _said(turn)
    return await _of_theirs(turn, said) if said else PASS


async def _said(turn: Turn) -> OfColleague | None:
    """Not under a card, nor where one's own work is named."""
    if turn.card or turn.heard or turn.attachment or not turn.actor.may(Permission.DECIDE_WORK):
        return None
    said = turn.reading.of_colleague(await turn.see(colleagues))
    if said is None or said.person == turn.actor.person_id:
        return None
    own = {a.number for a in await turn.see(lists.my_open)}
    return said if own.isdisjoint(turn.reading.numbers) else None


async def _orders(turn: Turn, said: OfColleague) -> bool:
    """A day and nothing else is one, of work that they have; «nộp báo cáo, thứ 6» is new work."""
    return bool(said.order) or turn.reading.of(said.words).is_a_day


async def _of_theirs(turn: Turn, said: OfColleague) -> Response:
    theirs = await turn.see(lists.open_of, said.person)
    numbers = turn.reading.numbers
    if numbers and numbers.isdisjoint(a.number for a in theirs):
        return PASS
    meant = await _meant(turn, theirs)
    if len(meant) > 1:
        choices = [a.id for a in meant]
        return await turn.do(ask_which, choices, turn.text, turn.incoming.number)
    if meant:
        return await _done(turn, said, meant[0])
    of_work = said.order not in ("", "ask")
    return await turn.see(lists.work_of, said.person) if of_work else PASS


async def _meant(turn: Turn, theirs: Sequence[Assignment]) -> Sequence[Assignment]:
    """By its number, by words of its name, else what was just spoken of."""
    numbers = turn.reading.numbers
    if called := [a for a in theirs if a.number in numbers]:
        return called
    named = turn.reading.titles_named([a.title for a in theirs]) if len(theirs) > 1 else ()
    if named:
        return [theirs[place] for place in named]
    kind, _, number = turn.spoken_of.partition(":")
    spoken = await turn.see(typed.spoken_of, kind, int(number)) if kind in SPOKEN else None
    return [a for a in theirs if a.id == spoken] or theirs


async def _done(turn: Turn, said: OfColleague, a: Assignment) -> Response:
    """Each is read back before anybody hears of it."""
    read = turn.reading.of(said.words)
    due = read.wished(a.due_at) or read.due.at
    if due and (said.order == "extend" or read.is_a_limit):
        return await turn.do(words.ask_move, a.id, due)
    if said.order == "hand_over" and said.to:
        return await turn.do(words.ask_hand, a.id, said.to, said.words)
    if said.order == "cancel" and said.words:
        return await turn.do(at_once.ask, [NumberSaid(a.number, "cancel", note=said.words)])
    if said.order == "cancel":
        return await turn.do(managing.ask_reason, a.id, "cancel")
    if said.order == "remind":
        return await turn.do(at_once.ask, [NumberSaid(a.number, "nudge", note=said.words)])
    return await turn.do(doubts.ask_word, a.id, turn.text, said.person)


@router.button("v.theirs")
async def on_pick(turn: Turn) -> Message | None:
    asked = (e for e in turn.waiting if (e.topic, str(e.subject)) == (TOPIC, turn.arg))
    kept = next(asked, None)
    if kept is None or turn.subject not in kept.answers["picks"]:
        raise Refusal("words_gone")
    return await _picked(turn, str(kept.answers["text"]), turn.subject)


@router.topic(TOPIC, hears=Hears.CHOICE)
async def on_pick_said(turn: Turn) -> Response:
    """«149», «cái thứ 2», «không cái nào» instead of a tap."""
    kept = turn.heard.answers if turn.heard else {}
    picks = kept.get("picks", ())
    meant = turn.reading.choice_among(await turn.see(typed.labels, picks))
    if meant is None or turn.heard is None or len(meant) > 1:
        return PASS
    if not meant:
        return await turn.do(leading.leave_question, TOPIC, turn.heard.subject)
    return await _picked(turn, str(kept["text"]), picks[meant[0]])


async def _picked(turn: Turn, text: str, assignment_id: int) -> Message | None:
    there = await turn.saying(text)
    said = there.reading.of_colleague(await turn.see(colleagues))
    if said is None:
        raise Refusal("words_gone")
    answer = await _done(there, said, await turn.see(typed.one, assignment_id))
    return None if answer is PASS else answer
