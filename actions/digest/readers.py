"""The report's readers: the last one, what is overdue, each point."""

from dataclasses import asdict, replace
from datetime import date, datetime, timedelta

from actions.desk import action, view
from actions.digest.correcting import figures_until
from actions.digest.facts import compute, seen_as
from actions.digest.printing import as_it_was, asking, edition_now, edition_of, weeks_there
from actions.digest.recipients import office_people, own_section, scope_in, scope_of
from actions.digest.sending import as_chosen, as_shared, draw_full, letter, part_of
from actions.rooms import Opened, report_parts
from domain.access import Permission
from domain.digest import FORMS, NOT_AT_ALL, PICTURE, Edition, Seen, edition
from domain.drilling import (
    SECTIONS_FROM,
    SPANS_FROM,
    kept_as,
    number_of_span,
    section_in,
    span_of,
)
from domain.letters import Message, Press, result, rows_of
from domain.periods import QUARTER_MONTHS, Span, Week
from domain.refusals import Refusal, must_find
from domain.report import ReportLine, WeeklyReport
from storage import Work
from storage.digests import Digest

P = Permission
YEAR_OF_WEEKS = 53
PAPERS = ("week_report", "week_rows", "front_sheet")
SPAN_PAPERS, SPANS = PAPERS[:2], ("month", "quarter", "year", "so_far")
AS_READ = ("approved", "updated", "remarks", "asks", "asks_brief", "became", "corrections")


@view(needs=P.READ_DIGEST)
def last_report(work: Work) -> Message:
    """The last report that went out, as far as this reader may see it, in the form in which it
    is brought to them."""
    kept = work.digests.last_sent()
    read = part_of(work, kept.id, scope_of(work, work.actor)) if kept else None
    if kept is None or read is None:
        return Message("digest.none_yet")
    return _not_since(work, kept, _with_section(work, as_chosen(work, kept.id, read), kept.id))


def _not_since(work: Work, kept: Digest, said: Message) -> Message:
    """Beside the last that went: which week since then has no report, and why."""
    skipped = work.digests.of_week(edition_now(work).week)
    if skipped is None or skipped.state != "skipped" or skipped.week <= kept.week:
        return said
    facts = {"number": skipped.week.number, "reason": skipped.reason}
    return _adding(said, ReportLine("digest.comes_not", facts))


def _adding(said: Message, line: ReportLine) -> Message:
    lines = (*map(ReportLine.of, said.facts["corrections"]), line)
    return replace(said, facts={**said.facts, "corrections": [asdict(one) for one in lines]})


def _with_section(work: Work, whole: Message, digest_id: int) -> Message:
    """A leader who also heads a section has its part one tap away."""
    own = ((Press("d.section", digest_id),),) if own_section(work) else ()
    return replace(whole, buttons=(*whole.buttons, *own))


@view(needs=P.READ_DIGEST)
def section_too(work: Work, digest_id: int) -> Message:
    """The part of the section that a leader heads as well."""
    number = section_in(kept_as(digest_id))
    return letter(number, read_report(work, number))


@view(needs=P.READ_DIGEST)
def last_sent(work: Work) -> int:
    """The number of the last report that went out; 0 when there is none yet."""
    kept = work.digests.last_sent()
    return kept.id if kept else 0


@view(needs=P.READ_DIGEST)
def report_of(work: Work, number: int, year: int | None = None) -> Message:
    """The report of a numbered week: the newest that is over, or that of a year."""
    week = _of_year(number, year) if year else _numbered(work, number)
    return _of_week(work, week) if week else _no_such_week(work, number, year=year)


@view(needs=P.READ_DIGEST)
def paper_of_week(work: Work, number: int, year: int | None, form: str) -> Message:
    """«bản word tuần 47»: of a week whose report went; else what is said of that week."""
    week = _of_year(number, year) if year else _numbered(work, number)
    kept = work.digests.of_week(week) if week else None
    went = kept is not None and kept.sent_at is not None
    return paper.run(work, kept.id, form) if kept and went else report_of.run(work, number, year)


