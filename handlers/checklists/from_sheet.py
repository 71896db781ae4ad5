"""A list of criteria that comes as a sheet: fetched, read, and read back like a typed one."""

from actions.checklists import beginning
from actions.checklists.beginning import SheetBeside
from actions.start import other_door
from domain.checklists import ITEM_LETTERS
from domain.letters import Message
from domain.unkept import Unkept
from handlers.kit.files import content_of
from handlers.kit.incoming import Attachment
from handlers.kit.turn import Turn
from papers.sheet_in import MOST_BYTES, read_sheet

SHOWN = 10


async def list_from_sheet(turn: Turn, kind: str, sent: Attachment) -> Message | None:
    """Rows that are no item are named, and while some must be put right nothing of it is kept."""
    sheet = read_sheet(sent.name, await content_of(turn.files, sent, MOST_BYTES))
    if any(turn.reading.of(" ".join(row.cells)).names_household for row in sheet.rows):
        return await turn.see(other_door, Unkept.HOUSEHOLD)
    found = turn.reading.sheet_items([(row.number, row.cells) for row in sheet.rows], ITEM_LETTERS)
    if found.wrong:
        rows = [{"n": n, "text": text, "why": why} for n, text, why in found.wrong[:SHOWN]]
        more = len(found.wrong) - SHOWN
        return Message("checklist.sheet_wrong", {"rows": rows, "more": more if more > 0 else None})
    beside = SheetBeside(found.apart, found.columns, sheet.page, sheet.others)
    return await turn.do(beginning.read_list, kind, found.lines, beside)
