"""The visit in the chat: who goes, arrived, what was found, what is asked of the body."""

from collections.abc import Sequence

from actions.assignments.typed import WHICH
from actions.assignments.whom import colleagues
from actions.checklists import beginning
from actions.supervision import (
    concluding,
    guests,
    noting,
    on_the_spot,
    recommending,
    stepping,
    team,
)
from domain.access import Permission
from domain.dialogue import Hears
from domain.evidence import Proof
from domain.letters import Message, Press
from domain.refusals import Refusal
from domain.unkept import RESIDENTS, Unkept
from domain.visits import PREFIX, RECOMMEND, Advice, Finding, Noted, Sort
from domain.visits import number_of as number_in
from handlers.kit.addressee import chosen, is_aside, is_other_work, somebody
from handlers.kit.buttons import number_of
from handlers.kit.proofs import proof_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.kit.unfit import unfit
from handlers.supervision.concluding import agrees_later, asked
from language import Reading

router = Router()
COMES = ("comes", "comes_not")
NOTED_AS = (*(sort.value for sort in Sort), RECOMMEND)


@router.button("v.team")
async def on_ask_team(turn: Turn) -> Message | None:
    return await turn.do(team.ask, turn.subject, team.TEAM)


@router.topic(team.TEAM, hears=somebody)
async def on_team(turn: Turn) -> Message | None:
    return await turn.do(team.set_team, turn.about, turn.reading.team)


@router.button("v.where")
async def on_where(turn: Turn) -> Message | None:
    return await turn.see(team.where, turn.subject)


@router.button("v.comes")
async def on_comes(turn: Turn) -> Message | None:
    return await turn.do(team.come, turn.subject, True)


@router.button("v.not")
async def on_comes_not(turn: Turn) -> Message | None:
    return await turn.do(team.come, turn.subject, False)


@router.button("v.check")
async def on_check(turn: Turn) -> Message | None:
    """What is looked at there, the critical items first."""
    number = number_in(await turn.see(stepping.code_of, turn.subject))
    return await turn.do(beginning.visit, PREFIX, number)


@router.button("v.arrive", lane="visit")
async def on_arrive(turn: Turn) -> Message | None:
    return await turn.do(on_the_spot.arrive, turn.subject)


@router.said("visit_here", may=Permission.SUPERVISE)
async def on_here(turn: Turn) -> Response:
    """«đã đến», «biên bản xong», «gửi dự thảo»: of the one visit that they are on."""
    does = turn.reading.said_here
    if does == "found" and turn.waiting:
        open_ones = [one for one in turn.waiting if one.topic == on_the_spot.FOUND]
        return await _noted(turn, open_ones[0].subject) if open_ones else PASS
    if does in COMES and (turn.waiting or turn.spoken_of.partition(":")[0] == "assignment"):
        return PASS
    visit_id = await turn.see(on_the_spot.which_here, does) if does else 0
    if does == "arrived" and not visit_id and (there := await turn.see(on_the_spot.noting_today)):
        return await turn.do(on_the_spot.ask_found, there)
    if not visit_id:
        return PASS
    match does:
        case "arrived":
            return await turn.do(on_the_spot.arrive, visit_id)
        case "comes" | "comes_not":
            why = turn.reading.why_not_here
            return await turn.do(team.come, visit_id, does == "comes", why)
        case "minutes":
            return await turn.do(concluding.ask_result, visit_id)
        case "draft":
            return await turn.do(concluding.draft, visit_id)
        case "score":
            return await turn.see(on_the_spot.ask_items, visit_id)
        case "there":
            return await turn.do(on_the_spot.ask_there, visit_id, turn.reading.noted_there)
        case "found":
            return await _noted(turn, visit_id)
    why = turn.reading.why_not_here
    return await turn.do(concluding.agree, visit_id, does == "agrees", why)


@router.acknowledges(team.GOING)
async def on_going(turn: Turn) -> Response:
    """«ok», «dạ», just after it was said when the team gathers."""
    return await turn.do(team.come, int(turn.spoken_of.partition(":")[2]), True)


@router.declines(team.GOING)
async def on_going_or_not(turn: Turn) -> Response:
    """«bận rồi ạ», «em đi được»; «không đồng ý» is said of no day."""
    way, why = turn.reading.going
    if not way:
        return PASS
    return await turn.do(team.come, int(turn.spoken_of.partition(":")[2]), way == "yes", why)


async def going_there(turn: Turn) -> Response:
    """The same later, of the one visit that they were told of, before it is taken for work."""
    way, why = turn.reading.going
    if not way or turn.attachment or not turn.actor.may(Permission.SUPERVISE):
        return PASS
    visit_id = await turn.see(on_the_spot.which_here, "comes")
    return await turn.do(team.come, visit_id, way == "yes", why) if visit_id else PASS


