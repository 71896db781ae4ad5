"""The office's people in the chat: lists, a person's page, roles, invites, leavers."""

from actions.office import enlisting, fixing
from actions.office.arrival import invite, let_move
from actions.office.leavers import ask_leave, leave
from actions.office.newcomers import (
    TOPIC,
    add_newcomer,
    answer_newcomer,
    ask_newcomer,
    drop_newcomer,
    expected,
)
from actions.office.roster import (
    ask_role,
    find,
    grant_role,
    office_page,
    person_page,
    revoke_role,
    roles_page,
    section,
    sections,
    the_one,
    the_volunteer,
    unreached,
)
from actions.office.volunteers import volunteer_page
from domain.access import Permission
from domain.dialogue import Expectation, Hears
from domain.letters import Message
from handlers.kit.addressee import read_back
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.label("office.home")
@router.command("vanphong")
@router.said("office")
async def on_office(turn: Turn) -> Message | None:
    return await turn.see(office_page)


@router.command("nguoi")
async def on_people(turn: Turn) -> Message | None:
    """`/nguoi` is the office's page, `/nguoi Bình` finds somebody."""
    if turn.args:
        return await turn.see(find, turn.args)
    return await turn.see(office_page)


@router.button("roster")
@router.said("roster")
async def on_roster(turn: Turn) -> Message | None:
    return await turn.see(sections)


@router.button("section")
async def on_section(turn: Turn) -> Message | None:
    return await turn.see(section, turn.subject, _page(turn))


@router.button("unreached")
@router.said("unreached")
async def on_unreached(turn: Turn) -> Message | None:
    return await turn.see(unreached, _page(turn))


@router.button("person")
async def on_person(turn: Turn) -> Message | None:
    return await turn.see(person_page, turn.subject)


@router.command("moi")
async def on_invite_typed(turn: Turn) -> Message | None:
    """`/moi CB04`, as the button does; a volunteer of this name moves to a new account."""
    if volunteer := await turn.see(the_volunteer, turn.args):
        return await turn.do(let_move, volunteer)
    return await turn.do(invite, await turn.see(the_one, turn.args))


@router.command("nghi")
async def on_leave_typed(turn: Turn) -> Message | None:
    return await turn.see(ask_leave, await turn.see(the_one, turn.args))


@router.command("quyen")
async def on_roles_typed(turn: Turn) -> Message | None:
    return await turn.see(roles_page, await turn.see(the_one, turn.args))


@router.button("roles")
async def on_roles(turn: Turn) -> Message | None:
    return await turn.see(roles_page, turn.subject)


@router.button("grant")
async def on_grant(turn: Turn) -> Message | None:
    """One tap for others; one's own rights are asked once more."""
    if turn.subject == turn.actor.person_id:
        return await turn.see(ask_role, turn.subject, turn.arg, "grant")
    return await turn.do(grant_role, turn.subject, turn.arg)


@router.button("grant_sure")
async def on_grant_sure(turn: Turn) -> Message | None:
    return await turn.do(grant_role, turn.subject, turn.arg)


@router.button("revoke")
async def on_revoke(turn: Turn) -> Message | None:
    return await turn.see(ask_role, turn.subject, turn.arg, "revoke")


@router.button("revoke_sure")
async def on_revoke_sure(turn: Turn) -> Message | None:
    return await turn.do(revoke_role, turn.subject, turn.arg)


@router.button("invite")
async def on_invite(turn: Turn) -> Message | None:
    return await turn.do(invite, turn.subject)


@router.button("volunteer")
async def on_volunteer(turn: Turn) -> Message | None:
    return await turn.see(volunteer_page, turn.subject)


@router.button("moved")
async def on_moved(turn: Turn) -> Message | None:
    return await turn.do(let_move, turn.subject)


@router.button("person_leaves")
async def on_leave(turn: Turn) -> Message | None:
    return await turn.see(ask_leave, turn.subject)


