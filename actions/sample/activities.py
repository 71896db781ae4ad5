"""The sample's activities: eight weeks of Saturdays and Sundays, and the three to come."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from actions.sample.sample import Sample
from domain.activities import NewPoint, Plan, Stage, code_of
from domain.periods import at
from domain.plans import evening_before
from domain.turnout import Basis, PointFigures, Rank

HOST, ORGANISER = "MTTQ", "CB13"
KINDS = {"ngay_thu_7": "saturday", "chu_nhat_xanh": "sunday"}
STATES = {
    "da_tong_hop": Stage.LOCKED,
    "cho_so_lieu": Stage.OPEN,
    "mo_dang_ky": Stage.OPEN,
    "du_thao": Stage.DRAFT,
}
PLANNED_BEFORE, REPORTED_AFTER = timedelta(days=9), timedelta(minutes=45)


def load_activities(sample: Sample) -> None:
    for row in sample.data["activities"]:
        starts = _starts(sample, row)
        plan = Plan(
            KINDS[row["type"]],
            row["title"],
            starts,
            timedelta(minutes=row["duration_min"]),
            sample.organisations[HOST],
            sample.people[ORGANISER],
        )
        day = sample.day(row["date"])
        activity_id = sample.work.activities.add(
            plan,
            code_of(plan.kind, day),
            evening_before(starts, sample.work.zone),
            starts - PLANNED_BEFORE,
            STATES[row["state"]],
        )
        sample.work.activities.set_targets(activity_id, {None: row["target"]})
        _load_points(sample, row, activity_id, starts + plan.lasts)


def _starts(sample: Sample, row: Mapping[str, Any]) -> datetime:
    return at(sample.day(row["date"]), time.fromisoformat(row["start"]), sample.work.zone)


def _load_points(sample: Sample, row: Mapping[str, Any], activity_id: int, ends: datetime) -> None:
    """The file gives results for the whole day: they stand with the first point that reported."""
    results = row["metrics"]
    for given in row["points"]:
        leader_id = sample.base[given["leader"]]
        point = NewPoint(
            given["name"],
            sample.localities[given["locality"]],
            leader_id,
            given.get("capacity"),
        )
        point_id = sample.work.activities.add_point(activity_id, point)
        if given["reported"]:
            parts = {sample.organisations[code]: n for code, n in given["by_org"].items()}
            sample.work.turnouts.add(
                point_id,
                PointFigures(sum(parts.values()), parts, results),
                ends + REPORTED_AFTER,
                by=leader_id,
                rank=Rank.LEADER,
                proof=Basis.LEADER,
                confirmed_at=ends + REPORTED_AFTER,
            )
            results = {}
