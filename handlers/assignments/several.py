"""Several pieces of one's own work in one line: «nhận hết», «147 xong, 148 xin đến thứ 6»."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from actions.assignments import asking, completion, doubts, leading, lists, several, typed
from actions.assignments.several import Each
from actions.assignments.typed import Wish
from domain.access import Permission
from domain.assignments import Assignment, Status
from domain.dialogue import Expectation, Hears
from domain.letters import Message
from handlers.assignments.meant import asked_first, note_of, plan_of
from handlers.assignments.told import meaning_in
from handlers.kit.addressee import chosen, why
from handlers.kit.proofs import proof_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from language import Meaning

router = Router()
SEVERAL = 2
BY_DECISION = {"hand_over": Meaning("hand_over"), "unblock": Meaning("unblocked")}
"""What reads as a decision, and is the lead's own word here."""


@router.said("several_of_own", may=Permission.OWN_WORK)
async def on_several(turn: Turn) -> Response:
    """Wherever it is typed; under a card that is of something else it is of that."""
    of_work = turn.card.partition(":")[0] in ("", "assignment", "bundle", "morning", "listed")
    if not of_work:
        return PASS
    return await said_of_several(turn, await turn.see(lists.my_open))


async def said_of_several(turn: Turn, mine: list[Assignment]) -> Response:
    """Each number with what is said of it; not where somebody who decides names another's, nor
    where nothing of it is understood."""
    if turn.reading.takes_all is not None:
        return await _take_all(turn, mine)
    if not turn.reading.may_say_of_several:
        return PASS
    own = {a.number: a for a in mine}
    opening, said = turn.reading.said_of_each(own, await _others(turn, own))
    if len(said) + opening < SEVERAL:
        return PASS
    named = [number for number, _ in said if number in own]
    decides = turn.actor.may(Permission.DECIDE_WORK)
    if not named or (decides and len(named) < len(said)):
        return PASS
    told = [
        await said_of_one(turn, own.get(number), number, words) for number, words in said if words
    ]
    if turn.reading.has_lines and all(one.does != several.UNCLEAR for one in told):
        return await _tell(turn, told, [turn.text])
    if told and all(
        one.does in (several.NOTE, several.UNCLEAR, several.NOT_YOURS) for one in told
    ):
        return PASS
    rest = [a for a in _new(mine) if opening and a.number not in dict(said)]
    return await _tell(turn, [*map(_taken, rest), *told], [turn.text])


async def _others(turn: Turn, own: Mapping[int, Assignment]) -> set[int]:
    """Numbers of the line that are work of somebody else's."""
    strange = turn.reading.numbers_of_work - set(own)
    return {number for number in strange if await turn.see(typed.is_given, number)}


def _new(mine: list[Assignment]) -> list[Assignment]:
    return [a for a in mine if a.state is Status.ASSIGNED]


def _taken(a: Assignment) -> Each:
    return Each(a.number, several.ACCEPT, a.id)


async def _take_all(turn: Turn, mine: list[Assignment]) -> Response:
    """«nhận hết»; where another count is said, each has its button."""
    new, many = _new(mine), turn.reading.takes_all or 0
    if not new or len(new) < many:
        return PASS
    if many and len(new) != many:
        return await turn.see(typed.one_each, [a.id for a in new], "accept", False)
    return await _tell(turn, [_taken(a) for a in new])


async def _tell(turn: Turn, each: list[Each], lines: Sequence[str] = ()) -> Message | None:
    proof = proof_of(turn)
    return await turn.do(several.tell, each, lines, [asdict(proof)] if proof else [])


@router.question(several.TOPIC)
async def on_mended(turn: Turn) -> Response:
    """«à nhầm, 149 80%» under what was read back: that one is another, and all is read back."""
    kept = turn.heard.answers if turn.heard else {}
    first, *more = kept.get("lines") or [""]
    own = {a.number: a for a in await turn.see(lists.my_open)}
    before = turn.reading.of(first)
    _, said = before.said_of_each(own, before.numbers_of_work - set(own))
    right = [one for one in turn.reading.each_mended(said, more) if one[1]]
    if not right:
        return PASS
    told = [await said_of_one(turn, own.get(n), n, words) for n, words in right]
    return await turn.do(several.tell, told, [first, *more, turn.text], kept["proofs"])


async def said_of_one(turn: Turn, a: Assignment | None, number: int, words: str) -> Each:
    """What is said of one, as it is read where it stands alone."""
    if a is None:
        return Each(number, several.NOT_YOURS)
    there = await turn.saying(words, attachment=None)
    decided = BY_DECISION.get(there.reading.decision.kind) if there.reading.decision else None
    meaning = decided or meaning_in(there, a.due_at)
    bare = there.reading.without_number(number)
    if asked_first(there, a, meaning) or not bare:
        return Each(number, several.UNCLEAR, a.id)
    if meaning.intent == "unknown":
        return _wished(a, bare, await note_of(there, a))
    return _wished(a, bare, await plan_of(there, a, meaning))


def _wished(a: Assignment, bare: str, wish: Wish) -> Each:
    """The deed of a piece that stands alone, as one of several; `bare` is the piece without its
    number."""
    if wish.deed is completion.begin:
        return Each(a.number, several.DONE, a.id, bare)
    does, names = _READ.get(wish.deed, (several.UNCLEAR, ()))
    said: dict[str, Any] = dict(zip(names, wish.args[1:], strict=False))
    said.pop("", None)
    if does == several.EXTEND and said.get("due") is None:
        does = several.WHICH_DAY
    if does == several.HEIR and said.get("heir") is None:
        does = several.UNCLEAR
    if said.get("words") and does != several.EXTEND and str(a.number) in said["words"]:
        said["words"] = bare
    return Each(a.number, does, a.id, **said)


_READ: dict[Any, tuple[str, tuple[str, ...]]] = {
    leading.accept: (several.ACCEPT, ("due",)),
    completion.add: (several.DONE, ("words", "", "past")),
    asking.extension: (several.EXTEND, ("due", "words")),
    leading.progress: (several.PROGRESS, ("percent", "words")),
    leading.note: (several.NOTE, ("words",)),
    leading.wait_for_others: (several.WAIT, ("words",)),
    leading.block: (several.BLOCK, ("words",)),
    leading.unblock: (several.UNBLOCK, ("words",)),
    doubts.ask_release: (several.RELEASE, ("words",)),
    doubts.ask_heir: (several.HEIR, ("words", "heir")),
    doubts.ask_word: (several.SAY, ("words",)),
    asking.say: (several.SAY, ("words",)),
}
"""What each deed is as one of several, and what its further arguments say."""


@router.button("a.each")
async def on_send(turn: Turn) -> Message | None:
    return await turn.do(several.carry_out, turn.arg)


def _ears(asked: Expectation) -> frozenset[Hears]:
    """Why, where it is waited for; else a yes."""
    return why(asked) if asked.answers.get(several.WHY) else chosen(asked)


@router.topic(several.TOPIC, hears=_ears)
async def on_said(turn: Turn) -> Response:
    """«gửi» typed instead of tapped, or why more time is wanted."""
    if turn.heard and turn.heard.answers.get(several.WHY) and turn.text:
        return await turn.do(several.carry_out, reason=turn.text)
    return await turn.do(several.carry_out) if turn.reading.sends else PASS
