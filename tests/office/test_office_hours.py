"""«Giờ của văn phòng»: each hour of the table stands on one page, is tapped, typed and kept."""

from datetime import date, datetime

import pytest

from actions.rooms import jobs
from domain.hours import NIGHT, RINGS, SEND_BEFORE
from domain.office_hours import BRIEFING, RESULTS, ROWS, OfficeHour, hour_said
from language.line.vocabulary import book
from tests.town import BINH, HANH, LAN, Town
from texts.catalogue import load

WAITED_FOR = [hour for hour in ROWS if hour is not BRIEFING]
EACH = pytest.mark.parametrize("hour", ROWS, ids=[hour.name for hour in ROWS])


async def kept(town: Town, hour: OfficeHour) -> str:
    return str(await town.work(lambda work: work.office_hours.of(hour)))


@pytest.mark.parametrize("locale", ["vi", "en"])
@EACH
def test_each_has_its_words(hour: OfficeHour, locale: str) -> None:
    said = load(locale)
    assert 0 < len(said[f"office_hour.name.{hour.name}"]) <= 20
    assert said[f"office_hour.about.{hour.name}"]


def test_the_words_by_which_they_are_typed_are_of_the_table() -> None:
    assert list(book("intents")["hours"]) == [hour.name for hour in ROWS]


@EACH
def test_what_is_usual_and_offered_may_be_chosen(hour: OfficeHour) -> None:
    first, last = hour.within
    assert all(first <= clock <= last for clock in (hour.usual.clock, *hour.offered))


def test_the_report_never_goes_at_night() -> None:
    first, last = (datetime.combine(date.min, hour) for hour in BRIEFING.within)
    assert NIGHT[1] <= (first - SEND_BEFORE).time()
    assert (last - SEND_BEFORE).time() < NIGHT[0]


@pytest.mark.parametrize("hour", WAITED_FOR, ids=lambda hour: hour.name)
def test_a_job_waits_for_it_by_day(hour: OfficeHour) -> None:
    """One is woken at each half hour that may be chosen, when people may be rung."""
    (rings_from, _), *_ = RINGS
    assert [job.name for job in jobs() if job.hours == hour.looked_for]
    assert rings_from <= hour.within[0] < hour.within[1] < NIGHT[0]


@EACH
async def test_by_a_tap_and_by_a_line(town: Town, hour: OfficeHour) -> None:
    name = load("vi")[f"office_hour.name.{hour.name}"]
    page = await town.write(HANH, "giờ của văn phòng")
    assert f"• {name}: " in page
    assert hour_said(hour.usual.clock) in await town.tap(HANH, name)
    tapped, first = hour.offered[-1], hour.within[0]
    assert hour_said(tapped) in await town.tap(HANH, hour_said(tapped))
    assert (await kept(town, hour)).endswith(f"{tapped:%H:%M}")
    typed = book("intents")["hours"][hour.name][0]
    assert hour_said(first) in await town.write(HANH, f"{typed}: {hour_said(first)}")
    assert (await kept(town, hour)).endswith(f"{first:%H:%M}")


@EACH
async def test_only_the_office_sets_it(town: Town, hour: OfficeHour) -> None:
    typed = book("intents")["hours"][hour.name][0]
    for who in (BINH, LAN):
        for line in ("giờ của văn phòng", typed, f"{typed}: 8h"):
            assert "chưa được phân quyền" in await town.write(who, line)
        await town.press(who, f"oh.at:900:{hour.name}")
        assert "chưa được phân quyền" in town.phone(who).toasts[-1].text
    assert await kept(town, hour) == str(hour.usual)


async def test_an_answer_says_the_hour_and_what_may_not_be_is_told(town: Town) -> None:
    assert "thứ Sáu 15h00" in await town.write(HANH, "giờ hỏi kết quả")
    assert "từ 7h30 đến 16h30" in await town.write(HANH, "thứ Sáu 18h")
    assert "từ 7h30 đến 16h30" in await town.write(HANH, "9h15")
    assert "không đổi được: thứ Sáu" in await town.write(HANH, "thứ Hai 9h")
    assert "thứ Sáu 9h30" in await town.write(HANH, "9h30")
    assert await kept(town, RESULTS) == "FRI 09:30"


async def test_day_and_hour_in_one_line(town: Town) -> None:
    assert "thứ Ba 7h30" in await town.write(HANH, "giờ giao ban: thứ Ba 7h30")
    assert await kept(town, BRIEFING) == "TUE 07:30"
    assert await town.sql("SELECT was, became FROM journal WHERE event = 'hour_briefing'") == [
        ("MON 08:00", "TUE 07:30")
    ]
