"""Work by typing: «nhận», «xong 147», «gia hạn 147 đến thứ 6», «70%»; replies to cards."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from actions.assignments import company, completion, doubts, helping, leading, lists, typed
from actions.assignments.along import follow_album, knows_album
from actions.assignments.whom import colleagues
from actions.meant import MEANT, ask_meant
from actions.turnout.bare_number import called
from domain.access import Permission
from domain.assignments import Assignment, Status
from domain.dialogue import Expectation
from domain.evidence import Proof
from domain.letters import Message, Press
from handlers.assignments.addressed import said_to_colleague
from handlers.assignments.again import reported_again
from handlers.assignments.at_once import passed_by_name
from handlers.assignments.correcting import (
    ask_the_lead,
    figure_mended,
    hears_it,
    mended,
    more_told,
    number_mended,
)
from handlers.assignments.for_sections import ordered_section
from handlers.assignments.giving import gives_work
from handlers.assignments.meant import (
    WORK,
    asked_first,
    done_in,
    kept_with,
    note_of,
    of_photo,
    plan_of,
)
from handlers.assignments.of_colleague import ordered_of_colleague, word_to_colleague
from handlers.assignments.sent_along import along, of_work_named
from handlers.assignments.several import said_of_several
from handlers.assignments.told import (
    day_in_hand,
    meaning_in,
    said_of_one_of,
    spoken_of,
    told_of_work,
    verdict_on_nothing,
    what_was_wanting,
)
from handlers.kit.proofs import proof_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.registrations.of_days import of_ones_own_place
from handlers.supervision.visiting import going_there, said_there, visits_beside
from handlers.turnout.photos import has_points, points_of
from language import Meaning

router = Router()
NUMBER_DIGITS = 6
BY_HEADS = (
    ordered_section,
    passed_by_name,
    ordered_of_colleague,
    said_to_colleague,
    gives_work,
    word_to_colleague,
    verdict_on_nothing,
)
"""Who reads what a head says of others, in this order, before it is of their own work."""


@router.reply("assignment", "bundle", "report", "part", "morning", "listed")
async def on_reply(turn: Turn) -> Response:
    """An answer right under a card."""
    found = await _under(turn)
    if not found:
        return PASS
    for put_right in (mended, figure_mended):
        if (answer := await put_right(turn)) is not PASS:
            return answer
    if (answer := await said_of_several(turn, found)) is not PASS:
        return answer
    due = found[0].due_at if len(found) == 1 else None
    return await _about(turn, found, meaning_in(turn, due))


@router.intent(
    "accept", "done", "extend", "progress", "blocked", "decline", may=Permission.OWN_WORK
)
async def on_typed(turn: Turn) -> Response:
    """Understood wherever it is typed: `xong 147`; «Nam: soạn giấy mời, thứ 5 xong» gives work,
    and of somebody else's work it is a word to whoever leads it."""
    if turn.meaning is None:
        return PASS
    for read in (reported_again, figure_mended, going_there, said_there):
        if (answer := await read(turn)) is not PASS:
            return answer
    if (other := await _of_others(turn, turn.meaning.number)) is not PASS:
        return other
    return await _about(turn, await turn.see(lists.my_open), turn.meaning)


@router.intent("unknown", may=Permission.OWN_WORK)
async def on_unclear(turn: Turn) -> Response:
    """`nhận`, `70%`: clear only to somebody who has work to do; `147` alone is looked up."""
    for read in (reported_again, _captioned, going_there, said_there):
        if (answer := await read(turn)) is not PASS:
            return answer
    if turn.text.isdecimal():
        return await _called(turn)
    if (helps := await _part_taken(turn)) is not PASS:
        return helps
    if turn.reading.answers_later:
        return Message("talk.later")
    if (came := await what_was_wanting(turn)) is not PASS:
        return came
    if turn.reading.asks_leave:
        return PASS
    if turn.reading.is_chatter:
        return await turn.see(typed.shown, min(turn.reading.numbers, default=0)) or PASS
    named = None if turn.reading.asks else turn.reading.leading_number
    if (other := await _of_others(turn, named)) is not PASS:
        return other
    for put_right in (of_ones_own_place, mended, more_told, number_mended, figure_mended):
        if (answer := await put_right(turn)) is not PASS:
            return answer
    if turn.reading.asks_about and (answer := await ask_the_lead(turn)) is not PASS:
        return answer
    mine = await turn.see(lists.my_open)
    turn = await _put_right(turn, mine)
    if taken := [a for a in mine if a.number == turn.reading.takes_number]:
        return await turn.do(leading.accept, taken[0].id)
    done = [a for a in mine if a.number == turn.reading.done_number]
    if done and (plan := await plan_of(turn, done[0], done_in(turn))):
        return await turn.do(plan.deed, *plan.args)
    found = await _led_by_number(turn, mine)
    meaning = meaning_in(turn, found[0].due_at if len(found) == 1 else None)
    if turn.reading.only_progress and (told := _called_or_all(turn, mine)):
        return await _about(turn, told, Meaning("progress"))
    if meaning.intent == "unknown" and turn.reading.leading_number:
        behind = turn.reading.of(turn.reading.after_number).meaning("assignment")
        meaning = behind if behind.intent == "done" else meaning
    if _promises(turn, meaning, mine):
        return Message("talk.ack")
    clear = meaning.intent in WORK[:-1] and await _takes_it(turn, meaning)
    led = [a for a in found if a.number == turn.reading.leading_number]
    if led and meaning.intent == "unknown":
        return await _unclear(turn, led[0], named=led[0] in mine)
    return await _about(turn, found, meaning) if found and clear else await ask_the_lead(turn)