def _of_week(work: Work, week: Week, of: int = 0) -> Message:
    """As it was sent; of a week whose report never came, why, and what stood then. `of` is the
    report under which it is asked for."""
    kept, scope = work.digests.of_week(week), scope_in(work, of)
    read = part_of(work, kept.id, scope) if kept and kept.sent_at else None
    if kept and read and of != kept_as(of):
        return letter(section_in(kept.id), read)
    if kept and read:
        return _with_section(work, letter(kept.id, read), kept.id)
    edition, since = edition_of(work, week), work.assignments.since()
    if edition.sends > work.now and not (kept and kept.state == "skipped"):
        return _no_such_week(work, week.number, edition.sends, year=_other_year(work, week))
    if since is None or edition.cut_off > work.now or week.ends(work.zone) <= since:
        return _no_such_week(work, week.number, year=_other_year(work, week))
    if kept and kept.paused and kept.state != "skipped":
        return Message("digest.comes_later", {"number": week.number})
    return _never_sent(work, edition, scope, kept.reason if kept else "")


def _no_such_week(
    work: Work, number: int, sends: datetime | None = None, year: int | None = None
) -> Message:
    facts = {"week": number, "year": year, "sends": sends, "there": weeks_there(work)}
    return Message("digest.none_of_week", facts)


def _other_year(work: Work, week: Week) -> int | None:
    """Its own, where that is not this one."""
    year = week.monday.isocalendar().year
    return None if year == work.today.isocalendar().year else year


def _never_sent(work: Work, edition: Edition, scope: str, why: str) -> Message:
    told = compute(work, edition, scope, work.now)
    line = ReportLine("digest.never_sent", {"reason": why})
    if told.part == "":
        told = asking(work, told, edition.sends, edition.sends, work.now)
    own = scope == _my(work)
    taken_apart = ((Press("d.by", number_of_span(edition.week)),),) if own else ()
    return Message("digest.text", replace(told, corrections=(line,)).dump(), taken_apart)


@view(needs=P.READ_DIGEST)
def report_before(work: Work, digest_id: int) -> Message:
    """«tuần trước thì sao», under a report: the one before it."""
    return _of_week(work, work.digests.get(kept_as(digest_id)).week.previous, digest_id)


@view(needs=P.READ_DIGEST)
def report_of_last_week(work: Work) -> Message:
    """«báo cáo tuần trước»: of the week that is over, whether it was sent or not."""
    return _of_week(work, Week.of(work.today).previous)


@view(needs=P.READ_DIGEST)
def report_of_this_week(work: Work) -> Message:
    """«báo cáo tuần này»: the last that went; where this week's is still to come, it is said."""
    said, week = last_report.run(work), Week.of(work.today)
    kept, sends = work.digests.last_sent(), edition_of(work, week).sends
    if kept is None or kept.week >= week:
        return said
    line = ReportLine("digest.not_yet", {"number": week.number, "sends": sends})
    return _adding(said, line)


@view(needs=P.READ_DIGEST)
def report_of_period(work: Work, kind: str, number: int | None, year: int | None) -> Message:
    """A month, a quarter, a year, the year so far: told from the days themselves, as it stood
    at its end, or now."""
    return _of_span(work, _asked_span(work, kind, number, year))


@view(needs=P.READ_DIGEST)
def report_of_last_period(work: Work, kind: str) -> Message:
    """«báo cáo tháng trước»"""
    return _of_span(work, _last_span(work, kind))


def _last_span(work: Work, kind: str) -> Span:
    this = _span(work.today, kind, None, None)
    return _span(this.monday - timedelta(days=1), kind, None, None)


def _of_span(work: Work, span: Span) -> Message:
    if not _has_figures(work, span):
        facts = {"kind": span.kind, "number": span.number, "since": work.assignments.since()}
        return Message("digest.none_of_period", facts)
    which = f"{span.kind}.{span.number}"
    ways = tuple(
        Press("d.span", span.monday.year, f"{which}.{form}", label=f"@button.{form}")
        for form in SPAN_PAPERS
    )
    taken_apart = (Press("d.by", number_of_span(span)),)
    return Message("digest.text", _told_of(work, span).dump(), (taken_apart, ways))


def _has_figures(work: Work, span: Week) -> bool:
    since = work.assignments.since()
    return since is not None and span.begins(work.zone) < work.now and span.ends(work.zone) > since


