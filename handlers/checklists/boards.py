"""The board of a model hamlet or house: what is said and shown of the one that is in hand."""

from actions.assignments.along import follow_album, knows_album
from actions.checklists import beginning, boards, marking
from domain.access import Permission
from domain.checklists import ItemSaid, ItemStatus
from domain.refusals import Refusal
from handlers.checklists.checklists import mark_all
from handlers.kit.proofs import proof_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from language import BoardLine

router = Router()


@router.said("board_line", may=Permission.FOLLOW_MATTERS)
async def on_board_line(turn: Turn) -> Response:
    """«còn tiêu chí 10 cũng đạt luôn», «nhà mẫu 47 đủ 8 tiêu chí», a photo under «tiêu chí 10»:
    of the house that is named, of the board in hand, else of the only one."""
    line = turn.reading.board_line
    if line is None or turn.card:
        return PASS
    board = await _board(turn, line)
    if not board:
        return PASS
    if not (line.said or line.all_of):
        if turn.reading.asks:
            return await turn.see(beginning.open_checking, board)
        raise Refusal("checklist_form")
    said = line.said or await _all_of(turn, board, line.all_of)
    return await mark_all(turn, board, said)


async def _board(turn: Turn, line: BoardLine) -> int:
    if line.house:
        return await turn.see(beginning.meant, *line.house, "") or 0
    shown = await turn.see(boards.board_in_hand, turn.spoken_of)
    return shown or await turn.see(boards.only_board)


async def _all_of(turn: Turn, board: int, many: int) -> list[ItemSaid]:
    """«đủ 8 tiêu chí» of eight; of more it is not said which."""
    known = await turn.see(beginning.texts, board)
    if len(known) != many:
        raise Refusal("checklist_form")
    return [ItemSaid(number, "yes") for number in known]


@router.said("board_opened", may=Permission.FOLLOW_MATTERS)
async def on_board_opened(turn: Turn) -> Response:
    """«mở TM-01», «thôn mẫu thôn Đông»."""
    said = turn.reading.of(turn.reading.board_opened)
    if code := said.checklist_code:
        return await turn.see(beginning.open_by_code, *code)
    names = await turn.see(beginning.hamlets)
    found = said.hamlets_named(names)
    if len(found) == 1:
        return await turn.see(beginning.open_checking, found[0])
    return await turn.see(beginning.all_open) if names else PASS


@router.shows("checking")
async def on_photo(turn: Turn) -> Response:
    """A photo just after a board: of the item that came back for one, else it is asked of which;
    a day of work is not meant."""
    if any(one.topic.startswith("checklist.") for one in turn.open):
        return PASS
    board, proof = await turn.see(boards.board_in_hand, turn.spoken_of), proof_of(turn)
    if not board or proof is None:
        return PASS
    if await turn.see(knows_album, proof.album):
        return await turn.do(follow_album, proof)
    if back := await turn.see(boards.waits_for_photo, board):
        return await turn.do(marking.answer, *back, ItemStatus.CLAIMED, "", proof)
    return await turn.see(boards.photo_of_which, board)