@router.question(on_the_spot.THERE)
async def on_there_typed(turn: Turn) -> Response:
    """«ok» to «đã đến?»"""
    return await on_there(turn) if turn.reading.plainly == "yes" else PASS


@router.button("v.there")
async def on_there(turn: Turn) -> Message | None:
    def read(words: str) -> on_the_spot.Notes:
        return turn.reading.of(words).noted().found

    visit_id = turn.about if turn.heard else turn.subject
    return await turn.do(on_the_spot.arrive_noting, visit_id, read)


async def hang(turn: Turn, number: int) -> Response:
    """A photo under «GS15», with words or without: evidence of that visit; where it can be none,
    it is passed on."""
    words = turn.reading.besides_things
    if no := await unfit(turn, words, RESIDENTS):
        return no
    try:
        return await judged(turn, await turn.see(on_the_spot.made_by_number, number), words)
    except Refusal:
        return PASS


async def visits_beside(turn: Turn) -> Sequence[Press]:
    """The visits at which they are, to be tapped beside somebody's work."""
    here = await turn.see(on_the_spot.in_hand) if turn.actor.may(Permission.SUPERVISE) else ()
    said = str(turn.incoming.number)
    return [Press("v.hang", visit_id, said, label=code) for visit_id, code in here]


@router.button("v.hang")
async def on_hang(turn: Turn) -> Message | None:
    """It is of the visit, and of no work."""
    asked = (e for e in turn.waiting if (e.topic, str(e.subject)) == (WHICH, turn.arg))
    waited = next(asked, None)
    if waited is None:
        raise Refusal("words_gone")
    proofs = [Proof(**{**kept}) for kept in waited.answers.get("proofs", ())]
    may_be = turn.reading.of(str(waited.answers.get("text", ""))).asked_kinds
    return await turn.do(noting.hang_asked, turn.subject, waited, proofs, may_be)


async def said_there(turn: Turn) -> Response:
    """«thiếu sổ theo dõi» from whoever is on a visit, and names no work: it is asked whether that
    was found there, before it is taken for work of theirs; «xong» ends what is noted."""
    if (agreed := await agrees_later(turn)) is not PASS:
        return agreed
    names_work = turn.reading.numbers or turn.reading.names_assignment or turn.attachment
    noting_at = [one.subject for one in turn.waiting if one.topic == on_the_spot.FOUND]
    if turn.reading.ends_notes and noting_at and not names_work:
        return await turn.do(on_the_spot.end_notes, noting_at[0])
    if names_work or turn.reading.asks or len(turn.reading.finding_kinds) > 1:
        return PASS
    here = await visits_beside(turn)
    if len(here) != 1:
        return PASS
    if no := await unfit(turn, turn.text, RESIDENTS):
        return no
    return await turn.do(noting.ask_doubt, here[0].subject, turn.text, turn.reading.asked_kinds)


async def loose_note(turn: Turn) -> Response:
    """Words of somebody who is on a visit, which nothing else understood: they are kept, and it is
    asked what they are."""
    is_told = bool(turn.text) and not turn.reading.asks
    here = is_told and turn.actor.may(Permission.SUPERVISE)
    visit_id = await turn.see(on_the_spot.noting_today) if here else 0
    if not visit_id:
        return PASS
    if no := await unfit(turn, turn.text, RESIDENTS):
        return no
    may_be = turn.reading.asked_kinds
    return await turn.do(noting.ask_doubt, visit_id, turn.text, may_be, proof_of(turn))


@router.button("v.found")
async def on_ask_found(turn: Turn) -> Message | None:
    return await turn.do(on_the_spot.ask_found, turn.subject)


@router.topic(on_the_spot.FOUND, hears=Hears.LINE)
async def on_found(turn: Turn) -> Response:
    return await _noted(turn, turn.about)


async def _noted(turn: Turn, visit_id: int) -> Response:
    """A note, or what is said of one; what names something of its own is no note, and what may be
    none is asked."""
    reading = turn.reading
    if (agreed := await agrees_later(turn)) is not PASS:
        return agreed
    if reading.struck:
        return await strike(turn, visit_id, reading)
    if reading.ends_notes and not turn.attachment:
        return await turn.do(on_the_spot.end_notes, visit_id)
    if reading.guest_words:
        return await turn.do(guests.take_down_at, visit_id, reading.guest_words)
    if reading.intent == "checklist_marks":
        raise Refusal("checklist_none")
    if (words := reading.recommended) and len(reading.noted().asked) == 1:
        return await turn.do(recommending.recommend, visit_id, *asked(turn, words))
    if reading.names_visit or await _is_no_note(turn):
        return PASS
    last = await _last_note(turn, visit_id) if reading.note_anew and not turn.attachment else None
    if last:
        return await _anew(turn, visit_id, last)
    if no := await unfit(turn, turn.text, RESIDENTS):
        return no
    return await judged(turn, visit_id, turn.text)


