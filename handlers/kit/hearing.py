"""Who hears what somebody says to us alone: a label, a question, a card, a line of its own."""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from functools import cache

from actions.cards import labelled_card
from actions.questions import ask_which, leave, show_again, shown_as
from actions.rooms import subjects
from domain.dialogue import BY_BUTTON, PRESS, Expectation, Hears
from domain.letters import Message, Press
from domain.names import fold
from handlers.kit.addressee import (
    Addressee,
    Situation,
    Way,
    addressed,
    came_after,
    gives_way,
    is_fresh,
    left_behind,
    may_have_been_meant,
    plain,
    plainly_meant,
    replied_to,
    says_what_it_wants,
    shown_since,
)
from handlers.kit.buttons import labelled
from handlers.kit.incoming import Key, Written
from handlers.kit.router import PASS, Ears, Handler, Response, Router
from handlers.kit.turn import Turn
from language import Meaning
from texts import Words, load

DECIDES = "decision"
VERDICTS = frozenset({DECIDES, "report_item"})
"""Lines that decide about work which they need not name."""
OF_WORK = frozenset({DECIDES, "verdict_slip", "stand_in", "step_words", "activity_order"})
"""Lines that are taken for work, or for a day, which they need not name."""
MAY_BE_WHY = frozenset({"away_told"})
"""Lines that may as well be the reason that was just asked for: «đồng chí Bình đi học»."""
OF_ONE_THING = frozenset({Hears.REASON, Hears.DAY})
WORK = "work."
"""So the topics of questions about work begin."""
LABEL_WORDS = 6
Pressed = Callable[[Turn, str], Awaitable[Message | None]]


