"""What doubtful words mean is chosen by a button; then it is done with the words kept."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from actions.assignments import typed
from actions.assignments.typed import Wish
from actions.meant import MEANT, ask_meant, carry_meant, drop_meant, label_of
from domain.dialogue import Expectation
from domain.letters import Message
from domain.refusals import Refusal
from handlers.assignments.meant import meant_of_work, of_words
from handlers.assignments.sent_along import names_other_work
from handlers.assignments.told import meaning_in
from handlers.kit.buttons import labelled
from handlers.kit.incoming import Attachment, Key
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.matters.stepping import meant_of_matter
from handlers.registrations.typed import meant_of_day
from handlers.turnout.reports import meant_of_point
from texts import load

router = Router()
TOLD_OF_PHOTO = ("progress", "blocked")
"""What words say of a photo without being its result."""
TOLD = frozenset({"progress", "blocked", "question"})
"""What tells how work goes, and decides nothing."""
Planning = Callable[[Turn, Expectation, str], Awaitable[Wish]]
ROOMS: Mapping[str, Planning] = {
    "assignment": meant_of_work,
    "turnout": meant_of_point,
    "activity": meant_of_day,
    "matter": meant_of_matter,
}


@router.button("q.meant")
async def on_meant(turn: Turn) -> Message | None:
    """Under the question about these very words, never about others that came later."""
    asked = (e for e in turn.waiting if (e.topic, str(e.subject)) == (MEANT, turn.arg))
    waited = next(asked, None)
    if waited is None:
        raise Refusal("words_gone")
    return await _settled(turn, waited, turn.subject)


@router.question(MEANT)
async def on_yes_or_no(turn: Turn) -> Response:
    """«không phải» takes none of them; «ok» takes what only writes the words down, where that is
    the likeliest, and else says not which, so it is asked again; other words are new words."""
    said = turn.reading.yes_no
    if turn.attachment:
        return PASS
    if turn.heard and (way := _label_of(turn, turn.heard)):
        return await _settled(turn, turn.heard, turn.heard.answers["choices"].index(way))
    if turn.heard and await _of_other_work(turn, turn.heard):
        return PASS
    if turn.heard and (way := _said_of_photo(turn, turn.heard)):
        return await _settled(turn, turn.heard, turn.heard.answers["choices"].index(way))
    if turn.heard and _only_shown(turn, turn.heard):
        kept = {**turn.heard.answers, "text": f"{turn.heard.answers['text']}; {turn.text}"}
        there = replace(turn.heard, answers=kept)
        return await _settled(turn, there, kept["choices"].index("progress"))
    if turn.heard and (answer := await _mended(turn, turn.heard)) is not PASS:
        return answer
    if turn.heard and (answer := await _told_of_photo(turn, turn.heard)) is not PASS:
        return answer
    if turn.heard and _of_photo(turn.heard) and turn.reading.may_say_of_photo:
        kept = {**turn.heard.answers, "text": turn.text, "intent": "unknown"}
        return await turn.do(ask_meant, kept, turn.heard.subject)
    if turn.heard is None or not said:
        return PASS
    if said == "yes" and _only_noted(turn.heard):
        return await _settled(turn, turn.heard, 0)
    if said == "yes":
        return await turn.do(ask_meant, turn.heard.answers, turn.heard.subject)
    return await turn.do(drop_meant, turn.heard)


def _only_shown(turn: Turn, waited: Expectation) -> bool:
    """«gửi chị xem thôi chứ chưa xong», asked what a photo with its words is: it is kept, with
    all that was said."""
    kept = waited.answers
    of_work = kept["room"] == "assignment" and kept.get("proofs") and kept["text"]
    able = bool(of_work) and "progress" in kept["choices"] and not turn.reading.numbers
    return able and turn.reading.is_unfinished(meaning_in(turn, None)) and not turn.reading.asks


def _only_noted(waited: Expectation) -> bool:
    """What comes first writes down words of one's own work, and nothing else would act."""
    kept = waited.answers
    told = kept["room"] == "assignment" and kept["text"] and kept["choices"][0] == "progress"
    return bool(told) and TOLD.issuperset(kept["choices"])


def _label_of(turn: Turn, waited: Expectation) -> str:
    """The choice whose label was typed."""
    texts = load(turn.actor.locale)
    keys = [Key(str(texts[label_of(one)]), one) for one in waited.answers["choices"]]
    return labelled(keys, turn.reading)


def _said_of_photo(turn: Turn, waited: Expectation) -> str:
    """«152 cả 2 ảnh», «152 xong», after photos that came without a word."""
    if not _of_photo(waited):
        return ""
    read = turn.reading
    done = read.done_number or read.done_counted or read.meaning("assignment").intent == "done"
    way = "progress" if turn.reading.number_of_photo else "done" if done else ""
    return way if way in waited.answers["choices"] else ""


async def _mended(turn: Turn, waited: Expectation) -> Response:
    """«không phải 5 mà 4» of the words that are kept: with the right figure, and asked again."""
    right = turn.reading.with_right_number(str(waited.answers["text"]))
    if right is None:
        return PASS
    return await turn.do(ask_meant, {**waited.answers, "text": right}, waited.subject)


async def _told_of_photo(turn: Turn, waited: Expectation) -> Response:
    """«còn 5 hộ» after a photo of 139: what is told of that work, and the photo with it."""
    if not _of_photo(waited) or waited.answers["room"] != "assignment":
        return PASS
    a = await turn.see(typed.one, int(waited.answers["about"]))
    of_it = turn.reading.numbers == {a.number} and not turn.reading.asks
    told = meaning_in(turn, a.due_at)
    if not (of_it or turn.reading.may_say_of_photo) or told.intent not in TOLD_OF_PHOTO:
        return PASS
    sent = Attachment(**waited.answers["proofs"][-1])
    said = await turn.saying(turn.text, attachment=sent)
    plan = await of_words(said, a, told, waited.answers)
    return await turn.do(carry_meant, waited, told.intent, plan.deed, plan.args)


async def _of_other_work(turn: Turn, waited: Expectation) -> bool:
    """«157 xong», where it is asked of a photo of 144."""
    return _of_photo(waited) and await names_other_work(turn, int(waited.answers["about"]))


def _of_photo(waited: Expectation) -> bool:
    """It asks of what came without a word."""
    kept = waited.answers
    return bool(kept.get("proofs") and kept.get("about") and not kept["text"])


async def _settled(turn: Turn, waited: Expectation, chosen: int) -> Message | None:
    """What was chosen, with the words; a photo that came without any takes those that say so."""
    kept = waited.answers
    if chosen >= len(kept["choices"]):
        return await turn.do(drop_meant, waited)
    intent = str(kept["choices"][chosen])
    sent = [Attachment(**proof) for proof in kept.get("proofs", ())]
    told = intent == "done" and not turn.reading.sends_it
    words = str(kept["text"]) or (turn.text if told else "")
    said = await turn.saying(words, attachment=sent[-1] if sent else None)
    plan = await ROOMS[kept["room"]](said, waited, intent)
    return await turn.do(carry_meant, waited, intent, plan.deed, plan.args)
