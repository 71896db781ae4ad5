"""Work by typing: «nhận», «xong 147», «gia hạn 147 đến thứ 6», «70%»; replies to cards."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from actions.assignments import (
    asking,
    company,
    completion,
    correcting,
    doubts,
    leading,
    lists,
    typed,
)
from actions.assignments.along import follow_album, knows_album
from actions.assignments.typed import Wish
from actions.assignments.whom import colleagues
from actions.questions import ask_meant
from actions.turnout import helped
from actions.turnout.bare_number import called
from domain.access import Permission
from domain.assignments import Assignment, Status
from domain.dialogue import Expectation, Hears, in_force
from domain.evidence import Proof
from domain.letters import Message
from domain.refusals import Refusal
from handlers.assignments.asking import wish_in
from handlers.assignments.correcting import ask_the_lead, mended
from handlers.assignments.giving import gives_work
from handlers.assignments.sent_along import along
from handlers.kit.incoming import Attachment
from handlers.kit.proofs import proof_of, voice_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.turnout.photos import points_of
from language import Meaning

router = Router()
NUMBER_DIGITS = 6
AT_ONCE = ("accept", "extend", "blocked", "question")
"""What others hear of at once, or what changes at once."""
NOTED = ("later", "correction")
"""No answer yet, or a slip where no report waits: it is written down."""
TOLD = ("progress", "done")
"""What a photo of work, or words of it, may say."""
WORK = ("accept", "done", "extend", "progress", "blocked", "decline", "question")


@router.reply("assignment", "bundle", "report", "part", "morning", "listed")
async def on_reply(turn: Turn) -> Response:
    """An answer right under a card."""
    found = await _under(turn)
    if not found:
        return PASS
    if (answer := await mended(turn)) is not PASS:
        return answer
    due = found[0].due_at if len(found) == 1 else None
    return await _about(turn, found, _meaning(turn, due))


@router.intent(
    "accept", "done", "extend", "progress", "blocked", "decline", may=Permission.OWN_WORK
)
async def on_typed(turn: Turn) -> Response:
    """Understood wherever it is typed: `xong 147`; «Nam: soạn giấy mời, thứ 5 xong» gives work,
    and of somebody else's work it is a word to whoever leads it."""
    if turn.meaning is None:
        return PASS
    if (other := await _of_others(turn, turn.meaning.number)) is not PASS:
        return other
    return await _about(turn, await turn.see(lists.my_open), turn.meaning)


async def new_card_taken(turn: Turn) -> Message | None:
    """«ok c», «dạ vâng chị» just after the one new card: it is accepted."""
    if not turn.actor.may(Permission.OWN_WORK):
        return None
    new = await turn.see(lists.just_given)
    return await turn.do(leading.accept, new[0].id) if len(new) == 1 else None


@router.intent("unknown", may=Permission.OWN_WORK)
async def on_unclear(turn: Turn) -> Response:
    """`nhận`, `70%`: clear only to somebody who has work to do; `147` alone is looked up."""
    if turn.text.isdecimal():
        return await _called(turn)
    named = None if turn.reading.asks else turn.reading.leading_number
    if (other := await _of_others(turn, named)) is not PASS:
        return other
    if (answer := await mended(turn)) is not PASS:
        return answer
    turn = await _put_right(turn)
    mine = await turn.see(lists.my_open)
    found = await _led_by_number(turn, mine)
    meaning = _meaning(turn, found[0].due_at if len(found) == 1 else None)
    clear = meaning.intent in WORK[:-1] and (meaning.intent != "accept" or turn.reading.takes_work)
    gives = ":" in turn.text  # a line that gives work to somebody is another thing
    if len(found) == 1 and meaning.intent == "unknown" and not gives:
        own = found[0].number == turn.reading.leading_number and found[0] in mine
        return await _unclear(turn, found[0], named=own)
    return await _about(turn, found, meaning) if found and clear else await ask_the_lead(turn)


