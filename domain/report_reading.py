"""A report read back from what is written down, also from before the rooms told it in parts."""

from collections.abc import Mapping
from typing import Any

from domain.report import Part, WeeklyReport, frozen
from domain.week_coming import NextActivity, coming_part
from domain.week_tasks import NextDue, WeekTasks, tasks_part
from domain.week_turnout import WeekTurnout, turnout_part


def read(stored: Mapping[str, Any]) -> WeeklyReport:
    if "tasks" not in stored:
        return WeeklyReport.load(stored)
    facts = frozen(stored)
    return WeeklyReport.of(facts, parts=tuple(part for part in _older(facts) if part))


def _older(facts: Mapping[str, Any]) -> tuple[Part | None, ...]:
    due = tuple(map(NextDue.of, facts["next"]["due"]))
    field = facts.get("turnout")
    return (
        tasks_part(WeekTasks.load(facts["tasks"]), due, facts["unit"]),
        turnout_part(WeekTurnout.load(field)) if field else None,
        *map(Part.load, facts.get("parts", ())),
        coming_part(tuple(map(NextActivity.of, facts["next"]["activities"]))),
    )
