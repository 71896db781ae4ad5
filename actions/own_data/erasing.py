"""Being erased: asked once, done at once; of staff, what they did as volunteers."""

from actions.desk import action, view
from actions.own_data.withdrawing import leave_all
from domain.access import Permission, Role
from domain.letters import Message, Place, Press
from domain.retention import BACKUP_DAYS
from storage import Work


@view(needs=Permission.REGISTER)
def ask_erase(work: Work) -> Message:
    sure = ((Press("d.yes"), Press("d.mine", label="@button.d.keep")),)
    return Message("data.ask_delete", {"backups": BACKUP_DAYS}, sure, Place.EDIT)


@action(needs=Permission.REGISTER)
def erase(work: Work) -> Message:
    """Gone at once: the counts stay, the sealed proof of consent stays under a random name."""
    facts = {"code": erase_person(work), "at": work.now, "backups": BACKUP_DAYS}
    if is_staff(work):
        return Message("data.deleted_staff", facts)
    return Message("data.deleted", facts, keyboard="none")


def erase_person(work: Work) -> int:
    """Erase whoever asks; of staff, their activities only. Returns the request's code."""
    me, subject = work.actor.me, work.actor.subject
    leave_all(work)
    work.own_consents.withdraw(subject, work.now)
    code = work.consents.asked(subject, "delete", work.now)
    work.erases = True
    (work.personal_data.unname if is_staff(work) else work.personal_data.erase)(me)
    return code


def is_staff(work: Work) -> bool:
    """On the roster, now or before: their duties are kept under another law than a volunteer's
    yes."""
    works = not work.actor.roles <= {Role.VOLUNTEER, Role.STRANGER}
    return works or work.accounts.on_roster(work.actor.me)
