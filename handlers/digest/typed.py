"""What stands under a report, typed instead of tapped: of the one that was replied to, else of the
last."""

from actions.conclusions import remarks
from actions.digest import readers
from domain.access import Permission
from domain.letters import Message
from handlers.digest.report import report_under, spoken_report
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()
WAYS = {
    "full_report": readers.full,
    "section_report": readers.section_too,
    "report_papers": readers.papers,
    "report_paste": readers.paste,
}
PAPERS = {
    "report_word": "week_report",
    "report_rows": "week_rows",
    "report_front": "front_sheet",
}
OPENS = {"report_why": "d.why", "report_points": "d.field"}


async def _report(turn: Turn) -> int:
    """Which one is meant; 0 where none went out yet."""
    return report_under(turn) or await turn.see(readers.last_sent)


def _reads(turn: Turn) -> bool:
    return turn.actor.may(Permission.READ_DIGEST)


@router.said(*WAYS)
async def on_way(turn: Turn) -> Response:
    """«bản đầy đủ», «báo cáo phần đơn vị», «văn bản», «chép sang Zalo»."""
    return await turn.see(WAYS[turn.reading.intent], await _report(turn)) if _reads(turn) else PASS


@router.said("report_before")
async def on_before(turn: Turn) -> Response:
    """«bản trước»"""
    return await turn.see(readers.before, await _report(turn)) if _reads(turn) else PASS


@router.said(*PAPERS)
async def on_paper(turn: Turn) -> Response:
    """«bản Word», «bản Excel», «Mặt trận số»."""
    if not _reads(turn):
        return PASS
    if report := await _report(turn):
        return await turn.see(readers.paper, report, PAPERS[turn.reading.intent])
    return await turn.see(readers.last_report)


@router.said(*OPENS)
async def on_part(turn: Turn) -> Response:
    """«vì sao», «tình nguyện»; under an open question they are its answer."""
    asked = spoken_report(turn)
    if (turn.words_wanted and not asked) or not _reads(turn):
        return PASS
    report = asked or await _report(turn)
    return await _opened(turn, report) if report else PASS


async def _opened(turn: Turn, report: int) -> Message | None:
    return await turn.see(readers.open_part, report, OPENS[turn.reading.intent])


@router.said("report_say")
async def on_say(turn: Turn) -> Response:
    """«ý kiến chỉ đạo»: the words are asked for."""
    report = await _report(turn) if _reads(turn) else 0
    return await turn.do(remarks.ask_say, report) if report else PASS
