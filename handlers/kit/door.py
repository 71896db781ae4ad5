"""The front door: turns an update into a turn, and a refusal into words."""

from collections.abc import Awaitable
from dataclasses import dataclass, replace
from itertools import chain

from actions.desk import Desk, Receipt
from actions.office.groups import own_name
from actions.questions import WHICH
from actions.reception.recognition import Known, Recognition
from actions.start import SAY_WITHOUT
from domain.dialogue import LINES
from domain.letters import HERE, Buttons, Message, Place, Press, instead
from domain.refusals import Refusal
from handlers.kit.addressee import plain
from handlers.kit.files import NO_FILES, Files
from handlers.kit.hearing import Hearing, apart_or_card, situation
from handlers.kit.incoming import Attachment, Incoming, Written
from handlers.kit.other_work import said_of_own
from handlers.kit.router import PASS, Handler, Response, Router
from handlers.kit.same_deed import SameDeed
from handlers.kit.turn import Turn
from handlers.kit.unfit import named_household, said_without
from language import Reading, agrees, open_books

ANONYMOUS_ADMIN = 1087968824
COMMAND_LETTERS = 64


@dataclass(frozen=True, slots=True)
class Answered:
    """Who spoke, what is said back, and the messages that asked for what they said."""

    known: Known
    message: Message | None
    asked: frozenset[int] = frozenset()
    asks: frozenset[str] | None = None
    """After words: what is asked with the answer, so that all else was asked before it."""
    went_on: bool = True
    """They were of something else than what was asked, and left nothing."""
    done: Buttons = frozenset()
    """Which buttons elsewhere would do what was done."""
    leaves: bool = False
    """Nothing is written over the message that was pressed: it asks no more either."""


