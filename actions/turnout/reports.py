"""What people say about their points: written down and read back. Nothing counts yet."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from actions.desk import action, view
from actions.meant import waits_for_yes
from actions.turnout.cards import (
    about,
    draw_point,
    echo,
    figures_of,
    groups_at,
    in_groups,
    is_counted_only,
    photos_at,
)
from actions.turnout.counts import tells
from actions.turnout.photos import Photo, attach, save_kept
from actions.turnout.points import (
    MOST_ROWS,
    PHOTOS,
    SAID,
    TO_PLACE,
    TOPIC,
    Places,
    ReportedPlaces,
    ask_point,
    ask_whose,
    get_report,
    is_silent,
    label,
    my_echo,
    my_points,
    own_points,
    reportable,
    to_place,
    wait_for_figures,
    with_reports,
    write_down,
)
from domain.access import Permission
from domain.activities import Activity, Point, Stage
from domain.dialogue import Expectation
from domain.further_figures import ToldFigures, as_before, further, lets_go
from domain.hours import SPOKEN_OF
from domain.letters import Message, Place, Press, Rows
from domain.refusals import Refusal, must_find
from domain.turnout import (
    GROUPS,
    MEASURE,
    Figures,
    PointFigures,
    Rank,
    Report,
    beside_roll,
    check,
    choose,
    names_only,
    official,
    with_results,
)
from storage import Work

P = Permission


@dataclass(frozen=True, slots=True)
class Reported:
    """Figures for a point; without one, the point is found out."""

    figures: Figures
    point_id: int | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """What helps to find the point: the day that was named, the point just spoken of."""

    day: date | None = None
    spoken_of: int | None = None


NO_HINT = Hint()


@action(needs=P.REPORT_TURNOUT)
def report(
    work: Work,
    said: Sequence[Reported],
    raw: str,
    photos: Sequence[Photo] = (),
    hint: Hint = Hint(),
) -> Message:
    """Write down what was typed (perhaps under a photo), and read it back. Nothing counts yet.
    Several lines of one point change or add to each other."""
    *before, one = said
    if before and any(other.point_id != one.point_id for other in before):
        return _report_many(work, said)
    own = own_points(work)
    point_id = one.point_id or _changed(work, one.figures, hint) or _meant(work, own, hint.day)
    if point_id is None or (not one.point_id and _may_be_instead(work, point_id, hint)):
        return _which(work, raw, photos, hint, one.figures)
    for other in said:
        written = _write(work, point_id, other.figures, own)
    for photo in photos:
        attach(work, point_id, photo)
    wait_for_figures(work, work.actor.me, point=point_id, read=True)
    read = _read_back(work, written)
    sent = {"photos": photos_at(work, written.point)} if photos else {}
    return replace(read, facts={**read.facts, **sent})


@action(needs=P.REPORT_TURNOUT)
def by_roll(work: Work, point_id: int, *, with_groups: bool) -> Message:
    """What the roll call counted, alone or with the groups; read back like a typed line."""
    _, point = reportable(work, point_id)
    roll = official(work.turnouts.of_point(point_id)).get(point_id)
    if roll is None or roll.rank is not Rank.EVIDENCE:
        raise Refusal("already_recorded")
    codes = {o.id: o.code for o in work.organisations}
    groups = groups_at(work, point) if with_groups else {}
    number = in_groups(work, point) if with_groups else 0
    parts = {codes.get(key, "KHAC"): number for key, number in groups.items()}
    written = _write(work, point_id, Figures((roll.total or 0) + number, parts))
    wait_for_figures(work, work.actor.me, point=point_id, read=True)
    return _read_back(work, written)


def _read_back(work: Work, written: "_Written") -> Message:
    point = written.point
    said = next(one for one in work.turnouts.echoed(point.id) if one.id == written.report_id)
    read = echo(work, written.activity, point, said)
    return replace(read, facts={**read.facts, **written.besides})


def _said(work: Work, gone: Report) -> list[dict[str, Any]]:
    """What is let go, in one line."""
    return [figures_of(work, gone)]


def _meant(work: Work, own: Places, day: date | None = None) -> int | None:
    """The point that was chosen or asked about, the only one still silent, today's, or the only
    one; of the day that was named, if one was."""
    waiting = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if day is None and not _is_fresh(work, waiting) and (running := _running(work, own)):
        return running
    chosen = waiting.answers.get("point") if waiting and not day else None
    if chosen and (_is_fresh(work, waiting) or _is_echoed(work, int(chosen))):
        return int(chosen)
    known = _of_day(work, with_reports(work, own), day)
    quiet = [(a, p) for a, p, r in known if is_silent(a, r)]
    mine = [p for a, p in quiet if tells(work, a, p)]
    today = [
        p
        for a, p, r in known
        if work.day(a.starts) == work.today
        and (not waiting or _awaits_results(r))
        and (not mine or tells(work, a, p))
    ]
    points = [*(mine or [p for _, p in quiet]), *today] or [p for _, p, _ in known]
    found = {point.id for point in points}
    return found.pop() if len(found) == 1 else None


def _is_fresh(work: Work, waiting: Expectation | None) -> bool:
    """It was asked a moment ago: what comes now is for it."""
    return waiting is not None and (waiting.at is None or work.now - waiting.at <= SPOKEN_OF)


def _is_echoed(work: Work, point_id: int) -> bool:
    """Figures of it were read back today, and wait for their yes."""
    return any(_is_mine_today(work, one) for one in work.turnouts.echoed(point_id))


@view(needs=P.REPORT_TURNOUT)
def running_now(work: Work) -> int | None:
    """The one point that somebody leads at this hour: a number without a name is its own."""
    return _running(work, own_points(work))


def _running(work: Work, own: Places) -> int | None:
    found = [
        p.id for a, p in own if p.leader_id == work.actor.me and a.state(work.now) is Stage.RUNNING
    ]
    return found[0] if len(found) == 1 else None


def _awaits_results(stands: Report | None) -> bool:
    """The roll was closed, and what came of the day is still to be told."""
    return stands is not None and is_counted_only(stands)


def _of_day(work: Work, points: ReportedPlaces, day: date | None) -> ReportedPlaces:
    return [row for row in points if day in (None, work.day(row[0].starts))]


def _just_told(work: Work, hint: Hint) -> Report | None:
    """The figure that this person gave a moment ago, and that is spoken of still."""
    if hint.spoken_of is None or hint.day:
        return None
    stands = official(work.turnouts.of_point(hint.spoken_of)).get(hint.spoken_of)
    told = stands is not None and stands.recorded_by == work.actor.me and stands.confirmed_at
    return stands if told and work.now - told <= SPOKEN_OF else None


def _changed(work: Work, said: Figures, hint: Hint) -> int | None:
    """«bớt 3» is of the figure that was told a moment ago."""
    told = _just_told(work, hint) if said.change else None
    return told.point_id if told else None


def _may_be_instead(work: Work, point_id: int, hint: Hint) -> bool:
    """A figure that follows another of a different day may also be meant to replace it."""
    told = _just_told(work, hint) if hint.spoken_of != point_id else None
    if told is None:
        return False
    before, there = (work.activities.point(id_).activity_id for id_ in (told.point_id, point_id))
    days = {work.day(work.activities.get(one).starts) for one in (before, there)}
    return len(days) > 1


def _which(work: Work, raw: str, photos: Sequence[Photo], hint: Hint, figures: Figures) -> Message:
    """What was sent stays with the question: the words, and the photos. A further line joins
    those before it."""
    points = [(a, p) for a, p, _ in _of_day(work, my_points(work), hint.day)[:MOST_ROWS]]
    if not points:
        raise Refusal("no_points")
    before = next((e for e in to_place(work) if e.answers.get(SAID) and _is_fresh(work, e)), None)
    kept = before.answers if before else {}
    lines = [*kept.get(SAID, ()), raw]
    sent = {SAID: lines, PHOTOS: [*kept.get(PHOTOS, ()), *map(asdict, photos)]}
    wait_for_figures(work, work.actor.me)
    told = _just_told(work, hint)
    if told is None or figures.total is None:
        ask = Message("turnout.which", {"text": "; ".join(lines)})
        return ask_whose(work, points, ask, before, **sent)
    point = work.activities.point(told.point_id)
    facts = about(work.activities.get(point.activity_id), point)
    facts |= {"text": raw, "was": told.total, "total": figures.total}
    return ask_whose(work, points, Message("turnout.instead", facts), before, **sent)


@action(needs=P.REPORT_TURNOUT)
def place(work: Work, number: int, point_id: int, said: Sequence[Figures]) -> Message:
    """The point is chosen: all that waited for it goes there, and is read back."""
    kept = must_find(work.expectations.find(work.actor.me, TO_PLACE, number, work.now))
    sent = [Photo(**one) for one in kept.answers.get(PHOTOS, ())]
    work.expectations.forget(work.actor.me, TO_PLACE, number)
    if not said:
        return save_kept(work, point_id, sent)
    return report.run(work, [Reported(one, point_id) for one in said], "", sent)


def _report_many(work: Work, said: Sequence[Reported]) -> Message:
    """Several pasted lines are one table to confirm."""
    own = own_points(work)
    written = [_write(work, one.point_id, one.figures, own) for one in said if one.point_id]
    first, rows = written[0].report_id, []
    for one in written:
        work.turnouts.set_batch(one.report_id, first)
        found = get_report(work, one.report_id)
        figures = {**figures_of(work, found), "doubt": found.doubt}
        rows.append({**about(one.activity, one.point), **figures})
    if any(row["doubt"] for row in rows):
        raise Refusal("figure_in_doubt")
    wait_for_figures(work, work.actor.me)
    yes = Press("t.yes", first)
    read = Message("turnout.echo_many", {"rows": rows}, ((yes, Press("t.mine")),))
    return waits_for_yes(work, read, yes)


@dataclass(frozen=True, slots=True)
class _Written:
    """Where it was written down, the number of the report, and what besides is told of it: what
    it stands instead of, what was not understood."""

    activity: Activity
    point: Point
    report_id: int
    besides: Mapping[str, Any] = field(default_factory=dict)


def _write(work: Work, point_id: int, said: Figures, own: Places | None = None) -> _Written:
    """What is not understood leaves what was read back as it is."""
    activity, point = reportable(work, point_id, own)
    read_back = work.turnouts.echoed(point_id)
    mine = [r for r in read_back if _is_mine_today(work, r) and _tells(r)]
    stands = official(work.turnouts.of_point(point_id)).get(point_id)
    right = None if mine else _put_right(work, point_id)
    before = mine[-1] if mine else right or stands
    told = _told(work, before, anew=right is not None) if before else None
    results = {c: n for one in (stands, before) if one for c, n in one.measures.items()}
    figures = check(_complete(work, said, before, told, results))
    if mine and figures.doubt == "vague" and not mine[-1].doubt:
        return _Written(activity, point, mine[-1].id, {"left": said.raw})
    if read_back:
        work.turnouts.drop_echoes(work.actor.me, point_id)
    report_id = write_down(work, activity, point, _entry(work, figures))
    gone = before if before and told and lets_go(said, told) else None
    return _Written(activity, point, report_id, {"instead": gone and _said(work, gone)})


def _entry(work: Work, figures: Figures) -> PointFigures:
    return PointFigures(
        figures.total,
        _by_id(work, figures.parts),
        figures.measures,
        figures.raw,
        figures.doubt,
        figures.candidates,
        about=figures.about,
        absent=figures.absent,
        either=figures.either,
    )


def _told(work: Work, before: Report, *, anew: bool) -> ToldFigures:
    codes = {o.id: o.code for o in work.organisations}
    return ToldFigures(
        before.total,
        {codes[i]: n for i, n in before.parts.items() if i in codes},
        before.doubt,
        before.candidates,
        before.about,
        before.absent,
        before.either,
        anew,
    )


def _complete(
    work: Work,
    said: Figures,
    before: Report | None,
    told: ToldFigures | None,
    results: Mapping[str, float],
) -> Figures:
    """What was left out is as it was said before: results alone, «pn 18», or «bớt 2»."""
    if before is None or told is None:
        return _first(said)
    measures = with_results(results, said)
    together = {**told.parts, **said.parts}
    if said.doubt == "mismatch" and sum(together.values()) == said.candidates[0]:
        total = said.candidates[0]
        said = replace(said, total=total, parts=together, doubt="", candidates=())
    if not (said.parts or said.change or said.doubt) and said.total in before.candidates:
        total, kept = choose(before, said.total)
        settled = replace(said, total=total, parts=told.parts if kept else {}, measures=measures)
        return as_before(settled, told)
    by_roll = before.rank is Rank.EVIDENCE
    if by_roll and not said.doubt:
        groups = in_groups(work, work.activities.point(before.point_id))
        said = beside_roll(said, before.total or 0, groups)
    if said.doubt not in ("", MEASURE):
        nobody = said.doubt == "nobody"
        doubt = "vague" if said.change else said.doubt
        return replace(said, doubt=doubt, measures=said.measures if nobody else measures)
    if by_roll and names_only(said) and not said.change:
        return replace(said, measures=measures)
    return replace(further(said, told), measures=measures)


def _first(said: Figures) -> Figures:
    """Nothing stands yet: of «thêm 12 PN» none is a number."""
    said = replace(said, measures=with_results({}, said))
    if said.change:
        return replace(said, doubt="vague", total=None, parts={}, candidates=())
    return replace(said, doubt="vague") if said.total is None and not said.doubt else said


def _tells(echoed: Report) -> bool:
    """A number that was asked again says nothing that stands."""
    return echoed.total is not None or bool(echoed.parts or echoed.measures or echoed.candidates)


def _is_mine_today(work: Work, echoed: Report) -> bool:
    """What was read back on another day, and left, is no part of a later line."""
    return echoed.recorded_by == work.actor.me and work.day(echoed.reported_at) == work.today


def _put_right(work: Work, point_id: int) -> Report | None:
    """What was read back and is being said anew."""
    waiting = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    said = waiting.answers if waiting else {}
    return (
        work.turnouts.get(said["was"]) if said.get("point") == point_id and "was" in said else None
    )


def _by_id(work: Work, parts: Mapping[str, int]) -> dict[int, int]:
    """Parts by the office's own organisations; whoever belongs to none is «Khác»."""
    ids = {o.code: o.id for o in work.organisations}
    found: dict[int, int] = {}
    for code, number in parts.items():
        organisation = ids.get(code, ids.get("KHAC"))
        if organisation is not None and number > 0:
            found[organisation] = found.get(organisation, 0) + number
    return found


