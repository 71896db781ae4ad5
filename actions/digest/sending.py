"""By the clock: the report is previewed, frozen at the cut-off, sent once, corrected in place."""

from dataclasses import replace

from actions.desk import action
from actions.digest.counting import Counted, Parts, lacking, parts_of, parts_to_freeze
from actions.digest.facts import ALL
from actions.digest.printing import as_sent, edition_now, editions_lately
from actions.digest.recipients import (
    leaders_section,
    office_people,
    own_section,
    recipients,
)
from actions.digest.skipping import LATE, not_late, skipped, tell_readers
from actions.rooms import followed, report_parts
from domain.access import Permission
from domain.digest import FULL, NOT_AT_ALL, PICTURE, Edition
from domain.drilling import kept_as, section_in
from domain.letters import Message, Press, Rows, rows_of
from domain.periods import local
from domain.report import SHOWN, WeeklyReport
from domain.week_picture import picture_of
from storage import Work
from storage.digests import Copy, Digest

P = Permission


@action(needs=P.RUN_TIMETABLE)
def bring_report(work: Work, counted: Counted) -> None:
    """Long ahead the office sees a draft; a little ahead the figures are frozen;
    then it is sent, once, also after a time of standing still."""
    for edition in editions_lately(work):
        kept = work.digests.of_week(edition.week)
        if kept is None and work.now < edition.lapses:
            kept = _preview(work, edition, counted)
        if kept and kept.state in ("preview", "frozen"):
            _go_on(work, _moved(work, kept, edition), counted)
    _notice_missed(work, edition_now(work))


def _notice_missed(work: Work, now: Edition) -> None:
    """What nobody even saw a draft of, because everything stood still."""
    missed = work.digests.of_week(now.week) is None and work.now >= now.lapses
    if missed and work.digests.last_sent():
        _skip(work, work.digests.begin(now))


def _moved(work: Work, kept: Digest, edition: Edition) -> Digest:
    """The office chose another hour, or wrote down a day off, while it was a draft."""
    if kept.state != "preview" or edition.sends == kept.sends or edition.sends <= work.now:
        return kept
    work.digests.set_sends(kept.id, edition.sends)
    show_office(work, kept.id)
    return work.digests.get(kept.id)


def _preview(work: Work, edition: Edition, counted: Counted) -> Digest:
    kept, parts = work.digests.begin(edition), counted.get(edition)
    parts = parts or parts_of(work, edition, [ALL])
    work.digests.set_counted(kept.id, kept.changes, lacking(parts))
    _propose(work, parts)
    followed().bring_back(work, local(edition.sends, work.zone).date())
    for person_id in office_people(work):
        work.redraw(f"preview:{kept.id}", person_id, ring=True)
    return kept


def _propose(work: Work, counted: Parts) -> None:
    """What the rooms find that the committee may have to decide."""
    for words, about in (ask for part in counted[ALL].parts for ask in part.asks):
        followed().propose(work, words, about)


def _go_on(work: Work, kept: Digest, counted: Counted) -> None:
    if work.now >= kept.edition.lapses:
        _skip(work, kept)
        return
    if kept.state == "preview" and work.now >= kept.edition.cut_off:
        freeze(work, kept, counted)
        kept = work.digests.get(kept.id)
    awake = work.calendar.after_night(work.now) == work.now
    if kept.state != "frozen" or work.now < kept.sends or not awake:
        return
    if not kept.paused:
        send(work, kept)
    elif work.offices.first_run(f"digest.paused:{kept.id}", work.now):
        tell_readers(work, kept, LATE)


def freeze(work: Work, kept: Digest, counted: Counted) -> None:
    """Keep the figures as they stood at the cut-off."""
    parts = parts_to_freeze(work, kept.edition, counted)
    work.digests.freeze(kept.id, parts)
    work.digests.set_counted(kept.id, kept.counted, lacking(parts))
    work.digests.set_state(kept.id, "frozen")


def send(work: Work, kept: Digest) -> None:
    """One letter to each whom the office chose: the whole, or the part that is theirs."""
    work.digests.set_state(kept.id, "sent", work.now)
    not_late(work, kept)
    forms = work.digests.forms()
    for person, scope in recipients(work):
        form = forms.get(person.id, PICTURE)
        if form == NOT_AT_ALL:
            continue
        work.digests.owe(kept.id, person.id, scope, form, work.now)
        work.redraw(f"digest:{kept.id}", person.id, ring=True)
        if leaders_section(person, scope):
            work.redraw(f"section:{kept.id}", person.id)
    work.log("digest.sent", "digest", kept.id, was="frozen", became="sent")
    show_office(work, kept.id)


def _skip(work: Work, kept: Digest) -> None:
    """Two days late: nobody waits for it any more."""
    skipped(work, kept)
    for person_id in office_people(work):
        message = Message("digest.skipped", {"number": kept.week.number, "sends": kept.sends})
        work.tell(person_id, f"digest.skipped:{kept.id}:{person_id}", message)


