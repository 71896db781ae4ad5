"""By the clock: the report is previewed, frozen at the cut-off, sent once, corrected in place."""

from dataclasses import replace

from actions.desk import action
from actions.digest.facts import ALL, compute, corrected, scopes, seen_as
from actions.digest.printing import as_sent, edition_now
from actions.rooms import followed, report_parts
from domain.access import Actor, Permission, Role
from domain.activities import Activity
from domain.digest import FULL, NOT_AT_ALL, PICTURE
from domain.hours import CATCH_UP_WITHIN
from domain.letters import Message, Press, Rows
from domain.people import Person
from domain.periods import Week
from domain.refusals import Refusal
from domain.report import WeeklyReport
from domain.week_picture import picture_of
from storage import Work
from storage.digests import Copy, Digest

P = Permission
MOST_ASKS = 3
CORRECTED_WITHIN = 7 * CATCH_UP_WITHIN / 2
"""A week after it was sent, a report is left as it was."""


@action(needs=P.RUN_TIMETABLE)
def bring_report(work: Work) -> None:
    """Long ahead the office sees a draft; a little ahead the figures are frozen;
    then it is sent, once, also after a time of standing still."""
    now = edition_now(work)
    kept = work.digests.of_week(now.week)
    if kept is None:
        if work.now < now.lapses:
            kept = _preview(work)
        elif work.digests.last_sent():
            _skip(work, work.digests.begin(now))
            return
    if kept and kept.state in ("preview", "frozen"):
        _go_on(work, kept)


def _preview(work: Work) -> Digest:
    kept = work.digests.begin(edition_now(work))
    _propose(work, kept)
    for person_id in office_people(work):
        work.redraw(f"preview:{kept.id}", person_id, ring=True)
    return kept


def _propose(work: Work, kept: Digest) -> None:
    """What the rooms find that the committee may have to decide."""
    parts = compute(work, kept.edition, ALL, work.now).parts
    for words, about in [ask for part in parts for ask in part.asks][:MOST_ASKS]:
        followed().propose(work, words, about)


def _go_on(work: Work, kept: Digest) -> None:
    if work.now >= kept.edition.lapses:
        _skip(work, kept)
        return
    if kept.state == "preview" and work.now >= kept.edition.cut_off:
        freeze(work, kept)
        kept = work.digests.get(kept.id)
    awake = work.calendar.after_night(work.now) == work.now
    if kept.state == "frozen" and work.now >= kept.sends and not kept.paused and awake:
        send(work, kept)


def freeze(work: Work, kept: Digest) -> None:
    """Keep the figures as they stood at the cut-off."""
    until = min(work.now, kept.edition.cut_off)
    parts = {scope: compute(work, kept.edition, scope, until) for scope in scopes(work)}
    work.digests.freeze(kept.id, parts)
    work.digests.set_state(kept.id, "frozen")


def send(work: Work, kept: Digest) -> None:
    """One letter to each leader: the whole, or the part of their own organisation."""
    work.digests.set_state(kept.id, "sent", work.now)
    forms = work.digests.forms()
    for person in work.people.with_role(Role.LEADER, work.today):
        form = forms.get(person.id, PICTURE)
        if form == NOT_AT_ALL:
            continue
        work.digests.owe(kept.id, person.id, scope_of_leader(work, person), form, work.now)
        work.redraw(f"digest:{kept.id}", person.id, ring=True)
    work.log("digest.sent", "digest", kept.id, was="frozen", became="sent")
    show_office(work, kept.id)


def _skip(work: Work, kept: Digest) -> None:
    work.digests.set_state(kept.id, "skipped")
    work.log("digest.skipped", "digest", kept.id, became="skipped")
    for person_id in office_people(work):
        message = Message("digest.skipped", {"number": kept.week.number, "sends": kept.sends})
        work.tell(person_id, f"digest.skipped:{kept.id}:{person_id}", message)


def office_people(work: Work) -> list[int]:
    return [person.id for person in work.people.with_role(Role.OFFICE_ADMIN, work.today)]


def show_office(work: Work, digest_id: int) -> None:
    """The draft's one card, at everybody in the office."""
    work.redraw(f"preview:{digest_id}", *office_people(work))


# --- who reads what


