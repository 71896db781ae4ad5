"""What those who decide type instead of tapping: «đạt», «146 ok», «nhắc Nam 139», «xem 143»."""

from collections.abc import Sequence
from dataclasses import replace

from actions.assignments import (
    at_once,
    deciding,
    doubts,
    leading,
    lists,
    managing,
    of_colleague,
    reminding,
    reports,
    typed,
    verdicts,
    words,
)
from actions.assignments.draft_looks import TOPIC as DRAFT
from actions.assignments.whom import colleagues
from actions.assignments.words import Waiting
from actions.digest import readers
from domain.access import Permission, Role
from domain.assignments import Assignment
from domain.dialogue import GROUPED, PUSHED, WEEKEND, Hears
from domain.letters import Message, Place, instead
from domain.refusals import Refusal
from handlers.activities.typed import on_order
from handlers.assignments.asking import more_time_dropped
from handlers.assignments.meant import kept_with
from handlers.assignments.praising import praised_by_number
from handlers.assignments.told import no_longer_hindered, spoken_of
from handlers.conclusions.items import bare_item, yes_or_no_under_report
from handlers.digest.report import said_of_report
from handlers.kit.addressee import chosen
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.office.absences import stand_in_named
from language import Decision, Meaning, Reading

router = Router()
ABOUT: dict[str, tuple[str, ...]] = {
    "yes": ("report", "extension", "release"),
    "no": ("report", "extension", "release"),
    "return": ("report",),
    "until": ("extension",),
    "hand_over": ("release",),
}
"""What each kind of word may decide."""
NAMES_ITS_LEAD = ("yes", "return", "until")
"""Who is named there is spoken to."""
DATED = ("move", "extend", "until", "let")
"""Until when something may take: «143 đến đâu Nam» asks him, and names no year."""
OF_WORK = ("", "bundle", "part", "morning", "listed", "digest")
"""Cards under which it may be about any work; under every other it is about that thing."""


@router.said("decision")
async def on_decision(turn: Turn) -> Response:
    """A look at the lists, an order to somebody, or a verdict on what waits; «dời dọn biển sang
    chủ nhật» names nobody, but a day."""
    answer = await _decided(turn)
    named = answer is PASS and turn.reading.order_by_name
    return await on_order(turn) if named else answer


async def _decided(turn: Turn) -> Response:
    said = turn.reading.decision
    if said is None:
        return PASS
    if turn.card.startswith("matter:"):
        return PASS
    if (dropped := await more_time_dropped(turn)) is not PASS:
        return dropped
    if said.kind == "show" and said.number:
        item = await bare_item(turn) if turn.card.startswith("digest:") else PASS
        return await _show(turn, said.number) if item is PASS else item
    handed = said.kind == "hand_over"
    if handed and (item := await _of_an_item(turn, said)) is not PASS:
        return item
    if handed and (wish := await _wished_away(turn, said)) is not PASS:
        return wish
    if said.kind == "remark":
        return await _remark(turn, said)
    if said.kind in DATED and turn.reading.asks_by_name(await turn.see(colleagues)):
        return PASS
    if said.kind == "unblock":
        return await no_longer_hindered(turn, said)
    if turn.card.startswith("digest:") and said.kind in ("yes", "no"):
        item = await (bare_item(turn) if said.number else yes_or_no_under_report(turn))
        if item is not PASS or not said.number:
            return item
    if said.kind in ("yes", "no") and (item := await _of_an_item(turn, said)) is not PASS:
        return item
    if not turn.actor.may(Permission.DECIDE_WORK):
        return await _of_mine(turn, said)
    if said.kind in ABOUT:
        return await _verdict(turn, said)
    return await _ASKED[said.kind](turn, said)


async def _of_an_item(turn: Turn, said: Decision) -> Response:
    """«2 đồng ý, họp 14h 18/12»: of what the report asks, where no work of that number waits."""
    if not said.number or turn.reading.bare_item is None:
        return PASS
    a = await turn.see(words.numbered, said.number)
    waits = await turn.see(words.waiting_of, a.id) if a else []
    return PASS if waits else await bare_item(turn)


async def _of_mine(turn: Turn, said: Decision) -> Response:
    """«việc nào sắp đến hạn», from whoever decides nothing: of their own; who has not accepted
    is for others to see."""
    if said.who or not turn.actor.may(Permission.OWN_WORK):
        return PASS
    if said.kind in ("overdue", "chase_all"):
        return await turn.see(lists.overdue_list, turn.subject)
    if said.kind != "unit":
        return PASS
    return await turn.see(lists.unit_work if turn.reading.asks_who else lists.my_week)


