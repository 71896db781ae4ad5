"""The front door: turns an update into a turn, and a refusal into words."""

from collections.abc import Awaitable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace

from actions.desk import Desk, Receipt
from actions.office.groups import own_name
from actions.questions import WHICH, ask_which, leave
from actions.reception.recognition import Known, Recognition
from actions.rooms import subjects
from domain.dialogue import Expectation, Hears
from domain.letters import HERE, Message, Place, Press, instead
from domain.names import fold
from domain.refusals import Refusal
from handlers.kit.addressee import (
    Addressee,
    Situation,
    Way,
    addressed,
    left_behind,
    may_have_been_meant,
    plain,
    plainly_meant,
    replied_to,
    says_what_it_wants,
    shown_since,
)
from handlers.kit.buttons import labelled
from handlers.kit.incoming import Attachment, Incoming, Written
from handlers.kit.router import PASS, Ears, Handler, Response, Router
from handlers.kit.turn import Turn
from language import Meaning, Reading, agrees, open_books
from texts import load

ANONYMOUS_ADMIN = 1087968824
COMMAND_LETTERS = 64
DECIDES = "decision"
VERDICTS = frozenset({DECIDES, "report_item"})
"""Lines that decide about work which they need not name."""


@dataclass(frozen=True, slots=True)
class Answered:
    """Who spoke, what is said back, and the messages that asked for what they said."""

    known: Known
    message: Message | None
    asked: frozenset[int] = frozenset()
    asks: frozenset[str] | None = None
    """After words: what is asked with the answer, so that all else was asked before it."""
    went_on: bool = True
    """They were of something else than what was asked."""