class FrontDoor:
    def __init__(
        self, routes: Router, recognition: Recognition, desk: Desk, files: Files = NO_FILES
    ) -> None:
        self._routes, self._recognition, self._desk = routes, recognition, desk
        self._files = files
        self._hearing = Hearing(routes, self._pressed)
        self._same = SameDeed(routes)

    def open(self) -> None:
        """Read the word lists, so that nobody who writes waits for them."""
        open_books(self._desk.clock())
        self._same.open()

    async def answer(self, update: Incoming, receipt: Receipt) -> Answered:
        """Find who speaks and what they mean, do it, and say what came of it. What was decided
        before a crash is only said again: the world may have moved on since."""
        known = self.recognise(update)
        if update.pressed and update.message:
            receipt.pressed = update.message.chat.id, update.message.id
        if update.typed and update.typed.chat.is_private:
            receipt.said_in = update.typed.id
        turn = Turn(
            update,
            known.actor,
            self._desk,
            self._recognition,
            receipt,
            self._read(update, known),
            known.clock,
            asked=known.waiting,
            spoken_of=known.spoken_of,
            spoken_at=known.spoken_at,
            files=self._files,
        )
        try:
            done = receipt.outcome
            said = done.speak() if done else await self._route(turn, known)
            pressed = receipt.pressed
            placed = self._recognition.placed(said, pressed) if pressed else said
            went_on = not (receipt.answers or (turn.asked and turn.reading.leaves))
            answered = Answered(known, placed, receipt.answered, _asks(turn), went_on)
            return replace(answered, done=self._done(receipt), leaves=receipt.leaves)
        except Refusal as refusal:
            return Answered(known, _words_of(refusal), asks=_asks(turn))

    def _done(self, receipt: Receipt) -> Buttons:
        """Which buttons do what was just done, in words or by one of them."""
        same = self._same.buttons(receipt.did) if receipt.did else frozenset()
        return same | receipt.chose

    def _read(self, update: Incoming, known: Known) -> Reading:
        """What was typed, by the office's clock; of anything else the moment alone."""
        if update.typed and known.clock:
            return Reading(update.typed.text, known.clock.now, known.clock.calendar)
        return Reading("", self._desk.clock().astimezone(known.actor.zone))

    def recognise(self, update: Incoming) -> Known:
        """Who speaks."""
        reply = update.typed.reply_to if update.typed else None
        if update.kind == "message_reaction":
            reply = update.message
        return self._recognition.recognise(
            update.sender.id if update.sender else 0,
            update.chat.id if update.chat else 0,
            reply.id if reply else None,
            typed=update.typed is not None,
        )

    def is_stranger(self, telegram_id: int) -> bool:
        """Whether no office knows them."""
        return self._recognition.recognise(telegram_id).actor.person_id is None

    async def _route(self, turn: Turn, known: Known) -> Message | None:
        update, message = turn.incoming, turn.incoming.said
        if update.pressed:
            return await self._pressed(turn, update.pressed.data)
        if update.kind == "my_chat_member":
            return await self._other(turn, "member")
        if update.kind == "message_reaction":
            return await self._reacted(replace(turn, card=known.card))
        if update.kind == "edited_message":
            return await self._edited(replace(turn, card=known.card))
        if message is None or message.sender is None:
            return None
        if message.moved_to:
            await self._recognition.moved(message.chat.id, message.moved_to)
            return None
        said = replace(turn, card=known.card)
        if not turn.is_private:
            return await self._in_group(said, message)
        return await self._in_private(said, message)

    async def _reacted(self, turn: Turn) -> Message | None:
        """«👍» under a card; under anything else, and any other sign, it is only kindness."""
        handler = self._routes.reactions.get(turn.card.partition(":")[0])
        known = turn.is_private and turn.actor.person_id is not None
        if not (handler and known and agrees(turn.incoming.reaction)):
            return None
        return await _answer(handler, turn)

    async def _pressed(self, turn: Turn, data: str) -> Message | None:
        press = Press.unpack(data)
        if press and press.verb == SAY_WITHOUT and turn.is_private:
            return await self._said_without(turn)
        handler = self._routes.buttons.get(press.verb) if press else None
        if press and not turn.is_private:
            handler = self._routes.group_taps.get(press.verb)
        if press is None or handler is None:
            raise Refusal("unknown_button")
        if press.verb == "q.which" and (chosen := await self._chosen(turn, press)):
            return await self._answered_for(*chosen, int(press.arg))
        answer = await handler(replace(turn, press=press))
        if answer is PASS:
            raise Refusal("unknown_button")
        is_choice = press.verb in self._routes.choices or press.arg == HERE
        return instead(answer) if answer and is_choice else answer

    async def _said_without(self, turn: Turn) -> Message | None:
        """The line without names, as if it were typed."""
        said = await said_without(turn)
        if said is None or said.message is None:
            raise Refusal("words_gone")
        said.receipt.leaves = True
        return await self._in_private(said, said.message)

    async def _chosen(self, turn: Turn, press: Press) -> tuple[Handler, Turn] | None:
        """The question that was chosen, and what was said before it was asked which."""
        asked = (e for e in turn.waiting if (e.topic, str(e.subject)) == (WHICH, press.arg))
        kept = next((e.answers for e in asked), None)
        meant = next((e for e in turn.waiting if e.id == press.subject), None)
        handler = self._hearing.answering(meant) if meant else None
        if kept is None or handler is None:
            return None
        sent = Attachment(**kept["sent"]) if kept["sent"] else None
        return handler, await turn.saying(kept["text"], attachment=sent, heard=meant)

    async def _answered_for(self, handler: Handler, said: Turn, asked: int) -> Message | None:
        """The words go to the question that was chosen: which one is asked no more."""
        said.receipt.over = WHICH, asked
        answer = await handler(said)
        kind = "text" if said.text else "attachment"
        told = await self._other(said, kind) if answer is PASS else answer
        if answer is not PASS or said.receipt.spent:
            said.chose(("q.none", asked))
            said.receipt.leaves = True
        return told

    async def _in_group(self, turn: Turn, message: Written) -> Message | None:
        """In a group only commands, replies to the bot and lines that call it are answered, and
        what they say is said to the person alone, but for what a group may know."""
        is_command = turn.text.startswith("/")
        reply = message.reply_to
        to_us = bool(reply and reply.sender and reply.sender.is_bot)
        me = await turn.see(own_name) if message.mentions else ""
        if not (is_command or to_us or me in message.mentions):
            return None
        if message.is_anonymous or turn.user_id == ANONYMOUS_ADMIN:
            raise Refusal("anonymous_admin")
        name = _command_of(turn.text)[0] if is_command else ""
        if handler := self._routes.groups.get(name):
            return await _answer(handler, turn)
        if turn.actor.person_id is None or (is_command and name not in self._routes.commands):
            return await self._other(turn, "group")
        if not is_command:
            return await self._called_in_group(turn, message, me)
        command = self._routes.commands[name]
        return await _alone(command(replace(turn, args=_command_of(turn.text)[1])))

    async def _called_in_group(self, turn: Turn, message: Written, me: str) -> Message | None:
        """A line that calls the bot or answers it: read without our name, and without what is
        open in the private chat, which nobody here has seen."""
        words = [word for word in turn.text.split(" ") if word.casefold() != f"@{me}"]
        said = await turn.saying(" ".join(words), card="")
        handler = self._routes.group_lines.get(said.reading.intent)
        if handler and (answer := await handler(said)) is not PASS:
            return answer
        apart = replace(said, asked=(), spoken_of="")
        if not apart.text and not message.attachment:
            return await self._other(turn, "group")
        said_alone = await _alone(self._in_private(apart, replace(message, reply_to=None)))
        return said_alone or await self._other(turn, "group")

    async def _in_private(self, turn: Turn, message: Written) -> Message | None:
        said = await self._heard(turn, message)
        known, done = turn.actor.person_id, turn.receipt.spent
        silent = said is None and known and turn.text and not done
        return await self._other(turn, "quiet") if silent else said

    async def _heard(self, turn: Turn, message: Written) -> Message | None:
        if turn.text.startswith("/"):
            return await self._commanded(turn)
        if message.contact:
            return await self._other(turn, "contact")
        if turn.actor.person_id is None:
            return await self._other(turn, "stranger")
        if no := await named_household(turn):
            return no
        said = replace(turn, attachment=message.attachment, card=apart_or_card(turn, message))
        said = await said_of_own(said)
        says_something = bool(said.text or said.attachment)
        unasked = self._hearing.unasked(said) if says_something else ()
        for handler, turn_of_it in chain(self._hearing.meant(said, message), unasked):
            if (answer := await handler(turn_of_it)) is not PASS:
                return answer
        kind = ("text" if said.text else "attachment") if says_something else "unsupported"
        return await self._other(said, kind)

    async def _edited(self, turn: Turn) -> Message | None:
        """A message to us alone that was changed later: said anew, where its words stand in a
        question and nothing was done with them."""
        message = turn.message
        if not turn.is_private or message is None:
            return None
        if no := await named_household(turn):
            return no
        if not _may_be_said_anew(turn, message):
            return await self._other(turn, "edited")
        if (reworded := await self._reworded(turn, message)) is not PASS:
            return reworded
        turn.receipt.anew = True
        before = (e.without(message.id) for e in turn.waiting)
        return await self._in_private(replace(turn, asked=tuple(filter(None, before))), message)

    async def _reworded(self, turn: Turn, message: Written) -> Response:
        """What gathers the lines of several messages keeps the others, and stays where it is."""
        gathered = next(
            (e for e in turn.waiting if str(message.id) in e.answers.get(LINES, ())), None
        )
        handler = self._routes.reworded.get(gathered.topic) if gathered else None
        return await handler(replace(turn, heard=gathered)) if handler else PASS

    async def _commanded(self, turn: Turn) -> Message | None:
        name, args = _command_of(turn.text)
        if name == "start" and args:
            prefix, _, rest = args.partition("-")
            if link := self._routes.links.get(prefix):
                return await _answer(link, replace(turn, args=rest))
        if handler := self._routes.commands.get(name):
            return await _answer(handler, replace(turn, args=args))
        return await self._other(turn, "stranger" if turn.actor.person_id is None else "text")

    async def _other(self, turn: Turn, kind: str) -> Message | None:
        handler = self._routes.others.get(kind)
        return await _answer(handler, turn) if handler else None


