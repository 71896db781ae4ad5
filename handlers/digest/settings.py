"""«Cài đặt báo cáo»: the office chooses in the chat to whom its report goes, with what."""

from actions.digest import choosing, skipping
from domain.dialogue import Hears
from domain.letters import Message
from handlers.kit.addressee import read_back, somebody
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.said("report_settings")
@router.button("rs.page")
async def on_settings(turn: Turn) -> Message | None:
    return await turn.see(choosing.settings)


@router.said("report_readers")
@router.button("rs.to")
async def on_readers(turn: Turn) -> Message | None:
    return await turn.see(choosing.readers_page)


@router.button("rs.role")
async def on_role(turn: Turn) -> Message | None:
    return await turn.do(choosing.switch_role, turn.arg)


@router.button("rs.guest")
async def on_ask_guest(turn: Turn) -> Message | None:
    return await turn.do(choosing.ask_guest)


@router.topic(choosing.GUEST, hears=somebody)
async def on_guest(turn: Turn) -> Message | None:
    return await turn.do(choosing.add_guest, turn.text)


@router.button("rs.drop")
async def on_drop(turn: Turn) -> Message | None:
    return await turn.do(choosing.drop_guest, turn.subject)


@router.said("report_parts")
@router.button("rs.parts")
async def on_parts(turn: Turn) -> Message | None:
    return await turn.see(choosing.parts_page)


@router.button("rs.part")
async def on_part(turn: Turn) -> Message | None:
    return await turn.do(choosing.switch_part, turn.subject)


@router.button("rs.remarks")
async def on_remarks(turn: Turn) -> Message | None:
    return await turn.do(choosing.switch_remarks)


@router.button("rs.skip")
async def on_skip(turn: Turn) -> Message | None:
    return await turn.do(skipping.ask_skip, turn.subject)


@router.said("skip_report")
async def on_skip_said(turn: Turn) -> Message | None:
    """«bỏ qua báo cáo tuần này»: of the one that comes next."""
    return await turn.do(skipping.ask_skip, await turn.see(choosing.coming_week))


@router.topic(skipping.SKIP, hears=read_back("why", Hears.REASON))
async def on_reason(turn: Turn) -> Response:
    """The reason, read back; «gửi» or «đúng» typed under it sends it."""
    if turn.heard is None or not turn.text:
        return PASS
    if turn.reading.sends:
        read = "why" in turn.heard.answers
        return await turn.do(skipping.skip, turn.about) if read else PASS
    return await turn.do(skipping.read_back, turn.about, turn.text)


@router.button("rs.sure")
async def on_sure(turn: Turn) -> Message | None:
    return await turn.do(skipping.skip, turn.subject, turn.arg)


@router.button("rs.leave")
async def on_leave(turn: Turn) -> Message | None:
    return await turn.do(skipping.leave, turn.subject)