async def _remark(turn: Turn, said: Decision) -> Response:
    """«139 để giao ban bàn»: of the report that went out; before it, to whoever leads the work."""
    if (item := await bare_item(turn)) is not PASS:
        return item
    if (answer := await said_of_report(turn)) is not PASS or not said.number:
        return answer
    if not turn.actor.may(Permission.OWN_WORK):
        return PASS
    found = await turn.see(lists.find, said.number)
    return await turn.do(doubts.ask_word, found.id, turn.text)


async def _wished_away(turn: Turn, said: Decision) -> Response:
    """«chuyển việc 162 cho Bắc», «162 nhờ Bắc làm hộ» from its lead: who would do it instead is
    proposed to those who gave it, read back once."""
    if not said.number:
        return await _stood_in(turn, said.who)
    if not turn.actor.may(Permission.OWN_WORK):
        return PASS
    mine = [a for a in await turn.see(lists.my_open) if a.number == said.number]
    person = await _person(turn, said.who)
    if person and not mine and not turn.actor.may(Permission.DECIDE_WORK):
        raise Refusal("no_such_own_work", number=said.number)
    return (
        await turn.do(doubts.ask_heir, mine[0].id, turn.text, person) if person and mine else PASS
    )


@router.said("verdict_slip", may=Permission.DECIDE_WORK)
async def on_verdict_slip(turn: Turn) -> Response:
    """«nhầm, đạt rồi», of the verdict that was given last: read back before it is another."""
    said = turn.reading.verdict_slip
    about = await turn.see(verdicts.given_last, said.number, said.passes) if said else None
    if said is None or about is None:
        return PASS
    why = said.why or ("" if said.passes else turn.text)
    return await turn.do(words.ask_verdict, about, said.passes, why)


@router.said("stand_in", may=Permission.OWN_WORK)
async def on_stand_in(turn: Turn) -> Response:
    return await _stood_in(turn, turn.reading.stand_in_said)


async def _stood_in(turn: Turn, who: str) -> Response:
    """«nhờ Bắc làm hộ e»: in one's own leave, else with the one piece of work that it can be of;
    of several it is asked."""
    if (answer := await stand_in_named(turn)) is not PASS:
        return answer
    person = await _person(turn, who)
    if person is None or turn.card or turn.actor.may(Permission.DECIDE_WORK):
        return PASS
    mine = await turn.see(lists.my_open)
    meant = (await spoken_of(turn, mine) if len(mine) > 1 else mine) or mine
    if len(meant) == 1:
        return await turn.do(doubts.ask_heir, meant[0].id, turn.text, person)
    kept = kept_with(turn, Meaning("hand_over"))
    found = [a.id for a in meant]
    return await turn.do(typed.ask_which, kept, found, turn.incoming.number) if meant else PASS


async def _show(turn: Turn, number: int) -> Response:
    if not turn.actor.may(Permission.OWN_WORK):
        return PASS
    found = await turn.see(lists.find, number)
    return await turn.see(leading.open_card, found.id)


async def _overdue(turn: Turn, said: Decision) -> Response:
    return await turn.see(lists.overdue_list, await turn.see(lists.unit_coded, said.who))


async def _chase_all(turn: Turn, said: Decision) -> Response:
    return await turn.do(reminding.ask_all, await turn.see(lists.unit_coded, said.who))


async def _to_approve(turn: Turn, _: Decision) -> Response:
    return await turn.see(lists.to_approve)


async def _work_of(turn: Turn, said: Decision) -> Response:
    """«việc của Nam tới đâu rồi»."""
    person = await _person(turn, said.who)
    return await turn.see(lists.work_of, person) if person else PASS


async def _nudge(turn: Turn, said: Decision) -> Response:
    """«nhắc 143»; «nhắc Nam» where he has one thing open; else what he would be reminded of is
    read back."""
    person = await _person(turn, said.who)
    if said.number:
        found = await turn.see(lists.find, said.number)
        of_another = bool(said.who) and person != found.lead_id
        return PASS if of_another else await turn.do(managing.nudge, found.id)
    if person is None:
        return PASS
    theirs = await turn.see(lists.open_of, person)
    if len(theirs) == 1:
        return await turn.do(managing.nudge, theirs[0].id)
    return await turn.do(reminding.ask_person, person)


