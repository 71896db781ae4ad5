"""«số của Tuyên», `/danhba`: the office's people, their sections and telephones."""

from actions.assignments.whom import colleagues
from actions.office import directory
from domain.access import Permission
from domain.letters import Message
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.registrations.questions import on_question

router = Router()


@router.command("danhba")
async def on_directory(turn: Turn) -> Message | None:
    """`/danhba`, `/danhba Tuyên`, `/danhba TTVD`."""
    if not turn.args:
        return await turn.see(directory.directory)
    found = await _found(turn, turn.args)
    return found or await turn.see(directory.cards_of, ())


@router.said("whose_number")
async def on_number_asked(turn: Turn) -> Response:
    """Of a colleague; else it may be about the day out: «sđt chị phụ trách»."""
    may = turn.actor.may(Permission.OWN_WORK)
    found = await _found(turn, turn.reading.whose_number) if may else None
    if found:
        return found
    return await on_question(turn) if turn.reading.activity_question else PASS


async def _found(turn: Turn, words: str) -> Message | None:
    """The people of this name, or the section; nothing where nobody is called so."""
    found = turn.reading.of(words).names(await turn.see(colleagues))
    if found:
        people = [found.one] if found.one is not None else list(found.among)
        return await turn.see(directory.cards_of, people)
    section = turn.reading.of(words).section_named(await turn.see(directory.sections))
    return await turn.see(directory.directory_section, section) if section else None


@router.said("directory", may=Permission.OWN_WORK)
@router.button("directory")
async def on_directory_tapped(turn: Turn) -> Message | None:
    return await turn.see(directory.directory)


@router.button("dir")
async def on_section(turn: Turn) -> Message | None:
    page = int(turn.arg) if turn.arg.isdecimal() else 0
    return await turn.see(directory.directory_section, turn.subject, page)


@router.button("dir_phones")
async def on_phones(turn: Turn) -> Message | None:
    return await turn.see(directory.phones_page)


@router.button("dir_show")
async def on_show(turn: Turn) -> Message | None:
    return await turn.do(directory.show_phones, turn.arg)
