"""The weekly report: «Báo cáo tuần» for its readers, the draft's buttons for the office."""

from actions.assignments import drafting
from actions.conclusions import remarks
from actions.digest import counting, office, readers
from actions.rooms import report_parts
from domain.access import Permission
from domain.dialogue import Hears
from domain.digest import NOT_AT_ALL, PICTURE
from domain.drilling import section_in
from domain.letters import Message
from handlers.kit.buttons import number_in, number_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from language import PeriodAsked

router = Router()
OVERDUE = "d.over"
"""Opens what is overdue."""
SPAN_PAPERS = {"word": "week_report", "excel": "week_rows"}
NAMED = ("what", drafting.LINES)
"""What of a draft such a line may be the name of."""


@router.command("baocao")
@router.label("digest.report")
@router.said("weekly_report")
async def on_report(turn: Turn) -> Message | None:
    if turn.reading.asks_week_before and (report := spoken_report(turn)):
        return await turn.see(readers.report_before, report)
    if turn.reading.asks_week_before:
        return await turn.see(readers.report_of_last_week)
    if turn.args.isdigit():
        return await turn.see(readers.report_of, int(turn.args))
    if asked := turn.reading.of(turn.args).report_period:
        return await _of_period(turn, asked)
    return await turn.see(readers.last_report)


async def _of_period(turn: Turn, asked: PeriodAsked) -> Message | None:
    if asked.kind == "week" and asked.number and (form := SPAN_PAPERS.get(asked.paper, "")):
        return await turn.see(readers.paper_of_week, asked.number, asked.year, form)
    if asked.kind == "week" and asked.number:
        return await turn.see(readers.report_of, asked.number, asked.year)
    form = SPAN_PAPERS.get(asked.paper, "")
    if asked.last and form:
        return await turn.see(readers.paper_of_last_period, asked.kind, form)
    if asked.last:
        return await turn.see(readers.report_of_last_period, asked.kind)
    if form:
        return await turn.see(readers.paper_of_period, asked.kind, asked.number, asked.year, form)
    return await turn.see(readers.report_of_period, asked.kind, asked.number, asked.year)


@router.said("report_this_week", may=Permission.READ_DIGEST)
async def on_this_week(turn: Turn) -> Response:
    """«báo cáo tuần này», also where it is still to come."""
    return await turn.see(readers.report_of_this_week)


@router.said("period_report", may=Permission.READ_DIGEST)
async def on_period_asked(turn: Turn) -> Response:
    """«báo cáo tháng 11», «báo cáo từ đầu năm»; while work is being given it may be its name."""
    asked = turn.reading.report_period
    return PASS if asked is None or _names_work(turn) else await _of_period(turn, asked)


def _names_work(turn: Turn) -> bool:
    open_one = next(iter(turn.open), None)
    return open_one is not None and open_one.answers.get("asking") in NAMED


@router.said("period_alone", may=Permission.READ_DIGEST)
async def on_period_alone(turn: Turn) -> Response:
    """«tháng 11», «từ đầu năm», where nothing asks for a day."""
    other = (turn.words_wanted or turn.card) and not spoken_report(turn)
    return PASS if other else await on_period_asked(turn)


@router.said("report_again", may=Permission.READ_DIGEST)
async def on_again(turn: Turn) -> Response:
    """«báo cáo», «cho xem hình báo cáo»: the last one, whatever is read back or asked."""
    other = turn.attachment or _names_work(turn)
    return PASS if other else await turn.see(readers.last_report)


@router.said("report_resumed", may=Permission.READ_DIGEST)
async def on_resumed(turn: Turn) -> Response:
    """«gửi lại báo cáo»: from whoever had it stopped, it comes again; else the last one."""
    if await turn.see(readers.stopped):
        return await turn.do(readers.choose_form, PICTURE)
    return await on_again(turn)


@router.said("week_report", may=Permission.READ_DIGEST)
async def on_week_asked(turn: Turn) -> Response:
    """«báo cáo tuần 46»: that week's, where it was sent."""
    said = turn.reading.decision
    if said is None or said.number is None:
        return PASS
    return await turn.see(readers.report_of, said.number)


@router.button(*(part.verb for part in report_parts() if part.opens))
async def on_part(turn: Turn) -> Message | None:
    """The button of a part: what its figures count."""
    page = number_of(turn) if turn.arg else None
    return await turn.see(readers.open_part, turn.subject, turn.verb, page)


@router.button("d.nudge")
async def on_remind_listed(turn: Turn) -> Message | None:
    return await turn.do(readers.remind_listed, turn.subject)


@router.button("d.full")
async def on_full(turn: Turn) -> Message | None:
    return await turn.see(readers.full, turn.subject)