async def _put_right(turn: Turn) -> Turn:
    """«nhầm, 70%» of the work that was just spoken of: its right words."""
    said = turn.reading.correction
    of_work = turn.spoken_of.startswith("assignment:") and said and said.words
    right = await turn.saying(said.words) if said and of_work else turn
    return right if "percent" in right.reading.meaning("assignment").slots else turn


async def question_of_own_work(turn: Turn) -> Response:
    """«có cần ảnh không», which nothing here answers: to whoever gave the work, read back."""
    if not (turn.reading.asks and turn.actor.may(Permission.OWN_WORK)):
        return PASS
    mine = await turn.see(lists.my_open)
    called = [a for a in mine if a.number in turn.reading.numbers]
    meant = called or await _spoken_of(turn, mine) or mine
    return await turn.do(doubts.ask_word, meant[0].id, turn.text) if len(meant) == 1 else PASS


@router.intent("question", may=Permission.OWN_WORK)
async def on_question(turn: Turn) -> Response:
    """«hỏi Thắng sao việc 147 chậm»: to its lead, read back before it goes."""
    return await ask_the_lead(turn)


async def _of_others(turn: Turn, number: int | None) -> Response:
    """Work that is given in the line, different things of several of one's own, each of which
    is opened, or a word on somebody else's."""
    if (given := await gives_work(turn)) is not PASS:
        return given
    own = [a.id for a in await turn.see(lists.my_open) if a.number in turn.reading.numbers]
    if len(own) > 1 and len(turn.reading.numbers_together) < len(own):
        return await turn.see(typed.one_each, own, "several")
    return await _to_its_lead(turn, number)


async def _to_its_lead(turn: Turn, number: int | None) -> Response:
    """«144 vướng giá thì để tôi hỏi», from who decides: read back before it goes."""
    if not number or not turn.actor.may(Permission.DECIDE_WORK):
        return PASS
    about = await turn.see(typed.led_by_another, number)
    return await turn.do(doubts.ask_word, about, turn.text) if about else PASS


async def loose_work(turn: Turn) -> Response:
    """«nhận», «gia hạn đến thứ 6» and nothing else, of somebody who has nothing open."""
    if not turn.actor.may(Permission.OWN_WORK):
        return PASS
    said, sure = _meaning(turn, None), turn.reading.certainty("assignment")
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


async def _called(turn: Turn) -> Response:
    """With several questions open, a small number may answer any of them: then it is asked."""
    several = len(in_force(turn.waiting)) > 1 and not turn.reading.is_number
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
    works, done = await turn.see(lists.my_open), Meaning("done")
    beside = await points_of(turn) if works else []
    if not works or not beside:
        return await _about(turn, works, done) if works else PASS
    kept, choices = _kept(turn, done), [a.id for a in works]
    return await turn.do(typed.ask_which, kept, choices, turn.incoming.number, beside)


async def told_of_work(turn: Turn) -> Response:
    """What came with words that nothing here reads, and what was done among «bà con»: kept
    whole, and asked of which work or day it is."""
    works = await turn.see(lists.my_open) if turn.actor.may(Permission.OWN_WORK) else []
    beside = await points_of(turn) if works else []
    choices = _may_be_said(turn)
    if not works:
        return PASS
    if len(works) == 1 and not beside:
        kept = _kept(turn, Meaning("unknown")) | {"room": "assignment", "about": works[0].id}
        kept |= {"choices": choices, "code": works[0].code}
        return await turn.do(ask_meant, kept, turn.incoming.number)
    kept = _kept(turn, Meaning(choices[0], {"note": turn.text}))
    found = [a.id for a in works]
    return await turn.do(typed.ask_which, kept, found, turn.incoming.number, beside)


def _may_be_said(turn: Turn) -> list[str]:
    """Of work that goes on or is done, the likelier first."""
    likely = [one for one in turn.reading.certainty("assignment").choices if one in TOLD]
    return list(dict.fromkeys([*likely, *TOLD]))