def show_office(work: Work, digest_id: int) -> None:
    """The draft's one card, at everybody in the office."""
    work.redraw(f"preview:{digest_id}", *office_people(work))


# --- what a reader has


def draw_digest(work: Work, digest_id: int) -> Message | None:
    """The report as its reader has it, with what was corrected since."""
    copy = _copy(work, digest_id)
    part = part_of(work, digest_id, copy.scope) if copy else None
    if part is None or copy is None:
        return None
    drawn = letter(digest_id, part) if copy.form == FULL else brief(digest_id, part, copy.form)
    if not work.actor.may(P.READ_DIGEST):
        return replace(drawn, card=f"digest:{digest_id}", buttons=())
    return _with_own(work, replace(drawn, card=f"digest:{digest_id}"))


def _with_own(work: Work, drawn: Message) -> Message:
    """Also what waits for the reader's own approval: numbers, for a caption travels."""
    numbers = [one.number for one in work.assignments.to_approve(work.actor.me)]
    if not numbers:
        return drawn
    facts = {**drawn.facts, "yours": numbers[:SHOWN], "rest": len(numbers) - SHOWN}
    return replace(drawn, facts=facts, buttons=(*drawn.buttons, (Press("l.review"),)))


def draw_section(work: Work, digest_id: int) -> Message | None:
    """The part of the section that a leader heads as well, in the same form, to act in."""
    copy, number = _copy(work, digest_id), section_in(digest_id)
    part = part_of(work, digest_id, own_section(work)) if copy else None
    if part is None or copy is None:
        return None
    drawn = letter(number, part) if copy.form == FULL else brief(number, part, copy.form)
    return replace(drawn, card=f"section:{digest_id}")


def as_chosen(work: Work, digest_id: int, part: WeeklyReport) -> Message:
    """As it was brought to the reader, or as they have it of other weeks; in full to whom none
    is brought."""
    copy = _copy(work, digest_id)
    reads = work.chosen_reports.get().reaches(work.actor)
    usual = work.digests.forms().get(work.actor.me, PICTURE) if reads else FULL
    chosen = copy.form if copy else usual
    if chosen == FULL:
        return letter(digest_id, part)
    return brief(digest_id, part, PICTURE if chosen == NOT_AT_ALL else chosen)


def draw_full(work: Work, number: int) -> Message | None:
    """«Bản đầy đủ» as it reads now: a card of its own, corrected like the short one."""
    digest_id = kept_as(number)
    copy = _copy(work, digest_id)
    scope = (copy.scope if number == digest_id else own_section(work)) if copy else ""
    part = part_of(work, digest_id, scope)
    return replace(letter(number, part), card=f"whole:{number}") if part else None


def _copy(work: Work, digest_id: int) -> Copy | None:
    """What the reader was sent, while the office still chooses them."""
    if not work.chosen_reports.get().reaches(work.actor):
        return None
    owed = work.digests.deliveries(digest_id)
    return next((copy for copy in owed if copy.person_id == work.actor.person_id), None)


def part_of(work: Work, digest_id: int, scope: str) -> WeeklyReport | None:
    """What a reader is sent: what is to be decided stands in the whole alone, and what the
    office remarks, unless it chose that the organisations read it too."""
    frozen = work.digests.parts(digest_id).get(scope)
    return as_read(work, digest_id, scope, frozen) if frozen else None


def as_read(work: Work, digest_id: int, scope: str, frozen: WeeklyReport) -> WeeklyReport:
    return as_shared(work, scope, as_sent(work, digest_id, frozen))


def as_shared(work: Work, scope: str, part: WeeklyReport) -> WeeklyReport:
    if scope == ALL:
        return part
    copied = work.chosen_reports.get().copies_remarks
    return replace(part, asks=(), asks_brief=(), became=(), remarks=part.remarks if copied else "")


def letter(number: int, part: WeeklyReport) -> Message:
    buttons = (*_ways_in(number, part), (Press("d.papers", number),))
    return Message("digest.text", part.dump(), buttons)


def brief(number: int, part: WeeklyReport, form: str) -> Message:
    """One screen, under the picture of the week where there is enough to be seen."""
    picture = picture_of(part) if form == PICTURE else None
    facts = {**part.dump(), "picture": picture.dump()} if picture else part.dump()
    more = tuple(Press(verb, number) for verb in ("d.full", "d.papers", "d.form"))
    buttons = (more, *_ways_in(number, part))
    return Message("digest.caption", facts, buttons, paper="week" if picture else "")


def _ways_in(number: int, part: WeeklyReport) -> Rows:
    opening = [one for one in report_parts() if one.opens and part.named(one.name).details]
    ways = [*(Press(one.verb, number) for one in opening), Press("d.by", number)]
    if part.asks:
        ways.insert(0, Press(followed().listed, number))
    paste = Press("d.paste", number, label="@button.a.zalo")
    before = (Press("d.before", number),) if part.corrections else ()
    rows = (*rows_of(ways, 2), (Press("d.say", number), paste), before)
    return tuple(row for row in rows if row)
