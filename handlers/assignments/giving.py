"""Giving work: who, what, when; the lines of a briefing; a message turned into work."""

from collections.abc import Sequence

from actions.assignments import drafting, lists
from actions.assignments.draft_looks import TOPIC, Answers, Row
from actions.assignments.drafting import MOST_ROWS
from actions.assignments.giving import withdraw
from actions.assignments.hearing import hear_now
from actions.assignments.whom import roster
from actions.office import absences
from domain.access import Permission, Role
from domain.dialogue import Hears
from domain.letters import Message
from domain.people import Person
from domain.refusals import Refusal
from handlers.assignments.draft_changes import give_shown
from handlers.kit.buttons import number_of
from handlers.kit.drafted import files_of, rows_of, written
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from language import Reading, WorkLine

router = Router()
FEW_WORDS = 4


@router.label("work.give")
@router.command("giaoviec")
@router.said("give_work")
async def on_give(turn: Turn) -> Message | None:
    """From nothing, from a line (`/giaoviec Nam: …, thứ 6`), or from the message replied to."""
    about = _replied_to(turn)
    if turn.args:
        return await from_lines(turn, turn.reading.of(turn.args), about)
    if (draft := _shown_draft(turn)) and not about:
        return await give_shown(turn, draft)
    return await turn.do(drafting.begin, [_about(turn, about) if about else {}])


def _shown_draft(turn: Turn) -> Answers | None:
    """The draft that stands whole on its card, and waits for «Giao việc» alone."""
    draft = next((e.answers for e in turn.waiting if e.topic == TOPIC), None)
    return draft if draft and not draft["asking"] else None


def _about(turn: Turn, what: str) -> Row:
    wants = list(turn.reading.of(what).strengths_wanted)
    return {"what": what, "wants": wants, "files": files_of(turn)}


def _replied_to(turn: Turn) -> str:
    reply = turn.incoming.said.reply_to if turn.incoming.said else None
    return reply.text if reply else ""


@router.intent("forwarded")
async def on_forwarded(turn: Turn) -> Response:
    """A message from elsewhere becomes an assignment: only who and when are asked."""
    if not (turn.text and turn.actor.may(Permission.ASSIGN)):
        return PASS
    return await turn.do(drafting.begin, [_about(turn, turn.text)])


@router.command("giaoban")
@router.said("briefing")
async def on_briefing(turn: Turn) -> Message | None:
    if turn.args:
        return await from_lines(turn, turn.reading.of(turn.args))
    return await turn.do(drafting.wait_for_lines)


@router.topic("briefing", hears=Hears.RESULT)
async def on_lines(turn: Turn) -> Response:
    return await from_lines(turn, turn.reading) if await holds_work(turn) else PASS


async def holds_work(turn: Turn) -> bool:
    """Several lines, one with a name or a day, or so many words that they say what is to be
    done; «tháng 11», «từ đầu năm» and a question are of something else."""
    lines = turn.reading.work_lines(await turn.see(roster)) if turn.text else []
    named = any(line.lead or (line.dated and line.what) for line in lines)
    said = len(turn.text.split()) >= FEW_WORDS and not turn.reading.is_courtesy
    return named or len(lines) > 1 or (bool(lines) and said and not turn.reading.asks)


@router.said("directed")
async def on_directed(turn: Turn) -> Response:
    """«chỉ đạo: …» names nobody: who leads it is asked, and until when."""
    if not turn.actor.may(Permission.ASSIGN):
        return PASS
    return await from_lines(turn, turn.reading.of(turn.reading.directed))


async def loose_lines(turn: Turn) -> Response:
    """Lines «ai: việc gì, bao giờ» that nobody asked for: a draft, where a colleague is named."""
    if not (turn.text and turn.actor.may(Permission.ASSIGN)) or turn.reading.mended_day:
        return PASS
    people = await turn.see(roster)
    lines = turn.reading.work_lines(people)
    names, dated = any(line.lead for line in lines), any(line.dated for line in lines)
    given = dated or all(line.is_given for line in lines)
    plain = names and given and all(line.what for line in lines)
    if len(lines) == 1 and lines[0].hands_over:
        return await _begin(turn, turn.reading, people, _replied_to(turn))
    if (
        not plain
        or _is_away(turn, people)
        or any(_is_only_said(turn, line, people) for line in lines)
    ):
        return PASS
    return await _begin(turn, turn.reading, people)


