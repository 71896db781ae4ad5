"""«Theo dõi» in the chat: raised in a line or by taps, opened by a code, stepped on."""

from actions.assignments.whom import colleagues
from actions.conclusions import remarks
from actions.conclusions.answering import CONCLUDE
from actions.matters import (
    asking,
    labels,
    lists,
    notes,
    owning,
    raising,
    recording,
    stepping,
)
from actions.start import other_door
from actions.supervision.on_the_spot import which_here
from actions.supervision.recommending import recommend
from domain.access import Permission
from domain.dialogue import Expectation, Hears
from domain.letters import Message
from domain.matter_kinds import (
    CONCLUSION,
    DECISION,
    DIFFICULTY,
    OPINION,
    RECOMMENDATION,
    REMARK,
    RESPONSE,
    kind_of,
)
from domain.matters import Given, Need
from domain.refusals import Refusal
from handlers.assignments.concluded_lines import several_concluded
from handlers.conclusions.items import concluded_in_words
from handlers.conclusions.opening import concluded_alone
from handlers.kit.addressee import somebody
from handlers.kit.buttons import number_of
from handlers.kit.named import assigned, ordered_of
from handlers.kit.people import person_meant
from handlers.kit.proofs import proof_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.kit.unfit import COMPLAINT, unfit
from handlers.supervision.concluding import asked
from language import Reading

router = Router()
WORDLESS = {"voice": "🎙", "photo": "📷", "video": "📷", "document": "📎"}
"""What says it all stands for words: whoever sorts listens or looks, and says what it is about."""


@router.command("theodoi")
@router.said("matters")
@router.button("m.list")
async def on_list(turn: Turn) -> Message | None:
    return await turn.see(lists.followed, turn.arg, turn.subject)


@router.said("opinions", may=Permission.FOLLOW_MATTERS)
async def on_opinions(turn: Turn) -> Message | None:
    """«ý kiến», «ý kiến quá hạn»: what is late stands first."""
    return await turn.see(lists.followed, OPINION.code)


@router.said("difficulties", may=Permission.FOLLOW_MATTERS)
async def on_difficulties(turn: Turn) -> Message | None:
    return await turn.see(lists.followed, DIFFICULTY.code)


@router.said("report_asked")
async def on_asked(turn: Turn) -> Response:
    """«việc xin ý kiến»"""
    may = turn.actor.may(Permission.READ_DIGEST)
    return await turn.see(lists.followed, DECISION.code) if may else PASS


@router.button("m.open")
async def on_open(turn: Turn) -> Message | None:
    return await turn.see(lists.open_matter, turn.subject)


@router.button("m.new")
@router.said("new_matter")
async def on_new(turn: Turn) -> Message | None:
    return await turn.see(raising.kinds_page)


@router.choice("m.raise")
async def on_raise(turn: Turn) -> Message | None:
    return await turn.do(raising.ask_words, turn.arg)


@router.topic(raising.TOPIC, hears=Hears.LINE)
async def on_words(turn: Turn) -> Message | None:
    return await _raise(turn, turn.heard.answers["kind"] if turn.heard else "", turn.text)


@router.said("matter_raised", may=Permission.FOLLOW_MATTERS)
async def on_line(turn: Turn) -> Response:
    """«khó khăn: đường vào thôn sạt lở»; under something else it speaks of that."""
    said = turn.reading.raised
    replies = turn.message is not None and turn.message.reply_to is not None
    if said is None or replies:
        return PASS
    if said.kind == RECOMMENDATION.code and (visit := await _visit_here(turn)):
        return await turn.do(recommend, visit, *asked(turn, said.words))
    if said.kind == CONCLUSION.code and (several := await several_concluded(turn)) is not PASS:
        return several
    return await _raise(turn, said.kind, said.words)


async def _visit_here(turn: Turn) -> int:
    """The visit that they are on: what they recommend is of it, and of the body that it is to."""
    may = turn.actor.may(Permission.SUPERVISE)
    return await turn.see(which_here, "recommended") if may else 0


async def _raise(turn: Turn, kind: str, words: str) -> Message | None:
    """A complaint or denunciation has its own door by law, and nothing of it is kept."""
    if turn.reading.of(words).meaning("none").intent == COMPLAINT:
        return await turn.see(other_door, "complaint")
    of_field = kind_of(kind).unkept
    if no := await unfit(turn, words, of_field):
        return no
    proof = proof_of(turn)
    spoken = words or (WORDLESS.get(proof.kind, "") if proof and of_field else "")
    if kind_of(kind).given_at_once:
        said = await assigned(turn, words)
        if kind == REMARK.code and not proof:
            named = [said.person_id] if said.person_id else None
            to = named or await _said_to(turn, turn.reading.of(words))
            return await turn.do(remarks.say_to, words, to, said.due)
        if kind == CONCLUSION.code and not proof:
            return await concluded_alone(turn, words)
        return await turn.do(recording.raise_matter, kind, spoken, proof, said=said)
    of = turn.reading.of(words)
    return await turn.do(recording.raise_matter, kind, spoken, proof, of.labels, of.weight)


async def _said_to(turn: Turn, said: Reading) -> list[int]:
    """«chị Mây rà lại hộ nghèo», «KTGS phải xong»: whom the words name."""
    found = await ordered_of(turn, said)
    if found or not turn.actor.may(Permission.OWN_WORK):
        return found
    one = said.said_to(await turn.see(colleagues)).one
    return [one] if one else []


