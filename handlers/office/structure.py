"""«Cơ cấu»: by taps, or in one line: «thêm địa bàn: Khu 5», «đổi tên bộ phận A thành B»."""

from actions.office import structure
from domain.access import Permission
from domain.dialogue import Hears
from domain.letters import Message
from handlers.kit.addressee import read_back
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.said("structure", may=Permission.MANAGE_PEOPLE)
@router.button("st.page")
async def on_page(turn: Turn) -> Message | None:
    return await turn.see(structure.page)


@router.button("st.list")
async def on_list(turn: Turn) -> Message | None:
    return await turn.see(structure.listed, turn.arg)


@router.button("st.one")
async def on_one(turn: Turn) -> Message | None:
    return await turn.see(structure.one, turn.arg, turn.subject)


@router.button("st.add", "st.rename")
async def on_ask(turn: Turn) -> Message | None:
    return await turn.do(structure.ask_names, turn.arg, turn.subject)


@router.button("st.close")
async def on_close(turn: Turn) -> Message | None:
    return await turn.do(structure.propose, "close", turn.arg, turn.subject)


@router.said("structure_line", may=Permission.MANAGE_PEOPLE)
async def on_line(turn: Turn) -> Response:
    """Read back; what is not the office's is read on where no kind was said."""
    said = turn.reading.structure_line
    if said is None:
        return PASS
    if said.does == "add":
        return await turn.do(structure.propose, "add", said.kind, 0, said.new)
    found = await turn.see(structure.called, said.kind, said.name)
    if len(found) != 1:
        return PASS
    return await turn.do(structure.propose, said.does, *found[0], said.new)


@router.topic(structure.TOPIC, hears=read_back("value", Hears.LINE))
async def on_heard(turn: Turn) -> Message | None:
    """The names; a yes when they were read back."""
    is_read = turn.heard is not None and "value" in turn.heard.answers
    if is_read and turn.reading.sends:
        return await turn.do(structure.carry_out)
    return await turn.do(structure.hear, turn.text)


@router.choice("st.go")
async def on_go(turn: Turn) -> Message | None:
    return await turn.do(structure.carry_out, turn.arg)


@router.choice("st.drop")
async def on_drop(turn: Turn) -> Message | None:
    return await turn.do(structure.drop)