class Hearing:
    """Names each handler that may be meant, with its turn, in order; the first that answers is."""

    def __init__(self, routes: Router, pressed: Pressed) -> None:
        self._routes, self._pressed = routes, pressed
        self._labels = _labels(routes.labels)

    def meant(self, turn: Turn, message: Written) -> Iterator[tuple[Handler, Turn]]:
        """Who may be meant, in order: a label, also of a button under what was replied to, the
        newest question if yes or no answers it, words known by heart; what the newest question
        asks which of, before the label of an older card; then as `addressee` says."""
        if handler := self._labels.get(turn.reading.words):
            yield handler, turn
        said = situation(turn, message)
        if said_on_it := _label_said(said, message):
            yield self._tapped(said_on_it), turn
        if handler := self._routes.carried.get(said.card.partition(":")[0]):
            yield handler, replace(turn, card=said.card)
        asked = replied_to(said)
        newest = next((e for e in said.open if self.answering(e)), None)
        later = not (asked or said.card) and shown_since(said, newest)
        told = self._routes.acknowledged.get(turn.spoken_of.partition(":")[0])
        if told and later and turn.reading.yes_no == "yes":
            yield told, turn
        refused = self._routes.declined.get(turn.spoken_of.partition(":")[0])
        newer = not (asked or said.card) and (newest is None or came_after(said, newest))
        said_so = turn.reading.refuses or turn.reading.agrees_to_join or turn.reading.agreed_with
        if refused and newer and (said_so or any(turn.reading.going)):
            yield refused, turn
        bare = newest if newest and not (asked or said.card or later) else None
        if bare and (handler := self._routes.yes_no.get(bare.topic)):
            yield handler, replace(turn, heard=bare)
        if not (asked or said.card):
            yield from self._turned(turn, plainly_meant(said, self._hears))
        line = _line_of(turn, said.card)
        if line in OF_WORK and not said.card:
            yield from self._of_things(turn)
        if line == DECIDES and turn.reading.asks and (put := asked or bare) and self._carries(put):
            yield from self._turned(turn, [Addressee(Way.ANSWER, put)])
        if line in MAY_BE_WHY and bare and self._asks_why(bare) and not turn.reading.when:
            yield from self._turned(turn, [Addressee(Way.ANSWER, bare)])
        if handler := self._routes.lines.get(line):
            of = replace(turn, read_back=self._only_read_back(said))
            yield handler, replace(of, card=said.card) if line == DECIDES else of
        shows = self._routes.shown.get(turn.spoken_of.partition(":")[0])
        if shows and newer and turn.attachment and turn.attachment.kind == "photo":
            yield shows, turn
        if asked and (handler := self._routes.yes_no.get(asked.topic)):
            yield handler, replace(turn, heard=asked)
        if not (asked or said.card or plain(said)) and _may_be_label(turn):
            if newest and newest.asks_which and (handler := self.answering(newest)):
                yield handler, replace(turn, heard=newest)
            yield self._labelled, turn
        for one in addressed(said, self._hears):
            if not (asked or said.card) and one.question and one.question.topic.startswith(WORK):
                yield from self._of_things(turn)
            if not asked and one.question and self._is_of_one_thing(one.question):
                yield self._routes.others["ordered"], turn
            yield from self._turned(turn, [one], said.card)

    def unasked(self, turn: Turn) -> Iterator[tuple[Handler, Turn]]:
        """The same of what answers nothing in particular: words by what they mean, a bare
        attachment, or somebody else's message passed on."""
        if turn.card and subjects().is_apart(turn.card) and not turn.reading.names_assignment:
            yield last_word(self._routes.others["apart"]), turn
        meaning = _meaning_of(turn)
        if meaning.intent != "forwarded" and not turn.card:
            yield from self._of_things(turn)
        if handler := self._routes.intents.get(meaning.intent):
            yield handler, replace(turn, meaning=meaning)
        said = situation(turn)
        several = len(may_have_been_meant(said, self._hears)) > 1
        left = left_behind(said, self._hears)
        if left and said.reading.leaves:
            yield _leave, replace(turn, heard=left[0])
        if (several and meaning.intent != "forwarded") or left:
            yield self._ask_which, turn
        if asks := says_what_it_wants(said, self._hears):
            yield last_word(self._routes.topics[asks.topic]), replace(turn, heard=asks)

    def _only_read_back(self, said: Situation) -> bool:
        return all(gives_way(self._hears(e) or frozenset()) for e in said.open)

    def _carries(self, question: Expectation) -> bool:
        """Whatever is said there is carried on as it is: «vướng gì?» is what somebody is asked."""
        return Hears.ANYTHING in (self._hears(question) or ())

    def _asks_why(self, question: Expectation) -> bool:
        return Hears.REASON in (self._hears(question) or ())

    def _is_of_one_thing(self, question: Expectation) -> bool:
        """It asks why, or which day: lines of new work are no answer to it."""
        return not OF_ONE_THING.isdisjoint(self._hears(question) or ())

    def answering(self, question: Expectation) -> Handler | None:
        topic = question.topic
        if topic == BY_BUTTON:
            return self._said_yes(str(question.answers[PRESS]))
        return self._routes.topics.get(topic) or self._routes.yes_no.get(topic)

    def _of_things(self, turn: Turn) -> Iterator[tuple[Handler, Turn]]:
        """«GS19 xong buổi làm việc» is of that visit, and never of work that it does not name."""
        if turn.reading.of_things:
            yield self._routes.others["thing"], turn

    def _tapped(self, data: str) -> Handler:
        """What a tap on the button does whose label was typed."""

        async def tapped(turn: Turn) -> Response:
            return await self._pressed(turn, data)

        return tapped

    async def _labelled(self, turn: Turn) -> Response:
        """What the newest card's button does whose label was typed."""
        chat = turn.incoming.chat
        card = await turn.see(labelled_card, chat.id) if chat else None
        words = Words(turn.actor.locale, texts=load(turn.actor.locale))
        presses = [press for row in card.buttons for press in row] if card else []
        said = labelled([Key(words.label(one), one.pack()) for one in presses], turn.reading)
        return await self._pressed(turn, said) if said else PASS

    def _said_yes(self, data: str) -> Handler:
        """A yes to what was read back with a button alone is a tap on it."""

        async def answered(turn: Turn) -> Response:
            return await self._pressed(turn, data) if turn.reading.sends else PASS

        return answered

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
            elif one.way is Way.REPEAT:
                yield self._repeated, replace(turn, heard=one.question)
            elif one.way is Way.AGAIN:
                yield self._confirmed, replace(turn, heard=one.question)
            elif one.question and (handler := self.answering(one.question)):
                yield handler, replace(turn, heard=one.question)
            elif handler := self._routes.replies.get(card.partition(":")[0]):
                yield handler, replace(turn, card=card)

    async def _confirmed(self, turn: Turn) -> Response:
        """What was read back before something else was said: what was understood as another
        thing is no cover for the word of its own button; else it is shown again whole."""
        asked = turn.heard
        shown = await turn.see(shown_as, asked.id) if asked else None
        handler = self.answering(asked) if asked else None
        if asked is None or shown is None or handler is None:
            return PASS
        if asked.misheard or not is_fresh(asked, situation(turn)):
            return await turn.do(show_again, asked)
        words = Words(turn.actor.locale, texts=load(turn.actor.locale))
        label = words.label(shown.buttons[0][0])
        own = turn.reading.is_word_of(label)
        return await handler(turn) if own else PASS

    async def _repeated(self, turn: Turn) -> Response:
        """«ok» under «Hạn đến khi nào?»: it is asked again, as it stands."""
        asked = turn.heard
        shown = await turn.see(shown_as, asked.id) if asked else None
        return await turn.do(show_again, asked) if shown and asked else PASS

    async def _ask_which(self, turn: Turn) -> Message | None:
        """What was said and sent is kept, and asked of each question that can hear it; a mere
        word is only heard where all of them ask which was meant."""
        meant = may_have_been_meant(situation(turn), self._hears)
        able = [e.id for e in meant]
        if meant and plain(situation(turn)) and all(e.asks_which for e in meant):
            return Message("talk.ack")
        sent = asdict(turn.attachment) if turn.attachment else {}
        said = {"text": turn.text, "sent": sent}
        return await turn.do(ask_which, said, able, turn.incoming.number)

    def _hears(self, question: Expectation) -> Ears | None:
        """What an open question can be answered with."""
        if question.topic == BY_BUTTON:
            return frozenset({Hears.CHOICE, Hears.YES})
        ears = self._routes.ears.get(question.topic)
        found = ears(question) if ears else None
        asks_yes = question.topic in self._routes.yes_no
        return (found or frozenset()) | {Hears.YES} if asks_yes else found


