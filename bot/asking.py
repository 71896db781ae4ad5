"""Which messages of each chat ask by their buttons, so that those that are over lose them."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.dialogue import is_of_words
from domain.letters import Buttons, Message

CHATS, LATEST = 3_000, 20
"""So many chats are remembered, and of each the newest messages."""


@dataclass(frozen=True, slots=True)
class Stands:
    """The buttons of a message that ask, which card it is, and whether it asks what words were
    about: what is said besides does not answer that."""

    buttons: Buttons = frozenset()
    card: str = ""
    of_words: bool = False


class StillAsked:
    """What stands is known of messages of late; after a restart an older one is not found."""

    def __init__(self) -> None:
        self._chats: OrderedDict[int, OrderedDict[int, Stands]] = OrderedDict()
        self._asked: OrderedDict[tuple[int, int], Buttons] = OrderedDict()

    def note(self, chat_id: int, message_id: int, message: Message, *, live: bool) -> None:
        """How a message stands now; a live card draws itself, and asks nothing."""
        buttons = frozenset() if live else _buttons(message)
        of_words = is_of_words(message.topic.partition(":")[0])
        self._put(chat_id, message_id, Stands(buttons, message.card, of_words))

    def bare(self, chat_id: int, message_id: int) -> None:
        """It asks nothing."""
        self._put(chat_id, message_id, Stands())

    def over(self, chat_id: int, message_id: int) -> None:
        """Its buttons are taken off: a reply to it is still about what it asked."""
        if stood := self._of(chat_id).get(message_id):
            self._asked[chat_id, message_id] = stood.buttons
            _keep(self._asked, CHATS)
        self.bare(chat_id, message_id)

    def asked(self, chat_id: int, message_id: int) -> Buttons:
        """The buttons that it bore before they were taken off."""
        return self._asked.get((chat_id, message_id), frozenset())

    def may_ask(self, chat_id: int, message_id: int) -> bool:
        """Whether it bears buttons; what we have not written lately stands as it was asked."""
        known = self._of(chat_id).get(message_id)
        return known is None or bool(known.buttons)

    def answered_by(self, chat_id: int, done: Buttons) -> list[int]:
        """The messages under one of whose buttons just this could have been done; a card draws
        itself where it was shown last."""
        stand = self._of(chat_id)
        shown = {one.card: number for number, one in sorted(stand.items()) if one.card}
        asked = [number for number, one in stand.items() if one.buttons & done]
        asked = [number for number in asked if not stand[number].of_words]
        return [number for number in asked if shown.get(stand[number].card) != number]

    def forget(self) -> None:
        self._chats.clear()

    def _of(self, chat_id: int) -> Mapping[int, Stands]:
        return self._chats.get(chat_id, _NONE)

    def _put(self, chat_id: int, message_id: int, now: Stands) -> None:
        chat = self._chats.setdefault(chat_id, OrderedDict())
        self._chats.move_to_end(chat_id)
        chat[message_id] = now
        chat.move_to_end(message_id)
        _keep(chat, LATEST)
        _keep(self._chats, CHATS)


_NONE: OrderedDict[int, Stands] = OrderedDict()


def _keep(kept: OrderedDict[Any, Any], most: int) -> None:
    while len(kept) > most:
        kept.popitem(last=False)


def _buttons(message: Message) -> Buttons:
    presses = (press for row in message.buttons for press in row)
    return frozenset((one.verb, one.subject) for one in presses if not (one.url or one.copy))
