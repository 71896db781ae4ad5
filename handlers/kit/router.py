"""A table of routes: one look-up by verb, command, label or topic, never a row of questions."""

from collections.abc import Awaitable, Callable, Iterable
from enum import Enum
from typing import TypeVar

from domain.access import Permission
from domain.dialogue import Expectation, Hears
from domain.letters import Message
from handlers.kit.turn import Turn


class Pass(Enum):
    """What a handler of a topic or a reply returns when the words were not meant for it."""

    ON = "not mine, ask the next"


PASS = Pass.ON
Response = Message | Pass | None
Handler = Callable[[Turn], Awaitable[Response]]
Ears = frozenset[Hears]
EarsOf = Callable[[Expectation], Ears]
H = TypeVar("H", bound=Handler)


class Router:
    """What one feature answers to."""

    def __init__(self) -> None:
        self.commands: dict[str, Handler] = {}
        self.labels: dict[str, Handler] = {}
        self.lines: dict[str, Handler] = {}
        self.groups: dict[str, Handler] = {}
        self.group_taps: dict[str, Handler] = {}
        self.group_lines: dict[str, Handler] = {}
        self.links: dict[str, Handler] = {}
        self.buttons: dict[str, Handler] = {}
        self.choices: set[str] = set()
        self.lanes: dict[str, str] = {}
        self.topics: dict[str, Handler] = {}
        self.ears: dict[str, EarsOf] = {}
        self.reworded: dict[str, Handler] = {}
        self.yes_no: dict[str, Handler] = {}
        self.replies: dict[str, Handler] = {}
        self.carried: dict[str, Handler] = {}
        self.reactions: dict[str, Handler] = {}
        self.acknowledged: dict[str, Handler] = {}
        self.shown: dict[str, Handler] = {}
        self.declined: dict[str, Handler] = {}
        self.intents: dict[str, Handler] = {}
        self.others: dict[str, Handler] = {}

    def command(self, *names: str) -> Callable[[H], H]:
        """Answer `/name`."""
        return lambda handler: _all(self.commands, names, handler)

    def label(self, *names: str) -> Callable[[H], H]:
        """Answer a label of the reply keyboard, the text `menu.<name>`."""
        return lambda handler: _all(self.labels, names, handler)

    def said(self, *intents: str, may: Permission | None = None) -> Callable[[H], H]:
        """Answer a whole line that says this (`my_work`): its words stand in `language/`. Of
        whoever does not hold the right `may` it is read on, as words that say something else."""
        return lambda handler: _all(self.lines, intents, handler, may)

    def in_group(self, *names: str) -> Callable[[H], H]:
        """Answer `/name` in a group, before everybody; other commands are answered in private."""
        return lambda handler: _all(self.groups, names, handler)

    def tapped_in_group(self, *verbs: str) -> Callable[[H], H]:
        """Answer a press in a group, before everybody; all other buttons work in private alone."""
        return lambda handler: _all(self.group_taps, verbs, handler)

    def said_in_group(self, *intents: str) -> Callable[[H], H]:
        """Answer a whole line said to the bot in a group, before everybody."""
        return lambda handler: _all(self.group_lines, intents, handler)

    def link(self, *prefixes: str) -> Callable[[H], H]:
        """Answer a deep link `t.me/bot?start=<prefix>-<rest>`; the rest is `turn.args`."""
        return lambda handler: _all(self.links, prefixes, handler)

    def button(self, *verbs: str, lane: str = "") -> Callable[[H], H]:
        """Answer a press of a button with this verb. With a `lane` (`activity`, `point`: what its
        subject is) presses about one thing are decided in the order of their arrival."""
        self.lanes.update(dict.fromkeys(verbs, lane) if lane else {})
        return lambda handler: _all(self.buttons, verbs, handler)

    def choice(self, *verbs: str) -> Callable[[H], H]:
        """Answer a press under something that is asked with buttons alone: what comes of it, or
        the next question, stands where it was asked. With `topic` this happens by itself."""
        self.choices.update(verbs)
        return self.button(*verbs)

    def topic(self, *topics: str, hears: Hears | EarsOf) -> Callable[[H], H]:
        """Answer what we were waiting to hear; it is `turn.heard`. What it can hear is said here,
        once, so that no other words fill it; a form says it of the question that is open."""
        ears: EarsOf = (lambda _: frozenset({hears})) if isinstance(hears, Hears) else hears
        self.ears.update(dict.fromkeys(topics, ears))
        return lambda handler: _all(self.topics, topics, handler)

    def edits(self, *topics: str) -> Callable[[H], H]:
        """Answer a message that was edited, whose words stand in what is gathered there and not
        sent; it is `turn.heard`."""
        return lambda handler: _all(self.reworded, topics, handler)

    def question(self, *topics: str) -> Callable[[H], H]:
        """Answer a question of yes or no, while it is the newest one; it is `turn.heard`."""
        return lambda handler: _all(self.yes_no, topics, handler)

    def reply(self, *kinds: str) -> Callable[[H], H]:
        """Answer a reply to a card of this kind; the card is `turn.card`."""
        return lambda handler: _all(self.replies, kinds, handler)

    def carries(self, *kinds: str) -> Callable[[H], H]:
        """Answer a reply to somebody's words that were passed on: it is for them, whatever else
        stands open; the message is `turn.card`."""
        return lambda handler: _all(self.carried, kinds, handler)

    def reaction(self, *kinds: str) -> Callable[[H], H]:
        """Answer «👍» under a card of this kind; the card is `turn.card`."""
        return lambda handler: _all(self.reactions, kinds, handler)

    def acknowledges(self, *kinds: str) -> Callable[[H], H]:
        """Answer a plain yes just after a letter of this kind: «ok» under what is told."""
        return lambda handler: _all(self.acknowledged, kinds, handler)

    def shows(self, *kinds: str) -> Callable[[H], H]:
        """Answer a photo that comes just after a card of this kind, while nothing newer is asked:
        it is of that."""
        return lambda handler: _all(self.shown, kinds, handler)

    def declines(self, *kinds: str) -> Callable[[H], H]:
        """The same of a plain refusal: «không đồng ý»."""
        return lambda handler: _all(self.declined, kinds, handler)

    def intent(self, *intents: str, may: Permission | None = None) -> Callable[[H], H]:
        """Answer typed words that mean this (`done`, `accept`); they are `turn.meaning`. Who may
        not is passed on, as with `said`."""
        return lambda handler: _all(self.intents, intents, handler, may)

    def other(self, *kinds: str) -> Callable[[H], H]:
        """Answer what nothing else does: `text`, `attachment`, `unsupported`, `contact`,
        `edited`, `member`, `group`, words that name a `thing`, that are left `quiet`, and all
        that a `stranger` writes."""
        return lambda handler: _all(self.others, kinds, handler)

    def include(self, others: "Iterable[Router]") -> "Router":
        """Take over the routes of others; what two would answer is a mistake."""
        for other in others:
            for mine, theirs in zip(self._tables(), other._tables(), strict=True):
                for key, handler in theirs.items():
                    _all(mine, [key], handler)
            self.lanes.update(other.lanes)
            self.choices |= other.choices
            self.ears.update(other.ears)
        return self

    def _tables(self) -> tuple[dict[str, Handler], ...]:
        return (
            self.commands,
            self.labels,
            self.lines,
            self.groups,
            self.group_taps,
            self.group_lines,
            self.links,
            self.buttons,
            self.topics,
            self.reworded,
            self.yes_no,
            self.replies,
            self.carried,
            self.reactions,
            self.acknowledged,
            self.shown,
            self.declined,
            self.intents,
            self.others,
        )


def _allowed(may: Permission, handler: Handler) -> Handler:
    async def answered(turn: Turn) -> Response:
        return await handler(turn) if turn.actor.may(may) else PASS

    return answered


def _all(
    table: dict[str, Handler], keys: Iterable[str], value: H, may: Permission | None = None
) -> H:
    for key in keys:
        if key in table:
            raise RuntimeError(f"{key} is answered twice")
        table[key] = _allowed(may, value) if may else value
    return value
