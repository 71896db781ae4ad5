"""In which language somebody is spoken to."""

from domain.access import Actor
from domain.posters import Languages
from handlers.kit.incoming import Sender


def language_of(actor: Actor, sender: Sender | None, chosen: Languages) -> str:
    """A stranger's is the one they chose, else their telephone's."""
    if actor.person_id is not None or sender is None:
        return actor.locale
    return chosen.of(sender.id, sender.locale)