async def _alone(answering: Awaitable[Response]) -> Message | None:
    """The same, to the one who spoke in a group, in their private chat."""
    try:
        said = await answering
    except Refusal as refusal:
        said = _words_of(refusal)
    return replace(said, place=Place.ALONE) if isinstance(said, Message) else None


async def _answer(handler: Handler, turn: Turn) -> Message | None:
    """The word of a handler after whom nobody is asked."""
    said = await handler(turn)
    return None if said is PASS else said


def _may_be_said_anew(turn: Turn, message: Written) -> bool:
    """Words that stand in a question; «ok» and commands are said in a message of their own, and
    a place that moves on is the place that was sent."""
    sent = message.attachment
    moves = sent is not None and sent.kind == "location"
    says_more = not (moves or turn.text.startswith("/") or plain(situation(turn, message)))
    return says_more and any(e.was_said_in(message.id) for e in turn.waiting)


def _command_of(text: str) -> tuple[str, str]:
    """`/viec@the_bot 47` -> `viec`, `47`."""
    name, _, args = text[1:].partition(" ")
    return name.partition("@")[0].casefold()[:COMMAND_LETTERS], args.strip()


def _asks(turn: Turn) -> frozenset[str] | None:
    """What is asked from now on, where something was open."""
    return turn.receipt.asks if turn.is_private and turn.text and turn.asked else None


def _words_of(refusal: Refusal) -> Message:
    return Message(f"refusal.{refusal.code}", refusal.facts, place=Place.ALERT)