class FrontDoor:
    def __init__(self, routes: Router, recognition: Recognition, desk: Desk) -> None:
        self._routes, self._recognition, self._desk = routes, recognition, desk
        self._labels = _labels(self._routes.labels)

    def open(self) -> None:
        """Before the first person comes, so that nobody waits for the word lists."""
        open_books(self._desk.clock())

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
        )
        try:
            done = receipt.outcome
            said = done.speak() if done else await self._route(turn, known)
            placed = self._recognition.placed(said, receipt.pressed)
            went_on = not receipt.answers
            return Answered(known, placed, receipt.answered, _asks(turn), went_on)
        except Refusal as refusal:
            return Answered(known, _words_of(refusal), asks=_asks(turn))

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
        handler = self._routes.buttons.get(press.verb) if press else None
        if press and not turn.is_private:
            handler = self._routes.group_taps.get(press.verb)
        if press is None or handler is None:
            raise Refusal("unknown_button")
        if press.verb == "q.which" and (chosen := await self._chosen(turn, press)):
            answer = await chosen[0](chosen[1])
            return await self._other(chosen[1], "text") if answer is PASS else answer
        answer = await handler(replace(turn, press=press))
        if answer is PASS:
            raise Refusal("unknown_button")
        is_choice = press.verb in self._routes.choices or press.arg == HERE
        return instead(answer) if answer and is_choice else answer

    async def _chosen(self, turn: Turn, press: Press) -> tuple[Handler, Turn] | None:
        """The question that was chosen, and what was said before it was asked which."""
        asked = (e for e in turn.waiting if (e.topic, str(e.subject)) == (WHICH, press.arg))
        kept = next((e.answers for e in asked), None)
        meant = next((e for e in turn.waiting if e.id == press.subject), None)
        handler = self._answering(meant) if meant else None
        if kept is None or handler is None:
            return None
        sent = Attachment(**kept["sent"]) if kept["sent"] else None
        return handler, await turn.saying(kept["text"], attachment=sent, heard=meant)

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
        if handler := self._routes.group_lines.get(said.reading.intent):
            return await _answer(handler, said)
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
        said = replace(turn, attachment=message.attachment, card=_apart_or_card(turn, message))
        for handler, turn_of_it in self._meant(said, message):
            if (answer := await handler(turn_of_it)) is not PASS:
                return answer
        if said.text or said.attachment:
            return await self._unasked(said)
        return await self._other(said, "unsupported")

    async def _edited(self, turn: Turn) -> Message | None:
        """A message to us alone that was changed later: said anew, where its words stand in a
        question and nothing was done with them."""
        message = turn.message
        if not turn.is_private or message is None:
            return None
        if not _may_be_said_anew(turn, message):
            return await self._other(turn, "edited")
        turn.receipt.anew = True
        before = (e.without(message.id) for e in turn.waiting)
        return await self._in_private(replace(turn, asked=tuple(filter(None, before))), message)

    async def _unasked(self, turn: Turn) -> Message | None:
        """What answers nothing in particular: words by what they mean, a bare attachment, or
        somebody else's message passed on."""
        meaning, kind = Meaning("attachment"), "attachment"
        if turn.text:
            meaning, kind = turn.reading.meaning("none"), "text"
        if turn.message and turn.message.is_forwarded:
            meaning = Meaning("forwarded")
        if subjects().is_apart(turn.card) and not turn.reading.names_assignment:
            return await self._other(turn, "apart")
        handler = self._routes.intents.get(meaning.intent)
        answer = await handler(replace(turn, meaning=meaning)) if handler else PASS
        if answer is not PASS:
            return answer
        said = _said(turn)
        several = len(may_have_been_meant(said, self._hears)) > 1
        left = left_behind(said, self._hears)
        if left and said.reading.leaves:
            return await _leave(replace(turn, heard=left[0]))
        if (several and meaning.intent != "forwarded") or left:
            return await self._ask_which(turn)
        if asks := says_what_it_wants(said, self._hears):
            return await _answer(self._routes.topics[asks.topic], replace(turn, heard=asks))
        return await self._other(turn, kind)

    async def _ask_which(self, turn: Turn) -> Message | None:
        """What was said and sent is kept, and asked of each question that can hear it."""
        able = [e.id for e in may_have_been_meant(_said(turn), self._hears)]
        sent = asdict(turn.attachment) if turn.attachment else {}
        said = {"text": turn.text, "sent": sent}
        return await turn.do(ask_which, said, able, turn.incoming.number)

    def _answering(self, question: Expectation) -> Handler | None:
        topic = question.topic
        return self._routes.topics.get(topic) or self._routes.yes_no.get(topic)

    def _hears(self, question: Expectation) -> Ears | None:
        """What an open question can be answered with."""
        ears = self._routes.ears.get(question.topic)
        found = ears(question) if ears else None
        asks_yes = question.topic in self._routes.yes_no
        return (found or frozenset()) | {Hears.YES} if asks_yes else found

    def _meant(self, turn: Turn, message: Written) -> Iterator[tuple[Handler, Turn]]:
        """Who may be meant, in order: a label, also of a button under what was replied to, the
        newest question if yes or no answers it, words known by heart; then as `addressee` says."""
        if handler := self._labels.get(turn.reading.words):
            yield handler, turn
        said = _said(turn, message)
        if said_on_it := _label_said(said, message):
            yield self._tapped(said_on_it), turn
        asked = replied_to(said)
        newest = next((e for e in turn.open if self._answering(e)), None)
        later = not (asked or said.card) and shown_since(said, newest)
        told = self._routes.acknowledged.get(turn.spoken_of.partition(":")[0])
        if told and later and turn.reading.yes_no == "yes":
            yield told, turn
        bare = newest if newest and not (asked or said.card or later) else None
        if bare and (handler := self._routes.yes_no.get(bare.topic)):
            yield handler, replace(turn, heard=bare)
        if not (asked or said.card):
            yield from self._turned(turn, plainly_meant(said, self._hears))
        if handler := self._routes.lines.get(line := _line_of(turn, said.card)):
            yield handler, replace(turn, card=said.card) if line == DECIDES else turn
        if asked and (handler := self._routes.yes_no.get(asked.topic)):
            yield handler, replace(turn, heard=asked)
        yield from self._turned(turn, addressed(said, self._hears), said.card)

    def _tapped(self, data: str) -> Handler:
        """What a tap on the button does whose label was typed."""

        async def tapped(turn: Turn) -> Response:
            return await self._pressed(turn, data)

        return tapped

    def _turned(
        self, turn: Turn, meant: Iterable[Addressee], card: str = ""
    ) -> Iterator[tuple[Handler, Turn]]:
        """Who answers for each that may be meant."""
        for one in meant:
            if one.way is Way.ASK:
                yield self._ask_which, turn
            elif one.way is Way.LEAVE:
                yield _leave, replace(turn, heard=one.question)
            elif one.way is Way.EXPECTS:
                yield _expects, turn
            elif one.question and (handler := self._answering(one.question)):
                yield handler, replace(turn, heard=one.question)
            elif handler := self._routes.replies.get(card.partition(":")[0]):
                yield handler, replace(turn, card=card)

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
    says_more = not (moves or turn.text.startswith("/") or plain(_said(turn, message)))
    return says_more and any(e.was_said_in(message.id) for e in turn.waiting)