def _is_away(turn: Turn, people: Sequence[Person]) -> bool:
    """«lua nghi t5» is a day off."""
    called = turn.reading.called_first(people)
    return called is not None and turn.reading.of(called.words).absence is not None


def _is_only_said(turn: Turn, line: WorkLine, people: Sequence[Person]) -> bool:
    """«Hoa nghỉ t5» is told of her, «Khải cn này đi đâu», «giao Nam việc đó chưa» are asked; of a
    leader «sáng nay đi họp tỉnh» is no order from whoever is none."""
    said = turn.reading.of(line.what)
    if said.asks_whether and (not line.is_ordered if line.firm else line.handed):
        return True
    asks = said.asks and not line.firm
    leader = next((Role.LEADER in p.roles for p in people if p.id == line.lead.one), False)
    of_above = leader and not turn.actor.is_any(Role.LEADER) and not line.firm
    return not line.handed and (line.is_told or asks or of_above)


async def gives_work(turn: Turn) -> Response:
    """«Nam: soạn giấy mời, thứ 5 xong», «giao Nam …»: a line that begins with a colleague's name
    and has a day, or that says so, gives work, though one's own is told of in the same words."""
    if turn.card or not turn.actor.may(Permission.ASSIGN):
        return PASS
    for read in (hands_work, on_taught):
        if (given := await read(turn)) is not PASS:
            return given
    people = [p for p in await turn.see(roster) if p.id != turn.actor.person_id]
    named = not turn.waiting and turn.reading.calls_first(people)
    return await loose_lines(turn) if named else PASS


@router.other("ordered")
async def on_taught(turn: Turn) -> Response:
    """«Hoa: gọi điện tổ trưởng, 18/12», as the welcome teaches it, gives work, whatever is asked
    or stands unsent; not where it is written for oneself."""
    if turn.card or not (turn.actor.may(Permission.ASSIGN) and turn.reading.due.is_said):
        return PASS
    lines = turn.reading.work_lines(await turn.see(roster))
    own = any(line.lead.one == turn.actor.person_id for line in lines)
    taught = all(line.firm and line.is_whole and not line.is_told for line in lines)
    return await loose_lines(turn) if lines and taught and not own else PASS


async def hands_work(turn: Turn) -> Response:
    """«giao Nam làm báo cáo, thứ 6» says for itself that it is an order, whatever was asked."""
    if turn.card or not (turn.text and turn.actor.may(Permission.ASSIGN)):
        return PASS
    lines = turn.reading.work_lines(await turn.see(roster))
    handed = all(line.handed and line.lead.one and (line.what or line.dated) for line in lines)
    return await loose_lines(turn) if lines and handed else PASS


async def dated_work(turn: Turn) -> Response:
    """«Hoa: soạn giấy mời, thứ 4» says for itself that it gives work, whatever was asked."""
    if not turn.actor.may(Permission.ASSIGN):
        return PASS
    lines = turn.reading.work_lines(await turn.see(roster))
    return await loose_lines(turn) if all(line.is_whole for line in lines) else PASS


async def given_to_somebody(turn: Turn) -> Response:
    """The same of «giao Nhàn xem lại», where until when is asked."""
    if not turn.actor.may(Permission.ASSIGN):
        return PASS
    lines = turn.reading.work_lines(await turn.see(roster))
    given = all(line.is_whole or line.is_given for line in lines)
    return await loose_lines(turn) if given else PASS


async def ordered_by_name(turn: Turn) -> Response:
    """«Hoa: rà soát hộ khiếu nại tổ 3» is work on complaints, and none; who is accused is no
    order."""
    if turn.card or turn.reading.accuses or not turn.actor.may(Permission.ASSIGN):
        return PASS
    lines = turn.reading.work_lines(await turn.see(roster))
    ordered = all(line.is_ordered for line in lines)
    return await loose_lines(turn) if lines and ordered else PASS


