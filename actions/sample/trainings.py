"""The sample's classes: two that were held, and one to come with those who have a seat."""

from datetime import datetime, time, timedelta
from typing import Any

from actions.sample.sample import Sample
from domain.activities import NewPoint, Plan, Stage, code_of
from domain.kinds import KINDS
from domain.periods import at
from domain.plans import evening_before
from domain.turnout import Basis, PointFigures, Rank

TRAINING, HOST, BY, PLACE, FROM = KINDS["training"], "MTTQ", "CB13", "TRACO", "HPN"
SEATS = 60
PLANNED_BEFORE, REPORTED_AFTER = timedelta(days=9), timedelta(minutes=45)


def load_trainings(sample: Sample) -> None:
    for row in sample.data["trainings"]:
        point, starts = _plan(sample, row)
        if "people" in row:
            _held(sample, point, row["people"], starts + TRAINING.lasts)
        else:
            _registered(sample, point, row["registered"])


def _plan(sample: Sample, row: dict[str, Any]) -> tuple[int, datetime]:
    work, day = sample.work, sample.day(row["date"])
    starts = at(day, time(8, 0), work.zone)
    host, by = sample.organisations[HOST], sample.people[BY]
    plan = Plan(TRAINING.code, row["title"], starts, TRAINING.lasts, host, by)
    closes, planned = evening_before(starts, work.zone), starts - PLANNED_BEFORE
    stage = Stage.LOCKED if "people" in row else Stage.OPEN
    activity = work.activities.add(plan, code_of(plan.kind, day), closes, planned, stage)
    place = sample.localities[PLACE]
    where = NewPoint(work.offices.locality_name(place), place, by, row.get("seats", SEATS))
    return work.activities.add_point(activity, where), starts


def _held(sample: Sample, point: int, people: int, ended: datetime) -> None:
    entry, at_last = (
        PointFigures(people, {sample.organisations[FROM]: people}),
        ended + REPORTED_AFTER,
    )
    sample.work.turnouts.add(
        point,
        entry,
        at_last,
        by=sample.people[BY],
        rank=Rank.LEADER,
        proof=Basis.LEADER,
        confirmed_at=at_last,
    )


def _registered(sample: Sample, point: int, people: int) -> None:
    work = sample.work
    activity = work.activities.point(point).activity_id
    parts, base = {sample.organisations[FROM]: people}, sample.base[0]
    where = sample.localities[PLACE]
    work.headcounts.say(activity, point, where, parts, base, work.now - timedelta(days=2))