async def of_the_only_work(turn: Turn) -> Response:
    """What no room took, and names no work, of somebody who has only one: asked of that; a line
    that gives work to somebody is another thing."""
    gives = ":" in turn.text and not turn.reading.leading_number
    other = gives or turn.text.isdecimal() or turn.card
    if other or not turn.actor.may(Permission.OWN_WORK):
        return PASS
    mine = await turn.see(lists.my_open)
    unclear = len(mine) == 1 and meaning_in(turn, mine[0].due_at).intent == "unknown"
    return await _unclear(turn, mine[0]) if unclear else PASS


def _called_or_all(turn: Turn, mine: list[Assignment]) -> list[Assignment]:
    """What of one's own the line names; all of it, where it names none."""
    numbers = turn.reading.numbers
    return [a for a in mine if a.number in numbers] if numbers else mine


async def _takes_it(turn: Turn, meaning: Meaning) -> bool:
    """«ok» under nothing is only politeness, «ok chị em có mặt» under a new card is not."""
    if meaning.intent != "accept" or turn.reading.takes_work:
        return True
    return bool(await turn.see(lists.just_given))


async def _part_taken(turn: Turn) -> Response:
    """«nhận phối hợp 158» from whoever was asked to help with it."""
    said = turn.reading.takes_part
    part = await turn.see(helping.waiting_part, *said) if said else None
    return await turn.do(helping.take_part, part) if part else PASS


def _promises(turn: Turn, meaning: Meaning, mine: Sequence[Assignment]) -> bool:
    """«vâng em bổ sung ngay», where nothing waits to be accepted: a courtesy; «đồng ý» may be said
    to somebody else."""
    said = turn.reading
    plain = meaning.intent == "accept" and not (meaning.slots or said.takes_work or said.decision)
    return plain and not any(a.state is Status.ASSIGNED for a in mine)


async def _captioned(turn: Turn) -> Response:
    """«ds 144», «144» under a photo: it is kept with this work; the number alone is asked what
    it says of it."""
    a = await of_work_named(turn)
    said = meaning_in(turn, a.due_at) if a else None
    if a is None or said is None or not (said.doubtful or said.intent in ("unknown", "progress")):
        return PASS
    if turn.reading.number_of_photo:
        plan = of_photo(turn, a, kept_with(turn, Meaning("done")) | {"text": ""})
    else:
        told = said if said.intent in ("done", "progress") else Meaning("progress")
        plan = await plan_of(turn, a, told)
    return await turn.do(plan.deed, *plan.args)


async def said_how_far(turn: Turn) -> Response:
    """«làm được nửa rồi», which is no mere politeness."""
    meaning = turn.reading.meaning("assignment")
    if "percent" not in meaning.slots or not turn.actor.may(Permission.OWN_WORK):
        return PASS
    return await _about(turn, await turn.see(lists.my_open), meaning)


async def _put_right(turn: Turn, mine: Sequence[Assignment]) -> Turn:
    """«nhầm, 70%» of the work that was just spoken of, «hôm qua ghi nhầm, 149 mới 50%» of the one
    that it names, where nothing was told before: its right words."""
    said = turn.reading.correction
    if not (said and said.words):
        return turn
    right = await turn.saying(said.words)
    named = any(a.number == right.reading.leading_number for a in mine)
    if not (named or turn.spoken_of.startswith("assignment:")):
        return turn
    return right if "percent" in right.reading.meaning("assignment").slots else turn