def _told_of(work: Work, span: Span, *, rows: bool = False) -> WeeklyReport:
    """As it stood at its end, or now; the field as it is known by now, for a late figure is of
    the day on which people came."""
    spans = edition(span, work.office.briefing, work.calendar)
    return replace(compute(work, spans, _my(work), work.now, rows=rows), approved=False)


@view(needs=P.READ_DIGEST)
def paper_of_period(
    work: Work, kind: str, number: int | None, year: int | None, form: str
) -> Message:
    """The Word file or the rows of a month, a quarter, a year."""
    if form not in SPAN_PAPERS or kind not in SPANS:
        raise Refusal("unknown_button")
    return _paper_of(work, _asked_span(work, kind, number, year), form)


@view(needs=P.READ_DIGEST)
def paper_of_last_period(work: Work, kind: str, form: str) -> Message:
    """«bản Word báo cáo tháng trước»"""
    return _paper_of(work, _last_span(work, kind), form)


def _paper_of(work: Work, span: Span, form: str) -> Message:
    if not _has_figures(work, span):
        return _of_span(work, span)
    return Message("digest.paper", _told_of(work, span, rows=True).dump(), paper=form)


def _asked_span(work: Work, kind: str, number: int | None, year: int | None) -> Span:
    """«tháng 12» asked in January is last December: without a year the last that has begun, of
    which there are figures."""
    span, since = _span(work.today, kind, number, year), work.assignments.since()
    if year or since is None or span.begins(work.zone) < work.now:
        return span
    before = _span(work.today, kind, number, work.today.year - 1)
    return before if before.ends(work.zone) > since else span


def _my(work: Work) -> str:
    return scope_of(work, work.actor)


