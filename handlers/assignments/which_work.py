"""Of which work words are, where that was asked: tapped, by its number, in words; and photos that
came without a word."""

from collections.abc import Mapping
from typing import Any

from actions.assignments import leading, lists, typed
from domain.assignments import Assignment
from domain.dialogue import Expectation, Hears
from domain.letters import Message
from domain.refusals import Refusal
from handlers.assignments.meant import (
    attachment_of,
    done_in,
    of_photo,
    of_words,
)
from handlers.assignments.told import (
    meaning_in,
)
from handlers.assignments.typed import NUMBER_DIGITS
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.turnout.photos import points_of
from language import Meaning

router = Router()
TOLD_OF_PHOTO = ("progress", "blocked", "done")
"""What words say of a photo."""


@router.button("w.pick")
async def on_pick(turn: Turn) -> Message | None:
    """Under the question about these very words, never about others that came later."""
    asked = (e for e in turn.waiting if (e.topic, str(e.subject)) == (typed.WHICH, turn.arg))
    waited = next(asked, None)
    if waited is None:
        raise Refusal("words_gone")
    return await _picked(turn, waited, turn.subject)


@router.topic(typed.WHICH, hears=Hears.CHOICE)
async def on_number(turn: Turn) -> Response:
    """`147` typed instead of tapped; «xong 152» says what was meant besides."""
    if turn.heard and (answer := await _chosen_in_words(turn, turn.heard)) is not PASS:
        return answer
    if turn.heard and (answer := await _mended(turn, turn.heard)) is not PASS:
        return answer
    if turn.heard and (answer := await _said_of_photo(turn, turn.heard)) is not PASS:
        return answer
    number = _number_said(turn)
    if turn.heard is None or number is None:
        return PASS
    chosen = await turn.see(lists.find, number)
    return await _picked(turn, turn.heard, chosen.id)


async def _chosen_in_words(turn: Turn, waited: Expectation) -> Response:
    """«cái thứ 2», «giấy mời», «cả hai», «không cái nào» of those that were shown."""
    picks = waited.answers.get("picks", ())
    if turn.attachment or not picks:
        return PASS
    meant = turn.reading.choice_among(await turn.see(typed.labels, picks))
    if meant is None:
        return PASS
    if not meant:
        return await turn.do(leading.leave_question, typed.WHICH, waited.subject)
    chosen = [picks[place] for place in meant]
    if len(chosen) > 1:
        return await turn.see(typed.one_each, chosen, waited.answers["intent"])
    return await _picked(turn, waited, chosen[0])


async def _said_of_photo(turn: Turn, waited: Expectation) -> Response:
    """«hóa đơn đỏ đây c», «báo xong» after photos that came without a word: with them, and asked
    again; «xong 147, 6 hộ đã ký» says of which work it is."""
    kept, reading = waited.answers, turn.reading
    if kept.get("text") or not kept.get("proofs") or turn.attachment:
        return PASS
    if reading.number_of_photo or reading.asks or reading.is_chatter:
        return PASS
    mine = await turn.see(lists.my_open)
    told, named = meaning_in(turn, None), [a for a in mine if a.number in reading.numbers]
    if len(named) == 1 and told.intent in (*TOLD_OF_PHOTO, "unknown"):
        return await _told_of_photo(turn, named[0], waited)
    done = told.intent == "done" and not reading.numbers
    if not (done or reading.may_say_of_photo) or await points_of(turn):
        return PASS
    choices = [a.id for a in mine]
    said = {"intent": told.intent, "slots": told.slots} if told.intent in TOLD_OF_PHOTO else {}
    with_words = {**kept, "text": turn.text, **said}
    return await turn.do(typed.ask_which, with_words, choices, waited.subject)


async def _told_of_photo(turn: Turn, a: Assignment, waited: Expectation) -> Response:
    told = done_in(turn) if turn.reading.done_number else meaning_in(turn, a.due_at)
    said = await turn.saying(turn.text, attachment=attachment_of(waited.answers["proofs"]))
    return await turn.do(typed.chosen, await of_words(said, a, told, waited.answers), waited)


async def _mended(turn: Turn, waited: Expectation) -> Response:
    """«không phải 5 mà 4» of the words that are kept: with the right figure, and asked again."""
    kept = waited.answers
    right = turn.reading.with_right_number(str(kept.get("text", "")))
    if right is None or turn.attachment:
        return PASS
    told = meaning_in(await turn.saying(right), None)
    said = (
        {"text": right, "slots": told.slots} if told.intent == kept["intent"] else {"text": right}
    )
    return await turn.do(typed.ask_which, {**kept, **said}, kept["picks"], waited.subject)


def _number_said(turn: Turn) -> int | None:
    """The number alone, or with what was kept: photos that came without words are its proof."""
    if turn.text.isdecimal():
        return int(turn.text) if len(turn.text) <= NUMBER_DIGITS else None
    kept, meaning = turn.heard.answers if turn.heard else {}, turn.reading.meaning("none")
    if turn.attachment:
        return None
    if known := turn.reading.number_of_photo:
        return known
    if kept.get("text"):
        return meaning.number if turn.reading.only_done and _may_be_result(kept) else None
    return turn.reading.done_number or (
        meaning.number if meaning.intent == kept.get("intent") else None
    )


def _may_be_result(kept: Mapping[str, Any]) -> bool:
    """«15 hộ ký rồi», before «xong 149»; «70%, còn chờ phường» is none."""
    return kept["intent"] in ("done", "progress", "unknown") and "percent" not in kept["slots"]


async def _picked(turn: Turn, waited: Expectation, assignment_id: int) -> Message | None:
    kept = waited.answers
    chosen = await turn.see(typed.one, assignment_id)
    words = kept["text"] or (turn.text if turn.reading.done_number else "")
    photos = any(proof["kind"] != "voice" for proof in kept["proofs"])
    if not words and photos and turn.reading.meaning("none").intent != "done":
        plan = of_photo(turn, chosen, kept)
        return await turn.do(typed.chosen, plan, waited)
    said = await turn.saying(words, attachment=attachment_of(kept["proofs"]))
    if words != kept["text"]:
        meaning = done_in(said)
    elif turn.reading.only_done and words:
        meaning = Meaning("done", {"note": words})
    elif kept["intent"] == "extend":  # «chiều xong»: only its limit tells whether it is later
        meaning = meaning_in(said, chosen.due_at)
    else:
        meaning = Meaning.kept(kept["intent"], kept["slots"])
    return await turn.do(typed.chosen, await of_words(said, chosen, meaning, kept), waited)
