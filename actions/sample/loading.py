"""Loads the sample office into an empty database, part by part. A new part is one row."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from actions.office.offices import NewOffice, found_office
from actions.sample.activities import load_activities
from actions.sample.assignments import load_assignments
from actions.sample.models import load_models
from actions.sample.opinions import load_opinions
from actions.sample.people import load_base, load_codes, load_localities, load_staff
from actions.sample.registers import load_registers
from actions.sample.sample import Sample, shift_to
from actions.sample.supervision import load_supervision
from actions.sample.trainings import load_trainings
from domain.periods import OFFICE_ZONE, local
from storage import Connection
from storage.bundled import presets, sample_data
from storage.offices import mark_sample, office_ids

PARTS: Sequence[Callable[[Sample], None]] = (
    load_codes,
    load_localities,
    load_staff,
    load_base,
    load_activities,
    load_assignments,
    load_supervision,
    load_registers,
    load_models,
    load_opinions,
    load_trainings,
)
IN_OFFICE = timedelta(weeks=52)


class NotEmpty(RuntimeError):
    """The sample is loaded only where there is no office yet."""


def load_sample(
    connection: Connection, day: date, other: Mapping[str, Any] | None = None
) -> Sample:
    """Load the sample office, or another told in the same way, as it stands in the week of a day,
    and mark the database."""
    if office_ids(connection):
        raise NotEmpty
    data = other or sample_data()
    shift, given = shift_to(data, day), data["office"]
    now = datetime.fromisoformat(data["anchor"]) + shift
    since = local(now, OFFICE_ZONE).date() - IN_OFFICE
    new = NewOffice(
        preset=presets()[given["preset"]],
        code=given["code"],
        name=given["name"],
        short=given["short"],
        contact=given["contact"],
    )
    sample = Sample(found_office(connection, new, since, now), data, shift, since)
    for part in PARTS:
        part(sample)
    mark_sample(connection)
    return sample