async def work_asked_of(turn: Turn) -> Response:
    """«giao Nam việc đó chưa», «việc Nam gửi đến đâu rồi»: all that is open in that name."""
    asks = turn.reading.asks or turn.reading.asks_whether
    if not asks or not turn.text or not turn.actor.may(Permission.DECIDE_WORK):
        return PASS
    person = turn.reading.asked_of(await turn.see(roster)).one
    if person is None or person == turn.actor.person_id:
        return PASS
    return await turn.see(lists.work_of, person)


async def lines_for_unknown(turn: Turn) -> Response:
    """«Nam: vận động 6 hộ, thứ 6», and nobody is called so: who does it is asked."""
    if not (turn.text and turn.actor.may(Permission.ASSIGN)):
        return PASS
    people = await turn.see(roster)
    lines = turn.reading.work_lines(people)
    unknown = bool(lines) and all(line.is_for_unknown or line.is_for_anybody for line in lines)
    return await _begin(turn, turn.reading, people) if unknown else PASS


async def from_lines(turn: Turn, said: Reading, about: str = "") -> Message | None:
    """One message of lines, one assignment a line: the draft table is shown."""
    return await _begin(turn, said, await turn.see(roster), about)


async def _begin(
    turn: Turn, said: Reading, people: Sequence[Person], about: str = ""
) -> Message | None:
    return await turn.do(drafting.begin, await written(turn, said, people, about))


async def rewritten(turn: Turn) -> Response:
    """The message that a draft came from was edited: so is the draft, where it was not given."""
    draft = next((e.answers for e in turn.waiting if e.topic == TOPIC), None)
    number = turn.message.id if turn.message else 0
    before = [row for row in draft["rows"] if row.get("written_in") == number] if draft else []
    if not before or turn.message is None:
        return PASS
    said = await turn.saying(turn.message.text)
    rows = await written(said, said.reading, await said.see(roster))
    return await said.do(drafting.rewrite, number, rows)


def another_line(turn: Turn, people: Sequence[Person]) -> list[Row]:
    """«Tuyên chuẩn bị maket hội nghị, 10h mai»: no answer, but one more piece of work."""
    lines = turn.reading.work_lines(people)
    return rows_of(lines, "") if all(line.is_whole for line in lines) else []


@router.button("away.work")
async def on_work_after_all(turn: Turn) -> Message | None:
    """«Bền đi tập huấn» was no day off: the same words give work."""
    asked = next((e for e in turn.waiting if e.topic == absences.TOPIC), None)
    words = str(asked.answers.get(absences.MAY_BE, "")) if asked else ""
    if not words:
        raise Refusal("question_over")
    said = await turn.saying(words)
    rows = await written(said, said.reading, await turn.see(roster))
    return await turn.do(drafting.begin_instead, rows, absences.TOPIC)


@router.button("a.now")
async def on_now(turn: Turn) -> Message | None:
    """«Gửi ngay» under what was given, handed over or moved."""
    count = number_of(turn)
    if not 1 <= count <= MOST_ROWS:
        raise Refusal("unknown_button")
    return await turn.do(hear_now, turn.subject, count)


@router.said("send_now", may=Permission.ASSIGN)
async def on_now_said(turn: Turn) -> Response:
    """«gửi ngay»: the draft that is shown, else the work that was just spoken of."""
    if draft := _shown_draft(turn):
        return await give_shown(turn, draft, at_once=True)
    kind, _, number = turn.spoken_of.partition(":")
    if kind != "assignment":
        return PASS
    return await turn.do(hear_now, int(number))


@router.button("g.undo")
async def on_undo(turn: Turn) -> Message | None:
    count = number_of(turn)
    if not 1 <= count <= MOST_ROWS:
        raise Refusal("unknown_button")
    return await turn.do(withdraw, turn.subject, count)