async def _cancel(turn: Turn, said: Decision) -> Response:
    """«hủy việc 148»: why is asked, as by its button; «hủy 169, trùng với 160» says why. Another
    order is no reason."""
    a = await _numbered(turn, said)
    if a and said.reason and turn.reading.of(said.reason).decision is None:
        return await turn.do(managing.cancel, a.id, said.reason)
    return await turn.do(managing.ask_reason, a.id, "cancel") if a else PASS


async def _suspend(turn: Turn, said: Decision) -> Response:
    """«tạm dừng 148»: why is asked, as by its button."""
    a = await _numbered(turn, said)
    return await turn.do(managing.ask_reason, a.id, "suspend") if a else PASS


async def _unit(turn: Turn, said: Decision) -> Response:
    """«việc nào vướng», «TTVĐ còn mấy việc»: the section's list says it line by line."""
    return await turn.see(lists.unit_work, await turn.see(lists.unit_coded, said.who))


async def _extend(turn: Turn, said: Decision) -> Response:
    """«gia hạn 141 đến thứ 6», «148 để tuần sau», from whoever decides about it; the lead's own
    is a wish. «158 đồng ý đến t7», of what is due this Saturday, is no Saturday after."""
    a = await _numbered(turn, said) or await _listed(turn, said)
    read = turn.reading.of(said.reason) if said.reason else turn.reading
    due = (read.wished(a.due_at) or read.due.at) if a else None
    if a and said.kind == "move" and read.due.at == a.due_at:
        due = a.due_at
    if a is None or due is None or a.lead_id == turn.actor.person_id:
        return PASS
    if read.says_two_days:
        raise Refusal("matter_day")
    return await turn.do(words.ask_move, a.id, due)


async def let(turn: Turn, said: Decision) -> Response:
    """«đồng ý cho Điền đến 16/12», «cho phép Liên gia hạn 149»: the one wish of theirs; with its
    day read back, without it shown to be tapped. «Nhàn đến thứ 4» in a draft is said of that."""
    person, day = await _person(turn, said.who), turn.reading.of(said.reason).due.at
    asked = [one for one in await turn.see(words.wishes) if one.kind == "extension"]
    found = [(one, await turn.see(typed.one, one.assignment_id)) for one in asked]
    meant = [(w, a) for w, a in found if a.lead_id == person and said.number in (None, a.number)]
    if person is None or (said.loose and _in_a_draft(turn)):
        return PASS
    if not meant and day and not (said.loose and _asks_another_day(turn)):
        theirs = [
            a
            for a in await turn.see(lists.open_of, person)
            if a.number == said.number or not said.number
        ]
        if len(theirs) == 1:
            return await turn.do(words.ask_move, theirs[0].id, day)
        if theirs:
            choices = [a.id for a in theirs]
            return await turn.do(of_colleague.ask_which, choices, turn.text, turn.incoming.number)
    if len(meant) != 1:
        return await _of_several(turn, said, person, [wish for wish, _ in meant])
    [(wish, a)] = meant
    if day is None:
        return PASS if said.reason else await turn.see(deciding.open_request, wish.id)
    return await turn.do(words.ask_move, a.id, day)


def _in_a_draft(turn: Turn) -> bool:
    return any(asked.topic == DRAFT for asked in turn.waiting[:1])


def _asks_another_day(turn: Turn) -> bool:
    return any(asked.topic == deciding.OTHER_DUE for asked in turn.waiting[:1])


async def _of_several(
    turn: Turn, said: Decision, person: int, wishes: Sequence[Waiting]
) -> Response:
    """Which of theirs is asked; where there is none, nobody else's is taken for it, and least of
    all one's own."""
    if wishes:
        return await turn.do(words.ask_which, wishes, {"text": turn.text}, turn.incoming.number)
    other = not (said.loose and turn.waiting) or _asks_another_day(turn)
    return await turn.see(words.no_wish_of, person) if other else PASS


_ASKED = {
    "praise": praised_by_number,
    "let": let,
    "overdue": _overdue,
    "chase_all": _chase_all,
    "waiting": _to_approve,
    "work_of": _work_of,
    "nudge": _nudge,
    "extend": _extend,
    "move": _extend,
    "cancel": _cancel,
    "suspend": _suspend,
    "unit": _unit,
}


# verdicts