async def sent_with_words(turn: Turn) -> Response:
    """«anh don cho day chi» under a photo: never lost."""
    return await told_of_work(turn) if proof_of(turn) else PASS


def _meaning(turn: Turn, due: datetime | None) -> Meaning:
    if turn.attachment and not turn.text:
        return Meaning("done")
    said = turn.reading.meaning("assignment", due)
    return replace(said, intent="progress") if said.intent in NOTED else said


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
        return None if meaning.intent == "noise" else PASS
    several = turn.reading.numbers_together if meaning.number is not None else []
    if len(several) > 1:
        chosen = [await turn.see(lists.find, number) for number in several]
        return await turn.see(typed.one_each, [a.id for a in chosen], _of_each(turn, meaning))
    if meaning.number is not None:
        found = [await turn.see(lists.find, meaning.number)]
    elif turn.reading.leading_number:
        found = await _led_by_number(turn, found)
    called = [a for a in found if a.number in turn.reading.numbers]
    fitting = called or [a for a in found if _fits(a, meaning)] or found
    if len(fitting) > 1 and turn.text:
        fitting = await _spoken_of(turn, fitting) or fitting
    if len(fitting) != 1:
        kept, choices = _kept(turn, meaning), [a.id for a in fitting]
        return await turn.do(typed.ask_which, kept, choices, turn.incoming.number)
    plan = _asked(turn, fitting[0], meaning) or await _plan(turn, fitting[0], meaning)
    return await turn.do(plan.deed, *plan.args)


async def _led_by_number(turn: Turn, found: list[Assignment]) -> list[Assignment]:
    """The work that the line begins with, be it one's own or not; another number counts things."""
    number = turn.reading.leading_number
    if not number or any(a.number == number for a in found):
        return [a for a in found if not number or a.number == number]
    given = await turn.see(typed.is_given, number)
    return [await turn.see(lists.find, number)] if given else found


def _asked(turn: Turn, a: Assignment, meaning: Meaning) -> Wish | None:
    """What may be meant otherwise is asked before it reaches anybody; what is read back anyway
    only where it is loud."""
    sure = turn.reading.certainty("assignment", a.due_at)
    strange = sure.left or sure.left_figures
    if sure.level != "ask" or not (sure.loud or (strange and meaning.intent in AT_ONCE)):
        return None
    choices = [intent for intent in sure.choices if intent in WORK]
    if not choices:
        return None
    kept = _kept(turn, meaning) | {"room": "assignment", "about": a.id, "choices": choices}
    return Wish(ask_meant, (kept | {"left": sure.left_figures}, turn.incoming.number))


async def _unclear(turn: Turn, a: Assignment, *, named: bool = False) -> Response:
    """«nếu có xe thì em nhận»: about this work, though nothing is decided; «152 còn chờ vôi» is
    written down to it."""
    asked = _asked(turn, a, Meaning("unknown"))
    if asked is None and named:
        noted = along(turn, a.id, _noted(turn, a))
        return await turn.do(noted.deed, *noted.args)
    return await turn.do(asked.deed, *asked.args) if asked else PASS


async def meant_of_work(said: Turn, waited: Expectation, intent: str) -> Wish:
    """What was chosen for the words, of the work that they are about."""
    a = await said.see(typed.one, int(waited.answers["about"]))
    read = said.reading.meaning("assignment", a.due_at)
    others = _others(waited.answers)
    if intent == "progress" and not said.text:
        return along(said, a.id, Wish(leading.ask_progress, (a.id,)), others)
    if intent == "progress" and "percent" not in read.slots:
        return along(said, a.id, Wish(leading.note, (a.id, said.text)), others)
    if intent == "office":
        return Wish(helped.pass_on, (said.text, voice_of(said)))
    if intent == "result" or (intent == "done" and not said.text):
        return along(said, a.id, Wish(completion.add, (a.id, said.text, proof_of(said))), others)
    chosen = read if read.intent == intent else Meaning(intent, {"note": said.text})
    return await _plan(said, a, chosen, others)


