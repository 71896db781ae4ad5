"""What is typed behind a code, or under a card: a step, whose it is, until when, or words."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from actions.assignments import words as verdicts
from actions.assignments.papers import from_paper
from actions.assignments.typed import Wish
from actions.assignments.whom import roster
from actions.campaigns import opening
from actions.checklists import beginning
from actions.conclusions import remarks
from actions.conclusions.answering import CONCLUDE, ReportAnswer, answer
from actions.conclusions.items import concludes, decides, item_of
from actions.matters import (
    bodies,
    labels,
    lists,
    mending,
    notes,
    owning,
    several,
    unwording,
)
from domain.access import Permission, Role
from domain.checklist_kinds import CAMPAIGN
from domain.dialogue import Expectation
from domain.letters import Message
from domain.matter_kinds import (
    BASIS,
    BY_PREFIX,
    CONCLUSION,
    DECISION,
    ELSEWHERE,
    RECOMMENDATION,
    REMARK,
    RESPONSE,
    TOPIC,
)
from domain.matters import Given
from domain.refusals import Refusal
from domain.unkept import Unkept
from handlers.conclusions.concluding import read_conclusion, understood
from handlers.conclusions.items import answered_by_codes, answered_on_card
from handlers.kit.buttons import number_of
from handlers.kit.drafted import from_paper as work_of_paper
from handlers.kit.drafted import work_from
from handlers.kit.named import assigned, ordered_of
from handlers.kit.proofs import proof_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.kit.unfit import unfit
from handlers.opinions.sorting import of_opinion
from language import MatterLine, Reading

router = Router()
ERASE, SEND, THEME = "erase", "send", "theme"


@router.said("matter_code", may=Permission.FOLLOW_MATTERS)
async def on_code(turn: Turn) -> Response:
    code = turn.reading.matter_code
    if code is None:
        return PASS
    if proof := proof_of(turn):
        return await turn.do(several.note_one, *code, proof)
    if campaign := await _campaign(turn):
        return campaign
    return await _matter_or_paper(turn, code)


async def _campaign(turn: Turn) -> Message | None:
    """«cd-01» in two figures is CDI-01, where there is such a campaign; a remark's has three."""
    line = turn.reading.campaign_line
    if line is None or not line.by_code or not await turn.see(opening.under_way, line.number):
        return None
    return await turn.see(beginning.open_by_code, CAMPAIGN.prefix, line.number)


async def _matter_or_paper(turn: Turn, code: tuple[str, int]) -> Message | None:
    """«cv 312» is a letter that is followed, or else a paper that brought work."""
    try:
        return await turn.see(lists.open_by_code, *code)
    except Refusal:
        paper = turn.reading.paper_asked if turn.actor.may(Permission.OWN_WORK) else None
        work_from_it = await turn.see(from_paper, paper.number, paper.day) if paper else None
        if work_from_it is None:
            raise
        return work_from_it


@router.said("matter_line", "answered_by_code", may=Permission.FOLLOW_MATTERS)
async def on_line(turn: Turn) -> Response:
    """«KN31 KN32 số 142 ngày 30/11»; what is no step is words to the one that is named."""
    if (answered := await answered_by_codes(turn)) is not PASS:
        return answered
    said = turn.reading.matter_line
    if said is None:
        return PASS
    if turn.reading.paper_asked:
        return await _matter_or_paper(turn, said.codes[0])
    if (paper := await _new_paper(turn, said.codes[0])) is not PASS:
        return paper
    return await _said_of(turn, said)


@router.said("matters_each", may=Permission.FOLLOW_MATTERS)
async def on_each(turn: Turn) -> Response:
    """«KN21 gửi UBND Trà Cổ hạn 20/12, KN22 hạn 25/12»; all else is said of one at a time."""
    said = turn.reading.matters_each
    told = [turn.reading.of(words).told_of for _, words in said]
    if turn.attachment or not all(one.whole and not one.unclear for one in told):
        codes = [f"{prefix}{number}" for (prefix, number), _ in said]
        raise Refusal("matter_one_each", codes=codes)
    each = [(code, await assigned(turn, words, alone=True)) for code, words in said]
    if called := next((one.called for _, one in each if one.called), ""):
        raise Refusal("whom_of_matter", called=called)
    return await turn.do(owning.say_of_each, each)


async def _new_paper(turn: Turn, code: tuple[str, int]) -> Response:
    """«CV 45 ngày 20/11, hạn 30/11» is a paper that came; without its day only where no letter
    that is followed has this code."""
    paper = turn.reading.incoming_paper
    if not (paper and turn.reading.brings_a_paper and turn.actor.may(Permission.OWN_WORK)):
        return PASS
    followed = None if paper.day else await turn.see(lists.is_followed, *code)
    return PASS if followed else await work_of_paper(turn, paper)