async def _verdict(turn: Turn, said: Decision) -> Response:
    card = turn.card.partition(":")
    if card[0] in ("report", "request", "assignment"):
        found = await turn.see(words.behind, card[0], int(card[2]))
    elif card[0] not in OF_WORK or (
        _answers_another(turn, said)
        and not (_is_verdict(turn, said) or await _came_since(turn, said))
    ):
        return await _until_of_the_newest(turn, said)
    elif said.number:
        return await _of_number(turn, said)
    elif (more := await _wanting_too(turn, said)) is not PASS:
        return more
    else:
        found = await turn.see(words.waiting)
    fitting = [one for one in found if one.kind in _about(said, turn.reading)]
    if said.who and said.kind in NAMES_ITS_LEAD:
        fitting = await _of_lead(turn, said.who, fitting)
    unseen = len(fitting) == 1 and not await turn.see(words.has_seen, fitting[0])
    elsewhere = turn.message is not None and turn.message.reply_to is not None
    doubtful = said.loose or unseen or elsewhere
    if doubtful and not turn.card and said.kind in ("yes", "return"):
        return await _shown(turn, said, fitting)
    return await _on(turn, said, fitting)


def _about(said: Decision, reading: Reading) -> tuple[str, ...]:
    """«không gia hạn nữa» is about more time and nothing else."""
    return ("extension",) if reading.is_of_more_time else ABOUT[said.kind]


def _answers_another(turn: Turn, said: Decision) -> bool:
    """A reply to a question is its answer; so are words without a number while one is open."""
    reply = turn.message.reply_to if turn.message else None
    asked = any(reply and e.asked_in == reply.id for e in turn.waiting)
    open_ones = [e for e in turn.open if e.topic not in (WEEKEND, GROUPED, words.VERDICT)]
    return asked or bool(open_ones and not said.number)


async def _until_of_the_newest(turn: Turn, said: Decision) -> Response:
    """«đến t5 thôi», where more time was asked for after all else, and no day is: read back."""
    drafts = (asked for asked in turn.open if asked.topic == DRAFT)
    asks_day = any(draft.answers.get("asking") == "due" for draft in drafts)
    if said.kind != "until" or turn.card or asks_day or _asks_another_day(turn):
        return PASS
    found = [one for one in await turn.see(words.waiting) if one.kind == "extension"]
    day = turn.reading.of(said.reason).due.at
    if len(found) != 1 or day is None or not await _came_since(turn, replace(said, loose=False)):
        return PASS
    return await turn.do(words.ask_move, found[0].assignment_id, day)


async def _came_since(turn: Turn, said: Decision) -> bool:
    """«không đồng ý» is of the wish that came after whatever else was asked."""
    fits = [o for o in await turn.see(words.waiting) if o.kind in _about(said, turn.reading)]
    reply, asked = turn.message and turn.message.reply_to, turn.open[0].at if turn.open else None
    newest = max([await turn.see(words.since, one) for one in fits], default=None)
    return bool(newest and asked and newest > asked and not (said.loose or reply))


async def _of_lead(turn: Turn, who: str, found: Sequence[Waiting]) -> list[Waiting]:
    """«đạt nhé Bình»: of what waits, that of whoever is named."""
    person = await _person(turn, who)
    leads = {one: (await turn.see(typed.one, one.assignment_id)).lead_id for one in found}
    return [one for one in found if person and leads[one] == person]


def _is_verdict(turn: Turn, said: Decision) -> bool:
    """«đạt», «duyệt» answer no question of ours, but perhaps somebody's."""
    reply, asked = turn.message.reply_to if turn.message else None, turn.open[:1]
    return said.kind == "yes" and not (said.loose or reply or asked[0].topic in PUSHED)


async def _of_number(turn: Turn, said: Decision) -> Response:
    a = await _numbered(turn, said)
    if a is None:
        return PASS
    if said.kind == "hand_over" and a.lead_id != turn.actor.person_id:
        return await _hand(turn, said, a.id)
    if said.kind == "yes" and said.who and await _person(turn, said.who) != a.lead_id:
        return PASS
    found = await turn.see(words.waiting_of, a.id)
    fitting = [one for one in found if one.kind in _about(said, turn.reading)]
    if fitting or a.lead_id == turn.actor.person_id:
        return await _on(turn, said, fitting)
    await turn.see(lists.find, a.number)
    return await turn.see(words.nothing_waits, a.id)


async def _on(turn: Turn, said: Decision, found: Sequence[Waiting]) -> Response:
    if not found:
        return PASS
    if len(found) == 1:
        return await _decide(turn, said, found[0])
    kept = {"text": turn.text}
    return await turn.do(words.ask_which, found, kept, turn.incoming.number)


