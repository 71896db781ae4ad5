"""What is told of work in passing: kept whole, and asked of which work or day it is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from actions.activities import ordering
from actions.assignments import asking, completion, doubts, leading, lists, typed, words
from actions.meant import ask_meant
from actions.start import other_door
from actions.turnout import points
from domain.access import Permission
from domain.assignments import Assignment
from domain.dialogue import COUNTS
from domain.letters import Message, Press
from domain.refusals import Refusal
from domain.spoken import SEVERAL
from handlers.assignments.meant import kept_with, of_words
from handlers.kit.proofs import proof_of, voice_of
from handlers.kit.router import PASS, Response
from handlers.kit.turn import Turn
from handlers.turnout.photos import points_of
from language import Decision, Meaning

NOTED = ("later", "correction")
"""No answer yet, or a slip where no report waits: it is written down."""
WANTED = (completion.TOPIC, "work.progress", "work.block", asking.EXTENSION, asking.RELEASE)
"""Questions that their lead began: words that answer none of them are told so."""
TOLD = ("progress", "done")
"""What a photo of work, or words of it, may say."""


async def new_card_taken(turn: Turn) -> Message | None:
    """«ok c», «dạ vâng chị» just after the one new card: it is accepted."""
    if not turn.actor.may(Permission.OWN_WORK):
        return None
    new = await turn.see(lists.just_given)
    told = [a for a in new if turn.spoken_of in ("", f"assignment:{a.id}")]
    return await turn.do(leading.accept, new[0].id) if len(new) == len(told) == 1 else None


async def promised_since(turn: Turn) -> Response:
    """«ok chị mai em có mặt» under a question about work, where new work came since: whether it
    is of that is asked."""
    asked, replied = turn.heard, turn.message and turn.message.reply_to
    if asked is None or asked.at is None or replied or turn.attachment:
        return PASS
    if not turn.reading.only_promises:
        return PASS
    new = [a for a in await turn.see(lists.just_given) if a.issued_at > asked.at]
    if not new:
        return PASS
    said = {"room": "assignment", "about": new[-1].id, "code": new[-1].code}
    kept = kept_with(turn, Meaning("accept")) | said | {"choices": ["accept", "question"]}
    return await turn.do(ask_meant, kept, turn.incoming.number)


async def question_of_own_work(turn: Turn) -> Response:
    """«có cần ảnh không», which nothing here answers: to whoever gave the work, read back."""
    if not turn.actor.may(Permission.OWN_WORK):
        return PASS
    mine = await turn.see(lists.my_open) or await turn.see(lists.my_reported)
    called = [a for a in mine if a.number in turn.reading.numbers]
    if not (turn.reading.asks or (called and turn.reading.asks_giver)):
        return PASS
    named = turn.reading.titles_named([a.title for a in mine])
    if turn.reading.asks_beyond_work and not (called or named):
        return await turn.see(other_door, "not_kept")
    meant = called or await spoken_of(turn, mine) or mine
    to_one = len(meant) == 1 or len({a.assigner_id for a in called}) == 1
    if to_one and not called and (beside := await day_in_hand(turn)):
        kept, picks = kept_with(turn, Meaning("question")), [meant[0].id]
        return await turn.do(typed.ask_which, kept, picks, turn.incoming.number, beside)
    return await turn.do(doubts.ask_word, meant[0].id, turn.text) if to_one else PASS


async def own_obstacle(turn: Turn) -> Response:
    """«139 vướng: 6 hộ đòi giá cao hơn», of work that is one's own."""
    said = turn.reading.obstacle_of if turn.actor.may(Permission.OWN_WORK) else None
    mine = [a for a in await turn.see(lists.my_open) if a.number == said[0]] if said else []
    if said is None or not mine:
        return PASS
    return await turn.do(leading.block, mine[0].id, said[1], voice_of(turn))


async def no_longer_hindered(turn: Turn, said: Decision) -> Response:
    """«152 hết vướng rồi», of one's own work; without a number, of the one that is hindered. What
    is told besides is asked first."""
    if not turn.actor.may(Permission.OWN_WORK):
        return PASS
    mine = await turn.see(lists.my_open)
    meant = [a for a in mine if (a.number == said.number if said.number else a.blocked)]
    if len(meant) > 1:
        meant = await spoken_of(turn, meant) or meant
    if not meant or (said.loose and not (meant[0].blocked and _is_of(turn, said, meant))):
        return PASS
    kept = kept_with(turn, Meaning("unblocked"))
    if len(meant) > 1:
        return await turn.do(typed.ask_which, kept, [a.id for a in meant], turn.incoming.number)
    if not said.loose:
        return await turn.do(leading.unblock, meant[0].id)
    return await _ask_if_over(turn, meant[0])


