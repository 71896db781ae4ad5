"""What was meant with words of one piece of work: the one deed that they ask for."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from actions.assignments import (
    asking,
    chase_answers,
    company,
    completion,
    correcting,
    doubts,
    leading,
    told_wrong,
    typed,
)
from actions.assignments.typed import Wish
from actions.assignments.whom import colleagues
from actions.meant import ask_meant
from actions.turnout import helped
from domain.access import Permission
from domain.assignments import Assignment, Status
from domain.dialogue import Expectation
from domain.evidence import Proof
from handlers.assignments.asking import wish_in
from handlers.assignments.sent_along import along
from handlers.kit.incoming import Attachment
from handlers.kit.proofs import proof_of, voice_of
from handlers.kit.turn import Turn
from language import Certainty, Meaning

WHOLE = 100
AT_ONCE = ("accept", "extend", "blocked", "question")
"""What others hear of at once, or what changes at once."""
NOTED = ("progress", "question")
"""What else it may be that somebody wrote of work without a word that says so."""
NOTE = ("progress", "unknown")
MAY_BE_DONE = ("progress", "unknown", "blocked", "done")
"""What a line with «xong» is taken for, that tells what came of the work."""
LEFT = ("progress", "unknown", "blocked", "unblocked")
WAITS = ("progress", "blocked", "done")
"""What it may be that is done, and waits for somebody."""
UNLIKE = ("unlike",)
"""Loud for nothing but that others write so of something else."""
WORK = ("accept", "done", "extend", "progress", "blocked", "decline", "question")


async def meant_of_work(said: Turn, waited: Expectation, intent: str) -> Wish:
    """What was chosen for the words, of the work that they are about."""
    a = await said.see(typed.one, int(waited.answers["about"]))
    read = said.reading.meaning("assignment", a.due_at)
    others = sent_before(waited.answers)
    if intent == "progress" and not said.text:
        return along(said, a.id, Wish(leading.ask_progress, (a.id,)), others)
    if intent == "progress" and "percent" not in read.slots:
        return along(said, a.id, Wish(leading.note, (a.id, said.text)), others)
    if intent == "office":
        return Wish(helped.pass_on, (said.text, voice_of(said)))
    if intent == "done" and said.reading.done_number and not waited.answers["text"]:
        return await plan_of(said, a, done_in(said), others)
    if intent == "result" or (intent == "done" and not said.text):
        return along(said, a.id, Wish(completion.add, (a.id, said.text, proof_of(said))), others)
    chosen = read if read.intent == intent else Meaning(intent, {"note": said.text})
    return await plan_of(said, a, chosen, others)


async def plan_of(
    turn: Turn, a: Assignment, meaning: Meaning, others: Sequence[Proof] = ()
) -> Wish:
    """The one deed that the words ask for, and what was sent along with them."""
    return along(turn, a.id, await _wished(turn, a, meaning), others)


def _or_done(turn: Turn, a: Assignment, meaning: Meaning) -> Meaning:
    """«bao xong 17 nguoi» is a result, read back before it goes; of six, which the title says,
    «xong 4 hộ» is a part, and so is a step."""
    if meaning.intent == "done" and turn.reading.names_a_step:
        return Meaning("progress", {"note": turn.text})
    if meaning.slots.get("few") and turn.reading.share_done(a.title) not in (None, WHOLE):
        return Meaning("progress", {"note": turn.text})
    told = turn.reading.done_counted if meaning.intent == "progress" and meaning.doubtful else ""
    is_part = told and turn.reading.share_counted(a.title) not in (None, WHOLE)
    if told:
        return meaning if is_part else Meaning("done", {"note": told})
    reported = turn.reading.reported_done if _may_be_done(meaning) else ""
    if reported and "percent" not in meaning.slots and not turn.reading.names_a_step:
        return Meaning("done", {"note": reported})
    return meaning


def _may_be_done(meaning: Meaning) -> bool:
    """It is not plainly done, and may be."""
    sure = meaning.intent == "done" and not meaning.slots.get("need_confirm")
    return meaning.intent in MAY_BE_DONE and not sure


async def _wished(turn: Turn, a: Assignment, meaning: Meaning) -> Wish:
    meaning = _or_done(turn, a, meaning)
    text, slots = turn.text, meaning.slots
    if left := _left(turn, a, meaning):
        return Wish(leading.fewer_left, (a.id, left, text, slots.get("percent")))
    if turn.reading.only_progress:
        return Wish(leading.ask_progress, (a.id,))
    if meaning.intent == "accept":
        return Wish(leading.accept, (a.id, turn.reading.due.at if slots.get("note") else None))
    if meaning.intent == "done":
        return await _done(turn, a, meaning)
    if meaning.intent == "extend":
        wish = wish_in(turn.reading, a.due_at)
        days = [day for day in (wish.due, turn.reading.due.at) if day]
        if turn.reading.asks and days and max(days) <= a.due_at:
            return Wish(doubts.ask_word, (a.id, text))
        return Wish(asking.extension, (a.id, wish.due, wish.reason, wish.readings))
    if meaning.intent == "hand_over":
        read = turn.reading
        who = read.decision.who if read.decision else read.stand_in_said
        person = read.of(who).is_name_of(await turn.see(colleagues))
        return Wish(doubts.ask_heir, (a.id, text, person))
    if meaning.intent == "unblocked":
        said = turn.reading.decision
        return Wish(leading.unblock, (a.id, said.reason if said else ""))
    if meaning.intent == "decline":
        reason = turn.text if slots.get("proposal") else slots.get("reason")
        return (
            Wish(doubts.ask_release, (a.id, reason)) if reason else Wish(asking.ask_why, (a.id,))
        )
    if meaning.intent == "blocked" and _says_not_what(turn, meaning.note or text):
        return Wish(leading.ask_block, (a.id,))
    if meaning.intent == "blocked" and (right := _put_right(turn, a)):
        return Wish(leading.block_anew, (a.id, right, a.blocked))
    if meaning.intent == "blocked" and await _adds_to_it(turn, a, meaning):
        return Wish(doubts.ask_besides, (a.id, text))
    if meaning.intent == "blocked" and _is_remark(turn, a, meaning):
        return Wish(doubts.ask_no, (a.id, text))
    if meaning.intent == "blocked" and turn.reading.told_besides:
        besides = (turn.reading.told_besides, turn.reading.share_done(a.title))
        return Wish(leading.block_and_tell, (a.id, meaning.note or text, *besides))
    if meaning.intent == "blocked":
        why = turn.reading.of(meaning.note or text).without_leading(a.number)
        return Wish(leading.block, (a.id, why, voice_of(turn)))
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
            plain, own = turn.reading.plainly_hindered(meaning), turn.reading.leading_number
            why = turn.reading.after_number if own == a.number else text
            told = Wish(leading.block, (a.id, why, voice_of(turn)))
            if await _adds_to_it(turn, a, meaning):
                return Wish(doubts.ask_besides, (a.id, text))
            return told if plain else Wish(doubts.ask_no, (a.id, text))
        return await note_of(turn, a)
    return await _told(turn, a, percent)


async def _told(turn: Turn, a: Assignment, percent: int | None) -> Wish:
    """How it goes; whoever chased it since hears the answer."""
    if turn.text and (chased := await turn.see(chase_answers.chased_by, a.id)):
        return Wish(chase_answers.answer_chase, (a.id, chased, turn.text, percent))
    if percent is None:
        return Wish(leading.note, (a.id, turn.text))
    return Wish(leading.progress, (a.id, percent, turn.text))


async def note_of(turn: Turn, a: Assignment) -> Wish:
    """«còn 4 hộ»: of six, which the title says, two are done; so is «3/4» after «2/4 hộ»; other
    words are a note."""
    share = turn.reading.share_done(a.title)
    if share is None and (was := await turn.see(told_wrong.told_before, a.id)):
        share = turn.reading.of(turn.reading.without_number(a.number)).share_of(was.words)
    return await _told(turn, a, share)


def _left(turn: Turn, a: Assignment, meaning: Meaning) -> str:
    """«hết vướng 2 hộ, còn 4 hộ chưa ký», «còn 5 hộ, 75%»: what still stands in the way, where
    more of the same did."""
    told = meaning.intent in LEFT
    return turn.reading.what_is_left_of(a.blocked) if told and a.blocked else ""


def _says_not_what(turn: Turn, said: str) -> bool:
    """«vướng» and no more: what hinders is asked."""
    return not any(map(str.isalpha, said)) or turn.reading.only_hindered


def _put_right(turn: Turn, a: Assignment) -> str | None:
    """«139 vướng còn 4 hộ thôi, không phải 6»: what stands in its way, with the right number."""
    led = turn.reading.leading_number == a.number
    said = turn.reading.of(turn.reading.after_number) if led else turn.reading
    return said.with_right_number(a.blocked) if a.blocked else None


async def _adds_to_it(turn: Turn, a: Assignment, meaning: Meaning) -> bool:
    """«hết xăng giữa đường», loose, while something else is in the way of the work."""
    if not a.blocked or turn.attachment or _was_asked(turn, a, meaning):
        return False
    return not await turn.see(leading.goes_on, a.id)


def _was_asked(turn: Turn, a: Assignment, meaning: Meaning) -> bool:
    named = meaning.number is not None or a.number in turn.reading.numbers
    return bool(turn.card or turn.heard or named)


def _is_remark(turn: Turn, a: Assignment, meaning: Meaning) -> bool:
    """What nobody asked for, and names neither the work nor an obstacle, tells nobody yet."""
    return not (_was_asked(turn, a, meaning) or turn.reading.names_obstacle)


async def _done(turn: Turn, a: Assignment, meaning: Meaning) -> Wish:
    """Nothing is sent yet: what was said goes into the report, which is read back."""
    proof = proof_of(turn)
    if proof and proof.kind == "voice" and not turn.text:
        return await _aloud(turn, a)
    only_done = turn.reading.only_done or turn.reading.sends_it
    told = meaning.note or turn.reading.told_before_done
    said = turn.reading.of(told or ("" if only_done else turn.text))
    note = said.after_number if said.leading_number == a.number else said.text
    if a.state is Status.REVIEW and note and not proof:
        report = await turn.see(correcting.waiting_report, a.number)
        if report is not None:
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
    kept = kept_with(turn, Meaning("done")) | {
        "room": "assignment",
        "about": a.id,
        "choices": choices,
    }
    return Wish(ask_meant, (kept | {"code": a.code}, turn.incoming.number))


def asked_first(turn: Turn, a: Assignment, meaning: Meaning) -> Wish | None:
    """What may be meant otherwise is asked before it reaches anybody; what is read back anyway
    only where it is loud."""
    if turn.reading.only_progress or _left(turn, a, meaning):
        return None
    sure = turn.reading.certainty("assignment", a.due_at)
    left = [figure for figure in sure.left_figures if figure.lstrip("0") != str(a.number)]
    strange = left or [word for word in sure.left if word.lstrip("0") != str(a.number)]
    if meaning.intent == "blocked" and _is_labelled(turn, a) and sure.loud == UNLIKE:
        return None
    asks = sure.level == "ask" and sure.loud in ((), UNLIKE)
    told_at_length = "task" not in meaning.slots or "," in meaning.slots.get("note", "")
    if meaning.intent == "done" and told_at_length and turn.reading.waits_for_somebody:
        return _asking(turn, a, meaning, left, WAITS)
    if asks and meaning.intent == "done" and turn.reading.is_report:
        return None  # read back before it goes
    if _may_be_done(meaning) and turn.reading.reported_done:
        return None  # the same
    if meaning.intent != "done" and turn.reading.done_counted:
        return None  # read back as a result
    told = meaning.intent in NOTE and "percent" not in meaning.slots
    if told and (turn.reading.seeks_help or _says_one_comes(turn, a)):
        return _asking(turn, a, meaning, left, NOTED[::-1])
    if (
        meaning.intent == "unblocked"
        or sure.level != "ask"
        or not (sure.loud or (strange and meaning.intent in AT_ONCE))
    ) and not _may_be_of_others(turn, a, meaning):
        return None
    if told and _is_note(turn, a, sure):
        return None
    able = (one for one in sure.choices if one != "accept" or a.state is Status.ASSIGNED)
    choices = [intent for intent in able if intent in WORK] or list(NOTED)
    return _asking(turn, a, meaning, left, choices)


def _says_one_comes(turn: Turn, a: Assignment) -> bool:
    """«em đi được, đăng ký cho em»: of a day, and not of this work."""
    said = turn.reading
    comes = said.coming(asked=False) == "yes" and not said.only_accepts
    return comes and a.number not in said.numbers


def _asking(
    turn: Turn, a: Assignment, meaning: Meaning, left: Sequence[str], choices: Sequence[str]
) -> Wish:
    about = {"room": "assignment", "about": a.id, "choices": list(choices), "left": left}
    return Wish(ask_meant, (kept_with(turn, meaning) | about, turn.incoming.number))


def _is_note(turn: Turn, a: Assignment, sure: Certainty) -> bool:
    """«157 nhà bà Lan đã ký, nhà ông Thép hẹn mai»: it begins with its number, and tells of others
    what a note may well tell."""
    return turn.reading.leading_number == a.number and sure.may_be_a_note


def _is_labelled(turn: Turn, a: Assignment) -> bool:
    """«139 vướng: ông Vương đòi giá 12 triệu/m2»: whatever it is told with."""
    said = turn.reading.obstacle_of
    return said is not None and said[0] == a.number


def _may_be_of_others(turn: Turn, a: Assignment, meaning: Meaning) -> bool:
    """Whoever decides about others' work and says how far something is, without naming what,
    does not mean their own: «giấy mời thì được rồi, vận động còn thiếu chữ ký»; nor does «gia hạn
    đến thứ 3 đi», whatever was spoken of."""
    told = meaning.intent == "progress" and "percent" not in meaning.slots
    tied = turn.card or turn.heard or turn.attachment or a.number in turn.reading.numbers
    spoken = turn.spoken_of.partition(":")[0] == "assignment"
    orders = meaning.intent == "extend" and not turn.reading.wishes_oneself
    may_be = orders or (told and not spoken)
    return may_be and not tied and turn.actor.may(Permission.DECIDE_WORK)


def kept_with(turn: Turn, meaning: Meaning) -> dict[str, Any]:
    """What was said, while we ask which assignment is meant."""
    proof = proof_of(turn)
    proofs = [asdict(proof)] if proof else []
    return {
        "text": turn.text,
        "intent": meaning.intent,
        "slots": meaning.slots,
        "proofs": proofs,
    }


def with_all(asked: Wish, kept: Mapping[str, Any]) -> Wish:
    """The same question, with everything that was sent along before."""
    said, *more = asked.args
    return Wish(asked.deed, ({**said, "proofs": kept["proofs"]}, *more))


async def of_words(said: Turn, a: Assignment, meaning: Meaning, kept: Mapping[str, Any]) -> Wish:
    """What words ask for that are of this work, with what was sent along; asked where doubtful."""
    asked = asked_first(said, a, meaning)
    return with_all(asked, kept) if asked else await plan_of(said, a, meaning, sent_before(kept))


def done_in(turn: Turn) -> Meaning:
    """«171 phát hết rồi, 120 tờ»: it is done, and what the line says is the result."""
    return Meaning("done", {"note": turn.reading.done_note})


def of_photo(turn: Turn, a: Assignment, kept: Mapping[str, Any]) -> Wish:
    """Photos without a word: of this work, and it is asked whether it is done."""
    about = {"room": "assignment", "about": a.id, "code": a.code, "choices": ["progress", "done"]}
    return Wish(ask_meant, ({**kept, **about}, turn.incoming.number))


def sent_before(kept: Mapping[str, Any]) -> list[Proof]:
    return [Proof(**proof) for proof in kept.get("proofs", ())[:-1]]


def attachment_of(proofs: Sequence[Mapping[str, Any]]) -> Attachment | None:
    """The last photo stands for its album."""
    return Attachment(**proofs[-1]) if proofs else None