def scope_of_leader(work: Work, person: Person) -> str:
    """The standing committee of the Front reads the whole. Where the office sends copies by
    organisation, each of the others reads the part of their own."""
    codes = {o.id: o.code for o in work.organisations}
    own = person.organisation_id
    copies = work.office.labels.get("report") == "organisation"
    return f"org:{own}" if copies and own and codes.get(own) != "MTTQ" else ALL


def scope_of(work: Work, actor: Actor) -> str:
    """What a reader sees: the office the whole, a leader theirs, a head their own section."""
    person = work.people.get(actor.me, work.today)
    if actor.is_any(Role.LEADER) and person:
        return scope_of_leader(work, person)
    if actor.is_any(Role.OFFICE_ADMIN):
        return ALL
    if actor.units:
        return f"unit:{min(actor.units)}"
    raise Refusal("no_permission", permission=P.READ_DIGEST.value)


def draw_digest(work: Work, digest_id: int) -> Message | None:
    """The report as its reader has it, with what was corrected since."""
    copy = _copy(work, digest_id)
    part = part_of(work, digest_id, copy.scope) if copy else None
    if part is None or copy is None:
        return None
    drawn = letter(digest_id, part) if copy.form == FULL else brief(digest_id, part, copy.form)
    return replace(drawn, card=f"digest:{digest_id}")


def draw_full(work: Work, digest_id: int) -> Message | None:
    """«Bản đầy đủ» as it reads now: a card of its own, corrected like the short one."""
    copy = _copy(work, digest_id)
    part = part_of(work, digest_id, copy.scope) if copy else None
    return replace(letter(digest_id, part), card=f"whole:{digest_id}") if part else None


def _copy(work: Work, digest_id: int) -> Copy | None:
    """What the reader was sent, while a leader."""
    if not work.actor.is_any(Role.LEADER):
        return None
    owed = work.digests.deliveries(digest_id)
    return next((copy for copy in owed if copy.person_id == work.actor.person_id), None)


def part_of(work: Work, digest_id: int, scope: str) -> WeeklyReport | None:
    """What a reader is sent: what is to be decided stands in the whole alone."""
    frozen = work.digests.parts(digest_id).get(scope)
    if frozen is None:
        return None
    part = as_sent(work, digest_id, frozen)
    return part if scope == ALL else replace(part, asks=())


def letter(digest_id: int, part: WeeklyReport) -> Message:
    return Message("digest.text", part.dump(), _ways_in(digest_id, part))


def brief(digest_id: int, part: WeeklyReport, form: str) -> Message:
    """One screen, under the picture of the week where there is enough to be seen."""
    picture = picture_of(part) if form == PICTURE else None
    facts = {**part.dump(), "picture": picture.dump()} if picture else part.dump()
    more = tuple(Press(verb, digest_id) for verb in ("d.full", "d.papers", "d.form"))
    asked = ((followed().listed,),) if part.asks else ()
    buttons = (*asked, more, *_ways_in(digest_id, part))
    return Message("digest.caption", facts, buttons, paper="week" if picture else "")


def _ways_in(digest_id: int, part: WeeklyReport) -> Rows:
    opening = [one for one in report_parts() if one.opens and part.named(one.name).details]
    ways = tuple(Press(one.verb, digest_id) for one in opening)
    paste = Press("d.paste", digest_id, label="@button.a.zalo")
    rows = (ways, (Press("d.say", digest_id), paste))
    return tuple(row for row in rows if row)


# --- corrections


def restate(work: Work, activity: Activity) -> None:
    """A figure changed after the freezing: the same letters are put right."""
    kept = work.digests.of_week(Week.of(work.day(activity.starts)))
    if kept is None or kept.state not in ("frozen", "sent"):
        return
    if work.now > kept.sends + CORRECTED_WITHIN:
        return
    parts = work.digests.parts(kept.id)
    restated = {
        scope: corrected(work, seen_as(kept.edition, scope, work.now), part)
        for scope, part in parts.items()
    }
    work.digests.freeze(kept.id, restated)
    if kept.state == "sent":
        resend(work, kept.id)


def resend(work: Work, digest_id: int) -> None:
    """The same message is edited, and says when."""
    work.digests.set_updated(digest_id, work.now)
    for copy in work.digests.deliveries(digest_id):
        work.redraw(f"digest:{digest_id}", copy.person_id)
    whole = f"whole:{digest_id}"
    work.redraw(whole, *work.cards.holders(whole))