async def _shown(turn: Turn, said: Decision, found: Sequence[Waiting]) -> Response:
    """«ok» under nothing may be politeness, «đạt» may be of something else than what was never
    shown, «thiếu danh sách» too: the one thing that waits is shown to be tapped."""
    if len(found) != 1 or (said.loose and said.kind != "yes"):
        return PASS
    if found[0].kind == "report":
        return await turn.see(reports.open_report, found[0].id)
    return await turn.see(deciding.open_request, found[0].id)


async def _decide(turn: Turn, said: Decision, one: Waiting) -> Response:
    if one.kind == "report" and (beside := turn.reading.of(said.reason).leading_number):
        return await _and_other_work(turn, said, one, beside)
    if one.kind == "report" and turn.reading.grants_and_asks:
        number = (await turn.see(typed.one, one.assignment_id)).number
        wanted = at_once.NumberSaid(number, note=said.reason)
        return await turn.do(at_once.ask, [wanted])
    if one.kind == "report":
        return await _judge(turn, said, one)
    if said.kind == "no":
        return _beside(await turn.do(deciding.refuse, one.id, said.reason))
    if said.kind == "hand_over":
        return await _hand(turn, said, one.assignment_id)
    if said.kind in ("until", "let") and said.reason:
        day = turn.reading.of(said.reason).due.at
        if day is None:
            return await turn.do(deciding.ask_other_due, one.id)
        return _beside(await turn.do(deciding.grant, one.id, day, said.note))
    if one.kind == "release":
        heir = await turn.see(deciding.proposed, one.id)
        if heir:
            return await turn.do(managing.ask_hand_why, one.assignment_id, heir)
        return await turn.do(managing.ask_to_whom, one.assignment_id)
    return _beside(await turn.do(deciding.grant, one.id, None, said.note or said.reason))


async def _and_other_work(turn: Turn, said: Decision, one: Waiting, beside: int) -> Message | None:
    """«159 đạt. 144 nhắc Bắc mai nộp nốt»: what is said of other work is no word on this one; both
    are read back, and of what is not understood that is said."""
    number = (await turn.see(typed.one, one.assignment_id)).number
    what = at_once.APPROVE if said.kind == "yes" else "back"
    rest = turn.reading.of(said.reason).after_number
    other = at_once.NumberSaid(beside, at_once.UNCLEAR, note=rest)
    return await turn.do(at_once.ask, [at_once.NumberSaid(number, what), other])


def _beside(answer: Message | None) -> Message | None:
    """What asked for it turns into its result where it stands; the answer is a message of its
    own."""
    return replace(answer, place=Place.NEW, card="") if answer else None


async def _judge(turn: Turn, said: Decision, one: Waiting) -> Response:
    if said.kind == "yes":
        return _beside(await turn.do(verdicts.approve, one.id, said.reason))
    why = turn.reading.of(said.reason)
    if not said.reason or why.is_only_new_limit:
        return await turn.do(verdicts.ask_return, one.id, why.due.at if said.reason else None)
    if why.limits_if:
        return await back_if(turn, one.assignment_id, why)
    return _beside(await turn.do(verdicts.send_back, one.id, said.reason, why.new_limit))


async def back_if(turn: Turn, assignment_id: int, why: Reading) -> Response:
    """«trả lại 144, nếu mai kịp thì mai nộp»: with which limit it goes back is shown before."""
    a = await turn.see(typed.one, assignment_id)
    back = at_once.NumberSaid(a.number, "back", why.new_limit, note=why.text)
    return await turn.do(at_once.ask, [back])


async def _wanting_too(turn: Turn, said: Decision) -> Response:
    """«thiếu địa chỉ và số điện thoại», just after a return: why, with what was said before."""
    more = said.kind == "return" and said.loose and not turn.card
    given = await turn.see(verdicts.returned_last) if more else None
    if given is None:
        return PASS
    return await turn.do(words.ask_verdict, given[0], False, f"{given[1]}; {said.reason}")


async def _hand(turn: Turn, said: Decision, assignment_id: int) -> Response:
    """Read back; «…, hạn thứ 7» behind it is its new limit, and no reason."""
    person = await _person(turn, said.who)
    if person is None or not await _is_its_lead(turn, said, assignment_id):
        return PASS
    due, why = turn.reading.of(said.reason).limit_besides
    if due is None and why != said.reason:
        raise Refusal("matter_day")
    if due and not why:
        return await turn.do(managing.ask_hand_why, assignment_id, person, "", due)
    if due:
        number = (await turn.see(typed.one, assignment_id)).number
        handed = at_once.NumberSaid(number, "hand", due, person, why)
        return await turn.do(at_once.ask, [handed])
    return await turn.do(words.ask_hand, assignment_id, person, said.reason)