async def what_was_wanting(turn: Turn) -> Response:
    """«đã có địa chỉ rồi», where one's own work waits for just that: whether nothing stands in its
    way any more is asked."""
    mine = [a for a in await turn.see(lists.my_open) if a.blocked]
    meant = [a for a in mine if turn.reading.brings(a.blocked)]
    if len(meant) != 1 or turn.attachment:
        return PASS
    return await _ask_if_over(turn, meant[0])


async def _ask_if_over(turn: Turn, a: Assignment) -> Message | None:
    of_it = {"room": "assignment", "about": a.id, "code": a.code}
    kept = kept_with(turn, Meaning("unblocked")) | of_it | {"choices": ["unblocked", "progress"]}
    return await turn.do(ask_meant, kept, turn.incoming.number)


def _is_of(turn: Turn, said: Decision, meant: Sequence[Assignment]) -> bool:
    """«họp ổn rồi», where the result of other work is asked for, is no word on this one."""
    asked = next((e for e in turn.open if e.topic not in COUNTS), None)
    return bool(said.number) or asked is None or asked.subject in {a.id for a in meant}


async def day_in_hand(turn: Turn) -> list[Press]:
    """The day out that was worked at just now, or the point that is led at this hour, to be tapped
    beside the work that a line without a number may be of; none where work was spoken of since."""
    kind = turn.spoken_of.partition(":")[0]
    if turn.card or turn.heard or kind in ("assignment", "report"):
        return []
    leads = not turn.attachment and turn.actor.may(Permission.REPORT_TURNOUT)
    held = await turn.see(points.held_now, turn.incoming.number) if leads else []
    if held:
        return held
    of_a_day = turn.spoken_of == SEVERAL or kind == "day"
    if not of_a_day or not turn.actor.may(Permission.PLAN_ACTIVITY):
        return []
    return await turn.see(ordering.in_hand, turn.incoming.number)


async def asks_the_giver(turn: Turn) -> Response:
    """«xin c cho ý kiến»: a word to whoever gave the work, read back."""
    if not (turn.reading.asks_an_opinion and turn.actor.may(Permission.OWN_WORK)):
        return PASS
    mine = await turn.see(lists.my_open)
    meant = (await spoken_of(turn, mine) if len(mine) > 1 else mine) or mine
    if len(meant) == 1:
        return await turn.do(doubts.ask_word, meant[0].id, turn.text)
    wish, choices = Meaning("question"), [a.id for a in meant]
    kept = kept_with(turn, wish)
    return await turn.do(typed.ask_which, kept, choices, turn.incoming.number) if meant else PASS


async def loose_work(turn: Turn) -> Response:
    """«nhận», «gia hạn đến thứ 6» and nothing else, of somebody who has nothing open."""
    if not turn.actor.may(Permission.OWN_WORK):
        return PASS
    said, sure = meaning_in(turn, None), turn.reading.certainty("assignment")
    of_work = not (sure.left or sure.loud)
    plain = said.intent in ("done", "extend") or (
        said.intent == "accept" and turn.reading.takes_work
    )
    if plain and of_work and not await turn.see(lists.my_open):
        raise Refusal("nothing_open")
    return await _shown(turn)


async def _shown(turn: Turn) -> Response:
    """«em nộp báo cáo 139 rồi mà»: nothing plainer is said of it, so it is shown."""
    if len(turn.reading.numbers) != 1 or ":" in turn.text:
        return PASS
    return await turn.see(typed.shown, min(turn.reading.numbers)) or PASS