@router.button("d.section")
async def on_section(turn: Turn) -> Message | None:
    return await turn.see(readers.section_too, turn.subject)


@router.said("report_form", may=Permission.READ_DIGEST)
async def on_form_asked(turn: Turn) -> Response:
    return await turn.see(readers.ask_form)


@router.button("d.form")
async def on_form(turn: Turn) -> Message | None:
    return await turn.see(readers.ask_form)


@router.button("d.as")
async def on_form_chosen(turn: Turn) -> Message | None:
    return await turn.do(readers.choose_form, turn.arg)


@router.said("no_more_report", may=Permission.READ_DIGEST)
async def on_no_more(turn: Turn) -> Response:
    """«thôi gửi báo cáo tuần»"""
    return await turn.do(readers.choose_form, NOT_AT_ALL)


@router.button("d.papers")
async def on_papers(turn: Turn) -> Message | None:
    return await turn.see(readers.papers, turn.subject)


@router.button("d.file")
async def on_paper(turn: Turn) -> Message | None:
    return await turn.see(readers.paper, turn.subject, turn.arg)


@router.button("d.span")
async def on_paper_of_period(turn: Turn) -> Message | None:
    kind, _, rest = turn.arg.partition(".")
    number, _, form = rest.partition(".")
    return await turn.see(readers.paper_of_period, kind, number_in(number), turn.subject, form)


@router.button("d.paste")
async def on_paste(turn: Turn) -> Message | None:
    return await turn.see(readers.paste, turn.subject)


@router.button("d.say")
async def on_ask_say(turn: Turn) -> Message | None:
    return await turn.do(remarks.ask_say, turn.subject)


async def said_of_report(turn: Turn) -> Response:
    """«để giao ban bàn», wherever it is typed: of the last report that went out."""
    if not turn.actor.may(Permission.READ_DIGEST):
        return PASS
    last = spoken_report(turn) or await turn.see(readers.last_sent)
    return await turn.do(remarks.say, last, turn.text) if last else PASS


def spoken_report(turn: Turn) -> int:
    """The report that was replied to, or of which a word is asked for; 0 where there is none."""
    return report_under(turn) or next(
        (asked.subject for asked in turn.waiting[:1] if asked.topic == remarks.SAY), 0
    )


def report_under(turn: Turn) -> int:
    """Which report was replied to, or which section's part of it; 0 where none was."""
    card, _, number = turn.card.partition(":")
    if card == "section":
        return section_in(int(number))
    return int(number) if card in ("digest", "whole") else 0


@router.button("d.look")
async def on_look(turn: Turn) -> Message | None:
    return await turn.see(office.look, turn.subject)


@router.button("d.before")
async def on_before(turn: Turn) -> Message | None:
    """«Bản trước»: what the report said before it was corrected."""
    back = number_of(turn) if turn.arg else 0
    return await turn.see(readers.before, turn.subject, back)


@router.button("d.approve")
async def on_approve(turn: Turn) -> Message | None:
    return await turn.do(office.approve, turn.subject)


@router.said("approve_report", may=Permission.APPROVE_DIGEST)
async def on_approve_said(turn: Turn) -> Response:
    """«duyệt báo cáo tuần 48»"""
    draft = await turn.see(office.to_approve, turn.reading.week_approved)
    return await turn.do(office.approve, draft) if draft else PASS


@router.reply("preview")
async def on_preview(turn: Turn) -> Response:
    """«duyệt» right under the draft."""
    said = turn.reading.decision
    yes = said is not None and said.kind == "yes" and not (said.number or said.reason)
    draft = int(turn.card.partition(":")[2])
    return await turn.do(office.approve, draft) if yes else PASS


@router.button("d.pause")
async def on_pause(turn: Turn) -> Message | None:
    return await turn.do(office.pause, turn.subject)


@router.button("d.go")
async def on_go(turn: Turn) -> Message | None:
    counted = await turn.see(counting.count_draft, turn.subject)
    return await turn.do(office.go, turn.subject, counted)


@router.button("d.remarks")
async def on_ask_remarks(turn: Turn) -> Message | None:
    return await turn.do(office.ask_remarks, turn.subject)


@router.topic("digest_remarks", hears=Hears.LINE)
async def on_remarks(turn: Turn) -> Message | None:
    return await turn.do(office.write_remarks, turn.about, turn.text)


@router.button("d.asks")
async def on_ask_asks(turn: Turn) -> Message | None:
    return await turn.do(office.ask_asks, turn.subject)


@router.topic("digest_asks", hears=Hears.LINE)
async def on_asks(turn: Turn) -> Message | None:
    return await turn.do(office.write_asks, turn.about, turn.reading.remarks)