def _command_of(text: str) -> tuple[str, str]:
    """`/viec@the_bot 47` -> `viec`, `47`."""
    name, _, args = text[1:].partition(" ")
    return name.partition("@")[0].casefold()[:COMMAND_LETTERS], args.strip()


def _labels(handlers: Mapping[str, Handler]) -> dict[str, Handler]:
    """The reply keyboards' labels in every language, tapped or typed in small letters."""
    return {
        fold(load(locale)[f"menu.{name}"]): handler
        for locale in ("vi", "en")
        for name, handler in handlers.items()
    }


def _apart_or_card(turn: Turn, message: Written) -> str:
    """The card that was replied to, also where a letter only speaks of such a thing."""
    spoken = _spoken_of_in(message.reply_to) if message.reply_to else ""
    return spoken if not turn.card and subjects().is_apart(spoken) else turn.card or ""


def _line_of(turn: Turn, card: str) -> str:
    """What the whole line says; under such a card it decides about nobody's work."""
    verdict = turn.reading.intent in VERDICTS and not turn.reading.names_assignment
    return "" if verdict and subjects().is_apart(card) else turn.reading.intent


def _said(turn: Turn, message: Written | None = None) -> Situation:
    """What came, and what stands open, for whoever decides who is addressed."""
    kind = turn.attachment.kind if turn.attachment else ""
    reply = message.reply_to if message else None
    card = turn.card or (_spoken_of_in(reply) if reply else "")
    asked_in = reply.id if reply else None
    return Situation(turn.reading, turn.waiting, kind, asked_in, card, turn.spoken_at)


def _label_said(said: Situation, message: Written) -> str:
    """What the button says whose label, under the message that was replied to, was typed."""
    under = message.reply_to
    if not (under and under.sender and under.sender.is_bot) or plain(said) or said.attachment:
        return ""
    return labelled(under.buttons, said.reading)


def _spoken_of_in(message: Written) -> str:
    """What a message of ours speaks of, by its buttons: one thing, or several pieces of work."""
    if not (message.sender and message.sender.is_bot):
        return ""
    pressed = (Press.unpack(key.data) for key in message.buttons)
    found = subjects().replied_in(press for press in pressed if press)
    if len(found) < 2:
        return "".join(found)
    work = [one.partition(":")[2] for one in found if one.startswith("assignment:")]
    return f"listed:{','.join(work)}" if work else ""


async def _expects(turn: Turn) -> Message | None:
    return Message("which.expects", {"text": turn.text})


async def _leave(turn: Turn) -> Message | None:
    return await turn.do(leave, turn.heard) if turn.heard else None


def _asks(turn: Turn) -> frozenset[str] | None:
    """What is asked from now on, where something was open."""
    return turn.receipt.asks if turn.is_private and turn.text and turn.asked else None


def _words_of(refusal: Refusal) -> Message:
    return Message(f"refusal.{refusal.code}", refusal.facts, place=Place.ALERT)