@router.intent("question", may=Permission.OWN_WORK)
async def on_question(turn: Turn) -> Response:
    """«hỏi Thắng sao việc 147 chậm»: to its lead, read back before it goes."""
    for read in (ordered_of_colleague, said_to_colleague):
        if (said := await read(turn)) is not PASS:
            return said
    return await ask_the_lead(turn)


async def _of_others(turn: Turn, number: int | None) -> Response:
    """Work that is given in the line, different things of several of one's own, each of which
    is opened, or a word on somebody else's."""
    gives = turn.actor.may(Permission.ASSIGN)
    for read in BY_HEADS if gives else ():
        if (answer := await read(turn)) is not PASS:
            return answer
    mine = await turn.see(lists.my_open)
    own = [a.id for a in mine if a.number in turn.reading.numbers]
    if not (gives or own) and (answer := await said_to_colleague(turn)) is not PASS:
        return answer
    if (answer := await said_of_several(turn, mine)) is not PASS:
        return answer
    if turn.reading.finishes_several and len(mine) > 1 and not await spoken_of(turn, mine):
        return await turn.see(typed.one_each, [a.id for a in mine], "done", False)
    if len(own) > 1 and len(turn.reading.numbers_together) < len(own):
        return await turn.see(typed.one_each, own, "several")
    if own and len(own) == len(turn.reading.numbers):
        return PASS
    return await _to_its_lead(turn, number)


async def _to_its_lead(turn: Turn, number: int | None) -> Response:
    """«144 vướng giá thì để tôi hỏi», from who decides: read back before it goes. A line that
    names several is a word to nobody; each is opened."""
    if not number or not turn.actor.may(Permission.DECIDE_WORK):
        return PASS
    several = await turn.see(typed.of_numbers, sorted(turn.reading.numbers))
    if len(several) > 1:
        return await turn.see(typed.one_each, several, "several")
    about = await turn.see(typed.led_by_another, number)
    if about is None:
        return PASS
    asks = turn.reading.asks
    return await turn.do(doubts.ask_word, about, turn.text, await hears_it(turn), asks=asks)


async def _called(turn: Turn) -> Response:
    """With several questions open, a small number may answer any of them: then it is asked."""
    several = len(turn.open) > 1 and not turn.reading.is_number
    if several or len(turn.text) > NUMBER_DIGITS:
        return PASS
    return await turn.see(called, int(turn.text)) or PASS


@router.intent("attachment", may=Permission.OWN_WORK)
async def on_evidence(turn: Turn) -> Response:
    """What came without a word, and nobody asked for it just now: of the one work that it can be
    of; where it may be of several, or of a day, it is asked."""
    proof = proof_of(turn)
    if proof is None:
        return PASS
    if await turn.see(knows_album, proof.album):
        return await turn.do(follow_album, proof)
    works = await turn.see(lists.my_open)
    beside = [*await points_of(turn), *await visits_beside(turn)] if works else []
    if held := await _held(turn, proof):
        return await _held_too(turn, held, proof, [a.id for a in works], beside)
    if len(works) == 1 and not beside and (proof.kind == "voice" or _reports(turn, works[0])):
        return await _about(turn, works, Meaning("done"))
    if len(works) < 2 and not beside:
        return await told_of_work(turn)
    kept, choices = kept_with(turn, Meaning("done")), [a.id for a in works]
    return await turn.do(typed.ask_which, kept, choices, turn.incoming.number, beside)


async def _held(turn: Turn, proof: Proof) -> Expectation | None:
    """The open question of what else came without a word; of a day are photos alone, and a voice
    may be of another work."""
    held = next((e for e in turn.open if e.topic in (MEANT, typed.WHICH)), None)
    if held is None or held.answers.get("text") or not held.answers.get("proofs"):
        return None
    kinds = {proof.kind, *(kept["kind"] for kept in held.answers["proofs"])}
    if "voice" in kinds and held.topic == typed.WHICH:
        return None
    of_work = held.answers.get("room", "assignment") == "assignment"
    return held if of_work and (kinds == {"photo"} or not await has_points(turn)) else None


async def _held_too(
    turn: Turn,
    held: Expectation,
    proof: Proof,
    choices: Sequence[int],
    beside: Sequence[Press],
) -> Message | None:
    """What came before it is kept with it, and asked about once more, counted."""
    kept = {**held.answers, "proofs": [*held.answers["proofs"], asdict(proof)]}
    if held.topic == MEANT:
        return await turn.do(ask_meant, kept, held.subject)
    points = [replace(press, arg=str(held.subject)) for press in beside]
    return await turn.do(typed.ask_which, kept, choices, held.subject, points)


def _reports(turn: Turn, a: Assignment) -> bool:
    """Its result stands there, and was not sent."""
    return any((e.topic, e.subject) == (completion.TOPIC, a.id) for e in turn.waiting)


