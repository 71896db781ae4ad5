"""What a message speaks of, by the card that it is or by its buttons: `assignment:147`."""

from collections.abc import Iterable, Mapping, Sequence

from domain.letters import Message, Press

ByThing = Mapping[str, Sequence[str]]
"""Things, and the verbs of the buttons whose subject each is."""
SEVERAL = "several:0"
"""What was spoken of when it is not plain which: nothing, until somebody says it."""
ITEMS = frozenset({"ck.item", "ck.mark"})
"""Their choice begins with the number of an item."""


class Subjects:
    """What the rooms' cards and buttons are about. `spoken` may be meant by a line that names
    nothing; of what is `followed`, taught or told only a reply is, and it is about no work; what
    is `in_hand` may be meant by such a line, and a reply to it says no more than that line."""

    def __init__(self, spoken: ByThing, followed: ByThing, in_hand: ByThing) -> None:
        self._cards, self._followed = frozenset(spoken), frozenset(followed)
        self._of_spoken = _by_verb(spoken)
        self._of_followed = _by_verb(followed)
        self._in_hand = _by_verb(in_hand)

    def is_apart(self, card: str) -> bool:
        """A card of what is followed: words under it are about no piece of work."""
        return card.partition(":")[0] in self._followed

    def spoken_in(self, message: Message) -> list[str]:
        """What a message speaks of: the thing whose card it is, else all its buttons are about."""
        if message.card.partition(":")[0] in self._cards:
            return [message.card]
        presses = [press for row in message.buttons for press in row]
        return self._about(presses) or _things(presses, self._in_hand)

    def replied_in(self, presses: Iterable[Press]) -> list[str]:
        """What a message that was replied to is about, by its buttons: also what is followed, of
        a list with one item (`checking:1.9`) the item too."""
        pressed = list(presses)
        followed = [press for press in pressed if press.verb in self._of_followed]
        things = [f"{self._of_followed[press.verb]}:{press.subject}" for press in followed]
        things = list(dict.fromkeys(things))
        items = {press.arg.partition(".")[0] for press in followed if press.verb in ITEMS}
        if len(things) == 1 and len(items) == 1:
            things = [f"{things[0]}.{items.pop()}"]
        return [*self._about(pressed), *things]

    def _about(self, presses: Iterable[Press]) -> list[str]:
        """Every thing that buttons are about."""
        return _things(presses, self._of_spoken)


def _by_verb(things: ByThing) -> dict[str, str]:
    return {verb: thing for thing, verbs in things.items() for verb in verbs}


def _things(presses: Iterable[Press], of: Mapping[str, str]) -> list[str]:
    known = (press for press in presses if press.verb in of)
    return list(dict.fromkeys(f"{of[one.verb]}:{one.subject}" for one in known))