def last_word(handler: Handler) -> Handler:
    """A handler after whom nobody is asked."""

    async def answered(turn: Turn) -> Response:
        said = await handler(turn)
        return None if said is PASS else said

    return answered


def _meaning_of(turn: Turn) -> Meaning:
    if turn.message and turn.message.is_forwarded:
        return Meaning("forwarded")
    return turn.reading.meaning("none") if turn.text else Meaning("attachment")


def situation(turn: Turn, message: Written | None = None) -> Situation:
    """What came, and what stands open, for whoever decides who is addressed."""
    kind = turn.attachment.kind if turn.attachment else ""
    reply = message.reply_to if message else None
    card = turn.card or (_spoken_of_in(reply) if reply else "")
    asked_in = reply.id if reply else None
    return Situation(turn.reading, turn.waiting, kind, asked_in, card, turn.spoken_at)


def apart_or_card(turn: Turn, message: Written) -> str:
    """The card that was replied to, also where a letter only speaks of such a thing."""
    if turn.card or not message.reply_to:
        return turn.card
    spoken = _spoken_of_in(message.reply_to)
    return spoken if subjects().is_apart(spoken) else ""


def _line_of(turn: Turn, card: str) -> str:
    """What the whole line says; under such a card it decides about nobody's work."""
    verdict = turn.reading.intent in VERDICTS and not turn.reading.names_assignment
    return "" if verdict and subjects().is_apart(card) else turn.reading.intent


def _label_said(said: Situation, message: Written) -> str:
    """What the button says whose label, under the message that was replied to, was typed."""
    under = message.reply_to
    if not (under and under.sender and under.sender.is_bot) or plain(said) or said.attachment:
        return ""
    return labelled(under.buttons, said.reading)


def _may_be_label(turn: Turn) -> bool:
    """A few words and no figure, of whoever works here."""
    few = 0 < len(turn.text.split()) <= LABEL_WORDS and not any(map(str.isdigit, turn.text))
    return few and not turn.attachment and turn.actor.person_id is not None


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


def _labels(handlers: Mapping[str, Handler]) -> dict[str, Handler]:
    """The reply keyboards' labels in every language, tapped or typed in small letters."""
    return {words: handler for name, handler in handlers.items() for words in _called(name)}


@cache
def _called(label: str) -> tuple[str, ...]:
    return tuple(fold(load(locale)[f"menu.{label}"]) for locale in ("vi", "en"))


async def _expects(turn: Turn) -> Message | None:
    return Message("which.expects", {"text": turn.text})


async def _leave(turn: Turn) -> Message | None:
    return await turn.do(leave, turn.heard) if turn.heard else None