@router.reply("matter")
async def under_card(turn: Turn) -> Response:
    """Words or a photo right under its card are as if behind its code."""
    matter_id = int(turn.card.partition(":")[2])
    if (answered := await answered_on_card(turn, matter_id)) is not PASS:
        return answered
    code = await turn.see(lists.code_of, matter_id)
    behind = await turn.saying(f"{code} {turn.text}".strip())
    said = behind.reading.matter_line
    return await (_said_of(behind, said, is_reply=True) if said else on_code(behind))


async def _said_of(turn: Turn, said: MatterLine, *, is_reply: bool = False) -> Response:
    (prefix, number), events, of_all = said.codes[0], said.step.events, turn.reading.of(said.all)
    if beside := next((one for one in (ELSEWHERE, TOPIC) if one in events), ""):
        return await _beside(turn, said, beside)
    if ERASE in events and (said.step.apart or not said.step.words):
        return await turn.see(unwording.which_words, prefix, number)
    if ERASE in events:
        return await _words(turn, said, is_reply=is_reply)
    if no := await unfit(turn, said.all, _unkept(said)):
        return no
    if len(said.codes) == 1 and of_all.asks_of and not turn.attachment:
        return await turn.see(lists.open_by_code, prefix, number)
    if (heard := await of_opinion(turn, said)) is not PASS:
        return heard
    if (ordered := await _ordered(turn, said)) is not PASS:
        return ordered
    if not (events or turn.attachment or len(said.codes) > 1):
        if of_all.corrected:
            return await turn.do(mending.put_right_in, prefix, number, *of_all.corrected)
        if anew := _worded_anew(prefix, of_all):
            return await turn.do(mending.reword, prefix, number, anew)
    if of_all.told_of.whole and not (said.is_step_alone or turn.attachment):
        return await _assigned(turn, prefix, number, said.all)
    if prefix == DECISION.prefix and (not events or (CONCLUDE in events and said.step.words)):
        return await _of_decision(turn, number, said.step.words)
    if prefix == CONCLUSION.prefix and (moved := await _more_time(turn, said)) is not PASS:
        return moved
    if not events:
        return await _words(turn, said, is_reply=is_reply)
    if beside := next((one for one in (BASIS, RESPONSE) if one in events), ""):
        return await _beside(turn, said, beside)
    given = given_in(turn.reading.of(said.step.words), said)
    asked, apart = _asked(turn, said.all), said.step.apart
    return await turn.do(
        several.step, said.codes, events, given, asked, proof_of(turn), apart=apart
    )


@router.choice("m.unword")
async def on_word_chosen(turn: Turn) -> Message | None:
    return await turn.do(unwording.take_out, turn.subject, number_of(turn))


async def _beside(turn: Turn, said: MatterLine, what: str) -> Message | None:
    """A note that its kind has, or one of its labels."""
    (prefix, number), words = said.codes[0], said.step.words
    if what in (ELSEWHERE, BASIS):
        return await turn.do(notes.say, prefix, number, what, words)
    label = turn.reading.of(words).label_named(what)
    return await turn.do(labels.say, prefix, number, what, label)


def _worded_anew(prefix: str, said: Reading) -> str:
    """«nội dung: …»; of a recommendation, which is a text, also «sửa lại: …», «nhầm, …»."""
    text = said.note_anew if prefix == RECOMMENDATION.prefix else None
    return said.form_parts.get(THEME) or text or ""


def _unkept(said: MatterLine) -> frozenset[Unkept]:
    """What is kept of nobody in any of those that are named."""
    kinds = (BY_PREFIX.get(prefix) for prefix, _ in said.codes)
    return frozenset[Unkept]().union(*(kind.unkept for kind in kinds if kind))


async def _more_time(turn: Turn, said: MatterLine) -> Response:
    """«KL 3 gia hạn 27/12»: of the work that it became; read back as behind the work's number."""
    until = turn.reading.of(said.all).concluded(()).until
    if until is None or until.at is None or not turn.actor.may(Permission.DECIDE_WORK):
        return PASS
    became = await turn.see(lists.work_become, *said.codes[0])
    return await turn.do(verdicts.ask_move, became, until.at) if became else PASS