async def _is_its_lead(turn: Turn, said: Decision, assignment_id: int) -> bool:
    """«làm thay Bắc»: whoever is named so has it now; other words name another piece of work."""
    former = await _person(turn, said.instead)
    now = (await turn.see(typed.one, assignment_id)).lead_id
    return not said.instead or former == now


async def _person(turn: Turn, who: str) -> int | None:
    """The one colleague whom these words name, and nobody but them."""
    return turn.reading.of(who).is_name_of(await turn.see(colleagues)) if who else None


async def _numbered(turn: Turn, said: Decision) -> Assignment | None:
    return await turn.see(words.numbered, said.number) if said.number else None


async def _listed(turn: Turn, said: Decision) -> Assignment | None:
    """«2 gia hạn 27/11»: the second of what is overdue in the report, where no work has that
    number; which it is is read back."""
    leads = turn.actor.is_any(Role.LEADER) and turn.actor.may(Permission.READ_DIGEST)
    found = await turn.see(readers.overdue_listed, said.number) if said.number and leads else 0
    return await turn.see(typed.one, found) if found else None


@router.button("v.pick")
async def on_pick(turn: Turn) -> Message | None:
    """Which of several was meant: decided with the words that were kept."""
    asked = (e for e in turn.waiting if (e.topic, e.subject) == (words.VERDICT, turn.subject))
    kept = next(asked, None)
    kind, _, number = turn.arg.partition(".")
    if kept is None:
        raise Refusal("words_gone")
    there = await turn.saying(str(kept.answers["text"]))
    found = [*await turn.see(words.waiting), *await turn.see(words.wishes)]
    one = next((w for w in found if (w.kind, str(w.id)) == (kind, number)), None)
    said = there.reading.decision
    if one is None or said is None:
        raise Refusal("words_gone")
    turn.receipt.over = words.VERDICT, turn.subject
    answer = await _decide(there, said, one)
    return None if answer is PASS or answer is None else instead(answer)


@router.topic(words.VERDICT, hears=Hears.CHOICE)
async def on_pick_said(turn: Turn) -> Response:
    """«149», «cái thứ 2», «cả hai» instead of a tap; several are read back together."""
    kept = turn.heard.answers if turn.heard else {}
    found = [Waiting(*pick) for pick in kept.get("picks", ())]
    labels = await turn.see(typed.labels, [one.assignment_id for one in found])
    meant = turn.reading.choice_among(labels)
    if meant is None or turn.heard is None:
        return PASS
    if not meant:
        return await turn.do(leading.leave_question, words.VERDICT, turn.heard.subject)
    there = await turn.saying(str(kept["text"]))
    said = there.reading.decision
    if said is None:
        return PASS
    turn.receipt.over = words.VERDICT, turn.heard.subject
    if len(meant) == 1:
        return await _decide(there, said, found[meant[0]])
    return await _decide_all(there, said, [found[place] for place in meant])


async def _decide_all(turn: Turn, said: Decision, found: Sequence[Waiting]) -> Response:
    """«đạt», and then «cả hai»: shown before it is done."""
    what = {"yes": at_once.APPROVE, "return": "back"}.get(said.kind)
    works = [await turn.see(typed.one, one.assignment_id) for one in found]
    wanted = [at_once.NumberSaid(a.number, what or "", note=said.reason) for a in works]
    return await turn.do(at_once.ask, wanted) if what else PASS


# what was read back


@router.button("v.go")
async def on_go(turn: Turn) -> Message | None:
    return await turn.do(words.carry_out, turn.subject)


@router.button("v.remind")
async def on_remind(turn: Turn) -> Message | None:
    return await turn.do(reminding.remind_person, turn.subject)


@router.topic(reminding.TOPIC, hears=chosen)
async def on_remind_said(turn: Turn) -> Response:
    """«gửi» typed instead of tapped."""
    return await turn.do(reminding.remind_person, turn.about) if turn.reading.sends else PASS


@router.topic(words.ORDER, hears=chosen)
async def on_go_said(turn: Turn) -> Response:
    """«đúng», «gửi đi», «thôi» typed instead of tapped."""
    if turn.heard is None or not turn.reading.plainly:
        return PASS
    if turn.reading.sends:
        return await turn.do(words.carry_out, turn.heard.subject)
    return await turn.do(leading.leave_question, words.ORDER, turn.heard.subject)