@router.button("m.step", lane="matter")
async def on_step(turn: Turn) -> Message | None:
    version, _, event = turn.arg.partition(".")
    if not (version.isascii() and version.isdigit()):
        raise Refusal("unknown_button")
    return await turn.do(stepping.press_step, turn.subject, event, int(version))


def _ears(open_one: Expectation) -> frozenset[Hears]:
    """An answer is carried on in whatever words it has: «nhất trí» too."""
    words = open_one.answers.get("asks") == Need.ANSWER
    return frozenset({Hears.ANYTHING if words else Hears.LINE})


@router.topic(stepping.TOPIC, hears=_ears)
async def on_step_said(turn: Turn) -> Response:
    """The words, the number, the day or the photo that the step was waiting for."""
    waited = turn.heard.answers if turn.heard else {"event": "", "asks": ""}
    if not await turn.see(stepping.may_still, turn.about, str(waited["event"])):
        return PASS
    if waited["event"] == CONCLUDE:
        return await concluded_in_words(turn, turn.about)
    if waited["asks"] == Need.ANSWER and (no := await _unfit(turn, turn.about)):
        return no
    if waited["asks"] == Need.RETURN and not turn.reading.may_be_a_day:
        return PASS
    given = _given(turn, str(waited["asks"]))
    return await turn.do(stepping.answer_step, turn.about, waited["event"], given, proof_of(turn))


async def _unfit(turn: Turn, matter_id: int) -> Message | None:
    """What tells of the field is kept of nobody, later either."""
    if not turn.reading.unkept:
        return None
    return await unfit(turn, turn.text, await turn.see(lists.unkept_of, matter_id))


def _given(turn: Turn, asks: str) -> Given:
    if asks == Need.NUMBER:
        paper, more = turn.reading.paper_and_more
        limit = turn.reading.of(more).told_of if more else None
        if paper is None or (limit and not (limit.whole and limit.due)):
            raise Refusal("paper_form")
        due = limit.due.at if limit and limit.due else None
        return Given(paper=paper[0], paper_day=paper[1], due=due)
    if asks == Need.RETURN:
        if turn.reading.returns is None:
            raise Refusal("matter_day")
        return Given(returns_on=turn.reading.returns.date())
    return Given(words=turn.text, labels=turn.reading.labels)


@router.button("m.own")
async def on_ask_owner(turn: Turn) -> Message | None:
    return await turn.do(owning.ask, turn.subject, asking.OWNER)


@router.topic(asking.OWNER, hears=somebody)
async def on_owner(turn: Turn) -> Message | None:
    return await turn.do(owning.give_to, turn.about, await person_meant(turn))


@router.button("m.unit")
async def on_owner_unit(turn: Turn) -> Message | None:
    return await turn.do(owning.give_to_unit, turn.subject, number_of(turn))


@router.button("m.body")
async def on_ask_body(turn: Turn) -> Message | None:
    return await turn.do(owning.ask, turn.subject, asking.TO)


@router.topic(asking.TO, hears=Hears.NAME)
async def on_body(turn: Turn) -> Response:
    """A name alone: what plainly is said to us is no body."""
    if turn.reading.is_for_us:
        return PASS
    said = turn.reading.body_and_paper
    return await turn.do(owning.look_up, turn.about, said.to, said.paper)


@router.choice("m.is_body")
async def on_body_chosen(turn: Turn) -> Message | None:
    return await turn.do(owning.send_to, turn.subject, number_of(turn))


@router.choice("m.new_body")
async def on_body_added(turn: Turn) -> Message | None:
    return await turn.do(owning.add_body, turn.subject, turn.arg)


@router.button("m.basis")
async def on_ask_note(turn: Turn) -> Message | None:
    return await turn.do(notes.ask, turn.subject, turn.verb.removeprefix("m."))


@router.topic(notes.ASKED, hears=Hears.LINE)
async def on_note(turn: Turn) -> Message | None:
    event = turn.heard.answers["event"] if turn.heard else ""
    return await turn.do(notes.put, turn.about, event, turn.text)


@router.button("m.topic", "m.response", "m.answers")
async def on_labels(turn: Turn) -> Message | None:
    return await turn.see(labels.page, turn.subject, _sort(turn.verb.removeprefix("m.")))


@router.choice("m.is_topic", "m.is_response", "m.is_answer")
async def on_label(turn: Turn) -> Message | None:
    sort = _sort(turn.verb.removeprefix("m.is_"))
    return await turn.do(labels.put, turn.subject, sort, turn.arg)


def _sort(verb: str) -> str:
    """Older cards have buttons of an older name."""
    return RESPONSE if verb in ("answers", "answer") else verb


@router.button("m.due")
async def on_ask_due(turn: Turn) -> Message | None:
    return await turn.do(owning.ask, turn.subject, asking.DUE)


@router.topic(asking.DUE, hears=Hears.DAY)
async def on_due(turn: Turn) -> Message | None:
    return await turn.do(owning.set_due, turn.about, turn.reading.due.at)


@router.button("m.files")
async def on_files(turn: Turn) -> Message | None:
    return await turn.see(owning.files, turn.subject)
