"""The sample office: loaded once, into an empty database, on this machine only."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from actions.sample import NotEmpty, load_sample
from actions.sample.sample import Sample
from domain.access import Role
from storage import Database
from storage.bundled import sample_data
from storage.offices import is_sample


async def load(folder: Path, day: date, look: Callable[[Sample], object]) -> object:
    async with Database.open(folder / "office.db") as database:
        return await database.write(lambda c: look(load_sample(c, day)))


async def test_everybody_of_the_sample_has_a_place(tmp_path: Path) -> None:
    def look(sample: Sample) -> None:
        today = sample.day("2026-11-23")
        people = sample.work.people.all(today)
        assert len(people) == 37
        assert all(person.telegram_id for person in people)
        heads = sample.work.people.with_role(Role.HEAD, today, sample.units["TTVD"])
        assert [person.name for person in heads] == ["Trần Thị Mây"]
        contact = sample.work.people.get(sample.base[5], today)
        assert contact is not None
        assert contact.name == "Bùi Quang Hải"
        assert contact.locality_id == sample.localities["TRACO"]
        assert contact.roles == {Role.BASE}
        assert contact.phone == "+84900000106"
        assert is_sample(sample.work.connection)

    await load(tmp_path, date(2026, 11, 23), look)


async def test_the_preset_says_what_the_sample_says(tmp_path: Path) -> None:
    def look(sample: Sample) -> None:
        data = sample_data()
        units = sample.work.offices.units(sample.since)
        assert [(u.code, u.name) for u in units] == [(u["code"], u["name"]) for u in data["units"]]
        given = [(o["code"], o["name"], o["short"]) for o in data["organisations"]]
        ours = sample.work.offices.organisations(sample.since)
        assert [(o.code, o.name, o.short) for o in ours][:6] == given

    await load(tmp_path, date(2026, 11, 23), look)


@pytest.mark.parametrize(
    ("day", "monday"), [("2026-11-23", "2026-11-23"), ("2027-03-04", "2027-03-01")]
)
async def test_the_sample_moves_by_whole_weeks(tmp_path: Path, day: str, monday: str) -> None:
    def look(sample: Sample) -> None:
        moved = sample.moment("2026-11-23T07:00:00+07:00")
        assert moved.isoformat() == f"{monday}T00:00:00+00:00"
        assert sample.shift.days % 7 == 0

    await load(tmp_path, date.fromisoformat(day), look)


async def test_a_second_loading_is_refused(tmp_path: Path) -> None:
    await load(tmp_path, date(2026, 11, 23), lambda _: None)
    with pytest.raises(NotEmpty):
        await load(tmp_path, date(2026, 11, 23), lambda _: None)
