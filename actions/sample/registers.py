"""The sample's site clearance: each project as it stood a week ago and now; no household."""

from datetime import timedelta
from typing import Any

from actions.sample.sample import Sample
from domain.registers import CLEARANCE, Told

TOLD = timedelta(days=2, hours=16)
"""On Friday before the anchor, in the afternoon."""
A_WEEK = timedelta(days=7)


def load_registers(sample: Sample) -> None:
    for project in sample.data["gpmb"]:
        _load(sample, project)


def _load(sample: Sample, project: dict[str, Any]) -> None:
    work, now = sample.work, sample.moment(sample.data["anchor"]) - TOLD
    by = sample.people["CB13"]
    name, whole = project["project"], project["total"]
    register = work.registers.add(CLEARANCE, name, whole, None, now - A_WEEK)
    counts = CLEARANCE.chain[1:]
    before = [project[one] - project["delta"][one] for one in counts]
    work.registers.tell(register, CLEARANCE, Told(before), by, now - A_WEEK)
    work.registers.tell(register, CLEARANCE, Told([project[one] for one in counts]), by, now)
