"""A visit that was announced is hidden: what stands of it in the chats is taken back, what waits
does not go, and it is said who has read it."""

from typing import Any

from actions.office.unannounced import knowing, may_see
from actions.supervision.radar import plan_of
from domain.letters import Message, Press
from domain.visits import Visit, codes_in, number_of
from storage import Work
from storage.shown_visits import ShownIn

CARD, EXPIRED = "hushed", "hushed"


def note_shown(work: Work, person_id: int, message: Message, message_id: int, anew: bool) -> None:
    """Which visits a message names that now stands in somebody's chat."""
    if not (anew or message.card):
        work.shown.written_over(person_id, message_id)
    if codes := codes_in(message.facts):
        numbers, is_file = {number_of(code) for code in codes}, bool(message.paper)
        work.shown.note(person_id, message_id, numbers, message.card, is_file=is_file)


def _whole(work: Work, visit: Visit) -> list[Visit]:
    return [visit, *work.visits.merged_into(visit.id)]


def _told(work: Work, visit: Visit) -> list[ShownIn]:
    """Where it stands with people who are not to know of it from now on."""
    shown = work.shown.of(one.id for one in _whole(work, visit))
    people = {one.person_id for one in shown}
    known = {person for one in _whole(work, visit) for person in knowing(work, one, people)}
    return [one for one in shown if one.person_id not in known]


def read_already(work: Work, visit: Visit) -> dict[str, Any]:
    """Who has read it and is not to know it, whom no message reaches, and which proposals that
    stay announced name the same place and theme."""
    readers = dict.fromkeys(one.person_id for one in _told(work, visit))
    guests = tuple(guest.name for guest in work.guests.of(visit.id) if guest.used)
    names = (*work.people.names(*readers), *guests)
    return {"readers": names, "unread": None if names else "yes", "twins": _twins(work, visit)}


def _twins(work: Work, visit: Visit) -> tuple[str, ...]:
    own, mine = plan_of(work, visit), {one.id for one in _whole(work, visit)}
    return tuple(
        other.code
        for other in work.visits.open()
        if other.id not in mine and not other.unannounced and may_see(work, other)
        if other.body_id in own.subjects and other.theme_id in own.themes
    )


def hush(work: Work, visit: Visit) -> None:
    """What stands of it is written over, a file is deleted while Telegram lets it; a letter that
    waits and says what or where does not go."""
    for one in work.shown.of(part.id for part in _whole(work, visit)):
        if _redraws(one):
            work.redraw(one.card, one.person_id)
    for one in _told(work, visit):
        if one.is_file and not _redraws(one):
            work.expiring.note(one.chat_id, one.message_id, EXPIRED, work.now)
        elif not _redraws(one):
            _write_over(work, one)
        work.shown.written_over(one.person_id, one.message_id)
    for part in _whole(work, visit):
        named = [work.lookups.name(part.theme_id), work.lookups.name(part.body_id)]
        work.outbox.drop_naming(part.code, named)


def _redraws(one: ShownIn) -> bool:
    """A card of something else, such as a report, which is drawn anew as it may be now."""
    return bool(one.card) and one.card.partition(":")[0] != "visit"


def _write_over(work: Work, one: ShownIn) -> None:
    if one.card:
        work.cards.forget(one.person_id, one.card)
    subject = f"{CARD}:{one.message_id}"
    work.cards.save(one.person_id, subject, one.chat_id, one.message_id, work.now)
    work.redraw(subject, one.person_id)


def draw_hushed(_: Work, message_id: int) -> Message:
    """What stood there is to be asked for again."""
    return Message("visit.hushed", {}, ((Press("v.list"),),), card=f"{CARD}:{message_id}")
