"""A visit is proposed in the chat: in one line or by taps; what it meets is dealt with."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from actions.assignments.whom import colleagues
from actions.questions import leave
from actions.supervision import (
    approving,
    hiding,
    outside,
    proposing,
    radar,
    sealing,
    together,
)
from domain.access import Permission
from domain.dialogue import BY_BUTTON, PRESS, Expectation, Hears
from domain.letters import Message, Press
from domain.people import Person
from domain.refusals import Refusal
from domain.seals import TOPIC
from domain.spoken import SEVERAL
from domain.visits import How, ProposalSaid, Species
from handlers.kit.addressee import chosen, somebody
from handlers.kit.buttons import number_of
from handlers.kit.people import person_meant
from handlers.kit.router import PASS, Ears, Response, Router
from handlers.kit.turn import Turn
from language import Reading

router = Router()
NAMED = ("theme", "body")
EARS = {"species": Hears.CHOICE, "window": Hears.DAY}


@router.said("visit_proposed", may=Permission.SUPERVISE)
async def on_line(turn: Turn) -> Response:
    people = await turn.see(colleagues)
    said = turn.reading.proposal_among(people)
    if any(waited.topic == TOPIC for waited in turn.waiting):
        return await turn.do(sealing.write, said or ProposalSaid())
    if said is None:
        return PASS
    return await turn.do(proposing.begin, _looked_up(turn, said, people))


def _looked_up(turn: Turn, said: ProposalSaid, people: Sequence[Person]) -> ProposalSaid:
    """Whom the words name that say who approves it, and who goes."""

    def one(name: str) -> int | None:
        said = turn.reading.of(name)
        return turn.actor.person_id if said.is_self else said.is_name_of(people) if name else None

    team = tuple(replace(named, person_id=one(named.name)) for named in said.team)
    return replace(said, approver_id=one(said.approver), team=team)


@router.button("v.begin")
@router.said("new_visit")
async def on_begin(turn: Turn) -> Message | None:
    return await turn.do(proposing.begin, ProposalSaid())


def _ears(waited: Expectation) -> Ears:
    return frozenset({EARS.get(str(waited.answers.get("asks")), Hears.NAME)})


@router.topic(proposing.FORM, hears=_ears)
async def on_typed(turn: Turn) -> Response:
    """What names a visit is about that one; «thôi» leaves the form."""
    if turn.heard and (turn.reading.leaves or turn.reading.drops_it) and not turn.attachment:
        return await turn.do(leave, turn.heard)
    if turn.reading.only_errs:
        raise Refusal("visit_form_errs")
    if turn.reading.names_visit or turn.attachment:
        return PASS
    asks = turn.heard.answers["asks"] if turn.heard else ""
    if turn.reading.is_new_name and turn.heard and asks in NAMED:
        return await _as_new(turn, str(asks), typed=bool(turn.heard.answers.get(asks)))
    people = await turn.see(colleagues)
    said = _looked_up(turn, _said(turn, str(asks), people), people)
    return await turn.do(proposing.answer, said)


async def _as_new(turn: Turn, asks: str, *, typed: bool) -> Message | None:
    """«ghi mới» is the button; before a name was typed it is asked for once more."""
    if typed:
        return await turn.do(proposing.add_new, asks)
    return await turn.do(proposing.answer, ProposalSaid())


def _said(turn: Turn, asks: str, people: Sequence[Person]) -> ProposalSaid:
    """One of the four, as it was typed; a whole line says them all, or what is beside them."""
    reading = turn.reading
    if said := reading.proposal_among(people) or reading.beside_proposal(people):
        return said
    if parts := reading.form_parts or reading.meant_parts(asks if asks in NAMED else NAMED[0]):
        return _parts(turn, parts) or _misread(parts)
    if _is_no_name(reading):
        raise Refusal("visit_form_errs")
    return _parts(turn, {asks: reading.text}) or _misread({asks: ""})


def _is_no_name(reading: Reading) -> bool:
    """«chờ em hỏi», «đã đến», «4 chứ không phải 3»: said of something else."""
    other = reading.is_talk or reading.note_anew or reading.corrected or reading.said_here
    return bool(other) and not reading.begins_body


def _misread(parts: Mapping[str, str]) -> ProposalSaid:
    raise Refusal("visit_window" if "window" in parts else "visit_species_form")


def _parts(turn: Turn, parts: Mapping[str, str]) -> ProposalSaid | None:
    """«sửa đơn vị: UBND Trà Cổ; nội dung là niêm yết»: whichever is asked for; «ghi mới» is no
    name."""
    found = ProposalSaid()
    for part, words in parts.items():
        said = turn.reading.of(words)
        name = said.name_chosen
        if part == "body":
            found = replace(found, body=name, private=said.of(name).names_private)
        elif part == "theme":
            found = replace(found, theme=name)
        elif part and said.window:
            found = replace(found, first=said.window[0], last=said.window[1])
        else:
            return None
    return found if parts else None


@router.topic(proposing.OPENNESS, hears=chosen)
async def on_openness(turn: Turn) -> Response:
    """A mere yes is of what the line said, and where it did not, says neither; «thôi» leaves it,
    and nothing is written down."""
    if turn.heard and (turn.reading.leaves or turn.reading.drops_it):
        return await turn.do(leave, turn.heard)
    if turn.reading.only_errs:
        raise Refusal("visit_form_errs")
    if not turn.reading.plainly:
        return await _beside(turn)
    if turn.reading.plainly == "yes" and turn.heard and turn.heard.answers.get("announced"):
        return await turn.do(proposing.decide, turn.about, False)
    raise Refusal("visit_openness")


async def _beside(turn: Turn) -> Response:
    """«đoàn Trận, Lụa», «8h thứ tư», «sửa đơn vị: …»: of the proposal that is read back."""
    people = await turn.see(colleagues)
    parts = turn.reading.form_parts or turn.reading.meant_parts()
    beside = turn.reading.beside_proposal(people) or _parts(turn, parts)
    said = None if turn.attachment else beside
    if said is None:
        return PASS
    return await turn.do(proposing.add, turn.about, _looked_up(turn, said, people))


@router.said("visit_openness", may=Permission.SUPERVISE)
async def on_openness_said(turn: Turn) -> Response:
    """«đi đột xuất nhé»: of the newest proposal that waits for it, or was made just now."""
    hidden = turn.reading.openness == "hidden"
    asked = next((one for one in turn.waiting if one.topic == proposing.OPENNESS), None)
    if asked:
        return await turn.do(proposing.decide, asked.subject, hidden)
    visit_id = await turn.see(hiding.just_proposed) if hidden else 0
    return await turn.do(hiding.hide, visit_id) if visit_id else PASS


@router.button("v.undecided")
async def on_undecided(turn: Turn) -> Message | None:
    return await turn.do(proposing.ask_again, turn.subject)


@router.button("v.openly", "v.sudden")
async def on_decided(turn: Turn) -> Message | None:
    return await turn.do(proposing.decide, turn.subject, turn.verb == "v.sudden")


@router.topic(approving.TOPIC, hears=somebody)
async def on_approver_typed(turn: Turn) -> Message | None:
    """«Khải», «bác Khải duyệt nhé»."""
    beside = turn.reading.beside_proposal(await turn.see(colleagues))
    name = beside.approver if beside else ""
    return await turn.do(approving.choose, turn.about, await person_meant(turn, name))


@router.button("v.whoapproves")
async def on_ask_approver(turn: Turn) -> Message | None:
    return await turn.do(approving.ask_anew, turn.subject)


@router.button("v.approver", lane="visit")
async def on_approver(turn: Turn) -> Message | None:
    return await turn.do(approving.choose, turn.subject, number_of(turn))


@router.declines(together.WISH)
async def on_wish_refused(turn: Turn) -> Response:
    """«không đồng ý», «ok đi chung», just after it was asked."""
    return await _answer_wish(turn, turn.spoken_of)


@router.carries(together.WISH)
async def on_wish_replied(turn: Turn) -> Response:
    """The same, and a plain yes, as a reply to it."""
    return await _answer_wish(turn, turn.card)


async def _answer_wish(turn: Turn, wish: str) -> Response:
    agrees = turn.reading.yes_no == "yes" or turn.reading.agrees_to_join
    if turn.attachment or not (agrees or turn.reading.refuses):
        return PASS
    return await turn.do(together.say, int(wish.partition(":")[2]), not turn.reading.refuses)


@router.declines(SEVERAL.partition(":")[0])
async def on_one_refused(turn: Turn) -> Response:
    """The same, where other things were spoken of as well: it is asked once more."""
    said = turn.reading.refuses or turn.reading.agrees_to_join
    may = turn.actor.may(Permission.SUPERVISE) and said
    return (await turn.see(together.ask_again) if may else None) or PASS


@router.button("v.kind")
async def on_kind(turn: Turn) -> Message | None:
    if turn.arg not in set(Species):
        raise Refusal("unknown_button")
    return await turn.do(proposing.answer, ProposalSaid(species=Species(turn.arg)))


@router.button("v.choose")
async def on_choose(turn: Turn) -> Message | None:
    return await turn.do(proposing.choose, turn.arg, turn.subject)


@router.button("v.new")
async def on_new(turn: Turn) -> Message | None:
    return await turn.do(proposing.add_new, turn.arg)


@router.button("v.month")
async def on_month(turn: Turn) -> Message | None:
    year, _, month = turn.arg.partition("-")
    if not (year.isascii() and year.isdigit() and month.isascii() and month.isdigit()):
        raise Refusal("unknown_button")
    return await turn.do(proposing.in_month, int(year), int(month))


@router.button("v.look")
async def on_look(turn: Turn) -> Message | None:
    return await turn.see(radar.look, turn.subject)


@router.button("v.pair")
async def on_pair(turn: Turn) -> Message | None:
    return await turn.see(radar.look, turn.subject, number_of(turn))


@router.said("visit_joins", may=Permission.SUPERVISE)
async def on_joins_said(turn: Turn) -> Response:
    """«gộp đoàn», just after what a proposal meets; and once more under what was read back."""
    about, _, visit_id = turn.spoken_of.partition(":")
    is_reply = turn.message is not None and turn.message.reply_to is not None
    if about != together.JOINING or is_reply:
        return PASS
    how = How(turn.reading.joins)
    asked = next((one for one in turn.open if one.topic == BY_BUTTON), None)
    read = Press.unpack(str(asked.answers[PRESS])) if asked else None
    if read and read.verb == "v.joined" and _pair(read.arg)[1] is how:
        return await turn.do(together.ask, read.subject, *_pair(read.arg))
    return await turn.do(together.begin_meant, int(visit_id), how, turn.reading.joins_whose)


@router.said("visit_apart", may=Permission.SUPERVISE)
async def on_apart_said(turn: Turn) -> Response:
    """«giữ riêng, vì đợt cao điểm», just after what a proposal meets."""
    about, _, visit_id = turn.spoken_of.partition(":")
    return await _apart(turn, int(visit_id)) if about == together.JOINING else PASS


@router.carries(together.JOINING)
async def on_joining_replied(turn: Turn) -> Response:
    """The same, or how the two go together, as a reply to it."""
    visit_id = int(turn.card.partition(":")[2])
    if turn.reading.joins and not turn.attachment:
        how = How(turn.reading.joins)
        return await turn.do(together.begin_meant, visit_id, how, turn.reading.joins_whose)
    return await _apart(turn, visit_id)


async def _apart(turn: Turn, visit_id: int) -> Response:
    why = turn.reading.apart_why
    if why is None or turn.attachment:
        return PASS
    if not why:
        return await turn.do(together.ask_apart, visit_id)
    return await turn.do(together.set_apart, visit_id, why)


@router.acknowledges(together.WISH)
async def on_wish_agreed(turn: Turn) -> Message | None:
    """«đồng ý», just after it was asked."""
    return await turn.do(together.say, int(turn.spoken_of.partition(":")[2]), True)


@router.button("v.join", lane="visit")
async def on_join(turn: Turn) -> Message | None:
    return await turn.do(together.begin, turn.subject, *_with(turn))


@router.button("v.joined", lane="visit")
async def on_joined(turn: Turn) -> Message | None:
    return await turn.do(together.ask, turn.subject, *_with(turn))


def _with(turn: Turn) -> tuple[int, How]:
    return _pair(turn.arg)


def _pair(arg: str) -> tuple[int, How]:
    """`12.team`: with which other one, and how."""
    other, _, how = arg.partition(".")
    if how not in set(How) or not (other.isascii() and other.isdigit()):
        raise Refusal("unknown_button")
    return int(other), How(how)


@router.button("v.part", lane="visit")
async def on_part(turn: Turn) -> Message | None:
    return await turn.do(together.part, turn.subject)


@router.button("v.agree")
async def on_agree(turn: Turn) -> Message | None:
    return await turn.do(together.say, turn.subject, True)


@router.button("v.refuse")
async def on_refuse(turn: Turn) -> Message | None:
    return await turn.do(together.say, turn.subject, False)


@router.choice("v.apart")
async def on_ask_apart(turn: Turn) -> Message | None:
    return await turn.do(together.ask_apart, turn.subject)


@router.topic(together.APART, hears=Hears.REASON)
async def on_apart(turn: Turn) -> Message | None:
    return await turn.do(together.set_apart, turn.about, turn.text)


@router.topic(together.APART_ANEW, hears=chosen)
async def on_apart_anew(turn: Turn) -> Response:
    """«ok», «thôi»; other words are read for themselves."""
    if not turn.reading.plainly or turn.attachment:
        return PASS
    return await turn.do(together.set_apart_anew, turn.about, turn.reading.plainly == "yes")


@router.button("v.apartanew", "v.apartkept")
async def on_apart_chosen(turn: Turn) -> Message | None:
    return await turn.do(together.set_apart_anew, turn.subject, turn.verb == "v.apartanew")


@router.said("visits_outside", may=Permission.SUPERVISE)
async def on_outside(turn: Turn) -> Response:
    if not turn.reading.outside and (told := turn.reading.outside_told):
        return await turn.do(outside.ask_told, told)
    if not turn.reading.outside:
        raise Refusal("visit_outside_form")
    return await turn.do(outside.write_down, turn.reading.outside)


@router.button("v.outside")
async def on_add_outside(turn: Turn) -> Message | None:
    return await turn.do(outside.add_new)


@router.topic(outside.NEW, hears=chosen)
async def on_outside_said(turn: Turn) -> Response:
    """«thêm», «đúng» typed instead of tapped."""
    return await turn.do(outside.add_new) if turn.reading.sends else PASS