@action(needs=P.REPORT_TURNOUT)
def settle(work: Work, report_id: int, total: int) -> Message:
    """One of the offered totals is the right one; it is still read back."""
    found = my_echo(work, report_id)
    total, parts = choose(found, total)
    if found.doubt == GROUPS and total == found.candidates[0]:
        parts = groups_at(work, work.activities.point(found.point_id))
    work.phrases.save("turnout", found.raw, f"total={total}", work.today)
    work.turnouts.set_total(report_id, total, parts)
    return replace(draw_point(work, found.point_id), place=Place.EDIT)


@action(needs=P.REPORT_TURNOUT)
def settle_measure(work: Work, report_id: int, choice: int) -> Message:
    """Which of two readings of a measure is meant; it is still read back."""
    found = my_echo(work, report_id)
    if found.doubt != MEASURE or choice >= len(found.either):
        raise Refusal("already_recorded")
    work.turnouts.settle_measure(report_id, *found.either[choice])
    return replace(draw_point(work, found.point_id), place=Place.EDIT)


@action(needs=P.REPORT_TURNOUT)
def say_again(work: Work, report_id: int) -> Message:
    """What was read back is not right: it is typed anew, and what is not said again stays."""
    found = my_echo(work, report_id)
    question = ask_point.run(work, found.point_id)
    wait_for_figures(work, work.actor.me, point=found.point_id, was=found.id)
    return question


def moves(work: Work, found: Report) -> Rows:
    """The other points that these figures may be of, as buttons."""
    others = [(a, p) for a, p in own_points(work) if p.id != found.point_id][:MOST_ROWS]
    return tuple(
        (Press("t.move", found.id, str(p.id), label=label(work, a, p)),) for a, p in others
    )


@action(needs=P.REPORT_TURNOUT)
def move(work: Work, report_id: int, point_id: int) -> Message:
    found = my_echo(work, report_id)
    activity, point = reportable(work, point_id)
    work.turnouts.drop(report_id)
    same = PointFigures(
        found.total,
        found.parts,
        found.measures,
        "",
        found.doubt,
        found.candidates,
        about=found.about,
        absent=found.absent,
        either=found.either,
    )
    moved = write_down(work, activity, point, same)
    wait_for_figures(work, work.actor.me, point=point_id, read=True)
    return replace(echo(work, activity, point, get_report(work, moved)), place=Place.EDIT)