def _span(today: date, kind: str, number: int | None, year: int | None) -> Span:
    year = year or today.year
    try:
        if kind == "month":
            return Span.month(year, number or today.month)
        if kind == "quarter":
            return Span.quarter(year, number or (today.month + 2) // QUARTER_MONTHS)
        return Span.year(year) if kind == "year" else Span.so_far(today)
    except ValueError:
        raise Refusal("not_found") from None


def _of_year(number: int, year: int) -> Week | None:
    try:
        return Week.parse(f"{year}-W{number}")
    except ValueError:
        return None


def _numbered(work: Work, number: int) -> Week | None:
    """The newest week of this number that has begun."""
    this = Week.of(work.today)
    past = (Week(this.monday - timedelta(weeks=n)) for n in range(YEAR_OF_WEEKS + 1))
    return next((week for week in past if week.number == number), None)


@view(needs=P.READ_DIGEST)
def open_part(work: Work, digest_id: int, verb: str, page: int | None = None) -> Message:
    """What a part counts, as its room shows it."""
    scope = scope_in(work, digest_id)
    kept, report = work.digests.get(kept_as(digest_id)), read_report(work, digest_id)
    seen = seen_as(work, kept.edition, scope, work.now)
    for part in report_parts():
        if part.opens and part.verb == verb:
            return part.opens(work, Opened(digest_id, report.named(part.name), seen, page))
    raise Refusal("not_found")


@view(needs=P.READ_DIGEST)
def overdue_listed(work: Work, number: int) -> int:
    """Which work stands at this place of the last report's overdue list; 0 where there is none."""
    kept = work.digests.last_sent()
    report = part_of(work, kept.id, scope_of(work, work.actor)) if kept else None
    listed = next((part for part in report_parts() if part.reminds), None)
    if report is None or listed is None:
        return 0
    rows = report.named(listed.name).details
    return int(rows[number - 1].facts["id"]) if 0 < number <= len(rows) else 0


@action(needs=P.ASSIGN)
def remind_listed(work: Work, digest_id: int) -> Message:
    """«Nhắc cả {n}» under what is overdue in a report: those that stand there, and no others."""
    report = read_report(work, digest_id)
    for part in report_parts():
        if part.reminds:
            return part.reminds(work, report.named(part.name))
    raise Refusal("not_found")


def told_as(work: Work, number: int) -> Seen:
    """What its reader sees of a report that is kept, or of a time of which none is."""
    if not SPANS_FROM <= number < SECTIONS_FROM:
        read_report(work, number)
        kept = work.digests.get(kept_as(number))
        until = figures_until(kept) or work.now
        return seen_as(work, kept.edition, scope_in(work, number), until)
    span = span_of(number, work.today)
    spans = edition(span, work.office.briefing, work.calendar)
    is_over = isinstance(span, Span) or spans.cut_off <= work.now
    if not (is_over and _has_figures(work, span)):
        raise Refusal("not_found")
    return seen_as(work, spans, _my(work), work.now)


def read_report(work: Work, digest_id: int) -> WeeklyReport:
    """The figures of a report, as far as this reader may see them."""
    return must_find(part_of(work, kept_as(digest_id), scope_in(work, digest_id)))


@view(needs=P.READ_DIGEST)
def full(work: Work, digest_id: int) -> Message:
    """«Bản đầy đủ»: the text, which is put right when a figure is."""
    kept = draw_full(work, digest_id)
    return kept or letter(digest_id, read_report(work, digest_id))


@view(needs=P.READ_DIGEST)
def before(work: Work, digest_id: int, back: int = 0) -> Message:
    """«Bản trước»: what the report said before it was put right; further back by another tap."""
    scope, known = scope_in(work, digest_id), kept_as(digest_id)
    read_report(work, digest_id)
    kept = work.digests.revision(known, scope, back)
    if kept is None:
        raise Refusal("report_never_corrected")
    further = work.digests.revision(known, scope, back + 1)
    more = ((Press("d.before", digest_id, str(back + 1)),),) if further else ()
    shown = as_shared(work, scope, as_it_was(work, known, kept[0]))
    return Message("digest.text", shown.dump(), more)


@view(needs=P.READ_DIGEST)
def stopped(work: Work) -> bool:
    """Whether the reader has it brought no more."""
    return work.digests.forms().get(work.actor.me) == NOT_AT_ALL


@view(needs=P.READ_DIGEST)
def ask_form(work: Work) -> Message:
    """How the reader has the report, and how else."""
    now = work.digests.forms().get(work.actor.me, PICTURE)
    ways = [Press("d.as", work.actor.me, form, label=f"@button.form.{form}") for form in FORMS]
    return Message("digest.form", {"form": now}, rows_of(ways, 2))


@action(needs=P.READ_DIGEST)
def choose_form(work: Work, form: str) -> Message:
    """From the next report on; the office hears of whoever wants none."""
    if not work.chosen_reports.get().reaches(work.actor):
        raise Refusal("no_permission", permission=P.READ_DIGEST.value)
    if form not in FORMS:
        raise Refusal("unknown_button")
    was = work.digests.forms().get(work.actor.me, PICTURE)
    work.digests.choose(work.actor.me, form)
    row = work.log("digest.form", "person", work.actor.me, was=was, became=form)
    if NOT_AT_ALL in (was, form) and was != form:
        facts = {"who": work.people.name(work.actor.me), "form": form}
        for person_id in office_people(work):
            work.tell(person_id, f"digest.form:{row}:{person_id}", Message("digest.stops", facts))
    return result("digest.form_chosen", form=form)


@view(needs=P.READ_DIGEST)
def paper(work: Work, digest_id: int, form: str) -> Message:
    """The report to be signed, or the rows behind its figures, put right like it."""
    read, kept = read_report(work, digest_id), work.digests.get(kept_as(digest_id))
    if form not in PAPERS:
        raise Refusal("unknown_button")
    scope = scope_in(work, digest_id)
    told = compute(work, kept.edition, scope, figures_until(kept) or work.now, rows=True)
    same = {name: getattr(read, name) for name in AS_READ}
    return Message("digest.paper", replace(told, **same).dump(), paper=form)


@view(needs=P.READ_DIGEST)
def papers(work: Work, digest_id: int) -> Message:
    """Which papers there are."""
    read_report(work, digest_id)
    ways = [Press("d.file", digest_id, form, label=f"@button.{form}") for form in PAPERS]
    return Message("digest.papers", {}, (tuple(ways),))


@view(needs=P.READ_DIGEST)
def paste(work: Work, digest_id: int) -> Message:
    """The report as plain words without names."""
    return Message("digest.paste", read_report(work, digest_id).dump())