async def _spoken_of(turn: Turn, among: list[Assignment]) -> list[Assignment]:
    """The one that was spoken of just now, by its card or its report."""
    kind, _, number = turn.spoken_of.partition(":")
    if turn.card or kind not in ("assignment", "report"):
        return []
    meant = await turn.see(typed.spoken_of, kind, int(number))
    return [a for a in among if a.id == meant]


def _of_each(turn: Turn, meaning: Meaning) -> str:
    """What is said of several at once: «xong 154 và 163» is done, though read with doubt."""
    if turn.reading.fails(meaning):
        return "blocked"
    return "done" if meaning.intent == "progress" and meaning.doubtful else meaning.intent


def _fits(a: Assignment, meaning: Meaning) -> bool:
    return a.state is Status.ASSIGNED if meaning.intent == "accept" else a.under_way


def _kept(turn: Turn, meaning: Meaning) -> dict[str, Any]:
    """What was said, while we ask which assignment is meant."""
    proof = proof_of(turn)
    proofs = [asdict(proof)] if proof else []
    return {
        "text": turn.text,
        "intent": meaning.intent,
        "slots": meaning.slots,
        "proofs": proofs,
    }


async def _plan(turn: Turn, a: Assignment, meaning: Meaning, others: Sequence[Proof] = ()) -> Wish:
    """The one deed that the words ask for, and what was sent along with them."""
    return along(turn, a.id, await _wished(turn, a, meaning), others)


async def _wished(turn: Turn, a: Assignment, meaning: Meaning) -> Wish:
    text, slots = turn.text, meaning.slots
    if meaning.intent == "accept":
        return Wish(leading.accept, (a.id, turn.reading.due.at if slots.get("note") else None))
    if meaning.intent == "done":
        return await _done(turn, a, meaning)
    if meaning.intent == "extend":
        wish = wish_in(turn.reading, a.due_at)
        return Wish(asking.extension, (a.id, wish.due, wish.reason, wish.readings))
    if meaning.intent == "decline":
        reason = slots.get("reason")
        return (
            Wish(doubts.ask_release, (a.id, reason)) if reason else Wish(asking.ask_why, (a.id,))
        )
    if meaning.intent == "blocked" and not any(map(str.isalpha, meaning.note or text)):
        return Wish(leading.ask_block, (a.id,))
    if meaning.intent == "blocked" and _is_remark(turn, meaning):
        return Wish(doubts.ask_no, (a.id, text))
    if meaning.intent == "blocked" and turn.reading.told_besides:
        besides = (turn.reading.told_besides, turn.reading.share_done(a.title))
        return Wish(leading.block_and_tell, (a.id, meaning.note or text, *besides))
    if meaning.intent == "blocked":
        return Wish(leading.block, (a.id, meaning.note or text, voice_of(turn)))
    if meaning.intent == "question" and (who := turn.reading.company):
        person = turn.reading.of(who).names(await turn.see(colleagues)).one
        return Wish(company.ask, (a.id, person)) if person else Wish(doubts.ask_word, (a.id, text))
    if meaning.intent == "question":
        return Wish(asking.say, (a.id, text, voice_of(turn)))
    percent = slots.get("percent")
    if percent is None:
        asked = await turn.see(asking.unanswered, a.id)
        if asked is not None:
            return Wish(asking.answer, (asked, text, voice_of(turn)))
        if turn.reading.waits_for_others:
            return Wish(leading.wait_for_others, (a.id, text))
        if turn.reading.fails(meaning):
            plain = turn.reading.plainly_hindered(meaning)
            told = Wish(leading.block, (a.id, text, voice_of(turn)))
            return told if plain else Wish(doubts.ask_no, (a.id, text))
        return _noted(turn, a)
    return Wish(leading.progress, (a.id, percent, text))


def _noted(turn: Turn, a: Assignment) -> Wish:
    """«còn 4 hộ»: of six, which the title says, two are done; other words are a note."""
    share = turn.reading.share_done(a.title)
    if share is None:
        return Wish(leading.note, (a.id, turn.text))
    return Wish(leading.progress, (a.id, share, turn.text))