@router.choice("person_left")
async def on_left(turn: Turn) -> Message | None:
    return await turn.do(leave, turn.subject)


@router.command("suanguoi")
async def on_fix_typed(turn: Turn) -> Message | None:
    """`/suanguoi CB04`, as the button of the card does."""
    return await turn.see(fixing.fix_menu, await turn.see(the_one, turn.args))


@router.said("fix_person", may=Permission.MANAGE_PEOPLE)
async def on_fix_named(turn: Turn) -> Message | None:
    """«sửa danh bạ Tuyên», «sửa người Tuyên»."""
    return await turn.see(fixing.fix_menu, await turn.see(the_one, turn.reading.whom_to_fix))


@router.button("person_fix")
async def on_fix_menu(turn: Turn) -> Message | None:
    return await turn.see(fixing.fix_menu, turn.subject)


@router.choice("fix")
async def on_fix(turn: Turn) -> Message | None:
    return await turn.do(fixing.ask_fix, turn.subject, turn.arg)


@router.choice("fix_unit")
async def on_fix_unit(turn: Turn) -> Message | None:
    return await turn.do(fixing.read_fix, turn.subject, turn.arg)


@router.topic(fixing.TOPIC, hears=read_back("value", Hears.ANYTHING))
async def on_fix_said(turn: Turn) -> Response:
    """The new words; «đúng» when they were read back."""
    if turn.heard is None or not turn.text:
        return PASS
    if "value" in turn.heard.answers and turn.reading.sends:
        return await turn.do(fixing.fix, turn.about)
    return await turn.do(fixing.read_fix, turn.about, turn.text)


@router.button("fix_go")
async def on_fix_go(turn: Turn) -> Message | None:
    return await turn.do(fixing.fix, turn.subject, turn.arg)


@router.button("fix_drop")
async def on_fix_drop(turn: Turn) -> Message | None:
    return await turn.do(fixing.drop_fix, turn.subject)


@router.button("newcomer")
@router.command("themnguoi")
@router.said("newcomer")
async def on_newcomer(turn: Turn) -> Message | None:
    return await turn.do(ask_newcomer)


@router.said("roster_rows", may=Permission.MANAGE_PEOPLE)
async def on_list(turn: Turn) -> Message | None:
    """«danh sách cán bộ:» and a row a line, copied from a sheet."""
    return await turn.do(enlisting.read_list, turn.reading.roster_rows)


@router.button("enlist.add")
async def on_add_listed(turn: Turn) -> Message | None:
    return await turn.do(enlisting.add_listed, turn.arg)


@router.topic(enlisting.TOPIC, hears=read_back("rows"))
async def on_list_heard(turn: Turn) -> Response:
    """A yes writes down what was read back."""
    return await turn.do(enlisting.add_listed) if turn.reading.sends else PASS


@router.button("newcomer_is")
async def on_tapped(turn: Turn) -> Message | None:
    question, _, answer = turn.arg.partition(".")
    return await turn.do(answer_newcomer, question, answer)


@router.button("newcomer_add")
async def on_add(turn: Turn) -> Message | None:
    return await turn.do(add_newcomer)


@router.button("newcomer_drop")
async def on_drop(turn: Turn) -> Message | None:
    return await turn.do(drop_newcomer)


def _asked(said: Expectation) -> frozenset[Hears]:
    """The next answer, a telephone too; a plain yes once all was read back."""
    return frozenset({Hears.ANYTHING if expected(said.answers) else Hears.YES})


@router.topic(TOPIC, hears=_asked)
async def on_typed(turn: Turn) -> Response:
    """The next answer; «đúng» when all was read back."""
    question = expected(turn.heard.answers if turn.heard else {})
    if question:
        return await turn.do(answer_newcomer, question, turn.text)
    return await turn.do(add_newcomer) if turn.reading.sends else PASS


def _page(turn: Turn) -> int:
    return int(turn.arg) if turn.arg.isdecimal() else 0