async def _last_note(turn: Turn, visit_id: int) -> Finding | None:
    return next(reversed(await turn.see(on_the_spot.notes, visit_id)), None)


async def _anew(turn: Turn, visit_id: int, note: Finding) -> Message | None:
    """«à 2 quầy thôi»: of the note that was written last; where it is not plain what of it, it is
    asked."""
    words = turn.reading.puts_right(note.words)
    if words is None:
        code = await turn.see(stepping.code_of, visit_id)
        raise Refusal("visit_which_wrong", code=code, words=note.words)
    if no := await unfit(turn, words, RESIDENTS):
        return no
    return await turn.do(noting.say_anew, visit_id, note.id, words)


async def judged(turn: Turn, visit_id: int, words: str, first: str = "") -> Message | None:
    """What is plainly a finding is written down, one shortly, several, or what puts one right, in
    full; all else is asked."""
    said, about = noted(turn, words, first)
    if said.wrong and said.many == 1 and not turn.attachment:
        return await turn.do(noting.put_right, visit_id, said)
    may_be = said.may_be or await _said_to_somebody(turn, words, first)
    if may_be:
        return await turn.do(noting.ask_doubt, visit_id, words, may_be, proof_of(turn))
    named = names_somebody(turn)
    if said.many > 1:
        return await turn.do(noting.note_all, visit_id, said, about, proof_of(turn), named=named)
    return await turn.do(on_the_spot.find, visit_id, said.found, proof_of(turn), named=named)


async def _said_to_somebody(turn: Turn, words: str, first: str) -> Sequence[str]:
    """«Sơn chưa chụp bảng phí»: to a colleague, or of one; a label makes it a note."""
    reading = turn.reading.of(words)
    if first or not words or reading.said_here == "found":
        return ()
    loud = reading.asks or reading.is_called or reading.changes_note or reading.said_here
    is_loud = loud or reading.calls_first(await turn.see(colleagues))
    return reading.asked_kinds if is_loud else ()


def names_somebody(turn: Turn) -> bool:
    """Whoever reads the card reads that name."""
    return Unkept.NAMED in turn.reading.unkept


def noted(turn: Turn, words: str, first: str = "") -> noting.Told:
    """What a line says of a visit, each by itself; of each recommendation until when."""
    said = turn.reading.of(words).noted(first) if words else Noted()
    return said, tuple(Advice(*asked(turn, one)) for one in said.asked)


async def _is_no_note(turn: Turn) -> bool:
    """An aside, other work, what is said to a colleague; a label or a photo makes it a note."""
    reading = turn.reading
    if turn.attachment or reading.said_here == "found":
        return False
    if turn.text.startswith("/"):
        return True
    if is_aside(reading) or is_other_work(reading) or reading.wishes_for_time:
        return True
    people = await turn.see(colleagues)
    handed = any(line.handed for line in reading.work_lines(people))
    return handed or (":" in reading.text and reading.calls_first(people))


@router.topic(noting.DOUBT, hears=chosen)
async def on_doubt(turn: Turn) -> Response:
    """«ưu điểm», «ghi», «không»; a mere «ok» says not which; other words are read for
    themselves."""
    way, reading = turn.reading.noted_as, turn.reading
    if turn.attachment or turn.heard is None or not (way or reading.plainly):
        return PASS
    likely: str = turn.heard.answers["may_be"][0]
    return await _end_doubt(turn, turn.about, likely if way == "write" else way)


@router.button("v.note", "v.nonote")
async def on_doubted(turn: Turn) -> Message | None:
    way = turn.arg if turn.verb == "v.note" else noting.NONE
    if way not in (*NOTED_AS, noting.NONE):
        raise Refusal("unknown_button")
    return await _end_doubt(turn, turn.subject, way)


async def _end_doubt(turn: Turn, asked_of: int, way: str) -> Message | None:
    def read(words: str, way: str) -> noting.Told:
        return noted(turn, words, way)

    return await turn.do(noting.end_doubt, asked_of, read, way)


async def strike(turn: Turn, visit_id: int, said: Reading) -> Message | None:
    """The note that the words mean; where that is not plain, they are shown."""
    meant = said.strikes_of(await turn.see(on_the_spot.notes, visit_id))
    return await turn.do(on_the_spot.strike, visit_id, meant.id if meant else 0)


@router.button("v.strike")
async def on_strike(turn: Turn) -> Message | None:
    return await turn.do(on_the_spot.strike, turn.subject, number_of(turn))


@router.reply("visit")
async def on_reply(turn: Turn) -> Response:
    """Words or a photo right under its card."""
    return await _noted(turn, int(turn.card.partition(":")[2]))
