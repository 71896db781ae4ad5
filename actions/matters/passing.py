"""Words of a matter that somebody else is to hear."""

from collections.abc import Sequence

from actions.office.unannounced import those_who_know
from domain.letters import Message, Press
from domain.matters import Matter
from storage import Work
from storage.rows import spell


def tell_passed(work: Work, matter: Matter, words: str, to: Sequence[int]) -> None:
    """They hear the words, and can open the card."""
    facts = {"code": matter.code, "by": work.actor.name, "words": words}
    opens = ((Press("m.open", matter.id, label=matter.code),),)
    for person in those_who_know(work, matter.about, to):
        key = f"matter.passed:{matter.id}:{spell(work.now)}:{person}"
        work.tell_at_work(person, key, Message("matter.passed", facts, opens))
