"""Being erased: asked once, done at once; of staff, what they did as volunteers. What goes stands
in `docs/data-map.md`."""

from collections.abc import Iterable
from datetime import datetime

from actions.desk import action, view
from actions.own_data.withdrawing import leave_all, require_known
from domain.access import Permission, Role
from domain.letters import Message, Place, Press
from domain.retention import BACKUP_DAYS, Erased
from storage import Connection, Work
from storage.accounts import actor_by_subject
from storage.consents import erasures as erasures
from storage.rows import read


@view(needs=Permission.REGISTER)
def ask_erase(work: Work) -> Message:
    sure = ((Press("d.yes"), Press("d.mine", label="@button.d.keep")),)
    return Message("data.ask_delete", {"backups": BACKUP_DAYS}, sure, Place.EDIT)


@action(needs=Permission.REGISTER)
def erase(work: Work) -> Message:
    """Gone at once: the counts stay, the sealed proof of consent stays under a random name. An
    old button of somebody of whom nothing is kept finds nothing."""
    require_known(work)
    facts = {"code": erase_person(work), "at": work.now, "backups": BACKUP_DAYS}
    if is_staff(work):
        return Message("data.deleted_staff", facts)
    return Message("data.deleted", facts, keyboard="none")


def erase_person(work: Work) -> int:
    """Erase whoever asks; of staff, their activities only. Returns the request's code."""
    code = work.consents.asked(work.actor.subject, "delete", work.now)
    _forget(work)
    return code


def _forget(work: Work) -> None:
    me, subject = work.actor.me, work.actor.subject
    leave_all(work)
    work.own_consents.withdraw(subject, work.now)
    work.erases = True
    (work.personal_data.unname if is_staff(work) else work.personal_data.erase)(me)


def erase_again(connection: Connection, erased: Iterable[Erased], now: datetime) -> int:
    """In a backup that was brought back, erase whoever was erased after it was made; how many
    that were."""
    known, count = set(erasures(connection)), 0
    for one in erased:
        actor = actor_by_subject(connection, one.subject, now, one.office_id)
        if one in known or actor is None:
            continue
        work = Work(connection, actor, now)
        work.consents.asked(one.subject, "delete", read(one.at))
        _forget(work)
        count += 1
    return count


def is_staff(work: Work) -> bool:
    """On the roster, now or before: their duties are kept under another law than a volunteer's
    yes."""
    works = not work.actor.roles <= {Role.VOLUNTEER, Role.STRANGER}
    return works or work.accounts.on_roster(work.actor.me)