async def _ordered(turn: Turn, said: MatterLine) -> Response:
    """«giao Tuyên: sửa loa, thứ 6»: work that comes of it, read back like any other; «giao Tuyên»
    says whose the matter is, and under what is decided it is a conclusion."""
    (prefix, number), several_codes = said.codes[0], len(said.codes) > 1
    if several_codes or prefix == DECISION.prefix or not turn.actor.may(Permission.ASSIGN):
        return PASS
    read = turn.reading.of(said.all)
    lines = read.work_lines(await turn.see(roster))
    if not (lines and all(line.handed and line.is_given for line in lines)):
        return PASS
    return await work_from(turn, read, await turn.see(lists.source_of, prefix, number))


async def _assigned(turn: Turn, prefix: str, number: int, words: str) -> Message | None:
    """«giao Nam hạn 10/12», «nơi nhận Tỉnh ủy»: whose it is, where it goes, until when."""
    said = await assigned(turn, words, alone=True)
    if said.called:
        if not await turn.see(bodies.is_known, said.called):
            raise Refusal("whom_of_matter", called=said.called)
        said = replace(said, to=said.called, called="")
    if prefix == REMARK.prefix and said.person_id and turn.reading.of(words).told_of.also:
        return await turn.do(remarks.say_also, number, said.person_id)
    return await turn.do(owning.say_of, prefix, number, said)


async def _of_decision(turn: Turn, number: int, words: str) -> Response:
    """«XK1 đồng ý», «XK1 sao rồi»: an answer is read back, a question opens the card."""
    way = turn.reading.of(words).item_way
    if way == "show":
        return await turn.see(lists.open_by_code, DECISION.prefix, number)
    if way == "decide" and await turn.see(decides, number):
        return await read_conclusion(turn, await turn.see(item_of, number, True), words)
    code, asked = (DECISION.prefix, number), _asked(turn, words)
    decides_it = await turn.see(concludes, number) and not turn.attachment
    events = (CONCLUDE,) if decides_it and way in (None, "decide", "open") else ()
    return await turn.do(several.heard_of, code, words, events, asked, proof_of(turn))


async def _words(turn: Turn, said: MatterLine, *, is_reply: bool) -> Message | None:
    prefix, number = said.codes[0]
    of_all = turn.reading.of(said.all)
    within, asked = of_all.steps_within(prefix), _asked(turn, said.all)
    within = (*within, SEND) if of_all.paper_within else within
    ends = is_reply and of_all.agrees_to_it
    doubt, named = of_all.matter_doubt, await ordered_of(turn, of_all)
    of = ((prefix, number), said.all, within, asked, proof_of(turn))
    doubt = doubt or ("order" if named or _leads(turn, prefix) else "")
    return await turn.do(several.heard_of, *of, ends=ends, doubt=doubt, named=named)


def _leads(turn: Turn, prefix: str) -> bool:
    """What a leader says of a conclusion is for whoever carries it out, and no mere note."""
    leads = turn.actor.is_any(Role.LEADER) and not turn.attachment
    return prefix == CONCLUSION.prefix and leads


def _asked(turn: Turn, words: str) -> several.Asked:
    proofs = [asdict(turn.attachment)] if turn.attachment else []
    return several.Asked({"text": words, "proofs": proofs}, turn.incoming.number)


def given_in(read: Reading, said: MatterLine | None = None) -> Given:
    """All that words may bring to a step: they themselves, a paper, a day, a kind of answer."""
    paper, more = (said.paper, said.more) if said else read.paper_and_more
    limit = read.of(more).told_of if paper and more else None
    only_paper = said is not None and not said.step.words
    if only_paper and limit and not (limit.whole and limit.due):
        raise Refusal("paper_form")
    due = limit.due.at if limit and limit.due else None
    if limit is None and read.told_of.whole and read.told_of.due:
        return Given(due=read.told_of.due.at)
    returns = read.returns.date() if read.returns else None
    number, day = paper or ("", None)
    return Given(read.text, number, day, returns, labels=read.labels, due=due)


async def meant_of_matter(said: Turn, waited: Expectation, intent: str) -> Wish:
    """The step that was chosen for the words, with them; or only the words."""
    kept: Mapping[str, Any] = waited.answers
    given, event = given_in(said.reading), intent.rpartition(".")[2]
    if event == CONCLUDE:
        concluded = await understood(said, given.words)
        answered = ReportAnswer((), event, given.words, matter=int(kept["about"]))
        return Wish(answer, ([replace(answered, concluded=concluded)],))
    if event == several.PASSED:
        passed = (int(kept["about"]), given.words, tuple(kept["to"]), proof_of(said))
        return Wish(several.pass_on, passed)
    if event == SEND and (paper := said.reading.paper_within):
        given = replace(given, paper=paper[0], paper_day=paper[1])
    return Wish(several.as_chosen, (int(kept["about"]), event, given, proof_of(said)))