def _is_remark(turn: Turn, meaning: Meaning) -> bool:
    """What nobody asked for, and names neither the work nor an obstacle, tells nobody yet."""
    asked = turn.card or turn.heard or meaning.number is not None
    return not (asked or turn.reading.names_obstacle)


async def _done(turn: Turn, a: Assignment, meaning: Meaning) -> Wish:
    """Nothing is sent yet: what was said goes into the report, which is read back."""
    proof = proof_of(turn)
    if proof and proof.kind == "voice" and not turn.text:
        return await _aloud(turn, a)
    note = meaning.note or (turn.text if proof else "")
    report = await turn.see(correcting.waiting_report, a.number)
    if report is not None and note and not proof:
        return Wish(correcting.ask_fix, (report, note))
    if not note and not proof:
        return Wish(completion.begin, (a.id,))
    anew = bool(turn.text)
    return Wish(completion.add, (a.id, note, proof, turn.reading.past, anew))


async def _aloud(turn: Turn, a: Assignment) -> Wish:
    """A voice alone: nobody here can hear whether it is of the work, or of figures."""
    reports = turn.actor.may(Permission.REPORT_TURNOUT)
    figures = reports and await turn.see(helped.reports_points)
    choices = ["done", "progress", "blocked", "question", *(["office"] if figures else [])]
    kept = _kept(turn, Meaning("done")) | {"room": "assignment", "about": a.id, "choices": choices}
    return Wish(ask_meant, (kept | {"code": a.code}, turn.incoming.number))


@router.said("company", may=Permission.OWN_WORK)
async def on_company(turn: Turn) -> Response:
    """«cho e với Hoa làm chung»: a wish to whoever gave the work, read back before it goes."""
    found = await turn.see(lists.my_open)
    numbers = turn.reading.numbers
    called = [await turn.see(lists.find, number) for number in numbers if len(numbers) == 1]
    meant = called or (await _spoken_of(turn, found) if len(found) > 1 else found)
    if len(meant) == 1:
        person = turn.reading.of(turn.reading.company).names(await turn.see(colleagues)).one
        if person:
            return await turn.do(company.ask, meant[0].id, person)
        return await turn.do(doubts.ask_word, meant[0].id, turn.text)
    wish, choices = Meaning("question"), [a.id for a in found]
    return await turn.do(typed.ask_which, _kept(turn, wish), choices, turn.incoming.number)


# which one?


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
    number = _number_said(turn)
    if turn.heard is None or number is None:
        return PASS
    chosen = await turn.see(lists.find, number)
    return await _picked(turn, turn.heard, chosen.id)


def _number_said(turn: Turn) -> int | None:
    """The number alone, or with what was kept: photos that came without words are its proof."""
    if turn.text.isdecimal():
        return int(turn.text) if len(turn.text) <= NUMBER_DIGITS else None
    kept, meaning = turn.heard.answers if turn.heard else {}, turn.reading.meaning("none")
    fits = not kept.get("text") and meaning.intent == kept.get("intent") and not turn.attachment
    return meaning.number if fits else None


async def _picked(turn: Turn, waited: Expectation, assignment_id: int) -> Message | None:
    kept = waited.answers
    said = await turn.saying(kept["text"], attachment=_attachment(kept["proofs"]))
    chosen = await turn.see(typed.one, assignment_id)
    meaning = Meaning.kept(kept["intent"], kept["slots"])
    asked = _asked(said, chosen, meaning)
    plan = asked or await _plan(said, chosen, meaning, _others(kept))
    return await turn.do(typed.chosen, plan, waited)


def _others(kept: Mapping[str, Any]) -> list[Proof]:
    return [Proof(**proof) for proof in kept.get("proofs", ())[:-1]]


def _attachment(proofs: Sequence[Mapping[str, Any]]) -> Attachment | None:
    """The last photo stands for its album."""
    return Attachment(**proofs[-1]) if proofs else None
