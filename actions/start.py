"""Everybody's own corner: beginning, help, language, silence, and forgetting what was asked."""

from actions.assignments import drafting
from actions.assignments.completion import drop_drafts
from actions.desk import action, view
from domain.access import Duty, Permission
from domain.letters import Letter, Message, Press, result
from domain.menus import menu_of, side_of
from domain.names import given_name
from domain.refusals import Refusal
from storage import Work
from storage.rows import spell

SAY_WITHOUT = "say.without"
LOCALES = ("vi", "en")
LANGUAGES = (
    Press("locale", arg="vi", label="@button.vietnamese"),
    Press("locale", arg="en", label="@button.english"),
)


@action(needs=Permission.TALK)
def begin(work: Work) -> Message | None:
    """`/start`: letters go out again, and the keyboard comes back; whoever had stopped them is
    told just that."""
    heard_nothing = work.accounts.set_muted(work.actor.me, False)
    was_away = work.accounts.set_reachable(work.actor.me)
    if heard_nothing or was_away:
        return Message("mute.off", keyboard=menu_of(work.actor))
    return _hello(work) if menu_of(work.actor) else _help(work)


def _hello(work: Work) -> Message:
    """The first thing to do, in two lines, with the keyboard; the rest is asked for."""
    menu = menu_of(work.actor)
    facts = {"name": given_name(work.actor.name)}
    return Message(f"hello.{menu}", facts, keyboard=menu)


@view(needs=Permission.TALK)
def help_page(work: Work) -> Message:
    """One screen, by role."""
    return _help(work)


@view(needs=Permission.TALK)
def other_door(work: Work, kind: str) -> Message:
    """What does not belong here, and whom to turn to."""
    return Message(f"talk.{kind}", {"contact": _contact(work)})


@view(needs=Permission.TALK)
def without_names(work: Work, line: str, sent: bool, alone: bool) -> Message:
    """The line with their number alone, to be recorded by a tap where it came alone."""
    facts = {"line": _quoted(line), "sent": ({},) if sent else ()}
    buttons = ((Press(SAY_WITHOUT),),) if alone and not sent else ()
    return Message("talk.household_line", facts, buttons)


@view(needs=Permission.FOLLOW_MATTERS)
def as_opinion(work: Work, line: str) -> Message:
    """What sounds like something that people say, to be raised by a tap."""
    return Message("talk.opinion_line", {"line": _quoted(line)}, ((Press(SAY_WITHOUT),),))


def _quoted(line: str) -> str:
    return line.replace("«", "").replace("»", "")


def _contact(work: Work) -> str:
    return work.office.contact if work.actor.office_id else ""


def _help(work: Work) -> Message:
    menu = menu_of(work.actor)
    supervises = Duty.SUPERVISION in work.actor.duties | work.actor.leads
    facts = {"contact": _contact(work), "supervises": ({},) if supervises else ()}
    return Message(f"help.{menu or 'stranger'}", facts, keyboard=menu)


@action(needs=Permission.TALK)
def forget_questions(work: Work) -> Message | None:
    """`/huy` always works: nothing is waited for any more, what was read back counts no more, and
    neither unsent reports nor work that was not given live on."""
    me = work.actor.me
    left = [
        drafting.close(work),
        work.turnouts.drop_echoes(me),
        work.expectations.forget_all(me),
        drop_drafts(work),
    ]
    return Message("cancel.done" if any(left) else "cancel.nothing", keyboard=menu_of(work.actor))


@view(needs=Permission.TALK)
def languages(work: Work) -> Message:
    return Message("language.ask", buttons=(LANGUAGES,))


@action(needs=Permission.TALK)
def set_locale(work: Work, locale: str, *, tapped: bool = False) -> Message | None:
    """The answer is a letter, because it is written in the new language; a question that was
    tapped says besides what was chosen."""
    if locale not in LOCALES:
        raise Refusal("unknown_button")
    work.accounts.set_locale(work.actor.me, locale)
    message = Message("language.set", keyboard=menu_of(work.actor))
    key = f"language:{work.actor.me}:{locale}:{spell(work.now)}"
    work.post(Letter(work.actor.me, message, key, answers=True))
    return result(f"language.chosen.{locale}") if tapped else None


@action(needs=Permission.TALK)
def mute(work: Work) -> Message | None:
    work.accounts.set_muted(work.actor.me, True)
    return Message(f"mute.on.{side_of(work.actor)}", buttons=((Press("unmute"),),))


@action(needs=Permission.TALK)
def unmute(work: Work) -> Message | None:
    work.accounts.set_muted(work.actor.me, False)
    return Message("mute.off")
