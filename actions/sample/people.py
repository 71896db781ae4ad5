"""The sample's people: the office's staff, its places, and a contact at the base of each."""

from collections.abc import Mapping
from typing import Any

from actions.sample.sample import Sample
from domain.access import Duty, Role

HEADS = (Role.HEAD, Role.DEPUTY_HEAD)


def load_codes(sample: Sample) -> None:
    """The sections and organisations that the preset has brought, by their codes."""
    offices, since = sample.work.offices, sample.since
    sample.units = {unit.code: unit.id for unit in offices.units(since)}
    sample.organisations = {o.code: o.id for o in offices.organisations(since)}


def load_localities(sample: Sample) -> None:
    for place in sample.data["localities"]:
        sample.localities[place["code"]] = sample.work.offices.add_locality(
            place["code"], place["kind"], place["name"], place["priority"], sample.since
        )


def load_staff(sample: Sample) -> None:
    for row in sample.data["staff"]:
        unit_id = sample.units.get(row["unit"])
        person_id = _enrol(sample, row["code"], row, unit_id, sample.organisations[row["org"]])
        for role in map(Role, row["rights"]):
            heads = unit_id if role in HEADS else None
            sample.work.people.grant(person_id, role, sample.since, heads)
        sample.people[row["code"]] = person_id
    chair = sample.people[sample.data["office"]["chair"]]
    sample.work.duties.give(Duty.CHAIR, sample.since, person_id=chair)


def load_base(sample: Sample) -> None:
    for number, place in enumerate(sample.data["localities"], start=1):
        code, organisation_id = f"CS{number:02}", sample.organisations["MTTQ"]
        person_id = _enrol(
            sample,
            code,
            place["base_contact"],
            None,
            organisation_id,
            sample.localities[place["code"]],
        )
        sample.work.people.grant(person_id, Role.BASE, sample.since)
        sample.people[code] = person_id
        sample.base.append(person_id)


def _enrol(
    sample: Sample,
    code: str,
    row: Mapping[str, Any],
    unit_id: int | None,
    organisation_id: int,
    locality_id: int | None = None,
) -> int:
    people = sample.work.people
    person_id = people.add(row["full_name"], sample.work.now, phone=row["phone"])
    people.enrol(
        person_id,
        code,
        sample.since,
        title=row["role"],
        unit_id=unit_id,
        organisation_id=organisation_id,
        locality_id=locality_id,
    )
    people.link(person_id, row["telegram_id"])
    return person_id