async def told_of_work(turn: Turn) -> Response:
    """What came with words that nothing here reads, and what was done among «bà con»: kept
    whole, and asked of which work or day it is."""
    works = await turn.see(lists.my_open) if turn.actor.may(Permission.OWN_WORK) else []
    beside = [*await points_of(turn), *await day_in_hand(turn)] if works else []
    choices = _may_be_said(turn)
    if not works:
        return PASS
    if meant := said_of_one_of(turn, works):
        works, beside = [meant], []
    if turn.reading.what_is_left_of(works[0].blocked) and len(works) == 1:
        plan = await of_words(
            turn, works[0], Meaning("progress"), kept_with(turn, Meaning("progress"))
        )
        return await turn.do(plan.deed, *plan.args)
    if len(works) == 1 and not beside:
        kept = kept_with(turn, Meaning("unknown")) | {"room": "assignment", "about": works[0].id}
        kept |= {"choices": choices, "code": works[0].code}
        return await turn.do(ask_meant, kept, turn.incoming.number)
    kept = kept_with(turn, Meaning(choices[0], {"note": turn.text}))
    found = [a.id for a in works]
    return await turn.do(typed.ask_which, kept, found, turn.incoming.number, beside)


def said_of_one_of(turn: Turn, works: Sequence[Assignment]) -> Assignment | None:
    """«còn 5 hộ», where six stand in the way of one of them; «băng rôn treo rồi» of the one that
    is called so."""
    stuck = [a for a in works if a.blocked and turn.reading.what_is_left_of(a.blocked)]
    if len(stuck) == 1:
        return stuck[0]
    place = turn.reading.named_by_title(tuple(a.title for a in works)) if len(works) > 1 else None
    return None if place is None else works[place]


def _may_be_said(turn: Turn) -> list[str]:
    """Of work that goes on or is done, the likelier first; no word of «xong» is no report."""
    if not turn.reading.says_done:
        return list(TOLD)
    likely = [one for one in turn.reading.certainty("assignment").choices if one in TOLD]
    return list(dict.fromkeys([*likely, *TOLD]))


async def sent_with_words(turn: Turn) -> Response:
    """«anh don cho day chi» under a photo: never lost."""
    return await told_of_work(turn) if proof_of(turn) else PASS


async def counted_of_work(turn: Turn) -> Response:
    """«15 hộ ký rồi», which names no work: kept, and asked of which."""
    return await told_of_work(turn) if turn.reading.counts_what_is_done else PASS


async def result_told(turn: Turn) -> Response:
    """«6/6 hộ ký rồi», «ký được 4 hộ», which names no work and which no room took: kept, and asked
    of which work, and what it says of it."""
    said = turn.reading
    other = said.asks or said.intent or said.is_courtesy or said.plainly or said.leaves
    other = other or turn.text.isdecimal()
    gives = ":" in turn.text or said.has_lines or turn.card
    return await told_of_work(turn) if said.tells_a_result and not (other or gives) else PASS


async def verdict_on_nothing(turn: Turn) -> Response:
    """«đạt», «không đồng ý» where nothing waits for a verdict: no word on one's own work; what one
    was given just now a yes may take."""
    said = turn.reading.decision if turn.actor.may(Permission.DECIDE_WORK) else None
    if said is None or said.loose or turn.card:
        return PASS
    given, mine = await turn.see(lists.just_given), await turn.see(lists.my_open)
    judges = said.kind == "yes" or turn.reading.refuses or (said.kind == "return" and not mine)
    if given or not judges:
        return PASS
    return PASS if await turn.see(words.waiting) else Message("work.none_to_approve")


async def wanted_instead(turn: Turn) -> Response:
    """«ăn cơm chưa» under «Kết quả?»: it is said what is waited for; «c ơi» is greeted."""
    newest = next(iter(turn.open), None)
    if newest and newest.topic in WANTED and not turn.card:
        return Message("which.expects", {"text": turn.text})
    greets = turn.reading.tells_nothing and not turn.text.isdecimal()
    return Message("talk.greeting") if greets else PASS


def meaning_in(turn: Turn, due: datetime | None) -> Meaning:
    if turn.attachment and not turn.text:
        return Meaning("done")
    said = turn.reading.meaning("assignment", due)
    return replace(said, intent="progress") if said.intent in NOTED else said


async def spoken_of(turn: Turn, among: list[Assignment]) -> list[Assignment]:
    """The one that was spoken of just now, by its card or its report."""
    kind, _, number = turn.spoken_of.partition(":")
    if turn.card or kind not in ("assignment", "report"):
        return []
    meant = await turn.see(typed.spoken_of, kind, int(number))
    return [a for a in among if a.id == meant]