async def _under(turn: Turn) -> list[Assignment]:
    """The assignments of the card that was replied to."""
    kind, _, number = turn.card.partition(":")
    if kind == "bundle":
        return await turn.see(lists.in_bundle, int(number))
    if kind == "morning":
        return await turn.see(lists.my_open)
    if kind == "listed":
        shown = set(map(int, number.split(",")))
        return [a for a in await turn.see(lists.my_open) if a.id in shown]
    return await turn.see(typed.behind, kind, int(number))


async def _about(turn: Turn, found: list[Assignment], meaning: Meaning) -> Response:
    """Do it where it is plain which assignment is meant; else ask by buttons."""
    if meaning.intent == "unknown" and len(found) == 1:
        return await _unclear(turn, found[0])
    if meaning.intent not in WORK:
        return PASS
    number = meaning.number
    several = turn.reading.numbers_together if number is not None else []
    if len(several) > 1:
        chosen = [await turn.see(lists.find, one) for one in several]
        return await turn.see(typed.one_each, [a.id for a in chosen], _of_each(turn, meaning))
    if number is not None:
        own = [a for a in found if a.number == number]
        found = own or [await turn.see(lists.find, number)]
    elif turn.reading.leading_number:
        found = await _led_by_number(turn, found)
    called = [a for a in found if a.number in turn.reading.numbers]
    fitting = called or [a for a in found if _fits(a, meaning)] or found
    if len(fitting) > 1 and turn.text:
        one = said_of_one_of(turn, fitting)
        fitting = [one] if one else await spoken_of(turn, fitting) or fitting
    beside = [] if called or number is not None else await day_in_hand(turn)
    if len(fitting) != 1 or beside:
        kept, choices = kept_with(turn, meaning), [a.id for a in fitting]
        return await turn.do(typed.ask_which, kept, choices, turn.incoming.number, beside)
    plan = asked_first(turn, fitting[0], meaning) or await plan_of(turn, fitting[0], meaning)
    return await turn.do(plan.deed, *plan.args)


async def _led_by_number(turn: Turn, found: list[Assignment]) -> list[Assignment]:
    """The work that the line begins with, be it one's own or not; another number counts things."""
    number = turn.reading.leading_number
    if not number or any(a.number == number for a in found):
        return [a for a in found if not number or a.number == number]
    given = await turn.see(typed.is_given, number)
    return [await turn.see(lists.find, number)] if given else found


async def _unclear(turn: Turn, a: Assignment, *, named: bool = False) -> Response:
    """«nếu có xe thì em nhận»: about this work, though nothing is decided; «152 còn chờ vôi» is
    written down to it."""
    asked = asked_first(turn, a, Meaning("unknown"))
    if asked and not named and (beside := await day_in_hand(turn)):
        kept = kept_with(turn, Meaning("unknown"))
        return await turn.do(typed.ask_which, kept, [a.id], turn.incoming.number, beside)
    if asked is None and turn.reading.what_is_left_of(a.blocked):
        told = await plan_of(turn, a, Meaning("progress"))
        return await turn.do(told.deed, *told.args)
    if asked is None and named:
        noted = along(turn, a.id, await note_of(turn, a))
        return await turn.do(noted.deed, *noted.args)
    return await turn.do(asked.deed, *asked.args) if asked else PASS


def _of_each(turn: Turn, meaning: Meaning) -> str:
    """What is said of several at once: «xong 154 và 163» is done, though read with doubt."""
    if turn.reading.fails(meaning):
        return "blocked"
    return "done" if meaning.intent == "progress" and meaning.doubtful else meaning.intent


def _fits(a: Assignment, meaning: Meaning) -> bool:
    return a.state is Status.ASSIGNED if meaning.intent == "accept" else a.under_way


@router.said("company", may=Permission.OWN_WORK)
async def on_company(turn: Turn) -> Response:
    """«cho e với Hoa làm chung»: a wish to whoever gave the work, read back before it goes."""
    found = await turn.see(lists.my_open)
    numbers = turn.reading.numbers
    called = [await turn.see(lists.find, number) for number in numbers if len(numbers) == 1]
    meant = called or (await spoken_of(turn, found) if len(found) > 1 else found)
    if len(meant) == 1:
        person = turn.reading.of(turn.reading.company).names(await turn.see(colleagues)).one
        if person:
            return await turn.do(company.ask, meant[0].id, person)
        return await turn.do(doubts.ask_word, meant[0].id, turn.text)
    wish, choices = Meaning("question"), [a.id for a in found]
    return await turn.do(typed.ask_which, kept_with(turn, wish), choices, turn.incoming.number)
